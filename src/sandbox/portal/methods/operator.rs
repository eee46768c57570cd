//! `imopenlines.operator.answer`, `.skip`, `.spam`, `.finish` and `.another.finish`.

use super::{Outcome, Request, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::Value;
use crate::sandbox::portal::room::status;
use crate::sandbox::portal::settings::Generation;

/// Takes a dialog that nobody has. Before 26.500 the reason for a refusal gets lost on the way.
pub(super) fn answer(request: Request<'_>) -> Outcome {
    let chat_id = request.params.upper_keys().int("CHAT_ID");
    let user_id = request.caller.user_id;
    let world = request.world;
    let chat_id = world.check_dialog(chat_id, user_id)?;
    let generation = world.generation;
    let Some(room) = world.rooms.get_mut(&chat_id) else { return done(Value::Bool(true)) };
    let refusal = if room.dialog.operator == Some(user_id) {
        Some("IMOL_CHAT_ERROR_ANSWER_ALREADY_RESPONSIBLE")
    } else if room.dialog.closed {
        Some("IMOL_CHAT_ERROR_ANSWER_NOT_LOAD_SESSION")
    } else if room.dialog.operator.is_some() {
        Some("ANSWER_ALREADY_TAKEN")
    } else {
        None
    };
    match (refusal, generation) {
        (None, _) => {}
        (Some(_), Generation::ChatWide) => return Err(Failure::nameless()),
        (Some(code), Generation::Personal) => {
            return Err(Failure::bad_request(code, "The conversation cannot be taken"));
        }
    }
    room.take(user_id);
    world.notice_by(chat_id, user_id, "{} answers the conversation");
    done(Value::Bool(true))
}

/// Gives a dialog back to the queue. Without a session the caller just leaves, and that counts
/// as a failure without a name.
pub(super) fn skip(request: Request<'_>) -> Outcome {
    let chat_id = request.params.upper_keys().int("CHAT_ID");
    let user_id = request.caller.user_id;
    let world = request.world;
    let chat_id = world.check_dialog(chat_id, user_id)?;
    let Some(room) = world.rooms.get_mut(&chat_id) else { return Err(Failure::nameless()) };
    room.dialog.members.retain(|member| *member != user_id);
    room.dialog.queue.retain(|queued| *queued != user_id);
    if room.dialog.closed {
        return Err(Failure::nameless());
    }
    if room.dialog.operator == Some(user_id) {
        room.dialog.operator = None;
    }
    room.status = status::SKIPPED;
    world.notice_by(chat_id, user_id, "{} skipped the conversation");
    done(Value::Bool(true))
}

/// Marks a dialog as spam and ends it.
pub(super) fn spam(request: Request<'_>) -> Outcome {
    let chat_id = request.params.upper_keys().int("CHAT_ID");
    let user_id = request.caller.user_id;
    let world = request.world;
    let chat_id = world.check_dialog(chat_id, user_id)?;
    let generation = world.generation;
    if let Some(room) = world.rooms.get_mut(&chat_id).filter(|room| !room.dialog.closed) {
        room.finish(status::SPAM, generation);
        world.notice_by(chat_id, user_id, "{} marked the conversation as spam");
    }
    done(Value::Bool(true))
}

/// Ends the caller's own dialog.
pub(super) fn finish(request: Request<'_>) -> Outcome {
    let chat_id = request.params.upper_keys().int("CHAT_ID");
    end(request, chat_id, false)
}

/// Ends anybody's dialog. The key is taken in capitals only.
pub(super) fn another_finish(request: Request<'_>) -> Outcome {
    let chat_id = request.params.int("CHAT_ID");
    end(request, chat_id, true)
}

fn end(request: Request<'_>, chat_id: i64, anybodys: bool) -> Outcome {
    let user_id = request.caller.user_id;
    let world = request.world;
    let chat_id = world.check_dialog(chat_id, user_id)?;
    let generation = world.generation;
    let Some(room) = world.rooms.get_mut(&chat_id).filter(|room| !room.dialog.closed) else {
        let words = "Session or chat failed to load";
        return Err(Failure::bad_request("NOT_LOAD_SESSION_OR_CHAT", words));
    };
    let own = room.dialog.operator == Some(user_id);
    if !own && !anybodys {
        let words = "Attempt to close the dialog by a user who is not an operator";
        return Err(Failure::bad_request("ERROR_USER_NOT_OPERATOR", words));
    }
    if room.dialog.operator.is_none() {
        room.take(user_id);
    }
    room.finish(status::CLOSED, generation);
    world.notice_by(chat_id, user_id, "{} closed the conversation");
    done(Value::Bool(true))
}
