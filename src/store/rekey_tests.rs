use std::sync::Arc;

use jiff::Timestamp;
use proptest::prelude::*;
use secrecy::SecretBox;
use tempfile::TempDir;

use super::*;
use crate::{
    domain::{
        access::{Access, SignedIn, Tokens},
        audit::AuditEntry,
        connection::Connection,
        invite::{Invite, InviteToken},
        supervisor::{Member, Role, TelegramId},
    },
    store::{
        Effect, Records, Settled, SignInId, SledStore, Store as _, Unsettled,
        records::{audit_entry, facts, member, sign_in, webhook},
    },
};

fn vault(byte: u8) -> Vault {
    Vault::from_key(SecretBox::new(Box::new([byte; 32])))
}

async fn open(dir: &Path, key: u8) -> Result<(Arc<SledStore>, Records), StoreError> {
    let store = Arc::new(SledStore::open(dir)?);
    match Records::open(store.clone(), vault(key)).await {
        Ok(records) => Ok((store, records)),
        Err(error) => {
            store.close().await;
            Err(error)
        }
    }
}

/// Everything that is sealed, and some that is not.
#[derive(Debug, PartialEq)]
struct Contents {
    members: Vec<Member>,
    connections: Vec<(u64, String, String)>,
    sign_ins: usize,
    inbox: Vec<Unsettled>,
    effects: Vec<Option<Effect>>,
    audit: Vec<AuditEntry>,
}

const PEOPLE: u64 = 6;

/// A sign-in, whose pair of tokens is one sealed value.
fn signed_in(owner: TelegramId, n: u64) -> SignedIn {
    SignedIn {
        address: webhook(&format!("signed-in-{n}"), n + 1).address().clone(),
        user: n + 1,
        member: format!("member-{n}"),
        owner,
        client: "local.1".into(),
        tokens: Tokens {
            access: format!("n0taccess{n}").into(),
            refresh: format!("n0trefresh{n}").into(),
            given_at: Timestamp::UNIX_EPOCH,
            server: None,
        },
    }
}

async fn fill(records: &Records, rows: u64) {
    let now = Timestamp::UNIX_EPOCH;
    for n in 0..rows {
        let person = TelegramId(1 + n % PEOPLE);
        records.admit(&member(person.0, Role::Supervisor)).await.unwrap();
        records
            .save_connection(person, &webhook(&format!("portal{n}"), n + 1), &facts())
            .await
            .unwrap();
        records.save_connection(person, signed_in(person, n), &facts()).await.unwrap();
        let state = SignInId::of(&format!("state {n}"));
        records.begin_sign_in(state, &sign_in(person, "portal")).await.unwrap();
        records.take_in(vec![(n, format!("payload {n}").into_bytes())], now).await.unwrap();
        let token = InviteToken::from_random([u8::try_from(n).unwrap(); 16]);
        let invite = Invite { role: Role::Supervisor, by: Some(person), expires_at: now };
        records.once(n).put_invite(&token, &invite).await.unwrap();
        let at = i64::try_from(n).unwrap();
        let audit = [audit_entry(at, "portal", n + 1)];
        records.settle(Settled { update: 1_000 + n, at: now, audit: &audit }).await.unwrap();
    }
}

async fn contents(records: &Records, rows: u64) -> Contents {
    let mut connections = Vec::new();
    for person in 1..=PEOPLE {
        for Connection { id, access, .. } in records.connections(TelegramId(person)).await.unwrap()
        {
            use secrecy::ExposeSecret as _;
            let secret = match &access {
                Access::Webhook(webhook) => webhook.secret(),
                Access::SignIn(signed_in) => &signed_in.tokens.refresh,
            };
            let secret = secret.expose_secret().to_owned();
            connections.push((person, format!("{id} {}", access.address()), secret));
        }
    }
    let mut effects = Vec::new();
    for n in 0..rows {
        effects.push(records.effect(n).await.unwrap());
    }
    Contents {
        members: records.members().await.unwrap(),
        connections,
        sign_ins: records.sign_ins().await.unwrap().len(),
        inbox: records.unsettled().await.unwrap(),
        effects,
        audit: records.audit(None, None, usize::MAX).await.unwrap(),
    }
}

/// A closed store with key 1, and what is in it.
async fn made(dir: &Path, rows: u64) -> Contents {
    let (store, records) = open(dir, 1).await.unwrap();
    fill(&records, rows).await;
    let contents = contents(&records, rows).await;
    store.close().await;
    contents
}

async fn check(dir: &Path, key: u8, rows: u64, expected: &Contents) {
    let (store, records) = open(dir, key).await.unwrap();
    assert_eq!(&contents(&records, rows).await, expected);
    store.close().await;
    drop((store, records));
    let other = open(dir, 3 - key).await.err().expect("the other key is refused");
    assert!(matches!(other, StoreError::WrongKey), "{other}");
}

fn copy_dir(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn with_the_new_key_everything_reads_as_before(rows in 0_u64..40) {
        runtime().block_on(async {
            let home = TempDir::new().unwrap();
            let dir = home.path().join("store");
            let before = made(&dir, rows).await;
            let backup = home.path().join("before.backup");
            rekey(&dir, &vault(1), &vault(2), &backup).unwrap().finish().unwrap();
            check(&dir, 2, rows, &before).await;
            // The backup is of before, and opens with the old key.
            let restored = home.path().join("restored");
            crate::store::restore(&backup, &restored).unwrap();
            check(&restored, 1, rows, &before).await;
        });
    }
}

