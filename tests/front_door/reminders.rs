//! Reminders of silences without an end, and `/remind`.

use jiff::SignedDuration;

use crate::house::{GROUP, House, OLGA, STRANGER, SUPERVISOR, private};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

#[tokio::test]
async fn after_an_hour_and_again_after_as_long_with_the_way_out() {
    let house = House::connected().await;
    let on = house.order(SUPERVISOR, "/silent 2024 on").await;
    house.clock.advance(HOUR);
    let first = house.next_answer(SUPERVISOR, on.id).await;
    assert!(first.text.starts_with('🔇') && first.text.contains("1 hour"), "{}", first.text);
    house.clock.advance(SignedDuration::from_mins(30));
    house.ask(STRANGER, "/whoami").await;
    house.clock.advance(SignedDuration::from_mins(30));
    let second = house.next_answer(SUPERVISOR, first.id).await;
    assert!(second.text.contains("2 hours"), "{}", second.text);
    let off = house.press(SUPERVISOR, &second, "Silent off").await;
    assert!(off.text.starts_with('🔊'), "{}", off.text);
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn more_urgently_when_the_client_waits() {
    let house = House::connected().await;
    let on = house.order(SUPERVISOR, "/silent 2024 2025 on").await;
    house.portal.client_writes(2024, "Hello? Anybody there?");
    house.clock.advance(HOUR);
    let told = house.next_answer(SUPERVISOR, on.id).await;
    assert!(told.text.starts_with('🚨'), "{}", told.text);
    let row = |dialog| told.text.lines().find(|line| line.contains(dialog)).unwrap().to_owned();
    assert!(row("2024").contains("waiting"), "{}", told.text);
    assert!(!row("2025").contains("waiting"), "{}", told.text);
    assert_eq!(house.calls("im.recent.get").len(), 1);
}

#[tokio::test]
async fn not_of_a_silence_with_an_end() {
    let house = House::connected().await;
    house.order(SUPERVISOR, "/silent 2024 on 2h").await;
    let on = house.order(SUPERVISOR, "/silent 2025 on").await;
    house.clock.advance(HOUR);
    let told = house.next_answer(SUPERVISOR, on.id).await;
    assert!(told.text.contains("2025") && !told.text.contains("2024"), "{}", told.text);
    house.clock.advance(HOUR);
    let over = |text: &str| text.contains("2024") && text.starts_with('🔊');
    house.message(private(SUPERVISOR), |m| m.id > told.id && over(&m.text)).await;
    house.ask(STRANGER, "/whoami").await;
    let reminded = house.answers(SUPERVISOR).into_iter().filter(|m| m.text.starts_with('🔇'));
    assert_eq!(reminded.filter(|m| m.id > on.id && m.text.contains("2024")).count(), 0);
}

#[tokio::test]
async fn as_each_has_set_it() {
    let house = House::connected().await;
    let set = house.ask(SUPERVISOR, "/remind").await;
    assert!(set.text.contains("1 hour"), "{}", set.text);
    let set = house.ask(SUPERVISOR, "/remind 2h").await;
    assert!(set.text.contains("2 hours"), "{}", set.text);
    let on = house.order(SUPERVISOR, "/silent 2024 on").await;
    house.clock.advance(HOUR);
    let asked = house.ask(SUPERVISOR, "/remind").await;
    assert!(asked.text.contains("2 hours"), "{}", asked.text);
    house.clock.advance(HOUR);
    let told = house.next_answer(SUPERVISOR, asked.id).await;
    assert!(told.text.starts_with('🔇') && told.text.contains("2024"), "{}", told.text);
    let never = house.ask(SUPERVISOR, "/remind off").await;
    house.clock.advance(SignedDuration::from_hours(5));
    house.ask(STRANGER, "/whoami").await;
    let later = house.answers(SUPERVISOR).into_iter().filter(|m| m.id > never.id);
    assert_eq!(later.count(), 0, "{}", on.text);
}

#[tokio::test]
async fn where_it_was_ordered_and_after_a_kill_too() {
    let mut house = House::connected().await;
    let on = house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2024 on").await;
    house.ask_in(GROUP, SUPERVISOR, "/help@hushbot_demo_bot").await;
    house.kill_bot().await;
    house.clock.advance(SignedDuration::from_hours(3));
    house.start_bot().await;
    let reminder = |text: &str| text.contains("has been silent for 3 hours");
    house.message(GROUP, |m| m.id > on.id && reminder(&m.text)).await;
}

#[tokio::test]
async fn also_where_nothing_is_looked_at() {
    let house = House::connected_with(&[("HUSHBOT_WATCH_SECONDS", "0")]).await;
    let on = house.order(SUPERVISOR, "/silent 2024 on").await;
    house.portal.clear_calls();
    house.clock.advance(HOUR);
    house.next_answer(SUPERVISOR, on.id).await;
    assert_eq!(house.calls("imopenlines.v2.Session.isSilentMode").len(), 0);
}
