//! Between polling and webhook: nothing is lost on the way, whoever else is at the door.

use std::time::Duration;

use hushbot::sandbox::telegram::{Fault, Message};
use jiff::SignedDuration;

use crate::{
    house::{ADMIN, House, OLGA, SUPERVISOR, data_of, private, within},
    http_webhook::{alarm, at, free_port},
};

/// To the webhook from the next start on.
fn to_webhook(house: &mut House) {
    let (listen, url) = at(free_port());
    house.set("HUSHBOT_LISTEN", &listen);
    house.set("HUSHBOT_PUBLIC_URL", &url);
}

/// To polling from the next start on.
fn to_polling(house: &mut House) {
    house.set("HUSHBOT_PUBLIC_URL", "");
    house.set("HUSHBOT_LISTEN", "");
}

/// Waits until the supervisor has the answer to all that they have asked.
async fn all_answered(house: &House) {
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/whoami");
    let own = SUPERVISOR.to_string();
    let whoami = |m: &Message| m.id > asked && m.text.contains(&own);
    house.message(private(SUPERVISOR), whoami).await;
}

#[tokio::test]
async fn both_ways_lose_nothing_and_double_nothing() {
    let mut house = House::with(&[]).await;
    let mut asked = Vec::new();
    for (round, kill) in [false, true, false, true].into_iter().enumerate() {
        let say = |house: &House| house.say(private(ADMIN), ADMIN, "/whoami");
        // In work when the process ends, while none runs, and when the next one begins.
        asked.push(say(&house));
        asked.push(say(&house));
        if kill {
            house.kill_bot().await;
        } else {
            house.stop_bot().await;
        }
        asked.push(say(&house));
        if round % 2 == 0 {
            to_webhook(&mut house);
        } else {
            to_polling(&mut house);
        }
        house.start_bot().await;
        asked.push(say(&house));
        house.ask(ADMIN, "/help").await;
        house.delivered().await;
    }
    let answers = |house: &House| {
        let answers = house.answers(ADMIN).into_iter();
        answers.filter(|answer| answer.text.contains(&ADMIN.to_string())).count()
    };
    let all = asked.len();
    within(house.telegram.wait_until(|view| {
        let whoami = |m: &&Message| m.from_bot && m.text.contains(&ADMIN.to_string());
        view.messages(private(ADMIN)).filter(whoami).count() >= all
    }))
    .await;
    house.ask(ADMIN, "/help").await;
    // A process that is killed between sending and settling answers twice; seldom more than once
    // in two kills.
    let answered = answers(&house);
    assert!((all..=all + 2).contains(&answered), "{answered} answers to {all}");
    assert_eq!(house.webhook_info().await["url"], "", "the last way is polling");
    assert!(alarm(&house).is_none(), "nobody else was there: {:?}", alarm(&house));
}

#[tokio::test]
async fn orders_given_during_the_switch_are_carried_out_in_their_order() {
    let mut house = House::connected().await;
    house.stop_bot().await;
    for order in ["on", "off", "on"] {
        house.say(private(SUPERVISOR), SUPERVISOR, &format!("/silent 2024 {order}"));
    }
    to_webhook(&mut house);
    house.start_bot().await;
    all_answered(&house).await;
    assert!(house.portal.is_silent(2024, OLGA));
    assert_eq!(house.telegram_calls("deleteWebhook").len(), 0);
    house.stop_bot().await;
    assert_ne!(house.webhook_info().await["url"], "", "it stays while nobody listens");
    house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 off");
    to_polling(&mut house);
    house.start_bot().await;
    all_answered(&house).await;
    assert!(!house.portal.is_silent(2024, OLGA));
    assert_eq!(house.telegram_calls("deleteWebhook").len(), 1);
    assert!(alarm(&house).is_none());
}

