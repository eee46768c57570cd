//! What Telegram does to a bot: floods, blocks, outages, updates that can't be read.

use hushbot::sandbox::telegram::Fault;
use serde_json::json;

use crate::house::{ADMIN, House, OLGA, STRANGER, SUPERVISOR, private, within};

#[tokio::test]
async fn a_flood_wait_delays_the_answer_and_loses_nothing() {
    let house = House::connected().await;
    house.telegram.fault(Some("sendMessage"), Fault::FloodWait { retry_after: 1 }, Some(1));
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    let answer = within(house.telegram.next_bot_message(private(SUPERVISOR), asked)).await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    assert_eq!(house.calls(crate::house::SILENT).len(), 1);
}

#[tokio::test]
async fn somebody_who_blocked_the_bot_stops_nobody() {
    let house = House::connected().await;
    house.telegram.fault(Some("sendMessage"), Fault::Blocked, Some(1));
    house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    let answer = house.ask(SUPERVISOR, "/status 2024").await;
    assert!(answer.text.starts_with('🔇'), "the work was done all the same: {}", answer.text);
}

#[tokio::test]
async fn outages_of_telegram_are_sat_out() {
    let house = House::connected().await;
    house.telegram.fault(Some("getUpdates"), Fault::Reset, Some(2));
    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
}

#[tokio::test]
async fn an_update_that_can_not_be_read_is_passed_over() {
    let house = House::connected().await;
    house.telegram.push_raw(json!({ "message": { "from": "nobody", "text": 5 } }));
    house.telegram.push_raw(json!({ "a_kind_from_the_future": {} }));
    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
}

#[tokio::test]
async fn edited_messages_are_no_orders() {
    let house = House::connected().await;
    let said = house.telegram.say(private(SUPERVISOR), SUPERVISOR, "/status 2024");
    within(house.telegram.next_bot_message(private(SUPERVISOR), said)).await;
    house.telegram.edit(private(SUPERVISOR), said, SUPERVISOR, "/silent 2024 on").unwrap();
    house.ask(SUPERVISOR, "/status 2025").await;
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn many_at_once_are_all_answered_in_their_own_order() {
    let house = House::connected().await;
    let mut last = 0;
    for n in 0..100 {
        let word = if n % 2 == 0 { "on" } else { "off" };
        last = house.telegram.say(private(SUPERVISOR), SUPERVISOR, &format!("/silent 2024 {word}"));
        house.telegram.say(private(STRANGER), STRANGER, "/whoami");
    }
    within(house.telegram.wait_until(|view| {
        view.messages(private(SUPERVISOR)).filter(|m| m.from_bot && m.id > last - 200).count()
            >= 100
            && view.messages(private(STRANGER)).filter(|m| m.from_bot).count() >= 100
    }))
    .await;
    assert!(!house.portal.is_silent(2024, OLGA), "the last order was off");
    let sent: Vec<_> = house.calls(crate::house::SILENT);
    assert!(
        sent.iter()
            .enumerate()
            .all(|(n, call)| { call.params["ACTIVATE"] == if n % 2 == 0 { "Y" } else { "N" } })
    );
}

#[tokio::test]
async fn a_stop_answers_what_is_in_work_and_a_start_repeats_nothing() {
    let mut house = House::connected().await;
    house.portal.fault(
        hushbot::sandbox::portal::Fault::Slow(std::time::Duration::from_millis(300)),
        hushbot::sandbox::portal::On::method(crate::house::SILENT),
    );
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.portal.wait_for_call(|call| call.method == crate::house::SILENT).await;
    house.stop_bot().await;
    let answer = within(house.telegram.next_bot_message(private(SUPERVISOR), asked)).await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    house.start_bot().await;
    house.ask(ADMIN, "/whoami").await;
    assert_eq!(house.calls(crate::house::SILENT).len(), 1);
    assert_eq!(house.answers(SUPERVISOR).last().unwrap().id, answer.id);
}
