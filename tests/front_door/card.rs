//! The card of one dialog: what it shows, what its buttons do, and when it is too old for that.

use hushbot::sandbox::{
    portal::{Generation, User},
    telegram::{self, Message},
};
use jiff::SignedDuration;

use crate::house::{
    ADMIN, GROUP, House, OLGA, SILENT, STRANGER, SUPERVISOR, data_of, private, within,
};

const IVAN: u64 = 8;
const OLD: &str = "This card was old. Here is the state now: press again.";

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

/// The labels of the buttons, by rows.
fn labels(message: &Message) -> Vec<Vec<&str>> {
    fn text(button: &telegram::Button) -> &str {
        &button.text
    }
    message.keyboard.iter().map(|row| row.iter().map(text).collect()).collect()
}

#[tokio::test]
async fn it_tells_who_where_and_until_when_in_few_lines() {
    let house = House::bare().await;
    house.portal.add_user(User::new(OLGA, "Olga", "Nord").in_zone("Asia/Tokyo"));
    house.portal.change_dialog(2024, |dialog| dialog.operator = Some(IVAN));
    house.let_in(SUPERVISOR).await;
    house.connect(SUPERVISOR).await;
    house.portal.clear_calls();
    let card = house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    assert_eq!(house.requests(), 1);
    let lines: Vec<&str> = card.text.lines().collect();
    assert!(lines.len() <= 6, "{}", card.text);
    assert_eq!(lines[0], "🔇 2024 · Anna: silent for 30 minutes.");
    assert!(lines[1].starts_with("Your messages"), "{}", lines[1]);
    assert_eq!(lines[2..4], ["💬 Live chat · Website", "👤 Ivan West"]);
    let tokyo = jiff::tz::TimeZone::get("Asia/Tokyo").unwrap();
    let end = tokyo.to_datetime(hushbot::domain::clock::Clock::now(&*house.clock) + minutes(30));
    let clock = format!("{:02}:{:02} (in 30 minutes)", end.hour(), end.minute());
    assert!(lines[4].starts_with("⏱️ until ") && lines[4].ends_with(&clock), "{}", lines[4]);
    assert_eq!(
        labels(&card),
        [
            vec!["🔊 Silent off", "↩️ Undo"],
            vec!["⏱️ 30 min", "⏱️ 1 h", "⏱️ 4 h"],
            vec!["🔄 Refresh", "🔗 Open"]
        ]
    );
    let link = format!("{}/online/?IM_DIALOG=chat2024", house.portal.url());
    assert_eq!(card.keyboard[2][1].url.as_deref(), Some(link.as_str()));
    // Asked again it tells the same, less what has just been done.
    let again = house.ask(SUPERVISOR, "/status 2024").await;
    assert_eq!(again.text.lines().skip(1).collect::<Vec<_>>(), lines[1..]);
    assert_eq!(labels(&again)[0], ["🔊 Silent off"]);
}

#[tokio::test]
async fn what_is_not_known_is_left_out_and_nobody_and_numbers_are_said() {
    let house = House::bare().await;
    house.let_in(SUPERVISOR).await;
    let narrow = house.portal.webhook(OLGA, &["imopenlines"]);
    house.ask(SUPERVISOR, &format!("/connect {narrow}")).await;
    let own = house.ask(SUPERVISOR, "/status 2024").await;
    assert!(own.text.contains("👤 Olga Nord"), "one's own name needs no scope: {}", own.text);
    house.portal.change_dialog(2024, |dialog| dialog.operator = Some(IVAN));
    let number = house.ask(SUPERVISOR, "/status 2024").await;
    assert!(number.text.contains("👤 employee No. 8"), "{}", number.text);
    house.portal.change_dialog(2024, |dialog| {
        dialog.operator = None;
        dialog.connector = "my_app".to_owned();
    });
    let nobody = house.ask(SUPERVISOR, "/status 2024").await;
    assert!(nobody.text.contains("👤 nobody has taken it yet"), "{}", nobody.text);
    assert!(nobody.text.contains("my_app · Website") && !nobody.text.contains("⏱️"));
    assert_eq!(house.calls("im.user.get").len(), 0);
}

