//! `imopenlines.dialog.get` and `im.dialog.get`.

use serde_json::json;

use super::{Outcome, Request, chat_json, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::{Array, Value};
use crate::sandbox::portal::world::World;

/// Keys in any letter case. Whatever is wrong, the answer is `ACCESS_ERROR`.
pub(super) fn lines_get(request: Request<'_>) -> Outcome {
    let refused =
        || Failure::bad_request("ACCESS_ERROR", "You do not have access to the specified dialog");
    let params = request.params.upper_keys();
    let chat_id = named_chat(request.world, &params).ok_or_else(refused)?;
    let user_id = request.caller.user_id;
    if !request.world.may_see(chat_id, user_id) {
        return Err(refused());
    }
    let room = request.world.rooms.get(&chat_id).ok_or_else(refused)?;
    let mut chat = chat_json::full(request.world, room, user_id);
    chat["dialog_id"] = json!(format!("chat{chat_id}"));
    done(chat)
}

/// The same object for any chat that the caller may see, by `DIALOG_ID`.
pub(super) fn im_get(request: Request<'_>) -> Outcome {
    let params = request.params.upper_keys();
    let dialog_id = match params.get("DIALOG_ID") {
        Some(text @ (Value::Str(_) | Value::Int(_))) => text.text(),
        _ => String::new(),
    };
    let is_user = !dialog_id.is_empty() && dialog_id.bytes().all(|byte| byte.is_ascii_digit());
    if !is_user && chat_number(&dialog_id).is_none() {
        return Err(Failure::bad_request("DIALOG_ID_EMPTY", "Dialog ID can't be empty"));
    }
    let refused =
        || Failure::new(403, "ACCESS_ERROR", "You do not have access to the specified dialog");
    let chat_id = chat_number(&dialog_id).and_then(|id| u64::try_from(id).ok());
    let chat_id = chat_id.ok_or_else(refused)?;
    let user_id = request.caller.user_id;
    let mut chat = if let Some(other) = request.world.others.get(&chat_id) {
        if !other.members.contains(&user_id) {
            return Err(refused());
        }
        chat_json::other(other, user_id)
    } else {
        let room = request.world.rooms.get(&chat_id).ok_or_else(refused)?;
        if !request.world.may_see(chat_id, user_id) {
            return Err(refused());
        }
        chat_json::full(request.world, room, user_id)
    };
    chat["dialog_id"] = json!(dialog_id);
    done(chat)
}

/// The dialog that the parameters name. The first that is present decides, even if it is
/// nonsense.
fn named_chat(world: &World, params: &Array) -> Option<u64> {
    let number = if let Some(chat) = params.get("CHAT_ID") {
        chat.int()
    } else if let Some(dialog) = params.get("DIALOG_ID") {
        chat_number(&dialog.text())?
    } else if let Some(session) = params.get("SESSION_ID") {
        return world.chat_of_session(session.int());
    } else {
        let code = params.get("USER_CODE")?.text();
        return world.chat_of_user_code(code.strip_prefix("imol|").unwrap_or(&code));
    };
    u64::try_from(number).ok().filter(|id| *id > 0)
}

/// The number in `chat2024`, in any letter case. The other prefixes of chats (`sg`, `crm`) are
/// well-formed, but no open line has them: they give 0.
pub(super) fn chat_number(dialog_id: &str) -> Option<i64> {
    let lower = dialog_id.to_ascii_lowercase();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some(number) = lower.strip_prefix("chat").filter(|number| is_number(number)) {
        return Some(number.parse().unwrap_or(i64::MAX));
    }
    let other = lower.strip_prefix("sg").or_else(|| lower.strip_prefix("crm"))?;
    is_number(other).then_some(0)
}
