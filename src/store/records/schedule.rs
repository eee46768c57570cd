//! What is to be done later: the ends of timed silences. One row for each dialog of each owner, so
//! that a newer order replaces an older one.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Found, Records, WatchChange, raw, retry, to_json};
use crate::{
    domain::{
        audit::AuditEntry, chat::ChatPlace, dialog::DialogId, lasting::Lasting,
        supervisor::TelegramId,
    },
    store::{Batch, StoreError, Table},
};

const TABLE: Table = Table::Schedule;

/// A silence that is to end by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// The portal's host.
    pub portal: String,
    /// The dialog.
    pub dialog: DialogId,
    /// Who ordered it, and through whose connection it ends.
    pub owner: TelegramId,
    /// When it ends.
    pub due: Timestamp,
    /// How long it was ordered for.
    pub lasting: Lasting,
    /// Where it was ordered, and is to be told of.
    pub place: ChatPlace,
    /// The update that ordered it.
    pub update: u64,
}

impl Records {
    /// Keeps a timer, and gives back the one of the same dialog and owner that it replaces. A
    /// repeat of the same update replaces nothing but itself, and gives `None`.
    pub async fn set_timer(&self, timer: &Timer) -> Result<Option<Timer>, StoreError> {
        let key = timer_key(&timer.portal, timer.dialog, timer.owner);
        let value = to_json(TABLE, timer)?;
        let replaced: Option<Timer> = retry(async || {
            let found = self.find::<Timer>(TABLE, &key).await?;
            let batch = Batch::new().expect(TABLE, &key, raw(found.as_ref()));
            self.store.commit(batch.put(TABLE, &key, value.clone())).await?;
            Ok(found.map(|found| found.value))
        })
        .await?;
        Ok(replaced.filter(|replaced| replaced.update != timer.update))
    }

    /// Forgets a timer and gives it back.
    pub async fn drop_timer(
        &self,
        owner: TelegramId,
        portal: &str,
        dialog: DialogId,
    ) -> Result<Option<Timer>, StoreError> {
        let key = timer_key(portal, dialog, owner);
        retry(async || {
            let Some(found) = self.find::<Timer>(TABLE, &key).await? else {
                return Ok(None);
            };
            let batch = Batch::new().expect(TABLE, &key, Some(&found.raw));
            self.store.commit(batch.delete(TABLE, &key)).await?;
            Ok(Some(found.value))
        })
        .await
    }

    /// Forgets a timer that has done its work, and writes the audit log and what it means for the
    /// watches in the same commit.
    /// `false`, and nothing is written, if it is not there as it was: it was finished, dropped or
    /// replaced before.
    pub async fn finish_timer(
        &self,
        timer: &Timer,
        audit: &[AuditEntry],
        watches: &[WatchChange],
    ) -> Result<bool, StoreError> {
        let key = timer_key(&timer.portal, timer.dialog, timer.owner);
        retry(async || {
            let found = self.find::<Timer>(TABLE, &key).await?;
            let Some(found) = found.filter(|found| found.value == *timer) else {
                return Ok(false);
            };
            let batch = Batch::new().expect(TABLE, &key, Some(&found.raw)).delete(TABLE, &key);
            let batch = self.put_audit(batch, timer.update, audit)?;
            self.store.commit(self.put_watches(batch, watches)?).await?;
            Ok(true)
        })
        .await
    }

    /// Adds to a batch that all timers of somebody are forgotten; gives their dialogs back.
    pub(super) async fn end_timers(
        &self,
        mut batch: Batch,
        owner: TelegramId,
    ) -> Result<(Batch, Vec<DialogId>), StoreError> {
        let mut dialogs = Vec::new();
        for (key, raw) in self.store.scan(TABLE, &[], usize::MAX).await? {
            let Found { raw, value: timer } = Found::<Timer>::read(TABLE, raw)?;
            if timer.owner == owner {
                batch = batch.expect(TABLE, &key, Some(&raw)).delete(TABLE, &key);
                dialogs.push(timer.dialog);
            }
        }
        dialogs.sort_unstable_by_key(|dialog| dialog.get());
        dialogs.dedup();
        Ok((batch, dialogs))
    }

    /// All timers, in no particular order.
    pub async fn timers(&self) -> Result<Vec<Timer>, StoreError> {
        self.timers_with(&[]).await
    }

    /// The timers of one dialog, by owner.
    pub async fn timers_of_dialog(
        &self,
        portal: &str,
        dialog: DialogId,
    ) -> Result<Vec<Timer>, StoreError> {
        let timers = self.timers_with(&dialog_prefix(portal, dialog)).await?;
        Ok(timers.into_iter().filter(|timer| timer.portal == portal).collect())
    }

