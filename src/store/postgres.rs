//! The store in a PostgreSQL database: for hosts whose disks vanish.
//!
//! The rows are those of every other store, in one table of bytes. One task writes: it takes
//! batches from a channel and makes one transaction of up to 128 of them ([`round`]). When the
//! connection is lost it gets another, finds out whether the last round was committed, and goes on
//! ([`away`]); [`lock`] says how it is the only one to write. Reads have a connection of their own.

mod address;
mod away;
mod backup;
mod decisive;
mod hold;
mod lock;
mod look;
mod migrate;
mod open;
mod pages;
mod read_only;
mod reader;
mod rekey;
mod round;
mod rows;
mod schema;
mod session;
mod state;
mod tls;
mod writer;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use futures_util::{FutureExt as _, future::BoxFuture};
use tokio::sync::{mpsc, oneshot, watch};

pub use self::{
    address::{Database, DatabaseUrlError},
    backup::{backup_database, restore_database},
    look::{is_database_in_use, key_fits_database, look_database},
    read_only::read_database,
    rekey::rekey_database,
};
use self::{
    hold::Connector,
    reader::Reader,
    state::{Limits, State},
    writer::{Order, QUEUE, Writer},
};
use super::{
    Batch, Page, Rows, Store, StoreError, Table,
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
