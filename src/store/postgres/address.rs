//! Where the database is.

use std::{fmt, path::PathBuf, str::FromStr as _, time::Duration};

use secrecy::{ExposeSecret as _, SecretString};
use tokio_postgres::config::{Config, Host, SslMode, TargetSessionAttrs};

use super::tls::Trust;

/// Where the database is, and who hushbot is there: `DATABASE_URL`. Shown without its password.
#[derive(Clone)]
pub struct Database {
    /// With what is the same for every connection; its `Debug` shows no password.
    config: Config,
    trust: Trust,
}

/// An address of a database that is none; never shows the address, which may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "not the address of a PostgreSQL database, such as postgres://user:password@host:5432/name"
)]
pub struct DatabaseUrlError;

/// How long one address of the database may take to answer, if the URL does not say.
const CONNECT: Duration = Duration::from_secs(5);

/// When a silent connection is asked whether it is alive, how often again, and how many times. A
/// dead one is noticed after 19 seconds, while nothing is under way; while something is, after
/// [`UNHEARD`].
const IDLE: Duration = Duration::from_secs(10);
const INTERVAL: Duration = Duration::from_secs(3);
const RETRIES: u32 = 3;

/// How long what was sent may stay without an answer of the other side's system.
const UNHEARD: Duration = Duration::from_secs(10);

impl Database {
    /// Reads a `postgres://` or `postgresql://` address, with the parameters of libpq. What
    /// `sslmode` and `sslrootcert` mean is as libpq has it.
    pub fn parse(url: &SecretString) -> Result<Self, DatabaseUrlError> {
        let text = url.expose_secret();
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err(DatabaseUrlError);
        }
        let (text, mode, root) = without_tls(text).ok_or(DatabaseUrlError)?;
        let mut config = Config::from_str(&text).map_err(|_| DatabaseUrlError)?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(DatabaseUrlError);
        }
        let (mode, trust) = trust(mode.as_deref(), root).ok_or(DatabaseUrlError)?;
        config.ssl_mode(mode);
        fill(&mut config);
        Ok(Self { config, trust })
    }

    /// How to connect.
    pub(super) fn config(&self) -> &Config {
        &self.config
    }

    /// What the server has to prove.
    pub(super) fn trust(&self) -> &Trust {
        &self.trust
    }
}

/// What the URL leaves open.
fn fill(config: &mut Config) {
    if config.get_application_name().is_none() {
        config.application_name("hushbot");
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECT);
    }
    if config.get_keepalives_interval().is_none() {
        config.keepalives_idle(IDLE).keepalives_interval(INTERVAL).keepalives_retries(RETRIES);
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(UNHEARD);
    }
    if config.get_hosts().len() > 1 {
        // Of several servers one takes writes, and the others lag behind it.
        config.target_session_attrs(TargetSessionAttrs::ReadWrite);
    }
}

/// The URL without the parameters about encryption, whose meanings `tokio_postgres` knows only in
/// part; and their values: `sslmode`, `sslrootcert`. `None` if they can't be read.
fn without_tls(url: &str) -> Option<(String, Option<String>, Option<String>)> {
    let Some((rest, query)) = url.split_once('?') else {
        return Some((url.to_owned(), None, None));
    };
    let (mut mode, mut root, mut others) = (None, None, Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let value = || {
            url::form_urlencoded::parse(plus(pair).as_bytes()).next().map(|(_, v)| v.into_owned())
        };
        match pair.split_once('=')?.0 {
            "sslmode" => mode = value(),
            // What JDBC writes for it.
            "ssl" if value().as_deref() == Some("true") => mode = Some("require".to_owned()),
            "sslrootcert" => root = value().filter(|root| !root.is_empty()),
            // Kerberos encrypts nothing here, so that there is nothing to refuse.
            "gssencmode" if value().as_deref() != Some("require") => {}
            _ => others.push(pair),
        }
    }
    let question = if others.is_empty() { "" } else { "?" };
    Some((format!("{rest}{question}{}", others.join("&")), mode, root))
}

/// A plus is a plus in these URLs.
fn plus(pair: &str) -> String {
    pair.replace('+', "%2B")
}

/// libpq's `sslmode` and `sslrootcert`; `None` for a mode that it does not have either.
fn trust(mode: Option<&str>, root: Option<String>) -> Option<(SslMode, Trust)> {
    let root = root.map(|root| match root.as_str() {
        "system" => None,
        _ => Some(PathBuf::from(root)),
    });
    let verified = |name| Trust::Verified { root: root.clone().flatten(), name };
    Some(match mode {
        Some("disable") => (SslMode::Disable, Trust::Anybody),
        // The system's certificates are for servers that have the name they are asked for by.
        None | Some("prefer" | "allow" | "require" | "verify-ca") if root == Some(None) => {
            (SslMode::Require, verified(true))
        }
        None | Some("prefer" | "allow") => (SslMode::Prefer, Trust::Anybody),
        Some("require") if root.is_none() => (SslMode::Require, Trust::Anybody),
        Some("require" | "verify-ca") => (SslMode::Require, verified(false)),
        Some("verify-full") => (SslMode::Require, verified(true)),
        Some(_) => return None,
    })
}

impl fmt::Display for Database {
    /// The host, the port and the database's name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let config = &self.config;
        let hosts = config.get_hosts().iter().map(|host| match host {
            Host::Tcp(name) if name.contains(':') => format!("[{name}]"),
            Host::Tcp(name) => name.clone(),
            Host::Unix(path) => path.display().to_string(),
        });
        let mut hosts: Vec<_> = hosts.collect();
        if hosts.is_empty() {
            hosts = config.get_hostaddrs().iter().map(ToString::to_string).collect();
        }
        for (n, host) in hosts.iter().enumerate() {
            let ports = config.get_ports();
            let port = ports.get(n).or(ports.first()).unwrap_or(&5432);
            write!(f, "{}{host}:{port}", if n > 0 { "," } else { "" })?;
        }
        write!(f, "/{}", config.get_dbname().or(config.get_user()).unwrap_or_default())
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Database({self})")
    }
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
