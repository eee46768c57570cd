//! Signing in on a portal: what somebody types, what they are answered, and how a sign-in ends.

use serde::{Deserialize, Serialize};
use url::Url;

use super::{
    connection::PortalAddress,
    reply::{Connected, Reply},
    toggle::Reason,
    trouble::Trouble,
    webhook::{HostPolicy, WebhookError},
    whisper::{NotPosted, Whispered},
};

/// The longest address of a portal that fits a button's data.
const LONGEST_IN_A_BUTTON: usize = 59;

/// A portal as somebody names it to sign in there: its host, and its scheme where that is not
/// https. Has nothing of the path in it, which might hold a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalName(String);

impl PortalName {
    /// Reads `portal.bitrix24.com`, with or without `https://` and a path. `None` for what is not
    /// surely the address of a portal and nothing else: a webhook or a part of one, above all.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let has_scheme = text.contains("://");
        let url = if has_scheme { text.to_owned() } else { format!("https://{text}") };
        let url = Url::parse(&url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let bare = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        let host = url.host_str()?;
        let named = has_scheme || host.contains('.');
        let secret = |part: &str| {
            let mixed = part.bytes().any(|b| b.is_ascii_digit())
                && part.bytes().any(|b| b.is_ascii_alphabetic());
            part == "rest" || (part.len() >= 8 && mixed)
        };
        let plain = bare && named && !text.contains(char::is_whitespace);
        if !plain || url.path().split('/').any(secret) {
            return None;
        }
        let scheme = if url.scheme() == "http" { "http://" } else { "" };
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        Some(Self(format!("{scheme}{host}{port}")))
    }

    /// The portal at an address.
    pub fn of(address: &PortalAddress) -> Self {
        let scheme = if address.url().scheme() == "http" { "http://" } else { "" };
        Self(format!("{scheme}{}", address.host()))
    }

    /// As it is typed behind `/connect`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a button can name it.
    pub fn fits_a_button(&self) -> bool {
        self.0.len() <= LONGEST_IN_A_BUTTON
    }

    /// The address, if the policy admits it.
    pub fn address(&self, policy: HostPolicy) -> Result<PortalAddress, WebhookError> {
        let whole =
            if self.0.contains("://") { self.0.clone() } else { format!("https://{}", self.0) };
        let url = Url::parse(&whole).map_err(|_| WebhookError::NotAUrl)?;
        policy.check(&url)?;
        PortalAddress::new(url).ok_or(WebhookError::NotAUrl)
    }
}

/// Why a sign-in lets nobody in any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// It was not used for half a year, was used up elsewhere, or was taken back.
    Over,
    /// The keys of the application are not accepted for this portal.
    KeysRefused,
    /// The portal's plan or the application is not paid for, or the application was removed.
    Unpaid,
    /// The application was removed from the portal.
    AppRemoved,
}

impl Ended {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Over, Self::KeysRefused, Self::Unpaid, Self::AppRemoved];
}

/// A sign-in that lets nobody in any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedOut {
    /// Where.
    pub portal: PortalName,
    /// Why.
    pub why: Ended,
}

/// What somebody is answered about a sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInReply {
    /// How to connect a portal: by a sign-in or by a webhook.
    HowTo,
    /// Where to sign in: a button leads there.
    GoThere {
        /// Where.
        portal: PortalName,
        /// The page on the portal.
        url: String,
        /// For how many minutes it is good.
        minutes: i64,
    },
    /// The bot has no way to sign in there; what helps instead.
    NoWay {
        /// Where.
        portal: PortalName,
        /// Why not.
        why: NoWay,
    },
    /// It did not come off, and another try may help.
    NotDone {
        /// Where.
        portal: PortalName,
        /// Why.
        why: NotDone,
    },
    /// A sign-in that worked lets nobody in any more, and somebody is told so unasked.
    Ended(SignedOut),
}

/// Why the bot can't offer a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWay {
    /// Whoever runs the bot has not given it an address at which a portal could call back.
    NoPublicAddress,
    /// Whoever runs the bot has given it no application's keys for this portal.
    NoKeys,
    /// It can't be the address of a portal that the bot may open.
    Address(WebhookError),
}

/// Why a sign-in did not come off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotDone {
    /// Nobody came back from the portal in time: it was refused there, or left alone.
    Abandoned,
    /// Somebody came back, but not from the portal that was asked for.
    OtherPortal,
    /// Somebody came back too late: the portal's word lasts for half a minute.
    TooLate,
    /// The keys of the application are not accepted.
    Ended(Ended),
    /// The portal, or the authorisation server, did not do its part.
    Trouble(Trouble),
}

