//! Dialogs that are silent because of an order. One row for each dialog of each owner, sealed: it
//! names a client.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Records, connections::owner_prefix, inbox::PAGE, to_json};
use crate::{
    domain::{chat::ChatPlace, dialog::DialogId, silent_mode::Generation, supervisor::TelegramId},
    store::{Batch, Page, StoreError, Table},
};

const TABLE: Table = Table::Watches;

/// A dialog that is silent because of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// Who ordered it, and through whose connection it is looked at.
    pub owner: TelegramId,
    /// The portal's host.
    pub portal: String,
    /// The dialog.
    pub dialog: DialogId,
    /// The dialog's name when it was ordered. Foreign text.
    pub title: Option<String>,
    /// The owner's name in Telegram. Foreign text.
    pub name: String,
    /// Where it was ordered, and is to be told of.
    pub place: ChatPlace,
    /// Whose flag it is there.
    pub generation: Generation,
    /// Since when it has been silent.
    pub since: Timestamp,
    /// What the next reminder counts from: the newest order or reminder.
    pub asked: Timestamp,
    /// The update of the newest order.
    pub update: u64,
    /// Somebody switched it off through the bot, by this name (foreign text), and the owner has
    /// yet to be told.
    pub over: Option<String>,
}

/// What is to be written of a watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchChange {
    /// It is like this now.
    Put(Box<Watch>),
    /// It has ended.
    Drop {
        /// Whose it was.
        owner: TelegramId,
        /// The portal's host.
        portal: String,
        /// The dialog.
        dialog: DialogId,
    },
}

impl Records {
    /// All watches, by owner.
    pub async fn watches(&self) -> Result<Vec<Watch>, StoreError> {
        let rows = self.store.scan(TABLE, &[], usize::MAX).await?;
        rows.iter().map(|(key, row)| self.read_watch(key, row)).collect()
    }

    /// Writes changes that belong to no order, in one commit.
    pub async fn change_watches(&self, changes: &[WatchChange]) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        self.store.commit(self.put_watches(Batch::new(), changes)?).await
    }

    /// Adds changes to a batch.
    pub(super) fn put_watches(
        &self,
        batch: Batch,
        changes: &[WatchChange],
    ) -> Result<Batch, StoreError> {
        changes.iter().try_fold(batch, |batch, change| match change {
            WatchChange::Put(watch) => {
                let key = watch_key(watch.owner, &watch.portal, watch.dialog);
                let sealed = self.seal_row(TABLE, &key, &to_json(TABLE, watch)?)?;
                Ok(batch.put(TABLE, &key, sealed))
            }
            WatchChange::Drop { owner, portal, dialog } => {
                Ok(batch.delete(TABLE, &watch_key(*owner, portal, *dialog)))
            }
        })
    }

    /// Adds to a batch that somebody's watches end: those on a portal, or all.
    pub(super) async fn end_watches(
        &self,
        batch: Batch,
        owner: TelegramId,
        portal: Option<&str>,
    ) -> Result<Batch, StoreError> {
        let prefix = portal
            .map_or_else(|| owner_prefix(owner).to_vec(), |portal| portal_prefix(owner, portal));
        let rows = self.store.scan(TABLE, &prefix, usize::MAX).await?;
        Ok(rows.iter().fold(batch, |batch, (key, _)| batch.delete(TABLE, key)))
    }

    /// Adds to a batch that somebody's watches on a portal are on the portal's new host.
    pub(super) async fn move_watches(
        &self,
        mut batch: Batch,
        owner: TelegramId,
        from: &str,
        to: &str,
    ) -> Result<Batch, StoreError> {
        let rows = self.store.scan(TABLE, &portal_prefix(owner, from), usize::MAX).await?;
        for (key, row) in rows {
            let watch = Watch { portal: to.to_owned(), ..self.read_watch(&key, &row)? };
            batch = batch.delete(TABLE, &key);
            batch = self.put_watches(batch, &[WatchChange::Put(Box::new(watch))])?;
        }
        Ok(batch)
    }

    /// Throws away watches that began before a moment; one that changes meanwhile stays.
    pub(super) async fn sweep_watches(&self, oldest: Timestamp) -> Result<usize, StoreError> {
        let (mut swept, mut last) = (0, None::<Vec<u8>>);
        loop {
            let page = Page::first(PAGE).after(last.as_deref());
            let rows = self.store.page(TABLE, &[], page).await?;
            let Some((key, _)) = rows.last() else { return Ok(swept) };
            last = Some(key.clone());
            for (key, row) in rows {
                if self.read_watch(&key, &row)?.since >= oldest {
                    continue;
                }
                let batch = Batch::new().expect(TABLE, &key, Some(&row)).delete(TABLE, &key);
                match self.store.commit(batch).await {
                    Ok(()) => swept += 1,
                    Err(StoreError::Conflict) => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }

    fn read_watch(&self, key: &[u8], row: &[u8]) -> Result<Watch, StoreError> {
        let json = self.open_row(TABLE, key, row)?;
        serde_json::from_slice(&json)
            .map_err(|error| StoreError::BadRow { table: TABLE, reason: error.to_string() })
    }
}

/// The owner, the portal, then the dialog's number.
fn watch_key(owner: TelegramId, portal: &str, dialog: DialogId) -> Vec<u8> {
    [portal_prefix(owner, portal), dialog.get().to_be_bytes().to_vec()].concat()
}

/// The owner, then the first half of the SHA-256 of the portal's host.
fn portal_prefix(owner: TelegramId, portal: &str) -> Vec<u8> {
    let portal = Sha256::digest(portal.as_bytes());
    [&owner_prefix(owner)[..], portal.get(..16).unwrap_or_default()].concat()
}

#[cfg(test)]
#[path = "watches_tests.rs"]
mod tests;
