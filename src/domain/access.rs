//! What lets the bot into a portal in somebody's name: a webhook, or a sign-in.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::{connection::PortalAddress, supervisor::TelegramId, webhook::Webhook};

/// What lets the bot into a portal in somebody's name.
#[derive(Debug, Clone)]
pub enum Access {
    /// The URL of an incoming webhook.
    Webhook(Webhook),
    /// The tokens of a sign-in (OAuth 2.0).
    SignIn(SignedIn),
}

/// The tokens of a sign-in, and whose they are.
#[derive(Clone)]
pub struct SignedIn {
    /// Where the portal is.
    pub address: PortalAddress,
    /// The portal's user who signed in; 0 while that is not known yet.
    pub user: u64,
    /// Names the portal for good: its address may change (`member_id`).
    pub member: String,
    /// Whose connection it is.
    pub owner: TelegramId,
    /// The application by whose keys the tokens were given (`client_id`).
    pub client: String,
    /// The tokens.
    pub tokens: Tokens,
}

/// A pair of tokens: the one for calls lives for an hour, the other for 180 days and can be used
/// once, for a new pair.
#[derive(Clone)]
pub struct Tokens {
    /// Lets calls through.
    pub access: SecretString,
    /// Gives a new pair.
    pub refresh: SecretString,
    /// When they were given.
    pub given_at: Timestamp,
    /// The authorisation server that they came from, as the portal's answers name it: its host.
    pub server: Option<String>,
}

impl Tokens {
    /// How long the longer-lived of the two lasts unused, in days.
    pub const DAYS: i64 = 180;

    /// How long the shorter-lived lasts.
    pub const LIVES: SignedDuration = SignedDuration::from_hours(1);

    /// Whether two pairs let calls through by the same token.
    pub fn same_access(&self, other: &Self) -> bool {
        self.access.expose_secret() == other.access.expose_secret()
    }

    /// How many whole days they last yet if they are not used.
    pub fn days_left(&self, now: Timestamp) -> i64 {
        let age = now.duration_since(self.given_at).as_hours();
        (Self::DAYS * 24 - age).max(0) / 24
    }
}

impl Access {
    /// Where the portal is.
    pub fn address(&self) -> &PortalAddress {
        match self {
            Self::Webhook(webhook) => webhook.address(),
            Self::SignIn(signed_in) => &signed_in.address,
        }
    }

    /// The portal's user whom it acts as.
    pub fn user(&self) -> u64 {
        match self {
            Self::Webhook(webhook) => webhook.user(),
            Self::SignIn(signed_in) => signed_in.user,
        }
    }

    /// The same on a portal that has moved.
    #[must_use]
    pub fn moved_to(self, address: PortalAddress) -> Self {
        match self {
            Self::Webhook(webhook) => Self::Webhook(webhook.moved_to(address)),
            Self::SignIn(signed_in) => Self::SignIn(SignedIn { address, ..signed_in }),
        }
    }

    /// The URL that a method is called by. A webhook's holds its secret; a sign-in's holds none.
    pub fn method_url(&self, method: &str) -> Url {
        match self {
            Self::Webhook(webhook) => webhook.method_url(method),
            Self::SignIn(signed_in) => {
                let mut url = signed_in.address.url().clone();
                let path = url.path().to_owned();
                url.set_path(&format!("{path}rest/{method}"));
                url
            }
        }
    }

    /// The token that goes with each call beside the URL.
    pub fn bearer(&self) -> Option<&SecretString> {
        self.signed_in().map(|signed_in| &signed_in.tokens.access)
    }

    /// The sign-in, if it is one.
    pub fn signed_in(&self) -> Option<&SignedIn> {
        match self {
            Self::Webhook(_) => None,
            Self::SignIn(signed_in) => Some(signed_in),
        }
    }
}

impl From<Webhook> for Access {
    fn from(webhook: Webhook) -> Self {
        Self::Webhook(webhook)
    }
}

impl From<&Webhook> for Access {
    fn from(webhook: &Webhook) -> Self {
        Self::Webhook(webhook.clone())
    }
}

impl From<SignedIn> for Access {
    fn from(signed_in: SignedIn) -> Self {
        Self::SignIn(signed_in)
    }
}

impl From<&Self> for Access {
    fn from(access: &Self) -> Self {
        access.clone()
    }
}

/// Shows whose it is, never a token.
impl fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignedIn({}, user {}, [REDACTED])", self.address, self.user)
    }
}

/// Shows when they were given and nothing else.
impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tokens(given at {}, [REDACTED])", self.given_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::webhook::HostPolicy;

    const TOKEN: &str = "n0tat0kenn0tat0ken";

    fn signed_in() -> SignedIn {
        let url = Url::parse("https://box.example:8443/").unwrap();
        SignedIn {
            address: PortalAddress::new(url).unwrap(),
            user: 7,
            member: "m".into(),
            owner: TelegramId(1),
            client: "local.1".into(),
            tokens: Tokens {
                access: TOKEN.into(),
                refresh: TOKEN.into(),
                given_at: Timestamp::UNIX_EPOCH,
                server: None,
            },
        }
    }

    #[test]
    fn a_sign_in_shows_no_token_in_its_url_or_its_debug_form() {
        let access = Access::from(signed_in());
        assert_eq!(access.method_url("profile").as_str(), "https://box.example:8443/rest/profile");
        assert_eq!(access.bearer().unwrap().expose_secret(), TOKEN);
        let shown = format!("{access:?} {:?}", signed_in().tokens);
        assert!(!shown.contains(TOKEN), "{shown}");
        let webhook = Webhook::parse("a.example/rest/7/n0tas3cretn0tas3", HostPolicy::Public);
        assert!(Access::from(webhook.unwrap()).bearer().is_none());
    }

    #[test]
    fn days_are_counted_down_to_none() {
        let tokens = signed_in().tokens;
        for (hours, left) in [(0, 180), (1, 179), (24, 179), (180 * 24, 0), (999 * 24, 0)] {
            let now = tokens.given_at + SignedDuration::from_hours(hours);
            assert_eq!(tokens.days_left(now), left, "{hours}");
        }
    }
}
