//! Trouble on demand.

use std::time::Duration;

use serde::Serialize;

/// What goes wrong with a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Fault {
    /// The portal answers with an error and does nothing.
    Error {
        /// The HTTP status.
        status: u16,
        /// The `error` field.
        code: String,
        /// The `error_description` field.
        description: String,
    },
    /// The answer comes late; the time counts as working time of the method.
    Slow(Duration),
    /// No answer ever comes, and nothing is done.
    Hang,
    /// The connection is reset before anything is done.
    Reset,
    /// The call is carried out, then the connection closes without an answer.
    AnswerLost,
    /// A proxy answers with a page of HTML under this status; nothing is done.
    Html(u16),
    /// The call is carried out, but the answer breaks off in the middle of its JSON.
    BrokenJson,
    /// The call is carried out, but the answer's body is empty.
    EmptyBody,
    /// The answer is `{"result":true}` with nothing done.
    TrueButUnchanged,
    /// A well-formed answer of 32 MiB; nothing is done.
    HugeBody,
    /// A redirect (302); nothing is done.
    Redirect {
        /// The whole `Location`.
        location: String,
    },
}

/// Which calls a fault meets, in a batch or alone. One that befalls a connection meets the batch as
/// a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct On {
    /// Only this method, in any letter case; all if absent.
    pub method: Option<String>,
    /// Only webhooks of this user, by the address; all if absent.
    pub user: Option<u64>,
    /// Only so many times; until cleared if absent.
    pub times: Option<u32>,
}

impl On {
    /// Every call, until cleared.
    pub fn everything() -> Self {
        Self::default()
    }

    /// Every call of one method, until cleared.
    pub fn method(name: &str) -> Self {
        Self { method: Some(name.to_owned()), ..Self::default() }
    }

    /// Narrows to one user's webhooks.
    #[must_use]
    pub fn user(mut self, user_id: u64) -> Self {
        self.user = Some(user_id);
        self
    }

    /// Narrows to the next calls.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    pub(super) fn fits(&self, method: &str, user: Option<u64>) -> bool {
        self.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.user.is_none_or(|wanted| user == Some(wanted))
    }
}

/// An error that Bitrix24 is known to answer with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct KnownError {
    /// The `error` field.
    pub code: &'static str,
    /// The HTTP status that the documentation gives.
    pub documented: Option<u16>,
    /// The HTTP status that the server's code sends, where it is another one.
    pub served: Option<u16>,
    /// The `error_description` field.
    pub description: &'static str,
    /// The method it belongs to; any method can meet the others.
    pub method: Option<&'static str>,
}

impl KnownError {
    /// The status a client is likely to see: the server's, else the documented one.
    pub fn status(&self) -> u16 {
        self.served.or(self.documented).unwrap_or(401)
    }

    /// The fault that answers with this error.
    pub fn fault(&self) -> Fault {
        self.fault_with(self.status())
    }

    /// The same under the documented status, where there is one.
    pub fn documented_fault(&self) -> Fault {
        self.fault_with(self.documented.unwrap_or_else(|| self.status()))
    }

    fn fault_with(&self, status: u16) -> Fault {
        Fault::Error {
            status,
            code: self.code.to_owned(),
            description: self.description.to_owned(),
        }
    }
}

impl Fault {
    /// The first known error of this code, under the status the server sends; an unknown code
    /// becomes HTTP 400.
    pub fn code(code: &str) -> Self {
        KNOWN_ERRORS.iter().find(|known| known.code == code).map_or_else(
            || Self::Error { status: 400, code: code.to_owned(), description: String::new() },
            KnownError::fault,
        )
    }

    /// Whether the portal does anything before the trouble.
    pub(super) fn carries_out(&self) -> bool {
        matches!(self, Self::Slow(_) | Self::AnswerLost | Self::BrokenJson | Self::EmptyBody)
    }

    /// Whether it can befall one command of a batch, and not only a connection.
    pub(super) fn fits_a_batch(&self) -> bool {
        matches!(self, Self::Error { .. } | Self::TrueButUnchanged)
    }

