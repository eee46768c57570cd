//! `deleteMessage` and `deleteMessages`.

use serde_json::Value;

use super::{Answer, yes};
use crate::sandbox::telegram::{
    Event,
    chat::{Chat, Kind},
    error::ApiError,
    params::Params,
    state::State,
};

/// A bot may delete messages this long, in seconds.
const DELETABLE_FOR: i64 = 48 * 3_600;

pub(super) fn delete_message(state: &mut State, params: &Params) -> Answer {
    let now = state.now();
    let chat = state.open_chat(params)?;
    let id = params
        .int("message_id")
        .ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
    if chat.message(id).is_none() {
        return Err(ApiError::bad("message to delete not found"));
    }
    if !may_delete(chat, id, now) {
        return Err(ApiError::bad("message can't be deleted"));
    }
    chat.remove(id);
    let chat = chat.id;
    state.emit(|| Event::MessageDeleted { chat, message_id: id });
    yes()
}

/// Its own messages, and people's messages where the bot is at home: in a private chat, or as
/// an administrator. Nothing older than two days.
fn may_delete(chat: &Chat, id: i64, now: i64) -> bool {
    let Some(message) = chat.message(id) else { return false };
    let at_home = match &chat.kind {
        Kind::Private { .. } => true,
        Kind::Group(group) => group.bot_is_admin,
    };
    (message.from_bot || at_home) && now - message.date < DELETABLE_FOR
}

/// Messages that are not there, or may not be deleted, are skipped.
pub(super) fn delete_messages(state: &mut State, params: &Params) -> Answer {
    let given = params
        .json("message_ids")
        .map_err(|_| ApiError::bad("can't parse message identifiers JSON object"))?;
    let Some(given) = given else {
        return Err(ApiError::bad("message identifiers are not specified"));
    };
    let Value::Array(given) = given else {
        return Err(ApiError::bad("expected an Array of message identifiers"));
    };
    if given.len() > 100 {
        return Err(ApiError::bad("too many message identifiers specified"));
    }
    let ids = given
        .iter()
        .map(|id| id.as_i64().or_else(|| id.as_str()?.parse().ok()))
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| ApiError::bad("message identifier must be a Number"))?;
    let now = state.now();
    let chat = state.open_chat(params)?;
    let gone: Vec<_> = ids
        .into_iter()
        .filter(|id| may_delete(chat, *id, now) && chat.remove(*id).is_some())
        .collect();
    let chat = chat.id;
    for message_id in gone {
        state.emit(|| Event::MessageDeleted { chat, message_id });
    }
    yes()
}
