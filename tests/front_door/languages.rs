//! The answer's language: chosen, else the person's own, else the default.

use hushbot::sandbox::telegram::User;
use hushbot::{domain::reply::Reply, i18n::Locale};

use crate::house::{ADMIN, House, STRANGER, shown_in};

fn speaks(house: &House, id: u64, language_code: Option<&str>) {
    house.telegram.add_user(User {
        id,
        first_name: "Ada".to_owned(),
        username: None,
        language_code: language_code.map(str::to_owned),
    });
}

#[tokio::test]
async fn telegrams_language_decides_until_one_is_chosen() {
    let mut house = House::with(&[("HUSHBOT_DEFAULT_LOCALE", "ru")]).await;
    let (en, ru) = (Locale::negotiate("en").unwrap(), Locale::negotiate("ru").unwrap());
    let refused = Reply::NotConnected;
    for (code, locale) in [(Some("en-GB"), en), (Some("ru"), ru), (Some("tlh"), ru), (None, ru)] {
        speaks(&house, ADMIN, code);
        let answer = house.ask(ADMIN, "/disconnect").await;
        assert_eq!(answer.text, shown_in(&refused, locale), "{code:?}");
    }
    for (word, locale) in [("en", en), ("русский", ru), ("English", en)] {
        let answer = house.ask(ADMIN, &format!("/language {word}")).await;
        assert_eq!(answer.text, shown_in(&Reply::LanguageChanged, locale), "{word}");
        assert_eq!(house.ask(ADMIN, "/disconnect").await.text, shown_in(&refused, locale));
    }
    house.stop_bot().await;
    house.start_bot().await;
    assert_eq!(house.ask(ADMIN, "/disconnect").await.text, shown_in(&refused, en));
}

#[tokio::test]
async fn a_language_is_chosen_by_a_button_also_by_a_stranger() {
    let house = House::bare().await;
    let ru = Locale::negotiate("ru").unwrap();
    for person in [ADMIN, STRANGER] {
        let choice = house.ask(person, "/language").await;
        let changed = house.press(person, &choice, "Русский").await;
        assert_eq!(changed.text, shown_in(&Reply::LanguageChanged, ru));
    }
    let who = house.ask(STRANGER, "/start").await;
    let id = hushbot::domain::supervisor::TelegramId(STRANGER);
    assert_eq!(who.text, shown_in(&Reply::Stranger { id }, ru));
}

#[tokio::test]
async fn a_language_nobody_here_speaks_gets_a_hint() {
    let house = House::bare().await;
    let answer = house.ask(ADMIN, "/language klingon").await;
    assert!(answer.text.contains("klingon"), "{}", answer.text);
    let offered = answer.keyboard.iter().flatten().any(|button| button.text == "English");
    assert!(offered || answer.text.contains("English"), "{:?}", answer.keyboard);
}
