//! `imopenlines.session.intercept`, `.join`, `.start` and `.open`.

use serde_json::json;

use super::{Outcome, Request, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::Value;
use crate::sandbox::portal::world::World;

/// Takes a dialog from its operator. `true` even if there was nothing to take; every refusal is
/// `OPERATOR_WRONG`.
pub(super) fn intercept(request: Request<'_>) -> Outcome {
    let chat_id = request.params.int("CHAT_ID");
    if chat_id <= 0 {
        return Err(Failure::bad_request("CHAT_ID_EMPTY", "Chat ID can't be empty"));
    }
    let user_id = request.caller.user_id;
    let world = request.world;
    let chat_id = world.check_dialog(chat_id, user_id).map_err(|_| {
        Failure::bad_request("OPERATOR_WRONG", "You can not redirect to this operator")
    })?;
    if let Some(room) = world.rooms.get_mut(&chat_id)
        && room.dialog.operator.is_some_and(|operator| operator != user_id)
        && !room.dialog.closed
    {
        room.take(user_id);
        world.notice_by(chat_id, user_id, "{} took the conversation over");
    }
    done(Value::Bool(true))
}

/// Enters a dialog, with a notice; who is in already stays in.
pub(super) fn join(request: Request<'_>) -> Outcome {
    let user_id = request.caller.user_id;
    let chat_id = request.world.check_dialog(request.params.int("CHAT_ID"), user_id)?;
    request.world.join(chat_id, user_id);
    done(Value::Bool(true))
}

/// Opens a session with the caller as operator, or enters the one that is open.
pub(super) fn start(request: Request<'_>) -> Outcome {
    let user_id = request.caller.user_id;
    let world = request.world;
    let chat_id = world.check_dialog(request.params.int("CHAT_ID"), user_id)?;
    if world.rooms.get(&chat_id).is_some_and(|room| room.dialog.closed) {
        world.start_session(chat_id, Some(user_id));
    } else {
        world.join(chat_id, user_id);
    }
    done(Value::Bool(true))
}

/// Finds a dialog by its user code, which is taken as it is. The number comes as a string.
pub(super) fn open(request: Request<'_>) -> Outcome {
    let user_id = request.caller.user_id;
    let world = request.world;
    if world.users.get(&user_id).is_none_or(|user| !user.employee) {
        return Err(Failure::nameless());
    }
    let code = request.params.get("USER_CODE").map(Value::text).unwrap_or_default();
    let chat_id = world.chat_of_user_code(&code).filter(|chat_id| {
        let room = world.rooms.get(chat_id);
        room.is_some_and(|room| room.dialog.operator == Some(user_id))
            || world.can_join(*chat_id, user_id)
    });
    match chat_id {
        Some(chat_id) => done(json!({ "chatId": chat_id.to_string() })),
        None => Err(Failure::bad_request("ACCESS_DENIED", "You cannot access this conversation")),
    }
}

impl World {
    fn join(&mut self, chat_id: u64, user_id: u64) {
        if let Some(room) = self.rooms.get_mut(&chat_id)
            && !room.is_member(user_id)
        {
            room.dialog.members.push(user_id);
            room.dialog.queue.retain(|queued| *queued != user_id);
            self.notice_by(chat_id, user_id, "{} joined the conversation");
        }
    }
}