    /// Adds to a batch that somebody's timers on a portal are on the portal's new host.
    pub(super) async fn move_timers(
        &self,
        mut batch: Batch,
        owner: TelegramId,
        from: &str,
        to: &str,
    ) -> Result<Batch, StoreError> {
        for timer in self.timers().await? {
            if timer.owner == owner && timer.portal == from {
                batch = batch.delete(TABLE, &timer_key(from, timer.dialog, owner));
                let timer = Timer { portal: to.to_owned(), ..timer };
                let key = timer_key(to, timer.dialog, owner);
                batch = batch.put(TABLE, &key, to_json(TABLE, &timer)?);
            }
        }
        Ok(batch)
    }

    async fn timers_with(&self, prefix: &[u8]) -> Result<Vec<Timer>, StoreError> {
        let rows = self.store.scan(TABLE, prefix, usize::MAX).await?;
        rows.into_iter().map(|(_, raw)| Found::read(TABLE, raw).map(|found| found.value)).collect()
    }
}

/// The dialog, then the owner.
fn timer_key(portal: &str, dialog: DialogId, owner: TelegramId) -> Vec<u8> {
    [dialog_prefix(portal, dialog), owner.0.to_be_bytes().to_vec()].concat()
}

/// The SHA-256 of the portal's host, which may be of any length, then the dialog's number.
fn dialog_prefix(portal: &str, dialog: DialogId) -> Vec<u8> {
    [&Sha256::digest(portal.as_bytes())[..], &dialog.get().to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::{
        super::bench::{Bench, audit_entry},
        *,
    };

    fn timer(portal: &str, dialog: u64, owner: u64, update: u64) -> Timer {
        Timer {
            portal: portal.to_owned(),
            dialog: DialogId::new(dialog).unwrap(),
            owner: TelegramId(owner),
            due: Timestamp::from_second(1_800_000_000).unwrap(),
            lasting: Lasting::from_minutes(30).unwrap(),
            place: ChatPlace { chat: -5, private: false, thread: Some(3), message: 4 },
            update,
        }
    }

    async fn drop_timer(records: &Records, timer: &Timer) -> Option<Timer> {
        records.drop_timer(timer.owner, &timer.portal, timer.dialog).await.unwrap()
    }

    #[tokio::test]
    async fn a_newer_order_replaces_the_timer_of_the_same_dialog_and_owner() {
        let Bench { records, .. } = &Bench::new().await;
        let first = timer("a", 7, 1, 100);
        assert_eq!(records.set_timer(&first).await.unwrap(), None);
        let others = [timer("a", 7, 2, 101), timer("a", 8, 1, 102), timer("b", 7, 1, 103)];
        for other in &others {
            assert_eq!(records.set_timer(other).await.unwrap(), None);
        }
        let newer = timer("a", 7, 1, 104);
        assert_eq!(records.set_timer(&newer).await.unwrap(), Some(first.clone()));
        // A repeat after a kill.
        assert_eq!(records.set_timer(&newer).await.unwrap(), None);
        assert_eq!(records.timers().await.unwrap().len(), 4);
        let of_dialog = records.timers_of_dialog("a", newer.dialog).await.unwrap();
        assert_eq!(of_dialog, [newer.clone(), others[0].clone()]);
        assert_eq!(drop_timer(records, &first).await, Some(newer));
        assert_eq!(drop_timer(records, &first).await, None);
        assert_eq!(records.timers().await.unwrap().len(), 3);
    }

    #[tokio::test]
    async fn a_timer_is_finished_only_as_it_is() {
        let Bench { records, .. } = &Bench::new().await;
        let (old, new) = (timer("a", 7, 1, 100), timer("a", 7, 1, 101));
        let log = [audit_entry(1, "a", 7)];
        assert!(!records.finish_timer(&old, &log, &[]).await.unwrap());
        records.set_timer(&old).await.unwrap();
        records.set_timer(&new).await.unwrap();
        assert!(!records.finish_timer(&old, &log, &[]).await.unwrap());
        assert_eq!(records.audit(None, None, 9).await.unwrap(), []);
        assert!(records.finish_timer(&new, &log, &[]).await.unwrap());
        assert!(!records.finish_timer(&new, &log, &[]).await.unwrap());
        assert_eq!(records.audit(None, None, 9).await.unwrap(), log);
        assert_eq!(records.timers().await.unwrap(), []);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn of_sixteen_who_end_a_timer_one_does() {
        let Bench { records, .. } = &Bench::new().await;
        for update in 0..20 {
            let timer = timer("a", 7, 1, update);
            records.set_timer(&timer).await.unwrap();
            let rivals: Vec<_> = (0..16)
                .map(|rival| {
                    let (records, timer) = (records.clone(), timer.clone());
                    tokio::spawn(async move {
                        if rival % 2 == 0 {
                            records.finish_timer(&timer, &[], &[]).await.unwrap()
                        } else {
                            drop_timer(&records, &timer).await.is_some()
                        }
                    })
                })
                .collect();
            let mut winners = 0;
            for rival in rivals {
                winners += usize::from(rival.await.unwrap());
            }
            assert_eq!(winners, 1);
        }
    }
}
