//! `setMyCommands`, `getMyCommands`, `deleteMyCommands`, and which list a person sees.

use serde_json::{Value, json};

use super::{Answer, yes};
use crate::sandbox::telegram::{
    chat::{Chat, Kind},
    error::ApiError,
    params::Params,
    state::State,
};

/// Commands a bot may have in one list.
const MOST: usize = 100;

pub(super) fn set_my_commands(state: &mut State, params: &Params) -> Answer {
    let commands = params
        .json("commands")
        .map_err(|_| ApiError::bad("can't parse commands JSON object"))?
        .unwrap_or(Value::Array(Vec::new()));
    let Value::Array(commands) = commands else {
        return Err(ApiError::bad("expected an Array of BotCommand"));
    };
    if commands.len() > MOST {
        return Err(ApiError::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let commands = commands.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    let key = key(state, params)?;
    state.commands.insert(key, Value::Array(commands));
    yes()
}

/// A leading slash is dropped, as Telegram does.
fn command(given: &Value) -> Result<Value, ApiError> {
    let field = |name| given[name].as_str();
    let (Some(name), Some(description)) = (field("command"), field("description")) else {
        return Err(ApiError::bad("can't parse BotCommand: expected an Object"));
    };
    let name = name.strip_prefix('/').unwrap_or(name);
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.is_empty() || name.len() > 32 || !name.chars().all(allowed) {
        return Err(ApiError::bad("BOT_COMMAND_INVALID"));
    }
    if description.trim().is_empty() || description.chars().count() > 256 {
        return Err(ApiError::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(json!({"command": name, "description": description}))
}

pub(super) fn get_my_commands(state: &mut State, params: &Params) -> Answer {
    let key = key(state, params)?;
    Ok(state.commands.get(&key).map_or_else(|| "[]".to_owned(), Value::to_string))
}

pub(super) fn delete_my_commands(state: &mut State, params: &Params) -> Answer {
    let key = key(state, params)?;
    state.commands.remove(&key);
    yes()
}

/// Scope and language, as the lists are kept under.
fn key(state: &State, params: &Params) -> Result<(String, String), ApiError> {
    let scope = params
        .json("scope")
        .map_err(|_| ApiError::bad("can't parse BotCommandScope JSON object"))?
        .unwrap_or_else(|| json!({"type": "default"}));
    let cant = |why: &str| ApiError::bad(format!("can't parse BotCommandScope: {why}"));
    let id = |name: &str| scope[name].as_i64().or_else(|| scope[name].as_str()?.parse().ok());
    let chat = || {
        let id = id("chat_id").ok_or_else(|| cant("Empty chat_id specified"))?;
        let known = |chat: &&Chat| !matches!(chat.kind, Kind::Private { started: false, .. });
        let chat = state.chats.get(&id).filter(known);
        chat.ok_or_else(|| ApiError::bad("chat not found"))
    };
    let kind = scope["type"].as_str().unwrap_or_default();
    let scope = match kind {
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => {
            kind.to_owned()
        }
        "chat" | "chat_administrators" => format!("{kind}:{}", chat()?.id),
        "chat_member" => {
            let user = id("user_id").ok_or_else(|| cant("Invalid user_id specified"))?;
            format!("{kind}:{}:{user}", chat()?.id)
        }
        _ => return Err(cant("Unsupported type specified")),
    };
    let language = params.text("language_code");
    if !language.is_empty()
        && (language.len() != 2 || !language.bytes().all(|b| b.is_ascii_lowercase()))
    {
        return Err(ApiError::bad("invalid language code specified"));
    }
    Ok((scope, language))
}

impl State {
    /// The list that the person's app shows in the chat: the first one there is, from the
    /// narrowest scope to the widest, in each first the person's language (`BotCommandScope`,
    /// "Determining list of commands").
    pub(in super::super) fn commands_shown(&self, chat: i64, user: u64) -> Option<&Value> {
        let owner = match &self.chats.get(&chat)?.kind {
            Kind::Private { .. } => None,
            Kind::Group(group) => Some(group.members.first() == Some(&user)),
        };
        let scopes = match owner {
            None => vec![format!("chat:{chat}"), "all_private_chats".to_owned()],
            Some(is_admin) => {
                let admins =
                    [format!("chat_administrators:{chat}"), "all_chat_administrators".into()];
                let [in_chat, in_all] = admins.map(|scope| is_admin.then_some(scope));
                [
                    Some(format!("chat_member:{chat}:{user}")),
                    in_chat,
                    Some(format!("chat:{chat}")),
                    in_all,
                    Some("all_group_chats".to_owned()),
                ]
                .into_iter()
                .flatten()
                .collect()
            }
        };
        let language = self.users.get(&user).and_then(|user| user.language_code.as_deref());
        let language = language.and_then(|tag| tag.split('-').next()).unwrap_or_default();
        scopes.into_iter().chain(["default".to_owned()]).find_map(|scope| {
            [language, ""]
                .iter()
                .find_map(|language| self.commands.get(&(scope.clone(), (*language).to_owned())))
        })
    }
}
