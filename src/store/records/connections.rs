//! Accesses to portals. The secrets of each are sealed for its own row.

mod row;
mod sign_ins;

use std::collections::BTreeSet;

pub(super) use self::row::ConnectionRow;
use super::{Effect, Found, Records, person_key, raw, retry, settings::change_settings};
use crate::{
    domain::{
        access::Access,
        connection::{Connection, ConnectionFacts, ConnectionId, PortalAddress},
        silent_mode::Generation,
        supervisor::TelegramId,
    },
    store::{Batch, StoreError, Table, records::to_json},
};

const TABLE: Table = Table::Connections;

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
