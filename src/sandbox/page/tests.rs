use std::net::{Ipv4Addr, SocketAddr};

use serde_json::{Value, json};

use super::{PageServer, PageSettings, Person};
use crate::sandbox::{
    portal::{self, Dialog, Generation, Portal},
    telegram::{self, BotApi},
};

const PERSON: u64 = 102;
const OPERATOR: u64 = 1;
const COLLEAGUE: u64 = 7;
const CHAT: u64 = 2024;

struct Demo {
    bot_api: BotApi,
    portal: Portal,
    page: PageServer,
    http: reqwest::Client,
}

impl Demo {
    async fn start() -> Self {
        let bot_api = BotApi::start(telegram::Settings::default()).await.expect("a free port");
        let portal = Portal::start(portal::Settings::default()).await.expect("a free port");
        portal.add_user(portal::User::new(OPERATOR, "Olga", "Petrova"));
        portal.add_user(portal::User::new(COLLEAGUE, "Vera", "Stein"));
        portal.add_dialog(Dialog::new(CHAT, "Marta", "Support").operator(OPERATOR));
        let mut settings = PageSettings::new(bot_api.clone(), portal.clone());
        settings.listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        settings.people = vec![Person {
            label: "Supervisor".to_owned(),
            id: PERSON,
            first_name: "Vera".to_owned(),
            language_code: "en".to_owned(),
            hints: Vec::new(),
        }];
        let page = PageServer::start(settings).await.expect("a free port");
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { bot_api, portal, page, http }
    }

    async fn get(&self, path: &str) -> reqwest::Response {
        let address = format!("{}{path}", self.page.url());
        self.http.get(address).send().await.expect("an answer")
    }

    async fn state(&self) -> Value {
        let body = self.get("/api/state").await.bytes().await.expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }

    async fn order(&self, path: &str, body: Value) -> (u16, Value) {
        let address = format!("{}/api/{path}", self.page.url());
        let request = self.http.post(address).header("content-type", "application/json");
        let response = request.body(body.to_string()).send().await.expect("an answer");
        let status = response.status().as_u16();
        let body = response.bytes().await.expect("a body");
        (status, serde_json::from_slice(&body).expect("JSON"))
    }

    async fn silence(&self) -> Value {
        self.state().await["portal"]["dialogs"][0]["silent"].clone()
    }
}

/// A stream of server-sent events, and what was read of it but not yet looked at.
struct Changes(reqwest::Response, String);

impl Changes {
    async fn of(demo: &Demo) -> Self {
        Self(demo.get("/api/events").await, String::new())
    }

    async fn next(&mut self) -> Value {
        loop {
            if let Some((event, rest)) = self.1.split_once("\n\n") {
                let data = event.strip_prefix("data: ").expect("a change");
                let change = serde_json::from_str(data).expect("JSON");
                self.1 = rest.to_owned();
                return change;
            }
            let chunk = self.0.chunk().await.expect("an open stream").expect("a change");
            self.1.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
        }
    }
}

#[tokio::test]
async fn every_file_that_the_page_names_is_served_under_the_policy() {
    let demo = Demo::start().await;
    let html = demo.get("/").await.text().await.expect("a text");
    let named = html.split('"').filter(|word| {
        word.starts_with('/') && [".css", ".js", ".svg"].iter().any(|end| word.ends_with(end))
    });
    let mut count = 0;
    for path in named {
        let response = demo.get(path).await;
        assert_eq!(response.status(), 200, "{path}");
        let policy = response.headers()["content-security-policy"].to_str().expect("ASCII");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{policy}");
        count += 1;
    }
    assert!(count >= 5, "only {count} files are named");
}

#[tokio::test]
async fn a_message_reaches_telegram_and_the_stream() {
    let demo = Demo::start().await;
    let mut changes = Changes::of(&demo).await;
    let (status, answer) = demo.order("say", json!({ "person": PERSON, "text": "/help" })).await;
    assert_eq!((status, &answer["message_id"]), (200, &json!(1)));
    assert_eq!(demo.bot_api.messages(102)[0].text, "/help");
    let told = changes.next().await;
    assert_eq!(told["telegram"]["event"], "message_added");
    assert_eq!(told["telegram"]["message"]["text"], "/help");
    assert_eq!(demo.state().await["chats"]["102"][0]["text"], "/help");
}

