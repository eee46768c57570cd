//! `imopenlines.crm.chat.*`: dialogs by the CRM card they are linked to.

use serde_json::json;

use super::{Outcome, Request, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::{Array, Value};
use crate::sandbox::portal::room::Room;

/// `imopenlines.crm.chat.get`: the open dialogs of a card, or with `ACTIVE_ONLY=N` all.
pub(super) fn chat_get(request: Request<'_>) -> Outcome {
    for name in ["CRM_ENTITY_TYPE", "CRM_ENTITY"] {
        if !request.params.get(name).is_some_and(Value::truthy) {
            return Err(Failure::argument(name, &format!("Argument '{name}' is null or empty")));
        }
    }
    let (kind, id) = card(request.params)?;
    let active_only =
        !matches!(request.params.get("ACTIVE_ONLY"), Some(Value::Str(text)) if text == "N");
    let linked: Vec<&Room> =
        request.world.rooms.values().filter(|room| is_linked(room, &kind, id)).collect();
    let reads = |room: &&Room| {
        room.dialog.crm.as_ref().is_some_and(|card| card.readers.contains(&request.caller.user_id))
    };
    if !linked.iter().any(reads) {
        return Err(Failure::new(403, "ACCESS_DENIED", "You dont have access to this action"));
    }
    let shown = linked.into_iter().filter(|room| !active_only || !room.dialog.closed);
    let shown = shown.map(|room| {
        json!({
            "CHAT_ID": room.dialog.chat_id.to_string(),
            "CONNECTOR_ID": room.dialog.connector,
            "CONNECTOR_TITLE": title(&room.dialog.connector),
        })
    });
    done(shown.collect::<serde_json::Value>())
}

/// `imopenlines.crm.chat.getLastId`: the newest dialog of a card.
pub(super) fn chat_get_last_id(request: Request<'_>) -> Outcome {
    let absent = |words: &str| Failure::bad_request("CRM_CHAT_EMPTY_CRM_DATA", words);
    let given = |name| request.params.get(name).is_some_and(Value::truthy);
    if !given("CRM_ENTITY_TYPE") || !given("CRM_ENTITY") {
        return Err(absent("Empty CRM data"));
    }
    let (kind, id) = card(request.params)?;
    let linked = request.world.rooms.values().filter(|room| is_linked(room, &kind, id));
    match linked.map(|room| room.dialog.chat_id).max() {
        Some(chat_id) => done(json!(chat_id)),
        None => Err(absent("Could not find CRM entity")),
    }
}

/// The card's kind in capitals and its number.
fn card(params: &Array) -> Result<(String, u64), Failure> {
    let number = params.get("CRM_ENTITY").filter(|value| value.is_numeric()).map_or(0, Value::int);
    let id = u64::try_from(number).ok().filter(|id| *id > 0);
    let id = id.ok_or_else(|| {
        Failure::argument("CRM_ENTITY", "The value of an argument 'CRM_ENTITY' has an invalid type")
    })?;
    let kind = params.get("CRM_ENTITY_TYPE").map(Value::text).unwrap_or_default();
    Ok((kind.to_uppercase(), id))
}

fn is_linked(room: &Room, kind: &str, id: u64) -> bool {
    room.dialog.crm.as_ref().is_some_and(|card| card.kind == kind && card.id == id)
}

fn title(connector: &str) -> &str {
    match connector {
        "livechat" => "Live chat",
        "telegrambot" => "Telegram",
        other => other,
    }
}
