//! `imopenlines.operator.transfer`.

use super::{Outcome, Request, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::{Array, Value};
use crate::sandbox::portal::room::status;

/// Where a dialog goes.
enum Target {
    User(i64),
    Line(i64),
}

/// Hands a dialog to a person or to a line's queue. Silent mode stays as it is.
pub(super) fn transfer(request: Request<'_>) -> Outcome {
    let chat_id = request.params.int("CHAT_ID");
    if chat_id <= 0 {
        return Err(Failure::bad_request("CHAT_ID_EMPTY", "Chat ID can't be empty"));
    }
    let target = target(request.params)?;
    let wrong = || Failure::bad_request("OPERATOR_WRONG", "You can not redirect to this operator");
    let from = request.caller.user_id;
    let world = request.world;
    let chat_id = world.check_dialog(chat_id, from).map_err(|_| wrong())?;
    match target {
        Target::User(user_id) => {
            let user_id = u64::try_from(user_id).map_err(|_| wrong())?;
            let active = world.users.get(&user_id).is_some_and(|user| user.active);
            if user_id == from || !active {
                return Err(wrong());
            }
            if let Some(room) = world.rooms.get_mut(&chat_id) {
                room.take(user_id);
            }
        }
        Target::Line(line_id) => {
            let line = world.rooms.values().map(|room| &room.dialog);
            let line = line.filter(|dialog| i64::try_from(dialog.line_id) == Ok(line_id));
            let may_join = line.clone().flat_map(|dialog| dialog.may_join.clone()).collect();
            let (line_id, name) = line
                .map(|dialog| (dialog.line_id, dialog.line_name.clone()))
                .next()
                .ok_or_else(wrong)?;
            if let Some(room) = world.rooms.get_mut(&chat_id) {
                room.dialog.line_id = line_id;
                room.dialog.line_name = name;
                room.dialog.may_join = may_join;
                room.dialog.operator = None;
                room.dialog.members.retain(|member| *member != from);
                room.status = status::NEW;
            }
        }
    }
    world.notice_by(chat_id, from, "{} transferred the conversation");
    done(Value::Bool(true))
}

/// `TRANSFER_ID` (`17` or `queue3`) overrides `USER_ID` and `QUEUE_ID`, of which the user counts
/// first.
fn target(params: &Array) -> Result<Target, Failure> {
    let (mut user, mut queue) = (params.get("USER_ID").cloned(), params.get("QUEUE_ID").cloned());
    if let Some(transfer @ (Value::Str(_) | Value::Int(_))) = params.get("TRANSFER_ID") {
        match transfer.text().strip_prefix("queue") {
            Some(line) => queue = Some(line.into()),
            None => user = Some(transfer.clone()),
        }
    }
    let refused = |code: &str| Failure::bad_request(code, "The target can't be empty");
    match (user.map(|id| id.int()), queue.map(|id| id.int())) {
        (Some(id), _) if id <= 0 => Err(refused("USER_ID_EMPTY")),
        (Some(id), _) => Ok(Target::User(id)),
        (None, Some(id)) if id <= 0 => Err(refused("QUEUE_ID_EMPTY")),
        (None, Some(id)) => Ok(Target::Line(id)),
        (None, None) => Err(refused("TRANSFER_ID_EMPTY")),
    }
}
