//! Health: what turns it red, and what does not.

use hushbot::sandbox::telegram::Fault;
use jiff::SignedDuration;
use serde_json::Value;

use crate::house::{ADMIN, House, SUPERVISOR, private, within};

const LISTEN: (&str, &str) = ("HUSHBOT_LISTEN", "127.0.0.1:0");

impl House {
    /// Asks the HTTP side. The status and the body.
    pub(crate) async fn get(&self, path: &str) -> (u16, String) {
        let url = format!("http://{}{path}", self.http.expect("an HTTP side"));
        let answer = within(reqwest::get(url)).await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    pub(crate) async fn ready(&self) -> (u16, Value) {
        let (status, body) = self.get("/readyz").await;
        (status, serde_json::from_str(&body).unwrap())
    }

    /// Asks until the bot is ready, or is not.
    async fn wait_until_ready(&self, status: u16) -> Value {
        within(async {
            loop {
                let (now, body) = self.ready().await;
                if now == status {
                    return body;
                }
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        })
        .await
    }
}

/// The parts that are red.
fn red(body: &Value) -> Vec<&str> {
    let parts = body["parts"].as_object().unwrap();
    parts.iter().filter(|(_, part)| part["ok"] == false).map(|(name, _)| name.as_str()).collect()
}

#[tokio::test]
async fn there_is_no_http_side_unless_it_is_asked_for() {
    assert_eq!(House::bare().await.http, None);
}

#[tokio::test]
async fn a_bot_that_answers_is_alive_and_ready_and_says_nothing_of_people() {
    let house = House::connected_with(&[LISTEN]).await;
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    let (status, body) = house.get("/healthz").await;
    assert_eq!(status, 200, "{body}");
    let body = house.wait_until_ready(200).await;
    assert_eq!(body["status"], "ok");
    let parts: Vec<_> = body["parts"].as_object().unwrap().keys().collect();
    assert_eq!(parts, ["dispatch", "heart", "store", "telegram"]);
    // An hour without updates: the poller hears Telegram all the same, and nothing waits.
    house.clock.advance(SignedDuration::from_secs(60));
    let body = house.wait_until_ready(200).await;
    assert!(red(&body).is_empty(), "{body}");
}

#[tokio::test]
async fn it_is_alive_before_telegram_is_there_and_ready_after() {
    let mut house = House::with(&[LISTEN]).await;
    house.stop_bot().await;
    house.telegram.stop();
    house.start_bot().await;
    assert_eq!(house.get("/healthz").await.0, 200);
    let (status, body) = house.ready().await;
    assert_eq!((status, red(&body)), (503, vec!["telegram"]), "{body}");
    house.telegram.restart().await.unwrap();
    house.wait_until_ready(200).await;
}

#[tokio::test]
async fn a_telegram_that_is_away_turns_it_red_and_back() {
    let house = House::with(&[LISTEN]).await;
    house.ask(ADMIN, "/help").await;
    house.wait_until_ready(200).await;
    house.telegram.stop();
    house.clock.advance(SignedDuration::from_secs(91));
    let body = house.wait_until_ready(503).await;
    assert_eq!(red(&body), ["telegram"], "{body}");
    assert_eq!(house.get("/healthz").await.0, 200, "a restart would not help");
    house.telegram.restart().await.unwrap();
    house.ask(ADMIN, "/help").await;
    house.wait_until_ready(200).await;
}

#[tokio::test]
async fn a_poller_that_fetches_what_nobody_begins_is_red() {
    let house = House::with(&[LISTEN]).await;
    house.ask(ADMIN, "/help").await;
    let chat = private(ADMIN);
    let flood = Fault::FloodWait { retry_after: 600 };
    house.telegram.fault_in(chat, Some("sendMessage"), flood, None);
    let first = house.say(chat, ADMIN, "/whoami");
    let tried = |view: &hushbot::sandbox::telegram::View<'_>| {
        view.calls().any(|call| call.method == "sendMessage" && call.status == Some(429))
    };
    within(house.telegram.wait_until(|view| tried(view))).await;
    house.say(chat, ADMIN, "/help");
    // It waits behind the first; so far that is the way of things.
    let waits = async |count: u64| {
        within(async {
            while house.ready().await.1["parts"]["dispatch"]["waiting"] != count {
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
        })
        .await;
    };
    waits(1).await;
    house.wait_until_ready(200).await;
    house.clock.advance(SignedDuration::from_mins(2));
    // The poller fetches still: Telegram is heard.
    house.say(chat, ADMIN, "/help");
    waits(2).await;
    let body = house.wait_until_ready(503).await;
    assert_eq!(red(&body), ["dispatch"], "{body}");
    assert_eq!(house.get("/healthz").await.0, 200);
    // Somebody else is answered: it does work, and one chat waits for Telegram.
    house.ask(SUPERVISOR, "/help").await;
    house.wait_until_ready(200).await;
    assert!(house.answers(ADMIN).iter().all(|answer| answer.id < first));
}
