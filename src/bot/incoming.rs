//! An update, reduced to what the bot works with.

use secrecy::SecretString;
use teloxide::types::{
    CallbackQuery, CallbackQueryId, ChatId, MaybeInaccessibleMessage, Message, MessageId,
    MessageKind, ThreadId, Update, UpdateKind, User,
};

use crate::domain::supervisor::TelegramId;

/// What somebody did in a chat.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The update's id.
    pub update: u32,
    /// The chat, and where in it an answer belongs.
    pub place: ChatPlace,
    /// Who did it: of a press, whoever pressed, not who the message was for.
    pub from: Sender,
    /// What they did.
    pub content: Content,
}

/// A place in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChatPlace {
    /// The chat.
    pub chat: ChatId,
    /// Whether it is a private chat with the bot.
    pub private: bool,
    /// The forum topic.
    pub thread: Option<ThreadId>,
    /// The person's message, or the bot's message that the pressed button belongs to.
    pub message: MessageId,
}

/// Whoever acts.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Their id.
    pub id: TelegramId,
    /// The name they go by; foreign text.
    pub name: String,
    /// The language of their Telegram, where it says so.
    pub language_code: Option<String>,
}

/// What somebody did.
#[derive(Debug, Clone)]
pub enum Content {
    /// They wrote a text. It may hold a secret.
    Text(SecretString),
    /// They sent something else: a picture, a voice message, a sticker.
    Other,
    /// They pressed a button.
    Press {
        /// The query, which must be answered.
        query: CallbackQueryId,
        /// The button's data.
        data: String,
    },
}

impl Incoming {
    /// Reads an update; `None` for what needs no answer: what bots and channels write, and what
    /// Telegram itself reports in a chat.
    pub fn read(update: Update) -> Option<Self> {
        let id = update.id.0;
        match update.kind {
            UpdateKind::Message(message) => Self::from_message(id, &message),
            UpdateKind::CallbackQuery(query) => Self::from_query(id, query),
            _ => None,
        }
    }

    fn from_message(update: u32, message: &Message) -> Option<Self> {
        let from = message.from.as_ref().filter(|user| !user.is_bot)?;
        if !matches!(message.kind, MessageKind::Common(_)) {
            return None;
        }
        let content = match message.text().or_else(|| message.caption()) {
            Some(text) => Content::Text(text.into()),
            None => Content::Other,
        };
        Some(Self { update, place: ChatPlace::of(message), from: Sender::of(from), content })
    }

    fn from_query(update: u32, query: CallbackQuery) -> Option<Self> {
        let from = Sender::of(&query.from);
        let place = match query.message? {
            MaybeInaccessibleMessage::Regular(message) => ChatPlace::of(&message),
            MaybeInaccessibleMessage::Inaccessible(message) => ChatPlace {
                chat: message.chat.id,
                private: message.chat.is_private(),
                thread: None,
                message: message.message_id,
            },
        };
        let content = Content::Press { query: query.id, data: query.data.unwrap_or_default() };
        Some(Self { update, place, from, content })
    }
}

impl ChatPlace {
    fn of(message: &Message) -> Self {
        Self {
            chat: message.chat.id,
            private: message.chat.is_private(),
            thread: message.thread_id.filter(|_| message.is_topic_message),
            message: message.id,
        }
    }
}

impl Sender {
    fn of(user: &User) -> Self {
        Self {
            id: TelegramId(user.id.0),
            name: user.full_name(),
            language_code: user.language_code.clone(),
        }
    }
}
