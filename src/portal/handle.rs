//! Calls in somebody's name.

use std::{
    fmt,
    sync::{Mutex, PoisonError},
};

use serde_json::Value;

use super::{
    client::{Answer, PortalClient},
    error::PortalError,
    limiter::Urgency,
    progress::Progress,
    retry::Manners,
};
use crate::domain::{connection::PortalAddress, webhook::Webhook};

/// A portal as one person reaches it: [`PortalClient::via`] gives it, and each method of it is
/// one method of the REST interface.
#[derive(Debug)]
pub struct Portal<'a> {
    client: &'a PortalClient,
    webhook: &'a Webhook,
    moved: Mutex<Option<PortalAddress>>,
    urgency: Urgency,
    progress: Option<Progress>,
    unless: Option<Unless<'a>>,
    names_operators: bool,
}

/// What says that nobody wants a call any more.
struct Unless<'a>(Box<dyn Fn() -> bool + Send + Sync + 'a>);

impl<'a> Portal<'a> {
    pub(super) fn new(client: &'a PortalClient, webhook: &'a Webhook) -> Self {
        let (moved, urgency, progress, unless, names_operators) = <_>::default();
        Self { client, webhook, moved, urgency, progress, unless, names_operators }
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

    /// The webhook as it is known now.
    pub(super) fn webhook(&self) -> Webhook {
        let webhook = self.webhook.clone();
        match self.moved() {
            Some(address) => webhook.moved_to(address),
            None => webhook,
        }
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

    /// Calls a method, once, and gives its `result`.
    pub(super) async fn call_once(
        &self,
        method: &'static str,
        params: &Value,
    ) -> Result<Value, PortalError> {
        let webhook = self.webhook();
        let answer = self.client.request(&webhook, method, params, self.urgency).await;
        let Answer { result, through } = answer?;
        if through.address() != webhook.address() {
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
    ) -> Result<Value, PortalError> {
        self.client.request_here(&self.webhook(), method, params).await
    }
}

impl fmt::Debug for Unless<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unless")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::webhook::HostPolicy, portal::Settings};

    #[test]
    fn calls_can_be_made_from_any_thread() {
        fn movable<T: Send>(_: T) {}
        let client = PortalClient::new(Settings::default()).unwrap();
        let url = "https://a.example/rest/7/n0tas3cretn0tas3/";
        let webhook = Webhook::parse(url, HostPolicy::Public).unwrap();
        movable(client.via(&webhook).profile());
    }
}
