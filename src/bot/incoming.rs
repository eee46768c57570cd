//! An update, reduced to what the bot works with.

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use teloxide::types::{
    CallbackQuery, CallbackQueryId, ChatMigration, MaybeInaccessibleMessage, Message, MessageKind,
    Update, UpdateKind, User,
};

use crate::domain::{chat::ChatPlace, command::kept_size_of, supervisor::TelegramId};

/// How much of a text is kept, in bytes as JSON, so that an update always fits its row: more than
/// the longest command that can be understood, which is a note of 4,000.
const LONGEST_TEXT: usize = 4_600;

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

/// The beginning of a text that is too long to be a command, up to the end of a word: half a link
/// may name another dialog.
fn cut(text: &str) -> &str {
    let mut size = 0;
    let over = text.char_indices().find(|(_, c)| {
        size += kept_size_of(*c);
        size > LONGEST_TEXT
    });
    let Some((end, _)) = over else { return text };
    let kept = &text[..end];
    kept.rfind(char::is_whitespace).map_or(kept, |end| &kept[..end])
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
    use crate::desk::LARGEST_PAYLOAD;

    #[test]
    fn the_longest_messages_fit_a_row_and_lose_no_part_of_a_word() {
        let note = format!("/whisper 2024 {}", "ы".repeat(2_000));
        assert_eq!(cut(&note), note);
        for text in ["\"", "\u{7}", "ы", "\n\"", "word ", "丁", "😀"] {
            let text = text.repeat(4_096);
            let incoming = Incoming {
                update: u64::MAX,
                date: Some(Timestamp::now()),
                place: ChatPlace {
                    chat: i64::MIN,
                    private: false,
                    thread: Some(i32::MIN),
                    message: i32::MIN,
                },
                from: Sender {
                    id: TelegramId(u64::MAX),
                    name: "😀".repeat(LONGEST_NAME),
                    language_code: Some("zh-hans".to_owned()),
                },
                content: Content::Text(cut(&text).into()),
            };
            let bytes = incoming.to_bytes().unwrap();
            assert!(bytes.len() <= LARGEST_PAYLOAD, "{} bytes", bytes.len());
        }
        let text = format!("{} 2024", "x ".repeat(2_298));
        assert!(text.len() > LONGEST_TEXT && !cut(&text).contains('2'));
    }
}
