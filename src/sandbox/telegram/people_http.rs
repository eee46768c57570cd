//! The people's side over HTTP, for scripts in other languages. **Not part of the Bot API.**
//!
//! - `POST /sandbox/user {id, first_name, username?, language_code?}` adds a person.
//! - `POST /sandbox/say {chat, from, text, reply_to?, thread?}` → `{message_id}`.
//! - `POST /sandbox/press {chat, message_id, from, data}` → `{callback_query_id}`.
//! - `GET /sandbox/messages?chat=` → the chat's history.
//! - `GET /sandbox/callback?id=` → the bot's answer to a callback query, or `null`.
//!
//! Parameters may come in any body form that the Bot API takes. Whoever reaches the port may
//! use it: the sandbox listens on loopback.

use axum::{extract::Request, response::Response};
use serde_json::{Value, json};

use super::{
    Line, Server, User, chat::Chat, params::Params, people::UnknownChat, server::json as respond,
};

/// Answers `/sandbox/<action>`: 400 for what is unknown or incomplete, 404 for an unknown action.
pub(super) async fn answer(server: &Server, action: &str, request: Request) -> Response {
    let Ok(params) = Params::read(request).await else {
        return respond(400, json!({"error": "unreadable body"}).to_string());
    };
    let done = match action {
        "user" => user(server, &params),
        "say" => say(server, &params),
        "press" => press(server, &params),
        "messages" => messages(server, &params),
        "callback" => Some(json!(server.lock().callbacks.answered(&params.text("id")))),
        _ => return respond(404, json!({"error": "no such action"}).to_string()),
    };
    match done {
        Some(value) => respond(200, value.to_string()),
        None => respond(400, json!({"error": UnknownChat.to_string()}).to_string()),
    }
}

fn id(params: &Params, name: &str) -> Option<u64> {
    params.int(name).and_then(|id| u64::try_from(id).ok())
}

fn user(server: &Server, params: &Params) -> Option<Value> {
    let text = |name| Some(params.text(name)).filter(|text| !text.is_empty());
    let user = User {
        id: id(params, "id")?,
        first_name: text("first_name")?,
        username: text("username"),
        language_code: text("language_code"),
    };
    let chat = params.int("id")?;
    server.change(|state| {
        state.chats.entry(chat).or_insert_with(|| Chat::private(chat));
        state.users.insert(user.id, user);
    });
    Some(json!({"chat": chat}))
}

fn say(server: &Server, params: &Params) -> Option<Value> {
    let line = Line {
        chat: params.int("chat")?,
        from: id(params, "from")?,
        text: &params.text("text"),
        reply_to: params.int("reply_to"),
        thread: params.int("thread"),
        date: None,
    };
    let message = server.change(|state| state.hear(&line)).ok()?;
    Some(json!({"message_id": message}))
}

fn press(server: &Server, params: &Params) -> Option<Value> {
    let (chat, message) = (params.int("chat")?, params.int("message_id")?);
    let (from, data) = (id(params, "from")?, params.text("data"));
    let query = server.change(|state| state.pressed(chat, message, from, &data)).ok()?;
    Some(json!({"callback_query_id": query}))
}

fn messages(server: &Server, params: &Params) -> Option<Value> {
    let state = server.lock();
    let chat = state.chats.get(&params.int("chat")?)?;
    let messages: Vec<_> = chat.messages().cloned().collect();
    drop(state);
    Some(json!(messages))
}
