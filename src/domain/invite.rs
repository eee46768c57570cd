//! One-time links that let people in.

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::supervisor::{Role, TelegramId};

/// How long an invite can be opened.
pub const INVITE_LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// The secret part of an invite's link: 16 random bytes in base64url, 22 characters, which fits
/// the payload of a deep link (64 characters of `A-Z a-z 0-9 _ -`).
#[derive(Clone)]
pub struct InviteToken(SecretString);

impl InviteToken {
    /// The token made of 16 bytes of a cryptographic random source.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(bytes).into())
    }

    /// Reads what somebody sent. `None` if no token can look so.
    pub fn parse(text: &str) -> Option<Self> {
        let alphabet = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        (text.len() == 22 && text.chars().all(alphabet)).then(|| Self(text.into()))
    }

    /// The text that goes into the link.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// What the store keeps instead of the token. The token has 128 random bits, so a plain hash
    /// gives nothing to guess at.
    pub fn hash(&self) -> InviteHash {
        InviteHash(Sha256::digest(self.expose().as_bytes()).into())
    }
}

impl fmt::Debug for InviteToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InviteToken([REDACTED])")
    }
}

impl PartialEq for InviteToken {
    fn eq(&self, other: &Self) -> bool {
        self.hash() == other.hash()
    }
}

impl Eq for InviteToken {}

/// SHA-256 of a token: the key of an invite's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InviteHash(pub [u8; 32]);

/// An invite that has not been used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// What it makes of whoever opens it first.
    pub role: Role,
    /// The admin who made it; `None` for the link of a first start.
    pub by: Option<TelegramId>,
    /// When it ends.
    pub expires_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_its_link_and_stays_out_of_debug_output() {
        let token = InviteToken::from_random([0xfb; 16]);
        assert_eq!(InviteToken::parse(token.expose()), Some(token.clone()));
        assert!(!format!("{token:?}").contains(token.expose()));
        assert_eq!(InviteToken::parse("too-short"), None);
        assert_eq!(InviteToken::parse("with spaces in it, 22!"), None);
    }
}
