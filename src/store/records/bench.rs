//! A store of one's own for each test.

use std::sync::Arc;

use jiff::Timestamp;
use secrecy::SecretBox;
use tempfile::TempDir;

use super::Records;
use crate::{
    domain::supervisor::{Member, Role, TelegramId},
    store::{SledStore, Store, Vault},
};

pub(super) struct Bench {
    pub(super) records: Records,
    pub(super) store: Arc<dyn Store>,
    _dir: TempDir,
}

impl Bench {
    pub(super) async fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let store: Arc<dyn Store> = Arc::new(SledStore::open(dir.path()).unwrap());
        let vault = Self::vault(1);
        let records = Records::open(Arc::clone(&store), vault).await.unwrap();
        Self { records, store, _dir: dir }
    }

    pub(super) fn vault(byte: u8) -> Vault {
        Vault::from_key(SecretBox::new(Box::new([byte; 32])))
    }
}

pub(super) fn member(id: u64, role: Role) -> Member {
    Member {
        id: TelegramId(id),
        role,
        name: format!("Person {id}"),
        since: Timestamp::UNIX_EPOCH,
        invited_by: None,
    }
}
