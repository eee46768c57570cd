//! The settings of the HTTP side.

use std::{fmt, net::SocketAddr};

use secrecy::SecretString;
use url::Url;

use super::{ConfigError, wrong};

/// The HTTP side: off unless there is one of these.
#[derive(Debug, Clone)]
pub struct Http {
    /// Where it listens.
    pub listen: SocketAddr,
    /// The variable that says so, for errors: `PORT` or `HUSHBOT_LISTEN`.
    pub variable: &'static str,
    /// How Telegram brings updates, if it does: `HUSHBOT_PUBLIC_URL`.
    pub webhook: Option<Webhook>,
    /// What whoever reads `/metrics` must show: `HUSHBOT_METRICS_TOKEN`. `None`: nothing.
    pub metrics_token: Option<SecretString>,
}

/// Updates by webhook.
#[derive(Clone)]
pub struct Webhook {
    /// The address under which the HTTP side is reached from outside; its path ends with a slash.
    pub public_url: Url,
    /// What Telegram shows with each update: `HUSHBOT_WEBHOOK_SECRET`. `None`: one is made and
    /// kept sealed.
    pub secret: Option<SecretString>,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("public_url", &self.public_url.as_str())
            .finish_non_exhaustive()
    }
}

/// Reads the settings; `insecure` admits a public address without TLS.
pub(super) fn read(
    get: impl Fn(&str) -> Option<String>,
    insecure: bool,
) -> Result<Option<Http>, ConfigError> {
    let listen = match (get("HUSHBOT_LISTEN"), get("PORT")) {
        (Some(address), _) => Some((self::address(&address)?, "HUSHBOT_LISTEN")),
        (None, Some(port)) => Some((port_alone(&port)?, "PORT")),
        (None, None) => None,
    };
    let webhook = webhook(get("HUSHBOT_PUBLIC_URL"), get("HUSHBOT_WEBHOOK_SECRET"), insecure)?;
    let metrics_token = get("HUSHBOT_METRICS_TOKEN").map(SecretString::from);
    match (listen, webhook) {
        (Some((listen, variable)), webhook) => {
            Ok(Some(Http { listen, variable, webhook, metrics_token }))
        }
        (None, None) => Ok(None),
        (None, Some(_)) => wrong(
            "HUSHBOT_PUBLIC_URL",
            "needs PORT or HUSHBOT_LISTEN, too: where hushbot listens for what comes to that address",
        ),
    }
}

fn address(value: &str) -> Result<SocketAddr, ConfigError> {
    value.parse().or_else(|_| {
        wrong(
            "HUSHBOT_LISTEN",
            format_args!("{value:?} is not an address with a port, such as 127.0.0.1:8080"),
        )
    })
}

fn port_alone(value: &str) -> Result<SocketAddr, ConfigError> {
    match value.parse() {
        Ok(port) if port != 0 => Ok(SocketAddr::from(([0, 0, 0, 0], port))),
        _ => wrong("PORT", format_args!("{value:?} is not a port, such as 8080")),
    }
}

fn webhook(
    url: Option<String>,
    secret: Option<String>,
    insecure: bool,
) -> Result<Option<Webhook>, ConfigError> {
    if let Some(secret) = &secret {
        let plain = |c: u8| c.is_ascii_alphanumeric() || c == b'_' || c == b'-';
        if secret.len() > 256 || !secret.bytes().all(plain) {
            return wrong(
                "HUSHBOT_WEBHOOK_SECRET",
                "not 1 to 256 letters, digits, underscores and hyphens, which is what Telegram takes",
            );
        }
    }
    let Some(url) = url else { return Ok(None) };
    let public_url = public_url(&url, insecure)?;
    Ok(Some(Webhook { public_url, secret: secret.map(SecretString::from) }))
}

fn public_url(value: &str, insecure: bool) -> Result<Url, ConfigError> {
    const NAME: &str = "HUSHBOT_PUBLIC_URL";
    let bare = |url: &Url| {
        let credentials = !url.username().is_empty() || url.password().is_some();
        url.has_host() && !credentials && url.query().is_none() && url.fragment().is_none()
    };
    let mut url = match Url::parse(value) {
        Ok(url) if bare(&url) && matches!(url.scheme(), "https" | "http") => url,
        _ => return wrong(NAME, "not an address such as https://bot.example.com"),
    };
    if url.scheme() == "http" && !insecure {
        return wrong(NAME, "not https, without which Telegram brings nothing");
    }
    if !url.path().bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.~".contains(&b)) {
        return wrong(NAME, "its path has other signs than letters, digits and -_.~/");
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Ok(url)
}
