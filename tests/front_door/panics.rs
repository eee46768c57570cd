//! A mistake of ours that panics: whoever asked is told, and it ends there.

use std::time::Duration;

use hushbot::sandbox::{
    portal::{Event, Fault, On},
    telegram,
};
use jiff::SignedDuration;

use crate::{
    house::{ADMIN, House, OLGA, SILENT, SUPERVISOR, private, within},
    redaction::Captured,
};

/// Long enough for a test to do something meanwhile.
const A_WHILE: Duration = Duration::from_millis(300);

/// The log of this test's thread, where the bot runs, too.
fn log() -> (Captured, tracing::subscriber::DefaultGuard) {
    let log = Captured::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).finish();
    (log, tracing::subscriber::set_default(subscriber))
}

/// The reference in an answer: eight digits of base 16.
fn reference(text: &str) -> &str {
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let is_one = |word: &&str| word.len() == 8 && word.chars().all(|c| c.is_ascii_hexdigit());
    words.find(is_one).unwrap_or_else(|| panic!("no reference in {text:?}"))
}

/// Has a handler panic while it switches 2024 on. What was answered.
async fn provoke(house: &House) -> telegram::Message {
    house.switches_meet(&Fault::Slow(A_WHILE));
    let mut asked = 0;
    house
        .until_switching(|| {
            asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
        })
        .await;
    house.clock.break_once();
    house.clock.until_looked_at().await;
    let answer = house.next_answer(SUPERVISOR, asked).await;
    house.portal.clear_faults();
    answer
}

pub(crate) async fn in_a_handler() {
    let (log, _guard) = log();
    let mut house = House::connected().await;
    house.know_the_portal().await;
    let answer = provoke(&house).await;
    assert!(answer.text.contains("broke on my side"), "{}", answer.text);
    let told = reference(&answer.text);
    assert!(log.text().lines().any(|line| line.contains("ERROR") && line.contains(told)));
    house.ask(ADMIN, "/whoami").await;
    let next = house.ask(SUPERVISOR, "/silent 2024 off").await;
    assert!(next.text.starts_with('🔊'), "{}", next.text);
    // It is settled: the next process does not come back to it.
    let switches = house.asked_to_switch();
    house.stop_bot().await;
    house.start_bot().await;
    house.ask(SUPERVISOR, "/status 2024").await;
    assert_eq!(house.asked_to_switch(), switches);
    let repeats = house.answers(SUPERVISOR).into_iter().filter(|m| m.text.contains(told));
    assert_eq!(repeats.count(), 1);
}

pub(crate) async fn past_the_answer() {
    let mut house = House::connected().await;
    house.telegram.fault(Some("sendMessage"), telegram::Fault::Slow(A_WHILE), Some(1));
    let before = house.telegram.calls().last().map_or(0, |call| call.number);
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/status 2024");
    within(house.telegram.wait_until(|view| {
        view.calls().any(|call| call.number > before && call.method == "sendMessage")
    }))
    .await;
    house.clock.break_once();
    house.clock.until_looked_at().await;
    house.say(private(SUPERVISOR), SUPERVISOR, "/status 2025");
    let after = |text: &'static str| {
        house.message(private(SUPERVISOR), move |m| m.id > asked && m.text.contains(text))
    };
    after("2024").await;
    after("2025").await;
    house.ask(SUPERVISOR, "/help").await;
    let said = house.answers(SUPERVISOR).len();
    house.stop_bot().await;
    house.start_bot().await;
    house.ask(SUPERVISOR, "/help").await;
    assert_eq!(house.answers(SUPERVISOR).len(), said + 1, "it is settled");
}

#[tokio::test]
async fn a_timer_that_panics_is_tried_again() {
    // The watch looks at the clock, too.
    let house = House::connected_with(&[("HUSHBOT_WATCH_SECONDS", "0")]).await;
    house.know_the_portal().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    house.switches_meet(&Fault::Slow(A_WHILE));
    house.until_switching(|| house.clock.advance(SignedDuration::from_mins(30))).await;
    house.clock.break_once();
    house.clock.until_looked_at().await;
    house.portal.clear_faults();
    let before = house.portal.last_call();
    house.ask(ADMIN, "/whoami").await;
    house.clock.advance(SignedDuration::from_mins(1));
    house.portal.wait_for_call_from(before + 1, |call| call.method == SILENT).await;
    let over = house.next_answer(SUPERVISOR, on.id).await;
    assert!(over.text.contains("2024"), "{}", over.text);
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_message_with_a_secret_is_deleted_although_its_handler_panics() {
    let house = House::connected().await;
    // The deletion is under way for longer than the work.
    house.telegram.fault(Some("deleteMessage"), telegram::Fault::Slow(A_WHILE * 2), Some(1));
    house.portal.fault(Fault::Slow(A_WHILE), On::method("profile").times(1));
    let mut events = house.portal.subscribe();
    let connect = format!("/connect {}", house.webhook());
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, &connect);
    let mut arrived = String::new();
    while arrived != "profile" {
        if let Event::CallArrived { method, .. } = within(events.recv()).await.unwrap() {
            arrived = method;
        }
    }
    house.clock.break_once();
    let answer = house.next_answer(SUPERVISOR, asked).await;
    assert!(answer.text.contains("broke on my side"), "{}", answer.text);
    let is_gone = |view: &telegram::View<'_>| view.message(private(SUPERVISOR), asked).is_none();
    within(house.telegram.wait_until(is_gone)).await;
}
