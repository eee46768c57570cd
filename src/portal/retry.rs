//! A call with patience: its turn, its tries, and what lies between them.

use jiff::Timestamp;
use serde_json::{Value, value::RawValue};
use tokio::time::{Instant, sleep_until};

use super::{
    blocks::{Block, Blocks},
    code::Code,
    error::{PortalError, Refusal},
    handle::Portal,
    limiter::Limiter,
    patience::{Action, Patience},
    tally,
};

/// What the calls of a client have in common so that portals bear with them.
#[derive(Debug)]
pub(super) struct Manners {
    pub(super) limiter: Limiter,
    pub(super) blocks: Blocks,
    pub(super) patience: Patience,
}

/// What one call has waited for so far.
#[derive(Debug, Default)]
pub(super) struct Endured {
    retries: usize,
    /// Operating time was waited for, which happens once.
    sat_out: bool,
}

impl Portal<'_> {
    /// Calls a method, again where the table in `patience` says so, and gives its `result`.
    ///
    /// Only for methods that may be called twice as well as once.
    pub(super) async fn call(
        &self,
        method: &'static str,
        params: &Value,
    ) -> Result<Value, PortalError> {
        value(&self.call_raw(method, params).await?)
    }

    /// The same, with a `result` that is still to be read.
    pub(super) async fn call_raw(
        &self,
        method: &'static str,
        params: &Value,
    ) -> Result<Box<RawValue>, PortalError> {
        let mut endured = Endured::default();
        loop {
            self.take_turn(&[method], &mut endured).await?;
            match self.call_once(method, params).await {
                Ok(result) => return Ok(result),
                Err(error) => self.endure(error, &mut endured).await?,
            }
        }
    }

    /// Calls a method that must not be carried out twice: again only where the portal surely has
    /// not carried it out ([`surely_not_done`]), and nowhere but where the portal is known to be.
    pub(super) async fn call_carefully(
        &self,
        method: &'static str,
        params: &Value,
    ) -> Result<Value, PortalError> {
        let mut endured = Endured::default();
        loop {
            self.take_turn(&[method], &mut endured).await?;
            match self.call_here(method, params).await {
                Ok(result) => return value(&result),
                Err(error) if surely_not_done(&error) => self.endure(error, &mut endured).await?,
                Err(error) => return Err(error),
            }
        }
    }

    /// Waits until a request may be made, or ends it where its answer is known: what is known of
    /// one of the methods that it calls holds for it.
    pub(super) async fn take_turn(
        &self,
        methods: &[&'static str],
        endured: &mut Endured,
    ) -> Result<(), PortalError> {
        let Manners { limiter, blocks, .. } = self.manners();
        let access = self.access();
        let block = || methods.iter().find_map(|method| blocks.find(&access, method));
        loop {
            match block() {
                None => {}
                Some(Block::Until(refusal, until)) if !endured.sat_out => {
                    endured.sat_out = true;
                    self.wait(&PortalError::Refused(refusal), until).await?;
                    continue;
                }
                Some(Block::Refused(refusal) | Block::Until(refusal, _)) => {
                    return Err(PortalError::Refused(refusal));
                }
            }
            if !limiter.turn(&access, self.urgency()).await {
                return Ok(());
            }
            self.check_wanted()?;
            // Others may have learned better in the meantime.
            if block().is_none() {
                return Ok(());
            }
        }
    }

    /// Remembers what an error means for further calls, and waits if this one is to be made again.
    pub(super) async fn endure(
        &self,
        error: PortalError,
        endured: &mut Endured,
    ) -> Result<(), PortalError> {
        let patience = &self.manners().patience;
        let now = Instant::now();
        match (patience.action(&error), &error) {
            (Action::TryAgain(waits), _) => {
                let Some(wait) = waits.get(endured.retries) else { return Err(error) };
                endured.retries += 1;
                let random = getrandom::u32().unwrap_or_default();
                self.wait(&error, now + patience.spread(*wait, random)).await
            }
            (Action::SitOut, PortalError::Refused(refusal)) => {
                let until = patience.operating_until(refusal.frees_at, Timestamp::now(), now);
                let Some(until) = until else { return Err(error) };
                self.manners().blocks.sit_out(&self.access(), refusal.clone(), until);
                if std::mem::replace(&mut endured.sat_out, true) {
                    return Err(error);
                }
                self.wait(&error, until).await
            }
            (action, PortalError::Refused(refusal)) => {
                self.leave(action, refusal, now);
                Err(error)
            }
            _ => Err(error),
        }
    }

    /// Leaves the portal alone where an error says so.
    fn leave(&self, action: Action<'_>, refusal: &Refusal, now: Instant) {
        let (blocks, access) = (&self.manners().blocks, self.access());
        match action {
            Action::LeavePortal(time) if !time.is_zero() => {
                tracing::error!(portal = %access.address(), "the vendor has blocked the portal's REST");
                blocks.leave_portal(&access, refusal.clone(), now + time);
            }
            Action::LeaveConnection => {
                tracing::warn!(portal = %access.address(), "the portal is closed");
                blocks.leave_connection(&access, refusal.clone());
            }
            _ => {}
        }
    }

    /// Waits before a further try, shows it to whoever watches, and asks before and after
    /// whether the call is still wanted.
    async fn wait(&self, error: &PortalError, until: Instant) -> Result<(), PortalError> {
        self.check_wanted()?;
        tally::waits(error);
        let ms = until.saturating_duration_since(Instant::now()).as_millis();
        tracing::debug!(portal = %self.access().address(), %error, ms, "portal call waits");
        let shown = self.progress().map(|progress| progress.show(error, until));
        sleep_until(until).await;
        drop(shown);
        self.check_wanted()
    }
}

