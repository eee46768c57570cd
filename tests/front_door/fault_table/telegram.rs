//! What happens around a command: to the bot, to Telegram, on the way to a portal; and what the
//! person sees of it. One row is one test; what plays it is below or in the file it names.

use std::time::Duration;

use hushbot::{
    portal::Patience,
    sandbox::{
        portal::Fault,
        telegram::{self, Line, Message},
    },
};
use jiff::SignedDuration;

use crate::{
    binary,
    house::{ADMIN, House, OLGA, SUPERVISOR, data_of, private, within},
    panics,
};

/// The name of a test: what fails, what the person sees, what plays it.
macro_rules! rows {
    ($($name:ident: $fails:literal => $seen:literal, $play:expr;)+) => {
        mod row {
            use super::*;

            $(
                #[doc = $fails]
                #[tokio::test]
                async fn $name() {
                    println!("{}: {}", $fails, $seen);
                    $play.await;
                }
            )+
        }
    };
}

rows! {
    handler_panics: "a handler panics"
        => "an internal error with a reference that the log has; nobody else notices",
        panics::in_a_handler();
    answer_panics: "the bot panics past the answer"
        => "the chat's next command is answered", panics::past_the_answer();
    downtime_message: "the bot was down for a while"
        => "old commands are offered, not run", super::old_messages();
    downtime_press: "a button was pressed meanwhile"
        => "the press is not run, the card shows the state now", super::old_presses();
    two_copies: "two copies run"
        => "admins are told once, nothing is doubled", super::two_copies();
    delivered_twice: "an update is delivered twice"
        => "one action, one reply", super::delivered_twice();
    late_press: "a button's query expired before it was answered"
        => "the order is carried out, the card shows it", super::late_press();
    asks_to_wait: "the portal asks to wait"
        => "that it waits, and for how long; then the outcome in the same message",
        super::asks_to_wait();
    hangs: "the portal hangs"
        => "that the portal did not answer",
        super::breaks(Fault::Hang, "did not answer");
    resets: "the portal resets"
        => "that the portal did not answer",
        super::breaks(Fault::Reset, "did not answer");
    html: "the portal answers HTML"
        => "that something broke inside the portal",
        super::breaks(Fault::Html(502), "inside Bitrix24");
    broken_json: "the portal answers broken JSON"
        => "that the answer can't be read",
        super::breaks(Fault::BrokenJson, "can't be read");
    half_a_webhook: "half a webhook is pasted"
        => "what a whole one looks like; the message is deleted all the same",
        super::half_a_webhook();
    disk_wiped: "the host wiped the disk"
        => "one line at the start that says that everything is gone", binary::a_wiped_disk();
    store_locked: "another process has the store"
        => "one line at the start that says so", binary::a_second_process();
}

async fn old_messages() {
    let house = House::connected().await;
    let old = jiff::Timestamp::now() - SignedDuration::from_hours(2);
    let chat = private(SUPERVISOR);
    let line = |text| Line {
        chat,
        from: SUPERVISOR,
        text,
        reply_to: None,
        thread: None,
        date: Some(old.as_second()),
    };
    let asked = house.telegram.write(&line("/silent 2024 on 30m lunch")).unwrap();
    let offer = house.next_answer(SUPERVISOR, asked).await;
    let shown = offer.text.contains("/silent 2024 on 30m lunch");
    assert!(shown && offer.text.contains("did not run"), "{}", offer.text);
    assert!(!house.portal.is_silent(2024, OLGA));
    // A question is answered however late it comes.
    let asked = house.telegram.write(&line("/status 2024")).unwrap();
    assert!(house.next_answer(SUPERVISOR, asked).await.text.starts_with('🔊'));

    let done = house.press(SUPERVISOR, &offer, "Run").await;
    assert!(done.text.starts_with('🔇'), "{}", done.text);
    assert!(house.portal.is_silent(2024, OLGA));
    house.ask(SUPERVISOR, "/silent 2024 off").await;
    // A second press on the old button, as a phone without network may send it, runs nothing.
    let data = data_of(&offer, "Run");
    let query = house.telegram.press(chat, offer.id, SUPERVISOR, &data);
    within(house.telegram.wait_until(|view| view.callback_answer(&query).is_some())).await;
    house.ask(SUPERVISOR, "/status 2024").await;
    assert!(!house.portal.is_silent(2024, OLGA));
}

