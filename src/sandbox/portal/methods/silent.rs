//! `imopenlines.session.mode.silent`.

use super::{Outcome, Request, done};
use crate::sandbox::portal::php::Value;

/// Keys count only in upper case, and only the string `Y` switches on. `true` says that the
/// caller had access, nothing else.
pub(super) fn set(request: Request<'_>) -> Outcome {
    let chat_id = request.params.int("CHAT_ID");
    let user_id = request.caller.user_id;
    let chat_id = request.world.check_dialog(chat_id, user_id)?;
    request.world.set_silent(chat_id, user_id, request.params.is_yes("ACTIVATE"));
    done(Value::Bool(true))
}
