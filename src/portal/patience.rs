//! What is done about each error: one table.
//!
//! Whatever the bot calls reads, or writes a fixed value (silent mode on, off): doing it twice is
//! as good as once. So a call may be made again even where the portal may have acted already. A
//! method for which that does not hold must not go through [`super::Portal`]'s `call`.

use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

use super::{
    code::Code,
    error::{PortalError, Refusal},
};

/// How late a portal may free what it announced: it tells whole seconds, by its own clock.
const SLACK: Duration = Duration::from_secs(1);

/// How long to wait before each further try of a call, error by error, and for how long to leave
/// a portal alone. An empty list means no further try.
#[derive(Debug, Clone, PartialEq)]
pub struct Patience {
    /// After `QUERY_LIMIT_EXCEEDED`; the portal has not acted.
    pub query_limit: Vec<Duration>,
    /// After an error inside the portal, a time-out, or a broken connection.
    pub fault: Vec<Duration>,
    /// Where no connection could be opened.
    pub unreachable: Vec<Duration>,
    /// While the portal can't reach the vendor's authorisation server (`CONNECTION_ERROR`).
    pub auth_server: Vec<Duration>,
    /// The longest to wait, once, for a method's operating time to free (`OPERATION_TIME_LIMIT`).
    /// Zero: neither wait nor keep further calls back.
    pub operating: Duration,
    /// How long that takes where the portal has not told.
    pub operating_unknown: Duration,
    /// How long to leave a portal alone that its vendor has blocked (`OVERLOAD_LIMIT`). Zero: not
    /// at all.
    pub overload: Duration,
    /// Whether to leave a portal alone that is closed (`PORTAL_DELETED`).
    pub deleted: bool,
    /// By which part of itself a wait before a further try may be longer, at random: 0.25, say.
    pub jitter: f64,
}

impl Default for Patience {
    fn default() -> Self {
        let ms = Duration::from_millis;
        Self {
            query_limit: vec![ms(1_000), ms(2_000), ms(4_000)],
            fault: vec![ms(500), ms(1_500)],
            unreachable: vec![ms(500), ms(1_500)],
            auth_server: vec![ms(2_000), ms(5_000)],
            operating: Duration::from_mins(10),
            operating_unknown: Duration::from_mins(1),
            overload: Duration::from_mins(10),
            deleted: true,
            jitter: 0.25,
        }
    }
}

/// What to do after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action<'a> {
    /// Nothing helps.
    GiveUp,
    /// Try again after each of these.
    TryAgain(&'a [Duration]),
    /// Wait once until operating time frees, and keep further calls of the method back till then.
    SitOut,
    /// Ask the portal nothing for so long, for nobody.
    LeavePortal(Duration),
    /// Ask the portal nothing any more through this connection.
    LeaveConnection,
}

impl Patience {
    /// Each call is made once, whatever came of the one before.
    pub fn none() -> Self {
        Self {
            query_limit: vec![],
            fault: vec![],
            unreachable: vec![],
            auth_server: vec![],
            operating: Duration::ZERO,
            overload: Duration::ZERO,
            deleted: false,
            ..Self::default()
        }
    }

