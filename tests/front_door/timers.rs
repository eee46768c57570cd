//! `/silent DIALOG on TIME`: a silence that ends by itself.

use hushbot::sandbox::portal::{Fault, Generation, On};
use jiff::SignedDuration;

use crate::house::{ADMIN, House, OLGA, SILENT, STRANGER, SUPERVISOR, private};

const HALF_AN_HOUR: SignedDuration = SignedDuration::from_mins(30);

#[tokio::test]
async fn it_switches_off_and_says_so_where_it_was_asked() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    assert!(on.text.starts_with('🔇') && on.text.contains("30"), "{}", on.text);
    let status = house.ask(SUPERVISOR, "/status 2024").await;
    assert!(status.text.contains("30"), "{}", status.text);
    house.clock.advance(HALF_AN_HOUR);
    let over = house.next_answer(SUPERVISOR, status.id).await;
    assert!(over.text.starts_with('🔊') && over.text.contains("2024"), "{}", over.text);
    assert!(!house.portal.is_silent(2024, OLGA));
    // One more half hour, by a button.
    house.press(SUPERVISOR, &over, "30").await;
    assert!(house.portal.is_silent(2024, OLGA));
    house.clock.advance(HALF_AN_HOUR);
    let again = house.next_answer(SUPERVISOR, over.id).await;
    assert!(!house.portal.is_silent(2024, OLGA));
    // And from then on without an end.
    house.press(SUPERVISOR, &again, "no end").await;
    house.clock.advance(SignedDuration::from_hours(200));
    house.ask(SUPERVISOR, "/help").await;
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn it_survives_the_process_and_what_is_overdue_runs_at_the_start() {
    let mut house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 2025 вкл 2 ч").await;
    house.kill_bot().await;
    house.clock.advance(SignedDuration::from_hours(3));
    house.start_bot().await;
    for dialog in ["2024", "2025"] {
        let over = |text: &str| text.starts_with('🔊') && text.contains(dialog);
        house.message(private(SUPERVISOR), |m| m.id > on.id && over(&m.text)).await;
    }
    assert!(!house.portal.is_silent(2024, OLGA) && !house.portal.is_silent(2025, OLGA));
}

#[tokio::test]
async fn a_newer_order_replaces_it() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.ask(SUPERVISOR, "/silent 2025 on 30m").await;
    house.ask(SUPERVISOR, "/silent 2025 on 1h").await;
    house.portal.clear_calls();
    house.clock.advance(HALF_AN_HOUR);
    house.ask(SUPERVISOR, "/help").await;
    assert_eq!(house.calls(SILENT).len(), 0);
    house.clock.advance(HALF_AN_HOUR);
    house
        .message(private(SUPERVISOR), |m| m.text.starts_with('🔊') && m.text.contains("2025"))
        .await;
    assert!(house.portal.is_silent(2024, OLGA) && !house.portal.is_silent(2025, OLGA));
}

#[tokio::test]
async fn where_the_flag_is_the_chats_another_supervisors_order_replaces_it_and_that_is_told() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::ChatWide);
    let ivan = house.portal.webhook(8, &["imopenlines", "im"]);
    house.portal.change_dialog(2024, |dialog| dialog.members.push(8));
    house.ask(ADMIN, &format!("/connect {ivan}")).await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    house.ask(ADMIN, "/silent 2024 off").await;
    let told = house.next_answer(SUPERVISOR, on.id).await;
    assert!(told.text.contains("Ada") && told.text.contains("2024"), "{}", told.text);
    house.portal.clear_calls();
    house.clock.advance(HALF_AN_HOUR);
    house.ask(SUPERVISOR, "/help").await;
    assert_eq!(house.calls(SILENT).len(), 0);
}

#[tokio::test]
async fn one_that_can_not_switch_off_is_an_alarm() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    house.portal.fault(Fault::code("ACCESS_DENIED"), On::method(SILENT).times(1));
    house.clock.advance(HALF_AN_HOUR);
    let alarm = house.next_answer(SUPERVISOR, on.id).await;
    assert!(alarm.text.starts_with('🚨'), "{}", alarm.text);
    assert!(house.portal.is_silent(2024, OLGA));
    house.press(SUPERVISOR, &alarm, "Try again").await;
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn what_may_pass_is_tried_again_and_its_end_is_told() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    house.portal.fault(Fault::Html(502), On::method(SILENT).times(2));
    house.clock.advance(HALF_AN_HOUR);
    let alarm = house.next_answer(SUPERVISOR, on.id).await;
    assert!(alarm.text.starts_with('🚨'), "{}", alarm.text);
    for minutes in [1, 2] {
        let before = house.portal.last_call();
        house.clock.advance(SignedDuration::from_mins(minutes));
        house.portal.wait_for_call_from(before + 1, |call| call.method == "batch").await;
        house.ask(STRANGER, "/whoami").await;
    }
    let over = house.next_answer(SUPERVISOR, alarm.id).await;
    assert!(over.text.starts_with('🔊'), "{}", over.text);
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn somebody_who_lost_access_is_not_acted_for() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    house.ask(ADMIN, &format!("/revoke {SUPERVISOR}")).await;
    house.portal.clear_calls();
    house.clock.advance(HALF_AN_HOUR);
    house.ask(ADMIN, "/whoami").await;
    assert_eq!(house.portal.calls().len(), 0);
}
