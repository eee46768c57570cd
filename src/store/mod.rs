//! What hushbot keeps on disk: the port, the sled adapter, the vault and the typed rows.
//!
//! * [`Store`] is the port: tables of bytes, and batches that are written whole or not at all.
//! * [`SledStore`] is the adapter on the local disk, with one writer thread.
//! * [`Vault`] seals what must not be read off the disk; it alone sees the key.
//! * [`Records`] are people, settings, invites and connections, over any store and a vault.

mod durable;
mod error;
mod format;
mod port;
mod records;
mod sled_store;
mod vault;

#[cfg(test)]
mod contract;

pub use error::StoreError;
pub use format::FORMAT;
pub use port::{Batch, LARGEST_ROW, LONGEST_KEY, Row, Rows, Store, Table};
pub use records::{Records, Revoked, Settings};
pub use sled_store::SledStore;
pub use vault::{KeyError, KeyFileError, Vault, VaultError};
