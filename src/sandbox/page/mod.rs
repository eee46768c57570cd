//! The page of `hushbot demo`: a phone chat with the bot beside the portal it works on.
//!
//! It draws what the two local servers report and passes on what the developer does; it has no
//! state of its own but the switches for trouble and the people's language.
//!
//! ```text
//! mod        PageServer: start, stop      view      /api/state, as the page draws it
//! guard      who may speak to it          news      /api/events, the stream of changes
//! clock      moves the servers' time
//! assets     the page's own files         chat      orders to the local Telegram
//! refusal    why an order failed          office    orders to the local portal
//! trouble    the switches                 order     bodies and answers in JSON
//! web/       the page: HTML, CSS, scripts
//! ```

mod assets;
mod chat;
mod clock;
mod guard;
mod news;
mod office;
mod order;
mod refusal;
mod trouble;
mod view;

#[cfg(test)]
mod tests;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{Router, middleware, routing::get};
use serde::Serialize;
use serde_json::Value;
use tokio::{
    net::TcpListener,
    sync::{broadcast, watch},
    task::JoinHandle,
};

use super::{
    Time,
    portal::Portal,
    telegram::{BotApi, User},
};

/// How far a slow browser may be behind before it reads everything again.
const BACKLOG: usize = 64;

/// Somebody that the developer can be in the chat with the bot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The role, as the page names it: "Supervisor".
    pub label: String,
    /// The Telegram id; the private chat has the same.
    pub id: u64,
    /// The first name.
    pub first_name: String,
    /// The language of their Telegram, an IETF tag.
    pub language_code: String,
    /// Example messages, one tap away.
    pub hints: Vec<String>,
}

/// What a page is started with.
#[derive(Debug, Clone)]
pub struct PageSettings {
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The local Telegram.
    pub bot_api: BotApi,
    /// The local portal.
    pub portal: Portal,
    /// Who can write to the bot; the first one does at first. The page makes them known to the
    /// local Telegram.
    pub people: Vec<Person>,
    /// Languages to choose from: IETF tag and the language's own name.
    pub languages: Vec<(String, String)>,
    /// What a newcomer is told to type: `/dialogs`.
    pub first_command: String,
    /// The clock of both servers, which the page shows and moves.
    pub time: Time,
}

impl PageSettings {
    /// The page of these servers on `http://127.0.0.1:8080`, with nobody in the chat yet.
    pub fn new(bot_api: BotApi, portal: Portal) -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            bot_api,
            portal,
            people: Vec::new(),
            languages: Vec::new(),
            first_command: "/dialogs".to_owned(),
            time: Time::default(),
        }
    }
}

/// What the handlers share.
struct App {
    bot_api: BotApi,
    portal: Portal,
    people: Mutex<Vec<Person>>,
    languages: Vec<(String, String)>,
    first_command: String,
    switches: Mutex<trouble::Switches>,
    time: Time,
    /// Changes that neither server reports.
    news: broadcast::Sender<Value>,
    /// Ends with the server.
    closing: watch::Receiver<()>,
}

impl App {
    fn people(&self) -> MutexGuard<'_, Vec<Person>> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn switches(&self) -> MutexGuard<'_, trouble::Switches> {
        self.switches.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells the open pages; nobody listening is no error.
    fn tell(&self, change: Value) {
        let _ = self.news.send(change);
    }
}

/// A running page. It ends with [`PageServer::stop`], or when it is dropped.
#[derive(Debug)]
pub struct PageServer {
    address: SocketAddr,
    alive: watch::Sender<()>,
    server: JoinHandle<()>,
}

impl PageServer {
    /// Starts the page, and adds its people to the local Telegram.
    ///
    /// # Errors
    /// The address cannot be listened on.
    pub async fn start(settings: PageSettings) -> io::Result<Self> {
        let listener = TcpListener::bind(settings.listen).await?;
        let address = listener.local_addr()?;
        let (alive, closing) = watch::channel(());
        for person in &settings.people {
            settings.bot_api.add_user(telegram_user(person));
        }
        let app = App {
            bot_api: settings.bot_api,
            portal: settings.portal,
            people: Mutex::new(settings.people),
            languages: settings.languages,
            first_command: settings.first_command,
            switches: Mutex::default(),
            time: settings.time,
            news: broadcast::Sender::new(BACKLOG),
            closing: closing.clone(),
        };
        let server = tokio::spawn(run(listener, router(Arc::new(app)), closing));
        Ok(Self { address, alive, server })
    }

    /// `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends the page; open streams end, requests under way are answered.
    pub async fn stop(self) {
        drop(self.alive);
        // Fails only if the server panicked, and then it has stopped as well.
        let _ = self.server.await;
    }
}

async fn run(listener: TcpListener, router: Router, mut closing: watch::Receiver<()>) {
    let closed = async move {
        // Nothing is ever sent: this returns when the sender is dropped.
        let _ = closing.changed().await;
    };
    if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(closed).await {
        tracing::error!(%error, "the page's server failed");
    }
}

fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/api/state", get(view::state))
        .route("/api/events", get(news::events))
        .route("/api/commands/{person}", get(view::commands))
        .merge(chat::routes())
        .merge(clock::routes())
        .merge(office::routes())
        .with_state(app)
        .merge(assets::routes())
        .layer(middleware::from_fn(guard::guard))
}

fn telegram_user(person: &Person) -> User {
    User {
        id: person.id,
        first_name: person.first_name.clone(),
        username: None,
        language_code: Some(person.language_code.clone()),
    }
}
