//! For how long what has no further use is kept.

use jiff::SignedDuration;

use super::{ConfigError, whole};

/// For how long what has no further use is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keep {
    /// The log of switches: `HUSHBOT_LOG_DAYS`.
    pub log: SignedDuration,
    /// The ids of answered updates; Telegram delivers again for a day:
    /// `HUSHBOT_KEEP_ANSWERED_HOURS`.
    pub answered: SignedDuration,
    /// Orders that came too late, with their buttons: `HUSHBOT_KEEP_OFFERS_HOURS`.
    pub offers: SignedDuration,
    /// Invites that have ended, so that a latecomer is told so: `HUSHBOT_KEEP_INVITES_DAYS`.
    pub invites: SignedDuration,
}

impl Keep {
    pub(super) fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let hours = |name, default, least| {
            let hours = whole(name, get(name), default, least)?;
            Ok(SignedDuration::from_hours(i64::from(hours)))
        };
        let days = |name, default, least| {
            let days = whole(name, get(name), default, least)?;
            Ok(SignedDuration::from_hours(24 * i64::from(days)))
        };
        Ok(Self {
            log: days("HUSHBOT_LOG_DAYS", 365, 1)?,
            answered: hours("HUSHBOT_KEEP_ANSWERED_HOURS", 48, 24)?,
            offers: hours("HUSHBOT_KEEP_OFFERS_HOURS", 24, 1)?,
            invites: days("HUSHBOT_KEEP_INVITES_DAYS", 7, 0)?,
        })
    }
}
