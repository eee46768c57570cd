//! What Telegram and the network do to an answer on its way, and what people see of it.

use std::time::{Duration, Instant};

use futures_util::future::join;
use hushbot::{
    bot::sender::{SendError, Sender, Settings},
    domain::chat::ChatPlace,
    i18n::Rendered,
    sandbox::telegram::{BotApi, Call, Fault, Settings as Sandbox, User},
};
use teloxide::Bot;

use crate::house::{ADMIN, GROUP, House, OLGA, STRANGER, SUPERVISOR, data_of, private, within};

const SUPERGROUP: i64 = -1_000_000_000_500;
const SECOND: Duration = Duration::from_secs(1);

fn calls(telegram: &BotApi, method: &str) -> Vec<Call> {
    telegram.calls().into_iter().filter(|call| call.method == method).collect()
}

#[tokio::test]
async fn an_answer_comes_late_and_holds_nobody_else_up() {
    let house = House::connected().await;
    let chat = private(SUPERVISOR);
    // A row: the fault, how often the answer is seen, and the least that it takes.
    for (fault, seen, least) in [
        (Fault::FloodWait { retry_after: 1 }, 1, SECOND),
        (Fault::ServerError(502), 1, SECOND),
        (Fault::Html(502), 1, SECOND),
        (Fault::Reset, 1, SECOND),
        (Fault::AnswerLost, 2, SECOND),
        (Fault::Blocked, 0, Duration::ZERO),
    ] {
        let (sent, begun) = (calls(&house.telegram, "sendMessage").len(), Instant::now());
        house.telegram.fault(Some("sendMessage"), fault.clone(), Some(1));
        let asked = house.say(chat, SUPERVISOR, "/status 2024");
        within(house.telegram.wait_until(|view| {
            view.calls().filter(|call| call.method == "sendMessage").count() > sent
        }))
        .await;
        house.say(chat, SUPERVISOR, "/status 2025");
        house.ask(ADMIN, "/whoami").await;
        if seen == 1 {
            let early = house.telegram.messages(chat);
            assert!(early.iter().all(|m| !m.from_bot || m.id <= asked), "{fault:?}: held back");
        }
        within(house.telegram.wait_until(|view| {
            view.messages(chat).any(|m| m.id > asked && m.text.contains("Boris"))
        }))
        .await;
        let took = begun.elapsed();
        assert!(took >= least && took < SECOND * 5, "{fault:?} took {took:?}");
        let messages = house.telegram.messages(chat);
        let answers: Vec<_> = messages.iter().filter(|m| m.from_bot && m.id > asked).collect();
        assert_eq!(answers.len(), seen + 1, "{fault:?}");
        assert!(answers[..seen].iter().all(|m| m.text.contains("Anna")), "{fault:?}: the order");
    }
}

#[tokio::test]
async fn a_card_is_edited_once_whatever_happens() {
    let house = House::connected().await;
    let mut card = house.ask(SUPERVISOR, "/silent 2024 on").await;
    let messages = house.telegram.messages(private(SUPERVISOR)).len();
    for (n, fault) in [
        Fault::FloodWait { retry_after: 1 },
        Fault::ServerError(500),
        Fault::Html(502),
        Fault::Reset,
        Fault::AnswerLost,
    ]
    .into_iter()
    .enumerate()
    {
        house.telegram.fault(Some("editMessageText"), fault.clone(), Some(1));
        let silent = n % 2 == 1;
        card = house.press(SUPERVISOR, &card, if silent { "🔇" } else { "🔊" }).await;
        assert!(card.text.starts_with(if silent { '🔇' } else { '🔊' }), "{fault:?}");
        assert_eq!(house.portal.is_silent(2024, OLGA), silent, "{fault:?}");
    }
    assert_eq!(house.telegram.messages(private(SUPERVISOR)).len(), messages);
}

#[tokio::test]
async fn a_flood_of_presses_concerns_no_answer() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    let flood = Fault::FloodWait { retry_after: 600 };
    house.telegram.fault(Some("answerCallbackQuery"), flood, Some(1));
    let off = house.press(SUPERVISOR, &on, "🔊").await;
    assert!(off.text.starts_with('🔊'), "{}", off.text);
    house.telegram.press(private(SUPERVISOR), off.id, STRANGER, &data_of(&off, "🔇"));
    house.ask(SUPERVISOR, "/status 2024").await;
}

#[tokio::test]
async fn a_group_that_has_moved_is_followed_and_stays_followed() {
    let house = House::connected().await;
    house.telegram.add_group(SUPERGROUP, "Night shift", &[ADMIN, SUPERVISOR]);
    house.telegram.fault(Some("sendMessage"), Fault::Migrated { to: SUPERGROUP }, Some(1));
    let mut last = 0;
    for dialog in ["2024", "2025"] {
        house.say(GROUP, SUPERVISOR, &format!("/status@hushbot_demo_bot {dialog}"));
        let answer = within(house.telegram.next_bot_message(SUPERGROUP, last)).await;
        assert!(answer.text.contains(dialog), "{}", answer.text);
        last = answer.id;
    }
    assert!(house.telegram.messages(GROUP).iter().all(|message| !message.from_bot));
    assert_eq!(house.telegram.messages(SUPERGROUP).len(), 2, "each answer once");
}

