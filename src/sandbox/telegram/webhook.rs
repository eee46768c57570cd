//! Delivery of updates by POST.

use std::{collections::BTreeSet, pin::pin, sync::Arc, time::Duration};

use serde::Serialize;
use serde_json::{Map, Value};
use url::Url;

use super::{
    Server,
    error::ApiError,
    methods,
    params::Params,
    state::{State, now},
    updates::Update,
};

/// A receiver that does not answer within this time has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// Pauses between attempts: the first, and the longest. Telegram waits longer; nobody wants to
/// in a test.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// Where updates are sent, and how it goes.
#[derive(Debug, Clone)]
pub(super) struct Webhook {
    pub(super) url: Url,
    pub(super) secret: String,
    pub(super) max_connections: i64,
    /// The queue's turn in which it was set: another one means another webhook.
    pub(super) turn: u64,
    pub(super) last_error: Option<(i64, String)>,
}

/// `WebhookInfo` of the Bot API.
#[derive(Serialize)]
pub(super) struct WebhookInfo<'a> {
    url: &'a str,
    has_custom_certificate: bool,
    pending_update_count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_error_date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_error_message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_connections: Option<i64>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    allowed_updates: &'a BTreeSet<String>,
}

impl State {
    /// What `getWebhookInfo` tells.
    pub(super) fn webhook_info(&self) -> WebhookInfo<'_> {
        let webhook = self.webhook.as_ref();
        let last_error = webhook.and_then(|webhook| webhook.last_error.as_ref());
        WebhookInfo {
            url: webhook.map_or("", |webhook| webhook.url.as_str()),
            has_custom_certificate: false,
            pending_update_count: self.updates.len(),
            last_error_date: last_error.map(|(date, _)| *date),
            last_error_message: last_error.map(|(_, message)| message.as_str()),
            max_connections: webhook.map(|webhook| webhook.max_connections),
            allowed_updates: self.updates.allowed(),
        }
    }

    /// Sets the webhook that the parameters of `setWebhook` describe, or removes it if their
    /// `url` is empty.
    pub(super) fn set_webhook(&mut self, params: &Params) -> Result<(), ApiError> {
        let url = params.text("url");
        let url = if url.is_empty() { None } else { Some(local_url(&url)?) };
        let secret = params.text("secret_token");
        if secret.len() > 256 {
            return Err(ApiError::bad("secret token is too long"));
        }
        if !secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-') {
            return Err(ApiError::bad("secret token contains unallowed characters"));
        }
        if url.is_some() {
            self.updates.allow(params.json("allowed_updates").ok().flatten());
        }
        if params.flag("drop_pending_updates") {
            self.updates.drop_all();
        }
        self.updates.turn += 1;
        self.webhook = url.map(|url| Webhook {
            url,
            secret,
            max_connections: params.int("max_connections").unwrap_or(40).clamp(1, 100),
            turn: self.updates.turn,
            last_error: None,
        });
        self.wake.notify_waiters();
        Ok(())
    }
}

/// A sandbox must not send what people typed to other machines.
fn local_url(url: &str) -> Result<Url, ApiError> {
    let url = Url::parse(url).map_err(|_| ApiError::bad("invalid webhook URL specified"))?;
    let is_local = match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    };
    if is_local && matches!(url.scheme(), "http" | "https") {
        Ok(url)
    } else {
        Err(ApiError::bad("bad webhook: the sandbox delivers to loopback addresses only"))
    }
}

/// Delivers updates in their order as long as a webhook is set, each until it gets a 2xx. Runs
/// until dropped.
pub(super) async fn deliver(server: Arc<Server>) {
    let client = reqwest::Client::builder()
        .timeout(PATIENCE)
        .no_proxy()
        // As Telegram; and a redirect could lead away from this machine.
        .redirect(reqwest::redirect::Policy::none())
        .build();
    let Ok(client) = client else { return };
    let wake = Arc::clone(&server.lock().wake);
    let mut pause = FIRST_PAUSE;
    loop {
        let mut woken = pin!(wake.notified());
        woken.as_mut().enable();
        let next = {
            let state = server.lock();
            state.webhook.clone().zip(state.updates.first().cloned())
        };
        let Some((webhook, update)) = next else {
            woken.await;
            continue;
        };
        let outcome = post(&client, &webhook, &update).await;
        let delivered = outcome.is_ok();
        server.change(|state| state.note_delivery(&webhook, &update, outcome.as_ref().err()));
        if let Ok(Some(reply)) = outcome {
            call_in_reply(&server, reply).await;
        }
        pause = if delivered {
            FIRST_PAUSE
        } else {
            tokio::time::sleep(pause).await;
            (pause * 2).min(LONGEST_PAUSE)
        };
    }
}

impl State {
    /// A delivery of a webhook that was replaced meanwhile changes nothing.
    fn note_delivery(&mut self, webhook: &Webhook, update: &Update, failure: Option<&String>) {
        let Some(current) = self.webhook.as_mut().filter(|now| now.turn == webhook.turn) else {
            return;
        };
        match failure {
            None => self.updates.settle(update),
            Some(failure) => current.last_error = Some((now(), failure.clone())),
        }
    }
}

/// Gives the body of a 2xx if it is a JSON object: a call in reply to the update.
async fn post(
    client: &reqwest::Client,
    webhook: &Webhook,
    update: &Update,
) -> Result<Option<Map<String, Value>>, String> {
    let mut request = client
        .post(webhook.url.clone())
        .header("Content-Type", "application/json")
        .body(update.json.to_string());
    if !webhook.secret.is_empty() {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", &webhook.secret);
    }
    let response = request.send().await.map_err(|error| {
        if error.is_connect() { "Connection refused" } else { "Webhook connection closed" }
            .to_owned()
    })?;
    let status = response.status();
    if !status.is_success() {
        return Err(format!(
            "Wrong response from the webhook: {} {}",
            status.as_u16(),
            status.canonical_reason().unwrap_or_default()
        ));
    }
    let body = response.bytes().await.unwrap_or_default();
    Ok(serde_json::from_slice(&body).ok())
}

/// Telegram takes a method in the answer to an update, and tells nobody how it went.
async fn call_in_reply(server: &Server, mut reply: Map<String, Value>) {
    let Some(Value::String(name)) = reply.remove("method") else { return };
    if let Some(method) = methods::find(&name).filter(|method| method.name != "getUpdates") {
        let _ = methods::run(server, method, &Params::from(reply)).await;
    }
}
