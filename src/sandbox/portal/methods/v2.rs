//! The undocumented controllers `imopenlines.v2.Session.*`.

use serde_json::json;

use super::{Outcome, Request, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::Value;

/// `imopenlines.v2.Session.isSilentMode`: by the generation, the chat's flag or the caller's.
pub(super) fn is_silent_mode(request: Request<'_>) -> Outcome {
    let chat_id = visible_chat(&request)?;
    let generation = request.world.generation;
    let user_id = request.caller.user_id;
    let Some(room) = request.world.rooms.get(&chat_id) else {
        return done(Value::Null);
    };
    done(json!({ "result": room.is_silent(generation, user_id) }))
}

/// `imopenlines.v2.Session.setSilentMode`: on unless told otherwise. What the open-line check
/// refuses becomes `null` under HTTP 200.
pub(super) fn set_silent_mode(request: Request<'_>) -> Outcome {
    let chat_id = visible_chat(&request)?;
    let user_id = request.caller.user_id;
    let on = request.params.get("silentMode").is_none() || request.params.is_yes("silentMode");
    if request.world.check_dialog(chat_id.try_into().unwrap_or(0), user_id).is_err() {
        return done(Value::Null);
    }
    request.world.set_silent(chat_id, user_id, on);
    done(json!({ "result": true }))
}

/// The chat that `dialogId` or `chatId` names, once the caller is known to see it and to be an
/// employee.
fn visible_chat(request: &Request<'_>) -> Result<u64, Failure> {
    let number = match (request.params.get("dialogId"), request.params.get("chatId")) {
        (Some(dialog), _) => super::dialog::chat_number(&dialog.text()).unwrap_or(0),
        (None, Some(chat)) if chat.is_numeric() => chat.int(),
        _ => {
            let words = "Could not find value for parameter {chat}";
            return Err(Failure::bad_request("100", words));
        }
    };
    let user_id = request.caller.user_id;
    let chat_id = u64::try_from(number).unwrap_or(0);
    let may_see = if let Some(other) = request.world.others.get(&chat_id) {
        other.members.contains(&user_id)
    } else if request.world.rooms.contains_key(&chat_id) {
        request.world.may_see(chat_id, user_id)
    } else {
        return Err(Failure::bad_request("CHAT_NOT_FOUND", "Chat not found"));
    };
    if !may_see {
        return Err(Failure::bad_request("ACCESS_DENIED", "Access denied"));
    }
    match request.world.users.get(&user_id) {
        Some(user) if user.employee => Ok(chat_id),
        _ => Err(Failure::bad_request(
            "allowed_only_intranet_user",
            "Access denied. Only intranet users are allowed",
        )),
    }
}
