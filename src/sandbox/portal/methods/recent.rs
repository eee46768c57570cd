//! `im.recent.get` and `im.recent.list`: the caller's own chats and queue.

use serde_json::{Value as Json, json};

use super::{Answer, Outcome, Request, chat_json, date, done, signed};
use crate::sandbox::portal::model::OtherChat;
use crate::sandbox::portal::php::Array;
use crate::sandbox::portal::room::{Author, Room};
use crate::sandbox::portal::world::World;

/// How far back `LAST_SYNC_DATE` reaches.
const SYNC_DAYS: i64 = 7;

/// A row with what it is sorted and filtered by.
struct Row {
    when: jiff::Timestamp,
    chat_id: u64,
    unread: usize,
    json: Json,
}

/// `im.recent.get`: a bare array, no pages. With `ONLY_OPENLINES=Y` all open-line dialogs of the
/// caller, whatever else is asked.
pub(super) fn get(request: Request<'_>) -> Outcome {
    let params = request.params.upper_keys();
    let user_id = request.caller.user_id;
    let only_lines = params.is_yes("ONLY_OPENLINES");
    let mut rows = if only_lines {
        lines(request.world, user_id, Room::is_member)
    } else {
        mine(request.world, user_id, &params)
    };
    if only_lines || !params.is_yes("SKIP_OPENLINES") {
        rows.extend(lines(request.world, user_id, only_queued));
    }
    if !only_lines && let Some(since) = sync_date(&params) {
        rows.retain(|row| row.when >= since);
    }
    done(Json::Array(sorted(rows).map(|row| row.json).collect()))
}

/// `im.recent.list`: pages, with the dialogs of the queue on each of them. `ONLY_OPENLINES` is
/// not looked at. `next` counts the items sent, so that the queue's make it skip rows.
pub(super) fn list(request: Request<'_>) -> Outcome {
    let params = request.params.upper_keys();
    let user_id = request.caller.user_id;
    let limit = match params.int("LIMIT") {
        given if given <= 0 => 50,
        given => given.min(200),
    };
    let offset = if request.start > 0 { request.start } else { params.int("OFFSET").max(0) };
    let before = params.get("LAST_MESSAGE_DATE").or_else(|| params.get("DATE_LAST_ACTIVITY"));
    let before = before.and_then(|text| text.text().parse::<jiff::Timestamp>().ok());

    let mut rows = mine(request.world, user_id, &params);
    rows.retain(|row| before.is_none_or(|before| row.when <= before));
    if params.is_yes("UNREAD_ONLY") {
        rows.retain(|row| row.unread > 0);
    }
    let skipped = if before.is_some() { 0 } else { usize::try_from(offset).unwrap_or(0) };
    let taken = usize::try_from(limit).unwrap_or(50);
    let mut items: Vec<Json> = sorted(rows).skip(skipped).take(taken).map(|row| row.json).collect();
    let has_more = items.len() == taken;
    if !params.is_yes("SKIP_OPENLINES") && !params.is_yes("SKIP_UNDISTRIBUTED_OPENLINES") {
        items.extend(sorted(lines(request.world, user_id, only_queued)).map(|row| row.json));
    }
    let next = has_more.then(|| offset + signed(items.len()));
    let result = json!({
        "items": items,
        "hasMorePages": has_more,
        "hasMore": has_more,
        "copilot": null,
        "messagesAutoDeleteConfigs": [],
        "birthdayList": [],
    });
    Ok(Answer { result: result.into(), next, total: Some(-1) })
}

/// The newest first.
fn sorted(mut rows: Vec<Row>) -> impl Iterator<Item = Row> {
    rows.sort_by_key(|row| std::cmp::Reverse((row.when, row.chat_id)));
    rows.into_iter()
}

/// All chats that the caller is in, less the kinds that the parameters skip.
fn mine(world: &World, user_id: u64, params: &Array) -> Vec<Row> {
    let mut rows = Vec::new();
    if !params.is_yes("SKIP_OPENLINES") {
        rows.extend(lines(world, user_id, Room::is_member));
    }
    let (skip_groups, skip_pairs) = (params.is_yes("SKIP_CHAT"), params.is_yes("SKIP_DIALOG"));
    let others = world.others.values().filter(|chat| chat.members.contains(&user_id));
    let others =
        others.filter(|chat| !(if chat.title.is_some() { skip_groups } else { skip_pairs }));
    rows.extend(others.filter_map(|chat| other_row(world, chat, user_id)));
    rows
}

