//! Backups, another key, and looking at the store.

use std::fs;

use secrecy::SecretBox;
use tempfile::TempDir;

use super::*;
use crate::{
    domain::supervisor::{Member, Role, TelegramId},
    store::{
        BackupError, FORMAT, Records, RekeyError, SledStore, backup_closed,
        records::{facts, member, webhook},
        restore,
    },
};

fn vault(byte: u8) -> crate::store::Vault {
    crate::store::Vault::from_key(SecretBox::new(Box::new([byte; 32])))
}

/// A caller may be a task of any runtime.
#[test]
fn what_is_done_from_outside_can_be_sent() {
    fn is_send(_: impl Send) {}
    let database = Database::parse(&"postgres://u@h/d".into()).unwrap();
    let (key, file) = (vault(1), std::path::Path::new("file"));
    is_send(PostgresStore::open(&database));
    is_send(backup_database(&database, file));
    is_send(restore_database(file, &database));
    is_send(rekey_database(&database, &key, &key, file));
    is_send(look_database(&database));
    is_send(is_database_in_use(&database));
    is_send(key_fits_database(&database, &key));
}

/// More rows than a page has, in two tables, so that a torn batch would show.
async fn fill(store: &dyn Store) {
    for n in 0_u16..40 {
        let mut batch = Batch::new();
        for m in 0_u16..20 {
            let key = [n.to_be_bytes(), m.to_be_bytes()].concat();
            let value = vec![n.to_be_bytes()[1]; usize::from(m) * 20];
            batch = batch.put(TABLE, &key, value.clone()).put(Table::SignIns, &key, value);
        }
        store.commit(batch).await.unwrap();
    }
}

