//! The bot put together: from settings to a process that answers until it is told to stop.

mod error;
mod house;
mod http;
mod source;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use jiff::SignedDuration;
use secrecy::ExposeSecret as _;
use teloxide::Bot;
use tokio::{net::TcpListener, sync::mpsc, task::JoinSet};

pub use self::error::{RunError, StartError};
use self::source::Source;
use crate::{
    backup::Daily,
    bot::{
        Inbox, Timers, Watcher, WhenBroken,
        alarms::tell_admins,
        menus::Menus,
        pipeline::{self, Pipeline},
        poller::{LONG_POLL, Poller, who_am_i},
        sender::{self, Sender},
        sign_ins::SignIns,
    },
    config::{Config, Manners, Telegram},
    desk::{Desk, Retention, Settings},
    domain::{clock::Clock, invite::InviteToken, pulse::Pulse, webhook::HostPolicy},
    keeping::Keeping,
    keys::{self, Opened},
    portal::{self, PortalClient, auth::AuthServers},
    store::{Records, Store},
};

/// How long orders in work may take to end when the process is told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// The bot, ready to run.
pub struct App {
    bot: Bot,
    desk: Desk,
    keeping: Keeping,
    store: Arc<dyn Store>,
    /// What makes a backup a day; `None` where that is not ours to do.
    daily: Option<Daily>,
    sender: Sender,
    settings: pipeline::Settings,
    clock: Arc<dyn Clock>,
    limits: Retention,
    watch_every: Option<SignedDuration>,
    pulse: Pulse,
    http: Option<http::Side>,
    announce: Box<dyn Fn(&FirstAdmin<'_>) + Send + Sync>,
}

/// The one-time link of a first start: whoever opens it first becomes the admin.
pub struct FirstAdmin<'a> {
    /// The bot's name in Telegram.
    pub bot: &'a str,
    /// The link's secret part.
    pub token: &'a InviteToken,
}

impl App {
    /// Opens the store, sets the clients up, and takes the HTTP side's port. Speaks to nobody yet.
    pub async fn build(config: Config, clock: Arc<dyn Clock>) -> Result<Self, StartError> {
        for path in &config.open_to_all {
            tracing::warn!(file = %path.display(), "everybody on this machine may read a secret");
        }
        let keeping = config.keeping();
        keeping.prepare()?;
        let listener = http::listen(config.http.as_ref()).await?;
        let opened = keys::open(&keeping, config.secret_key.as_ref()).await?;
        Self::assemble(config, clock, listener, opened).await
    }

    /// The same over a store that is open already. Nobody makes backups of it.
    pub async fn over(
        config: Config,
        clock: Arc<dyn Clock>,
        store: Arc<dyn Store>,
        records: Records,
    ) -> Result<Self, StartError> {
        let listener = http::listen(config.http.as_ref()).await?;
        Self::assemble(config, clock, listener, Opened { store, records, daily: None }).await
    }

    async fn assemble(
        config: Config,
        clock: Arc<dyn Clock>,
        listener: Option<TcpListener>,
        opened: Opened,
    ) -> Result<Self, StartError> {
        let keeping = config.keeping();
        let Opened { store, records, daily } = opened;
        let portals =
            PortalClient::new(portal_settings(config.portals, config.manners, config.auth_servers))
                .map_err(|error| StartError::Client(error.to_string()))?;
        let people = Settings {
            admins: config.admins,
            policy: config.portals,
            whisper: config.whisper,
            apps: config.apps,
        };
        let bot = telegram(&config.telegram)?;
        let desk = Desk::new(records, portals, Arc::clone(&clock), people);
        desk.load().await?;
        let pulse = Pulse::new(Arc::clone(&clock));
        let http = match config.http.zip(listener) {
            Some((settings, listener)) => {
                Some(http::Side::new(settings, listener, &desk, &pulse, &clock).await?)
            }
            None => None,
        };
        Ok(Self {
            sender: Sender::new(bot.clone(), sender_settings(config.notices_per_second)),
            bot,
            desk,
            keeping,
            store,
            daily,
            settings: pipeline::Settings {
                bot: String::new(),
                default_locale: config.default_locale,
                old_after: config.old_after,
            },
            clock,
            limits: house::retention(config.keep),
            watch_every: config.watch_every,
            pulse,
            http,
            announce: Box::new(|_| {}),
        })
    }

