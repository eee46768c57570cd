//! Webhooks.

use std::collections::VecDeque;

use axum::{
    Router,
    body::{Bytes, to_bytes},
    extract::{Request, State},
    http::StatusCode,
};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::support::{CHAT, OLGA, result, sandbox, soon};

type Delivery = (Option<String>, Value);

/// A receiver that answers with these statuses and bodies in turn, then with 200.
async fn receiver(answers: &[(u16, &'static str)]) -> (String, mpsc::UnboundedReceiver<Delivery>) {
    let (send, deliveries) = mpsc::unbounded_channel();
    let answers: VecDeque<_> = answers.iter().copied().collect();
    let answers = std::sync::Arc::new(std::sync::Mutex::new(answers));
    let app = Router::new()
        .fallback(move |State(send): State<mpsc::UnboundedSender<Delivery>>, request: Request| async move {
            let secret = request.headers().get("X-Telegram-Bot-Api-Secret-Token").cloned();
            let body = to_bytes(request.into_body(), 1 << 20).await.unwrap();
            let secret = secret.map(|secret| secret.to_str().unwrap().to_owned());
            send.send((secret, serde_json::from_slice(&body).unwrap())).unwrap();
            let (status, body) = answers.lock().unwrap().pop_front().unwrap_or((200, ""));
            (StatusCode::from_u16(status).unwrap(), Bytes::from_static(body.as_bytes()))
        })
        .with_state(send);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, deliveries)
}

#[tokio::test]
async fn an_update_is_delivered_until_it_is_taken() {
    let api = sandbox().await;
    let (url, mut deliveries) = receiver(&[(500, ""), (302, "")]).await;
    let params = json!({"url": url, "secret_token": "s-1", "max_connections": 1});
    result(&api, "setWebhook", params).await;
    for _ in 0..3 {
        let (secret, update) = soon(deliveries.recv()).await.unwrap();
        assert_eq!((secret.as_deref(), &update["update_id"]), (Some("s-1"), &json!(1)));
    }
    soon(api.wait_until(|view| view.is_confirmed(1))).await;
    let info = result(&api, "getWebhookInfo", json!({})).await;
    assert_eq!((&info["url"], &info["pending_update_count"]), (&json!(url), &json!(0)));
    assert_eq!(info["last_error_message"], "Wrong response from the webhook: 302 Found");

    api.say(CHAT, OLGA, "x");
    assert_eq!(soon(deliveries.recv()).await.unwrap().1["update_id"], 2);
    soon(api.wait_until(|view| view.pending() == 0)).await;
    api.redeliver(2);
    assert_eq!(soon(deliveries.recv()).await.unwrap().1["update_id"], 2);

    result(&api, "deleteWebhook", json!({})).await;
    assert_eq!(result(&api, "getWebhookInfo", json!({})).await["url"], "");
}

#[tokio::test]
async fn a_method_in_the_answer_is_called() {
    let api = sandbox().await;
    let reply = r#"{"method":"sendMessage","chat_id":11,"text":"from the webhook"}"#;
    let (url, _deliveries) = receiver(&[(200, reply)]).await;
    result(&api, "setWebhook", json!({"url": url})).await;
    assert_eq!(soon(api.next_bot_message(CHAT, 0)).await.text, "from the webhook");
}

#[tokio::test]
async fn pending_updates_can_be_dropped() {
    let api = sandbox().await;
    let (url, mut deliveries) = receiver(&[]).await;
    result(&api, "setWebhook", json!({"url": url, "drop_pending_updates": true})).await;
    api.say(CHAT, OLGA, "new");
    let (secret, update) = soon(deliveries.recv()).await.unwrap();
    assert_eq!((secret, &update["message"]["text"]), (None, &json!("new")));
}
