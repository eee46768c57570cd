//! `im.message.add`, as far as it writes into open-line dialogs.

use serde_json::json;

use super::{Outcome, Request, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::Value;
use crate::sandbox::portal::room::Author;

/// Writes as the caller. `SKIP_CONNECTOR=Y` hides this one message from the client.
pub(super) fn add(request: Request<'_>) -> Outcome {
    let params = request.params.upper_keys();
    let empty = || Failure::bad_request("MESSAGE_EMPTY", "Message can't be empty");
    let text = match params.get("MESSAGE") {
        Some(Value::Str(text)) if !text.trim().is_empty() => text.trim().to_owned(),
        Some(Value::Str(_)) | None => return Err(empty()),
        Some(_) => return Err(Failure::bad_request("MESSAGE_EMPTY", "Wrong message type")),
    };
    let number = match params.get("DIALOG_ID") {
        Some(dialog) => super::dialog::chat_number(&dialog.text()),
        None => params.get("CHAT_ID").map(Value::int),
    };
    let Some(number) = number else {
        return Err(Failure::bad_request("PARAMS_ERROR", "Incorrect params"));
    };
    if number <= 0 {
        return Err(Failure::bad_request("CHAT_ID_EMPTY", "Chat ID can't be empty"));
    }
    let user_id = request.caller.user_id;
    let world = request.world;
    let forbidden =
        || Failure::new(403, "ACCESS_ERROR", "It is forbidden to send messages to this chat");
    let room = world.room(number).filter(|room| room.is_member(user_id)).ok_or_else(forbidden)?;
    let skip = params.get("SKIP_CONNECTOR").is_some_and(|yes| yes.text().to_uppercase() == "Y");
    let hidden = skip || room.is_silent(world.generation, user_id);
    let chat_id = room.dialog.chat_id;
    let id = world.post(chat_id, Author::User(user_id), &text, hidden);
    done(json!(id))
}
