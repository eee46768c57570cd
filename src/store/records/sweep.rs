//! Throwing away what has outlived its use.

use jiff::{SignedDuration, Timestamp};

use super::{
    Found, Records,
    audit::time_key,
    inbox::{PAGE, is_offered_before, read_time, time_bytes},
};
use crate::{
    domain::invite::Invite,
    store::{Batch, Page, Rows, StoreError, Table},
};

/// How much is kept, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// How long the ids of answered updates are known. Telegram delivers again for a day.
    pub settled_for: SignedDuration,
    /// How many of them at most; those with the highest ids stay.
    pub settled: usize,
    /// How long an order that came too late can be taken.
    pub offers_for: SignedDuration,
    /// How long after its end somebody who opens an invite is told that it has ended.
    pub invites_for: SignedDuration,
    /// How long the audit log goes back.
    pub audit_for: SignedDuration,
    /// How many entries it has at most.
    pub audit: usize,
    /// How long a silent dialog is watched.
    pub watches_for: SignedDuration,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            settled_for: SignedDuration::from_hours(48),
            settled: 50_000,
            offers_for: SignedDuration::from_hours(24),
            invites_for: SignedDuration::from_hours(7 * 24),
            audit_for: SignedDuration::from_hours(365 * 24),
            audit: 100_000,
            watches_for: SignedDuration::from_hours(90 * 24),
        }
    }
}

/// How many rows were thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Ids of answered updates.
    pub settled: usize,
    /// Orders that nobody took.
    pub offers: usize,
    /// Invites that have ended.
    pub invites: usize,
    /// Entries of the audit log.
    pub audit: usize,
    /// Dialogs that were watched for too long.
    pub watches: usize,
}

impl Records {
    /// Throws away what is past its limits at `now`, in many small commits, so that nobody else
    /// has to wait for long.
    pub async fn sweep(&self, limits: &Retention, now: Timestamp) -> Result<Swept, StoreError> {
        Ok(Swept {
            settled: self.sweep_settled(limits, now).await?,
            offers: self.sweep_offers(limits, now).await?,
            invites: self.sweep_invites(limits, now).await?,
            audit: self.sweep_audit(limits, now).await?,
            watches: self.sweep_watches(since(now, limits.watches_for)).await?,
        })
    }

    /// Ids rise with time; Telegram starts elsewhere only after a week without updates, when all
    /// the older ones have expired.
    async fn sweep_settled(&self, limits: &Retention, now: Timestamp) -> Result<usize, StoreError> {
        let oldest = since(now, limits.settled_for);
        let mut kept = 0;
        self.sweep_table(Table::Settled, |_, value| {
            let at = value.try_into().ok().and_then(read_time);
            let keep = kept < limits.settled && at.is_some_and(|at| at >= oldest);
            kept += usize::from(keep);
            !keep
        })
        .await
    }

    async fn sweep_audit(&self, limits: &Retention, now: Timestamp) -> Result<usize, StoreError> {
        let oldest = time_key(since(now, limits.audit_for));
        let mut kept = 0;
        self.sweep_table(Table::Audit, |key, _| {
            let keep = kept < limits.audit && *key >= oldest[..];
            kept += usize::from(keep);
            !keep
        })
        .await
    }

    /// Redeeming expects the row, so whoever comes at the same time gets in or finds no invite.
    async fn sweep_invites(&self, limits: &Retention, now: Timestamp) -> Result<usize, StoreError> {
        let oldest = since(now, limits.invites_for);
        let mut unreadable = None;
        let swept = self
            .sweep_table(Table::Invites, |_, value| {
                match Found::<Invite>::read(Table::Invites, value.to_vec()) {
                    Ok(found) => found.value.expires_at <= oldest,
                    Err(error) => {
                        unreadable = Some(error);
                        false
                    }
                }
            })
            .await?;
        unreadable.map_or(Ok(swept), Err)
    }

    /// Removes the rows that are `over`, which sees them from the last to the first. Only for
    /// rows that nobody changes.
    async fn sweep_table(
        &self,
        table: Table,
        mut over: impl FnMut(&[u8], &[u8]) -> bool,
    ) -> Result<usize, StoreError> {
        let (mut swept, mut last) = (0, None);
        loop {
            let rows = self.page_before(table, last.as_deref()).await?;
            let Some((key, _)) = rows.last() else { return Ok(swept) };
            last = Some(key.clone());
            let gone: Vec<_> = rows.iter().filter(|(key, value)| over(key, value)).collect();
            if !gone.is_empty() {
                let batch =
                    gone.iter().fold(Batch::new(), |batch, (key, _)| batch.delete(table, key));
                self.store.commit(batch).await?;
            }
            swept += gone.len();
        }
    }

    /// An offer that somebody takes at the same moment stays. One that goes is known as settled.
    async fn sweep_offers(&self, limits: &Retention, now: Timestamp) -> Result<usize, StoreError> {
        let oldest = since(now, limits.offers_for);
        let (mut swept, mut last) = (0, None);
        loop {
            let rows = self.page_before(Table::Inbox, last.as_deref()).await?;
            let Some((key, _)) = rows.last() else { return Ok(swept) };
            last = Some(key.clone());
            for (key, raw) in rows {
                if !is_offered_before(&raw, oldest)? {
                    continue;
                }
                let batch = Batch::new()
                    .expect(Table::Inbox, &key, Some(&raw))
                    .delete(Table::Inbox, &key)
                    .delete(Table::Effects, &key)
                    .put(Table::Settled, &key, time_bytes(now));
                match self.store.commit(batch).await {
                    Ok(()) => swept += 1,
                    Err(StoreError::Conflict) => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }

    async fn page_before(&self, table: Table, last: Option<&[u8]>) -> Result<Rows, StoreError> {
        // Tables may be long, and the store reads them in this thread.
        tokio::task::yield_now().await;
        self.store.page(table, &[], Page::last(PAGE).after(last)).await
    }
}

fn since(now: Timestamp, age: SignedDuration) -> Timestamp {
    now.checked_sub(age).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
#[path = "sweep_tests.rs"]
mod tests;
