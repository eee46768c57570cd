//! Accesses to portals. The secrets of each are sealed for its own row.
//!
//! A row of a webhook is as it always was. One of a sign-in has the part `sign_in` besides, and its
//! sealed secret is the pair of tokens as JSON: one value, so that the two never part.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Effect, Found, Records, person_key, raw, retry, settings::change_settings};
use crate::{
    domain::{
        access::{Access, SignedIn, Tokens},
        connection::{Connection, ConnectionFacts, ConnectionId, PortalAddress},
        sign_in::Ended,
        silent_mode::Generation,
        supervisor::TelegramId,
        webhook::Webhook,
    },
    store::{Batch, StoreError, Table, records::to_json},
};

const TABLE: Table = Table::Connections;

#[derive(Serialize, Deserialize)]
pub(super) struct ConnectionRow {
    address: PortalAddress,
    user: u64,
    /// Sealed, in base64.
    pub(super) secret: String,
    facts: ConnectionFacts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sign_in: Option<SignInPart>,
}

/// What only a sign-in has.
#[derive(Clone, Serialize, Deserialize)]
struct SignInPart {
    member: String,
    client: String,
    given_at: Timestamp,
    server: Option<String>,
}

/// The secret of a sign-in.
#[derive(Serialize, Deserialize)]
struct Pair<'a> {
    access: std::borrow::Cow<'a, str>,
    refresh: std::borrow::Cow<'a, str>,
}

impl Records {
    /// Somebody's connections, by their numbers.
    pub async fn connections(&self, owner: TelegramId) -> Result<Vec<Connection>, StoreError> {
        let rows = self.connection_rows(owner).await?;
        rows.into_iter().map(|(id, row)| self.unseal(owner, id, row.value)).collect()
    }

    /// Everybody's connections, by their owners.
    pub async fn all_connections(&self) -> Result<Vec<Connection>, StoreError> {
        let rows = self.store.scan(TABLE, &[], usize::MAX).await?;
        rows.into_iter()
            .map(|(key, raw)| {
                let owner = key.first_chunk().copied().map(u64::from_be_bytes).unwrap_or_default();
                let id = key.last_chunk().copied().map(u16::from_be_bytes).unwrap_or_default();
                let row = Found::read(TABLE, raw)?.value;
                self.unseal(TelegramId(owner), ConnectionId(id), row)
            })
            .collect()
    }

    /// One of somebody's connections.
    pub async fn connection(
        &self,
        owner: TelegramId,
        id: ConnectionId,
    ) -> Result<Option<Connection>, StoreError> {
        let found = self.find(TABLE, &connection_key(owner, id)).await?;
        found.map(|found| self.unseal(owner, id, found.value)).transpose()
    }

    /// Keeps a connection and makes it its owner's default. One to the same portal as the same user
    /// is replaced and keeps its number; says whether that was so. A sign-in knows its portal by
    /// the name that stays (`member_id`), a webhook by the host.
    pub async fn save_connection(
        &self,
        owner: TelegramId,
        access: impl Into<Access>,
        facts: &ConnectionFacts,
    ) -> Result<(Connection, bool), StoreError> {
        let access = access.into();
        let (id, replaced) = retry(|| self.try_save(owner, &access, facts)).await?;
        let facts = facts.clone();
        Ok((Connection { id, owner, access, facts }, replaced))
    }

    async fn try_save(
        &self,
        owner: TelegramId,
        access: &Access,
        facts: &ConnectionFacts,
    ) -> Result<(ConnectionId, bool), StoreError> {
        let settings = self.settings_row(owner).await?;
        let rows = self.connection_rows(owner).await?;
        let same = rows.iter().find(|(_, row)| row.value.is_same(access));
        let id = same.map_or_else(
            || {
                let newest = settings.as_ref().map_or(0, |found| found.value.newest_connection);
                free_id(newest, &rows.iter().map(|(id, _)| *id).collect())
            },
            |(id, _)| *id,
        );
        let key = connection_key(owner, id);
        let row = self.seal(&key, access, facts)?;
        let batch = Batch::new().expect(TABLE, &key, raw(same.map(|(_, row)| row))).put(
            TABLE,
            &key,
            to_json(TABLE, &row)?,
        );
        let batch = change_settings(batch, owner, settings.as_ref(), |row| {
            row.default_connection = Some(id);
            row.newest_connection = row.newest_connection.max(id.0);
        })?;
        self.store.commit(batch).await?;
        Ok((id, same.is_some()))
    }

    /// Keeps what was learned of a portal's generation; `false` if the connection is gone.
    pub async fn update_generation(
        &self,
        owner: TelegramId,
        id: ConnectionId,
        generation: Generation,
    ) -> Result<bool, StoreError> {
        let change = |row: &mut ConnectionRow| row.facts.generation = generation;
        retry(|| self.try_update(owner, id, change)).await
    }

