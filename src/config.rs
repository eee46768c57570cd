//! The environment, read once into typed values. Each error names its variable and says what a
//! right value looks like; none shows a secret.

mod apps;
mod http;
mod keep;
mod secret;
mod store;

use std::{collections::BTreeSet, fmt, path::PathBuf, time::Duration};

use jiff::SignedDuration;
use secrecy::SecretString;
use url::Url;

use self::secret::Secrets;
pub use self::store::StoreSettings;
use crate::{
    desk::Apps,
    domain::{supervisor::TelegramId, webhook::HostPolicy},
    i18n::Locale,
    keeping::Keeping,
    portal::{self, Patience, auth::AuthServers},
    store::Database,
};

pub use http::{Http, Webhook};
pub use keep::Keep;

/// All settings of the bot.
#[derive(Debug, Clone)]
pub struct Config {
    /// How Telegram is reached.
    pub telegram: Telegram,
    /// Admins by `HUSHBOT_ADMINS`.
    pub admins: BTreeSet<TelegramId>,
    /// Where the store and the key file are: `HUSHBOT_DATA_DIR`.
    pub data_dir: PathBuf,
    /// The database that keeps everything instead: `DATABASE_URL`.
    pub database: Option<Database>,
    /// The key that credentials are encrypted with: `HUSHBOT_SECRET_KEY`, which like each secret
    /// can come from a file or from systemd's credentials. `None`: a key file in the data
    /// directory. With a database it is there always.
    pub secret_key: Option<SecretString>,
    /// Which portals are admitted: `HUSHBOT_ALLOW_INSECURE_PORTALS`.
    pub portals: HostPolicy,
    /// The language of those whose own the bot does not speak: `HUSHBOT_DEFAULT_LOCALE`.
    pub default_locale: Locale,
    /// What a portal is asked at most, and what is asked again: `HUSHBOT_PORTAL_RATE`,
    /// `HUSHBOT_PORTAL_BURST`, `HUSHBOT_PORTAL_RETRIES`.
    pub manners: Manners,
    /// How many messages a second the bot sends by itself at most; 0: as many as there are, in one
    /// chat, too: `HUSHBOT_TELEGRAM_RATE`.
    pub notices_per_second: u32,
    /// For how long what has no further use is kept.
    pub keep: Keep,
    /// An order that is older when it is first seen is offered, not run:
    /// `HUSHBOT_OLD_AFTER_MINUTES`.
    pub old_after: SignedDuration,
    /// The applications through which people sign in: `BITRIX24_CLIENT_ID`,
    /// `BITRIX24_CLIENT_SECRET`, `BITRIX24_APPS`.
    pub apps: Apps,
    /// The authorisation servers: `HUSHBOT_AUTH_SERVERS`, in development.
    pub auth_servers: AuthServers,
    /// Whether `/whisper` posts notes: `HUSHBOT_WHISPER`.
    pub whisper: bool,
    /// How often silent dialogs are looked at; `None` for never: `HUSHBOT_WATCH_SECONDS`.
    pub watch_every: Option<SignedDuration>,
    /// The HTTP side, if there is to be one.
    pub http: Option<Http>,
    /// What is logged and how.
    pub log: Log,
    /// Files with secrets that everybody on the machine may read.
    pub open_to_all: Vec<PathBuf>,
}

/// What a portal is asked at most, and whether what may pass is asked again.
#[derive(Debug, Clone, PartialEq)]
pub struct Manners {
    /// Requests a second once the burst is used up; 0: as many as come.
    pub rate: f64,
    /// Requests at once.
    pub burst: u32,
    /// When a call that may work on another try is made again.
    pub patience: Patience,
    /// How long one try may take.
    pub timeout: Duration,
}

/// How Telegram is reached. The names are teloxide's own.
#[derive(Debug, Clone)]
pub struct Telegram {
    /// `TELOXIDE_TOKEN`
    pub token: SecretString,
    /// `TELOXIDE_API_URL`
    pub api_url: Url,
    /// `TELOXIDE_PROXY`; may hold a password.
    pub proxy: Option<SecretString>,
}

/// What is logged and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// `RUST_LOG`
    pub filter: String,
    /// `HUSHBOT_LOG_FORMAT`
    pub format: LogFormat,
}

