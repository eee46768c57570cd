//! Faults, and the server's own end.

use std::time::{Duration, Instant};

use hushbot::sandbox::telegram::{BotApi, Fault, Settings};
use serde_json::json;

use crate::support::{CHAT, GROUP, HTTP, OLGA, call, result, sandbox, soon};

#[tokio::test]
async fn faults_answer_as_telegram_would() {
    let api = sandbox().await;
    let params = json!({"chat_id": CHAT, "text": "x"});
    for (fault, status, description, parameters) in [
        (
            Fault::FloodWait { retry_after: 7 },
            429,
            "Too Many Requests: retry after 7",
            json!({"retry_after": 7}),
        ),
        (Fault::ServerError(502), 502, "Bad Gateway", json!(null)),
        (Fault::Blocked, 403, "Forbidden: bot was blocked by the user", json!(null)),
        (
            Fault::Migrated { to: GROUP },
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            json!({"migrate_to_chat_id": GROUP}),
        ),
        (
            Fault::Conflict,
            409,
            "Conflict: terminated by other getUpdates request; make sure that \
            only one bot instance is running",
            json!(null),
        ),
        (Fault::Unauthorized, 401, "Unauthorized", json!(null)),
        (
            Fault::Error { code: 400, description: "Bad Request: TOPIC_CLOSED".to_owned() },
            400,
            "Bad Request: TOPIC_CLOSED",
            json!(null),
        ),
    ] {
        api.fault(Some("sendMessage"), fault.clone(), Some(1));
        let (got, answer) = call(&api, "SendMessage", params.clone()).await;
        assert_eq!((got, answer["description"].as_str().unwrap()), (status, description));
        assert_eq!(answer["parameters"], parameters, "{fault:?}");
    }
    assert_eq!(api.messages(CHAT).len(), 1, "no fault lets the call take effect");
    result(&api, "sendMessage", params).await;
}

#[tokio::test]
async fn faults_are_counted_and_cleared() {
    let api = sandbox().await;
    api.fault(Some("getChat"), Fault::Blocked, None);
    api.fault(None, Fault::ServerError(500), Some(2));
    for (method, status) in
        [("getChat", 403), ("getMe", 500), ("getChat", 403), ("getMe", 500), ("getMe", 200)]
    {
        assert_eq!(call(&api, method, json!({"chat_id": CHAT})).await.0, status, "{method}");
    }
    api.clear_faults();
    assert_eq!(call(&api, "getChat", json!({"chat_id": CHAT})).await.0, 200);
    let statuses: Vec<_> = api.calls().iter().map(|call| call.status.unwrap()).collect();
    assert_eq!(statuses, [403, 500, 403, 500, 200, 200]);
}

#[tokio::test]
async fn a_fault_can_be_one_chats() {
    let api = sandbox().await;
    api.say(GROUP, OLGA, "/start");
    api.fault_in(GROUP, Some("sendMessage"), Fault::Blocked, Some(1));
    for (method, chat, status) in [
        ("sendMessage", json!(CHAT), 200),
        ("getMe", json!(null), 200),
        ("getChat", json!(GROUP), 200),
        ("sendMessage", json!(GROUP.to_string()), 403),
        ("sendMessage", json!(GROUP), 200),
    ] {
        let params = json!({"chat_id": chat, "text": "x"});
        assert_eq!(call(&api, method, params).await.0, status, "{method} {chat}");
    }
}

#[tokio::test]
async fn connections_break() {
    let api = sandbox().await;
    let send = || {
        HTTP.post(format!("{}/bot{}/sendMessage", api.url(), api.token()))
            .json(&json!({"chat_id": CHAT, "text": "x"}))
            .send()
    };
    api.fault(Some("sendMessage"), Fault::Reset, Some(1));
    send().await.unwrap_err();
    assert_eq!(api.messages(CHAT).len(), 1);
    api.fault(Some("sendMessage"), Fault::AnswerLost, Some(1));
    send().await.unwrap_err();
    assert_eq!(api.messages(CHAT).len(), 2, "it took effect");
    api.fault(Some("sendMessage"), Fault::Html(502), Some(1));
    let answer = send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "text/html");
    assert!(answer.text().await.unwrap().starts_with("<html>"));
    api.fault(Some("sendMessage"), Fault::Slow(Duration::from_millis(50)), Some(1));
    let begun = Instant::now();
    assert_eq!(send().await.unwrap().status(), 200);
    assert!(begun.elapsed() >= Duration::from_millis(50));
    let statuses: Vec<_> = api.calls().iter().map(|call| call.status).collect();
    assert_eq!(statuses, [None, None, Some(502), Some(200)]);
}

#[tokio::test]
async fn a_hanging_call_ends_with_the_server() {
    let api = sandbox().await;
    api.fault(Some("getMe"), Fault::Hang, Some(1));
    let hanging = HTTP.get(format!("{}/bot{}/getMe", api.url(), api.token())).send();
    let stop = async {
        api.wait_until(|view| view.calls().count() == 1).await;
        api.stop();
    };
    let (answer, ()) = soon(async { tokio::join!(hanging, stop) }).await;
    answer.unwrap_err();
}

#[tokio::test]
async fn the_port_is_free_after_stop() {
    let api = sandbox().await;
    let listen = api.url().strip_prefix("http://").unwrap().parse().unwrap();
    api.stop();
    let other = BotApi::start(Settings { listen, ..Settings::default() }).await.unwrap();
    assert_eq!(other.url(), api.url());
    result(&other, "getMe", json!({})).await;
    drop(other);
    api.restart().await.unwrap();
    api.say(CHAT, OLGA, "x");
    assert_eq!(result(&api, "getUpdates", json!({})).await.as_array().unwrap().len(), 2);
}
