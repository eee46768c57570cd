//! A backup of a store that is in use.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use tokio::sync::oneshot;

use super::{
    SledStore,
    writer::{Failure, Order, panic_text},
};
use crate::store::{
    BackupError, Store as _, StoreError,
    backup::{self, Draft, blocking},
};

/// A draft to be filled, and who waits for it.
pub(super) struct Export {
    draft: Draft,
    done: oneshot::Sender<Result<(Draft, u64), BackupError>>,
}

impl Export {
    /// Fills the draft between two rounds of the writer: no batch is torn.
    pub(super) fn carry_out(self, db: &sled::Db, broken: Option<&Failure>) {
        let Self { draft, done } = self;
        let rows = match broken {
            Some(failure) => Err(failure.error().into()),
            None => match catch_unwind(AssertUnwindSafe(|| backup::export(db, &draft))) {
                Ok(rows) => rows,
                Err(panic) => {
                    let reason = panic_text(panic.as_ref());
                    Err(StoreError::Unreadable { reason }.into())
                }
            },
        };
        // Who has gone away needs no answer.
        let _ = done.send(rows.map(|rows| (draft, rows)));
    }
}

impl SledStore {
    /// Backs up the store into the file `file`, in place of an older one, and gives the number of
    /// rows back. It holds every batch whose commit returned before the call. Commits wait while
    /// the rows are copied, not while the copy is synced.
    pub async fn backup(&self, file: &Path) -> Result<u64, BackupError> {
        self.health()?;
        let path = file.to_path_buf();
        let draft = blocking(move || Draft::create(&path)).await?;
        let (done, filled) = oneshot::channel();
        let order = Order::Export(Export { draft, done });
        self.orders.send(order).await.map_err(|_| StoreError::Closed)?;
        let (draft, rows) = filled.await.map_err(|_| StoreError::Closed)??;
        blocking(move || draft.publish()).await.map(|()| rows)
    }
}
