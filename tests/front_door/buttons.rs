//! Buttons: who pressed decides, every press is answered, an old one hurts nobody.

use std::time::Duration;

use hushbot::sandbox::portal::{self, Fault, On, Portal};

use crate::house::{
    ADMIN, GROUP, House, OLGA, SILENT, STRANGER, SUPERVISOR, data_of, private, within,
};

#[tokio::test]
async fn the_button_under_an_answer_switches_back_in_place() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    let off = house.press(SUPERVISOR, &on, "🔊").await;
    assert_eq!(off.id, on.id);
    assert!(off.text.starts_with('🔊'), "{}", off.text);
    assert!(!house.portal.is_silent(2024, OLGA));
    let on_again = house.press(SUPERVISOR, &off, "🔇").await;
    assert!(on_again.text.starts_with('🔇') && house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn every_press_is_answered_even_one_that_means_nothing() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    for data in ["", "x", "on:1:2024:9", "lang:tlh"] {
        if data.is_empty() {
            continue;
        }
        let query = house.telegram.press(private(SUPERVISOR), on.id, SUPERVISOR, data);
        within(house.telegram.wait_until(|view| view.callback_answer(&query).is_some())).await;
    }
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn in_a_group_a_press_counts_by_who_pressed() {
    let house = House::connected().await;
    let on = house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2024 on").await;
    let data = data_of(&on, "🔊");
    // A stranger is told, and only the stranger; nothing happens.
    let query = house.telegram.press(GROUP, on.id, STRANGER, &data);
    within(house.telegram.wait_until(|view| view.callback_answer(&query).is_some())).await;
    let answer = house.telegram.callback_answer(&query).unwrap();
    assert!(answer.show_alert && answer.text.unwrap().contains(&STRANGER.to_string()));
    assert!(house.portal.is_silent(2024, OLGA));

    // The admin has a connection too, to another portal, where it happens to have the same number.
    let other = Portal::start(portal::Settings::default()).await.unwrap();
    other.add_user(portal::User::new(1, "Ada", "North"));
    other.add_dialog(portal::Dialog::new(2024, "Zoe", "Shop").operator(1));
    house.ask(ADMIN, &format!("/connect {}", other.webhook(1, &["imopenlines", "im"]))).await;
    other.clear_calls();
    let told = house.press_told(ADMIN, &on, "🔊").await.unwrap();
    assert!(told.contains("not connected to the portal"), "{told}");
    house.ask(ADMIN, "/language").await;
    assert_eq!(house.now(&on), on, "the card is the others' too");
    assert_eq!(other.calls().len(), 0, "another portal's dialog of this number is not meant");
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_late_press_after_a_restart_still_works() {
    let mut house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.stop_bot().await;
    let query = house.telegram.press(private(SUPERVISOR), on.id, SUPERVISOR, &data_of(&on, "🔊"));
    house.telegram.expire_callback(&query);
    house.start_bot().await;
    within(house.portal.wait_for_call(|call| call.params["ACTIVATE"] == "N")).await;
    let answer = house.ask(SUPERVISOR, "/status 2024").await;
    assert!(answer.text.starts_with('🔊'), "{}", answer.text);
}

#[tokio::test]
async fn a_failure_that_may_pass_offers_another_try() {
    let house = House::connected().await;
    house.portal.fault(Fault::code("QUERY_LIMIT_EXCEEDED"), On::method(SILENT).times(1));
    let failed = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(failed.text.starts_with('⚠'), "{}", failed.text);
    let done = house.press(SUPERVISOR, &failed, "Try again").await;
    assert!(done.text.starts_with('🔇') && house.portal.is_silent(2024, OLGA), "{}", done.text);
}

#[tokio::test]
async fn a_card_that_was_deleted_is_sent_anew() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    let chat = private(SUPERVISOR);
    house.portal.fault(Fault::Slow(Duration::from_millis(300)), On::method(SILENT));
    house.telegram.press(chat, on.id, SUPERVISOR, &data_of(&on, "🔊"));
    house.delete(chat, on.id).await;
    let anew = within(house.telegram.next_bot_message(chat, on.id)).await;
    assert!(anew.text.starts_with('🔊'), "{}", anew.text);
}