    /// Where the HTTP side listens, if there is one.
    pub fn http_address(&self) -> Option<SocketAddr> {
        self.http.as_ref().and_then(http::Side::address)
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
    pub async fn run_until(mut self, shutdown: impl Future<Output = ()>) -> Result<(), RunError> {
        tokio::pin!(shutdown);
        let mut beside = JoinSet::new();
        beside.spawn(house::beat(self.pulse.clone(), Arc::clone(&self.clock)));
        // What a look from outside tells must be told before Telegram is there, too.
        let (door, webhook, visits) = match self.http.take().map(http::Side::open) {
            Some((door, webhook, visits)) => (Some(door), webhook, visits),
            None => (None, None, None),
        };
        let me = tokio::select! {
            me = who_am_i(&self.bot) => me?,
            () = &mut shutdown => return Ok(()),
        };
        self.pulse.heard();
        let name = me.username().to_owned();
        tracing::info!(bot = %name, "hushbot {} is listening", env!("CARGO_PKG_VERSION"));
        self.let_first_admin_in(&name).await;

        let (alarms, raised) = mpsc::unbounded_channel();
        let (menus, changed) = mpsc::unbounded_channel();
        let settings = pipeline::Settings { bot: name, ..self.settings };
        let (clock, desk) = (Arc::clone(&self.clock), self.desk.clone());
        let pipeline =
            Pipeline::new(desk.clone(), self.sender, settings, clock, alarms.clone(), menus);
        let pipeline = Arc::new(pipeline);
        pipeline.load().await?;
        beside.spawn(tell_admins(Arc::clone(&pipeline), raised));
        beside.spawn(Menus::new(Arc::clone(&pipeline)).keep(changed));
        beside.spawn(Timers::new(Arc::clone(&pipeline)).run());
        beside.spawn(SignIns::new(Arc::clone(&pipeline), visits).run());
        beside.spawn(house::keep_alive(desk.clone(), Arc::clone(&self.clock)));
        let mut watcher = Watcher::new(Arc::clone(&pipeline), self.watch_every);
        watcher.begin().await?;
        beside.spawn(watcher.run());
        let clock = Arc::clone(&self.clock);
        beside.spawn(house::keep_house(self.desk, self.daily, clock, self.limits));

        let when_broken = match &self.keeping {
            Keeping::Directory(_) => WhenBroken::Refuse,
            Keeping::Database(_) => WhenBroken::Leave,
        };
        let mut inbox = Inbox::new(pipeline, self.pulse.clone(), when_broken);
        inbox.resume().await?;
        let mut source = match webhook {
            None => Source::Poller(Poller::new(self.bot, alarms, self.pulse)),
            Some(webhook) => {
                let registration = webhook.registration(self.bot, self.clock, self.pulse, alarms);
                beside.spawn(registration.keep());
                Source::Webhook(webhook.delivered)
            }
        };
        let lost = house::taken_over(&self.keeping, self.store.as_ref());
        source.fill(&mut inbox, &mut shutdown, lost).await?;
        tracing::info!("stopping");
        // What was not taken any more is refused before the door closes; Telegram brings it again.
        let poller = source.into_poller();
        if let Some(door) = door {
            door.close().await;
        }
        beside.abort_all();
        if tokio::time::timeout(GRACE, inbox.close()).await.is_err() {
            tracing::warn!("stopped with orders in work; they go on at the next start");
        }
        if let Some(poller) = poller {
            poller.confirm().await;
        }
        if tokio::time::timeout(GRACE, desk.close()).await.is_err() {
            tracing::warn!(
                "stopped while a token was renewed; that person may have to sign in again"
            );
        }
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

pub(crate) fn portal_settings(
    policy: HostPolicy,
    manners: Manners,
    auth_servers: AuthServers,
) -> portal::Settings {
    let Manners { rate, burst, patience, timeout } = manners;
    portal::Settings { policy, timeout, rate, burst, patience, auth_servers }
}

/// The client of the Bot API.
pub(crate) fn telegram(settings: &Telegram) -> Result<Bot, StartError> {
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