/// The form of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// An object a line, for machines.
    Json,
}

/// A variable that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{variable}: {problem}")]
pub struct ConfigError {
    /// Its name.
    pub variable: &'static str,
    /// What is wrong, and what a right value looks like.
    pub problem: String,
}

/// The store's directory below the data directory.
pub const STORE: &str = "store";
impl Config {
    /// Reads the process's environment.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_lookup(variable)
    }

    /// Reads the settings from wherever `lookup` finds them. An empty value counts as none.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let secrets = Secrets::find(&lookup)?;
        let get = |name: &str| {
            let value = secrets.get(name).map(str::to_owned).or_else(|| lookup(name));
            value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        let portals = portals(get("HUSHBOT_ALLOW_INSECURE_PORTALS").as_deref())?;
        let http = http::read(get, portals == HostPolicy::Any)?;
        let reachable = http.as_ref().is_some_and(|http| http.webhook.is_some());
        let database = store::database(get("DATABASE_URL"))?;
        Ok(Self {
            telegram: Telegram {
                token: token(get("TELOXIDE_TOKEN"))?,
                api_url: api_url(get("TELOXIDE_API_URL"))?,
                proxy: proxy(get("TELOXIDE_PROXY"))?,
            },
            admins: admins(get("HUSHBOT_ADMINS"))?,
            data_dir: data_dir(get("HUSHBOT_DATA_DIR")),
            secret_key: store::key(get("HUSHBOT_SECRET_KEY"), database.as_ref())?,
            database,
            portals,
            apps: apps::read(get, reachable)?,
            auth_servers: apps::servers(get, portals == HostPolicy::Any)?,
            http,
            default_locale: default_locale(get("HUSHBOT_DEFAULT_LOCALE"))?,
            manners: Manners {
                rate: rate(get("HUSHBOT_PORTAL_RATE").as_deref())?,
                burst: whole(
                    "HUSHBOT_PORTAL_BURST",
                    get("HUSHBOT_PORTAL_BURST"),
                    portal::Settings::BURST,
                    2,
                )?,
                patience: patience(get("HUSHBOT_PORTAL_RETRIES").as_deref())?,
                timeout: portal::Settings::TIMEOUT,
            },
            notices_per_second: whole(
                "HUSHBOT_TELEGRAM_RATE",
                get("HUSHBOT_TELEGRAM_RATE"),
                25,
                0,
            )?,
            keep: Keep::read(get)?,
            old_after: SignedDuration::from_mins(i64::from(whole(
                "HUSHBOT_OLD_AFTER_MINUTES",
                get("HUSHBOT_OLD_AFTER_MINUTES"),
                5,
                1,
            )?)),
            whisper: flag("HUSHBOT_WHISPER", get("HUSHBOT_WHISPER").as_deref(), false)?,
            watch_every: Some(whole("HUSHBOT_WATCH_SECONDS", get("HUSHBOT_WATCH_SECONDS"), 60, 0)?)
                .filter(|seconds| *seconds > 0)
                .map(|seconds| SignedDuration::from_secs(i64::from(seconds))),
            log: Log::from_lookup(&lookup)?,
            open_to_all: secrets.open_to_all.clone(),
        })
    }

    /// Where everything is kept.
    pub fn keeping(&self) -> Keeping {
        Keeping::new(&self.data_dir, self.database.as_ref())
    }
}

/// A variable of the process's environment.
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

fn data_dir(value: Option<String>) -> PathBuf {
    value.filter(|value| !value.trim().is_empty()).unwrap_or_else(|| "data".to_owned()).into()
}

impl Log {
    /// Reads only what concerns the log: it is wanted before the rest can fail.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let filter = lookup("RUST_LOG").filter(|value| !value.trim().is_empty());
        let format = match lookup("HUSHBOT_LOG_FORMAT").as_deref().map(str::trim) {
            None | Some("" | "text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            Some(other) => {
                return wrong("HUSHBOT_LOG_FORMAT", format!("{other:?} is neither text nor json"));
            }
        };
        Ok(Self { filter: filter.unwrap_or_else(|| "warn,hushbot=info".to_owned()), format })
    }
}

