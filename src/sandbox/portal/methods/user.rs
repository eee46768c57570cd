//! `im.user.get`.

use super::{Outcome, Request, chat_json, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::Value;

/// Somebody of the portal, by `ID`; without it the caller. A guest sees nobody but people of their
/// own group: here, nobody but themself. Who was dismissed is still somebody.
pub(super) fn get(request: Request<'_>) -> Outcome {
    let params = request.params.upper_keys();
    let caller = request.caller.user_id;
    let id = match params.get("ID") {
        None | Some(Value::Null) => caller,
        Some(id) => u64::try_from(id.int())
            .ok()
            .filter(|id| *id > 0)
            .ok_or_else(|| Failure::bad_request("ID_EMPTY", "User ID can't be empty"))?,
    };
    let user = request.world.users.get(&id);
    let user = user.ok_or_else(|| Failure::bad_request("USER_NOT_EXISTS", "User is not exists"))?;
    let guest = request.world.users.get(&caller).is_some_and(|caller| !caller.employee);
    if guest && id != caller {
        let why = "You can request only users who consist of your extranet group";
        return Err(Failure::bad_request("ACCESS_DENIED", why));
    }
    let mut person = chat_json::person(user);
    person["desktop_last_date"] = serde_json::json!(false);
    done(person)
}
