//! `hushbot demo`: the very same bot between a local Telegram and a local portal, and a page to
//! play with. Nothing leaves the machine, and nothing is left behind.

mod clock;
mod furniture;

use std::{
    collections::BTreeMap,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use clap::Args;
use jiff::Timestamp;
use tokio::sync::oneshot;

use crate::{
    app::{App, RunError, StartError},
    config::{Config, ConfigError},
    i18n::Locale,
    sandbox::{
        Time,
        page::{PageServer, PageSettings},
        portal::{self, Portal},
        telegram::{self, BotApi},
    },
};
use clock::DemoClock;
use furniture::{ADMIN, COLLEAGUE, COLLEAGUE_THERE, SUPERVISOR, SUPERVISOR_THERE};

/// How long the supervisor's way in may take before the demo gives up.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the demo listens, and what of it runs.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// The page.
    #[arg(long, value_name = "ADDRESS", default_value_t = local(8080))]
    pub listen: SocketAddr,
    /// The local Bot API server; any free port unless given.
    #[arg(long, value_name = "ADDRESS", default_value_t = local(0))]
    pub bot_api: SocketAddr,
    /// The local portal; any free port unless given.
    #[arg(long, value_name = "ADDRESS", default_value_t = local(0))]
    pub portal: SocketAddr,
    /// Run the local servers and the page only, for a bot of your own.
    #[arg(long)]
    pub without_bot: bool,
    /// A time such as 2026-03-02T09:00:00Z at which the demo's clock stands until the page moves
    /// it. Unless given, it goes with the system's.
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
}

/// Why the demo ended.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// An address can't be listened on.
    #[error("{what} can't listen on {address}: {error}")]
    Listen {
        /// Which server.
        what: &'static str,
        /// Where.
        address: SocketAddr,
        /// Why not.
        error: io::Error,
    },
    /// No directory for the bot's data.
    #[error("no directory for the demo's data: {0}")]
    Data(io::Error),
    /// The demo's own settings are wrong: a mistake of ours.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The bot can't start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The bot stopped.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The bot did not let the supervisor in.
    #[error("the bot did not answer: {0}")]
    Silent(&'static str),
}

fn local(port: u16) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, port))
}

/// Runs the demo until `shutdown` completes.
pub async fn run(options: Options, shutdown: impl Future<Output = ()>) -> Result<(), DemoError> {
    let listen = |what, address| move |error| DemoError::Listen { what, address, error };
    let time = options.at.map_or_else(Time::default, Time::standing);
    let bot_api =
        telegram::Settings { listen: options.bot_api, time: time.clone(), ..Default::default() };
    let bot_api = BotApi::start(bot_api).await.map_err(listen("the Bot API", options.bot_api))?;
    let portal =
        portal::Settings { listen: options.portal, time: time.clone(), ..Default::default() };
    let portal = Portal::start(portal).await.map_err(listen("the portal", options.portal))?;
    furniture::furnish(&portal, &time);
    let page = PageSettings {
        listen: options.listen,
        people: furniture::people(),
        languages: Locale::all().map(|l| (l.tag().to_owned(), l.name())).collect(),
        time: time.clone(),
        ..PageSettings::new(bot_api.clone(), portal.clone())
    };
    let page = PageServer::start(page).await.map_err(listen("the page", options.listen))?;
    let webhook_of = |user| portal.webhook(user, &["imopenlines", "im", "crm"]);
    let webhooks = [webhook_of(SUPERVISOR_THERE), webhook_of(COLLEAGUE_THERE)];

    if options.without_bot {
        introduce(&page, Some((&bot_api, &webhooks[0])));
        shutdown.await;
    } else {
        run_with_bot(&bot_api, &page, &webhooks, time, shutdown).await?;
    }
    page.stop().await;
    Ok(())
}

/// The bot, the supervisor's way in, and then whatever the page's visitor does.
async fn run_with_bot(
    bot_api: &BotApi,
    page: &PageServer,
    webhooks: &[String; 2],
    time: Time,
    shutdown: impl Future<Output = ()>,
) -> Result<(), DemoError> {
    let data = tempfile::tempdir().map_err(DemoError::Data)?;
    let settings = BTreeMap::from([
        ("TELOXIDE_TOKEN", bot_api.token().to_owned()),
        ("TELOXIDE_API_URL", bot_api.url()),
        ("HUSHBOT_ADMINS", ADMIN.to_string()),
        ("HUSHBOT_DATA_DIR", data.path().to_string_lossy().into_owned()),
        ("HUSHBOT_ALLOW_INSECURE_PORTALS", "true".to_owned()),
    ]);
    let config = Config::from_lookup(|name| settings.get(name).cloned())?;
    let app = App::build(config, Arc::new(DemoClock(time))).await?;
    let (stop, stopped) = oneshot::channel::<()>();
    let bot = app.run_until(async { drop(stopped.await) });
    let visit = async {
        let let_in = tokio::time::timeout(PATIENCE, let_supervisors_in(bot_api, webhooks)).await;
        let outcome = let_in.unwrap_or(Err(DemoError::Silent("no answer in ten seconds")));
        if outcome.is_ok() {
            introduce(page, None);
            shutdown.await;
        }
        drop(stop);
        outcome
    };
    let (ran, visited) = tokio::join!(bot, visit);
    ran?;
    visited
}

async fn let_supervisors_in(bot_api: &BotApi, webhooks: &[String; 2]) -> Result<(), DemoError> {
    for (person, webhook) in [SUPERVISOR, COLLEAGUE].into_iter().zip(webhooks) {
        let_in(bot_api, person, webhook).await?;
    }
    Ok(())
}

/// A supervisor's way in, as it is in life: an invite by the admin, its link opened, a webhook
/// connected.
async fn let_in(bot_api: &BotApi, person: u64, webhook: &str) -> Result<(), DemoError> {
    let invite = ask(bot_api, ADMIN, "/invite").await;
    let token = invite.split("?start=").nth(1).and_then(|tail| tail.split_whitespace().next());
    let token = token.ok_or(DemoError::Silent("the invite has no link"))?;
    ask(bot_api, person, &format!("/start {token}")).await;
    ask(bot_api, person, &format!("/connect {webhook}")).await;
    Ok(())
}

/// Writes in somebody's private chat. The text of the answer.
async fn ask(bot_api: &BotApi, person: u64, text: &str) -> String {
    let chat = i64::try_from(person).unwrap_or_default();
    let asked = bot_api.say(chat, person, text);
    bot_api.next_bot_message(chat, asked).await.text
}

#[allow(clippy::print_stdout, reason = "the demo talks to whoever started it")]
fn introduce(page: &PageServer, servers: Option<(&BotApi, &str)>) {
    println!("Open {} and type: /dialogs", page.url());
    // In a form that a shell can read, for programs of one's own.
    if let Some((bot_api, webhook)) = servers {
        println!("TELOXIDE_API_URL={}", bot_api.url());
        println!("TELOXIDE_TOKEN={}", bot_api.token());
        println!("HUSHBOT_ADMINS={ADMIN}");
        println!("HUSHBOT_ALLOW_INSECURE_PORTALS=true");
        println!("PORTAL_WEBHOOK={webhook}");
    }
    println!("Ctrl-C ends the demo.");
}
