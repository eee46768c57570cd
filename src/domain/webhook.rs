//! The URL of an incoming webhook: what people paste, and the secret in it.

use std::{fmt, net::IpAddr};

use secrecy::{ExposeSecret, SecretString};
use url::{Host, Url};

use super::{address::is_public, connection::PortalAddress};

/// Which portals the operator of the bot admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HostPolicy {
    /// `https` on public addresses only.
    #[default]
    Public,
    /// Also `http`, and private, loopback and link-local addresses: development and self-hosted
    /// portals.
    Any,
}

impl HostPolicy {
    /// Whether a connection to this address may be opened.
    pub fn admits(self, ip: IpAddr) -> bool {
        self == Self::Any || is_public(ip)
    }

    /// Checks the scheme, and the host where it is a literal address. A name can be judged only
    /// once it is resolved: that is the client's part.
    pub fn check(self, url: &Url) -> Result<(), WebhookError> {
        match url.scheme() {
            "https" => {}
            "http" if self == Self::Any => {}
            _ => return Err(WebhookError::NotHttps),
        }
        let literal = match url.host() {
            Some(Host::Ipv4(ip)) => Some(IpAddr::V4(ip)),
            Some(Host::Ipv6(ip)) => Some(IpAddr::V6(ip)),
            Some(Host::Domain(_)) => None,
            None => return Err(WebhookError::NotAUrl),
        };
        match literal {
            Some(ip) if !self.admits(ip) => Err(WebhookError::AddressRefused),
            _ => Ok(()),
        }
    }
}

/// An incoming webhook: `https://HOST/[path/]rest/USER/SECRET/`.
#[derive(Clone)]
pub struct Webhook {
    address: PortalAddress,
    user: u64,
    secret: SecretString,
}

impl Webhook {
    /// Reads what somebody pasted: with or without scheme, method, `.json`, trailing slash,
    /// query, and with brackets, quotes or spaces around it.
    pub fn parse(pasted: &str, policy: HostPolicy) -> Result<Self, WebhookError> {
        let text = pasted.trim_matches(|c: char| c.is_whitespace() || "<>()[]\"'`,;".contains(c));
        if text.is_empty() || text.contains(char::is_whitespace) || text.len() > 2048 {
            return Err(WebhookError::NotAUrl);
        }
        let url = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let url = Url::parse(&url).map_err(|_| WebhookError::NotAUrl)?;
        if url.cannot_be_a_base() || !url.username().is_empty() || url.password().is_some() {
            return Err(WebhookError::NotAUrl);
        }
        policy.check(&url)?;
        Self::from_path(url)
    }

    fn from_path(mut url: Url) -> Result<Self, WebhookError> {
        let segments: Vec<String> =
            url.path().split('/').filter(|s| !s.is_empty()).map(str::to_owned).collect();
        let rest = segments.iter().position(|s| s == "rest").ok_or(WebhookError::NoRestPath)?;
        let mut after = segments[rest + 1..].iter().map(String::as_str);
        let user = after.next().ok_or(WebhookError::NoUser)?;
        let user = user.parse().ok().filter(|id| *id > 0).ok_or(WebhookError::NoUser)?;
        let secret = after.next().filter(|s| is_secret(s)).ok_or(WebhookError::NoSecret)?;
        let secret = SecretString::from(secret);
        // The method, where one was pasted, is the last; anything behind it is no webhook.
        if after.count() > 1 {
            return Err(WebhookError::NotAUrl);
        }
        url.set_path(&segments[..rest].join("/"));
        let address = PortalAddress::new(url).ok_or(WebhookError::NotAUrl)?;
        Ok(Self { address, user, secret })
    }

    /// A webhook put together from its parts, as the store keeps them.
    pub fn from_parts(address: PortalAddress, user: u64, secret: SecretString) -> Self {
        Self { address, user, secret }
    }

    /// The same webhook on a portal that has moved.
    #[must_use]
    pub fn moved_to(self, address: PortalAddress) -> Self {
        Self { address, ..self }
    }

    /// Where the portal is.
    pub fn address(&self) -> &PortalAddress {
        &self.address
    }

    /// The portal's user whom the webhook acts as.
    pub fn user(&self) -> u64 {
        self.user
    }

    /// The secret itself, for the vault.
    pub fn secret(&self) -> &SecretString {
        &self.secret
    }

    /// The URL that a method is called by. It holds the secret: hand it to the client only.
    pub fn method_url(&self, method: &str) -> Url {
        let mut url = self.address.url().clone();
        let path = url.path().to_owned();
        url.set_path(&format!("{path}rest/{}/{}/{method}", self.user, self.secret.expose_secret()));
        url
    }
}

/// Shows where the webhook leads, never its secret.
impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Webhook({}, user {}, [REDACTED])", self.address, self.user)
    }
}

