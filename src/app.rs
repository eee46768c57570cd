//! The bot put together: from settings to a process that answers until it is told to stop.

use std::{io, path::PathBuf, sync::Arc, time::Duration};

use secrecy::ExposeSecret as _;
use teloxide::Bot;

use crate::{
    bot::{
        Incoming, Lanes,
        pipeline::Pipeline,
        poller::{LONG_POLL, Poller, TokenRefused, who_am_i},
        sender::Sender,
    },
    config::{Config, Telegram},
    desk::{Desk, Settings},
    domain::{clock::Clock, invite::InviteToken},
    i18n::Locale,
    portal::PortalClient,
    store::{KeyError, KeyFileError, Records, SledStore, Store as _, StoreError, Vault},
};

/// How long orders in work may take to end when the process is told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// The bot, ready to run.
pub struct App {
    bot: Bot,
    desk: Desk,
    store: Arc<SledStore>,
    default_locale: Locale,
    clock: Arc<dyn Clock>,
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
        let store = Arc::new(SledStore::open(&config.data_dir.join("store"))?);
        let records = Records::open(store.clone(), vault).await?;
        let portals = PortalClient::new(crate::portal::Settings::new(config.portals))
            .map_err(|error| StartError::Client(error.to_string()))?;
        let settings = Settings { admins: config.admins, policy: config.portals };
        Ok(Self {
            bot: telegram(&config.telegram)?,
            desk: Desk::new(records, portals, Arc::clone(&clock), settings),
            store,
            default_locale: config.default_locale,
            clock,
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

        let sender = Sender::new(self.bot.clone());
        let menus = sender.clone();
        let menus = tokio::spawn(async move { menus.set_menus(self.default_locale).await });
        let pipeline = Pipeline::new(self.desk, sender, name, self.default_locale, self.clock);
        let mut lanes = Lanes::new(Arc::new(pipeline));
        let mut poller = Poller::new(self.bot);
        loop {
            tokio::select! {
                updates = poller.next() => {
                    updates.into_iter().filter_map(Incoming::read).for_each(|i| lanes.take(i));
                }
                () = &mut shutdown => break,
            }
        }
        tracing::info!("stopping");
        menus.abort();
        if tokio::time::timeout(GRACE, lanes.drain()).await.is_err() {
            tracing::warn!(waiting = lanes.waiting(), "stopped with orders still in work");
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
