//! What a portal calls its errors.

use crate::domain::hint::Word;

/// The `error` of an answer. Status and description don't tell errors apart: the documentation
/// and the servers disagree on the one, and the other is in the language of the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are the portal's own codes, in `NAMES`")]
pub enum Code {
    // Of `imopenlines.session.mode.silent`, in the order in which it checks.
    ImLoadError,
    ChatId,
    UserId,
    ChatType,
    /// `ACCESS_DENIED` of a method: the person may not do this there.
    AccessDenied,

    // Of `imopenlines.dialog.get`.
    ImNotInstalled,
    AccessError,

    // Of the portal itself.
    QueryLimitExceeded,
    OperationTimeLimit,
    OverloadLimit,
    ExpiredToken,
    InvalidToken,
    NoAuthFound,
    InvalidCredentials,
    InsufficientScope,
    /// `ACCESS_DENIED` of the portal: its plan has no REST.
    PlanAccessDenied,
    UserAccessError,
    AuthorizationError,
    ApplicationNotFound,
    ConnectionError,
    MethodConfirmWaiting,
    MethodConfirmDenied,
    MethodNotFound,
    InvalidRequest,
    WrongAuthType,
    WrongLicense,
    AllowedOnlyIntranetUser,
    BatchLengthExceeded,
    BatchMethodNotAllowed,
    PortalDeleted,
    InternalServerError,
    UnexpectedAnswer,
    Core,
    Argument,
    WrongEncoding,

    /// An error without a code, or with something in its place that is none: a text may hold
    /// anything, the webhook's URL included.
    Nameless,
    /// Any other code: letters, digits and underscores.
    Other(Word),
}

/// The longest word that is taken for a code.
const LONGEST: usize = 64;

const NAMES: [(&str, Code); 35] = [
    ("IM_LOAD_ERROR", Code::ImLoadError),
    ("CHAT_ID", Code::ChatId),
    ("USER_ID", Code::UserId),
    ("CHAT_TYPE", Code::ChatType),
    ("ACCESS_DENIED", Code::AccessDenied),
    ("IM_NOT_INSTALLED", Code::ImNotInstalled),
    ("ACCESS_ERROR", Code::AccessError),
    ("QUERY_LIMIT_EXCEEDED", Code::QueryLimitExceeded),
    ("OPERATION_TIME_LIMIT", Code::OperationTimeLimit),
    ("OVERLOAD_LIMIT", Code::OverloadLimit),
    ("expired_token", Code::ExpiredToken),
    ("invalid_token", Code::InvalidToken),
    ("NO_AUTH_FOUND", Code::NoAuthFound),
    ("INVALID_CREDENTIALS", Code::InvalidCredentials),
    ("insufficient_scope", Code::InsufficientScope),
    ("ACCESS_DENIED", Code::PlanAccessDenied),
    ("user_access_error", Code::UserAccessError),
    ("authorization_error", Code::AuthorizationError),
    ("APPLICATION_NOT_FOUND", Code::ApplicationNotFound),
    ("CONNECTION_ERROR", Code::ConnectionError),
    ("METHOD_CONFIRM_WAITING", Code::MethodConfirmWaiting),
    ("METHOD_CONFIRM_DENIED", Code::MethodConfirmDenied),
    ("ERROR_METHOD_NOT_FOUND", Code::MethodNotFound),
    ("INVALID_REQUEST", Code::InvalidRequest),
    ("WRONG_AUTH_TYPE", Code::WrongAuthType),
    ("WRONG_LICENSE", Code::WrongLicense),
    ("allowed_only_intranet_user", Code::AllowedOnlyIntranetUser),
    ("ERROR_BATCH_LENGTH_EXCEEDED", Code::BatchLengthExceeded),
    ("ERROR_BATCH_METHOD_NOT_ALLOWED", Code::BatchMethodNotAllowed),
    ("PORTAL_DELETED", Code::PortalDeleted),
    ("INTERNAL_SERVER_ERROR", Code::InternalServerError),
    ("ERROR_UNEXPECTED_ANSWER", Code::UnexpectedAnswer),
    ("ERROR_CORE", Code::Core),
    ("ERROR_ARGUMENT", Code::Argument),
    ("WRONG_ENCODING", Code::WrongEncoding),
];

impl Code {
    /// Reads a code in any letter case.
    ///
    /// `ACCESS_DENIED` is two errors, and here alone it is decided which: the portal turns the
    /// whole request away at its door with 401 or 403, a method answers with 400, and inside a
    /// batch (200) there are only methods.
    pub(super) fn read(word: &str, status: u16) -> Self {
        let word = word.trim();
        let known = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        match known.map(|(_, code)| code.clone()) {
            Some(Self::AccessDenied) if matches!(status, 401 | 403) => Self::PlanAccessDenied,
            Some(code) => code,
            None if is_plain(word) => Self::Other(Word::new(word)),
            None => Self::Nameless,
        }
    }

    /// The code as the portal writes it; empty for [`Code::Nameless`].
    pub fn name(&self) -> &str {
        match self {
            Self::Other(word) => word.as_str(),
            _ => NAMES.iter().find(|(_, code)| code == self).map_or("", |(name, _)| name),
        }
    }

    /// The code among the known ones; `other` for all that a portal may invent.
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Other(_) => "other",
            Self::Nameless => "nameless",
            known => NAMES.iter().find(|(_, code)| code == known).map_or("other", |(name, _)| name),
        }
    }
}

fn is_plain(word: &str) -> bool {
    (1..=LONGEST).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_known_in_any_letter_case() {
        for (name, code) in NAMES {
            let status = if code == Code::PlanAccessDenied { 403 } else { 400 };
            assert_eq!(Code::read(name, status), code);
            assert_eq!(Code::read(&name.to_lowercase(), status), code);
            assert_eq!(Code::read(&name.to_uppercase(), status), code);
            assert_eq!(code.name(), name);
        }
    }

    #[test]
    fn access_denied_is_the_methods_or_the_portals() {
        for (status, code) in [
            (400, Code::AccessDenied),
            (200, Code::AccessDenied),
            (401, Code::PlanAccessDenied),
            (403, Code::PlanAccessDenied),
        ] {
            assert_eq!(Code::read("ACCESS_DENIED", status), code, "{status}");
        }
    }

    #[test]
    fn other_codes_are_kept_and_other_texts_are_not() {
        let unknown = Code::read(" ANSWER_ALREADY_TAKEN ", 400);
        assert_eq!(unknown, Code::Other(Word::new("ANSWER_ALREADY_TAKEN")));
        let long = "x".repeat(5000);
        for text in ["", "  ", "two words", "<b>", "/rest/7/n0tas3cret/profile", "ЖЖ", &long] {
            assert_eq!(Code::read(text, 400), Code::Nameless, "{text}");
        }
        assert_eq!(Code::Nameless.name(), "");
    }
}
