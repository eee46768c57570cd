//! Calls in somebody's name.

use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde_json::{Value, value::RawValue};

use super::{
    client::{Answer, PortalClient},
    code::Code,
    error::PortalError,
    limiter::Urgency,
    progress::Progress,
    retry::Manners,
};
use crate::domain::{
    access::{Access, SignedIn},
    connection::PortalAddress,
    sign_in::{Ended, PortalName, SignedOut},
};

/// A portal as one person reaches it: [`PortalClient::via`] gives it, and each method of it is
/// one method of the REST interface.
#[derive(Debug)]
pub struct Portal<'a> {
    client: &'a PortalClient,
    /// As it is known now.
    access: Mutex<Access>,
    moved: Mutex<Option<PortalAddress>>,
    urgency: Urgency,
    progress: Option<Progress>,
    unless: Option<Unless<'a>>,
    names_operators: bool,
}

/// What says that nobody wants a call any more.
struct Unless<'a>(Box<dyn Fn() -> bool + Send + Sync + 'a>);

impl<'a> Portal<'a> {
    pub(super) fn new(client: &'a PortalClient, access: Access) -> Self {
        let (moved, urgency, progress, unless, names_operators) = <_>::default();
        let access = Mutex::new(access);
        Self { client, access, moved, urgency, progress, unless, names_operators }
    }

    /// Makes the calls wait for those of persons: nobody waits for these.
    #[must_use]
    pub fn in_background(self) -> Self {
        Self { urgency: Urgency::Background, ..self }
    }

    /// Shows there what a call waits for between its tries.
    #[must_use]
    pub fn reporting_to(self, progress: &Progress) -> Self {
        Self { progress: Some(progress.clone()), ..self }
    }

    /// Ends a call with [`PortalError::Superseded`] instead of trying again, or of going after a
    /// wait, once `superseded` answers true. A first try that has not to wait does not ask.
    #[must_use]
    pub fn unless(self, superseded: impl Fn() -> bool + Send + Sync + 'a) -> Self {
        Self { unless: Some(Unless(Box::new(superseded))), ..self }
    }

    /// Asks for the operator's name too, in the same request, where one dialog is read by its
    /// number: for webhooks with the scope `im`.
    #[must_use]
    pub fn naming_operators(self, names_operators: bool) -> Self {
        Self { names_operators, ..self }
    }

    /// The portal's new address, if it redirected a call and did there what it was asked. Keep it:
    /// the redirect may end one day.
    pub fn moved(&self) -> Option<PortalAddress> {
        self.moved.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The access as it is known now.
    pub(super) fn access(&self) -> Access {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Access> {
        self.access.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn client(&self) -> &PortalClient {
        self.client
    }

    pub(super) fn manners(&self) -> &Manners {
        self.client.manners()
    }

    pub(super) fn urgency(&self) -> Urgency {
        self.urgency
    }

    pub(super) fn progress(&self) -> Option<&Progress> {
        self.progress.as_ref()
    }

    pub(super) fn names_operators(&self) -> bool {
        self.names_operators
    }

    pub(super) fn check_wanted(&self) -> Result<(), PortalError> {
        match &self.unless {
            Some(Unless(superseded)) if superseded() => Err(PortalError::Superseded),
            _ => Ok(()),
        }
    }

    /// Calls a method, once, and gives its `result`. Where a sign-in's token has expired, it is
    /// renewed and the call made again, once.
    pub(super) async fn call_once(
        &self,
        method: &'static str,
        params: &Value,
    ) -> Result<Box<RawValue>, PortalError> {
        self.with_a_token(method, params, Way::Followed).await
    }

    /// Makes a call, and once more with a new token where the old one has expired: then the portal
    /// has turned it away at its door.
    async fn with_a_token(
        &self,
        method: &'static str,
        params: &Value,
        way: Way,
    ) -> Result<Box<RawValue>, PortalError> {
        let access = self.access();
        let result = self.try_once(&access, method, params, way).await;
        let (Err(error), Some(refused)) = (&result, access.signed_in()) else { return result };
        if !is_expired(error) {
            return result.map_err(|error| of_sign_in(error, refused));
        }
        let renewed = self.client.renew(refused).await?;
        let access = Access::from(renewed.clone());
        *self.lock() = access.clone();
        let result = self.try_once(&access, method, params, way).await;
        result.map_err(|error| {
            let ended = is_expired(&error);
            if ended { signed_out(&renewed, Ended::Over) } else { of_sign_in(error, &renewed) }
        })
    }

    async fn try_once(
        &self,
        access: &Access,
        method: &'static str,
        params: &Value,
        way: Way,
    ) -> Result<Box<RawValue>, PortalError> {
        if way == Way::Here {
            return self.client.request_here(access, method, params).await;
        }
        let answer = self.client.request(access, method, params, self.urgency).await;
        let Answer { result, through } = answer?;
        if through.address() != access.address() {
            *self.lock() = through.clone().into_owned();
            let mut moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner);
            *moved = Some(through.address().clone());
        }
        Ok(result)
    }

    /// The same where the portal is known to be, and nowhere else.
    pub(super) async fn call_here(
        &self,
        method: &'static str,
        params: &Value,
    ) -> Result<Box<RawValue>, PortalError> {
        self.with_a_token(method, params, Way::Here).await
    }
}

/// What becomes of a call whose portal has moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It goes after it.
    Followed,
    /// It is not made.
    Here,
}

/// Whether a new token may help. `invalid_token` says so of one that the portal has forgotten.
fn is_expired(error: &PortalError) -> bool {
    let PortalError::Refused(refusal) = error else { return false };
    matches!(refusal.code, Code::ExpiredToken | Code::InvalidToken)
}

/// What an error means where the call was made through a sign-in.
fn of_sign_in(error: PortalError, through: &SignedIn) -> PortalError {
    let PortalError::Refused(refusal) = &error else { return error };
    match refusal.code {
        Code::NoAuthFound | Code::InvalidCredentials => signed_out(through, Ended::Over),
        Code::ApplicationNotFound => signed_out(through, Ended::AppRemoved),
        _ => error,
    }
}

/// A sign-in has ended.
fn signed_out(through: &SignedIn, why: Ended) -> PortalError {
    PortalError::SignedOut(SignedOut { portal: PortalName::of(&through.address), why })
}

impl fmt::Debug for Unless<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unless")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::webhook::{HostPolicy, Webhook},
        portal::Settings,
    };

    #[test]
    fn calls_can_be_made_from_any_thread() {
        fn movable<T: Send>(_: T) {}
        let client = PortalClient::new(Settings::default()).unwrap();
        let url = "https://a.example/rest/7/n0tas3cretn0tas3/";
        let webhook = Webhook::parse(url, HostPolicy::Public).unwrap();
        movable(client.via(&webhook).profile());
    }
}
