//! What hushbot keeps on disk: the port, the sled adapter, the vault and the typed rows.
//!
//! * [`Store`] is the port: tables of bytes, and batches that are written whole or not at all.
//! * [`SledStore`] is the adapter on the local disk, with one writer thread.
//! * [`backup_closed`], [`restore`] and [`SledStore::backup`] keep all its rows in one file.
//! * [`Vault`] seals what must not be read off the disk; it alone sees the key.
//! * [`Records`] are people, settings, invites, connections, the inbox, timers and the audit log,
//!   over any store and a vault.

mod backup;
mod durable;
mod error;
mod format;
mod port;
mod postgres;
mod range;
mod records;
mod rekey;
mod round;
mod sled_store;
mod steps;
pub(crate) mod tally;
mod vault;

#[cfg(test)]
mod contract;

pub use backup::{BackupError, backup_closed, backup_name, keep_newest, restore};
pub use error::StoreError;
pub use format::FORMAT;
pub use port::{Batch, LARGEST_ROW, LONGEST_KEY, Page, Row, Rows, Store, Table};
pub use postgres::{
    Database, DatabaseUrlError, PostgresStore, backup_database, is_database_in_use,
    key_fits_database, look_database, read_database, rekey_database, restore_database,
};
pub use records::{
    CameBack, Effect, LARGEST_PAYLOAD, Once, PendingSignIn, Records, Retention, Revoked, Room,
    Settings, Settled, SignInId, Swept, Taken, Timer, Unsettled, Watch, WatchChange,
};
pub use rekey::{
    About, RekeyError, Rekeyed, forget_rekey, is_in_use, key_fits, look, rekey, settle_rekey,
};
pub use sled_store::SledStore;
pub use vault::{KeyError, KeyFileError, Vault, VaultError};
