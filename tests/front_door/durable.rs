//! No command is lost, doubled or left unanswered.

use std::time::Duration;

use hushbot::sandbox::portal::{self, Fault, Generation, On, Portal};
use jiff::SignedDuration;

use crate::house::{
    ADMIN, GROUP, House, OLGA, SECRET, SILENT, SUPERVISOR, private, token_in, within,
};

#[tokio::test]
async fn what_was_in_work_when_the_process_died_is_answered_by_the_next() {
    let mut house = House::connected().await;
    house.portal.fault(Fault::Hang, On::method(SILENT).times(1));
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2025 on");
    house.stuck().await;
    house.kill_bot().await;
    assert_eq!(house.answers(SUPERVISOR).iter().filter(|m| m.id > asked).count(), 0);
    house.start_bot().await;
    for dialog in ["2024", "2025"] {
        let starts = |text: &str| text.starts_with('🔇') && text.contains(dialog);
        house.message(private(SUPERVISOR), |m| m.id > asked && starts(&m.text)).await;
    }
    assert!(house.portal.is_silent(2024, OLGA) && house.portal.is_silent(2025, OLGA));
}

#[tokio::test]
async fn what_waits_in_the_inbox_can_not_be_read_on_disk() {
    let mut house = House::connected().await;
    house.portal.fault(Fault::Hang, On::everything());
    let connect = format!("/connect {}", house.webhook());
    house.say(private(SUPERVISOR), SUPERVISOR, &connect);
    house.portal.wait_for_call(|call| call.method == "profile").await;
    house.kill_bot().await;
    house.keeps_nowhere(SECRET).await;
}

#[tokio::test]
async fn an_invite_and_a_revocation_happen_once_and_are_answered_the_same() {
    let mut house = House::connected().await;
    let mut invite = String::new();
    // The answer does not get through before the process dies.
    for (text, marker) in
        [("/invite".to_owned(), "?start="), (format!("/revoke {SUPERVISOR}"), "Sam")]
    {
        house.telegram.fault(Some("sendMessage"), hushbot::sandbox::telegram::Fault::Hang, Some(1));
        let calls = house.telegram.calls().last().map_or(0, |call| call.number);
        let asked = house.say(private(ADMIN), ADMIN, &text);
        within(house.telegram.wait_until(|view| {
            view.calls().any(|call| call.number > calls && call.method == "sendMessage")
        }))
        .await;
        house.kill_bot().await;
        house.start_bot().await;
        let answer = house.message(private(ADMIN), |m| m.id > asked).await;
        assert!(answer.text.contains(marker), "{text}: {}", answer.text);
        if text == "/invite" {
            invite = answer.text;
        }
    }
    // The token of the repeated answer is the one token that was made.
    let token = token_in(&invite);
    let welcome = house.ask(SUPERVISOR, &format!("/start {token}")).await;
    assert!(welcome.text.starts_with('✅'), "{}", welcome.text);
}

#[tokio::test]
async fn what_takes_long_gets_an_interim_answer_that_becomes_the_outcome() {
    let house = House::connected().await;
    house.portal.fault(Fault::Slow(Duration::from_millis(3_600)), On::method(SILENT).times(1));
    let interim = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(interim.text.starts_with('⏳') && interim.text.contains("2024"), "{}", interim.text);
    // The lane is free meanwhile.
    let status = house.ask(SUPERVISOR, "/status 2025").await;
    assert!(status.text.starts_with('🔊'), "{}", status.text);
    let outcome = house.message(private(SUPERVISOR), |m| m.id == interim.id && m.edited.is_some());
    assert!(outcome.await.text.starts_with('🔇'));
}

#[tokio::test]
async fn an_interim_answer_survives_the_process_and_still_becomes_the_outcome() {
    let mut house = House::connected().await;
    house.portal.fault(Fault::Hang, On::method(SILENT).times(1));
    let interim = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(interim.text.starts_with('⏳'), "{}", interim.text);
    // What is asked after it is answered after it was noted.
    house.ask(SUPERVISOR, "/help").await;
    house.kill_bot().await;
    house.start_bot().await;
    let same = |m: &hushbot::sandbox::telegram::Message| m.id == interim.id;
    let outcome = house.message(private(SUPERVISOR), |m| same(m) && m.text.starts_with('🔇')).await;
    assert!(outcome.edited.is_some());
}