async fn all(store: &dyn Store) -> Vec<Rows> {
    let mut tables = Vec::new();
    for table in Table::ALL {
        tables.push(store.scan(table, &[], usize::MAX).await.unwrap());
    }
    tables
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_backup_of_one_kind_of_store_is_put_back_into_the_other() {
    let [from, to] = [Schema::new(), Schema::new()];
    let home = TempDir::new().unwrap();
    let [dir, a, b, c] = ["store", "a", "b", "c"].map(|name| home.path().join(name));
    let store = from.store().await;
    fill(&store).await;
    let before = all(&store).await;
    let rows = backup_database(&from.database(), &a).await.unwrap();
    assert_eq!(rows, 40 * 20 * 2 + 1);
    store.close().await;

    assert_eq!(restore(&a, &dir).unwrap(), rows);
    let on_disk = SledStore::open(&dir).unwrap();
    assert_eq!(all(&on_disk).await, before);
    on_disk.close().await;
    drop(on_disk);

    assert_eq!(backup_closed(&dir, &b).unwrap(), rows);
    assert_eq!(fs::read(&a).unwrap(), fs::read(&b).unwrap());
    assert_eq!(restore_database(&b, &to.database()).await.unwrap(), rows);
    let again = to.hasty().await;
    assert_eq!(all(&again).await, before);
    again.commit(put(b"new")).await.unwrap();
    again.close().await;
    backup_database(&to.database(), &c).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_backup_under_load_tears_no_batch() {
    let schema = Schema::new();
    let home = TempDir::new().unwrap();
    let store = Arc::new(schema.store().await);
    fill(&*store).await;
    let (stop, stopped) = watch::channel(false);
    let writer = tokio::spawn({
        let store = Arc::clone(&store);
        async move {
            for n in 0_u32.. {
                let key = n.to_be_bytes();
                let batch = Batch::new().put(TABLE, &key, key).put(Table::SignIns, &key, key);
                store.commit(batch).await.unwrap();
                if *stopped.borrow() {
                    return;
                }
            }
        }
    });
    for round in 0..4 {
        let [file, dir] = ["file", "dir"].map(|name| home.path().join(format!("{name}-{round}")));
        store.commit(Batch::new().put(Table::Rooms, &[round], "x")).await.unwrap();
        backup_database(&schema.database(), &file).await.unwrap();
        restore(&file, &dir).unwrap();
        let copy = SledStore::open(&dir).unwrap();
        let [a, b] = [TABLE, Table::SignIns].map(|table| copy.scan(table, &[], usize::MAX));
        assert_eq!(a.await.unwrap(), b.await.unwrap());
        assert!(copy.get(Table::Rooms, &[round]).await.unwrap().is_some());
    }
    stop.send(true).unwrap();
    writer.await.unwrap();
    store.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_backup_is_put_back_only_where_nothing_is() {
    let [from, to] = [Schema::new(), Schema::new()];
    let (source, target) = (from.database(), to.database());
    let home = TempDir::new().unwrap();
    let [file, bad] = ["file", "bad"].map(|name| home.path().join(name));
    let none = backup_database(&source, &file).await.unwrap_err();
    assert!(matches!(none, BackupError::NoStoreInDatabase { .. }), "{none}");
    assert!(!file.exists());
    let store = from.store().await;
    fill(&store).await;
    backup_database(&source, &file).await.unwrap();

    let used = restore_database(&file, &source).await.unwrap_err();
    assert!(matches!(used, BackupError::DatabaseInUse { .. }), "{used}");
    store.close().await;
    let taken = restore_database(&file, &source).await.unwrap_err();
    assert!(matches!(taken, BackupError::DatabaseNotEmpty { .. }), "{taken}");

    let whole = fs::read(&file).unwrap();
    for len in [0, 10, whole.len() / 2, whole.len() - 1] {
        fs::write(&bad, &whole[..len]).unwrap();
        let damaged = restore_database(&bad, &target).await.unwrap_err();
        assert!(matches!(damaged, BackupError::Damaged { .. }), "{damaged}");
    }
    assert!(look_database(&target).await.unwrap().is_none());
    let missing = restore_database(&home.path().join("none"), &target).await.unwrap_err();
    assert!(matches!(missing, BackupError::Io { .. }), "{missing}");

    let store = from.store().await;
    let newer = Batch::new().put(Table::Meta, b"format", "99");
    store.commit(newer).await.unwrap();
    let refused = backup_database(&source, &bad).await.unwrap_err();
    assert!(refused.to_string().contains("format 99"), "{refused}");
    store.close().await;
    // All or nothing.
    assert!(look_database(&target).await.unwrap().is_none());
    restore_database(&file, &target).await.unwrap();
    to.hasty().await.close().await;
}

async fn records(schema: &Schema, key: u8) -> Result<(Arc<PostgresStore>, Records), StoreError> {
    let store = Arc::new(schema.store().await);
    match Records::open(store.clone(), vault(key)).await {
        Ok(records) => Ok((store, records)),
        Err(error) => {
            store.close().await;
            Err(error)
        }
    }
}

async fn connected(records: &Records) -> (Vec<Member>, Vec<String>) {
    let people = records.members().await.unwrap();
    let connections = records.connections(TelegramId(7)).await.unwrap();
    (people, connections.iter().map(|connection| connection.id.to_string()).collect())
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn another_key_opens_all_that_the_old_one_did() {
    let schema = Schema::new();
    let home = TempDir::new().unwrap();
    let [file, dir] = ["file", "dir"].map(|name| home.path().join(name));
    let database = schema.database();
    let none = rekey_database(&database, &vault(1), &vault(2), &file).await.unwrap_err();
    assert!(matches!(none, RekeyError::Backup(BackupError::NoStoreInDatabase { .. })), "{none}");
    assert!(key_fits_database(&database, &vault(1)).await.unwrap());
    let (store, first) = records(&schema, 1).await.unwrap();
    first.admit(&member(7, Role::Supervisor)).await.unwrap();
    for n in 0..3_u64 {
        let webhook = webhook(&format!("portal{n}"), n + 1);
        first.save_connection(TelegramId(7), &webhook, &facts()).await.unwrap();
    }
    for n in 0..700_u64 {
        first.take_in(vec![(n, b"payload".to_vec())], jiff::Timestamp::UNIX_EPOCH).await.unwrap();
    }
    let before = connected(&first).await;
    let used = rekey_database(&database, &vault(1), &vault(2), &file).await.unwrap_err();
    assert!(matches!(used, RekeyError::Backup(BackupError::DatabaseInUse { .. })), "{used}");
    store.close().await;
    let wrong = rekey_database(&database, &vault(3), &vault(2), &file).await.unwrap_err();
    assert!(wrong.to_string().contains("another key"), "{wrong}");
    let same = rekey_database(&database, &vault(1), &vault(1), &file).await.unwrap_err();
    assert!(matches!(same, RekeyError::SameKey), "{same}");
    assert!(!file.exists());
    assert!(key_fits_database(&database, &vault(1)).await.unwrap());
    assert!(!key_fits_database(&database, &vault(2)).await.unwrap());

    let rows = rekey_database(&database, &vault(1), &vault(2), &file).await.unwrap();
    assert!(rows > 700, "{rows}");
    assert!(key_fits_database(&database, &vault(2)).await.unwrap());
    assert!(matches!(records(&schema, 1).await.err(), Some(StoreError::WrongKey)));
    let (store, second) = records(&schema, 2).await.unwrap();
    assert_eq!(connected(&second).await, before);
    assert_eq!(second.unsettled().await.unwrap().len(), 700);
    store.close().await;
    // The backup is of before.
    assert_eq!(restore(&file, &dir).unwrap(), rows);
    let old = Arc::new(SledStore::open(&dir).unwrap());
    let old = Records::open(old, vault(1)).await.unwrap();
    assert_eq!(connected(&old).await, before);
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_table_that_is_not_known_keeps_the_key_from_being_changed() {
    let schema = Schema::new();
    let home = TempDir::new().unwrap();
    let database = schema.database();
    records(&schema, 1).await.unwrap().0.close().await;
    let admin = schema.admin().await;
    let insert = format!("INSERT INTO {}.hushbot_rows VALUES (200, 'k', 'v')", schema.name);
    admin.batch_execute(&insert).await.unwrap();
    let file = home.path().join("file");
    let refused = rekey_database(&database, &vault(1), &vault(2), &file).await.unwrap_err();
    assert!(refused.to_string().contains("table 200"), "{refused}");
    assert!(key_fits_database(&database, &vault(1)).await.unwrap());
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn looking_at_the_store_changes_nothing() {
    let schema = Schema::new();
    let database = schema.database();
    assert_eq!(look_database(&database).await.unwrap(), None);
    assert_eq!(is_database_in_use(&database).await.unwrap(), None);
    assert_eq!(look_database(&database).await.unwrap(), None);
    let store = schema.store().await;
    fill(&store).await;
    assert_eq!(is_database_in_use(&database).await.unwrap(), Some(true));
    let about = look_database(&database).await.unwrap().unwrap();
    assert_eq!((about.format, about.rows), (FORMAT, 40 * 20 * 2 + 1));
    assert!(about.bytes > 300_000, "{}", about.bytes);
    store.commit(put(b"k")).await.unwrap();
    store.close().await;
    assert_eq!(is_database_in_use(&database).await.unwrap(), Some(false));
}
