//! Failures on request.

use std::time::Duration;

use super::{error::ApiError, params::Params};

/// What goes wrong with a call. Unless said otherwise the call has no effect.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// 429, to be repeated after so many seconds.
    FloodWait {
        /// `parameters.retry_after`, and the `Retry-After` header.
        retry_after: u32,
    },
    /// A 5xx status with a JSON body.
    ServerError(u16),
    /// 403: the bot was blocked by the user.
    Blocked,
    /// No answer, until the caller gives up or the server stops.
    Hang,
    /// The connection is reset without an answer.
    Reset,
    /// The call takes effect, then the connection is closed without an answer.
    AnswerLost,
    /// The call waits, then goes on as usual.
    Slow(Duration),
    /// A status with an HTML page, as a proxy in between would give it.
    Html(u16),
    /// 400: the group has become a supergroup.
    Migrated {
        /// `parameters.migrate_to_chat_id`.
        to: i64,
    },
    /// 409: another poller has taken over.
    Conflict,
    /// 401: the token is not valid.
    Unauthorized,
    /// Any other refusal, in the Bot API's form.
    Error {
        /// The HTTP status and `error_code`.
        code: u16,
        /// `description`, sent as it is.
        description: String,
    },
}

impl Fault {
    /// The error that a fault answers with, if it is one that answers with JSON.
    pub(super) fn error(&self) -> Option<ApiError> {
        Some(match self {
            Self::FloodWait { retry_after } => ApiError::flood(*retry_after),
            Self::ServerError(502) => ApiError::new(502, "Bad Gateway"),
            Self::ServerError(503) => ApiError::new(503, "Service Unavailable"),
            Self::ServerError(504) => ApiError::new(504, "Gateway Timeout"),
            Self::ServerError(code) => ApiError::new(*code, "Internal Server Error"),
            Self::Blocked => ApiError::forbidden("bot was blocked by the user"),
            Self::Migrated { to } => ApiError::migrated(*to),
            Self::Conflict => ApiError::other_poller(),
            Self::Unauthorized => ApiError::new(401, "Unauthorized"),
            Self::Error { code, description } => ApiError::new(*code, description.clone()),
            Self::Hang | Self::Reset | Self::AnswerLost | Self::Slow(_) | Self::Html(_) => {
                return None;
            }
        })
    }
}

/// Which calls a fault meets.
#[derive(Debug)]
pub(super) struct On {
    /// `None` is every method.
    pub(super) method: Option<String>,
    /// `None` is every chat, and the methods that have none.
    pub(super) chat: Option<i64>,
}

impl On {
    /// Whether a call is meant; the method is compared in any letter case.
    pub(super) fn fits(&self, method: &str, params: &Params) -> bool {
        self.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.chat.is_none_or(|wanted| params.int("chat_id") == Some(wanted))
    }
}
