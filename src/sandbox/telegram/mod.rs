//! A local Bot API server.
//!
//! It answers as Telegram's documentation says, so that a client library that knows nothing of
//! it works against it. The other side, the people, is played through [`BotApi`]: they write,
//! press buttons and read; or through the paths under `/sandbox/`, which are no part of the
//! Bot API (see `people_http`).
//!
//! ```text
//! mod          BotApi: start, stop          server      path → call → answer
//! people       what people do               methods/    one file per group of methods
//! migration    a group becomes a supergroup
//! watch        waiting for the bot          state       the world behind one mutex
//! updates      the queue                    webhook     delivery by POST
//! chat, message, keyboard, text/            what is kept, and how it is read and written
//! faults       failures on request          events      what subscribers see
//! ```
//!
//! Where it differs from Telegram: message ids count up per chat; a webhook may be `http` but
//! only on this machine, and gets its updates one after the other; the calm that Telegram
//! imposes on pollers (a second `getUpdates` with the same offset is slowed down) is left out,
//! and so are flood limits: ask for a [`Fault`] instead.

mod callbacks;
mod chat;
mod error;
mod events;
mod faults;
mod keyboard;
mod message;
mod methods;
mod migration;
mod params;
mod people;
mod people_http;
mod server;
mod state;
mod text;
mod updates;
mod watch;
mod webhook;

use std::{
    fmt, io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{net::TcpListener, sync::watch::Sender};

use super::{Time, connection::Running};

pub use callbacks::CallbackAnswer;
pub use chat::HISTORY;
pub use events::{CALLS, Call, Event};
pub use faults::Fault;
pub use keyboard::{Button, Keyboard};
pub use message::Message;
pub use people::{Line, UnknownChat};
pub use text::Entity;
pub use watch::View;

/// A person, or the bot.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct User {
    /// The id; a person's private chat with the bot has the same.
    pub id: u64,
    /// The first name.
    pub first_name: String,
    /// The username, without `@`.
    #[serde(default)]
    pub username: Option<String>,
    /// The language of their app, an IETF tag.
    #[serde(default)]
    pub language_code: Option<String>,
}

/// What a server is started with.
#[derive(Clone)]
pub struct Settings {
    /// Where it listens; port 0 picks a free one.
    pub listen: SocketAddr,
    /// The token that calls must carry.
    pub token: String,
    /// The bot.
    pub bot: User,
    /// The id of the first update. By default it grows with the clock, so that a bot which
    /// remembers ids does not take the updates of a restarted sandbox for old ones.
    pub first_update_id: u64,
    /// How many messages of each chat are kept, [`HISTORY`] by default; at least one is.
    pub history: usize,
    /// What messages are dated by.
    pub time: Time,
}

impl Default for Settings {
    fn default() -> Self {
        // Ten ids a second since the end of 2023: a restart does not meet the ids of the run
        // before, and the ids stay within 31 bits for years.
        let tenths = (state::now() - 1_700_000_000).max(1) * 10;
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            token: "4242:sandbox-token-that-opens-nothing".to_owned(),
            bot: User {
                id: 4242,
                first_name: "hushbot demo".to_owned(),
                username: Some("hushbot_demo_bot".to_owned()),
                language_code: None,
            },
            first_update_id: u64::try_from(tenths).unwrap_or(1),
            history: HISTORY,
            time: Time::default(),
        }
    }
}

/// The token is left out.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("listen", &self.listen)
            .field("bot", &self.bot)
            .finish_non_exhaustive()
    }
}

/// What the connections and the handle share.
struct Server {
    token: String,
    state: Mutex<state::State>,
    /// Counts changes of the state.
    changes: Sender<u64>,
}

/// A handle to a running server. The server ends with [`BotApi::stop`], or when the last clone
/// is dropped.
#[derive(Clone)]
pub struct BotApi(Arc<Handle>);

struct Handle {
    address: SocketAddr,
    server: Arc<Server>,
    running: Mutex<Option<Running>>,
}

impl BotApi {
    /// Starts a server.
    ///
    /// # Errors
    /// The address cannot be listened on.
    pub async fn start(settings: Settings) -> io::Result<Self> {
        let listener = TcpListener::bind(settings.listen).await?;
        let address = listener.local_addr()?;
        let server = Arc::new(Server {
            state: Mutex::new(state::State::new(&settings)),
            token: settings.token,
            changes: Sender::new(0),
        });
        let running = server::run(Arc::clone(&server), listener);
        Ok(Self(Arc::new(Handle { address, server, running: Mutex::new(Some(running)) })))
    }

    /// `http://127.0.0.1:PORT`: the value for `TELOXIDE_API_URL`.
    pub fn url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// The token that calls must carry.
    pub fn token(&self) -> &str {
        &self.0.server.token
    }

    /// The bot.
    pub fn bot(&self) -> User {
        self.server().lock().bot.clone()
    }

    /// Ends the server: the port is free at once, calls that wait for their answer are cut off.
    /// The state stays.
    pub fn stop(&self) {
        self.0.stop();
    }

    /// Listens again on the same port, with the state as it was: Telegram is back.
    ///
    /// # Errors
    /// The port has been taken meanwhile.
    pub async fn restart(&self) -> io::Result<()> {
        self.stop();
        let listener = TcpListener::bind(self.0.address).await?;
        let running = server::run(Arc::clone(&self.0.server), listener);
        *self.0.running.lock().unwrap_or_else(PoisonError::into_inner) = Some(running);
        Ok(())
    }

    /// Makes calls of the method (all methods, if `None`) fail; `times` counts them, `None` is
    /// until [`BotApi::clear_faults`]. Earlier faults come first.
    pub fn fault(&self, method: Option<&str>, fault: Fault, times: Option<u32>) {
        self.arm(faults::On { method: method.map(str::to_owned), chat: None }, fault, times);
    }

    /// The same for the calls that name this chat only.
    pub fn fault_in(&self, chat: i64, method: Option<&str>, fault: Fault, times: Option<u32>) {
        self.arm(faults::On { method: method.map(str::to_owned), chat: Some(chat) }, fault, times);
    }

    fn arm(&self, on: faults::On, fault: Fault, times: Option<u32>) {
        self.server().lock().faults.add(on, fault, times);
    }

    /// No more faults. Calls that hang already go on hanging.
    pub fn clear_faults(&self) {
        self.server().lock().faults.clear();
    }

    fn server(&self) -> &Server {
        &self.0.server
    }
}

impl fmt::Debug for BotApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BotApi").field("url", &self.url()).finish_non_exhaustive()
    }
}

impl Handle {
    fn stop(&self) {
        // Dropping what runs ends it.
        drop(self.running.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.stop();
    }
}