    /// One word for the record of calls.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Error { .. } => "error",
            Self::Slow(_) => "slow",
            Self::Hang => "hang",
            Self::Reset => "reset",
            Self::AnswerLost => "answer lost",
            Self::Html(_) => "html",
            Self::BrokenJson => "broken json",
            Self::EmptyBody => "empty body",
            Self::TrueButUnchanged => "true but unchanged",
            Self::HugeBody => "huge body",
            Self::Redirect { .. } => "redirect",
        }
    }
}

const SILENT: Option<&str> = Some("imopenlines.session.mode.silent");

/// A row of the table: code, documented status, served status, method, words.
const fn known(
    code: &'static str,
    documented: Option<u16>,
    served: Option<u16>,
    method: Option<&'static str>,
    description: &'static str,
) -> KnownError {
    KnownError { code, documented, served, description, method }
}

/// Every error that a silent mode call is known to meet: the method's own, and those of any
/// method.
pub const KNOWN_ERRORS: &[KnownError] = &[
    known("QUERY_LIMIT_EXCEEDED", Some(503), None, None, "Too many requests"),
    known(
        "OPERATION_TIME_LIMIT",
        Some(429),
        None,
        None,
        "Method is blocked due to operation time limit.",
    ),
    known("OVERLOAD_LIMIT", Some(503), Some(401), None, "REST API is blocked due to overload."),
    known("expired_token", Some(401), None, None, "The access token provided has expired."),
    known("invalid_token", Some(401), None, None, "Unable to get application by token"),
    known("NO_AUTH_FOUND", Some(401), None, None, "Wrong authorization data"),
    known("INVALID_CREDENTIALS", Some(403), Some(401), None, "Invalid request credentials"),
    known(
        "insufficient_scope",
        Some(403),
        Some(401),
        None,
        "The request requires higher privileges than provided by the webhook token",
    ),
    known("ACCESS_DENIED", Some(403), Some(401), None, "REST is available only by subscription."),
    known(
        "user_access_error",
        Some(403),
        Some(401),
        None,
        "The user does not have access to the application.",
    ),
    known("authorization_error", None, Some(401), None, "Unable to authorize user"),
    known("APPLICATION_NOT_FOUND", None, Some(401), None, "Application not found"),
    known("CONNECTION_ERROR", None, Some(401), None, "Error connecting to authorization server"),
    known("METHOD_CONFIRM_WAITING", Some(401), None, None, "Waiting for confirmation"),
    known("METHOD_CONFIRM_DENIED", Some(403), None, None, "Method call denied"),
    known("ERROR_METHOD_NOT_FOUND", Some(404), None, None, "Method not found!"),
    known("INVALID_REQUEST", Some(400), Some(401), None, "Https required."),
    known("WRONG_AUTH_TYPE", None, Some(403), None, "Current authorization type is denied"),
    known("WRONG_LICENSE", None, Some(403), None, "Current license is denied for this method"),
    known("allowed_only_intranet_user", Some(403), Some(400), None, "Only intranet users"),
    known(
        "ERROR_BATCH_LENGTH_EXCEEDED",
        Some(400),
        None,
        Some("batch"),
        "Max batch length exceeded",
    ),
    known(
        "ERROR_BATCH_METHOD_NOT_ALLOWED",
        Some(405),
        None,
        Some("batch"),
        "Method is not allowed for batch usage",
    ),
    known("PORTAL_DELETED", Some(500), Some(403), None, "Portal was deleted"),
    known("INTERNAL_SERVER_ERROR", Some(500), None, None, "Internal server error"),
    known(
        "ERROR_UNEXPECTED_ANSWER",
        Some(500),
        None,
        None,
        "Server returned an unexpected response",
    ),
    known("ERROR_CORE", Some(400), None, None, "Internal error"),
    known("ERROR_CORE", Some(500), None, None, "SQL query error!"),
    known("ERROR_ARGUMENT", Some(400), None, None, "Argument is null or empty"),
    known("WRONG_ENCODING", Some(400), None, None, "Wrong request encoding"),
    known(
        "IM_LOAD_ERROR",
        None,
        Some(400),
        SILENT,
        "The Instant Messenger module is not installed",
    ),
    known("CHAT_ID", Some(400), None, SILENT, "Incorrect chat ID"),
    known("USER_ID", Some(400), None, SILENT, "Incorrect user ID"),
    known("CHAT_TYPE", Some(400), None, SILENT, "This is not an open channel chat"),
    known("ACCESS_DENIED", Some(400), None, SILENT, "You cannot access this conversation"),
];
