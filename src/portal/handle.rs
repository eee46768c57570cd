//! Calls in somebody's name.

use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::{
    client::{Answer, PortalClient},
    error::PortalError,
};
use crate::domain::{connection::PortalAddress, webhook::Webhook};

/// A portal as one person reaches it: [`PortalClient::via`] gives it, and each method of it is
/// one method of the REST interface.
#[derive(Debug)]
pub struct Portal<'a> {
    client: &'a PortalClient,
    webhook: &'a Webhook,
    moved: Mutex<Option<PortalAddress>>,
}

impl<'a> Portal<'a> {
    pub(super) fn new(client: &'a PortalClient, webhook: &'a Webhook) -> Self {
        Self { client, webhook, moved: Mutex::default() }
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

    /// Calls a method, once, and gives its `result`.
    pub(super) async fn call(
        &self,
        method: &'static str,
        params: &Value,
    ) -> Result<Value, PortalError> {
        let webhook = self.webhook();
        let Answer { result, through } = self.client.request(&webhook, method, params).await?;
        if through.address() != webhook.address() {
            let mut moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner);
            *moved = Some(through.address().clone());
        }
        Ok(result)
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
