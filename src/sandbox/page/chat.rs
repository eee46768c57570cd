//! What the developer does in the chat, passed on to the local Telegram.

use std::sync::Arc;

use axum::{Router, extract::State, routing::post};
use serde::Deserialize;
use serde_json::json;

use super::{
    App, Person,
    order::{Answer, Order, Outcome},
    refusal::Refusal,
    telegram_user,
};
use crate::sandbox::telegram::Line;

/// Telegram's apps cut longer messages into several; this page does not.
const MAX_TEXT: usize = 4096;

/// A deep link's payload has at most so many characters, of a small alphabet.
const MAX_TOKEN: usize = 64;

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/api/say", post(say))
        .route("/api/press", post(press))
        .route("/api/open_link", post(open_link))
        .route("/api/language", post(language))
}

#[derive(Deserialize)]
struct Say {
    person: u64,
    text: String,
}

async fn say(State(app): State<Arc<App>>, Order(order): Order<Say>) -> Outcome {
    send(&app, order.person, &order.text)
}

#[derive(Deserialize)]
struct OpenLink {
    person: u64,
    token: String,
}

/// Opening `https://t.me/<bot>?start=<token>` and tapping "Start" sends `/start <token>`.
async fn open_link(State(app): State<Arc<App>>, Order(order): Order<OpenLink>) -> Outcome {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if order.token.is_empty() || order.token.len() > MAX_TOKEN || !order.token.bytes().all(fits) {
        return Err(Refusal::bad("Telegram opens no link with such a token"));
    }
    send(&app, order.person, &format!("/start {}", order.token))
}

fn send(app: &App, person: u64, text: &str) -> Outcome {
    let chat = private_chat(app, person)?;
    if text.trim().is_empty() || text.encode_utf16().count() > MAX_TEXT {
        return Err(Refusal::bad(format!("a message has 1 to {MAX_TEXT} characters")));
    }
    let line = Line { chat, from: person, text, ..Line::default() };
    let id = app.bot_api.write(&line).map_err(|_| Refusal::unknown("person"))?;
    Ok(Answer(json!({ "message_id": id })))
}

#[derive(Deserialize)]
struct Press {
    person: u64,
    message_id: i64,
    data: String,
}

async fn press(State(app): State<Arc<App>>, Order(order): Order<Press>) -> Outcome {
    let chat = private_chat(&app, order.person)?;
    let query = app
        .bot_api
        .try_press(chat, order.message_id, order.person, &order.data)
        .map_err(|_| Refusal::unknown("person"))?;
    Ok(Answer(json!({ "query": query })))
}

#[derive(Deserialize)]
struct Language {
    person: u64,
    language_code: String,
}

async fn language(State(app): State<Arc<App>>, Order(order): Order<Language>) -> Outcome {
    let is_tag = |code: &str| code.parse::<unic_langid::LanguageIdentifier>().is_ok();
    if !is_tag(&order.language_code) {
        return Err(Refusal::bad("this is no IETF language tag"));
    }
    let mut people = app.people();
    let person = find(&mut people, order.person)?;
    person.language_code = order.language_code;
    app.bot_api.add_user(telegram_user(person));
    Ok(Answer(json!({})))
}

fn find(people: &mut [Person], id: u64) -> Result<&mut Person, Refusal> {
    people.iter_mut().find(|person| person.id == id).ok_or_else(|| Refusal::unknown("person"))
}

/// The chat of one of the page's people with the bot.
fn private_chat(app: &App, person: u64) -> Result<i64, Refusal> {
    find(&mut app.people(), person)?;
    i64::try_from(person).map_err(|_| Refusal::unknown("person"))
}