#[tokio::test]
async fn a_webhook_is_set_once_telegram_takes_it() {
    let house = House::by_webhook(&[]).await;
    house.ask(ADMIN, "/help").await;
    let mut house = house;
    house.stop_bot().await;
    house.telegram_says("deleteWebhook").await;
    house.telegram.fault(Some("setWebhook"), Fault::Reset, Some(1));
    let refusal = Fault::Error { code: 400, description: "Bad Request: bad webhook".to_owned() };
    house.telegram.fault(Some("setWebhook"), refusal, Some(1));
    let before = house.telegram_calls("setWebhook").len();
    house.start_bot().await;
    house.ask(ADMIN, "/help").await;
    assert_eq!(house.telegram_calls("setWebhook").len(), before + 3);
}

#[tokio::test]
async fn admins_are_told_who_else_sets_a_webhook_and_it_is_set_again() {
    let house = House::by_webhook(&[]).await;
    house.ask(ADMIN, "/help").await;
    let ours = house.webhook_info().await["url"].clone();
    checked(&house).await;
    house.telegram_says("setWebhook?url=http://127.0.0.1:9/somebody-else").await;
    house.clock.advance(SignedDuration::from_mins(1));
    house.message(private(ADMIN), |message| message.text.starts_with('🚨')).await;
    house.ask(ADMIN, "/help").await;
    assert_eq!(house.webhook_info().await["url"], ours);
}

/// Waits until the bot has looked whether its webhook is set.
async fn checked(house: &House) {
    within(house.telegram.wait_until(|view| {
        view.calls().any(|call| call.method == "getWebhookInfo" && call.status == Some(200))
    }))
    .await;
    // And has gone to sleep over it.
    tokio::time::sleep(Duration::from_millis(50)).await;
}

#[tokio::test]
async fn a_poller_next_to_a_webhook_of_somebody_else_tells_the_admins() {
    let house = House::bare().await;
    house.ask(ADMIN, "/help").await;
    // The first may be left over from earlier, and is removed.
    house.telegram_says("setWebhook?url=http://127.0.0.1:9/left-over").await;
    within(house.telegram.wait_until(|view| {
        view.calls().any(|call| call.method == "deleteWebhook" && call.status == Some(200))
    }))
    .await;
    house.ask(ADMIN, "/help").await;
    assert!(alarm(&house).is_none());
    house.telegram_says("setWebhook?url=http://127.0.0.1:9/somebody-else").await;
    house.message(private(ADMIN), |message| message.text.starts_with('🚨')).await;
}

#[tokio::test]
async fn a_press_from_while_the_bot_was_away_is_offered_and_the_next_one_runs() {
    let mut house = House::by_webhook(&[]).await;
    house.let_in(SUPERVISOR).await;
    house.connect(SUPERVISOR).await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.delivered().await;
    house.stop_bot().await;
    let (chat, data) = (private(SUPERVISOR), data_of(&on, "🔊"));
    house.telegram.press(chat, on.id, SUPERVISOR, &data);
    house.clock.advance(SignedDuration::from_mins(10));
    house.start_bot().await;
    let offer = house.message(chat, |m| m.id == on.id && m.edited.is_some()).await;
    assert!(house.portal.is_silent(2024, OLGA), "{}", offer.text);
    // Telegram has nothing more from back then, which the next look shows.
    house.delivered().await;
    let looks = house.telegram_calls("getWebhookInfo").len();
    house.clock.advance(SignedDuration::from_mins(1));
    within(house.telegram.wait_until(|view| {
        view.calls().filter(|call| call.method == "getWebhookInfo").count() > looks
    }))
    .await;
    checked(&house).await;
    house.press(SUPERVISOR, &offer, "Run").await;
    assert!(!house.portal.is_silent(2024, OLGA));
    let off = house.telegram.view(|view| view.message(chat, on.id).cloned()).unwrap();
    let on = house.press(SUPERVISOR, &off, "🔇").await;
    assert!(on.text.starts_with('🔇'), "{}", on.text);
    assert!(house.portal.is_silent(2024, OLGA));
}
