//! The row of an access, and its secret.
//!
//! A row of a webhook is as it always was. One of a sign-in has the part `sign_in` besides, and its
//! sealed secret is the pair of tokens as JSON: one value, so that the two never part.

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Records, TABLE, connection_key};
use crate::{
    domain::{
        access::{Access, SignedIn, Tokens},
        connection::{Connection, ConnectionFacts, ConnectionId, PortalAddress},
        supervisor::TelegramId,
        webhook::Webhook,
    },
    store::{StoreError, records::to_json},
};

#[derive(Serialize, Deserialize)]
pub(in crate::store::records) struct ConnectionRow {
    pub(super) address: PortalAddress,
    user: u64,
    /// Sealed, in base64.
    pub(in crate::store::records) secret: String,
    pub(super) facts: ConnectionFacts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sign_in: Option<SignInPart>,
}

/// What only a sign-in has.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SignInPart {
    member: String,
    client: String,
    pub(super) given_at: Timestamp,
    server: Option<String>,
}

/// The secret of a sign-in.
#[derive(Serialize, Deserialize)]
struct Pair<'a> {
    access: std::borrow::Cow<'a, str>,
    refresh: std::borrow::Cow<'a, str>,
}

impl Records {
    pub(super) fn seal(
        &self,
        key: &[u8],
        access: &Access,
        facts: &ConnectionFacts,
    ) -> Result<ConnectionRow, StoreError> {
        let (secret, sign_in) = match access {
            Access::Webhook(webhook) => {
                (Zeroizing::new(webhook.secret().expose_secret().as_bytes().to_vec()), None)
            }
            Access::SignIn(SignedIn { member, client, tokens, .. }) => {
                let pair = Pair {
                    access: tokens.access.expose_secret().into(),
                    refresh: tokens.refresh.expose_secret().into(),
                };
                let (member, client) = (member.clone(), client.clone());
                let (given_at, server) = (tokens.given_at, tokens.server.clone());
                let part = SignInPart { member, client, given_at, server };
                (Zeroizing::new(to_json(TABLE, &pair)?), Some(part))
            }
        };
        Ok(ConnectionRow {
            address: access.address().clone(),
            user: access.user(),
            secret: STANDARD.encode(self.seal_row(TABLE, key, &secret)?),
            facts: facts.clone(),
            sign_in,
        })
    }

    pub(super) fn unseal(
        &self,
        owner: TelegramId,
        id: ConnectionId,
        row: ConnectionRow,
    ) -> Result<Connection, StoreError> {
        let bad = |reason: String| StoreError::BadRow { table: TABLE, reason };
        let sealed = STANDARD.decode(&row.secret).map_err(|error| bad(error.to_string()))?;
        let secret = self.open_row(TABLE, &connection_key(owner, id), &sealed)?;
        let secret = str::from_utf8(&secret).map_err(|_| bad("the secret is no text".into()))?;
        let ConnectionRow { address, user, facts, sign_in, .. } = row;
        let access = match sign_in {
            None => Webhook::from_parts(address, user, SecretString::from(secret)).into(),
            Some(SignInPart { member, client, given_at, server }) => {
                // The error of the reader may quote what it has read.
                let pair: Pair<'_> =
                    serde_json::from_str(secret).map_err(|_| bad("no pair of tokens".into()))?;
                let tokens = Tokens {
                    access: SecretString::from(&*pair.access),
                    refresh: SecretString::from(&*pair.refresh),
                    given_at,
                    server,
                };
                SignedIn { address, user, member, owner, client, tokens }.into()
            }
        };
        Ok(Connection { id, owner, access, facts })
    }
}

impl ConnectionRow {
    /// Whether an access leads to the same account.
    pub(super) fn is_same(&self, access: &Access) -> bool {
        let member = self.sign_in.as_ref().map(|part| &part.member);
        let same_member = match (access.signed_in(), member) {
            (Some(signed_in), Some(member)) => Some(signed_in.member == *member),
            _ => None,
        };
        let same_host = || self.address.host() == access.address().host();
        self.user == access.user() && same_member.unwrap_or_else(same_host)
    }
}
