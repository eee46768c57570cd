//! Typed rows over any store: people, settings, invites, connections, the inbox, timers, watches,
//! the audit log.
//!
//! Values are JSON. Tasks share them without locks: whoever changes a row reads it, decides, and
//! commits a batch that expects what was read; on a conflict they read again ([`retry`]).

mod audit;
mod connections;
mod effects;
mod inbox;
mod invites;
mod moves;
mod people;
mod reseal;
mod rooms;
mod schedule;
mod service;
mod settings;
mod sign_ins;
mod sweep;
mod watches;

#[cfg(test)]
mod bench;
#[cfg(test)]
mod revoked_tests;

use std::sync::Arc;

use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

pub(super) use self::reseal::{Change, fits};
#[cfg(test)]
pub(super) use self::{
    bench::{audit_entry, member, sign_in},
    connections::tests::{facts, webhook},
};
pub use self::{
    effects::{Effect, Once},
    inbox::{LARGEST_PAYLOAD, Settled, Taken, Unsettled},
    people::Revoked,
    rooms::Room,
    schedule::Timer,
    settings::Settings,
    sign_ins::{CameBack, PendingSignIn, SignInId},
    sweep::{Retention, Swept},
    watches::{Watch, WatchChange},
};
use super::{Batch, Store, StoreError, Table, Vault};
use crate::domain::supervisor::TelegramId;

/// The row of `Meta` that only the store's own key opens.
pub(super) const KEY_CHECK: &[u8] = b"key_check";

/// How often to try again when others change the same row. Each conflict means that another task
/// got ahead, so there are no more of them than tasks; the bound turns a mistake into an error.
const TRIES: usize = 256;

/// What hushbot knows of people, as typed rows. Clones share the same store.
#[derive(Clone)]
pub struct Records {
    store: Arc<dyn Store>,
    vault: Arc<Vault>,
}

impl Records {
    /// The records in `store`, whose secrets `vault` seals. [`StoreError::WrongKey`] if they were
    /// sealed with another key.
    pub async fn open(store: Arc<dyn Store>, vault: Vault) -> Result<Self, StoreError> {
        let records = Self { store, vault: Arc::new(vault) };
        retry(|| records.check_key()).await?;
        Ok(records)
    }

    /// Opens the sealed constant, or seals one in a new store: a wrong key is noticed at the start
    /// and not at somebody's first command.
    async fn check_key(&self) -> Result<(), StoreError> {
        let place = sealing_place(Table::Meta, KEY_CHECK);
        if let Some(sealed) = self.store.get(Table::Meta, KEY_CHECK).await? {
            return self.vault.open(&place, &sealed).map(drop).map_err(|_| StoreError::WrongKey);
        }
        let sealed = self.vault.seal(&place, KEY_CHECK)?;
        let batch = Batch::new().expect_absent(Table::Meta, KEY_CHECK);
        self.store.commit(batch.put(Table::Meta, KEY_CHECK, sealed)).await
    }

    async fn find<T: DeserializeOwned>(
        &self,
        table: Table,
        key: &[u8],
    ) -> Result<Option<Found<T>>, StoreError> {
        self.store.get(table, key).await?.map(|raw| Found::read(table, raw)).transpose()
    }

    /// Seals for the row with this key.
    fn seal_row(&self, table: Table, key: &[u8], plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        Ok(self.vault.seal(&sealing_place(table, key), plain)?)
    }

    /// Opens what was sealed for the row with this key.
    fn open_row(
        &self,
        table: Table,
        key: &[u8],
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        self.vault
            .open(&sealing_place(table, key), sealed)
            .map_err(|error| StoreError::BadRow { table, reason: error.to_string() })
    }
}

/// A row that was read, with its bytes for a batch to expect.
struct Found<T> {
    raw: Vec<u8>,
    value: T,
}

impl<T: DeserializeOwned> Found<T> {
    fn read(table: Table, raw: Vec<u8>) -> Result<Self, StoreError> {
        let value = serde_json::from_slice(&raw)
            .map_err(|error| StoreError::BadRow { table, reason: error.to_string() })?;
        Ok(Self { raw, value })
    }
}

/// The bytes that a batch is to expect of what was found.
fn raw<T>(found: Option<&Found<T>>) -> Option<&[u8]> {
    found.map(|found| found.raw.as_slice())
}

fn to_json<T: Serialize>(table: Table, value: &T) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(value)
        .map_err(|error| StoreError::BadRow { table, reason: error.to_string() })
}

/// The key of a person's rows. Big-endian, so that rows are ordered by id.
fn person_key(id: TelegramId) -> [u8; 8] {
    id.0.to_be_bytes()
}

/// What the vault binds a secret to: its row's place in the whole store.
fn sealing_place(table: Table, key: &[u8]) -> Vec<u8> {
    [&[table.tag()], key].concat()
}

/// Makes an attempt until nobody else has changed a row in the middle of it.
async fn retry<T, F, A>(attempt: F) -> Result<T, StoreError>
where
    F: Fn() -> A,
    A: Future<Output = Result<T, StoreError>>,
{
    for _ in 1..TRIES {
        match attempt().await {
            Err(StoreError::Conflict) => {}
            outcome => return outcome,
        }
    }
    attempt().await
}

#[cfg(test)]
mod tests {
    use super::{bench::Bench, *};

    #[tokio::test]
    async fn a_start_with_another_key_is_refused() {
        let bench = Bench::new().await;
        for (key, fits) in [(1, true), (2, false), (1, true)] {
            match Records::open(Arc::clone(&bench.store), Bench::vault(key)).await {
                Ok(_) => assert!(fits),
                Err(error) => assert!(!fits && matches!(error, StoreError::WrongKey), "{error}"),
            }
        }
    }

    #[tokio::test]
    async fn a_row_that_is_not_json_is_named() {
        let bench = Bench::new().await;
        let key = person_key(TelegramId(7));
        bench.store.commit(Batch::new().put(Table::People, &key, "{")).await.unwrap();
        let error = bench.records.member(TelegramId(7)).await.unwrap_err();
        assert!(matches!(error, StoreError::BadRow { table: Table::People, .. }), "{error}");
        assert!(error.to_string().starts_with("a row of People "), "{error}");
    }
}
