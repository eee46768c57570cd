//! An update, reduced to what the bot works with.

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use teloxide::types::{
    CallbackQuery, CallbackQueryId, ChatMigration, MaybeInaccessibleMessage, Message, MessageKind,
    Update, UpdateKind, User,
};

use crate::domain::{chat::ChatPlace, supervisor::TelegramId};

/// How much of a text is kept, in bytes: more than the longest command that can be understood.
const LONGEST_TEXT: usize = 3_000;

/// How much of a name is kept, in characters.
const LONGEST_NAME: usize = 64;

/// A group has become a supergroup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moved {
    /// The id that it had.
    pub(super) from: i64,
    /// The id that it has now.
    pub(super) to: i64,
}

impl Moved {
    /// What an update tells of a move; both chats are told.
    pub(super) fn read(update: &Update) -> Option<Self> {
        let UpdateKind::Message(message) = &update.kind else { return None };
        let chat = message.chat.id.0;
        Some(match message.chat_migration()? {
            ChatMigration::To { chat_id } => Self { from: chat, to: chat_id.0 },
            ChatMigration::From { chat_id } => Self { from: chat_id.0, to: chat },
        })
    }
}

/// What somebody did in a chat.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Incoming {
    /// The update's id.
    pub update: u64,
    /// When a message was written; a press has no such date.
    pub date: Option<Timestamp>,
    /// The chat, and where in it an answer belongs.
    pub place: ChatPlace,
    /// Who did it: of a press, whoever pressed, not who the message was for.
    pub from: Sender,
    /// What they did.
    pub content: Content,
}

/// Whoever acts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sender {
    /// Their id.
    pub id: TelegramId,
    /// The name they go by; foreign text.
    pub name: String,
    /// The language of their Telegram, where it says so.
    pub language_code: Option<String>,
}

/// What somebody did.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Content {
    /// They wrote a text. It may hold a secret.
    Text(#[serde(serialize_with = "expose")] SecretString),
    /// They sent something else: a picture, a voice message, a sticker.
    Other,
    /// They pressed a button.
    Press {
        /// The query, which must be answered.
        query: CallbackQueryId,
        /// The button's data.
        data: String,
        /// When the message with the button was last written; `None` where Telegram does not say.
        #[serde(default)]
        shown: Option<Timestamp>,
    },
}

impl Incoming {
    /// Reads an update; `None` for what needs no answer: what bots and channels write, and what
    /// Telegram itself reports in a chat.
    pub fn read(update: Update) -> Option<Self> {
        let id = u64::from(update.id.0);
        match update.kind {
            UpdateKind::Message(message) => Self::from_message(id, &message),
            UpdateKind::CallbackQuery(query) => Self::from_query(id, query),
            _ => None,
        }
    }

    fn from_message(update: u64, message: &Message) -> Option<Self> {
        let from = message.from.as_ref().filter(|user| !user.is_bot)?;
        if !matches!(message.kind, MessageKind::Common(_)) || message.chat_migration().is_some() {
            return None;
        }
        let content = match message.text().or_else(|| message.caption()) {
            Some(text) => Content::Text(cut(text).into()),
            None => Content::Other,
        };
        let date = Timestamp::from_second(message.date.timestamp()).ok();
        let (place, from) = (place_of(message), Sender::of(from));
        Some(Self { update, date, place, from, content })
    }

    fn from_query(update: u64, query: CallbackQuery) -> Option<Self> {
        let from = Sender::of(&query.from);
        let (place, shown) = match query.message? {
            MaybeInaccessibleMessage::Regular(message) => (place_of(&message), shown(&message)),
            MaybeInaccessibleMessage::Inaccessible(message) => {
                let place = ChatPlace {
                    chat: message.chat.id.0,
                    private: message.chat.is_private(),
                    thread: None,
                    message: message.message_id.0,
                };
                (place, None)
            }
        };
        let data = query.data.unwrap_or_default();
        let content = Content::Press { query: query.id, data, shown };
        Some(Self { update, date: None, place, from, content })
    }

    /// The update as it is kept; the store seals it.
    ///
    /// # Errors
    /// Never in practice: every part can be written as JSON.
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(self)
    }

    /// An update that was kept; `None` if another version of the bot kept it in another form.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// The beginning of a text that is too long to be a command. It counts as it is kept: JSON writes
/// a quote in two bytes, a control character in six.
fn cut(text: &str) -> &str {
    let mut kept = 0;
    let too_long = text.char_indices().find(|(_, c)| {
        kept += match c {
            '"' | '\\' | '\n' | '\r' | '\t' => 2,
            '\0'..='\x1f' => 6,
            c => c.len_utf8(),
        };
        kept > LONGEST_TEXT
    });
    too_long.map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

/// Writes a text down for the store, which seals it.
fn expose<S: serde::Serializer>(text: &SecretString, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text.expose_secret())
}

/// When a message was last written: edited, else sent.
fn shown(message: &Message) -> Option<Timestamp> {
    let date = message.edit_date().unwrap_or(&message.date);
    Timestamp::from_second(date.timestamp()).ok()
}

fn place_of(message: &Message) -> ChatPlace {
    ChatPlace {
        chat: message.chat.id.0,
        private: message.chat.is_private(),
        thread: message.thread_id.filter(|_| message.is_topic_message).map(|thread| thread.0.0),
        message: message.id.0,
    }
}

impl Sender {
    fn of(user: &User) -> Self {
        Self {
            id: TelegramId(user.id.0),
            name: user.full_name().chars().take(LONGEST_NAME).collect(),
            language_code: user.language_code.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_written_fits_when_it_is_kept() {
        for unit in ["a", "\"", "\\", "\n", "\u{1}", "я", "🔇", "a\u{7f}\"\u{2028}"] {
            let text = unit.repeat(5_000);
            let kept = serde_json::to_string(cut(&text)).unwrap();
            assert!((LONGEST_TEXT - 6..=LONGEST_TEXT + 2).contains(&kept.len()), "{unit:?}");
        }
        assert_eq!(cut("/silent 2024 on"), "/silent 2024 on");
    }
}
