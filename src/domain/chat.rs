//! Where in Telegram something was asked, and where it is to be answered.

use serde::{Deserialize, Serialize};

/// A place in a chat of Telegram's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ChatPlace {
    /// The chat's id; a private chat's is the person's.
    pub chat: i64,
    /// Whether it is a private chat with the bot.
    pub private: bool,
    /// The forum topic (`message_thread_id`).
    pub thread: Option<i32>,
    /// The person's message, or the bot's message that a pressed button belongs to.
    pub message: i32,
}