#[tokio::test]
async fn nothing_that_the_old_key_opens_stays_in_the_new_files() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("store");
    made(&dir, 5).await;
    let mut old = Vec::new();
    let db = sled_store::open_as_it_is(&dir).unwrap();
    for row in db.iter() {
        let (place, value) = row.unwrap();
        if Table::from_tag(place[0]) == Some(Table::Effects) {
            old.push(value.to_vec());
        }
    }
    drop(db);
    assert_eq!(old.len(), 5);
    let backup = home.path().join("b");
    rekey(&dir, &vault(1), &vault(2), &backup).unwrap().finish().unwrap();
    let bytes = std::fs::read(dir.join("db")).unwrap();
    for sealed in old {
        assert!(!bytes.windows(sealed.len()).any(|window| window == sealed));
    }
}

/// Each line of the table in the module's head is a place where the process may die.
#[tokio::test]
async fn wherever_it_dies_one_whole_store_is_left() {
    let home = TempDir::new().unwrap();
    let (old, rows) = (home.path().join("old"), 5);
    let before = made(&old, rows).await;
    let new = home.path().join("new");
    copy_dir(&old, &new);
    rekey(&new, &vault(1), &vault(2), &home.path().join("b")).unwrap().finish().unwrap();

    for (state, stores, key) in [
        ("filling", [Some(&old), Some(&new), None], 1),
        ("decided", [None, Some(&new), Some(&old)], 2),
        ("in place", [Some(&new), None, Some(&old)], 2),
        ("ended", [Some(&new), None, None], 2),
        ("never filled", [None, None, Some(&old)], 1),
    ] {
        let place = TempDir::new().unwrap();
        let dir = place.path().join("store");
        for (source, name) in stores.into_iter().zip(["store", "store.rekeyed", "store.replaced"]) {
            if let Some(source) = source {
                copy_dir(source, &place.path().join(name));
            }
        }
        let had_to = settle_rekey(&dir).unwrap();
        assert_eq!(had_to, stores[2].is_some(), "{state}");
        assert!(!settle_rekey(&dir).unwrap(), "{state}");
        check(&dir, key, rows, &before).await;
        forget_rekey(&dir).unwrap();
        let left: Vec<_> = std::fs::read_dir(place.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "{state}: {left:?}");
        // And it can be done again.
        let (from, to) = (vault(key), vault(3));
        rekey(&dir, &from, &to, &place.path().join("b")).unwrap().finish().unwrap();
        open(&dir, 3).await.unwrap().0.close().await;
    }
}

#[tokio::test]
async fn until_it_is_finished_nobody_else_opens_the_store() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("store");
    made(&dir, 1).await;
    let changed = rekey(&dir, &vault(1), &vault(2), &home.path().join("b")).unwrap();
    let refused = settle_rekey(&dir).unwrap_err();
    assert!(matches!(refused, BackupError::InUse { .. }), "{refused}");
    changed.finish().unwrap();
    assert!(!settle_rekey(&dir).unwrap());
}

#[tokio::test]
async fn what_can_not_be_changed_is_left_as_it_is() {
    let home = TempDir::new().unwrap();
    let (dir, backup) = (home.path().join("store"), home.path().join("b"));
    let refused = rekey(&dir, &vault(1), &vault(2), &backup).unwrap_err();
    assert!(matches!(refused, RekeyError::Backup(BackupError::NoStore { .. })), "{refused}");
    let before = made(&dir, 2).await;
    let refused = rekey(&dir, &vault(2), &vault(3), &backup).unwrap_err();
    assert!(refused.to_string().contains("another key"), "{refused}");
    let refused = rekey(&dir, &vault(1), &vault(1), &backup).unwrap_err();
    assert!(matches!(refused, RekeyError::SameKey), "{refused}");
    let (store, records) = open(&dir, 1).await.unwrap();
    assert_eq!(is_in_use(&dir).unwrap(), Some(true));
    let refused = rekey(&dir, &vault(1), &vault(2), &backup).unwrap_err();
    assert!(matches!(refused, RekeyError::Backup(BackupError::InUse { .. })), "{refused}");
    store.close().await;
    drop((store, records));
    // Another test's child that is just being started has all files open for a moment.
    let deadline = Instant::now() + PATIENCE;
    while is_in_use(&dir).unwrap() == Some(true) && Instant::now() < deadline {
        std::thread::sleep(PAUSE);
    }
    assert_eq!(is_in_use(&dir).unwrap(), Some(false));
    assert_eq!(is_in_use(&home.path().join("none")).unwrap(), None);
    check(&dir, 1, 2, &before).await;
    assert!(!backup.exists());
}

#[test]
fn every_table_has_one_number() {
    for (tag, table) in (0..=u8::MAX).zip(Table::ALL) {
        assert_eq!(table.tag(), tag);
        assert_eq!(Table::from_tag(tag), Some(table));
    }
    // One that is missing above can't be opened again by whoever changes the key.
    assert_eq!(usize::from(Table::SignIns.tag()) + 1, Table::ALL.len());
}
