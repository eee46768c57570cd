//! Updates by webhook: the whole way, and what comes to the door besides updates.

use std::net::TcpListener;

use hushbot::sandbox::telegram::{Call, Message};
use serde_json::{Value, json};

use crate::{
    house::{ADMIN, House, OLGA, SILENT, SUPERVISOR, private, within},
    http_side::{HOOK_SECRET, SHOWN, hook_path},
};

/// A port that was free a moment ago.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl House {
    /// The bot where Telegram brings the updates, and nobody connected.
    pub(crate) async fn by_webhook(settings: &[(&'static str, &str)]) -> Self {
        let port = free_port();
        let (listen, url) = at(port);
        let own = [
            ("HUSHBOT_LISTEN", listen.as_str()),
            ("HUSHBOT_PUBLIC_URL", url.as_str()),
            ("HUSHBOT_WEBHOOK_SECRET", HOOK_SECRET),
        ];
        Self::with(&[&own, settings].concat()).await
    }

    /// What Telegram says of the webhook.
    pub(crate) async fn webhook_info(&self) -> Value {
        self.telegram_says("getWebhookInfo").await
    }

    /// Calls Telegram behind the bot's back.
    pub(crate) async fn telegram_says(&self, call: &str) -> Value {
        let (url, token) = (self.telegram.url(), self.telegram.token());
        let answer = within(reqwest::get(format!("{url}/bot{token}/{call}"))).await.unwrap();
        answer.json::<Value>().await.unwrap()["result"].clone()
    }

    /// Waits until Telegram has nothing that the bot has not taken.
    pub(crate) async fn delivered(&self) {
        within(self.telegram.wait_until(|view| view.pending() == 0)).await;
    }

    pub(crate) fn telegram_calls(&self, method: &str) -> Vec<Call> {
        self.telegram.calls().into_iter().filter(|call| call.method == method).collect()
    }

    /// Brings the bot something as Telegram would. The status.
    async fn bring(&self, secret: &str, body: Vec<u8>) -> u16 {
        let url = format!("http://{}{}", self.http.unwrap(), hook_path());
        let request = reqwest::Client::new().post(url).header(SHOWN, secret).body(body);
        let answer = request.header("Content-Type", "application/json").send();
        within(answer).await.unwrap().status().as_u16()
    }
}

/// The settings for listening on a port, and for being found there below a path.
pub(crate) fn at(port: u16) -> (String, String) {
    (format!("127.0.0.1:{port}"), format!("http://127.0.0.1:{port}/below"))
}

/// An update as Telegram writes it.
fn update(id: u64, text: &str) -> Vec<u8> {
    let person = json!({"id": ADMIN, "is_bot": false, "first_name": "Ada", "language_code": "en"});
    let chat = json!({"id": ADMIN, "type": "private", "first_name": "Ada"});
    let date = jiff::Timestamp::now().as_second();
    let message =
        json!({"message_id": 1, "from": person, "chat": chat, "date": date, "text": text});
    json!({"update_id": id, "message": message}).to_string().into_bytes()
}

#[tokio::test]
async fn commands_and_presses_are_answered_and_nobody_polls() {
    let house = House::by_webhook(&[]).await;
    house.let_in(SUPERVISOR).await;
    house.connect(SUPERVISOR).await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(on.text.starts_with('🔇'), "{}", on.text);
    let off = house.press(SUPERVISOR, &on, "🔊").await;
    assert!(off.text.starts_with('🔊'), "{}", off.text);
    assert!(!house.portal.is_silent(2024, OLGA));
    house.delivered().await;
    assert!(house.telegram_calls("getUpdates").is_empty());
    let info = house.webhook_info().await;
    let url = info["url"].as_str().unwrap();
    assert!(
        url.ends_with(&format!("/below{}", hook_path())) && !url.contains(HOOK_SECRET),
        "{url}"
    );
    assert_eq!(info["allowed_updates"], json!(["callback_query", "message"]));
    assert_eq!((&info["max_connections"], &info["last_error_message"]), (&json!(40), &Value::Null));
    assert_eq!(house.ready().await.0, 200);
    house.clock.advance(jiff::SignedDuration::from_mins(1));
    within(async {
        while !house.get("/metrics").await.1.contains("\nhushbot_webhook_pending_updates 0\n") {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_update_that_is_brought_twice_has_one_effect() {
    let house = House::by_webhook(&[]).await;
    house.let_in(SUPERVISOR).await;
    house.connect(SUPERVISOR).await;
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(house.telegram.redeliver(house.telegram.last_update_id()));
    house.delivered().await;
    house.ask(SUPERVISOR, "/status 2024").await;
    assert_eq!(house.calls(SILENT).len(), 1);
    // At the same time, too.
    let id = house.telegram.last_update_id() + 1_000;
    let before = house.answers(ADMIN).len();
    let brought = futures_util::future::join_all(
        (0..20).map(|_| house.bring(HOOK_SECRET, update(id, "/whoami"))),
    );
    assert!(brought.await.iter().all(|status| *status == 200));
    // It is kept now, and answered a moment later.
    within(
        house.telegram.wait_until(|view| {
            view.messages(private(ADMIN)).filter(|m| m.from_bot).count() > before
        }),
    )
    .await;
    house.ask(ADMIN, "/help").await;
    assert_eq!(house.answers(ADMIN).len(), before + 2);
}

#[tokio::test]
async fn updates_that_come_together_are_each_answered() {
    let house = House::by_webhook(&[]).await;
    house.ask(ADMIN, "/help").await;
    let first = house.telegram.last_update_id() + 1_000;
    let before = house.answers(ADMIN).len();
    let brought = futures_util::future::join_all(
        (first..first + 60).map(|id| house.bring(HOOK_SECRET, update(id, "/whoami"))),
    );
    assert!(brought.await.iter().all(|status| *status == 200));
    within(house.telegram.wait_until(|view| {
        view.messages(private(ADMIN)).filter(|m| m.from_bot).count() == before + 60
    }))
    .await;
}

#[tokio::test]
async fn what_is_no_update_is_taken_once_and_what_is_forged_not_at_all() {
    let house = House::by_webhook(&[]).await;
    house.ask(ADMIN, "/help").await;
    let answers = house.answers(ADMIN).len();
    for rubbish in [
        b"".to_vec(),
        b"{".to_vec(),
        b"[]".to_vec(),
        b"{\"update_id\":\"x\"}".to_vec(),
        vec![0xff; 1000],
    ] {
        assert_eq!(house.bring(HOOK_SECRET, rubbish).await, 200);
    }
    let last = house.telegram.last_update_id();
    // Kinds that nobody knows yet, and a known one that can't be read.
    for (at, kind) in (1..).zip(["message_from_the_future", "message", "callback_query"]) {
        let strange = json!({"update_id": last + 500 + at, kind: {"x": [1, {}]}});
        assert_eq!(house.bring(HOOK_SECRET, strange.to_string().into()).await, 200);
    }
    for secret in ["", "forged", &HOOK_SECRET[1..]] {
        let forged = update(last + 900, "/invite");
        assert_eq!(house.bring(secret, forged).await, 401);
    }
    house.ask(ADMIN, "/whoami").await;
    assert_eq!(house.answers(ADMIN).len(), answers + 1);
    let page = house.get("/metrics").await.1;
    assert!(page.contains("hushbot_updates_total{kind=\"unreadable\"}"), "{page}");
}

#[tokio::test]
async fn a_text_of_nothing_but_quotes_holds_nobody_up() {
    let house = House::by_webhook(&[]).await;
    for text in ["\"".repeat(4_000), "\n\\".repeat(2_000), "\u{1}".repeat(4_000)] {
        house.ask(ADMIN, &format!("/silent {text}")).await;
    }
    house.delivered().await;
    assert_eq!(house.ready().await.0, 200);
}

#[tokio::test]
async fn a_secret_of_its_own_is_made_once_and_kept() {
    let mut house = House::by_webhook(&[("HUSHBOT_WEBHOOK_SECRET", "")]).await;
    house.ask(ADMIN, "/help").await;
    let url = house.webhook_info().await["url"].clone();
    house.stop_bot().await;
    house.start_bot().await;
    house.ask(ADMIN, "/help").await;
    assert_eq!(house.webhook_info().await["url"], url);
    assert_eq!(house.telegram_calls("setWebhook").len(), 2);
    let url = url.as_str().unwrap().to_owned();
    for secret in ["", HOOK_SECRET] {
        let request = reqwest::Client::new().post(&url).header(SHOWN, secret).body("{}");
        assert_eq!(request.send().await.unwrap().status(), 401);
    }
}

/// The bot's last message to an admin that is none of the answers to what they asked.
pub(crate) fn alarm(house: &House) -> Option<Message> {
    house.answers(ADMIN).into_iter().find(|message| message.text.starts_with('🚨'))
}
