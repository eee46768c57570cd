//! Somebody's access to a portal.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use url::Url;

use super::{access::Access, sign_in::Ended, silent_mode::Generation, supervisor::TelegramId};

/// Numbers the connections of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConnectionId(pub u16);

impl fmt::Display for ConnectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Names a portal in a button's data: the first four bytes of the SHA-256 of its host. Whoever
/// presses the button acts through their own connection to the portal, so it names the portal
/// and not somebody's connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PortalTag(pub u32);

impl PortalTag {
    /// The tag of the portal with this host.
    pub fn of_host(host: &str) -> Self {
        let [a, b, c, d, ..]: [u8; 32] = Sha256::digest(host.as_bytes()).into();
        Self(u32::from_be_bytes([a, b, c, d]))
    }
}

impl fmt::Display for PortalTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// Where a portal is: scheme, host, port and the path before `rest/`, ending in `/`. Holds no
/// secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PortalAddress(Url);

impl PortalAddress {
    /// Keeps of `url` what belongs to an address: no user, query or fragment, a path that ends
    /// in `/`. `None` where there is no host.
    pub fn new(mut url: Url) -> Option<Self> {
        url.host_str().filter(|host| !host.is_empty())?;
        url.set_username("").ok()?;
        url.set_password(None).ok()?;
        url.set_query(None);
        url.set_fragment(None);
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Some(Self(url))
    }

    /// The address as a URL that ends in `/`.
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// The host, with the port where it is not the scheme's own: what people call the portal by.
    pub fn host(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        self.0.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// The portal's name in a button's data.
    pub fn tag(&self) -> PortalTag {
        PortalTag::of_host(&self.host())
    }
}

impl fmt::Display for PortalAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host())
    }
}

/// Somebody's access to a portal, as it was found when it was last looked at.
#[derive(Debug, Clone)]
pub struct Connection {
    /// Its number among its owner's connections.
    pub id: ConnectionId,
    /// Whose it is; only they act through it.
    pub owner: TelegramId,
    /// The address, and what lets the bot in.
    pub access: Access,
    /// What the portal told of itself and of the person.
    pub facts: ConnectionFacts,
}

impl Connection {
    /// The portal's host, for people.
    pub fn portal(&self) -> String {
        self.access.address().host()
    }
}

/// What a portal told when a connection was made, and what was learned since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectionFacts {
    /// The person's name on the portal (`profile`).
    pub person: String,
    /// The scopes granted (`scope`).
    pub scopes: Vec<String>,
    /// Whose flag silent mode is there.
    pub generation: Generation,
    /// When it was connected.
    pub since: Timestamp,
    /// The portal has said that it is closed for good (`PORTAL_DELETED`): it is not asked again
    /// until it is connected anew.
    #[serde(default)]
    pub closed: bool,
    /// The sign-in lets nobody in any more: neither portal nor authorisation server is asked again
    /// until somebody signs in anew.
    #[serde(default)]
    pub ended: Option<Ended>,
    /// Its owner is to be told so unasked.
    #[serde(default)]
    pub untold: bool,
    /// The person's time zone by its IANA name (`profile`), where they have set one.
    #[serde(default)]
    pub zone: Option<String>,
}
