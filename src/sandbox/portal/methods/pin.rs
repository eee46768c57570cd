//! `imopenlines.session.mode.pin`, `.pinAll` and `.unpinAll`.

use serde_json::json;

use super::{Outcome, Request, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::Value;
use crate::sandbox::portal::room::{Room, status};
use crate::sandbox::portal::world::World;

/// Pins unless `ACTIVATE` is `N`: the reverse of silent mode. Who is not the operator gets an
/// error without a name, but only if there is something to change.
pub(super) fn pin(request: Request<'_>) -> Outcome {
    if !request.params.get("CHAT_ID").is_some_and(Value::truthy) {
        return Err(Failure::bad_request("CHAT_ID_EMPTY", "Chat ID can't be empty"));
    }
    let on = !matches!(request.params.get("ACTIVATE"), Some(Value::Str(text)) if text == "N");
    let user_id = request.caller.user_id;
    let world = request.world;
    let chat_id = world.check_dialog(request.params.int("CHAT_ID"), user_id)?;
    let room = world.rooms.get(&chat_id).ok_or_else(Failure::nameless)?;
    if room.paused == on {
        return done(Value::Bool(true));
    }
    if room.dialog.closed || room.dialog.operator != Some(user_id) {
        return Err(Failure::nameless());
    }
    world.set_pin(chat_id, on);
    done(Value::Bool(true))
}

/// Pins all dialogs that the caller leads; gives the numbers of their sessions.
pub(super) fn pin_all(request: Request<'_>) -> Outcome {
    all(request, true)
}

/// The reverse of [`pin_all`].
pub(super) fn unpin_all(request: Request<'_>) -> Outcome {
    all(request, false)
}

fn all(request: Request<'_>, on: bool) -> Outcome {
    let user_id = request.caller.user_id;
    let world = request.world;
    let meant = |room: &&Room| {
        room.dialog.operator == Some(user_id)
            && room.paused != on
            && (status::TAKEN..status::CLOSING).contains(&room.status)
    };
    let rooms: Vec<(u64, u64)> = world
        .rooms
        .values()
        .filter(meant)
        .map(|room| (room.dialog.chat_id, room.dialog.session_id))
        .collect();
    for (chat_id, _) in &rooms {
        world.set_pin(*chat_id, on);
    }
    done(json!(rooms.iter().map(|(_, session_id)| session_id).collect::<Vec<_>>()))
}

impl World {
    fn set_pin(&mut self, chat_id: u64, on: bool) {
        if let Some(room) = self.rooms.get_mut(&chat_id) {
            room.paused = on;
            let text =
                if on { "The conversation is pinned" } else { "The conversation is unpinned" };
            self.notice(chat_id, text);
        }
    }
}
