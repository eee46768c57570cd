//! The methods of the Bot API.

mod callback;
mod chats;
mod commands;
mod delete;
mod edit;
mod send;
mod updates;

use serde_json::json;

use super::{Server, error::ApiError, params::Params, state::State};

/// What a method gives: its result as JSON text, or a refusal.
type Answer = Result<String, ApiError>;

/// A method: its name as documented, and what it does.
pub(super) struct Method {
    pub(super) name: &'static str,
    /// `None` is `getUpdates`, the only one that waits.
    run: Option<fn(&mut State, &Params) -> Answer>,
}

const fn method(name: &'static str, run: fn(&mut State, &Params) -> Answer) -> Method {
    Method { name, run: Some(run) }
}

static METHODS: [Method; 22] = [
    Method { name: "getUpdates", run: None },
    method("sendMessage", send::send_message),
    method("editMessageText", edit::edit_message_text),
    method("editMessageReplyMarkup", edit::edit_message_reply_markup),
    method("answerCallbackQuery", callback::answer_callback_query),
    method("deleteMessage", delete::delete_message),
    method("deleteMessages", delete::delete_messages),
    method("sendChatAction", send::send_chat_action),
    method("setMessageReaction", edit::set_message_reaction),
    method("getMe", get_me),
    method("logOut", |_, _| yes()),
    method("close", |_, _| yes()),
    method("setWebhook", updates::set_webhook),
    method("deleteWebhook", updates::delete_webhook),
    method("getWebhookInfo", updates::get_webhook_info),
    method("setMyCommands", commands::set_my_commands),
    method("getMyCommands", commands::get_my_commands),
    method("deleteMyCommands", commands::delete_my_commands),
    method("getChat", chats::get_chat),
    method("getChatMember", chats::get_chat_member),
    method("getChatAdministrators", chats::get_chat_administrators),
    method("getChatMemberCount", chats::get_chat_member_count),
];

/// The method of the name, in any letter case.
pub(super) fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(name))
}

/// Runs a method to its end.
pub(super) async fn run(server: &Server, method: &Method, params: &Params) -> Answer {
    match method.run {
        Some(run) => server.change(|state| run(state, params)),
        None => updates::get_updates(server, params).await,
    }
}

/// The answer of methods that have nothing to tell.
#[expect(clippy::unnecessary_wraps, reason = "methods end with it")]
fn yes() -> Answer {
    Ok("true".to_owned())
}

#[expect(clippy::unnecessary_wraps, reason = "all methods have one signature")]
fn get_me(state: &mut State, _: &Params) -> Answer {
    let mut me = json!(state.wire_user(state.bot.id));
    for (name, value) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_inline_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
        ("has_topics_enabled", false),
    ] {
        me[name] = value.into();
    }
    Ok(me.to_string())
}
