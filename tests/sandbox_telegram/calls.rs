//! Paths, body forms, messages and their life.

use hushbot::sandbox::telegram::{BotApi, Event, Settings, User};
use serde_json::{Value, json};

use crate::support::{CHAT, GROUP, HTTP, OLGA, call, result, sandbox, soon};

#[tokio::test]
async fn any_letter_case_and_body_form_will_do() {
    let api = sandbox().await;
    let url = |method: &str| format!("{}/bot{}/{method}", api.url(), api.token());
    let keyboard = r#"{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}"#;
    let boundary = "multipart/form-data; boundary=XX";
    let part = |name: &str, value: &str| {
        format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let multipart = format!(
        "{}{}{}--XX--\r\n",
        part("chat_id", "11"),
        part("text", "я"),
        part("reply_markup", keyboard)
    );
    let form = format!("chat_id=11&text=%D1%8F&reply_markup={}", keyboard.replace('"', "%22"));
    let object = format!(r#"{{"chat_id":11,"text":"я","reply_markup":{keyboard}}}"#);
    let strings = json!({"chat_id": "11", "text": "я", "reply_markup": keyboard}).to_string();
    let get = HTTP.get(format!("{}?{form}", url("sendMessage")));
    let post = |method: &str, content_type: &str, body: String| {
        HTTP.post(url(method)).header("Content-Type", content_type).body(body)
    };
    for request in [
        get,
        post("SendMessage", "application/x-www-form-urlencoded", form),
        post("sendmessage", "application/json", object),
        post("SENDMESSAGE", "application/json; charset=utf-8", strings),
        post("sendMessage", boundary, multipart),
        HTTP.get(
            url("getMe")
                .replace(':', "%3A")
                .replace("http%3A", "http:")
                .replace("127.0.0.1%3A", "127.0.0.1:"),
        ),
    ] {
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        assert_eq!(answer["ok"], true, "{answer}");
        if !answer["result"]["is_bot"].is_boolean() {
            assert_eq!(answer["result"]["text"], "я");
            assert_eq!(
                answer["result"]["reply_markup"],
                serde_json::from_str::<Value>(keyboard).unwrap()
            );
        }
    }
    assert!(api.calls().iter().filter(|call| call.method == "sendMessage").count() == 5);
}

#[tokio::test]
async fn a_message_lives_and_dies() {
    let api = sandbox().await;
    let mut events = api.subscribe();
    let keyboard = json!({"inline_keyboard": [[
        {"text": "Off", "callback_data": "off"}, {"text": "Open", "url": "https://ya.ru/"},
    ]]});
    let sent = result(
        &api,
        "sendMessage",
        json!({"chat_id": CHAT, "text": "🔇 <b>2024</b>", "parse_mode": "HTML",
               "reply_markup": keyboard, "reply_parameters": {"message_id": 1}}),
    )
    .await;
    assert_eq!(sent["message_id"], 2);
    assert_eq!(sent["from"]["is_bot"], true);
    assert_eq!(sent["chat"], json!({"id": 11, "type": "private", "first_name": "Olga"}));
    assert_eq!(sent["entities"], json!([{"type": "bold", "offset": 3, "length": 4}]));
    assert_eq!(sent["reply_to_message"]["text"], "/start");
    let message = soon(api.next_bot_message(CHAT, 0)).await;
    assert_eq!((message.id, message.html().as_str()), (2, "🔇 <b>2024</b>"));
    assert_eq!(message.keyboard[0][1].url.as_deref(), Some("https://ya.ru/"));

    let edited =
        result(&api, "editMessageText", json!({"chat_id": CHAT, "message_id": 2, "text": "🔊"}))
            .await;
    assert!(edited["edit_date"].is_i64() && edited["reply_markup"].is_null());
    result(
        &api,
        "editMessageReplyMarkup",
        json!({"chat_id": CHAT, "message_id": 2, "reply_markup": keyboard}),
    )
    .await;
    result(
        &api,
        "setMessageReaction",
        json!({"chat_id": CHAT, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}]}),
    )
    .await;
    for id in [1, 2] {
        result(&api, "deleteMessage", json!({"chat_id": CHAT, "message_id": id})).await;
    }
    assert_eq!(api.messages(CHAT), []);

    let mut seen = Vec::new();
    while let Ok(event) = events.try_recv() {
        match event {
            Event::MessageAdded { message } => seen.push(format!("+{}", message.id)),
            Event::MessageEdited { message } => seen.push(format!("~{}", message.id)),
            Event::MessageDeleted { message_id, .. } => seen.push(format!("-{message_id}")),
            _ => {}
        }
    }
    assert_eq!(seen, ["+2", "~2", "~2", "~1", "-1", "-2"]);
}

