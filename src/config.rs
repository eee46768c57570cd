//! The environment, read once into typed values. Each error names its variable and says what a
//! right value looks like; none shows a secret.

use std::{collections::BTreeSet, fmt, path::PathBuf};

use secrecy::SecretString;
use url::Url;

use crate::{
    domain::{supervisor::TelegramId, webhook::HostPolicy},
    i18n::Locale,
};

/// All settings of the bot.
#[derive(Debug, Clone)]
pub struct Config {
    /// How Telegram is reached.
    pub telegram: Telegram,
    /// Admins by `HUSHBOT_ADMINS`.
    pub admins: BTreeSet<TelegramId>,
    /// Where the store and the key file are: `HUSHBOT_DATA_DIR`.
    pub data_dir: PathBuf,
    /// The key that credentials are encrypted with: `HUSHBOT_SECRET_KEY`. `None`: a key file in
    /// the data directory.
    pub secret_key: Option<SecretString>,
    /// Which portals are admitted: `HUSHBOT_ALLOW_INSECURE_PORTALS`.
    pub portals: HostPolicy,
    /// The language of those whose own the bot does not speak: `HUSHBOT_DEFAULT_LOCALE`.
    pub default_locale: Locale,
    /// What is logged and how.
    pub log: Log,
    /// Variables that are set but that this version has no use for.
    pub unused: Vec<&'static str>,
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

const LATER: [&str; 6] = [
    "DATABASE_URL",
    "HUSHBOT_PUBLIC_URL",
    "HUSHBOT_WEBHOOK_SECRET",
    "HUSHBOT_LISTEN",
    "BITRIX24_CLIENT_ID",
    "BITRIX24_CLIENT_SECRET",
];

impl Config {
    /// Reads the process's environment.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_lookup(|name| std::env::var_os(name).map(|v| v.to_string_lossy().into_owned()))
    }

    /// Reads the settings from wherever `lookup` finds them. An empty value counts as none.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let get = |name: &str| {
            lookup(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        Ok(Self {
            telegram: Telegram {
                token: token(get("TELOXIDE_TOKEN"))?,
                api_url: api_url(get("TELOXIDE_API_URL"))?,
                proxy: proxy(get("TELOXIDE_PROXY"))?,
            },
            admins: admins(get("HUSHBOT_ADMINS"))?,
            data_dir: get("HUSHBOT_DATA_DIR").unwrap_or_else(|| "data".to_owned()).into(),
            secret_key: get("HUSHBOT_SECRET_KEY").map(SecretString::from),
            portals: portals(get("HUSHBOT_ALLOW_INSECURE_PORTALS").as_deref())?,
            default_locale: default_locale(get("HUSHBOT_DEFAULT_LOCALE"))?,
            log: Log::from_lookup(&lookup)?,
            unused: LATER.into_iter().filter(|name| get(name).is_some()).collect(),
        })
    }
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
    match value {
        None | Some("false") => Ok(HostPolicy::Public),
        Some("true") => Ok(HostPolicy::Any),
        Some(other) => wrong(
            "HUSHBOT_ALLOW_INSECURE_PORTALS",
            format_args!("{other:?} is neither true nor false"),
        ),
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
mod tests {
    use super::*;

    fn config(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let find = |name: &str| pairs.iter().find(|(key, _)| *key == name);
        Config::from_lookup(|name| match (find(name), name) {
            (Some((_, value)), _) => Some((*value).to_owned()),
            (None, "TELOXIDE_TOKEN") => Some("123:abc".to_owned()),
            (None, _) => None,
        })
    }

    #[test]
    fn a_token_is_all_that_is_needed() {
        let config = config(&[]).unwrap();
        assert_eq!(config.telegram.api_url.as_str(), "https://api.telegram.org/");
        assert_eq!(config.data_dir, PathBuf::from("data"));
        assert_eq!(config.portals, HostPolicy::Public);
        assert!(config.admins.is_empty() && config.unused.is_empty());
    }

    #[test]
    fn admins_are_numbers_with_commas() {
        let config = config(&[("HUSHBOT_ADMINS", "7, 8,9")]).unwrap();
        assert_eq!(config.admins, [7, 8, 9].map(TelegramId).into());
    }

    #[test]
    fn each_error_names_its_variable_and_shows_no_secret() {
        for (name, value) in [
            ("TELOXIDE_TOKEN", ""),
            ("TELOXIDE_TOKEN", "marker"),
            ("TELOXIDE_TOKEN", "123:marker marker"),
            ("TELOXIDE_API_URL", "localhost"),
            ("TELOXIDE_PROXY", "socks9://user:marker@proxy"),
            ("HUSHBOT_ADMINS", "anna"),
            ("HUSHBOT_ADMINS", "0"),
            ("HUSHBOT_ALLOW_INSECURE_PORTALS", "yes"),
            ("HUSHBOT_DEFAULT_LOCALE", "tlh"),
            ("HUSHBOT_LOG_FORMAT", "xml"),
        ] {
            let error = config(&[(name, value)]).unwrap_err();
            assert_eq!(error.variable, name);
            let shown = error.to_string();
            assert!(!shown.contains("marker") && !shown.contains('\n'), "{shown}");
        }
    }

    #[test]
    fn what_this_version_does_not_use_is_named() {
        let config = config(&[("DATABASE_URL", "postgres://marker")]).unwrap();
        assert_eq!(config.unused, ["DATABASE_URL"]);
        assert!(!format!("{config:?}").contains("marker"));
    }
}