fn wrong<T>(variable: &'static str, problem: impl fmt::Display) -> Result<T, ConfigError> {
    Err(ConfigError { variable, problem: problem.to_string() })
}

fn token(value: Option<String>) -> Result<SecretString, ConfigError> {
    const NAME: &str = "TELOXIDE_TOKEN";
    const LOOKS: &str = "BotFather's token looks like 123456789:AbC-dEf_…";
    let Some(value) = value else {
        return wrong(NAME, format_args!("not set; {LOOKS}"));
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let whole = value.split_once(':').is_some_and(|(id, secret)| {
        id.parse::<u64>().is_ok() && !secret.is_empty() && secret.chars().all(plain)
    });
    if whole { Ok(value.into()) } else { wrong(NAME, format_args!("not a bot's token; {LOOKS}")) }
}

fn api_url(value: Option<String>) -> Result<Url, ConfigError> {
    let value = value.unwrap_or_else(|| "https://api.telegram.org".to_owned());
    match Url::parse(&value) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(url),
        _ => wrong(
            "TELOXIDE_API_URL",
            format_args!(
                "{value:?} is not the address of a Bot API server, such as http://127.0.0.1:8081"
            ),
        ),
    }
}

fn proxy(value: Option<String>) -> Result<Option<SecretString>, ConfigError> {
    let Some(value) = value else { return Ok(None) };
    match Url::parse(&value) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => {
            Ok(Some(value.into()))
        }
        _ => wrong("TELOXIDE_PROXY", "not the address of a proxy, such as http://10.0.0.1:3128"),
    }
}

fn admins(value: Option<String>) -> Result<BTreeSet<TelegramId>, ConfigError> {
    let value = value.unwrap_or_default();
    let words = value.split([',', ' ']).filter(|word| !word.is_empty());
    words
        .map(|word| match word.parse() {
            Ok(id) if id > 0 => Ok(TelegramId(id)),
            _ => wrong(
                "HUSHBOT_ADMINS",
                format_args!("{word:?} is not a Telegram id; write numbers with commas between them, such as 123456789,987654321"),
            ),
        })
        .collect()
}

fn portals(value: Option<&str>) -> Result<HostPolicy, ConfigError> {
    let any = flag("HUSHBOT_ALLOW_INSECURE_PORTALS", value, false)?;
    Ok(if any { HostPolicy::Any } else { HostPolicy::Public })
}

fn flag(name: &'static str, value: Option<&str>, default: bool) -> Result<bool, ConfigError> {
    match value {
        None => Ok(default),
        Some("true") => Ok(true),
        Some("false") => Ok(false),
        Some(other) => wrong(name, format_args!("{other:?} is neither true nor false")),
    }
}

fn patience(value: Option<&str>) -> Result<Patience, ConfigError> {
    let retries = flag("HUSHBOT_PORTAL_RETRIES", value, true)?;
    Ok(if retries { Patience::default() } else { Patience::none() })
}

fn rate(value: Option<&str>) -> Result<f64, ConfigError> {
    match value.map_or(Ok(portal::Settings::RATE), str::parse::<f64>) {
        Ok(rate) if rate.is_finite() && rate >= 0.0 => Ok(rate),
        _ => wrong("HUSHBOT_PORTAL_RATE", "not a number of requests a second, such as 2 or 0.5"),
    }
}

/// A whole number that is not below `least`.
fn whole(
    name: &'static str,
    value: Option<String>,
    default: u32,
    least: u32,
) -> Result<u32, ConfigError> {
    match value.map_or(Ok(default), |value| value.parse()) {
        Ok(number) if number >= least => Ok(number),
        _ => wrong(name, format_args!("not a whole number from {least} up, such as {default}")),
    }
}

fn default_locale(value: Option<String>) -> Result<Locale, ConfigError> {
    let Some(value) = value else { return Ok(Locale::DEFAULT) };
    Locale::negotiate(&value).map_or_else(
        || {
            let known: Vec<&str> = Locale::all().map(Locale::tag).collect();
            let known = known.join(", ");
            wrong("HUSHBOT_DEFAULT_LOCALE", format_args!("{value:?} is none of {known}"))
        },
        Ok,
    )
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