#[tokio::test]
async fn opening_a_one_time_link_sends_its_token() {
    let demo = Demo::start().await;
    let (status, _) = demo.order("open_link", json!({ "person": PERSON, "token": "aB-9_" })).await;
    assert_eq!(status, 200);
    assert_eq!(demo.bot_api.messages(102)[0].text, "/start aB-9_");
}

#[tokio::test]
async fn a_person_changes_the_language_of_their_telegram() {
    let demo = Demo::start().await;
    let order = json!({ "person": PERSON, "language_code": "pt-br" });
    assert_eq!(demo.order("language", order).await.0, 200);
    assert_eq!(demo.state().await["people"][0]["language_code"], "pt-br");
}

#[tokio::test]
async fn orders_that_make_no_sense_are_refused_with_a_reason() {
    let demo = Demo::start().await;
    for (path, body, status) in [
        ("say", json!({ "person": 5, "text": "hello" }), 404),
        ("say", json!({ "person": PERSON, "text": " " }), 400),
        ("say", json!({ "person": PERSON, "text": "x".repeat(4097) }), 400),
        ("say", json!([]), 400),
        ("press", json!({ "person": 5, "message_id": 1, "data": "x" }), 404),
        ("open_link", json!({ "person": PERSON, "token": "a b" }), 400),
        ("language", json!({ "person": PERSON, "language_code": "no tag" }), 400),
        ("portal/trouble", json!({ "trouble": "flood", "on": true }), 400),
        ("portal/generation", json!({ "generation": "both" }), 400),
        ("portal/write", json!({ "chat": 5, "as": "client", "text": "x" }), 404),
        ("portal/write", json!({ "chat": CHAT, "as": COLLEAGUE, "text": "x" }), 404),
        ("portal/write", json!({ "chat": CHAT, "as": "portal", "text": "x" }), 400),
        ("portal/write", json!({ "chat": CHAT, "as": OPERATOR, "text": "" }), 400),
    ] {
        let (got, answer) = demo.order(path, body.clone()).await;
        assert_eq!(got, status, "{path} {body}");
        assert!(answer["error"].as_str().is_some_and(|why| !why.is_empty()), "{path} {body}");
    }
    assert!(demo.bot_api.messages(102).is_empty());
}

#[tokio::test]
async fn silence_is_told_by_the_generation_in_force() {
    let demo = Demo::start().await;
    demo.portal.switch_silent(CHAT, OPERATOR, true);
    assert_eq!(demo.silence().await, json!({ "for_all": false, "by": [OPERATOR] }));
    let order = json!({ "generation": "chat_wide" });
    assert_eq!(demo.order("portal/generation", order).await.0, 200);
    assert_eq!(demo.portal.snapshot().generation, Generation::ChatWide);
    assert_eq!(demo.silence().await, json!({ "for_all": false, "by": [] }));
    demo.portal.switch_silent(CHAT, OPERATOR, true);
    assert_eq!(demo.silence().await, json!({ "for_all": true, "by": [] }));
    assert_eq!(demo.order("portal/drop", json!({ "chat": CHAT })).await.0, 200);
    assert_eq!(demo.silence().await, json!({ "for_all": false, "by": [] }));
}

#[tokio::test]
async fn people_of_the_portal_write_and_close() {
    let demo = Demo::start().await;
    demo.portal.switch_silent(CHAT, OPERATOR, true);
    let write = |who: Value| json!({ "chat": CHAT, "as": who, "text": "hm" });
    let (_, answer) = demo.order("portal/write", write(json!(OPERATOR))).await;
    assert_eq!(answer["reached"], false);
    assert_eq!(demo.order("portal/write", write(json!("client"))).await.0, 200);
    let dialog = demo.state().await["portal"]["dialogs"][0].clone();
    let messages = dialog["messages"].as_array().expect("a list");
    let last = &messages[messages.len() - 2..];
    assert_eq!(last[0], json!({ "author": OPERATOR, "text": "hm", "hidden": true }));
    assert_eq!(last[1], json!({ "author": "client", "text": "hm", "hidden": false }));
    assert_eq!(demo.order("portal/close", json!({ "chat": CHAT })).await.0, 200);
    assert_eq!(demo.state().await["portal"]["dialogs"][0]["closed"], true);
}

