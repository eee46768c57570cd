//! `im.search.chat.list`.

use serde_json::Value as Json;

use super::{Answer, Outcome, Request, chat_json, signed};
use crate::sandbox::portal::failure::Failure;

/// The shortest phrase, in letters.
const SHORTEST: usize = 2;

/// Looks for `FIND` in the names of chats, or else for `FIND_LINES` in those of open-line
/// dialogs, among the caller's own.
pub(super) fn chat_list(request: Request<'_>) -> Outcome {
    let params = request.params.upper_keys();
    let short = || Failure::bad_request("FIND_SHORT", "Too short a search phrase.");
    let (phrase, in_lines) = match (params.get("FIND"), params.get("FIND_LINES")) {
        (Some(phrase), _) => (phrase, false),
        (None, Some(phrase)) => (phrase, true),
        (None, None) => return Err(short()),
    };
    let phrase = phrase.text().trim().to_lowercase();
    if phrase.chars().count() < SHORTEST {
        return Err(short());
    }
    let user_id = request.caller.user_id;
    let mut found: Vec<(u64, Json)> = Vec::new();
    if in_lines {
        let rooms = request.world.rooms.values();
        let rooms = rooms.filter(|room| room.is_member(user_id) || room.is_queued_for(user_id));
        let rooms = rooms.filter(|room| room.title().to_lowercase().contains(&phrase));
        found.extend(rooms.map(|room| (room.dialog.chat_id, chat_json::brief(room, user_id))));
    } else {
        let chats = request.world.others.values().filter(|chat| chat.members.contains(&user_id));
        let chats = chats.filter(|chat| {
            chat.title.as_ref().is_some_and(|title| title.to_lowercase().contains(&phrase))
        });
        found.extend(chats.map(|chat| (chat.chat_id, chat_json::other(chat, user_id))));
    }
    found.sort_by_key(|(chat_id, _)| std::cmp::Reverse(*chat_id));

    let total = signed(found.len());
    let offset = if request.start > 0 { request.start } else { params.int("OFFSET").max(0) };
    let limit = match params.get("LIMIT").map(super::Value::int) {
        None | Some(i64::MIN..=0) => 10,
        Some(given) => given.min(50),
    };
    let page = found.into_iter().map(|(_, chat)| chat);
    let page = page.skip(usize::try_from(offset).unwrap_or(0));
    let page: Vec<Json> = page.take(usize::try_from(limit).unwrap_or(10)).collect();
    let end = offset + signed(page.len());
    Ok(Answer {
        result: Json::Array(page).into(),
        next: (end < total).then_some(end),
        total: Some(total),
    })
}
