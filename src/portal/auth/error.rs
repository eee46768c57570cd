//! Why there are no tokens.

use super::super::error::PortalError;
use crate::domain::{hint::Word, sign_in::Ended, trouble::Trouble};

/// Why an authorisation server gave no tokens. Holds no secret and none of the server's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuthError {
    /// The code has expired or was used, or the refresh token is dead (`invalid_grant`).
    #[error("the code or the refresh token is not accepted")]
    Grant,
    /// The keys are wrong, or the application is not installed on the portal (`invalid_client`,
    /// `wrong_client`); or there are none for the portal any more.
    #[error("the application's keys are not accepted")]
    Keys,
    /// The portal's plan is not paid for, or the application was removed (`PAYMENT_REQUIRED`).
    #[error("the portal or the application is not paid for")]
    Payment,
    /// Another error, by its code.
    #[error("the authorisation server refused: {}", .0.as_str())]
    Refused(Word),
    /// No answer, none that can be read, or an error inside the server.
    #[error("no tokens from the authorisation server")]
    Silent,
}

impl AuthError {
    /// Reads the `error` of an answer.
    pub(super) fn read(status: u16, code: &str) -> Self {
        let code = code.trim();
        let any = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(code));
        match () {
            () if any(&["invalid_grant", "bad_verification_code"]) => Self::Grant,
            () if any(&["invalid_client", "wrong_client"]) => Self::Keys,
            () if any(&["payment_required"]) => Self::Payment,
            () if status >= 500 || code.is_empty() => Self::Silent,
            () => {
                let plain = code.len() <= 64
                    && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
                Self::Refused(Word::new(if plain { code } else { "…" }))
            }
        }
    }

    /// What a failure on the way means.
    pub(super) fn of(_: &PortalError) -> Self {
        Self::Silent
    }

    /// Whether waiting may help.
    pub(super) fn may_pass(&self) -> bool {
        *self == Self::Silent
    }

    /// How a sign-in ends that meets this error when its tokens are renewed; `None` if it lives on.
    pub fn ends(&self) -> Option<Ended> {
        match self {
            Self::Grant => Some(Ended::Over),
            Self::Keys => Some(Ended::KeysRefused),
            Self::Payment => Some(Ended::Unpaid),
            Self::Refused(_) | Self::Silent => None,
        }
    }

    /// What it means to a person.
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::Refused(code) => Trouble::Refused(code.clone()),
            _ => Trouble::AuthServerSilent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table() {
        for (status, code, error) in [
            (400, "invalid_grant", AuthError::Grant),
            (401, "INVALID_GRANT", AuthError::Grant),
            (400, "bad_verification_code", AuthError::Grant),
            (401, "invalid_client", AuthError::Keys),
            (400, "wrong_client", AuthError::Keys),
            (402, "PAYMENT_REQUIRED", AuthError::Payment),
            (400, "invalid_request", AuthError::Refused(Word::new("invalid_request"))),
            (400, "invalid_scope", AuthError::Refused(Word::new("invalid_scope"))),
            (403, "insufficient_scope", AuthError::Refused(Word::new("insufficient_scope"))),
            (500, "", AuthError::Silent),
            (503, "something", AuthError::Silent),
            (400, "", AuthError::Silent),
            (400, "words and more", AuthError::Refused(Word::new("…"))),
        ] {
            assert_eq!(AuthError::read(status, code), error, "{code}");
        }
    }
}