#[tokio::test]
async fn its_times_and_its_switch_edit_it_in_place() {
    let house = House::connected().await;
    let card = house.ask(SUPERVISOR, "/status 2024").await;
    let hour = house.press(SUPERVISOR, &card, "1 h").await;
    assert!(hour.text.contains("in 1 hour") && house.portal.is_silent(2024, OLGA));
    let off = house.press(SUPERVISOR, &hour, "🔊").await;
    assert!(off.text.starts_with('🔊') && !off.text.contains("⏱️"), "{}", off.text);
    assert!(!house.portal.is_silent(2024, OLGA));
    assert_eq!((hour.id, off.id), (card.id, card.id));
}

#[tokio::test]
async fn undo_leads_back_to_exactly_what_was() {
    let house = House::connected().await;
    // From off.
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    let off = house.press(SUPERVISOR, &on, "Undo").await;
    assert!(off.text.starts_with('🔊') && !house.portal.is_silent(2024, OLGA), "{}", off.text);
    // And back again: what was is what the first order made.
    let on = house.press(SUPERVISOR, &off, "Undo").await;
    assert!(on.text.starts_with('🔇') && house.portal.is_silent(2024, OLGA), "{}", on.text);
    // From a silence without an end.
    let timed = house.press(SUPERVISOR, &on, "30 min").await;
    assert!(timed.text.contains("30 minutes"), "{}", timed.text);
    let endless = house.press(SUPERVISOR, &timed, "Undo").await;
    assert!(endless.text.starts_with('🔇') && !endless.text.contains("⏱️"), "{}", endless.text);
    // From a silence with an end, some minutes later, to that same end.
    let timed = house.press(SUPERVISOR, &endless, "30 min").await;
    house.clock.advance(minutes(10));
    let off = house.press(SUPERVISOR, &timed, "🔊").await;
    let back = house.press(SUPERVISOR, &off, "Undo").await;
    assert!(back.text.contains("in 20 minutes"), "{}", back.text);
    house.clock.advance(minutes(20));
    house.next_answer(SUPERVISOR, back.id).await;
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn undo_does_not_begin_a_silence_anew_whose_time_has_passed() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2024 on 5m").await;
    let endless = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.clock.advance(minutes(6));
    let off = house.press(SUPERVISOR, &endless, "Undo").await;
    assert!(off.text.starts_with('🔊') && !house.portal.is_silent(2024, OLGA), "{}", off.text);
}

#[tokio::test]
async fn there_is_nothing_to_undo_where_nothing_changed() {
    for generation in [Generation::Personal, Generation::ChatWide] {
        let house = House::connected().await;
        house.portal.set_generation(generation);
        let undo = |message: &Message| labels(message)[0].contains(&"↩️ Undo");
        assert!(!undo(&house.ask(SUPERVISOR, "/silent 2024 off").await), "{generation:?}");
        assert!(undo(&house.ask(SUPERVISOR, "/silent 2024 on").await), "{generation:?}");
        assert!(!undo(&house.ask(SUPERVISOR, "/silent 2024 on").await), "{generation:?}");
        assert!(undo(&house.ask(SUPERVISOR, "/silent 2024 on 1h").await), "{generation:?}");
        assert!(!undo(&house.ask(SUPERVISOR, "/status 2024").await));
    }
}

#[tokio::test]
async fn a_refresh_that_changes_nothing_is_answered_and_hurts_nothing() {
    let house = House::connected().await;
    let card = house.ask(SUPERVISOR, "/status 2024").await;
    for _ in 0..2 {
        assert_eq!(house.press_told(SUPERVISOR, &card, "Refresh").await, None);
    }
    house.ask(SUPERVISOR, "/help").await;
    assert_eq!(house.now(&card), card);
    assert_eq!(house.calls(SILENT).len(), 0);
}