fn lines(world: &World, user_id: u64, wanted: fn(&Room, u64) -> bool) -> Vec<Row> {
    let rooms = world.rooms.values().filter(|room| !room.hidden_by.contains(&user_id));
    let rooms = rooms.filter(|room| wanted(room, user_id));
    rooms.map(|room| line_row(world, room, user_id)).collect()
}

fn only_queued(room: &Room, user_id: u64) -> bool {
    room.is_queued_for(user_id) && !room.is_member(user_id)
}

/// `LAST_SYNC_DATE`, or `LAST_UPDATE` as it was called, at most a week back. What is no date is
/// ignored.
fn sync_date(params: &Array) -> Option<jiff::Timestamp> {
    let text = params.get("LAST_UPDATE").or_else(|| params.get("LAST_SYNC_DATE"))?.text();
    let asked: jiff::Timestamp = text.parse().ok()?;
    let oldest = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(24 * SYNC_DAYS);
    Some(asked.max(oldest))
}

/// The row of an open-line dialog. `user` is the author of the last message, not the client,
/// and `lines.id` the session.
fn line_row(world: &World, room: &Room, user_id: u64) -> Row {
    let last = room.posts.back();
    let when = last.map_or(room.created, |post| post.when);
    let (author_id, author) = match last.map(|post| post.author) {
        Some(Author::Client) => (room.client_id(), chat_json::client(room)),
        Some(Author::User(id)) => {
            (id, world.users.get(&id).map_or_else(|| json!({ "id": id }), chat_json::person))
        }
        Some(Author::System) | None => (0, json!({ "id": 0 })),
    };
    let json = json!({
        "id": format!("chat{}", room.dialog.chat_id),
        "chat_id": room.dialog.chat_id,
        "type": "chat",
        "avatar": { "url": "", "color": chat_json::COLOUR },
        "title": room.title(),
        "message": {
            "id": last.map_or(0, |post| post.id),
            "text": last.map_or("", |post| post.text.as_str()),
            "file": false,
            "author_id": author_id,
            "attach": false,
            "sticker": null,
            "date": date(when),
            "status": "received",
            "uuid": null,
        },
        "counter": room.unread(user_id),
        "last_id": room.read_by(user_id),
        "pinned": false,
        "unread": false,
        "has_reminder": false,
        "date_update": date(when),
        "date_last_activity": date(when),
        "chat": chat_json::recent(room, user_id),
        "lines": {
            "id": room.dialog.session_id,
            "status": room.status,
            "date_create": date(room.session_created),
        },
        "user": author,
        "options": [],
    });
    Row { when, chat_id: room.dialog.chat_id, unread: room.unread(user_id), json }
}

/// The row of another chat. That of a conversation of two has the other person's number for an
/// `id`, as a number.
fn other_row(world: &World, chat: &OtherChat, user_id: u64) -> Option<Row> {
    let when = jiff::Timestamp::UNIX_EPOCH;
    let mut json = json!({
        "chat_id": chat.chat_id,
        "avatar": { "url": "", "color": chat_json::COLOUR },
        "counter": 0,
        "pinned": false,
        "unread": false,
        "has_reminder": false,
        "date_update": date(when),
        "date_last_activity": date(when),
        "message": {
            "id": 0, "text": "", "file": false, "author_id": 0, "attach": false,
            "date": date(when), "status": "received", "uuid": null,
        },
        "options": [],
    });
    if let Some(title) = &chat.title {
        json["id"] = json!(format!("chat{}", chat.chat_id));
        json["type"] = json!("chat");
        json["title"] = json!(title);
        json["chat"] = chat_json::other(chat, user_id);
        json["user"] = json!({ "id": 0 });
    } else {
        let other = chat.members.iter().find(|id| **id != user_id)?;
        let other = world.users.get(other)?;
        json["id"] = json!(other.id);
        json["type"] = json!("user");
        json["title"] = json!(other.full_name());
        json["user"] = chat_json::person(other);
        json["chat"] =
            json!({ "text_field_enabled": true, "background_id": null, "mute_list": [] });
    }
    Some(Row { when, chat_id: chat.chat_id, unread: 0, json })
}
