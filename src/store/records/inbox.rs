//! Updates from Telegram, from before they are confirmed until they are answered.
//!
//! A row is an update that waits, in the table `Inbox`. When it is answered, its id moves to the
//! table `Settled`, so that a second delivery is recognised; a start only reads what waits.

mod row;

use std::collections::BTreeSet;

use jiff::Timestamp;
use zeroize::Zeroizing;

use self::row::Stage;
pub(super) use self::row::{InboxRow, read_time, time_bytes};
use super::{Records, WatchChange, retry};
use crate::{
    domain::audit::AuditEntry,
    store::{Batch, Page, StoreError, Table},
};

const TABLE: Table = Table::Inbox;

/// The largest payload of an update, in bytes: sealed and with its header it fits a row.
pub const LARGEST_PAYLOAD: usize = 5_600;

/// The row of `Meta` that holds the time of the newest contact with Telegram.
pub(super) const LAST_CONTACT: &[u8] = b"last_contact";

/// How many rows are read at once: few enough to be short for the other tasks of the thread.
pub(super) const PAGE: usize = 256;

/// What became of an update that was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is on disk now, and is to be answered.
    New,
    /// It was there already, or was answered before: nothing was written.
    Known,
}

/// An update that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsettled {
    /// Its id (`update_id`).
    pub update: u64,
    /// What was taken in. Wiped from memory when it is dropped.
    pub payload: Zeroizing<Vec<u8>>,
    /// When it was taken in, to the millisecond.
    pub seen_at: Timestamp,
    /// The message that holds an interim answer, to be edited into the outcome.
    pub interim: Option<i32>,
    /// Whether it was offered, and somebody wants it in spite of its age.
    pub confirmed: bool,
}

/// How an update is settled.
#[derive(Debug, Clone, Copy)]
pub struct Settled<'a> {
    /// Its id.
    pub update: u64,
    /// When it was answered.
    pub at: Timestamp,
    /// What goes to the audit log in the same commit.
    pub audit: &'a [AuditEntry],
}

impl Records {
    /// Keeps a batch of updates in one commit, and the time of this contact with Telegram. The
    /// answers are in the order of the updates. [`StoreError::TooLarge`], and nothing is kept, if
    /// a payload is longer than [`LARGEST_PAYLOAD`].
    pub async fn take_in(
        &self,
        updates: Vec<(u64, Vec<u8>)>,
        now: Timestamp,
    ) -> Result<Vec<Taken>, StoreError> {
        if updates.iter().any(|(_, payload)| payload.len() > LARGEST_PAYLOAD) {
            return Err(StoreError::TooLarge { table: TABLE });
        }
        retry(|| self.try_take_in(&updates, now)).await
    }

    async fn try_take_in(
        &self,
        updates: &[(u64, Vec<u8>)],
        now: Timestamp,
    ) -> Result<Vec<Taken>, StoreError> {
        let mut batch = Batch::new().put(Table::Meta, LAST_CONTACT, time_bytes(now));
        let mut fresh = BTreeSet::new();
        let mut taken = Vec::with_capacity(updates.len());
        for (update, payload) in updates {
            if self.is_known(*update).await? || !fresh.insert(*update) {
                taken.push(Taken::Known);
                continue;
            }
            let key = update_key(*update);
            let sealed = self.seal_row(TABLE, &key, payload)?;
            let row =
                InboxRow { stage: Stage::Work, seen_at: now, since: now, interim: None, sealed };
            batch = batch.expect_absent(TABLE, &key).expect_absent(Table::Settled, &key).put(
                TABLE,
                &key,
                row.to_bytes(),
            );
            taken.push(Taken::New);
        }
        self.store.commit(batch).await.map(|()| taken)
    }

    /// Whether an update waits or was answered. In this order: whatever leaves the first table is
    /// in the second.
    async fn is_known(&self, update: u64) -> Result<bool, StoreError> {
        let key = update_key(update);
        Ok(self.store.get(TABLE, &key).await?.is_some()
            || self.store.get(Table::Settled, &key).await?.is_some())
    }

    /// The time of the newest [`Records::take_in`], to the millisecond; `None` before the first.
    pub async fn last_contact(&self) -> Result<Option<Timestamp>, StoreError> {
        let row = self.store.get(Table::Meta, LAST_CONTACT).await?;
        row.map(|bytes| {
            bytes.try_into().ok().and_then(read_time).ok_or_else(|| StoreError::BadRow {
                table: Table::Meta,
                reason: "the last contact is no time".to_owned(),
            })
        })
        .transpose()
    }

    /// Forgets an update that was answered, but for its id, together with its
    /// [`Effect`](super::Effect). Can be repeated.
    pub async fn settle(&self, settled: Settled<'_>) -> Result<(), StoreError> {
        self.settle_with(settled, Vec::new).await
    }

    /// The same, and writes in the same commit what the order means for the watches. They are
    /// asked for last, so that of two orders the one that is written later knows the newer state.
    pub async fn settle_with(
        &self,
        settled: Settled<'_>,
        watches: impl FnOnce() -> Vec<WatchChange>,
    ) -> Result<(), StoreError> {
        let Settled { update, at, audit } = settled;
        let key = update_key(update);
        let mut batch = Batch::new().delete(TABLE, &key).put(Table::Settled, &key, time_bytes(at));
        // Few have one, and a needless removal would be written, too.
        if self.store.get(Table::Effects, &key).await?.is_some() {
            batch = batch.delete(Table::Effects, &key);
        }
        let batch = self.put_audit(batch, update, audit)?;
        self.store.commit(self.put_watches(batch, &watches())?).await
    }

