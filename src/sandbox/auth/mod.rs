//! A local authorisation server of Bitrix24's: codes and refresh tokens become tokens, quirks
//! included.
//!
//! * A code lives for 30 seconds and for one use; an access token for an hour.
//! * A refresh token is good for one use, which gives the next one; idle for 180 days it dies.
//! * The reply's `domain` is the server's own; `expires` is told on a refresh only, and so is
//!   `user_id`, unless [`Settings::tells_user`] says otherwise.
//!
//! Portals that [`join`](super::portal::Portal::join) it send people here and check tokens here.

mod issue;
mod server;
mod state;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use tokio::{
    net::TcpListener,
    sync::{Notify, watch},
};

use super::connection::Running;

pub use state::{App, Call, Fault, Offence};
pub(super) use state::{Bearer, Site};

use state::State;

/// How a server is started.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Whether the reply to a code names the user, which is documented for a refresh only.
    pub tells_user: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), tells_user: false }
    }
}

/// A running server. Clones are handles of the same one; it stops with the last of them.
#[derive(Debug, Clone)]
pub struct AuthServer(Arc<Handle>);

#[derive(Debug)]
struct Handle {
    shared: Arc<Shared>,
    address: SocketAddr,
    running: Running,
}

/// What all connections share.
#[derive(Debug)]
pub(super) struct Shared {
    state: Mutex<State>,
    host: String,
    tells_user: bool,
    called: Notify,
    stopping: watch::Receiver<bool>,
}

impl AuthServer {
    /// Starts a server that knows no application.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn start(settings: Settings) -> io::Result<Self> {
        let listener = TcpListener::bind(settings.listen).await?;
        let address = listener.local_addr()?;
        let stop = watch::Sender::new(false);
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            host: address.to_string(),
            tells_user: settings.tells_user,
            called: Notify::new(),
            stopping: stop.subscribe(),
        });
        let running = Running::serve(listener, server::handle, Arc::clone(&shared), stop);
        Ok(Self(Arc::new(Handle { shared, address, running })))
    }

    /// Frees the port at once.
    pub fn stop(&self) {
        self.0.running.stop();
    }

    /// The server's address, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// Address and port: what portals call `server_domain`.
    pub fn host(&self) -> String {
        self.0.shared.host.clone()
    }

    /// Makes an application known, or replaces the one with its id.
    pub fn register(&self, app: App) {
        self.state().apps.insert(app.client_id.clone(), app);
    }

    /// Stops the clock at a moment; it goes by the system's until then.
    pub fn stand_at(&self, now: Timestamp) {
        self.state().stands_at = Some(now);
    }

    /// Lets all access tokens expire at once. Refresh tokens live on.
    pub fn expire_tokens(&self) {
        self.state().expire_tokens();
    }

    /// Forgets all access tokens: portals call them invalid.
    pub fn forget_tokens(&self) {
        self.state().tokens.clear();
    }

    /// Forgets all refresh tokens: each is refused as if it were used.
    pub fn kill_refresh_tokens(&self) {
        self.state().refreshes.clear();
    }

    /// From now on a portal's grants are refused so; `None` ends that.
    pub fn offend(&self, member: &str, offence: Option<Offence>) {
        let offences = &mut self.state().offences;
        match offence {
            Some(offence) => offences.insert(member.to_owned(), offence),
            None => offences.remove(member),
        };
    }

    /// Arranges trouble for the next requests for tokens, so many times; until cleared if absent.
    pub fn fault(&self, fault: Fault, times: Option<u32>) {
        self.state().armed.add((), fault, times);
    }

    /// Calls off all trouble.
    pub fn clear_faults(&self) {
        self.state().armed.clear();
    }

    /// The requests for tokens, in the order in which they came.
    pub fn calls(&self) -> Vec<Call> {
        self.state().calls.clone()
    }

    /// Forgets the requests.
    pub fn clear_calls(&self) {
        self.state().calls.clear();
    }

    /// Waits until so many requests have come.
    pub async fn wait_for_calls(&self, count: usize) {
        loop {
            let called = self.0.shared.called.notified();
            if self.state().calls.len() >= count {
                return;
            }
            called.await;
        }
    }

    /// What is given out at this moment, for a search: codes, access and refresh tokens.
    pub fn secrets(&self) -> Vec<String> {
        self.state().given.clone()
    }

    pub(super) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.0.shared)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.shared.lock()
    }
}

impl Shared {
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What portals call `server_domain`.
    pub(super) fn host(&self) -> &str {
        &self.host
    }
}
