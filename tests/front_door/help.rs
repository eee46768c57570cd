//! `/help`: three examples that work for whoever asks.

use std::time::Duration;

use hushbot::{
    domain::{reply::Reply, supervisor::Role},
    sandbox::{
        portal::{Dialog, Fault, On, Portal, Settings, User},
        telegram::Message,
    },
};

use crate::house::{ADMIN, House, OLGA, STRANGER, SUPERVISOR, shown};

const GET: &str = "imopenlines.dialog.get";

/// The examples, which stand in lines of their own.
fn examples(message: &Message) -> Vec<String> {
    let lines = message.text.lines().filter(|line| line.starts_with("/silent"));
    lines.map(|line| line.split(" – ").next().unwrap().to_owned()).collect()
}

fn of(number: u64) -> Vec<String> {
    ["on", "on 30m", "off"].map(|order| format!("/silent {number} {order}")).into()
}

#[tokio::test]
async fn the_examples_hold_the_last_dialog_and_work() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2025 on").await;
    house.ask(SUPERVISOR, "/silent 2026 on").await;
    house.ask(SUPERVISOR, "/silent 2025 off").await;
    house.ask(SUPERVISOR, "/silent 999 on").await;
    let help = house.ask(SUPERVISOR, "/help").await;
    assert_eq!(examples(&help), of(2025), "{}", help.text);
    assert!(help.text.contains("Boris"), "{}", help.text);
    assert!(help.text.lines().count() <= 8, "not a manual: {}", help.text);
    for (example, silent) in examples(&help).iter().zip([true, true, false]) {
        house.ask(SUPERVISOR, example).await;
        assert_eq!(house.portal.is_silent(2025, OLGA), silent, "{example}");
    }
}

#[tokio::test]
async fn without_a_log_it_is_the_newest_of_the_list() {
    let house = House::connected().await;
    house.portal.add_dialog(Dialog::new(4001, "Zoe", "Shop").operator(OLGA));
    house.portal.client_writes(4001, "Hello?");
    let help = house.ask(SUPERVISOR, "/help").await;
    assert_eq!(examples(&help), of(4001), "{}", help.text);
    assert!(help.text.contains("Zoe"), "{}", help.text);
}

#[tokio::test]
async fn a_dialog_that_is_lost_to_them_is_no_example() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2025 on").await;
    house.portal.change_dialog(2025, |dialog| dialog.members.clear());
    let help = house.ask(SUPERVISOR, "/help").await;
    assert_ne!(examples(&help), of(2025), "{}", help.text);
    assert_eq!(examples(&help).len(), 3, "{}", help.text);
}

#[tokio::test]
async fn a_slow_or_broken_portal_keeps_nobody_waiting() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2025 on").await;
    house.portal.fault(Fault::Hang, On::method("batch").times(1));
    let began = std::time::Instant::now();
    let help = house.ask(SUPERVISOR, "/help").await;
    assert_eq!(examples(&help), of(2025), "{}", help.text);
    assert!(began.elapsed() < Duration::from_secs(3) && !help.text.contains("Boris"));

    let house = House::connected().await;
    house.portal.fault(Fault::Html(502), On::everything());
    let help = house.ask(SUPERVISOR, "/help").await;
    let role = Some(Role::Supervisor);
    assert_eq!(help.text, shown(&Reply::Help { role, connected: true, dialog: None }));
}

#[tokio::test]
async fn the_example_is_of_the_portal_that_would_be_used() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2025 on").await;
    let other = Portal::start(Settings::default()).await.unwrap();
    other.add_user(User::new(OLGA, "Olga", "Nord"));
    other.add_dialog(Dialog::new(9, "Zoe", "Shop").operator(OLGA));
    house
        .ask(SUPERVISOR, &format!("/connect {}", other.webhook(OLGA, &["imopenlines", "im"])))
        .await;
    let help = house.ask(SUPERVISOR, "/help").await;
    assert_eq!(examples(&help), of(9), "{}", help.text);
}

#[tokio::test]
async fn who_is_not_connected_gets_the_number_of_an_example_and_admins_their_commands() {
    let house = House::bare().await;
    let help = house.ask(ADMIN, "/help").await;
    assert!(help.text.contains("/connect") && examples(&help) == of(2024), "{}", help.text);
    let admins = ["/invite", "/supervisors", "/revoke"];
    let line = help.text.lines().find(|line| admins.iter().all(|command| line.contains(command)));
    assert!(line.is_some(), "{}", help.text);
    let stranger = house.ask(STRANGER, "/help").await;
    assert_eq!(stranger.text, shown(&Reply::Help { role: None, connected: false, dialog: None }));
    assert_eq!(house.calls(GET).len(), 0);
}