    /// Keeps which message holds the interim answer; `false` if the update does not wait.
    pub async fn note_interim(&self, update: u64, message_id: i32) -> Result<bool, StoreError> {
        let note = |row: &mut InboxRow| row.interim = Some(message_id);
        self.change(update, |_| true, note).await.map(|row| row.is_some())
    }

    /// Marks an order that came too late: it is not [unsettled](Self::unsettled) any more, and is
    /// kept until it is taken or swept. `false` if the update does not wait.
    pub async fn offer(&self, update: u64, now: Timestamp) -> Result<bool, StoreError> {
        let offer = |row: &mut InboxRow| {
            if row.stage != Stage::Offered {
                (row.stage, row.since) = (Stage::Offered, now);
            }
        };
        self.change(update, |_| true, offer).await.map(|row| row.is_some())
    }

    /// An order that was offered and not taken: its payload, and when it was taken in.
    pub async fn offered(
        &self,
        update: u64,
    ) -> Result<Option<(Zeroizing<Vec<u8>>, Timestamp)>, StoreError> {
        let Some(raw) = self.store.get(TABLE, &update_key(update)).await? else {
            return Ok(None);
        };
        let row = InboxRow::read(&raw)?;
        if row.stage != Stage::Offered {
            return Ok(None);
        }
        let waiting = self.unseal_update(update, row)?;
        Ok(Some((waiting.payload, waiting.seen_at)))
    }

    /// Moves an offered order back into work. `None` if it is not offered, or somebody else was
    /// faster.
    pub async fn take_offer(&self, update: u64) -> Result<Option<Unsettled>, StoreError> {
        let is_offered = |row: &InboxRow| row.stage == Stage::Offered;
        let confirm = |row: &mut InboxRow| row.stage = Stage::Confirmed;
        let row = self.change(update, is_offered, confirm).await?;
        row.map(|row| self.unseal_update(update, row)).transpose()
    }

    /// Forgets the offered orders whose payload is `wanted`.
    pub async fn forget_offers(&self, wanted: impl Fn(&[u8]) -> bool) -> Result<(), StoreError> {
        for (key, raw) in self.store.scan(TABLE, &[], usize::MAX).await? {
            let row = InboxRow::read(&raw)?;
            if row.stage != Stage::Offered || !wanted(&self.open_row(TABLE, &key, &row.sealed)?) {
                continue;
            }
            let batch = Batch::new().expect(TABLE, &key, Some(&raw)).delete(TABLE, &key);
            match self.store.commit(batch).await {
                // It was taken meanwhile: then it is answered, and forgotten after that.
                Ok(()) | Err(StoreError::Conflict) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// All updates that wait for their answers, by id; not those that are offered.
    pub async fn unsettled(&self) -> Result<Vec<Unsettled>, StoreError> {
        let mut unsettled = Vec::new();
        let mut last: Option<Vec<u8>> = None;
        loop {
            let page = Page::first(PAGE).after(last.as_deref());
            let rows = self.store.page(TABLE, &[], page).await?;
            let Some((key, _)) = rows.last() else {
                return Ok(unsettled);
            };
            last = Some(key.clone());
            for (key, raw) in rows {
                let row = InboxRow::read(&raw)?;
                if row.stage != Stage::Offered {
                    unsettled.push(self.unseal_update(read_update_key(&key), row)?);
                }
            }
        }
    }

    /// Changes a row if it is `right`, and gives it back as it is then.
    async fn change(
        &self,
        update: u64,
        right: impl Fn(&InboxRow) -> bool,
        change: impl Fn(&mut InboxRow),
    ) -> Result<Option<InboxRow>, StoreError> {
        let key = update_key(update);
        retry(async || {
            let Some(raw) = self.store.get(TABLE, &key).await? else {
                return Ok(None);
            };
            let mut row = InboxRow::read(&raw)?;
            if !right(&row) {
                return Ok(None);
            }
            change(&mut row);
            let batch = Batch::new().expect(TABLE, &key, Some(&raw));
            self.store.commit(batch.put(TABLE, &key, row.to_bytes())).await?;
            Ok(Some(row))
        })
        .await
    }

    fn unseal_update(&self, update: u64, row: InboxRow) -> Result<Unsettled, StoreError> {
        let InboxRow { stage, seen_at, interim, sealed, .. } = row;
        let payload = self.open_row(TABLE, &update_key(update), &sealed)?;
        let confirmed = stage == Stage::Confirmed;
        Ok(Unsettled { update, payload, seen_at, interim, confirmed })
    }
}

/// Whether a row was offered before a moment, and not taken.
pub(super) fn is_offered_before(raw: &[u8], moment: Timestamp) -> Result<bool, StoreError> {
    let row = InboxRow::read(raw)?;
    Ok(row.stage == Stage::Offered && row.since < moment)
}

/// The key of an update's rows. Big-endian, so that they are ordered by id.
pub(super) fn update_key(update: u64) -> [u8; 8] {
    update.to_be_bytes()
}

fn read_update_key(key: &[u8]) -> u64 {
    key.first_chunk().copied().map(u64::from_be_bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests;
