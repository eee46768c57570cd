//! The people's side over HTTP.

use serde_json::{Value, json};

use crate::support::{HTTP, result, sandbox};

#[tokio::test]
async fn people_can_be_played_over_http() {
    let api = sandbox().await;
    let post = async |action: &str, body: Value| -> (u16, Value) {
        let url = format!("{}/sandbox/{action}", api.url());
        let response = HTTP.post(url).json(&body).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    };
    assert_eq!(post("user", json!({"id": 77, "first_name": "Nina"})).await.0, 200);
    let said = post("say", json!({"chat": 77, "from": 77, "text": "/ping"})).await;
    assert_eq!(said, (200, json!({"message_id": 1})));
    result(&api, "sendMessage", json!({"chat_id": 77, "text": "pong"})).await;
    let pressed =
        post("press", json!({"chat": 77, "message_id": 2, "from": 77, "data": "x"})).await;
    let id = pressed.1["callback_query_id"].as_str().unwrap();
    result(&api, "answerCallbackQuery", json!({"callback_query_id": id, "text": "ok"})).await;
    let answer = post("callback", json!({"id": id})).await.1;
    assert_eq!(answer, json!({"text": "ok", "show_alert": false}));
    let shown = post("messages", json!({"chat": 77})).await.1;
    assert_eq!((&shown[1]["html"], &shown[1]["from_bot"]), (&json!("pong"), &json!(true)));

    assert_eq!(post("say", json!({"chat": 1, "from": 77, "text": "x"})).await.0, 400);
    assert_eq!(post("shout", json!({})).await.0, 404);
}