/// What the browser shows to whoever comes back from a portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Signed in.
    Connected {
        /// The portal's host.
        portal: String,
        /// The person's name there. Foreign text.
        person: String,
        /// The name in Telegram of whose connection it is. Foreign text.
        owner: String,
    },
    /// It goes on; Telegram will tell.
    GoesOn,
    /// It did not come off; Telegram tells why.
    NotDone,
    /// The way back is not known: used already, made up, or long over.
    Unknown,
    /// It came after its ten minutes.
    Expired,
}

/// What came of a sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInOutcome {
    /// Connected.
    Connected(Connected),
    /// Not.
    NotDone(NotDone),
}

impl SignInReply {
    /// The portal that a sign-in on may help now.
    pub fn try_again(&self) -> Option<&PortalName> {
        match self {
            Self::HowTo | Self::GoThere { .. } | Self::NoWay { .. } => None,
            Self::NotDone { portal, .. } => Some(portal),
            Self::Ended(signed_out) => Some(&signed_out.portal),
        }
    }
}

/// The portal where a sign-in has ended, by a reply's own words: a button can lead there.
pub fn where_to_sign_in(reply: &Reply) -> Option<&PortalName> {
    match reply {
        Reply::SignIn(reply) => reply.try_again(),
        Reply::Toggled(rows) => {
            rows.iter().find_map(|row| of_reason(&row.outcome.as_ref().err()?.reason))
        }
        Reply::Status(rows) => rows.iter().find_map(|row| of_reason(&row.as_ref().err()?.reason)),
        Reply::TimerOver(over) => of_reason(over.outcome.as_ref().err()?),
        Reply::NoDialogs(none) => of_reason(&none.reason),
        Reply::Whispered(Whispered::NotPosted { why: NotPosted::Failed(reason), .. }) => {
            of_reason(reason)
        }
        Reply::Whoami(whoami) => {
            whoami.connections.iter().find_map(|c| of_trouble(c.health.as_ref().err()?))
        }
        Reply::By { inner, .. } | Reply::SecretSeen { inner, .. } => where_to_sign_in(inner),
        _ => None,
    }
}

fn of_reason(reason: &Reason) -> Option<&PortalName> {
    match reason {
        Reason::Trouble(trouble) => of_trouble(trouble),
        _ => None,
    }
}

fn of_trouble(trouble: &Trouble) -> Option<&PortalName> {
    match trouble {
        Trouble::SignedOut(signed_out) => Some(&signed_out.portal),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portals_as_people_name_them() {
        for (text, name) in [
            ("acme.bitrix24.com", "acme.bitrix24.com"),
            ("https://Acme.Bitrix24.com/", "acme.bitrix24.com"),
            ("acme.bitrix24.com/stream/", "acme.bitrix24.com"),
            (" https://acme.bitrix24.com/crm/deal/details/123/ ", "acme.bitrix24.com"),
            ("https://box.example:8443", "box.example:8443"),
            ("http://127.0.0.1:8082", "http://127.0.0.1:8082"),
            ("https://intranet/", "intranet"),
        ] {
            let read = PortalName::read(text);
            assert_eq!(read.as_ref().map(PortalName::as_str), Some(name), "{text}");
            let address = read.unwrap().address(HostPolicy::Any).unwrap();
            assert_eq!(PortalName::of(&address).as_str(), name, "{text}");
        }
    }

    #[test]
    fn what_may_hold_a_secret_is_no_portals_name() {
        for text in [
            "",
            "hello",
            "two words.com",
            "a.example/rest/",
            "https://a.example/rest/7/n0tas3cretn0tas3/",
            "https://a.example/7/n0tas3cretn0tas3/",
            "https://u:p@a.example/",
            "https://a.example/?code=1",
            "ftp://a.example/",
        ] {
            assert_eq!(PortalName::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_policy_judges_them_like_webhooks() {
        for (text, error) in [
            ("http://a.example", WebhookError::NotHttps),
            ("10.0.0.8", WebhookError::AddressRefused),
            ("https://[::1]/", WebhookError::AddressRefused),
        ] {
            let name = PortalName::read(text).unwrap();
            assert_eq!(name.address(HostPolicy::Public), Err(error), "{text}");
        }
    }
}
