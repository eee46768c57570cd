//! The store to read only, for a look at what is in it while a bot may run on it.

use std::sync::Arc;

use futures_util::{FutureExt as _, future::BoxFuture, future::ready};

use super::{Database, reader::Reader, state::Limits};
use crate::store::{Batch, Page, Rows, Store, StoreError, Table};

struct ReadOnly(Reader);

/// The store in the database to read only: it takes nothing from whoever has it open, and every
/// commit is refused. Connects at the first read.
pub fn read_database(database: &Database) -> Arc<dyn Store> {
    Arc::new(ReadOnly(Reader::new(database.clone(), Limits::DEFAULT)))
}

impl Store for ReadOnly {
    fn get<'a>(
        &'a self,
        table: Table,
        key: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        self.0.get(table, key).boxed()
    }

    fn page<'a>(
        &'a self,
        table: Table,
        prefix: &'a [u8],
        page: Page<'a>,
    ) -> BoxFuture<'a, Result<Rows, StoreError>> {
        self.0.page(table, prefix, page).boxed()
    }

    fn commit(&self, _: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        ready(Err(StoreError::Closed)).boxed()
    }

    fn health(&self) -> Result<(), StoreError> {
        Err(StoreError::Closed)
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.0.close().boxed()
    }
}
