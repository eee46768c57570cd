//! Sign-ins that nobody uses are kept alive: a refresh token that is not used for 180 days dies.

use jiff::SignedDuration;
use sha2::{Digest, Sha256};

use super::{Desk, DeskError};
use crate::{
    domain::{access::SignedIn, sign_in::SignedOut},
    portal::{PortalError, TokenKeeper as _},
};

/// After how many days without a renewal one is made for its own sake: well before the end, and
/// seldom enough for the vendor, who frowns upon renewals without need.
const IDLE_DAYS: i64 = 90;

/// Over how many more days they are spread.
const SPREAD_DAYS: u64 = 14;

/// After how many that did not come off the others are left for the next time.
const MOST_SILENT: usize = 3;

impl Desk {
    /// Renews the tokens of sign-ins that were idle for long. To be called now and then: what
    /// does not come off is tried again the next time.
    pub async fn keep_alive(&self) -> Result<(), DeskError> {
        let mut silent = 0;
        for connection in self.records.signed_in().await? {
            let Some(signed_in) = connection.access.signed_in() else { continue };
            let idle = self.now().duration_since(signed_in.tokens.given_at);
            let dead = connection.facts.closed || connection.facts.ended.is_some();
            if dead || idle < allowance(signed_in) {
                continue;
            }
            match self.tokens.renew(signed_in).await {
                Ok(_) => tracing::info!(portal = %connection.portal(), "an idle sign-in lives on"),
                Err(PortalError::SignedOut(SignedOut { why, .. })) => {
                    if self.records.mark_ended(&connection, why, true).await? {
                        tracing::warn!(portal = %connection.portal(), ?why, "a sign-in has ended");
                        self.sign_ins.tell();
                    }
                }
                Err(error) => {
                    tracing::warn!(portal = %connection.portal(), %error, "an idle sign-in");
                    silent += 1;
                    if silent == MOST_SILENT {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    /// Lets no renewal or sign-in begin any more, and waits for those under way: cut off, they
    /// would cost the sign-in.
    pub async fn close(&self) {
        self.tokens.close().await;
    }
}

/// How long a sign-in may be idle. Each has its own days, so that they don't come all at once.
fn allowance(signed_in: &SignedIn) -> SignedDuration {
    let account = format!("{}:{}:{}", signed_in.owner, signed_in.member, signed_in.user);
    let [byte, ..]: [u8; 32] = Sha256::digest(account.as_bytes()).into();
    let spread = u64::from(byte) * SPREAD_DAYS * 24 / 256;
    SignedDuration::from_hours(IDLE_DAYS * 24 + i64::try_from(spread).unwrap_or_default())
}