/// Whether a text holds what may be the secret of a webhook: `rest/USER/SECRET` somewhere in it.
/// Such a message is deleted wherever it appears, so a doubt counts as yes.
pub fn holds_webhook_secret(text: &str) -> bool {
    text.match_indices("rest/").any(|(at, found)| {
        let rest = &text[at + found.len()..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let secret = rest[digits..].strip_prefix('/').unwrap_or_default();
        digits > 0 && secret.bytes().take_while(u8::is_ascii_alphanumeric).count() >= 4
    })
}

fn is_secret(text: &str) -> bool {
    (8..=128).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Why a pasted text is no webhook that the bot may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WebhookError {
    /// It can't be read as a URL.
    #[error("not a URL")]
    NotAUrl,
    /// The scheme is not https.
    #[error("the scheme is not https")]
    NotHttps,
    /// The path has no `rest/`: an address of the portal, but of no webhook.
    #[error("no rest/ in the path")]
    NoRestPath,
    /// Nothing or no number where the user's id belongs.
    #[error("no user id after rest/")]
    NoUser,
    /// Nothing, or only the beginning, where the secret belongs.
    #[error("no whole secret after the user id")]
    NoSecret,
    /// The address is private, loopback or link-local.
    #[error("the address is not on the public internet")]
    AddressRefused,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECRET: &str = "n0tas3cretn0tas3";

    #[test]
    fn what_people_paste() {
        for (pasted, base) in [
            ("https://a.bitrix24.com/rest/7/n0tas3cretn0tas3/", "https://a.bitrix24.com/"),
            ("https://a.bitrix24.com/rest/7/n0tas3cretn0tas3", "https://a.bitrix24.com/"),
            (
                "  <https://A.Bitrix24.com/rest/7/n0tas3cretn0tas3/profile.json>  ",
                "https://a.bitrix24.com/",
            ),
            ("a.bitrix24.com/rest/7/n0tas3cretn0tas3/profile", "https://a.bitrix24.com/"),
            ("`https://a.bitrix24.com//rest/7/n0tas3cretn0tas3/?x=1#y`", "https://a.bitrix24.com/"),
            (
                "https://box.example:8443/b24/rest/7/n0tas3cretn0tas3/",
                "https://box.example:8443/b24/",
            ),
        ] {
            let webhook = Webhook::parse(pasted, HostPolicy::Public).expect(pasted);
            assert_eq!(webhook.address().url().as_str(), base, "{pasted}");
            assert_eq!(webhook.user(), 7);
            assert_eq!(
                webhook.method_url("profile").as_str(),
                format!("{base}rest/7/{SECRET}/profile"),
                "{pasted}"
            );
            assert!(!format!("{webhook:?}").contains(SECRET));
        }
    }

    #[test]
    fn what_is_refused_and_why() {
        use WebhookError::*;
        for (pasted, error) in [
            ("", NotAUrl),
            ("two words", NotAUrl),
            ("https://u:p@a.bitrix24.com/rest/7/n0tas3cretn0tas3/", NotAUrl),
            ("https://a.bitrix24.com/rest/7/n0tas3cretn0tas3/a/b", NotAUrl),
            ("http://a.bitrix24.com/rest/7/n0tas3cretn0tas3/", NotHttps),
            ("ftp://a.bitrix24.com/rest/7/n0tas3cretn0tas3/", NotHttps),
            ("https://a.bitrix24.com/", NoRestPath),
            ("a.bitrix24.com", NoRestPath),
            ("https://a.bitrix24.com/rest/", NoUser),
            ("https://a.bitrix24.com/rest/me/n0tas3cretn0tas3/", NoUser),
            ("https://a.bitrix24.com/rest/0/n0tas3cretn0tas3/", NoUser),
            ("https://a.bitrix24.com/rest/7", NoSecret),
            ("https://a.bitrix24.com/rest/7/n0t", NoSecret),
            ("https://a.bitrix24.com/rest/7/imopenlines.session.mode.silent", NoSecret),
            ("https://127.0.0.1/rest/7/n0tas3cretn0tas3/", AddressRefused),
            ("https://2130706433/rest/7/n0tas3cretn0tas3/", AddressRefused),
            ("https://[::1]/rest/7/n0tas3cretn0tas3/", AddressRefused),
            ("https://192.168.0.9/rest/7/n0tas3cretn0tas3/", AddressRefused),
            ("https://169.254.169.254/rest/7/n0tas3cretn0tas3/", AddressRefused),
        ] {
            let refused = Webhook::parse(pasted, HostPolicy::Public).map(|_| ());
            assert_eq!(refused, Err(error), "{pasted}");
        }
    }

    #[test]
    fn the_open_policy_admits_development_portals() {
        for pasted in [
            "http://127.0.0.1:8082/rest/7/n0tas3cretn0tas3/",
            "http://box.local/rest/1/n0tas3cretn0tas3",
        ] {
            assert!(Webhook::parse(pasted, HostPolicy::Any).is_ok(), "{pasted}");
        }
    }

    #[test]
    fn secrets_are_seen_anywhere_in_a_text() {
        for text in [
            "look: https://a.bitrix24.com/rest/7/n0tas3cretn0tas3/profile here",
            "/connect a.bitrix24.com/rest/12/n0ta",
            "/CONNECT http://x/rest/1/abcd1234/",
        ] {
            assert!(holds_webhook_secret(text), "{text}");
        }
        for text in
            ["/connect", "/silent 2024 on", "the rest/of us", "https://a.example/rest/", "rest/7/"]
        {
            assert!(!holds_webhook_secret(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_paste_panics_and_no_error_shows_the_secret(text in "\\PC{0,80}") {
            let pasted = format!("{text}rest/7/{SECRET}/{text}");
            let shown = format!("{:?}", Webhook::parse(&pasted, HostPolicy::Public));
            prop_assert!(!shown.contains(SECRET));
            prop_assert!(holds_webhook_secret(&pasted));
        }
    }
}
