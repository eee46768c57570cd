//! Why a call failed. Nothing here holds a URL, a secret or the portal's own description.

use std::{error::Error, fmt};

use jiff::Timestamp;

use super::{code::Code, resolver::NoneAdmitted};
use crate::domain::sign_in::SignedOut;

/// Why a call to a portal failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PortalError {
    /// The portal answered with an error.
    #[error("the portal refused: {0}")]
    Refused(Refusal),
    /// The portal's address, or each that its name leads to, may not be opened. Nothing was sent.
    #[error("the portal's address is not admitted")]
    AddressRefused,
    /// The portal's address is not https, and that is not admitted. Nothing was sent.
    #[error("the portal's address is not https")]
    HttpRefused,
    /// No connection could be opened: name, network or certificate. Nothing was sent.
    #[error("no connection to the portal")]
    Unreachable,
    /// No whole answer in time, or the connection broke. The portal may have acted.
    #[error("no answer from the portal")]
    NoAnswer,
    /// The answer is not one of Bitrix24's REST. The portal may have acted.
    #[error("an unreadable answer with HTTP {status}")]
    Unreadable {
        /// The HTTP status.
        status: u16,
    },
    /// The answer is larger than any that is expected. The portal may have acted.
    #[error("too large an answer")]
    TooLarge,
    /// The portal redirects to somewhere that can't be its new address. It has not acted.
    #[error("a redirect to no address of the portal")]
    RedirectRefused,
    /// The portal answered without an error, and not with what the method promises.
    #[error("an unexpected result")]
    UnexpectedResult,
    /// The portal answered without an error and without a dialog.
    #[error("no dialog was found")]
    NothingFound,
    /// The sign-in lets nobody in any more. The portal has not acted.
    #[error("the sign-in has ended")]
    SignedOut(SignedOut),
    /// The token has expired, and there is no new one for now. The portal has not acted.
    #[error("no new token from the authorisation server")]
    AuthServerSilent,
    /// Nobody wanted the call any more before it came off ([`super::Portal::unless`]). An earlier
    /// try may have acted. It is for whoever gave the order up, never for a person.
    #[error("the call was given up for a newer order")]
    Superseded,
}

/// An error that the portal answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which error.
    pub code: Code,
    /// The HTTP status; 200 for a command in a batch.
    pub status: u16,
    /// The method that was called.
    pub method: &'static str,
    /// When the method's operating time frees again (`operating_reset_at`), where the portal told
    /// so with an earlier answer. Only with [`Code::OperationTimeLimit`].
    pub frees_at: Option<Timestamp>,
}

impl Refusal {
    /// Reads an error's code. `frees_at` is kept where it belongs to the code.
    pub(super) fn new(
        method: &'static str,
        status: u16,
        word: &str,
        frees_at: Option<Timestamp>,
    ) -> Self {
        let code = Code::read(word, status);
        let frees_at = frees_at.filter(|_| code == Code::OperationTimeLimit);
        Self { code, status, method, frees_at }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = Some(self.code.name()).filter(|name| !name.is_empty()).unwrap_or("no code");
        write!(f, "{code} (HTTP {}) by {}", self.status, self.method)
    }
}

impl PortalError {
    /// What a failure on the way means.
    ///
    /// The connector's errors (name, network, TLS; also its time-out, which is shorter than the
    /// call's) surely come before anything is sent. Any other, the call's time-out and a reset
    /// among them, may come after.
    pub(super) fn of_transport(error: &reqwest::Error) -> Self {
        let refused = causes(error).any(<dyn Error>::is::<NoneAdmitted>);
        match () {
            () if refused => Self::AddressRefused,
            () if error.is_connect() || error.is_builder() => Self::Unreachable,
            () => Self::NoAnswer,
        }
    }

    /// The HTTP status of the answer, where there was one that says something.
    pub(super) fn status(&self) -> Option<u16> {
        match self {
            Self::Refused(refusal) => Some(refusal.status),
            Self::Unreadable { status } => Some(*status),
            _ => None,
        }
    }
}

/// The errors below reqwest's own, which alone holds the URL.
pub(super) fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}
