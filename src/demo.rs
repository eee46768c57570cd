//! `hushbot demo`: the very same bot between a local Telegram and a local portal, and a page to
//! play with. Nothing leaves the machine, and nothing is left behind.

use std::{
    collections::BTreeMap,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use clap::Args;
use tokio::sync::oneshot;

use crate::{
    app::{App, RunError, StartError},
    clock::SystemClock,
    config::{Config, ConfigError},
    i18n::Locale,
    sandbox::{
        page::{PageServer, PageSettings, Person},
        portal::{self, Dialog, Portal},
        telegram::{self, BotApi},
    },
};

const ADMIN: u64 = 1001;
const SUPERVISOR: u64 = 1002;
const STRANGER: u64 = 1003;
/// The supervisor's user on the portal, and a colleague's.
const SUPERVISOR_THERE: u64 = 7;
const COLLEAGUE_THERE: u64 = 9;

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
    let bot_api = telegram::Settings { listen: options.bot_api, ..Default::default() };
    let bot_api = BotApi::start(bot_api).await.map_err(listen("the Bot API", options.bot_api))?;
    let portal = portal::Settings { listen: options.portal, ..Default::default() };
    let portal = Portal::start(portal).await.map_err(listen("the portal", options.portal))?;
    furnish(&portal);
    let page = PageSettings {
        listen: options.listen,
        people: people(),
        languages: Locale::all().map(|l| (l.tag().to_owned(), l.name())).collect(),
        ..PageSettings::new(bot_api.clone(), portal.clone())
    };
    let page = PageServer::start(page).await.map_err(listen("the page", options.listen))?;
    let webhook = portal.webhook(SUPERVISOR_THERE, &["imopenlines", "im"]);

    if options.without_bot {
        introduce(&page, Some((&bot_api, &webhook)));
        shutdown.await;
    } else {
        run_with_bot(&bot_api, &page, &webhook, shutdown).await?;
    }
    page.stop().await;
    Ok(())
}

/// The bot, the supervisor's way in, and then whatever the page's visitor does.
async fn run_with_bot(
    bot_api: &BotApi,
    page: &PageServer,
    webhook: &str,
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
    let app = App::build(config, Arc::new(SystemClock)).await?;
    let (stop, stopped) = oneshot::channel::<()>();
    let bot = app.run_until(async { drop(stopped.await) });
    let visit = async {
        let let_in = tokio::time::timeout(PATIENCE, let_supervisor_in(bot_api, webhook)).await;
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

/// The supervisor's way in, as it is in life: an invite by the admin, its link opened, a webhook
/// connected.
async fn let_supervisor_in(bot_api: &BotApi, webhook: &str) -> Result<(), DemoError> {
    let invite = ask(bot_api, ADMIN, "/invite").await;
    let token = invite.split("?start=").nth(1).and_then(|tail| tail.split_whitespace().next());
    let token = token.ok_or(DemoError::Silent("the invite has no link"))?;
    ask(bot_api, SUPERVISOR, &format!("/start {token}")).await;
    ask(bot_api, SUPERVISOR, &format!("/connect {webhook}")).await;
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
    println!("Open {} and type: /silent 2024 on", page.url());
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

fn people() -> Vec<Person> {
    let person = |label: &str, id, first_name: &str, hints: &[&str]| Person {
        label: label.to_owned(),
        id,
        first_name: first_name.to_owned(),
        language_code: "en".to_owned(),
        hints: hints.iter().map(|hint| (*hint).to_owned()).collect(),
    };
    let everyday = ["/silent 2024 on", "/silent 2024 off", "/status 2025", "/whoami", "/help"];
    let admins = ["/invite", "/supervisors", "/help", "/whoami"];
    vec![
        person("Supervisor", SUPERVISOR, "Sam", &everyday),
        person("Admin", ADMIN, "Ada", &admins),
        person("Stranger", STRANGER, "Sly", &["/silent 2024 on", "/start"]),
    ]
}

fn furnish(portal: &Portal) {
    portal.add_user(portal::User::new(SUPERVISOR_THERE, "Sam", "Reed"));
    portal.add_user(portal::User::new(COLLEAGUE_THERE, "Olga", "Nord"));
    let dialogs = [
        Dialog::new(2024, "Anna", "Website").operator(COLLEAGUE_THERE).member(SUPERVISOR_THERE),
        Dialog::new(2025, "Boris", "Telegram shop")
            .line(2)
            .via("telegrambot", "209607941", "744")
            .operator(SUPERVISOR_THERE),
        Dialog::new(2026, "Chen", "Website").joinable_by(SUPERVISOR_THERE),
        Dialog::new(2027, "Dora", "Head office").line(3).operator(COLLEAGUE_THERE),
    ];
    for dialog in dialogs {
        portal.add_dialog(dialog);
    }
    portal.client_writes(2024, "Hello, my order has not arrived.");
    portal.operator_writes(2024, COLLEAGUE_THERE, "Good evening! I am looking into it.");
    portal.client_writes(2025, "Do you deliver on Sundays?");
}