    /// The table.
    pub(super) fn action(&self, error: &PortalError) -> Action<'_> {
        match error {
            PortalError::Refused(refusal) => self.action_on(refusal),
            PortalError::NoAnswer | PortalError::Unreadable { status: 500.. } => {
                Action::TryAgain(&self.fault)
            }
            PortalError::Unreachable => Action::TryAgain(&self.unreachable),
            PortalError::AddressRefused
            | PortalError::HttpRefused
            | PortalError::Unreadable { .. }
            | PortalError::TooLarge
            | PortalError::RedirectRefused
            | PortalError::UnexpectedResult
            | PortalError::NothingFound
            // The keeper of the tokens has tried often enough by itself.
            | PortalError::SignedOut(_)
            | PortalError::AuthServerSilent
            | PortalError::Superseded => Action::GiveUp,
        }
    }

    fn action_on(&self, refusal: &Refusal) -> Action<'_> {
        match refusal.code {
            Code::QueryLimitExceeded => Action::TryAgain(&self.query_limit),
            Code::OperationTimeLimit => Action::SitOut,
            Code::InternalServerError | Code::UnexpectedAnswer => Action::TryAgain(&self.fault),
            Code::Nameless if refusal.status >= 500 => Action::TryAgain(&self.fault),
            Code::ConnectionError => Action::TryAgain(&self.auth_server),
            Code::OverloadLimit => Action::LeavePortal(self.overload),
            Code::PortalDeleted if self.deleted => Action::LeaveConnection,
            _ => Action::GiveUp,
        }
    }

    /// Until when to wait for operating time that frees at `frees_at` by the portal's word, where
    /// it is `wall` o'clock now. `None`: it takes too long. A moment that has passed tells nothing.
    pub(super) fn operating_until(
        &self,
        frees_at: Option<Timestamp>,
        wall: Timestamp,
        now: Instant,
    ) -> Option<Instant> {
        let left = frees_at.and_then(|at| Duration::try_from(at.duration_since(wall)).ok());
        let left = left.filter(|left| !left.is_zero());
        let within = left.unwrap_or(self.operating_unknown) <= self.operating;
        within.then(|| now + left.map_or(self.operating_unknown, |left| left + SLACK))
    }

    /// A wait, longer by a share of the jitter; `random` is any number.
    pub(super) fn spread(&self, wait: Duration, random: u32) -> Duration {
        wait.mul_f64(1.0 + self.jitter.max(0.0) * f64::from(random) / f64::from(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn seconds(waits: &[f64]) -> Vec<Duration> {
        waits.iter().copied().map(Duration::from_secs_f64).collect()
    }

    #[test]
    fn every_row_of_the_table() {
        let patience = Patience::default();
        let (limit, fault) = (seconds(&[1.0, 2.0, 4.0]), seconds(&[0.5, 1.5]));
        let auth_server = seconds(&[2.0, 5.0]);
        for (code, status, action) in [
            ("QUERY_LIMIT_EXCEEDED", 503, Action::TryAgain(&limit)),
            ("OPERATION_TIME_LIMIT", 429, Action::SitOut),
            ("INTERNAL_SERVER_ERROR", 500, Action::TryAgain(&fault)),
            ("ERROR_UNEXPECTED_ANSWER", 500, Action::TryAgain(&fault)),
            ("", 500, Action::TryAgain(&fault)),
            ("", 400, Action::GiveUp),
            ("CONNECTION_ERROR", 401, Action::TryAgain(&auth_server)),
            ("OVERLOAD_LIMIT", 401, Action::LeavePortal(Duration::from_mins(10))),
            ("PORTAL_DELETED", 403, Action::LeaveConnection),
            ("expired_token", 401, Action::GiveUp),
            ("INVALID_CREDENTIALS", 401, Action::GiveUp),
            ("ACCESS_DENIED", 400, Action::GiveUp),
            ("ERROR_METHOD_NOT_FOUND", 404, Action::GiveUp),
            ("ERROR_CORE", 500, Action::GiveUp),
            ("SOMETHING_NEW", 503, Action::GiveUp),
        ] {
            let error = PortalError::Refused(Refusal::new("profile", status, code, None));
            assert_eq!(patience.action(&error), action, "{code} with {status}");
        }
        for (error, action) in [
            (PortalError::NoAnswer, Action::TryAgain(&fault)),
            (PortalError::Unreadable { status: 502 }, Action::TryAgain(&fault)),
            (PortalError::Unreadable { status: 404 }, Action::GiveUp),
            (PortalError::Unreachable, Action::TryAgain(&fault)),
            (PortalError::AddressRefused, Action::GiveUp),
            (PortalError::RedirectRefused, Action::GiveUp),
            (PortalError::Superseded, Action::GiveUp),
        ] {
            assert_eq!(patience.action(&error), action, "{error}");
        }
    }

    #[test]
    fn operating_time_is_waited_for_within_reason() {
        let (wall, now) = (Timestamp::UNIX_EPOCH, Instant::now());
        for (frees_in, expected) in [
            (Some(90), Some(91)),
            (Some(600), Some(601)),
            (Some(601), None),
            (Some(0), Some(60)),
            (Some(-5), Some(60)),
            (None, Some(60)),
        ] {
            let frees_at = frees_in.map(|s| wall + SignedDuration::from_secs(s));
            let until = Patience::default().operating_until(frees_at, wall, now);
            let waited = until.map(|until| (until - now).as_secs());
            assert_eq!(waited, expected, "{frees_in:?}");
            assert_eq!(Patience::none().operating_until(frees_at, wall, now), None);
        }
    }

    #[test]
    fn jitter_only_ever_adds_and_not_more_than_its_share() {
        let patience = Patience::default();
        let second = Duration::from_secs(1);
        for (random, ms) in [(0, 1_000), (u32::MAX / 5 * 2, 1_100), (u32::MAX, 1_250)] {
            assert_eq!(patience.spread(second, random).as_millis(), ms, "{random}");
        }
    }
}
