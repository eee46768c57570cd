//! What only sign-ins have: tokens that change, and an end.

use super::{ConnectionRow, Found, Records, TABLE, connection_key, retry};
use crate::{
    domain::{
        access::{Access, SignedIn},
        connection::{Connection, ConnectionId},
        sign_in::Ended,
        supervisor::TelegramId,
    },
    store::{Batch, StoreError, records::to_json},
};

impl Records {
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
}