#[tokio::test]
async fn a_card_older_than_a_quarter_of_an_hour_shows_the_state_instead() {
    let house = House::connected().await;
    let card = house.ask(SUPERVISOR, "/status 2024").await;
    house.clock.advance(minutes(14));
    let fresh = house.press(SUPERVISOR, &card, "🔇").await;
    assert!(house.portal.is_silent(2024, OLGA), "not a second too early: {}", fresh.text);
    house.portal.switch_silent(2024, OLGA, false);
    for label in ["🔊", "30 min", "Undo"] {
        house.clock.advance(minutes(16));
        let told = house.press_told(SUPERVISOR, &fresh, label).await;
        assert_eq!(told.as_deref(), Some(OLD), "{label}");
        house.ask(SUPERVISOR, "/help").await;
        assert!(house.now(&card).text.starts_with('🔊'), "{label}");
    }
    assert_eq!(house.calls(SILENT).len(), 1);
    let now = house.now(&card);
    house.clock.advance(minutes(16));
    // It still shows what is so, and Telegram keeps its old date; but now it has been looked at.
    assert_eq!(house.press_told(SUPERVISOR, &now, "🔇").await.as_deref(), Some(OLD));
    house.ask(SUPERVISOR, "/help").await;
    house.press(SUPERVISOR, &now, "🔇").await;
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_card_that_a_newer_order_has_overtaken_shows_the_state_instead() {
    let house = House::connected().await;
    let card = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.clock.advance(minutes(1));
    house.ask(SUPERVISOR, "/silent 2024 on 1h").await;
    let told = house.press_told(SUPERVISOR, &card, "30 min").await;
    assert_eq!(told.as_deref(), Some(OLD));
    let now = house.message(private(SUPERVISOR), |m| m.id == card.id && m.edited.is_some()).await;
    assert!(now.text.contains("in 1 hour"), "{}", now.text);
    let half = house.press(SUPERVISOR, &now, "30 min").await;
    assert!(half.text.contains("in 30 minutes"), "{}", half.text);
}

#[tokio::test]
async fn another_persons_order_makes_a_card_old_where_the_flag_is_the_chats() {
    for (generation, old) in [(Generation::Personal, false), (Generation::ChatWide, true)] {
        let house = House::connected().await;
        house.portal.set_generation(generation);
        house.portal.change_dialog(2024, |dialog| dialog.members.push(IVAN));
        let ivan = house.portal.webhook(IVAN, &["imopenlines", "im"]);
        house.ask(ADMIN, &format!("/connect {ivan}")).await;
        let card = house.ask(SUPERVISOR, "/silent 2024 on").await;
        house.clock.advance(minutes(1));
        house.ask(ADMIN, "/silent 2024 on 1h").await;
        let told = house.press_told(SUPERVISOR, &card, "🔊").await;
        assert_eq!(told.as_deref() == Some(OLD), old, "{generation:?}");
        house.ask(SUPERVISOR, "/help").await;
        assert_eq!(house.portal.is_silent(2024, OLGA), old, "{generation:?}");
    }
}

#[tokio::test]
async fn what_a_restart_finds_in_the_log_makes_a_card_old_too() {
    let mut house = House::connected().await;
    let card = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.clock.advance(minutes(1));
    house.ask(SUPERVISOR, "/silent 2024 on 1h").await;
    house.stop_bot().await;
    house.start_bot().await;
    let told = house.press_told(SUPERVISOR, &card, "🔊").await;
    assert_eq!(told.as_deref(), Some(OLD));
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_card_that_telegram_does_not_show_any_more_counts_as_old() {
    let house = House::connected().await;
    let card = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.delete(private(SUPERVISOR), card.id).await;
    let told = house.press_told(SUPERVISOR, &card, "🔊").await;
    assert_eq!(told.as_deref(), Some(OLD));
    let anew = house.next_answer(SUPERVISOR, card.id).await;
    assert!(anew.text.starts_with('🔇') && house.portal.is_silent(2024, OLGA), "{}", anew.text);
}

#[tokio::test]
async fn an_offer_to_run_what_came_late_grows_old_too() {
    let house = House::connected().await;
    let chat = private(SUPERVISOR);
    let now = hushbot::domain::clock::Clock::now(&*house.clock);
    let asked = house.telegram.say_at(chat, SUPERVISOR, "/silent 2024 on", now.as_second() - 3600);
    let offer = house.next_answer(SUPERVISOR, asked).await;
    house.clock.advance(minutes(16));
    assert_eq!(house.press_told(SUPERVISOR, &offer, "Run").await.as_deref(), Some(OLD));
    let card = house.message(chat, |m| m.id == offer.id && m.text.starts_with('🔊')).await;
    assert_eq!(house.calls(SILENT).len(), 0);
    house.press(SUPERVISOR, &card, "🔇").await;
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn in_a_group_who_may_not_is_told_alone_and_the_card_stays() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::ChatWide);
    let card = house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2024 on").await;
    let stranger = house.press_told(STRANGER, &card, "🔊").await.unwrap();
    assert!(stranger.contains("not authorised"), "{stranger}");
    for label in ["🔊", "30 min", "Undo", "Refresh"] {
        let told = house.press_told(ADMIN, &card, label).await.unwrap();
        assert!(told.contains("2024") && told.contains("no portal connected"), "{label}: {told}");
    }
    // Connected there, but the portal keeps the dialog from them.
    let ivan = house.portal.webhook(IVAN, &["imopenlines", "im"]);
    house.ask(ADMIN, &format!("/connect {ivan}")).await;
    for label in ["🔊", "Refresh"] {
        let told = house.press_told(ADMIN, &card, label).await.unwrap();
        assert!(told.starts_with('⚠'), "{label}: {told}");
    }
    house.ask(ADMIN, "/help").await;
    assert_eq!(house.now(&card), card);
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn in_a_group_an_answer_names_who_acted() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::ChatWide);
    house.portal.change_dialog(2024, |dialog| dialog.members.push(IVAN));
    let ivan = house.portal.webhook(IVAN, &["imopenlines", "im"]);
    house.ask(ADMIN, &format!("/connect {ivan}")).await;
    let on = house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2024 on").await;
    assert!(on.text.ends_with("\n— Sam"), "{}", on.text);
    let off = house.press(ADMIN, &on, "🔊").await;
    assert!(off.text.ends_with("\n— Ada"), "{}", off.text);
    let several = house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2024 2025 on").await;
    assert!(several.text.ends_with("\n— Sam"), "{}", several.text);
    let question = house.ask_in(GROUP, SUPERVISOR, "/status@hushbot_demo_bot 2024").await;
    assert!(!question.text.contains("— Sam"), "{}", question.text);
    let private = house.ask(SUPERVISOR, "/silent 2024 off").await;
    assert!(!private.text.contains("— Sam"), "{}", private.text);
}