async fn old_presses() {
    let mut house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.stop_bot().await;
    let data = data_of(&on, "🔊");
    house.telegram.press(private(SUPERVISOR), on.id, SUPERVISOR, &data);
    house.clock.advance(SignedDuration::from_mins(10));
    house.start_bot().await;
    let card = house.message(private(SUPERVISOR), |m| m.id == on.id && m.edited.is_some()).await;
    assert!(card.text.starts_with('🔇') && house.portal.is_silent(2024, OLGA), "{}", card.text);
    house.press(SUPERVISOR, &card, "🔊").await;
    assert!(!house.portal.is_silent(2024, OLGA));
}

async fn two_copies() {
    let house = House::connected().await;
    let before = house.ask(ADMIN, "/help").await.id;
    house.telegram.fault(Some("getUpdates"), telegram::Fault::Conflict, Some(2));
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    let alarm = house.next_answer(ADMIN, before).await;
    house.ask(ADMIN, "/whoami").await;
    let alarms = house.answers(ADMIN).into_iter().filter(|m| m.text == alarm.text);
    assert_eq!(alarms.count(), 1);
    assert_eq!(house.asked_to_switch(), 1);
    assert_eq!(house.answers(SUPERVISOR).last().unwrap().id, on.id);
}

async fn delivered_twice() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    let update = house.telegram.last_update_id();
    assert!(house.telegram.redeliver(update));
    let answer = house.ask(SUPERVISOR, "/status 2024").await;
    assert!(house.telegram.redeliver(update));
    house.ask(SUPERVISOR, "/status 2024").await;
    assert_eq!(house.asked_to_switch(), 1);
    let silenced = house.answers(SUPERVISOR).into_iter().filter(|m| m.id < answer.id);
    assert_eq!(silenced.filter(|m| m.text.starts_with('🔇')).count(), 1);
}

async fn late_press() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    let description = "Bad Request: query is too old and response timeout expired or query ID is \
                       invalid";
    let too_old = telegram::Fault::Error { code: 400, description: description.to_owned() };
    house.telegram.fault(Some("answerCallbackQuery"), too_old, None);
    let off = house.press(SUPERVISOR, &on, "🔊").await;
    assert!(off.text.starts_with('🔊'), "{}", off.text);
    assert!(!house.portal.is_silent(2024, OLGA));
    // The card has fresh buttons, and the chat goes on.
    let on = house.press(SUPERVISOR, &off, "🔇").await;
    assert!(on.text.starts_with('🔇'), "{}", on.text);
    let messages = house.answers(SUPERVISOR).len();
    house.ask(SUPERVISOR, "/status 2024").await;
    assert_eq!(house.answers(SUPERVISOR).len(), messages + 1, "a card is edited, not repeated");
}

async fn asks_to_wait() {
    // A little longer than somebody is left without a word.
    let operating_unknown = Duration::from_millis(3_300);
    let house = House::patient(Patience { operating_unknown, ..Patience::default() }).await;
    house.switches_meet(&Fault::code("OPERATION_TIME_LIMIT"));
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    let refused = |call: &hushbot::sandbox::portal::Call| call.status == Some(429);
    house.portal.wait_for_call(refused).await;
    house.portal.clear_faults();
    let interim = house.next_answer(SUPERVISOR, asked).await;
    let waits = interim.text.starts_with('⏳') && interim.text.contains("asks to wait");
    assert!(waits, "{}", interim.text);
    let same = |m: &Message| m.id == interim.id && m.text.starts_with('🔇');
    house.message(private(SUPERVISOR), same).await;
    assert_eq!(house.asked_to_switch(), 2);
}

/// A portal that breaks on the way: the person is told with a way on, and the next order works.
async fn breaks(fault: Fault, says: &str) {
    let house = House::patient(Patience::none()).await;
    house.switches_meet(&fault);
    let failed = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(failed.text.starts_with('❓') && failed.text.contains(says), "{}", failed.text);
    assert!(!failed.text.contains("/rest/") && !failed.keyboard.is_empty(), "{}", failed.text);
    house.portal.clear_faults();
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(on.text.starts_with('🔇'), "{}", on.text);
    assert!(house.portal.is_silent(2024, OLGA));
}

async fn half_a_webhook() {
    let house = House::bare().await;
    house.let_in(SUPERVISOR).await;
    for end in ["/rest/", "/rest/7/"] {
        let half = format!("{}{end}", house.portal.url());
        let asked = house.say(private(SUPERVISOR), SUPERVISOR, &format!("/connect {half}"));
        let answer = house.next_answer(SUPERVISOR, asked).await;
        assert!(answer.text.contains("/rest/"), "{half}: {}", answer.text);
        let is_gone =
            |view: &telegram::View<'_>| view.message(private(SUPERVISOR), asked).is_none();
        within(house.telegram.wait_until(is_gone)).await;
    }
    assert_eq!(house.portal.calls(), []);
}
