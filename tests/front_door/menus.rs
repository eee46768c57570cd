//! The menus of commands: who sees what, in which language.

use hushbot::{
    domain::supervisor::Role,
    i18n::{Audience, Locale, menu},
    sandbox::telegram::{Fault, User},
};
use serde_json::{Value, json};

use crate::house::{ADMIN, GROUP, House, STRANGER, SUPERVISOR, private, within};

fn expected(audience: Audience, language: &str) -> Value {
    let locale = Locale::negotiate(language).unwrap();
    let entries = menu(audience, false, locale);
    let entry = |entry: &hushbot::i18n::MenuEntry| json!({ "command": entry.command, "description": entry.description });
    entries.iter().map(entry).collect()
}

impl House {
    /// Waits until somebody's app shows this menu in a chat.
    async fn shows(&self, chat: i64, person: u64, audience: Audience, language: &str) {
        let wanted = expected(audience, language);
        within(self.telegram.wait_until(|view| view.commands(chat, person) == Some(&wanted))).await;
    }

    fn set_language_code(&self, id: u64, code: &str) {
        let language_code = Some(code.to_owned());
        let first_name = "Sam".to_owned();
        self.telegram.add_user(User { id, first_name, username: None, language_code });
    }
}

#[tokio::test]
async fn each_role_sees_its_own_commands() {
    let house = House::bare().await;
    house.shows(private(STRANGER), STRANGER, Audience::Strangers, "en").await;
    house.shows(private(SUPERVISOR), SUPERVISOR, Audience::Strangers, "en").await;
    house.shows(GROUP, STRANGER, Audience::Group, "en").await;
    house.ask(ADMIN, "/start").await;
    house.shows(private(ADMIN), ADMIN, Audience::Person(Role::Admin), "en").await;
    house.let_in(SUPERVISOR).await;
    let supervisors = Audience::Person(Role::Supervisor);
    house.shows(private(SUPERVISOR), SUPERVISOR, supervisors, "en").await;
    house.ask(ADMIN, &format!("/revoke {SUPERVISOR}")).await;
    house.shows(private(SUPERVISOR), SUPERVISOR, Audience::Strangers, "en").await;
}

#[tokio::test]
async fn a_menu_speaks_the_persons_language() {
    let house = House::bare().await;
    house.set_language_code(STRANGER, "ru-RU");
    house.shows(private(STRANGER), STRANGER, Audience::Strangers, "ru").await;
    house.shows(GROUP, STRANGER, Audience::Group, "ru").await;
    // The language of their Telegram, then the one they choose.
    house.set_language_code(SUPERVISOR, "ru");
    house.let_in(SUPERVISOR).await;
    let supervisors = Audience::Person(Role::Supervisor);
    house.shows(private(SUPERVISOR), SUPERVISOR, supervisors, "ru").await;
    house.ask(SUPERVISOR, "/language en").await;
    house.shows(private(SUPERVISOR), SUPERVISOR, supervisors, "en").await;
}

#[tokio::test]
async fn a_start_sets_everybodys_and_a_flood_only_delays_it() {
    let mut house = House::connected().await;
    house.ask(SUPERVISOR, "/language ru").await;
    let supervisors = Audience::Person(Role::Supervisor);
    house.shows(private(SUPERVISOR), SUPERVISOR, supervisors, "ru").await;
    house.stop_bot().await;
    house.telegram.forget_commands();
    house.telegram.fault(Some("setMyCommands"), Fault::FloodWait { retry_after: 1 }, Some(1));
    house.telegram.fault(Some("setMyCommands"), Fault::Reset, Some(1));
    house.start_bot().await;
    // Nobody waits for it.
    house.ask(SUPERVISOR, "/status 2024").await;
    assert_eq!(house.telegram.commands(private(SUPERVISOR), SUPERVISOR), json!([]));
    house.shows(private(SUPERVISOR), SUPERVISOR, supervisors, "ru").await;
    house.shows(private(STRANGER), STRANGER, Audience::Strangers, "en").await;
}

#[tokio::test]
async fn what_is_set_is_not_set_again() {
    let house = House::bare().await;
    house.let_in(SUPERVISOR).await;
    let supervisors = Audience::Person(Role::Supervisor);
    house.shows(private(SUPERVISOR), SUPERVISOR, supervisors, "en").await;
    let sets = || {
        let calls = house.telegram.calls().into_iter();
        calls.filter(|call| call.method == "setMyCommands").count()
    };
    let before = sets();
    house.ask(SUPERVISOR, "/start").await;
    house.ask(SUPERVISOR, "/language en").await;
    // Menus are set one after the other, so this one comes behind those.
    house.ask(SUPERVISOR, "/language ru").await;
    house.shows(private(SUPERVISOR), SUPERVISOR, supervisors, "ru").await;
    assert_eq!(sets(), before + 1);
}
