//! The client: one for the process, with one function through which every request goes.

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

use reqwest::{
    Client, Response,
    header::{ACCEPT, HeaderMap, HeaderValue, LOCATION},
    redirect::Policy,
};
use secrecy::ExposeSecret as _;
use serde_json::{Value, value::RawValue};
use tokio::time::Instant;

use super::{
    auth::AuthClient,
    blocks::Blocks,
    envelope::{self, Reply},
    error::{PortalError, causes},
    handle::Portal,
    keeper::TokenKeeper,
    limiter::{Limiter, Urgency},
    operating::OperatingTimes,
    redirect,
    resolver::GuardedResolver,
    retry::Manners,
    settings::Settings,
    tally,
};
use crate::domain::{
    access::{Access, SignedIn},
    webhook::{HostPolicy, WebhookError},
};

/// How long opening a connection may take (name, network and TLS together), at most.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a connection is kept for the next call: less than web servers keep theirs, so that
/// calls seldom meet one which the other end is just closing. Their number needs no other bound:
/// the limiter's burst is one, and to open a connection costs more than to keep it.
const IDLE_TIMEOUT: Duration = Duration::from_secs(20);

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
    auth: AuthClient,
    keeper: Option<Keeper>,
}

/// Who renews tokens.
#[derive(Clone)]
struct Keeper(Arc<dyn TokenKeeper>);

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keeper")
    }
}

/// A call that the portal did not refuse.
pub(super) struct Answer<'a> {
    /// What the method gave, still to be read.
    pub(super) result: Box<RawValue>,
    /// The access that it was answered through: another address than asked, if it has moved.
    pub(super) through: Cow<'a, Access>,
}

impl PortalClient {
    /// Builds the client. It trusts the well-known authorities and the system's own, opens no
    /// connection yet, and ignores the environment's proxies: a proxy would look the names up
    /// itself, past the policy.
    pub fn new(settings: Settings) -> Result<Self, BuildError> {
        let Settings { policy, timeout, rate, burst, patience, auth_servers } = settings;
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
            .build()
            .map_err(BuildError)?;
        let limiter = Limiter::new(rate, burst);
        let auth = AuthClient::new(http.clone(), policy, auth_servers, patience.clone());
        let manners = Arc::new(Manners { limiter, blocks: Blocks::default(), patience });
        let (operating, keeper) = (OperatingTimes::default(), None);
        Ok(Self { http, policy, timeout, operating, manners, auth, keeper })
    }

    /// Calls in the name of whoever the webhook or the sign-in belongs to.
    pub fn via(&self, access: impl Into<Access>) -> Portal<'_> {
        Portal::new(self, access.into())
    }

    /// The same client with somebody who renews tokens. Without one, what has expired
    /// can't be used.
    #[must_use]
    pub fn kept_by(self, keeper: Arc<dyn TokenKeeper>) -> Self {
        Self { keeper: Some(Keeper(keeper)), ..self }
    }

    /// What speaks to the authorisation servers.
    pub fn auth(&self) -> AuthClient {
        self.auth.clone()
    }

    /// The sign-in with another token than the refused one.
    pub(super) async fn renew(&self, refused: &SignedIn) -> Result<SignedIn, PortalError> {
        if let Some(Keeper(keeper)) = &self.keeper {
            return keeper.renew(refused).await;
        }
        tracing::debug!(portal = %refused.address, "a token has expired, and nobody renews it");
        Err(PortalError::AuthServerSilent)
    }

    /// Asks a portal again that was left alone for this connection's sake: to be called when it is
    /// connected anew.
    pub fn forget_blocks(&self, access: impl Into<Access>) {
        self.manners.blocks.forget(&access.into());
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
        access: &'a Access,
        method: &'static str,
        params: &Value,
        urgency: Urgency,
    ) -> Result<Answer<'a>, PortalError> {
        let started = Instant::now();
        let outcome = self.post(access, method, params, urgency).await;
        tally::called(method, started.elapsed(), outcome.as_ref().err());
        log(access, method, started, outcome.as_ref().err());
        outcome
    }

    /// The same without going after a portal that has moved: [`PortalError::RedirectRefused`]
    /// then, and nothing was done.
    pub(super) async fn request_here(
        &self,
        access: &Access,
        method: &'static str,
        params: &Value,
    ) -> Result<Box<RawValue>, PortalError> {
        let started = Instant::now();
        let answering = async {
            let response = self.send(access, method, params, Instant::now() + self.timeout).await?;
            if response.status().is_redirection() {
                return Err(PortalError::RedirectRefused);
            }
            self.open(access, method, response).await
        };
        let outcome = answering.await;
        log(access, method, started, outcome.as_ref().err());
        outcome
    }

    /// Posts to where the access leads, and once more wherever a renamed portal sends the call.
    async fn post<'a>(
        &self,
        access: &'a Access,
        method: &'static str,
        params: &Value,
        urgency: Urgency,
    ) -> Result<Answer<'a>, PortalError> {
        let mut deadline = Instant::now() + self.timeout;
        let mut through = Cow::Borrowed(access);
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
        access: &Access,
        method: &str,
        params: &Value,
        deadline: Instant,
    ) -> Result<Response, PortalError> {
        let url = access.method_url(method);
        self.policy.check(&url).map_err(|error| match error {
            WebhookError::NotHttps => PortalError::HttpRefused,
            _ => PortalError::AddressRefused,
        })?;
        let left = deadline.saturating_duration_since(Instant::now());
        let mut request = self.http.post(url).timeout(left).json(params);
        if let Some(token) = access.bearer() {
            request = request.bearer_auth(token.expose_secret());
        }
        request.send().await.map_err(|error| failed(&error))
    }

    /// Reads an answer, and learns from it when operating time frees.
    async fn open(
        &self,
        access: &Access,
        method: &'static str,
        response: Response,
    ) -> Result<Box<RawValue>, PortalError> {
        let status = response.status().as_u16();
        let body = read(response).await?;
        let known = self.operating.last(access, method);
        let Reply { result, frees_at } = envelope::open(method, status, &body, known)?;
        if let Some(frees_at) = frees_at {
            self.operating.note(access, method, frees_at);
        }
        Ok(result.to_owned())
    }
}

/// Reads a body, up to the largest that is expected and no further.
pub(super) async fn read(mut response: Response) -> Result<Vec<u8>, PortalError> {
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

fn log(access: &Access, method: &str, started: Instant, error: Option<&PortalError>) {
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let host = access.address();
    match error {
        None => tracing::debug!(method, %host, ms, "portal call"),
        Some(error) => {
            tracing::debug!(method, %host, ms, status = error.status(), %error, "portal call failed");
        }
    }
}
