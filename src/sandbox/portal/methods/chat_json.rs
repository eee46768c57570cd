//! The chat object, as the methods of `im` and `imopenlines` show it.

use serde_json::{Value, json};

use super::date;
use crate::sandbox::portal::model::{OtherChat, User};
use crate::sandbox::portal::room::Room;
use crate::sandbox::portal::world::World;

/// The colour of all chats.
pub(super) const COLOUR: &str = "#58cc47";

/// The chat of a dialog without who has read what: an element of a search's result.
pub(super) fn brief(room: &Room, user_id: u64) -> Value {
    let last = room.posts.back().map_or(0, |post| post.id);
    json!({
        "id": room.dialog.chat_id,
        "parent_chat_id": 0,
        "parent_message_id": 0,
        "name": room.title(),
        "description": null,
        "owner": room.dialog.operator.unwrap_or(0),
        "extranet": false,
        "avatar": "",
        "color": COLOUR,
        "type": "lines",
        "counter": room.unread(user_id),
        "user_counter": room.dialog.members.len() + 1,
        "message_count": room.message_count,
        "unread_id": 0,
        "restrictions": restrictions(),
        "last_message_id": last,
        "last_id": room.read_by(user_id),
        "marked_id": 0,
        "disk_folder_id": 0,
        "entity_type": "LINES",
        "entity_id": room.dialog.user_code(),
        "entity_data_1": room.session_data(),
        "entity_data_2": room.crm_data(),
        "entity_data_3": room.chat_flag,
        "mute_list": [],
        "date_create": date(room.created),
        "message_type": "L",
        "public": "",
        "role": role(room, user_id),
        "entity_link": { "type": "LINES", "url": "", "id": room.dialog.user_code() },
        "text_field_enabled": true,
        "background_id": null,
        "permissions": permissions(),
        "is_new": false,
    })
}

/// The whole chat of a dialog.
pub(super) fn full(world: &World, room: &Room, user_id: u64) -> Value {
    let mut chat = brief(room, user_id);
    chat["readed_list"] = readers(world, room, user_id);
    chat["manager_list"] = managers(room);
    chat["last_message_views"] = json!({
        "message_id": room.posts.back().map_or(0, |post| post.id),
        "first_viewers": [],
        "count_of_viewers": 0,
    });
    chat
}

/// The part of a chat that a row of the recent list shows; roles are in capitals there.
pub(super) fn recent(room: &Room, user_id: u64) -> Value {
    json!({
        "id": room.dialog.chat_id,
        "parent_chat_id": 0,
        "parent_message_id": 0,
        "name": room.title(),
        "owner": room.dialog.operator.unwrap_or(0),
        "extranet": false,
        "contains_collaber": false,
        "avatar": "",
        "color": COLOUR,
        "type": "lines",
        "entity_type": "LINES",
        "entity_id": room.dialog.user_code(),
        "entity_data_1": room.session_data(),
        "entity_data_2": room.crm_data(),
        "entity_data_3": room.chat_flag,
        "mute_list": [],
        "manager_list": managers(room),
        "date_create": date(room.created),
        "message_type": "L",
        "user_counter": room.dialog.members.len() + 1,
        "restrictions": restrictions(),
        "role": role(room, user_id).to_uppercase(),
        "text_field_enabled": true,
        "background_id": null,
        "entity_link": { "type": "LINES", "url": "", "id": room.dialog.user_code() },
        "permissions": permissions(),
        "public": "",
    })
}

/// A chat that is not of an open line.
pub(super) fn other(chat: &OtherChat, user_id: u64) -> Value {
    let role = if chat.members.contains(&user_id) { "member" } else { "guest" };
    json!({
        "id": chat.chat_id,
        "name": chat.title,
        "description": null,
        "owner": chat.members.first().copied().unwrap_or(0),
        "extranet": false,
        "avatar": "",
        "color": COLOUR,
        "type": if chat.title.is_some() { "chat" } else { "private" },
        "counter": 0,
        "user_counter": chat.members.len(),
        "message_count": 0,
        "entity_type": "",
        "entity_id": "",
        "entity_data_1": "",
        "entity_data_2": "",
        "entity_data_3": "",
        "mute_list": [],
        "manager_list": [],
        "message_type": if chat.title.is_some() { "C" } else { "P" },
        "public": "",
        "role": role,
        "restrictions": restrictions(),
        "permissions": permissions(),
    })
}

/// A person, as lists show the author of a message.
pub(super) fn person(user: &User) -> Value {
    json!({
        "id": user.id,
        "active": user.active,
        "name": user.full_name(),
        "first_name": user.name,
        "last_name": user.last_name,
        "work_position": "",
        "color": COLOUR,
        "avatar": "",
        "gender": "M",
        "birthday": "",
        "extranet": !user.employee,
        "network": false,
        "bot": false,
        "connector": false,
        "external_auth_id": "default",
        "status": "online",
        "idle": false,
        "last_activity_date": false,
        "absent": false,
        "departments": [1],
        "phones": false,
        "type": "user",
    })
}

/// A dialog's client, who is a user of the connector's kind.
pub(super) fn client(room: &Room) -> Value {
    let user = User::new(room.client_id(), &room.dialog.client, "").guest();
    let mut client = person(&user);
    client["connector"] = json!(true);
    client["external_auth_id"] = json!("imconnector");
    client["departments"] = json!([]);
    client
}

fn role(room: &Room, user_id: u64) -> &'static str {
    if room.dialog.operator == Some(user_id) {
        "owner"
    } else if room.is_member(user_id) {
        "member"
    } else {
        "guest"
    }
}

fn managers(room: &Room) -> Value {
    room.dialog.operator.map_or_else(|| json!([]), |operator| json!([operator]))
}

/// Everybody in the chat but the caller.
fn readers(world: &World, room: &Room, user_id: u64) -> Value {
    let members = room.dialog.members.iter().filter(|id| **id != user_id);
    let people = members.filter_map(|id| world.users.get(id)).filter(|user| user.active);
    let people = people.map(|user| (user.id, user.full_name(), room.read_by(user.id)));
    let last = room.posts.back().map_or(0, |post| post.id);
    let client = (room.client_id(), room.dialog.client.clone(), last);
    people
        .chain([client])
        .map(|(id, name, message)| {
            json!({ "user_id": id, "user_name": name, "message_id": message, "date": null })
        })
        .collect()
}

pub(super) fn restrictions() -> Value {
    json!({
        "avatar": true,
        "rename": true,
        "extend": true,
        "call": true,
        "mute": true,
        "leave": true,
        "leave_owner": true,
        "send": true,
        "user_list": true,
    })
}

pub(super) fn permissions() -> Value {
    json!({
        "manage_users_add": "member",
        "manage_users_delete": "manager",
        "manage_ui": "member",
        "manage_settings": "owner",
        "manage_messages": "member",
        "can_post": "member",
    })
}