/// Whether the portal has surely not carried out what it was asked: it turned the request away at
/// its door, or the request never reached it.
pub(super) fn surely_not_done(error: &PortalError) -> bool {
    match error {
        PortalError::AddressRefused
        | PortalError::HttpRefused
        | PortalError::Unreachable
        | PortalError::RedirectRefused
        | PortalError::SignedOut(_)
        | PortalError::AuthServerSilent => true,
        PortalError::Refused(refusal) => match refusal.code {
            Code::QueryLimitExceeded
            | Code::OperationTimeLimit
            | Code::OverloadLimit
            | Code::PortalDeleted => true,
            Code::InternalServerError | Code::UnexpectedAnswer => false,
            // A refusal of the method's own, or of the door. Behind a 5xx there may be anything.
            _ => refusal.status < 500,
        },
        PortalError::NoAnswer
        | PortalError::Unreadable { .. }
        | PortalError::TooLarge
        | PortalError::UnexpectedResult
        | PortalError::NothingFound
        | PortalError::Superseded => false,
    }
}

fn value(result: &RawValue) -> Result<Value, PortalError> {
    serde_json::from_str(result.get()).map_err(|_| PortalError::UnexpectedResult)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_surely_not_done() {
        for (code, status, sure) in [
            ("QUERY_LIMIT_EXCEEDED", 503, true),
            ("OPERATION_TIME_LIMIT", 429, true),
            ("OVERLOAD_LIMIT", 503, true),
            ("PORTAL_DELETED", 500, true),
            ("CONNECTION_ERROR", 401, true),
            ("ACCESS_ERROR", 403, true),
            ("insufficient_scope", 403, true),
            ("", 400, true),
            ("INTERNAL_SERVER_ERROR", 500, false),
            ("ERROR_UNEXPECTED_ANSWER", 500, false),
            ("INTERNAL_SERVER_ERROR", 200, false),
            ("ERROR_CORE", 500, false),
            ("", 500, false),
            ("SOMETHING_NEW", 503, false),
        ] {
            let error = PortalError::Refused(Refusal::new("m", status, code, None));
            assert_eq!(surely_not_done(&error), sure, "{code} with {status}");
        }
        for (error, sure) in [
            (PortalError::Unreachable, true),
            (PortalError::AddressRefused, true),
            (PortalError::HttpRefused, true),
            (PortalError::RedirectRefused, true),
            (PortalError::NoAnswer, false),
            (PortalError::Unreadable { status: 200 }, false),
            (PortalError::Unreadable { status: 502 }, false),
            (PortalError::TooLarge, false),
            (PortalError::UnexpectedResult, false),
            (PortalError::Superseded, false),
        ] {
            assert_eq!(surely_not_done(&error), sure, "{error}");
        }
    }
}
