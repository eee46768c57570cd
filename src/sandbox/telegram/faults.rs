//! Failures on request.

use std::time::Duration;

use super::error::ApiError;

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
}

impl Fault {
    /// The error that a fault answers with, if it is one that answers with JSON.
    pub(super) fn error(&self) -> Option<ApiError> {
        Some(match *self {
            Self::FloodWait { retry_after } => ApiError::flood(retry_after),
            Self::ServerError(502) => ApiError::new(502, "Bad Gateway"),
            Self::ServerError(503) => ApiError::new(503, "Service Unavailable"),
            Self::ServerError(504) => ApiError::new(504, "Gateway Timeout"),
            Self::ServerError(code) => ApiError::new(code, "Internal Server Error"),
            Self::Blocked => ApiError::forbidden("bot was blocked by the user"),
            Self::Migrated { to } => ApiError::migrated(to),
            Self::Conflict => ApiError::other_poller(),
            Self::Unauthorized => ApiError::new(401, "Unauthorized"),
            Self::Hang | Self::Reset | Self::AnswerLost | Self::Slow(_) | Self::Html(_) => {
                return None;
            }
        })
    }
}

#[derive(Debug)]
struct Rule {
    /// `None` is every method.
    method: Option<String>,
    fault: Fault,
    /// `None` is without end.
    left: Option<u32>,
}

/// The faults in force, in the order they were asked for.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Rule>);

impl Faults {
    pub(super) fn add(&mut self, method: Option<&str>, fault: Fault, times: Option<u32>) {
        if times != Some(0) {
            self.0.push(Rule { method: method.map(str::to_owned), fault, left: times });
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// The first fault that is meant for the method. It is used up by one.
    pub(super) fn take(&mut self, method: &str) -> Option<Fault> {
        let place = self.0.iter().position(|rule| {
            rule.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
        })?;
        let rule = &mut self.0[place];
        let fault = rule.fault.clone();
        if let Some(left) = &mut rule.left {
            *left -= 1;
            if *left == 0 {
                self.0.remove(place);
            }
        }
        Some(fault)
    }
}
