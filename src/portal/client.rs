//! The client: one for the process, with one function through which every request goes.

use std::{borrow::Cow, sync::Arc, time::Duration};

use reqwest::{
    Client, Response,
    header::{ACCEPT, HeaderMap, HeaderValue, LOCATION},
    redirect::Policy,
};
use serde_json::Value;
use tokio::time::Instant;

use super::{
    blocks::Blocks,
    envelope::{self, Reply},
    error::{PortalError, causes},
    handle::Portal,
    limiter::{Limiter, Urgency},
    operating::OperatingTimes,
    redirect,
    resolver::GuardedResolver,
    retry::Manners,
    settings::Settings,
    tally,
};
use crate::domain::webhook::{HostPolicy, Webhook, WebhookError};

/// How long opening a connection may take (name, network and TLS together), at most.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a connection is kept for the next call: less than web servers keep theirs, so that
/// calls seldom meet one which the other end is just closing.
const IDLE_TIMEOUT: Duration = Duration::from_secs(20);

/// How many idle connections to one portal are kept.
const IDLE_PER_PORTAL: usize = 4;

/// The largest answer that is read, in bytes. A long list of dialogs has a few hundred thousand.
const LARGEST_ANSWER: usize = 2 << 20;

/// How often one call follows a portal that has moved.
const MOST_MOVES: usize = 2;

/// The HTTP client can't be built: the system's certificates can't be read.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client can't be built")]
pub struct BuildError(#[source] reqwest::Error);

/// Speaks to portals. Cheap to clone; clones share connections, limits and what they learned.
#[derive(Debug, Clone)]
pub struct PortalClient {
    http: Client,
    policy: HostPolicy,
    timeout: Duration,
    operating: OperatingTimes,
    manners: Arc<Manners>,
}

/// A call that the portal did not refuse.
pub(super) struct Answer<'a> {
    /// What the method gave.
    pub(super) result: Value,
    /// The webhook that it was answered through: another address than asked, if it has moved.
    pub(super) through: Cow<'a, Webhook>,
}

