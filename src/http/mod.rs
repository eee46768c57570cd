//! The HTTP side: is it alive, does it work, the numbers, and updates by webhook.
//!
//! ```text
//! mod       what the others bring     server    connections: how many, how slow
//! routes    paths, methods, headers   health    /healthz, /readyz
//! numbers   /metrics                  telegram  /telegram/…
//! secret    comparing in constant time oauth     /oauth/callback
//! ```
//!
//! It knows no bot: updates are handed over, as they came, to whoever wires it.

mod health;
mod numbers;
mod oauth;
mod routes;
mod secret;
mod server;
pub(crate) mod tally;
mod telegram;

use std::{fmt, sync::Arc, time::Duration};

use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use secrecy::SecretString;
use tokio::{net::TcpListener, sync::watch};

use crate::{
    desk::{ComeBack, Desk},
    domain::{clock::Clock, pulse::Pulse},
};

pub use secret::path_of;

/// Takes an update, as JSON. Whether it needs not be sent again.
pub type HandOver = Arc<dyn Fn(Vec<u8>) -> BoxFuture<'static, bool> + Send + Sync>;

/// Takes somebody who comes back from a portal's sign-in. The page to show, and whether it tells of
/// something that worked; `None` if there are too many.
pub type ComingBack =
    Arc<dyn Fn(ComeBack) -> BoxFuture<'static, Option<(bool, String)>> + Send + Sync>;

/// What the HTTP side is made of.
pub struct Parts {
    /// The use cases.
    pub desk: Desk,
    /// What tells a bot that works from one that only runs.
    pub pulse: Pulse,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The page of all numbers.
    pub page: Arc<dyn Fn() -> String + Send + Sync>,
    /// What whoever reads the numbers must show; `None`: nothing.
    pub metrics_token: Option<SecretString>,
    /// After how long without a word from Telegram the bot is not ready.
    pub contact_within: SignedDuration,
    /// Updates by webhook, if that is how they come.
    pub webhook: Option<Webhook>,
    /// Where people who come back from a sign-in go, if there are sign-ins.
    pub sign_ins: Option<ComingBack>,
    /// What a client may take.
    pub limits: Limits,
    /// The path below which the outside finds all this, without a slash at its end; everything is
    /// also found without it. Empty: none.
    pub prefix: String,
}

/// What a client may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many connections are served at once; the rest waits before the door. Telegram opens 40
    /// at most, a balancer and Prometheus a few.
    pub connections: usize,
    /// How long a request's head may take, and how long a connection may idle.
    pub head: Duration,
    /// How long a request may take, its body included.
    pub request: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { connections: 256, head: seconds(10), request: seconds(10) }
    }
}

/// Updates by webhook.
pub struct Webhook {
    /// What Telegram shows with each update. The path is made of it, too: [`path_of`].
    pub secret: SecretString,
    /// Where updates go.
    pub hand_over: HandOver,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook").finish_non_exhaustive()
    }
}

/// Serves until `stop` says so, and then lets the requests under way end, for two seconds at
/// most. Dropping it ends everything at once.
pub async fn serve(listener: TcpListener, parts: Parts, stop: watch::Receiver<bool>) {
    let limits = parts.limits;
    server::run(listener, routes::router(parts), limits, stop).await;
}
