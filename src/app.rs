//! The bot put together: from settings to a process that answers until it is told to stop.

use std::{io, path::PathBuf, sync::Arc, time::Duration};

use jiff::SignedDuration;
use secrecy::ExposeSecret as _;
use teloxide::Bot;
use tokio::{sync::mpsc, task::JoinSet};

use crate::{
    backup,
    bot::{
        Inbox, Timers, Watcher,
        alarms::tell_admins,
        menus::Menus,
        pipeline::{self, Pipeline},
        poller::{Batch, LONG_POLL, Poller, TokenRefused, who_am_i},
        sender::{self, Sender},
    },
    config::{self, Config, Keep, Manners, Telegram},
    desk::{Desk, DeskError, Retention, Settings},
    domain::{clock::Clock, invite::InviteToken, webhook::HostPolicy},
    portal::{self, PortalClient},
    store::{KeyError, KeyFileError, Records, SledStore, Store as _, StoreError, Vault},
};

/// How long orders in work may take to end when the process is told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// How often what is too old is forgotten.
const SWEEP_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// The bot, ready to run.
pub struct App {
    bot: Bot,
    desk: Desk,
    store: Arc<SledStore>,
    sender: Sender,
    settings: pipeline::Settings,
    clock: Arc<dyn Clock>,
    data_dir: PathBuf,
    limits: Retention,
    watch_every: Option<SignedDuration>,
    announce: Box<dyn Fn(&FirstAdmin<'_>) + Send + Sync>,
}

/// The one-time link of a first start: whoever opens it first becomes the admin.
pub struct FirstAdmin<'a> {
    /// The bot's name in Telegram.
    pub bot: &'a str,
    /// The link's secret part.
    pub token: &'a InviteToken,
}

