//! The portal client against the local portal, and against servers that no portal would be.
#![cfg(feature = "demo")]
#![allow(clippy::unwrap_used, reason = "helpers of tests are not seen as tests")]

mod calls;
mod faults;
mod fixture;
mod limits;
mod moved;
mod patience;
mod policy;
mod redaction;
mod switching;
mod wire;

use std::time::Duration;

use hushbot::{
    domain::{
        dialog::{DialogId, DialogRef, Target},
        silent_mode::Switch,
        webhook::{HostPolicy, Webhook},
    },
    portal::{Patience, Portal, PortalClient, PortalError, Settings},
    sandbox::portal::{self as sandbox, Dialog, Generation, User},
};

const SECRET: &str = "n0tas3cretn0tas3";

/// Who owns the webhooks.
const OLGA: u64 = 7;

/// Makes each call once and at once.
fn client() -> PortalClient {
    PortalClient::new(plain(Duration::from_secs(30))).unwrap()
}

/// The settings of a client that makes each call once and at once.
fn plain(timeout: Duration) -> Settings {
    let settings = Settings::new(HostPolicy::Any);
    Settings { timeout, rate: 0.0, patience: Patience::none(), ..settings }
}

fn webhook(url: &str) -> Webhook {
    Webhook::parse(url, HostPolicy::Any).unwrap()
}

fn dialog(number: u64) -> DialogId {
    DialogId::new(number).unwrap()
}

fn target(text: &str) -> Target {
    DialogRef::parse(text).unwrap().target
}

/// One dialog's switch: the call that tests of every call are made with.
pub(crate) trait SwitchOne {
    async fn switch(&self, dialog: DialogId, order: Switch) -> Result<(), PortalError>;
}

impl SwitchOne for Portal<'_> {
    async fn switch(&self, dialog: DialogId, order: Switch) -> Result<(), PortalError> {
        self.switch_all(&[dialog], order, false).await.remove(0).answer
    }
}

/// The requests that a portal got, whatever they held.
fn requests(portal: &sandbox::Portal) -> usize {
    portal.calls().iter().filter(|call| call.batch.is_none()).count()
}

/// A portal with Olga, who answers in dialog 2024, and her webhook.
async fn portal(generation: Generation) -> (sandbox::Portal, Webhook) {
    portal_with(sandbox::Settings { generation, ..Default::default() }).await
}

async fn portal_with(settings: sandbox::Settings) -> (sandbox::Portal, Webhook) {
    let portal = sandbox::Portal::start(settings).await.unwrap();
    portal.add_user(User::new(OLGA, "Olga", "Ivanova").administrator());
    let talk = Dialog::new(2024, "Anna", "Shop").line(22).operator(OLGA).session(343);
    portal.add_dialog(talk.via("telegrambot", "209607941", "744"));
    let url = portal.webhook_with_secret(OLGA, &["imopenlines", "im"], SECRET);
    (portal, webhook(&url))
}