#[tokio::test]
async fn switches_arm_the_portal_and_call_it_off() {
    let demo = Demo::start().await;
    let call = format!(
        "{}imopenlines.session.mode.silent?CHAT_ID={CHAT}&ACTIVATE=Y",
        demo.portal.webhook(OPERATOR, &["imopenlines"])
    );
    let turn = async |trouble: &str, on: bool| {
        let order = json!({ "trouble": trouble, "on": on });
        assert_eq!(demo.order("portal/trouble", order).await.0, 200);
    };
    let outcome = async || {
        let answer = demo.http.get(&call).send().await.ok()?;
        let status = answer.status().as_u16();
        Some((status, answer.text().await.ok()?))
    };
    turn("access_denied", true).await;
    let (status, body) = outcome().await.expect("an answer");
    assert!(status == 400 && body.contains("ACCESS_DENIED"), "{status} {body}");
    turn("access_denied", false).await;
    turn("rate_limited", true).await;
    let (status, body) = outcome().await.expect("an answer");
    assert!(status == 503 && body.contains("QUERY_LIMIT_EXCEEDED"), "{status} {body}");
    turn("rate_limited", false).await;
    turn("html", true).await;
    assert!(outcome().await.expect("an answer").1.contains("<html"));
    turn("html", false).await;
    turn("down", true).await;
    assert_eq!(outcome().await, None);
    turn("down", false).await;
    turn("unchanged", true).await;
    assert!(outcome().await.expect("an answer").1.contains("\"result\":true"));
    assert!(!demo.portal.is_silent(CHAT, OPERATOR));
    turn("unchanged", false).await;
    assert!(outcome().await.expect("an answer").1.contains("\"result\":true"));
    assert!(demo.portal.is_silent(CHAT, OPERATOR));
}

#[tokio::test]
async fn the_stream_tells_of_calls_and_switches() {
    let demo = Demo::start().await;
    let mut changes = Changes::of(&demo).await;
    let hook = demo.portal.webhook(OPERATOR, &["imopenlines"]);
    // Making the webhook changed the portal, which is news of its own.
    assert!(changes.next().await["portal"]["dialogs"].is_array());
    demo.http.get(format!("{hook}profile")).send().await.expect("an answer");
    let arrived = changes.next().await;
    assert_eq!(arrived["arrived"]["user_id"], OPERATOR);
    let call = changes.next().await;
    assert_eq!(call["call"]["number"], arrived["arrived"]["number"]);
    assert_eq!(call["call"]["method"], "profile");
    assert!(!call.to_string().contains("secret"), "{call}");
}

#[tokio::test]
async fn a_phone_offers_the_commands_of_the_narrowest_scope() {
    let demo = Demo::start().await;
    let offered = async || demo.get("/api/commands/102").await.text().await.expect("a text");
    assert_eq!(offered().await, "[]");
    // Before somebody has begun the chat, the bot can set nothing there.
    demo.bot_api.say(PERSON.try_into().expect("an id"), PERSON, "/start");
    let method = format!("{}/bot{}/setMyCommands", demo.bot_api.url(), demo.bot_api.token());
    for (command, scope) in [
        ("help", json!({ "type": "default" })),
        ("silent", json!({ "type": "chat", "chat_id": PERSON })),
    ] {
        let commands = json!([{ "command": command, "description": "it" }]);
        let body = json!({ "commands": commands, "scope": scope });
        let request = demo.http.post(&method).json(&body).send().await.expect("an answer");
        assert_eq!(request.status(), 200);
        assert!(offered().await.contains(command));
    }
}

#[tokio::test]
async fn stopping_ends_open_streams() {
    let demo = Demo::start().await;
    let mut stream = demo.get("/api/events").await;
    demo.page.stop().await;
    while let Ok(Some(_)) = stream.chunk().await {}
}
