//! `getChat`, `getChatMember`, `getChatAdministrators`, `getChatMemberCount`.

use serde_json::{Value, json};

use super::Answer;
use crate::sandbox::telegram::{
    chat::{Chat, Group, Kind},
    error::ApiError,
    params::Params,
    state::State,
};

/// Rights of an administrator (`ChatMemberAdministrator`), and whether the bot has them.
const RIGHTS: [(&str, bool); 12] = [
    ("can_be_edited", false),
    ("is_anonymous", false),
    ("can_manage_chat", true),
    ("can_delete_messages", true),
    ("can_manage_video_chats", true),
    ("can_restrict_members", false),
    ("can_promote_members", false),
    ("can_change_info", false),
    ("can_invite_users", true),
    ("can_post_stories", false),
    ("can_edit_stories", false),
    ("can_delete_stories", false),
];

/// A `ChatFullInfo`.
pub(super) fn get_chat(state: &mut State, params: &Params) -> Answer {
    let chat = state.chat(params)?;
    let mut full = json!(state.wire_chat(chat));
    full["accent_color_id"] = 0.into();
    full["max_reaction_count"] = 11.into();
    full["accepted_gift_types"] = json!({
        "unlimited_gifts": false,
        "limited_gifts": false,
        "unique_gifts": false,
        "premium_subscription": false,
        "gifts_from_channels": false,
    });
    if matches!(chat.kind, Kind::Group(_)) {
        full["permissions"] = json!({"can_send_messages": true});
    }
    Ok(full.to_string())
}

pub(super) fn get_chat_member(state: &mut State, params: &Params) -> Answer {
    let chat = state.chat(params)?;
    let user = params
        .int("user_id")
        .and_then(|id| u64::try_from(id).ok())
        .filter(|id| *id == state.bot.id || state.users.contains_key(id))
        .ok_or_else(|| ApiError::bad("invalid user_id specified"))?;
    Ok(member(state, chat, user).to_string())
}

/// A `ChatMember`.
fn member(state: &State, chat: &Chat, user: u64) -> Value {
    let (is_owner, is_admin, is_member) = match &chat.kind {
        Kind::Private { .. } => {
            (false, false, user == state.bot.id || i64::try_from(user) == Ok(chat.id))
        }
        Kind::Group(group) => (
            group.members.first() == Some(&user),
            user == state.bot.id && group.bot_is_admin,
            user == state.bot.id || group.members.contains(&user),
        ),
    };
    let shown = state.wire_user(user);
    if is_owner {
        json!({"status": "creator", "user": shown, "is_anonymous": false})
    } else if is_admin {
        let mut member = json!({"status": "administrator", "user": shown});
        for (right, has) in RIGHTS {
            member[right] = has.into();
        }
        member
    } else {
        json!({"status": if is_member { "member" } else { "left" }, "user": shown})
    }
}

fn group<'a>(state: &'a State, params: &Params) -> Result<(&'a Chat, &'a Group), ApiError> {
    let chat = state.chat(params)?;
    match &chat.kind {
        Kind::Group(group) => Ok((chat, group)),
        Kind::Private { .. } => {
            Err(ApiError::bad("there are no administrators in the private chat"))
        }
    }
}

pub(super) fn get_chat_administrators(state: &mut State, params: &Params) -> Answer {
    let (chat, group) = group(state, params)?;
    let bot = group.bot_is_admin.then_some(state.bot.id);
    let admins: Vec<_> = group
        .members
        .first()
        .copied()
        .into_iter()
        .chain(bot)
        .map(|user| member(state, chat, user))
        .collect();
    Ok(Value::Array(admins).to_string())
}

/// The bot counts.
pub(super) fn get_chat_member_count(state: &mut State, params: &Params) -> Answer {
    let count = match &state.chat(params)?.kind {
        Kind::Private { .. } => 2,
        Kind::Group(group) => group.members.len() + 1,
    };
    Ok(count.to_string())
}
