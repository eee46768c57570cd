//! `editMessageText`, `editMessageReplyMarkup`, `setMessageReaction`.

use serde_json::Value;

use super::{Answer, yes};
use crate::sandbox::telegram::{
    Event, error::ApiError, keyboard, message::Message, params::Params, state::State, text,
};

/// What a bot may react with (`ReactionTypeEmoji`).
const REACTIONS: &str = "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

pub(super) fn edit_message_text(state: &mut State, params: &Params) -> Answer {
    let mut text = text::read(params)?;
    let keyboard = keyboard::read(params)?;
    state.resolve_mentions(&mut text);
    let date = state.now();
    edit(state, params, |message| {
        let same = message.text == text.text
            && message.entities == text.entities
            && message.keyboard == keyboard;
        message.text = text.text;
        message.entities = text.entities;
        message.keyboard = keyboard;
        if !same {
            message.edited = Some(date);
        }
        !same
    })
}

pub(super) fn edit_message_reply_markup(state: &mut State, params: &Params) -> Answer {
    let keyboard = keyboard::read(params)?;
    edit(state, params, |message| {
        let same = message.keyboard == keyboard;
        message.keyboard = keyboard;
        !same
    })
}

/// `change` says whether it has changed anything.
fn edit(state: &mut State, params: &Params, change: impl FnOnce(&mut Message) -> bool) -> Answer {
    let message = target(state, params, "message to edit not found")?;
    if !message.from_bot {
        return Err(ApiError::bad("message can't be edited"));
    }
    let (chat, id) = (message.chat, message.id);
    if !change(message) {
        return Err(ApiError::bad(
            "message is not modified: specified new message content and reply markup are \
             exactly the same as a current content and reply markup of the message",
        ));
    }
    state.emit_message(chat, id, |message| Event::MessageEdited { message });
    state.message_json(chat, id).ok_or_else(|| ApiError::bad("message to edit not found"))
}

/// The message that `chat_id` and `message_id` name.
fn target<'a>(
    state: &'a mut State,
    params: &Params,
    missing: &str,
) -> Result<&'a mut Message, ApiError> {
    if !params.has("chat_id") && params.has("inline_message_id") {
        return Err(ApiError::bad("MESSAGE_ID_INVALID"));
    }
    let chat = state.open_chat(params)?;
    let id = params
        .int("message_id")
        .ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
    chat.message_mut(id).ok_or_else(|| ApiError::bad(missing))
}

pub(super) fn set_message_reaction(state: &mut State, params: &Params) -> Answer {
    let reaction = params
        .json("reaction")
        .map_err(|_| ApiError::bad("can't parse reaction types JSON object"))?
        .unwrap_or(Value::Array(Vec::new()));
    let Value::Array(reaction) = reaction else {
        return Err(ApiError::bad("expected an Array of ReactionType"));
    };
    // A bot without Premium may leave one reaction on a message.
    if reaction.len() > 1 {
        return Err(ApiError::bad("REACTIONS_TOO_MANY"));
    }
    let reactions = reaction.iter().map(emoji).collect::<Result<Vec<_>, _>>()?;
    let message = target(state, params, "message to react not found")?;
    message.reactions = reactions;
    let (chat, id) = (message.chat, message.id);
    state.emit_message(chat, id, |message| Event::MessageEdited { message });
    yes()
}

fn emoji(reaction: &Value) -> Result<String, ApiError> {
    // The variation selector is optional.
    let given = reaction["emoji"].as_str().unwrap_or_default().replace('\u{fe0f}', "");
    if reaction["type"] == "emoji" && REACTIONS.split(' ').any(|known| known == given) {
        Ok(given)
    } else {
        Err(ApiError::bad("REACTION_INVALID"))
    }
}
