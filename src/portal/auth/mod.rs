//! The vendor's authorisation servers: codes and refresh tokens become access tokens.
//!
//! Only the two servers of the vendor are ever asked, whatever a portal names as its own: what is
//! sent there holds the application's secret, which must never reach a portal. It goes in the body
//! of a POST, so that no log on the way has it in an address.

mod answer;
mod error;
mod servers;

use std::{fmt, time::Duration};

use reqwest::{Client, header::CONTENT_TYPE};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::time::{Instant, sleep};
use url::{Url, form_urlencoded::Serializer};
use zeroize::Zeroizing;

use super::{client::read, error::PortalError, patience::Patience};
use crate::domain::webhook::HostPolicy;

pub use self::{answer::Granted, error::AuthError, servers::AuthServers};

/// How long one try may take.
const TIMEOUT: Duration = Duration::from_secs(8);

/// How long all tries together may take: a code lasts for 30 seconds.
const LONGEST: Duration = Duration::from_secs(25);

/// The keys of an application.
#[derive(Clone)]
pub struct AppKeys {
    /// `client_id`; names the application and is no secret.
    pub id: String,
    /// `client_secret`
    pub secret: SecretString,
}

/// What is given for tokens.
#[derive(Clone, Copy)]
pub enum Grant<'a> {
    /// The code that a portal sent the browser back with. Lasts for 30 seconds, for one use.
    Code(&'a SecretString),
    /// A refresh token. One use gives the next one.
    Refresh(&'a SecretString),
}

/// Speaks to the authorisation servers. Clones share connections.
#[derive(Debug, Clone)]
pub struct AuthClient {
    http: Client,
    policy: HostPolicy,
    servers: AuthServers,
    patience: Patience,
}

impl AuthClient {
    pub(super) fn new(
        http: Client,
        policy: HostPolicy,
        servers: AuthServers,
        patience: Patience,
    ) -> Self {
        Self { http, policy, servers, patience }
    }

    /// Gives a code or a refresh token for a new pair of tokens. `named` is the server that the
    /// portal, or an earlier answer, named: it counts only if it is one of the vendor's two; else
    /// the portal's `host` decides between them.
    ///
    /// Faults of the server are sat out for as long as a code lasts.
    pub async fn redeem(
        &self,
        grant: Grant<'_>,
        keys: &AppKeys,
        named: Option<&str>,
        host: &str,
    ) -> Result<Granted, AuthError> {
        let server = self.servers.choose(named, host);
        let begun = Instant::now();
        let mut waits = self.patience.auth_server.iter();
        loop {
            let error = match self.ask(server, grant, keys).await {
                Ok(granted) => return Ok(granted),
                Err(error) => error,
            };
            tracing::debug!(%error, server = ?server.host_str(), "no tokens");
            let wait = waits.next().filter(|_| error.may_pass());
            let random = getrandom::u32().unwrap_or_default();
            let wait = wait.map(|wait| self.patience.spread(*wait, random));
            match wait.filter(|wait| begun.elapsed() + *wait + TIMEOUT <= LONGEST) {
                Some(wait) => sleep(wait).await,
                None => return Err(error),
            }
        }
    }

    async fn ask(
        &self,
        server: &Url,
        grant: Grant<'_>,
        keys: &AppKeys,
    ) -> Result<Granted, AuthError> {
        let body = Zeroizing::new(form(grant, keys));
        let request = self.http.post(server.clone()).timeout(TIMEOUT);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let sent = request.body(body.as_bytes().to_vec()).send().await;
        let response = sent.map_err(|error| AuthError::of(&PortalError::of_transport(&error)))?;
        let status = response.status().as_u16();
        let body = read(response).await.map_err(|error| AuthError::of(&error))?;
        let body = Zeroizing::new(body);
        answer::open(status, &body, self.policy, &self.servers)
    }
}

fn form(grant: Grant<'_>, keys: &AppKeys) -> String {
    let (kind, name, value) = match grant {
        Grant::Code(code) => ("authorization_code", "code", code),
        Grant::Refresh(token) => ("refresh_token", "refresh_token", token),
    };
    Serializer::new(String::new())
        .append_pair("grant_type", kind)
        .append_pair("client_id", &keys.id)
        .append_pair("client_secret", keys.secret.expose_secret())
        .append_pair(name, value.expose_secret())
        .finish()
}

/// Shows the application, never its secret.
impl fmt::Debug for AppKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AppKeys({}, [REDACTED])", self.id)
    }
}