#[tokio::test]
async fn a_pressed_button_is_answered_once() {
    let api = sandbox().await;
    result(
        &api,
        "sendMessage",
        json!({"chat_id": CHAT, "text": "?", "reply_markup":
            {"inline_keyboard": [[{"text": "On", "callback_data": "on:1"}]]}}),
    )
    .await;
    let query = api.press(CHAT, 2, OLGA, "on:1");
    let updates = result(&api, "getUpdates", json!({"offset": -1})).await;
    let update = &updates[0]["callback_query"];
    assert_eq!(update["id"], query.as_str());
    assert_eq!((&update["data"], &update["from"]["id"]), (&json!("on:1"), &json!(OLGA)));
    assert_eq!(update["message"]["reply_markup"]["inline_keyboard"][0][0]["text"], "On");

    let answer = json!({"callback_query_id": query, "text": "done", "show_alert": "true"});
    let waiting = api.wait_until(|view| view.callback_answer(&query).is_some());
    let ((), answered) =
        soon(async { tokio::join!(waiting, call(&api, "answerCallbackQuery", answer.clone())) })
            .await;
    assert_eq!(answered.0, 200);
    let shown = api.callback_answer(&query).unwrap();
    assert_eq!((shown.text.as_deref(), shown.show_alert), (Some("done"), true));

    let old = api.press(CHAT, 2, OLGA, "on:1");
    api.expire_callback(&old);
    for id in [query.as_str(), old.as_str(), "1"] {
        let (status, refused) =
            call(&api, "answerCallbackQuery", json!({"callback_query_id": id})).await;
        assert_eq!(status, 400);
        assert_eq!(
            refused["description"],
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        );
    }
}

#[tokio::test]
async fn a_button_of_a_deleted_message_can_be_pressed() {
    let api = sandbox().await;
    api.press(CHAT, 77, OLGA, "x");
    let updates = result(&api, "getUpdates", json!({"offset": -1})).await;
    assert_eq!(
        updates[0]["callback_query"]["message"],
        json!({"chat": {"id": 11, "type": "private", "first_name": "Olga"}, "message_id": 77, "date": 0})
    );
}

#[tokio::test]
async fn commands_are_kept_by_scope_and_language() {
    let api = sandbox().await;
    let list = |text: &str| json!([{"command": "silent", "description": text}]);
    let chat = json!({"type": "chat", "chat_id": CHAT});
    result(&api, "setMyCommands", json!({"commands": list("a")})).await;
    result(&api, "setMyCommands", json!({"commands": list("b"), "language_code": "ru"})).await;
    result(&api, "setMyCommands", json!({"commands": list("c"), "scope": chat})).await;
    result(&api, "deleteMyCommands", json!({"language_code": "ru"})).await;
    for (params, expected) in [
        (json!({}), list("a")),
        (json!({"language_code": "ru"}), json!([])),
        (json!({"scope": chat.to_string()}), list("c")),
        (json!({"scope": {"type": "default"}}), list("a")),
    ] {
        assert_eq!(result(&api, "getMyCommands", params.clone()).await, expected, "{params}");
    }
    result(
        &api,
        "setMyCommands",
        json!({"commands": list("d"), "scope": {"type": "all_group_chats"}, "language_code": "ru"}),
    )
    .await;
    assert_eq!(api.commands(CHAT, OLGA), list("c"));
    assert_eq!(api.commands(12, 12), list("a"));
    assert_eq!(api.commands(GROUP, OLGA), list("d"));
}

#[tokio::test]
async fn history_and_calls_are_bounded() {
    use hushbot::sandbox::telegram::{CALLS, HISTORY};
    let api = sandbox().await;
    for _ in 0..HISTORY + 5 {
        api.say(CHAT, OLGA, "x");
    }
    let history = api.messages(CHAT);
    assert_eq!((history.len(), history[0].id), (HISTORY, 7));
    assert_eq!(api.message_count(CHAT), HISTORY as u64 + 6, "with those no longer kept");
    assert_eq!(api.message_count(404), 0);
    let url = format!("{}/bot{}/getMe", api.url(), api.token());
    for _ in 0..CALLS + 5 {
        HTTP.get(&url).send().await.unwrap();
    }
    let calls = api.calls();
    assert_eq!((calls.len(), calls[0].number, calls[0].status), (CALLS, 6, Some(200)));
}

#[tokio::test]
async fn history_is_as_long_as_set() {
    let settings = Settings { history: 3, ..Settings::default() };
    let api = BotApi::start(settings).await.unwrap();
    api.add_group(GROUP, "Desk", &[OLGA]);
    api.add_user(User { id: OLGA, first_name: "Olga".into(), username: None, language_code: None });
    for text in ["a", "b", "c", "d"] {
        api.say(GROUP, OLGA, text);
    }
    let texts: Vec<_> = api.messages(GROUP).into_iter().map(|message| message.text).collect();
    assert_eq!(texts, ["b", "c", "d"]);
}
