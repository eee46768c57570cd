//! `sendMessage` and `sendChatAction`.

use super::{Answer, yes};
use crate::sandbox::telegram::{
    Event,
    chat::{Chat, Group, Kind},
    error::ApiError,
    keyboard,
    params::Params,
    state::{Draft, State},
    text,
};

const ACTIONS: [&str; 13] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "record_audio",
    "upload_audio",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

pub(super) fn send_message(state: &mut State, params: &Params) -> Answer {
    let mut text = text::read(params)?;
    let keyboard = keyboard::read(params)?;
    check_link_preview(params)?;
    let from = state.bot.id;
    let chat = state.open_chat(params)?;
    let thread = thread(chat, params)?;
    let reply_to = reply_to(chat, params)?;
    let chat = chat.id;
    state.resolve_mentions(&mut text);
    let draft = Draft { from, text, keyboard, reply_to, thread, date: None };
    state
        .write(chat, draft)
        .and_then(|id| state.message_json(chat, id))
        .ok_or_else(|| ApiError::bad("chat not found"))
}

fn check_link_preview(params: &Params) -> Result<(), ApiError> {
    match params.json("link_preview_options") {
        Ok(options) if options.as_ref().is_none_or(serde_json::Value::is_object) => Ok(()),
        Ok(_) => Err(ApiError::bad("object expected as link preview options")),
        Err(_) => Err(ApiError::bad("can't parse link preview options JSON object")),
    }
}

/// The forum topic. "General" has the id 1, and its messages carry none.
fn thread(chat: &Chat, params: &Params) -> Result<Option<i64>, ApiError> {
    let Some(thread) = params.int("message_thread_id").filter(|thread| *thread != 0) else {
        return Ok(None);
    };
    match &chat.kind {
        Kind::Group(Group { topics: Some(topics), .. }) if topics.contains(&thread) => {
            Ok(Some(thread))
        }
        Kind::Group(Group { topics: Some(_), .. }) if thread == 1 => Ok(None),
        _ => Err(ApiError::bad("message thread not found")),
    }
}

/// The message to answer, from `reply_parameters` or the older `reply_to_message_id`.
fn reply_to(chat: &Chat, params: &Params) -> Result<Option<i64>, ApiError> {
    let given = params
        .json("reply_parameters")
        .map_err(|_| ApiError::bad("can't parse reply parameters JSON object"))?;
    let (id, may_miss) = match &given {
        Some(reply) if !reply.is_object() => {
            return Err(ApiError::bad("object expected as reply parameters"));
        }
        Some(reply) => (reply["message_id"].as_i64(), reply["allow_sending_without_reply"] == true),
        None => (params.int("reply_to_message_id"), params.flag("allow_sending_without_reply")),
    };
    match id.filter(|id| *id != 0) {
        Some(id) if chat.message(id).is_some() => Ok(Some(id)),
        Some(_) if !may_miss => Err(ApiError::bad("message to be replied not found")),
        _ => Ok(None),
    }
}

pub(super) fn send_chat_action(state: &mut State, params: &Params) -> Answer {
    let action = params.text("action").to_ascii_lowercase();
    if !ACTIONS.contains(&action.as_str()) {
        return Err(ApiError::bad("wrong parameter action in request"));
    }
    let chat = state.open_chat(params)?.id;
    state.emit(|| Event::ChatAction { chat, action });
    yes()
}