#[tokio::test]
async fn a_link_that_telegram_does_not_take_costs_no_answer() {
    let house = House::connected().await;
    let invalid = |description: &str| telegram::Fault::Error {
        code: 400,
        description: description.to_owned(),
    };
    let wrong = "Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL";
    house.telegram.fault(Some("sendMessage"), invalid(wrong), Some(1));
    let card = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert_eq!(labels(&card)[2], ["🔄 Refresh"]);
    let invalid = invalid("Bad Request: BUTTON_URL_INVALID");
    house.telegram.fault(Some("editMessageText"), invalid, Some(1));
    let off = house.press(SUPERVISOR, &card, "🔊").await;
    assert!(off.text.starts_with('🔊'), "{}", off.text);
    assert_eq!(labels(&off)[2], ["🔄 Refresh"]);
}

#[tokio::test]
async fn two_taps_in_a_row_do_one_thing() {
    let house = House::connected().await;
    let card = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.clock.advance(minutes(1));
    let data = data_of(&card, "30 min");
    let chat = private(SUPERVISOR);
    let queries = [0, 1].map(|_| house.telegram.press(chat, card.id, SUPERVISOR, &data));
    for query in &queries {
        within(house.telegram.wait_until(|view| view.callback_answer(query).is_some())).await;
    }
    house.ask(SUPERVISOR, "/help").await;
    assert_eq!(house.calls(SILENT).len(), 2);
    let told = house.telegram.callback_answer(&queries[1]).unwrap().text;
    assert_eq!(told.as_deref(), Some(OLD));
    assert!(house.now(&card).text.contains("30 minutes"));
}
