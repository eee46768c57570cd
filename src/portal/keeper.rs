//! Tokens that have expired: who gives new ones.

use futures_util::future::BoxFuture;

use super::error::PortalError;
use crate::domain::access::SignedIn;

/// Keeps the tokens of sign-ins. The client asks it when a portal says that a token has expired,
/// and at no other time: it knows neither the keys of applications nor where tokens are stored.
pub trait TokenKeeper: Send + Sync + 'static {
    /// Gives the sign-in with another token than the one that was refused: the one that is kept
    /// by now, or a new one. What it gives is stored already. Several who ask for one sign-in at
    /// the same time cause one renewal and all get its token.
    ///
    /// Fails with [`PortalError::SignedOut`] where only a new sign-in helps, and with
    /// [`PortalError::AuthServerSilent`] where waiting may.
    fn renew<'a>(&'a self, refused: &'a SignedIn) -> BoxFuture<'a, Result<SignedIn, PortalError>>;
}
