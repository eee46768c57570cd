//! Why Telegram did not take something.

use std::time::Duration;

use teloxide::{ApiError, RequestError};

/// Why Telegram did not take something. Printing one never shows the bot's token or a body.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// There is nobody to write to: the person blocked the bot, or the bot is out of the group.
    #[error("the chat is closed to the bot")]
    Gone,
    /// Telegram refused it.
    #[error("Telegram: {0}")]
    Api(ApiError),
    /// Telegram asks to wait.
    #[error("Telegram asks to wait {} s", .0.as_secs())]
    Flood(Duration),
    /// No answer, or none that can be read, for as long as trying made sense.
    #[error("{0}")]
    Network(&'static str),
}

impl SendError {
    /// What a refusal means, by `error_code` and `description`.
    pub(super) fn refusal(code: u16, description: String) -> Self {
        let unknown = ApiError::Unknown(description.clone());
        let error = serde_json::from_value(description.into()).unwrap_or(unknown);
        match error {
            ApiError::ChatNotFound
            | ApiError::GroupDeactivated
            | ApiError::BotKicked
            | ApiError::CantInitiateConversation
            | ApiError::CantTalkWithBots => Self::Gone,
            _ if code == 403 => Self::Gone,
            error => Self::Api(error),
        }
    }
}

impl SendError {
    /// Whether another try can't help: Telegram has understood the request and refused it.
    pub(in crate::bot) fn is_final(&self) -> bool {
        matches!(self, Self::Gone | Self::Api(_))
    }
}

impl From<RequestError> for SendError {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::Api(error) => Self::Api(error),
            RequestError::RetryAfter(wait) => Self::Flood(wait.duration()),
            RequestError::Network(error) => Self::Network(network(&error)),
            RequestError::InvalidJson { .. } => Self::Network("the answer can't be read"),
            RequestError::MigrateToChatId(_) => Self::Network("the group has moved"),
            RequestError::Io(_) => Self::Network("input or output failed"),
        }
    }
}

/// What went wrong below HTTP, without the address: it holds the token.
pub(super) fn network(error: &reqwest::Error) -> &'static str {
    if error.is_connect() {
        "can't connect"
    } else if error.is_timeout() {
        "time-out"
    } else {
        "the connection broke"
    }
}
