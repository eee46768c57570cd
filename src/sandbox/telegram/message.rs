//! Messages: as kept, as shown to the people's side, as sent to the bot.

use serde::{Serialize, Serializer};

use super::{
    chat::{Chat, Kind},
    keyboard::Keyboard,
    state::State,
    text::{Entity, to_html},
};

/// A message in a chat's history, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id; it grows within the chat.
    pub id: i64,
    /// The chat it is in.
    pub chat: i64,
    /// Who wrote it.
    pub from: u64,
    /// Whether the bot wrote it.
    pub from_bot: bool,
    /// When it was written, in Unix seconds.
    pub date: i64,
    /// When it was last edited, in Unix seconds.
    pub edited: Option<i64>,
    /// The text without markup.
    pub text: String,
    /// What is marked in the text.
    pub entities: Vec<Entity>,
    /// The rows of buttons under it.
    pub keyboard: Keyboard,
    /// The message it answers.
    pub reply_to: Option<i64>,
    /// The forum topic it is in.
    pub thread: Option<i64>,
    /// The bot's reactions to it.
    pub reactions: Vec<String>,
}

impl Message {
    /// The text with its entities as HTML that a page may show as it is.
    pub fn html(&self) -> String {
        to_html(&self.text, &self.entities)
    }
}

/// As the people's side sees it: the fields by their names, and `html`.
impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shown<'a> {
            id: i64,
            chat: i64,
            from: u64,
            from_bot: bool,
            date: i64,
            edited: Option<i64>,
            text: &'a str,
            html: String,
            entities: &'a [Entity],
            keyboard: &'a Keyboard,
            reply_to: Option<i64>,
            thread: Option<i64>,
            reactions: &'a [String],
        }
        Shown {
            id: self.id,
            chat: self.chat,
            from: self.from,
            from_bot: self.from_bot,
            date: self.date,
            edited: self.edited,
            text: &self.text,
            html: self.html(),
            entities: &self.entities,
            keyboard: &self.keyboard,
            reply_to: self.reply_to,
            thread: self.thread,
            reactions: &self.reactions,
        }
        .serialize(serializer)
    }
}

/// A `User` of the Bot API.
#[derive(Serialize)]
pub(super) struct WireUser<'a> {
    pub(super) id: u64,
    pub(super) is_bot: bool,
    pub(super) first_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) username: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language_code: Option<&'a str>,
}

/// A `Chat` of the Bot API.
#[derive(Serialize)]
pub(super) struct WireChat<'a> {
    id: i64,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_forum: bool,
}

/// A `Message` of the Bot API.
#[derive(Serialize)]
pub(super) struct WireMessage<'a> {
    message_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    from: WireUser<'a>,
    chat: WireChat<'a>,
    date: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_date: Option<i64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_topic_message: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to_message: Option<Box<WireMessage<'a>>>,
    text: &'a str,
    #[serde(skip_serializing_if = "<[Entity]>::is_empty")]
    entities: &'a [Entity],
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<WireMarkup<'a>>,
}

#[derive(Serialize)]
struct WireMarkup<'a> {
    inline_keyboard: &'a Keyboard,
}

impl State {
    /// The user as the Bot API shows them. Someone unknown gets an empty name, as a deleted
    /// account does.
    pub(super) fn wire_user(&self, id: u64) -> WireUser<'_> {
        let is_bot = id == self.bot.id;
        let user = if is_bot { Some(&self.bot) } else { self.users.get(&id) };
        WireUser {
            id,
            is_bot,
            first_name: user.map_or("", |user| user.first_name.as_str()),
            username: user.and_then(|user| user.username.as_deref()),
            language_code: user.and_then(|user| user.language_code.as_deref()),
        }
    }

    /// The chat as the Bot API shows it inside of messages.
    pub(super) fn wire_chat<'a>(&'a self, chat: &'a Chat) -> WireChat<'a> {
        let person = u64::try_from(chat.id).ok().and_then(|id| self.users.get(&id));
        WireChat {
            id: chat.id,
            kind: chat.type_name(),
            title: match &chat.kind {
                Kind::Private { .. } => None,
                Kind::Group(group) => Some(&group.title),
            },
            username: person.and_then(|user| user.username.as_deref()),
            first_name: person.map(|user| user.first_name.as_str()),
            is_forum: chat.is_forum(),
        }
    }

    /// The message as the Bot API shows it, with the message it answers but not that one's own.
    pub(super) fn wire_message<'a>(
        &'a self,
        chat: &'a Chat,
        message: &'a Message,
    ) -> WireMessage<'a> {
        let answered = message
            .reply_to
            .and_then(|id| chat.message(id))
            .map(|answered| Box::new(self.wire_alone(chat, answered)));
        WireMessage { reply_to_message: answered, ..self.wire_alone(chat, message) }
    }

    fn wire_alone<'a>(&'a self, chat: &'a Chat, message: &'a Message) -> WireMessage<'a> {
        WireMessage {
            message_id: message.id,
            message_thread_id: message.thread,
            from: self.wire_user(message.from),
            chat: self.wire_chat(chat),
            date: message.date,
            edit_date: message.edited,
            is_topic_message: message.thread.is_some(),
            reply_to_message: None,
            text: &message.text,
            entities: &message.entities,
            reply_markup: (!message.keyboard.is_empty())
                .then_some(WireMarkup { inline_keyboard: &message.keyboard }),
        }
    }
}
