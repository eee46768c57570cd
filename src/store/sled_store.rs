//! The store on the local disk: sled 0.34.7 behind one writer thread.
//!
//! sled alone does not keep what it acknowledges: its `flush` is no fsync, and its `flush_async`
//! deadlocks from seven concurrent calls on. So one thread takes all batches, writes what is
//! waiting together, flushes, really syncs the file, and only then answers ([`writer`]).
//!
//! All tables are one tree, their number being the first byte of the key, because one tree is
//! what a sled batch can be atomic over.

mod export;
mod migrate;
mod open;
mod read;
mod writer;

#[cfg(test)]
mod crash_tests;
#[cfg(test)]
mod full_disk_tests;
#[cfg(test)]
mod tests;

use std::{
    path::Path,
    sync::{Arc, OnceLock},
};

use futures_util::{FutureExt, future::BoxFuture, future::ready};
use tokio::sync::{mpsc, oneshot, watch};

pub(super) use self::open::{PATIENCE, PAUSE, PutRow, fill, open_as_it_is};
use self::writer::{Failure, Order, QUEUE, Writer};
use super::{
    Batch, Page, Rows, Store, StoreError, Table,
    round::{Commit, place},
};

/// The [`Store`] in a directory of the local disk.
pub struct SledStore {
    db: sled::Db,
    orders: mpsc::Sender<Order>,
    broken: Arc<OnceLock<Failure>>,
    /// Ends when the writer has.
    stopped: watch::Receiver<()>,
}

impl SledStore {
    /// Opens the store in the directory `path`, and makes it if there is none. Blocks, for up to a
    /// second while another process has it.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let (db, sync) = open::open(path)?;
        Self::start(db, sync)
    }

    /// Starts the writer; `sync` makes the file of `db` survive a power loss.
    fn start(db: sled::Db, sync: writer::SyncFile) -> Result<Self, StoreError> {
        let broken = Arc::new(OnceLock::new());
        let (orders, incoming) = mpsc::channel(QUEUE);
        let (running, stopped) = watch::channel(());
        let writer = Writer::new(db.clone(), sync, Arc::clone(&broken));
        std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run(incoming, running))
            .map_err(|error| StoreError::Broken {
                reason: error.to_string(),
                kind: Some(error.kind()),
            })?;
        Ok(Self { db, orders, broken, stopped })
    }
}

impl Store for SledStore {
    fn get<'a>(
        &'a self,
        table: Table,
        key: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        let value = self.db.get(place(table, key)).map_err(unreadable);
        ready(value.map(|value| value.map(|value| value.to_vec()))).boxed()
    }

    fn page<'a>(
        &'a self,
        table: Table,
        prefix: &'a [u8],
        page: Page<'a>,
    ) -> BoxFuture<'a, Result<Rows, StoreError>> {
        ready(read::page(&self.db, table, prefix, page)).boxed()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        async move {
            batch.check()?;
            let (done, written) = oneshot::channel();
            let order = Order::Commit(Commit { batch, done });
            self.orders.send(order).await.map_err(|_| StoreError::Closed)?;
            written.await.map_err(|_| StoreError::Closed)?
        }
        .boxed()
    }

    fn health(&self) -> Result<(), StoreError> {
        match self.broken.get() {
            Some(failure) => Err(failure.error()),
            None if self.orders.is_closed() => Err(StoreError::Closed),
            None => Ok(()),
        }
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        async move {
            // An error says that it is closing already.
            let _ = self.orders.send(Order::Close).await;
            let mut stopped = self.stopped.clone();
            while stopped.changed().await.is_ok() {}
        }
        .boxed()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
pub(super) fn unreadable(error: sled::Error) -> StoreError {
    StoreError::Unreadable { reason: error.to_string() }
}
