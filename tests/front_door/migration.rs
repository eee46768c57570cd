//! A group becomes a supergroup: what is kept by its old id follows.

use hushbot::sandbox::{
    portal::{Fault, On},
    telegram::Call,
};
use jiff::SignedDuration;

use crate::house::{GROUP, House, OLGA, SILENT, SUPERVISOR, within};

const SUPERGROUP: i64 = -1_000_000_000_500;

/// Moves the group, and waits until the bot has taken that in.
async fn migrate(house: &House) {
    house.telegram.migrate(GROUP, SUPERGROUP).unwrap();
    let last = house.telegram.last_update_id();
    within(house.telegram.wait_until(|view| view.is_confirmed(last))).await;
}

fn calls_of(house: &House, method: &str, chat: i64) -> Vec<Call> {
    let calls = house.telegram.calls().into_iter();
    calls.filter(|call| call.method == method && call.params["chat_id"] == chat).collect()
}

#[tokio::test]
async fn a_timer_is_told_of_in_the_supergroup() {
    let mut house = House::connected().await;
    house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2024 on 30m").await;
    migrate(&house).await;
    let sent = calls_of(&house, "sendMessage", GROUP).len();
    house.stop_bot().await;
    house.start_bot().await;
    house.clock.advance(SignedDuration::from_mins(30));
    let over = within(house.telegram.next_bot_message(SUPERGROUP, 0)).await;
    assert!(over.text.starts_with('🔊') && over.text.contains("2024"), "{}", over.text);
    assert!(!house.portal.is_silent(2024, OLGA));
    assert_eq!(calls_of(&house, "sendMessage", GROUP).len(), sent, "the old id is forgotten");
}

#[tokio::test]
async fn an_order_in_work_is_answered_in_the_supergroup() {
    let mut house = House::connected().await;
    house.portal.fault(Fault::Hang, On::method(SILENT));
    house.portal.fault(Fault::Hang, On::method("batch"));
    let interim = house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2024 on").await;
    assert!(interim.text.starts_with('⏳'), "{}", interim.text);
    // What is asked after it is answered after it was noted.
    house.ask_in(GROUP, SUPERVISOR, "/help@hushbot_demo_bot").await;
    migrate(&house).await;
    house.kill_bot().await;
    house.portal.clear_faults();
    // Messages have other numbers there: one of these may well be the interim answer's.
    for _ in 0..5 {
        house.say(SUPERGROUP, SUPERVISOR, "good morning");
    }
    house.start_bot().await;
    let outcome = house.message(SUPERGROUP, |m| m.text.starts_with('🔇')).await;
    assert_eq!(calls_of(&house, "editMessageText", SUPERGROUP).len(), 0);
    assert_eq!(outcome.reply_to, None);
}