/// Why the bot can't start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data directory can't be made.
    #[error("HUSHBOT_DATA_DIR: {} can't be made: {error}", path.display())]
    DataDir {
        /// The directory.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The store can't be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key in the environment is none.
    #[error("HUSHBOT_SECRET_KEY: {0}")]
    Key(#[from] KeyError),
    /// The key file can't be used.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// What an earlier process left can't be read.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The HTTP clients can't be set up: the system's certificates or the proxy.
    #[error("no HTTP client: {0}")]
    Client(String),
}

/// Why the bot stopped by itself.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Telegram knows no bot with this token.
    #[error("TELOXIDE_TOKEN: {0}")]
    Token(#[from] TokenRefused),
    /// What an earlier process left can't be read.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl App {
    /// Opens the store and sets the clients up. Speaks to nobody yet.
    pub async fn build(config: Config, clock: Arc<dyn Clock>) -> Result<Self, StartError> {
        for name in &config.unused {
            tracing::warn!("{name} is set, but this version of hushbot has no use for it");
        }
        std::fs::create_dir_all(&config.data_dir)
            .map_err(|error| StartError::DataDir { path: config.data_dir.clone(), error })?;
        let vault = vault(&config)?;
        let store = Arc::new(SledStore::open(&config.data_dir.join(config::STORE))?);
        let records = Records::open(store.clone(), vault).await?;
        let portals = PortalClient::new(portal_settings(config.portals, config.manners))
            .map_err(|error| StartError::Client(error.to_string()))?;
        let people =
            Settings { admins: config.admins, policy: config.portals, whisper: config.whisper };
        let bot = telegram(&config.telegram)?;
        let desk = Desk::new(records, portals, Arc::clone(&clock), people);
        desk.load().await?;
        Ok(Self {
            sender: Sender::new(bot.clone(), sender_settings(config.notices_per_second)),
            bot,
            desk,
            store,
            settings: pipeline::Settings {
                bot: String::new(),
                default_locale: config.default_locale,
                old_after: config.old_after,
            },
            clock,
            data_dir: config.data_dir,
            limits: retention(config.keep),
            watch_every: config.watch_every,
            announce: Box::new(|_| {}),
        })
    }

    /// Says what to do with the one-time link, should this be a first start.
    #[must_use]
    pub fn announce_first_admin(
        mut self,
        announce: impl Fn(&FirstAdmin<'_>) + Send + Sync + 'static,
    ) -> Self {
        self.announce = Box::new(announce);
        self
    }

    /// Answers until `shutdown` completes; then what is in work gets ten seconds to end.
    pub async fn run_until(self, shutdown: impl Future<Output = ()>) -> Result<(), RunError> {
        tokio::pin!(shutdown);
        let me = tokio::select! {
            me = who_am_i(&self.bot) => me?,
            () = &mut shutdown => return Ok(()),
        };
        let name = me.username().to_owned();
        tracing::info!(bot = %name, "hushbot {} is listening", env!("CARGO_PKG_VERSION"));
        self.let_first_admin_in(&name).await;

        let (alarms, raised) = mpsc::unbounded_channel();
        let (menus, changed) = mpsc::unbounded_channel();
        let settings = pipeline::Settings { bot: name, ..self.settings };
        let (clock, desk) = (Arc::clone(&self.clock), self.desk.clone());
        let pipeline = Pipeline::new(desk, self.sender, settings, clock, alarms.clone(), menus);
        let pipeline = Arc::new(pipeline);
        pipeline.load().await?;
        let mut beside = JoinSet::new();
        beside.spawn(tell_admins(Arc::clone(&pipeline), raised));
        beside.spawn(Menus::new(Arc::clone(&pipeline)).keep(changed));
        beside.spawn(Timers::new(Arc::clone(&pipeline)).run());
        let mut watcher = Watcher::new(Arc::clone(&pipeline), self.watch_every);
        watcher.begin().await?;
        beside.spawn(watcher.run());
        let (store, limits) = (Arc::clone(&self.store), self.limits);
        beside.spawn(keep_house(self.desk, store, self.clock, self.data_dir, limits));

        let mut inbox = Inbox::new(pipeline);
        inbox.resume().await?;
        let mut poller = Poller::new(self.bot, alarms);
        loop {
            tokio::select! {
                Batch { updates, silence } = poller.next() => {
                    inbox.after_silence(SignedDuration::try_from(silence).unwrap_or_default());
                    inbox.take(updates).await;
                }
                () = &mut shutdown => break,
            }
        }
        tracing::info!("stopping");
        beside.abort_all();
        if tokio::time::timeout(GRACE, inbox.close()).await.is_err() {
            tracing::warn!("stopped with orders in work; they go on at the next start");
        }
        poller.confirm().await;
        self.store.close().await;
        Ok(())
    }

    async fn let_first_admin_in(&self, bot: &str) {
        match self.desk.first_admin_token().await {
            Ok(Some(token)) => (self.announce)(&FirstAdmin { bot, token: &token }),
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "no link for a first admin could be made"),
        }
    }
}

fn retention(keep: Keep) -> Retention {
    Retention {
        settled_for: keep.answered,
        offers_for: keep.offers,
        invites_for: keep.invites,
        audit_for: keep.log,
        ..Retention::default()
    }
}

/// Telegram's own limits, unless an own Bot API server has others.
fn sender_settings(notices_per_second: u32) -> sender::Settings {
    let usual = sender::Settings::default();
    if notices_per_second > 0 {
        return sender::Settings { notices_per_second, ..usual };
    }
    sender::Settings {
        notices_per_second: 0,
        chat_notices_per_second: 0,
        group_notices_per_minute: 0,
        ..usual
    }
}

fn portal_settings(policy: HostPolicy, manners: Manners) -> portal::Settings {
    let Manners { rate, burst, patience, timeout } = manners;
    portal::Settings { policy, timeout, rate, burst, patience }
}

/// The vault with the key of the environment, else with that of the key file.
fn vault(config: &Config) -> Result<Vault, StartError> {
    if let Some(key) = &config.secret_key {
        return Ok(Vault::from_base64(key)?);
    }
    let path = config.data_dir.join("secret.key");
    let (vault, created) = Vault::open_or_create_key_file(&path)?;
    if created {
        tracing::warn!(
            file = %path.display(),
            "HUSHBOT_SECRET_KEY is not set: made a key file. A backup needs both it and the store"
        );
    }
    Ok(vault)
}

fn telegram(settings: &Telegram) -> Result<Bot, StartError> {
    let failed = |error: reqwest::Error| StartError::Client(error.without_url().to_string());
    let mut client = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(5))
        .timeout(LONG_POLL + Duration::from_secs(10))
        .tcp_nodelay(true);
    if let Some(proxy) = &settings.proxy {
        client = client.proxy(reqwest::Proxy::all(proxy.expose_secret()).map_err(failed)?);
    }
    let client = client.build().map_err(failed)?;
    Ok(Bot::with_client(settings.token.expose_secret(), client)
        .set_api_url(settings.api_url.clone()))
}

/// Forgets what is too old, and makes a backup a day.
async fn keep_house(
    desk: Desk,
    store: Arc<SledStore>,
    clock: Arc<dyn Clock>,
    data_dir: PathBuf,
    limits: Retention,
) {
    loop {
        if let Err(error) = desk.sweep(&limits).await {
            tracing::error!(%error, "old rows could not be forgotten");
        }
        if let Err(error) = backup::daily(&store, &data_dir, clock.now()).await {
            tracing::error!(%error, "the daily backup failed");
        }
        clock.sleep_until(clock.now() + SWEEP_EVERY).await;
    }
}
