//! Silent dialogs are looked after: what ends a silence is told.

use hushbot::sandbox::portal::{Dialog, Fault, Generation, On};
use jiff::SignedDuration;

use crate::house::{ADMIN, House, OLGA, SILENT, STRANGER, SUPERVISOR, private, within};

const STATE: &str = "imopenlines.v2.Session.isSilentMode";
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Lets a minute pass, and waits until the dialogs were looked at.
async fn look(house: &House) {
    let before = house.portal.last_call();
    house.clock.advance(MINUTE);
    within(house.portal.wait_for_call_from(before + 1, |call| call.method == STATE)).await;
}

/// What was sent so far is all there is: notices wait behind answers, so a minute more is given.
async fn told_nothing_since(house: &House, message: i64) {
    look(house).await;
    house.ask(STRANGER, "/whoami").await;
    let told: Vec<_> = house.answers(SUPERVISOR).into_iter().filter(|m| m.id > message).collect();
    assert!(told.is_empty(), "{told:?}");
}

#[tokio::test]
async fn what_bitrix24_drops_is_told_and_a_tap_switches_it_on_again() {
    let house = House::connected().await;
    let on = house.order(SUPERVISOR, "/silent 2024 on").await;
    told_nothing_since(&house, on.id).await;
    house.portal.drop_silent(2024);
    house.clock.advance(MINUTE);
    let told = house.next_answer(SUPERVISOR, on.id).await;
    assert!(told.text.contains("NOT silent any more") && told.text.contains("2024"), "{told:?}");
    let again = house.press(SUPERVISOR, &told, "Switch on again").await;
    assert!(again.text.starts_with('🔇'), "{}", again.text);
    assert!(house.portal.is_silent(2024, OLGA));
    told_nothing_since(&house, told.id).await;
}

#[tokio::test]
async fn what_had_an_end_is_switched_on_for_the_time_that_was_left() {
    let house = House::connected().await;
    let on = house.order(SUPERVISOR, "/silent 2024 on 30m").await;
    house.portal.drop_silent(2024);
    house.clock.advance(SignedDuration::from_mins(10));
    let told = house.next_answer(SUPERVISOR, on.id).await;
    let again = house.press(SUPERVISOR, &told, "Switch on again").await;
    assert!(again.text.contains("20 minutes"), "{}", again.text);
    // The old timer is gone: only the new one switches off.
    house.clock.advance(SignedDuration::from_mins(20));
    let over = house.next_answer(SUPERVISOR, told.id).await;
    assert!(over.text.starts_with('🔊') && over.text.contains("20 minutes"), "{}", over.text);
}

#[tokio::test]
async fn a_closed_session_ends_it_with_a_word_and_its_timer_too() {
    let house = House::connected().await;
    let on = house.order(SUPERVISOR, "/silent 2024 on 30m").await;
    house.order(SUPERVISOR, "/silent 2025 on").await;
    house.portal.close_session(2024);
    look(&house).await;
    let closed = |text: &str| text.contains("2024") && text.contains("session was closed");
    house.message(private(SUPERVISOR), |m| m.id > on.id && closed(&m.text)).await;
    // The timer goes when it was told.
    while house.ask(SUPERVISOR, "/status 2024").await.text.contains("ends") {}
    let told = house.ask(SUPERVISOR, "/help").await;
    house.portal.clear_calls();
    house.clock.advance(SignedDuration::from_mins(40));
    told_nothing_since(&house, told.id).await;
    assert_eq!(house.calls(SILENT).len(), 0);
}

#[tokio::test]
async fn where_the_flag_is_the_chats_a_colleagues_off_is_told_at_once_and_once() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::ChatWide);
    let ivan = house.portal.webhook(8, &["imopenlines", "im"]);
    for dialog in [2024, 2025] {
        house.portal.change_dialog(dialog, |dialog| dialog.members.push(8));
    }
    house.ask(ADMIN, &format!("/connect {ivan}")).await;
    house.order(SUPERVISOR, "/silent 2024 on 2h").await;
    let on = house.order(SUPERVISOR, "/silent 2025 on").await;
    // Through the bot: the timer's own word is not said besides.
    house.order(ADMIN, "/silent 2024 off").await;
    let told = house.next_answer(SUPERVISOR, on.id).await;
    let by = told.text.contains("Ada switched silent mode off") && told.text.contains("2024");
    assert!(by, "{}", told.text);
    told_nothing_since(&house, told.id).await;
    // In the portal itself.
    house.portal.switch_silent(2025, 8, false);
    house.clock.advance(MINUTE);
    let dropped = house.next_answer(SUPERVISOR, told.id).await;
    assert!(dropped.text.contains("2025") && dropped.text.contains("NOT silent"), "{dropped:?}");
}