/// A Telegram with one person who has begun a chat and one group, and a sender.
async fn alone(settings: Settings) -> (BotApi, Sender) {
    let telegram = BotApi::start(Sandbox::default()).await.unwrap();
    let first_name = "Sam".to_owned();
    telegram.add_user(User { id: SUPERVISOR, first_name, username: None, language_code: None });
    telegram.add_group(GROUP, "Night shift", &[SUPERVISOR]);
    telegram.say(private(SUPERVISOR), SUPERVISOR, "/start");
    let bot = Bot::new(telegram.token()).set_api_url(telegram.url().parse().unwrap());
    let sender = Sender::new(bot, settings);
    (telegram, sender)
}

fn place() -> ChatPlace {
    ChatPlace { chat: private(SUPERVISOR), private: true, thread: None, message: 1 }
}

fn plain(text: impl Into<String>) -> Rendered {
    Rendered { text: text.into(), keyboard: Vec::new(), toast: None }
}

/// What the bot has said to the person.
fn said(telegram: &BotApi) -> Vec<String> {
    let messages = telegram.messages(private(SUPERVISOR));
    messages.into_iter().filter(|m| m.from_bot).map(|m| m.text).collect()
}

#[tokio::test]
async fn notices_are_merged_and_wait_behind_answers() {
    let (telegram, sender) = alone(Settings::default()).await;
    let [a, b, c, answer] = ["a", "b", "c", "answer"].map(plain);
    let (first, second) = join(sender.notify(place(), &a), sender.notify(place(), &b)).await;
    assert_eq!(first.unwrap(), second.unwrap(), "one message holds both");
    let begun = Instant::now();
    let late = async {
        sender.notify(place(), &c).await.unwrap();
        begun.elapsed()
    };
    let at_once = async {
        sender.answer(place(), &answer).await.unwrap();
        begun.elapsed()
    };
    let (late, at_once) = within(join(late, at_once)).await;
    assert!(at_once < late, "the answer took {at_once:?}, the notice {late:?}");
    assert!(late > SECOND * 9 / 10, "{late:?}");
    assert_eq!(said(&telegram), ["a\n\nb", "answer", "c"]);
}

#[tokio::test]
async fn a_notice_whose_asker_has_gone_is_sent_all_the_same() {
    let (telegram, sender) = alone(Settings::default()).await;
    let notice = plain("x");
    assert!(futures_util::FutureExt::now_or_never(sender.notify(place(), &notice)).is_none());
    within(telegram.next_bot_message(private(SUPERVISOR), 0)).await;
    assert_eq!(said(&telegram), ["x"]);
}

#[tokio::test]
async fn a_telegram_that_hangs_is_asked_again() {
    let (telegram, sender) = alone(Settings { timeout: SECOND / 5, ..Settings::default() }).await;
    telegram.fault(Some("sendMessage"), Fault::Hang, Some(1));
    within(sender.answer(place(), &plain("x"))).await.unwrap();
    assert_eq!(said(&telegram), ["x"]);
}

#[tokio::test]
async fn a_telegram_that_is_away_is_waited_for_and_not_for_ever() {
    let (telegram, sender) = alone(Settings::default()).await;
    telegram.stop();
    let answer = plain("x");
    let back = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        telegram.restart().await.unwrap();
    };
    let (sent, ()) = within(join(sender.answer(place(), &answer), back)).await;
    sent.unwrap();
    assert_eq!(said(&telegram), ["x"], "what was never sent can't come twice");

    let (telegram, sender) = alone(Settings { patience: SECOND / 2, ..Settings::default() }).await;
    telegram.stop();
    let error = within(sender.answer(place(), &answer)).await.unwrap_err();
    assert_eq!(error, SendError::Network("can't connect"));
    let printed = format!("{error} {error:?}");
    assert!(!printed.contains(telegram.token()) && !printed.contains("127.0.0.1"), "{printed}");
}

#[tokio::test]
async fn a_closed_chat_is_told_apart_and_left_alone() {
    let (telegram, sender) = alone(Settings::default()).await;
    telegram.set_blocked(SUPERVISOR, true);
    let strange = ChatPlace { chat: 999, ..place() };
    for place in [place(), strange] {
        assert_eq!(sender.answer(place, &plain("x")).await, Err(SendError::Gone));
        assert_eq!(sender.replace(place, &plain("x")).await, Err(SendError::Gone));
        assert_eq!(sender.notify(place, &plain("x")).await, Err(SendError::Gone));
        assert!(!sender.delete(place).await);
    }
    assert_eq!(calls(&telegram, "sendMessage").len(), 4, "no second try");
}

#[tokio::test]
async fn what_is_too_long_is_cut_at_a_line() {
    let (telegram, sender) = alone(Settings::default()).await;
    let line = "<b>0123456789</b>";
    let id = sender.answer(place(), &plain([line; 500].join("\n"))).await.unwrap();
    let shown = |texts: Vec<String>| texts.concat().lines().count();
    assert_eq!(shown(said(&telegram)), 4096 / 11);
    let place = ChatPlace { message: id, ..place() };
    sender.replace(place, &plain("short")).await.unwrap();
    sender.replace(place, &plain([line; 400].join("\n"))).await.unwrap();
    assert_eq!(shown(said(&telegram)), 4096 / 11);
}
