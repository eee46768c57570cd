//! The store in a PostgreSQL database: for hosts whose disks vanish.
//!
//! The rows are those of every other store, in one table of bytes. One task writes: it takes
//! batches from a channel and makes one transaction of up to 128 of them ([`round`]). When the
//! connection is lost it gets another, finds out whether the last round was committed, and goes on
//! ([`away`]); [`lock`] says how it is the only one to write. Reads have a connection of their own.

mod address;
mod away;
mod hold;
mod lock;
mod migrate;
mod open;
mod reader;
mod round;
mod rows;
mod schema;
mod session;
mod state;
mod tls;
mod writer;

#[cfg(test)]
mod tests;

use std::{path::Path, sync::Arc};

use futures_util::{FutureExt as _, future::BoxFuture};
use tokio::sync::{mpsc, oneshot, watch};

pub use self::address::{Database, DatabaseUrlError};
use self::{
    hold::Connector,
    reader::Reader,
    state::{Limits, State},
    writer::{Order, QUEUE, Writer},
};
use super::{
    About, BackupError, Batch, Page, RekeyError, Rows, Store, StoreError, Table, Vault,
    round::Commit,
    steps::{STEPS, Step},
};

/// The [`Store`] in a PostgreSQL database.
pub struct PostgresStore {
    orders: mpsc::Sender<Order>,
    state: Arc<State>,
    reader: Reader,
    /// Ends when the writer has.
    stopped: watch::Receiver<()>,
}

impl PostgresStore {
    /// Opens the store in the database, and makes it if there is none. Waits for up to 15 seconds
    /// while another process has it.
    pub async fn open(database: &Database) -> Result<Self, StoreError> {
        Self::open_with(database, Limits::DEFAULT, STEPS).await
    }

    async fn open_with(
        database: &Database,
        limits: Limits,
        steps: &[Step],
    ) -> Result<Self, StoreError> {
        let (held, owner) = open::open(database, &limits, steps).await?;
        let state = Arc::new(State::default());
        let (orders, incoming) = mpsc::channel(QUEUE);
        let (running, stopped) = watch::channel(());
        let connector = Connector { database: database.clone(), limits, owner };
        let writer = Writer::new(connector, held, Arc::clone(&state), incoming);
        tokio::spawn(writer.run(running));
        let reader = Reader::new(database.clone(), limits);
        Ok(Self { orders, state, reader, stopped })
    }
}

impl Store for PostgresStore {
    fn get<'a>(
        &'a self,
        table: Table,
        key: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        self.reader.get(table, key).boxed()
    }

    fn page<'a>(
        &'a self,
        table: Table,
        prefix: &'a [u8],
        page: Page<'a>,
    ) -> BoxFuture<'a, Result<Rows, StoreError>> {
        self.reader.page(table, prefix, page).boxed()
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
        match self.state.broken() {
            Some(broken) => Err(broken),
            None if self.orders.is_closed() => Err(StoreError::Closed),
            None => self.state.health(),
        }
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        async move {
            // An error says that it is closing already.
            let _ = self.orders.send(Order::Close).await;
            let mut stopped = self.stopped.clone();
            while stopped.changed().await.is_ok() {}
            self.reader.close().await;
        }
        .boxed()
    }
}

/// Backs up the store in the database into the file `file`, and gives the number of rows back. A
/// bot may run on it meanwhile.
pub async fn backup_database(_database: &Database, _file: &Path) -> Result<u64, BackupError> {
    todo!()
}

/// Makes a store in the database out of a backup, of this or of the other kind of store, and gives
/// the number of rows back. There must be no store there yet: it appears whole or not at all.
pub async fn restore_database(_file: &Path, _database: &Database) -> Result<u64, BackupError> {
    todo!()
}

/// Changes the key of the store in the database from `old` to `new`, after a backup to the file
/// `backup`, and gives the number of rows back. All or nothing.
pub async fn rekey_database(
    _database: &Database,
    _old: &Vault,
    _new: &Vault,
    _backup: &Path,
) -> Result<u64, RekeyError> {
    todo!()
}

/// Looks at the store in the database, changing nothing; `None` where there is none yet.
pub async fn look_database(_database: &Database) -> Result<Option<About>, StoreError> {
    todo!()
}

/// Whether a process has the store in the database open; `None` where there is none yet.
pub async fn is_database_in_use(_database: &Database) -> Result<Option<bool>, StoreError> {
    todo!()
}

/// Whether this key opens the store in the database; also one that has no secrets yet.
pub async fn key_fits_database(_database: &Database, _vault: &Vault) -> Result<bool, StoreError> {
    todo!()
}