#[tokio::test]
async fn ones_own_off_is_nothing_to_tell() {
    let house = House::connected().await;
    house.order(SUPERVISOR, "/silent 2024 2025 on").await;
    house.order(SUPERVISOR, "/silent 2024 off").await;
    let last = house.order(SUPERVISOR, "/silent 2026 on").await;
    told_nothing_since(&house, last.id).await;
}

#[tokio::test]
async fn an_order_in_work_while_it_is_looked_at_is_not_taken_for_a_drop() {
    let house = House::connected().await;
    let on = house.order(SUPERVISOR, "/silent 2024 2025 on").await;
    // The portal has switched off, and its answer does not come.
    house.portal.drop_silent(2024);
    house.portal.fault(Fault::Hang, On::method(SILENT).times(1));
    house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 off");
    within(house.portal.wait_for_call(|call| call.status.is_none())).await;
    look(&house).await;
    house.ask(STRANGER, "/whoami").await;
    let told = house.answers(SUPERVISOR).into_iter().filter(|m| m.id > on.id);
    assert_eq!(told.filter(|m| m.text.contains("NOT silent any more")).count(), 0);
}

#[tokio::test]
async fn it_survives_the_process_and_what_was_dropped_meanwhile_is_told_at_the_start() {
    let mut house = House::connected().await;
    let on = house.order(SUPERVISOR, "/silent 2024 2025 on").await;
    house.ask(SUPERVISOR, "/help").await;
    house.kill_bot().await;
    house.portal.drop_silent(2024);
    house.portal.close_session(2025);
    house.start_bot().await;
    let both = |text: &str| text.contains("2024") && text.contains("2025");
    let changed = |text: &str| text.contains("NOT silent any more") && text.contains("closed");
    let fits = |text: &str| both(text) && changed(text);
    house.message(private(SUPERVISOR), |m| m.id > on.id && fits(&m.text)).await;
}

#[tokio::test]
async fn sixty_dialogs_are_two_requests_and_passing_trouble_is_not_told() {
    let house = House::connected().await;
    let mut last = 0;
    for block in 0..3 {
        let mut order = "/silent".to_owned();
        for chat in (0..20).map(|n| 5000 + block * 20 + n) {
            house.portal.add_dialog(Dialog::new(chat, "Client", "Website").operator(OLGA));
            order = format!("{order} {chat}");
        }
        last = house.order(SUPERVISOR, &format!("{order} on")).await.id;
    }
    house.portal.clear_calls();
    look(&house).await;
    house
        .portal
        .wait_for_call(|call| call.method == STATE && call.params.to_string().contains("5059"))
        .await;
    assert_eq!(house.calls("batch").len(), 2);
    assert_eq!(house.calls(STATE).len(), 60);
    // Nothing is said of trouble that passes, and the portal is given a rest.
    house.portal.fault(Fault::code("QUERY_LIMIT_EXCEEDED"), On::everything().times(1));
    house.portal.clear_calls();
    house.clock.advance(MINUTE);
    within(house.portal.wait_for_call(|call| call.error.is_some())).await;
    house.clock.advance(MINUTE);
    house.ask(STRANGER, "/whoami").await;
    told_nothing_since(&house, last).await;
}

#[tokio::test]
async fn lost_access_is_told_once() {
    let house = House::connected().await;
    let on = house.order(SUPERVISOR, "/silent 2024 2025 on").await;
    house.portal.delete_webhook(OLGA);
    house.clock.advance(MINUTE);
    let told = house.next_answer(SUPERVISOR, on.id).await;
    assert!(told.text.contains("2024") && told.text.contains("2025"), "{}", told.text);
    assert!(told.text.contains("no access"), "{}", told.text);
    house.portal.clear_calls();
    house.clock.advance(MINUTE);
    house.ask(STRANGER, "/whoami").await;
    assert_eq!(house.portal.calls().len(), 0);
}

#[tokio::test]
async fn who_disconnects_is_not_looked_after() {
    let house = House::connected().await;
    house.order(SUPERVISOR, "/silent 2024 on").await;
    house.ask(SUPERVISOR, "/disconnect").await;
    house.portal.clear_calls();
    house.clock.advance(MINUTE);
    house.ask(STRANGER, "/whoami").await;
    assert_eq!(house.portal.calls().len(), 0);
}