impl PortalClient {
    /// Builds the client. It trusts the well-known authorities and the system's own, opens no
    /// connection yet, and ignores the environment's proxies: a proxy would look the names up
    /// itself, past the policy.
    pub fn new(settings: Settings) -> Result<Self, BuildError> {
        let Settings { policy, timeout, rate, burst, patience } = settings;
        let accept = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("application/json"))]);
        let http = Client::builder()
            .user_agent(concat!("hushbot/", env!("CARGO_PKG_VERSION")))
            .default_headers(accept)
            .no_proxy()
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .dns_resolver(Arc::new(GuardedResolver(policy)))
            // Always the first to fire, so that "not connected" is told from "no answer".
            .connect_timeout(CONNECT_TIMEOUT.min(timeout / 2))
            .pool_idle_timeout(IDLE_TIMEOUT)
            .pool_max_idle_per_host(IDLE_PER_PORTAL)
            .build()
            .map_err(BuildError)?;
        let limiter = Limiter::new(rate, burst);
        let manners = Arc::new(Manners { limiter, blocks: Blocks::default(), patience });
        Ok(Self { http, policy, timeout, operating: OperatingTimes::default(), manners })
    }

    /// Calls in the name of whoever the webhook belongs to.
    pub fn via<'a>(&'a self, webhook: &'a Webhook) -> Portal<'a> {
        Portal::new(self, webhook)
    }

    /// Asks a portal again that was left alone for this webhook's sake: to be called when it is
    /// connected anew.
    pub fn forget_blocks(&self, webhook: &Webhook) {
        self.manners.blocks.forget(webhook);
    }

    /// What all calls keep to.
    pub(super) fn manners(&self) -> &Manners {
        &self.manners
    }

    /// What answers told of operating times.
    pub(super) fn operating(&self) -> &OperatingTimes {
        &self.operating
    }

    /// Calls a method once. Every request to a portal goes through here; the caller has waited
    /// for the first one's turn.
    pub(super) async fn request<'a>(
        &self,
        webhook: &'a Webhook,
        method: &'static str,
        params: &Value,
        urgency: Urgency,
    ) -> Result<Answer<'a>, PortalError> {
        let started = Instant::now();
        let outcome = self.post(webhook, method, params, urgency).await;
        tally::called(method, started.elapsed(), outcome.as_ref().err());
        log(webhook, method, started, outcome.as_ref().err());
        outcome
    }

    /// Posts to where the webhook leads, and once more wherever a renamed portal sends the call.
    async fn post<'a>(
        &self,
        webhook: &'a Webhook,
        method: &'static str,
        params: &Value,
        urgency: Urgency,
    ) -> Result<Answer<'a>, PortalError> {
        let mut deadline = Instant::now() + self.timeout;
        let mut through = Cow::Borrowed(webhook);
        for _ in 0..=MOST_MOVES {
            let response = self.send(&through, method, params, deadline).await?;
            if !response.status().is_redirection() {
                let result = self.open(&through, method, response).await?;
                return Ok(Answer { result, through });
            }
            let location = response.headers().get(LOCATION).and_then(|to| to.to_str().ok());
            let location = location.filter(|_| keeps_the_body(&response));
            let location = location.ok_or(PortalError::RedirectRefused)?;
            let address = redirect::new_address(&through, method, location, self.policy)?;
            tracing::info!(from = %through.address(), to = %address, "portal redirects");
            through = Cow::Owned(through.into_owned().moved_to(address));
            // What the new portal's line costs is not taken from the call's time.
            let waits = Instant::now();
            self.manners.limiter.turn(&through, urgency).await;
            deadline += waits.elapsed();
        }
        Err(PortalError::RedirectRefused)
    }

    async fn send(
        &self,
        webhook: &Webhook,
        method: &str,
        params: &Value,
        deadline: Instant,
    ) -> Result<Response, PortalError> {
        let url = webhook.method_url(method);
        self.policy.check(&url).map_err(|error| match error {
            WebhookError::NotHttps => PortalError::HttpRefused,
            _ => PortalError::AddressRefused,
        })?;
        let left = deadline.saturating_duration_since(Instant::now());
        let request = self.http.post(url).timeout(left).json(params);
        request.send().await.map_err(|error| failed(&error))
    }

    /// Reads an answer, and learns from it when operating time frees.
    async fn open(
        &self,
        webhook: &Webhook,
        method: &'static str,
        response: Response,
    ) -> Result<Value, PortalError> {
        let status = response.status().as_u16();
        let body = read(response).await?;
        let known = self.operating.last(webhook, method);
        let Reply { result, frees_at } = envelope::open(method, status, &body, known)?;
        if let Some(frees_at) = frees_at {
            self.operating.note(webhook, method, frees_at);
        }
        Ok(result)
    }
}

/// Reads a body, up to the largest that is expected and no further.
async fn read(mut response: Response) -> Result<Vec<u8>, PortalError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| failed(&error))? {
        if body.len() + chunk.len() > LARGEST_ANSWER {
            return Err(PortalError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Whether a redirect is one of those that a renamed portal sends. 303, say, asks for a page.
fn keeps_the_body(response: &Response) -> bool {
    matches!(response.status().as_u16(), 301 | 302 | 307 | 308)
}

/// Judges a failure on the way, and logs its innermost cause: below reqwest's own error there is
/// no URL, only what the system or the certificate check says.
fn failed(error: &reqwest::Error) -> PortalError {
    if let Some(cause) = causes(error).last() {
        tracing::debug!(%cause, "portal call broke");
    }
    PortalError::of_transport(error)
}

fn log(webhook: &Webhook, method: &str, started: Instant, error: Option<&PortalError>) {
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let host = webhook.address();
    match error {
        None => tracing::debug!(method, %host, ms, "portal call"),
        Some(error) => {
            tracing::debug!(method, %host, ms, status = error.status(), %error, "portal call failed");
        }
    }
}