#[tokio::test]
async fn a_newer_order_takes_the_place_of_one_that_waits_and_its_author_is_told() {
    let house = House::connected_with(&[("HUSHBOT_PORTAL_RETRIES", "true")]).await;
    house.portal.set_generation(Generation::ChatWide);
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.ask(SUPERVISOR, "/silent 2024 off").await;
    let ivan = house.portal.webhook(8, &["imopenlines", "im"]);
    house.portal.change_dialog(2024, |dialog| dialog.members.push(8));
    house.ask(ADMIN, &format!("/connect {ivan}")).await;
    house.ask(ADMIN, "/silent 2024 on").await;
    house.ask(ADMIN, "/silent 2024 off").await;

    house.portal.fault(Fault::code("QUERY_LIMIT_EXCEEDED"), On::method(SILENT).times(1));
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.portal.wait_for_call(|call| call.error.as_deref() == Some("QUERY_LIMIT_EXCEEDED")).await;
    let newer = house.ask(ADMIN, "/silent 2024 off").await;
    assert!(newer.text.starts_with('🔊'), "{}", newer.text);
    let told = house.next_answer(SUPERVISOR, asked).await;
    assert!(!told.text.starts_with('🔇') && told.text.contains("Ada"), "{}", told.text);
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_portal_that_hangs_stops_nobody_elses_portal() {
    let house = House::connected().await;
    let other = Portal::start(portal::Settings::default()).await.unwrap();
    other.add_user(portal::User::new(1, "Ada", "North"));
    other.add_dialog(portal::Dialog::new(2024, "Zoe", "Shop").operator(1));
    house.ask(ADMIN, &format!("/connect {}", other.webhook(1, &["imopenlines", "im"]))).await;
    house.portal.fault(Fault::Hang, On::everything());
    house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.portal.wait_for_call(|call| call.status.is_none()).await;
    let answer = house.ask(ADMIN, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
}

#[tokio::test]
async fn every_switch_is_in_the_log() {
    let house = House::connected().await;
    let empty = house.ask(SUPERVISOR, "/log").await;
    house.ask(SUPERVISOR, "/silent 2024 on 30m lunch break").await;
    house.ask(SUPERVISOR, "/silent 2025 on").await;
    house.portal.fault(Fault::code("ACCESS_DENIED"), On::method(SILENT));
    house.ask(SUPERVISOR, "/silent 2025 off").await;
    let all = house.ask(SUPERVISOR, "/log").await;
    assert_ne!(all.text, empty.text);
    assert!(all.text.contains("lunch break") && all.text.contains("2025"), "{}", all.text);
    assert!(all.text.find("2025") < all.text.find("2024"), "the newest first: {}", all.text);
    let one = house.ask(SUPERVISOR, "/log 2024").await;
    assert!(one.text.contains("lunch break") && !one.text.contains("2025"), "{}", one.text);
    // Somebody without a connection to that portal sees nothing of it.
    let other = 4711;
    house.telegram.add_user(hushbot::sandbox::telegram::User {
        id: other,
        first_name: "Otto".to_owned(),
        username: None,
        language_code: Some("en".to_owned()),
    });
    house.let_in(other).await;
    let foreign = house.ask(other, "/log").await;
    assert!(!foreign.text.contains("lunch"), "{}", foreign.text);
}

#[tokio::test]
async fn an_older_order_gives_way_to_a_newer_one_also_after_the_process_died() {
    let mut house = House::connected().await;
    house.portal.fault(Fault::Hang, On::method(SILENT).times(1));
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    // This one waits behind the hanging one of its chat, while a newer one comes from a group.
    house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2025 on");
    house.stuck().await;
    house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2025 off").await;
    house.ask_in(GROUP, SUPERVISOR, "/help@hushbot_demo_bot").await;
    house.kill_bot().await;
    house.start_bot().await;
    let about = |m: &hushbot::sandbox::telegram::Message| m.id > asked && m.text.contains("2025");
    let answer = house.message(private(SUPERVISOR), about).await;
    assert!(!answer.text.starts_with('🔇'), "{}", answer.text);
    assert!(house.portal.is_silent(2024, OLGA) && !house.portal.is_silent(2025, OLGA));
}

#[tokio::test]
async fn what_was_in_work_when_the_process_died_long_ago_is_offered() {
    let mut house = House::connected().await;
    house.portal.fault(Fault::Hang, On::method(SILENT).times(1));
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.stuck().await;
    house.kill_bot().await;
    house.clock.advance(SignedDuration::from_hours(1));
    house.start_bot().await;
    let offer = house.next_answer(SUPERVISOR, asked).await;
    assert!(!house.portal.is_silent(2024, OLGA), "{}", offer.text);
    // It may have been run by the process that died.
    let honest = offer.text.contains("can't tell") && offer.text.contains("/silent 2024 on");
    assert!(honest && !offer.text.contains("did not run"), "{}", offer.text);
    house.press(SUPERVISOR, &offer, "Run").await;
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_press_that_was_in_work_when_the_process_died_long_ago_is_offered() {
    let mut house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.portal.fault(Fault::Hang, On::method(SILENT));
    house.portal.fault(Fault::Hang, On::method("batch"));
    let data = crate::house::data_of(&on, "🔊");
    house
        .until_switching(|| {
            house.telegram.press(private(SUPERVISOR), on.id, SUPERVISOR, &data);
        })
        .await;
    house.kill_bot().await;
    house.portal.clear_faults();
    house.clock.advance(SignedDuration::from_hours(1));
    house.start_bot().await;
    let offer = house.message(private(SUPERVISOR), |m| m.id == on.id && m.edited.is_some()).await;
    let honest = offer.text.contains("can't tell") && offer.text.contains("1 h");
    assert!(honest && !offer.text.contains("Nothing was switched"), "{}", offer.text);
    house.press(SUPERVISOR, &offer, "Run").await;
    assert!(!house.portal.is_silent(2024, OLGA));
}
