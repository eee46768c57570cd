//! Refusals, in Telegram's words.

use serde_json::json;

use crate::support::{CHAT, GROUP, HTTP, IVAN, OLGA, refusal, result, sandbox};

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one table")]
async fn refusals_have_telegrams_words() {
    let api = sandbox().await;
    let button = |button: serde_json::Value| json!({"chat_id": CHAT, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}});
    let long = "🔇".repeat(2_049);
    for (method, params, status, description) in [
        ("sendMessage", json!({"text": "x"}), 400, "Bad Request: chat_id is empty"),
        ("sendMessage", json!({"chat_id": 99, "text": "x"}), 400, "Bad Request: chat not found"),
        ("sendMessage", json!({"chat_id": "@no", "text": "x"}), 400, "Bad Request: chat not found"),
        (
            "sendMessage",
            json!({"chat_id": IVAN, "text": "x"}),
            403,
            "Forbidden: bot can't initiate conversation with a user",
        ),
        ("sendMessage", json!({"chat_id": CHAT}), 400, "Bad Request: message text is empty"),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": " \n "}),
            400,
            "Bad Request: message text is empty",
        ),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": "<b> </b>", "parse_mode": "HTML"}),
            400,
            "Bad Request: message text is empty",
        ),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": long}),
            400,
            "Bad Request: message is too long",
        ),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": "x", "parse_mode": "BB"}),
            400,
            "Bad Request: unsupported parse_mode",
        ),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": "я <x>", "parse_mode": "html"}),
            400,
            "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 3",
        ),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": "x", "reply_to_message_id": 99}),
            400,
            "Bad Request: message to be replied not found",
        ),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": "x", "message_thread_id": 5}),
            400,
            "Bad Request: message thread not found",
        ),
        (
            "sendMessage",
            button(json!({"text": "x", "callback_data": ""})),
            400,
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            button(json!({"text": "x", "callback_data": "я".repeat(33)})),
            400,
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            button(json!({"text": "x"})),
            400,
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            button(json!({"text": "x", "url": "ya.ru", "callback_data": "x"})),
            400,
            "Bad Request: can't parse inline keyboard button: exactly one of the optional fields must be used",
        ),
        (
            "sendMessage",
            button(json!({"text": "x", "url": "http://"})),
            400,
            "Bad Request: inline keyboard button URL 'http://' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": "x", "reply_markup": "{"}),
            400,
            "Bad Request: can't parse reply keyboard markup JSON object",
        ),
        (
            "sendMessage",
            json!({"chat_id": CHAT, "text": "x", "reply_markup": []}),
            400,
            "Bad Request: object expected as reply markup",
        ),
        (
            "editMessageText",
            json!({"chat_id": CHAT, "message_id": 99, "text": "x"}),
            400,
            "Bad Request: message to edit not found",
        ),
        (
            "editMessageText",
            json!({"chat_id": CHAT, "message_id": 1, "text": "x"}),
            400,
            "Bad Request: message can't be edited",
        ),
        (
            "deleteMessage",
            json!({"chat_id": CHAT, "message_id": 99}),
            400,
            "Bad Request: message to delete not found",
        ),
        (
            "deleteMessage",
            json!({"chat_id": CHAT}),
            400,
            "Bad Request: message identifier is not specified",
        ),
        (
            "setMessageReaction",
            json!({"chat_id": CHAT, "message_id": 99}),
            400,
            "Bad Request: message to react not found",
        ),
        (
            "setMessageReaction",
            json!({"chat_id": CHAT, "message_id": 1,
            "reaction": [{"type": "emoji", "emoji": "✅"}]}),
            400,
            "Bad Request: REACTION_INVALID",
        ),
        (
            "sendChatAction",
            json!({"chat_id": CHAT, "action": "x"}),
            400,
            "Bad Request: wrong parameter action in request",
        ),
        (
            "setMyCommands",
            json!({"commands": [{"command": "Silent", "description": "x"}]}),
            400,
            "Bad Request: BOT_COMMAND_INVALID",
        ),
        (
            "setWebhook",
            json!({"url": "https://example.com/"}),
            400,
            "Bad Request: bad webhook: the sandbox delivers to loopback addresses only",
        ),
        (
            "setWebhook",
            json!({"url": "http://127.0.0.1/", "secret_token": "я"}),
            400,
            "Bad Request: secret token contains unallowed characters",
        ),
        (
            "getChatMember",
            json!({"chat_id": GROUP, "user_id": 99}),
            400,
            "Bad Request: invalid user_id specified",
        ),
        ("noSuchMethod", json!({}), 404, "Not Found: method not found"),
    ] {
        let got = refusal(&api, method, params.clone()).await;
        assert_eq!(got, (status, description.to_owned()), "{method} {params}");
    }
    assert_eq!(api.messages(CHAT).len(), 1, "a refused call has no effect");
}

#[tokio::test]
async fn a_text_of_just_the_limit_is_taken() {
    let api = sandbox().await;
    let text = format!("<b>{}</b>", "🔇".repeat(2_048));
    result(&api, "sendMessage", json!({"chat_id": CHAT, "text": text, "parse_mode": "HTML"})).await;
}

#[tokio::test]
async fn an_edit_that_changes_nothing_is_refused() {
    let api = sandbox().await;
    let keyboard = json!({"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]});
    let same = json!({"chat_id": CHAT, "message_id": 2, "text": "<b>x</b>", "parse_mode": "HTML",
                      "reply_markup": keyboard});
    result(&api, "sendMessage", same.clone()).await;
    let not_modified = (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup \
         are exactly the same as a current content and reply markup of the message"
            .to_owned(),
    );
    assert_eq!(refusal(&api, "editMessageText", same.clone()).await, not_modified);
    assert_eq!(refusal(&api, "editMessageReplyMarkup", same).await, not_modified);
    for different in [json!({"text": "x"}), json!({"text": "y"})] {
        let mut params = json!({"chat_id": CHAT, "message_id": 2, "reply_markup": keyboard});
        params["text"] = different["text"].clone();
        result(&api, "editMessageText", params).await;
    }
}

#[tokio::test]
async fn paths_and_tokens_are_checked() {
    let api = sandbox().await;
    for (path, status, description) in [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/bot/getMe", 401, "Unauthorized"),
        ("/", 404, "Not Found"),
        ("/getMe", 404, "Not Found"),
    ] {
        let response = HTTP.get(format!("{}{path}", api.url())).send().await.unwrap();
        assert_eq!(response.status().as_u16(), status, "{path}");
        let answer: serde_json::Value = response.json().await.unwrap();
        assert_eq!(
            answer,
            json!({"ok": false, "error_code": status, "description": description}),
            "{path}"
        );
    }
    assert!(api.calls().is_empty(), "they are no calls of this bot");
}

#[tokio::test]
async fn someone_who_blocked_the_bot_gets_nothing() {
    let api = sandbox().await;
    api.set_blocked(OLGA, true);
    let blocked = (403, "Forbidden: bot was blocked by the user".to_owned());
    let params = json!({"chat_id": CHAT, "text": "x", "action": "typing"});
    assert_eq!(refusal(&api, "sendMessage", params.clone()).await, blocked);
    assert_eq!(refusal(&api, "sendChatAction", params.clone()).await, blocked);
    let updates = result(&api, "getUpdates", json!({"offset": -1})).await;
    assert_eq!(updates[0]["my_chat_member"]["new_chat_member"]["status"], "kicked");
    api.set_blocked(OLGA, false);
    result(&api, "sendMessage", params).await;
}
