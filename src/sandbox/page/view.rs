//! What the page draws: names, states and messages, and nothing that opens a door.

use std::sync::Arc;

use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{
    App, Person, clock,
    order::{Answer, Outcome},
    refusal::Refusal,
};
use crate::sandbox::portal::{Author, DialogView, Generation, Post};

/// `GET /api/state`: everything.
pub(super) async fn state(State(app): State<Arc<App>>) -> Outcome {
    let people = app.people().clone();
    let bot = app.bot_api.bot();
    Ok(Answer(json!({
        "bot": { "first_name": bot.first_name, "username": bot.username },
        "chats": chats(&app, &people),
        "people": people,
        "languages": app.languages,
        "first_command": app.first_command,
        "portal": portal(&app),
        "troubles": app.switches().view(),
        "calls": app.portal.calls(),
        "clock": clock::view(&app.time),
    })))
}

/// `GET /api/commands/{person}`: the command list that a person's Telegram offers, by the bot's
/// `setMyCommands`.
pub(super) async fn commands(State(app): State<Arc<App>>, Path(person): Path<u64>) -> Outcome {
    let chat = i64::try_from(person).map_err(|_| Refusal::unknown("person"))?;
    Ok(Answer(app.bot_api.commands(chat, person)))
}

/// The private chats by number.
fn chats(app: &App, people: &[Person]) -> Map<String, Value> {
    let messages =
        |id| i64::try_from(id).map(|chat| app.bot_api.messages(chat)).unwrap_or_default();
    people.iter().map(|person| (person.id.to_string(), json!(messages(person.id)))).collect()
}

/// The generations as the page names them.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum GenerationName {
    ChatWide,
    Personal,
}

impl From<GenerationName> for Generation {
    fn from(name: GenerationName) -> Self {
        match name {
            GenerationName::ChatWide => Self::ChatWide,
            GenerationName::Personal => Self::Personal,
        }
    }
}

impl From<Generation> for GenerationName {
    fn from(generation: Generation) -> Self {
        match generation {
            Generation::ChatWide => Self::ChatWide,
            Generation::Personal => Self::Personal,
        }
    }
}

/// The portal's people and dialogs.
pub(super) fn portal(app: &App) -> Value {
    let snapshot = app.portal.snapshot();
    let generation = snapshot.generation;
    let users: Vec<_> = snapshot
        .users
        .iter()
        .map(|user| json!({ "id": user.id, "name": user.full_name() }))
        .collect();
    let dialogs: Vec<_> = snapshot.dialogs.iter().map(|view| dialog(view, generation)).collect();
    json!({
        "url": app.portal.url(),
        "generation": GenerationName::from(generation),
        "users": users,
        "dialogs": dialogs,
    })
}

fn dialog(view: &DialogView, generation: Generation) -> Value {
    // Flags of the generation that is not in force may be left over: they hide nothing.
    let (for_all, by) = match generation {
        Generation::ChatWide => (view.entity_data_3 == "Y", &[][..]),
        Generation::Personal => (false, &view.silenced_by[..]),
    };
    let messages: Vec<_> = view.messages.iter().map(message).collect();
    json!({
        "id": view.dialog.chat_id,
        "client": view.dialog.client,
        "line": view.dialog.line_name,
        "connector": view.dialog.connector,
        "crm": view.dialog.crm.as_ref().map(|card| json!({ "kind": card.kind, "id": card.id })),
        "operator": view.dialog.operator,
        "members": view.dialog.members,
        "closed": view.dialog.closed,
        "silent": { "for_all": for_all, "by": by },
        "messages": messages,
    })
}

/// The author is `client`, `system`, or the number of a user.
fn message(post: &Post) -> Value {
    let author = match post.author {
        Author::Client => json!("client"),
        Author::System => json!("system"),
        Author::User(id) => json!(id),
    };
    json!({ "author": author, "text": post.text, "hidden": post.hidden })
}
