//! A store of one's own for each test.

use std::sync::Arc;

use jiff::Timestamp;
use secrecy::SecretBox;
use tempfile::TempDir;

use super::Records;
use crate::{
    domain::{
        audit::{AuditEntry, AuditOutcome},
        chat::ChatPlace,
        connection::PortalAddress,
        dialog::DialogId,
        silent_mode::Switch,
        supervisor::{Member, Role, TelegramId},
    },
    store::{PendingSignIn, SledStore, Store, Vault},
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

pub(in crate::store) fn member(id: u64, role: Role) -> Member {
    Member {
        id: TelegramId(id),
        role,
        name: format!("Person {id}"),
        since: Timestamp::UNIX_EPOCH,
        invited_by: None,
    }
}

pub(in crate::store) fn audit_entry(seconds: i64, portal: &str, dialog: u64) -> AuditEntry {
    AuditEntry {
        update: 1,
        user: 7,
        at: Timestamp::from_second(seconds).unwrap(),
        who: TelegramId(7),
        name: "Person 7".to_owned(),
        place: None,
        portal: portal.to_owned(),
        dialog: DialogId::new(dialog).unwrap(),
        order: Switch::On,
        lasting: None,
        reason: None,
        outcome: AuditOutcome::Done,
        took_ms: 12,
    }
}

pub(in crate::store) fn sign_in(owner: TelegramId, portal: &str) -> PendingSignIn {
    let address = format!("https://{portal}.example").parse().unwrap();
    PendingSignIn {
        owner,
        name: format!("Person {owner}"),
        place: ChatPlace { chat: 7, private: true, thread: None, message: 0 },
        portal: PortalAddress::new(address).unwrap(),
        client: "local.1".into(),
        until: Timestamp::from_second(1_800_000_600).unwrap(),
        used: false,
    }
}
