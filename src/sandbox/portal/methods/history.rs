//! `imopenlines.session.history.get`.

use serde_json::{Map, Value as Json, json};

use super::{Outcome, Request, chat_json, date, done, signed};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::Value;
use crate::sandbox::portal::room::{Author, Post, Room};
use crate::sandbox::portal::world::World;

/// The messages of a session, in maps keyed by number, everything in camel case.
pub(super) fn get(request: Request<'_>) -> Outcome {
    let given = |name| request.params.get(name).filter(|value| value.truthy()).map(Value::int);
    let session_id = match (given("SESSION_ID"), given("CHAT_ID")) {
        (Some(session_id), _) => session_id,
        (None, Some(chat_id)) => {
            let room = request.world.room(chat_id);
            room.and_then(|room| room.sessions.last()).copied().map_or(0, signed)
        }
        (None, None) => {
            let words = "Session ID or Chat ID must be provided";
            return Err(Failure::bad_request("MISSING_REQUIRED_PARAM", words));
        }
    };
    if session_id == 0 {
        let words = "Unable to determine session ID from provided parameters";
        return Err(Failure::bad_request("INVALID_SESSION_ID", words));
    }
    let user_id = request.caller.user_id;
    let world = &*request.world;
    let chat_id = world.chat_of_session(session_id).filter(|id| world.may_see(*id, user_id));
    let room = chat_id.and_then(|id| world.rooms.get(&id)).ok_or_else(|| {
        Failure::bad_request("ACCESS_DENIED", "You cannot access this conversation")
    })?;
    done(session(world, room, session_id, user_id))
}

fn session(world: &World, room: &Room, session_id: i64, user_id: u64) -> Json {
    let chat_id = room.dialog.chat_id;
    let posts: Vec<&Post> =
        room.posts.iter().rev().filter(|post| signed(post.session_id) == session_id).collect();
    let messages = posts.iter().map(|post| (post.id.to_string(), message(room, post)));
    let ids: Vec<String> = posts.iter().map(|post| post.id.to_string()).collect();
    let can_join = world.can_join(chat_id, user_id) && !room.is_member(user_id);
    json!({
        "chatId": chat_id,
        "canJoin": if can_join { "Y" } else { "N" },
        "canVoteHead": "N",
        "sessionId": session_id,
        "sessionVoteHead": 0,
        "sessionCommentHead": null,
        "userId": format!("chat{chat_id}"),
        "message": map(messages),
        "usersMessage": { format!("chat{chat_id}"): ids },
        "users": map(people(world, room)),
        "openlines": [],
        "userInGroup": [],
        "woUserInGroup": [],
        "chat": { chat_id.to_string(): camel(&chat_json::recent(room, user_id)) },
        "userBlockChat": [],
        "userInChat": { chat_id.to_string(): room.dialog.members },
        "files": [],
    })
}

fn message(room: &Room, post: &Post) -> Json {
    let sender = match post.author {
        Author::Client => room.client_id(),
        Author::User(id) => id,
        Author::System => 0,
    };
    let hidden = post.hidden && post.author != Author::System;
    json!({
        "id": post.id.to_string(),
        "chatid": room.dialog.chat_id.to_string(),
        "senderid": sender.to_string(),
        "recipientid": format!("chat{}", room.dialog.chat_id),
        "date": date(post.when),
        "text": post.text,
        "textlegacy": post.text,
        "params": if hidden { json!({ "componentId": "HiddenMessage" }) } else { json!([]) },
    })
}

fn people(world: &World, room: &Room) -> impl Iterator<Item = (String, Json)> {
    let members = room.dialog.members.iter().filter_map(|id| world.users.get(id));
    let members = members.map(|user| (user.id, chat_json::person(user)));
    members.chain([(room.client_id(), chat_json::client(room))]).map(|(id, mut person)| {
        person["id"] = json!(id.to_string());
        (id.to_string(), camel(&person))
    })
}

/// A map, or `[]` if there is nothing in it.
fn map(entries: impl Iterator<Item = (String, Json)>) -> Json {
    let map: Map<String, Json> = entries.collect();
    if map.is_empty() { json!([]) } else { Json::Object(map) }
}

/// The same with camel-case keys.
fn camel(value: &Json) -> Json {
    match value {
        Json::Object(map) => {
            Json::Object(map.iter().map(|(key, value)| (camel_key(key), camel(value))).collect())
        }
        other => other.clone(),
    }
}

fn camel_key(key: &str) -> String {
    let mut words = key.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut key, word| {
        let mut letters = word.chars();
        key.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        key.push_str(letters.as_str());
        key
    })
}