    /// Keeps that a portal is closed for good; `false` if the connection is gone.
    pub async fn mark_closed(
        &self,
        owner: TelegramId,
        id: ConnectionId,
    ) -> Result<bool, StoreError> {
        retry(|| self.try_update(owner, id, |row| row.facts.closed = true)).await
    }

    /// Keeps that a sign-in lets nobody in any more. `untold`: its owner is to be told unasked.
    /// `false` if that was known, or the connection is gone or was made anew since it was read.
    pub async fn mark_ended(
        &self,
        ended: &Connection,
        why: Ended,
        untold: bool,
    ) -> Result<bool, StoreError> {
        let Some(signed_in) = ended.access.signed_in() else { return Ok(false) };
        let key = connection_key(ended.owner, ended.id);
        retry(async || {
            let found = self.find::<ConnectionRow>(TABLE, &key).await?;
            let as_it_was = |found: &Found<ConnectionRow>| {
                let part = found.value.sign_in.as_ref();
                found.value.facts.ended.is_none()
                    && part.is_some_and(|part| part.given_at == signed_in.tokens.given_at)
            };
            let Some(mut found) = found.filter(as_it_was) else { return Ok(false) };
            found.value.facts.ended = Some(why);
            found.value.facts.untold = untold;
            let value = to_json(TABLE, &found.value)?;
            let batch = Batch::new().expect(TABLE, &key, Some(&found.raw)).put(TABLE, &key, value);
            self.store.commit(batch).await?;
            Ok(true)
        })
        .await
    }

    /// Keeps that somebody was told of the end of a sign-in.
    pub async fn mark_told(&self, owner: TelegramId, id: ConnectionId) -> Result<bool, StoreError> {
        retry(|| self.try_update(owner, id, |row| row.facts.untold = false)).await
    }

    /// Keeps a new pair of tokens in the place of the old one, both in one write, and where the
    /// portal is. `false`, and nothing is written, if the connection is gone or has other tokens
    /// by now: it was made anew.
    pub async fn replace_tokens(
        &self,
        id: ConnectionId,
        old: &SignedIn,
        new: &SignedIn,
    ) -> Result<bool, StoreError> {
        let (owner, key) = (old.owner, connection_key(old.owner, id));
        retry(async || {
            let Some(found) = self.find::<ConnectionRow>(TABLE, &key).await? else {
                return Ok(false);
            };
            let raw = found.raw.clone();
            let facts = found.value.facts.clone();
            let known = self.unseal(owner, id, found.value)?;
            let same = |now: &SignedIn| now.tokens.same_access(&old.tokens);
            if !known.access.signed_in().is_some_and(same) {
                return Ok(false);
            }
            let row = self.seal(&key, &Access::from(new.clone()), &facts)?;
            let batch = Batch::new().expect(TABLE, &key, Some(&raw));
            self.store.commit(batch.put(TABLE, &key, to_json(TABLE, &row)?)).await?;
            Ok(true)
        })
        .await
    }

    /// Everybody's sign-ins.
    pub async fn signed_in(&self) -> Result<Vec<Connection>, StoreError> {
        let mut found = Vec::new();
        for (key, raw) in self.store.scan(TABLE, &[], usize::MAX).await? {
            let row: Found<ConnectionRow> = Found::read(TABLE, raw)?;
            let (owner, id) = key.split_at(key.len().min(8));
            let owner = owner.try_into().ok().map(u64::from_be_bytes).map(TelegramId);
            let id = id.try_into().ok().map(u16::from_be_bytes).map(ConnectionId);
            if let (Some(owner), Some(id), true) = (owner, id, row.value.sign_in.is_some()) {
                found.push(self.unseal(owner, id, row.value)?);
            }
        }
        Ok(found)
    }

    /// Keeps the new address of a portal that has moved; `false` if the connection is gone. The
    /// owner's timers and watches there follow.
    pub async fn update_address(
        &self,
        owner: TelegramId,
        id: ConnectionId,
        address: PortalAddress,
    ) -> Result<bool, StoreError> {
        let (key, to) = (connection_key(owner, id), address.host());
        retry(async || {
            let Some(mut found) = self.find::<ConnectionRow>(TABLE, &key).await? else {
                return Ok(false);
            };
            let from = found.value.address.host();
            found.value.address = address.clone();
            let value = to_json(TABLE, &found.value)?;
            let mut batch =
                Batch::new().expect(TABLE, &key, Some(&found.raw)).put(TABLE, &key, value);
            if from != to {
                batch = self.move_timers(batch, owner, &from, &to).await?;
                batch = self.move_watches(batch, owner, &from, &to).await?;
            }
            self.store.commit(batch).await.map(|()| true)
        })
        .await
    }

