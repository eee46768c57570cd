//! The store in a PostgreSQL database: for hosts whose disks vanish.

mod address;

use std::path::Path;

use futures_util::future::BoxFuture;

pub use self::address::{Database, DatabaseUrlError};
use super::{About, BackupError, Batch, Page, RekeyError, Rows, Store, StoreError, Table, Vault};

/// The [`Store`] in a PostgreSQL database.
pub struct PostgresStore {}

impl PostgresStore {
    /// Opens the store in the database, and makes it if there is none.
    pub async fn open(_database: &Database) -> Result<Self, StoreError> {
        todo!()
    }
}

impl Store for PostgresStore {
    fn get<'a>(
        &'a self,
        _table: Table,
        _key: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        todo!()
    }

    fn page<'a>(
        &'a self,
        _table: Table,
        _prefix: &'a [u8],
        _page: Page<'a>,
    ) -> BoxFuture<'a, Result<Rows, StoreError>> {
        todo!()
    }

    fn commit(&self, _batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        todo!()
    }

    fn health(&self) -> Result<(), StoreError> {
        todo!()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        todo!()
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