    async fn try_update(
        &self,
        owner: TelegramId,
        id: ConnectionId,
        change: impl Fn(&mut ConnectionRow) + Send,
    ) -> Result<bool, StoreError> {
        let key = connection_key(owner, id);
        let Some(mut found) = self.find(TABLE, &key).await? else {
            return Ok(false);
        };
        change(&mut found.value);
        let value = to_json(TABLE, &found.value)?;
        let batch = Batch::new().expect(TABLE, &key, Some(&found.raw)).put(TABLE, &key, value);
        self.store.commit(batch).await.map(|()| true)
    }

    /// Forgets a connection, and the watches on its portal, and gives it back; if it was its owner's default, the one with the
    /// lowest number becomes that.
    pub async fn forget_connection(
        &self,
        owner: TelegramId,
        id: ConnectionId,
    ) -> Result<Option<Connection>, StoreError> {
        self.forget_connection_marked(owner, id, None).await
    }

    /// The same; marks the update `once`.
    pub(super) async fn forget_connection_marked(
        &self,
        owner: TelegramId,
        id: ConnectionId,
        once: Option<u64>,
    ) -> Result<Option<Connection>, StoreError> {
        retry(|| self.try_forget(owner, id, once)).await
    }

    async fn try_forget(
        &self,
        owner: TelegramId,
        id: ConnectionId,
        once: Option<u64>,
    ) -> Result<Option<Connection>, StoreError> {
        self.refuse_repeat(once).await?;
        let settings = self.settings_row(owner).await?;
        let mut rows = self.connection_rows(owner).await?;
        let Some(at) = rows.iter().position(|(other, _)| *other == id) else {
            return Ok(None);
        };
        let (_, forgotten) = rows.remove(at);
        let key = connection_key(owner, id);
        let mut batch = Batch::new().expect(TABLE, &key, Some(&forgotten.raw)).delete(TABLE, &key);
        let heir = rows.first();
        if let Some((heir, row)) = heir {
            // Or two that are forgotten at once could leave a default that is gone.
            batch = batch.expect(TABLE, &connection_key(owner, *heir), Some(&row.raw));
        }
        batch = change_settings(batch, owner, settings.as_ref(), |row| {
            if row.default_connection == Some(id) {
                row.default_connection = heir.map(|(id, _)| *id);
            }
        })?;
        let portal = forgotten.value.address.host();
        batch = self.end_watches(batch, owner, Some(&portal)).await?;
        let effect = Effect::Forgotten { portal };
        let batch = self.mark(batch, once.map(|update| (update, &effect)))?;
        self.store.commit(batch).await?;
        self.unseal(owner, id, forgotten.value).map(Some)
    }

    async fn connection_rows(
        &self,
        owner: TelegramId,
    ) -> Result<Vec<(ConnectionId, Found<ConnectionRow>)>, StoreError> {
        let rows = self.store.scan(TABLE, &owner_prefix(owner), usize::MAX).await?;
        rows.into_iter()
            .map(|(key, raw)| {
                let id = key.last_chunk().copied().map(u16::from_be_bytes).unwrap_or_default();
                Ok((ConnectionId(id), Found::read(TABLE, raw)?))
            })
            .collect()
    }

    fn seal(
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

    fn unseal(
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
    fn is_same(&self, access: &Access) -> bool {
        let member = self.sign_in.as_ref().map(|part| &part.member);
        let same_member = match (access.signed_in(), member) {
            (Some(signed_in), Some(member)) => Some(signed_in.member == *member),
            _ => None,
        };
        let same_host = || self.address.host() == access.address().host();
        self.user == access.user() && same_member.unwrap_or_else(same_host)
    }
}

/// The number after the newest that is not taken. It starts over at the end, which nobody reaches.
fn free_id(newest: u16, taken: &BTreeSet<ConnectionId>) -> ConnectionId {
    let after = (newest..u16::MAX).map(|n| n + 1);
    let mut ids = after.chain(1..=newest).map(ConnectionId);
    ids.find(|id| !taken.contains(id)).unwrap_or(ConnectionId(u16::MAX))
}

/// What the keys of somebody's connections begin with.
pub(super) fn owner_prefix(owner: TelegramId) -> [u8; 8] {
    person_key(owner)
}

/// The owner, then the number, both big-endian.
pub(super) fn connection_key(owner: TelegramId, id: ConnectionId) -> Vec<u8> {
    [&owner_prefix(owner)[..], &id.0.to_be_bytes()].concat()
}

#[cfg(test)]
#[path = "connections_tests.rs"]
pub(super) mod tests;
