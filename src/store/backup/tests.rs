use std::{os::unix::fs::PermissionsExt, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use super::*;
use crate::store::{Batch, SledStore, Store as _, StoreError, Table};

/// Commits a row to two tables, so that a torn batch would show.
fn pair(key: &[u8], value: &[u8]) -> Batch {
    Batch::new().put(Table::People, key, value).put(Table::Inbox, key, value)
}

async fn filled(dir: &Path) -> SledStore {
    let store = SledStore::open(dir).unwrap();
    for n in 0_u8..50 {
        store.commit(pair(&[n], &vec![n; usize::from(n) * 50])).await.unwrap();
    }
    store
}

async fn assert_filled(dir: &Path) {
    let store = SledStore::open(dir).unwrap();
    for n in 0_u8..50 {
        for table in [Table::People, Table::Inbox] {
            let value = store.get(table, &[n]).await.unwrap();
            assert_eq!(value, Some(vec![n; usize::from(n) * 50]));
        }
    }
    store.commit(pair(b"new", b"row")).await.unwrap();
    store.close().await;
}

#[tokio::test]
async fn a_backup_is_put_back_as_it_was() {
    let root = TempDir::new().unwrap();
    let [dir, open, closed, a, b] =
        ["store", "backups/open", "backups/closed", "a", "b"].map(|name| root.path().join(name));
    let store = filled(&dir).await;
    let rows = store.backup(&open).await.unwrap();
    assert!(rows > 100);
    let in_use = backup_closed(&dir, &closed).unwrap_err();
    assert!(matches!(in_use, BackupError::InUse { .. }), "{in_use}");
    assert!(in_use.to_string().contains("every day"), "{in_use}");
    store.close().await;
    drop(store);
    assert_eq!(backup_closed(&dir, &closed).unwrap(), rows);
    assert_eq!(fs::read(&open).unwrap(), fs::read(&closed).unwrap());
    assert_eq!(fs::metadata(&open).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(root.path().join("backups")).unwrap().count(), 2);
    fs::create_dir(&b).unwrap();
    for dir in [&a, &b] {
        assert_eq!(restore(&open, dir).unwrap(), rows);
        assert_filled(dir).await;
        let refused = restore(&open, dir).unwrap_err();
        assert!(matches!(refused, BackupError::NotEmpty { .. }), "{refused}");
    }
}

#[tokio::test]
async fn a_backup_under_load_tears_no_batch_and_has_what_was_acknowledged() {
    let root = TempDir::new().unwrap();
    let store = Arc::new(filled(&root.path().join("store")).await);
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let writers: Vec<_> = (0_u8..8)
        .map(|task| {
            let (store, stopped) = (Arc::clone(&store), stopped.clone());
            tokio::spawn(async move {
                for n in 0_u32.. {
                    let key = [&[0xf0, task][..], &n.to_be_bytes()].concat();
                    store.commit(pair(&key, &key)).await.unwrap();
                    if *stopped.borrow() {
                        break;
                    }
                }
            })
        })
        .collect();
    for round in 0_u8..5 {
        let [file, dir] =
            ["backup", "copy"].map(|name| root.path().join(format!("{name}-{round}")));
        store.commit(pair(&[0xff, round], b"before")).await.unwrap();
        store.backup(&file).await.unwrap();
        restore(&file, &dir).unwrap();
        let copy = SledStore::open(&dir).unwrap();
        let [people, inbox] =
            [Table::People, Table::Inbox].map(|table| copy.scan(table, &[], usize::MAX));
        assert_eq!(people.await.unwrap(), inbox.await.unwrap());
        assert!(copy.get(Table::People, &[0xff, round]).await.unwrap().is_some());
    }
    stop.send(true).unwrap();
    for writer in writers {
        writer.await.unwrap();
    }
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_leaves_nothing() {
    let root = TempDir::new().unwrap();
    let [dir, file, bad, into] =
        ["store", "good", "bad", "into"].map(|name| root.path().join(name));
    filled(&dir).await.backup(&file).await.unwrap();
    let good = fs::read(&file).unwrap();
    let step = good.len() / 60;
    let cut = (0..good.len()).step_by(step).map(|len| good[..len].to_vec());
    let flipped = (0..good.len()).step_by(step).chain([15, good.len() - 1]).map(|at| {
        let mut bytes = good.clone();
        bytes[at] ^= 0x10;
        bytes
    });
    let longer = [&good[..], b"x"].concat();
    for bytes in cut.chain(flipped).chain([longer]) {
        fs::write(&bad, &bytes).unwrap();
        let error = restore(&bad, &into).unwrap_err();
        let version = bytes.get(15) == Some(&0x11);
        match error {
            BackupError::UnknownVersion { found: 0x11, known: 1, .. } => assert!(version),
            BackupError::Damaged { .. } => assert!(!version),
            error => panic!("{error}"),
        }
        assert!(!into.exists() && !root.path().join("into.restoring").exists());
    }
    restore(&file, &into).unwrap();
}

#[tokio::test]
async fn what_is_no_store_is_not_backed_up_or_put_back() {
    let root = TempDir::new().unwrap();
    let [dir, file, into] = ["store", "file", "into"].map(|name| root.path().join(name));
    let missing = backup_closed(&dir, &file).unwrap_err();
    assert!(matches!(missing, BackupError::NoStore { .. }), "{missing}");
    assert!(!dir.exists() && !file.exists());
    let missing = restore(&file, &into).unwrap_err();
    assert!(matches!(missing, BackupError::Io { .. }), "{missing}");

    let store = filled(&dir).await;
    store.commit(Batch::new().put(Table::Meta, b"format", "99")).await.unwrap();
    store.backup(&file).await.unwrap();
    // What an interrupted try has left is no obstacle.
    fs::create_dir(root.path().join("into.restoring")).unwrap();
    let newer = restore(&file, &into).unwrap_err();
    let unknown = StoreError::UnknownFormat { found: "99".to_owned(), known: 2 };
    assert_eq!(newer.to_string(), unknown.to_string());
    assert!(!into.exists() && !root.path().join("into.restoring").exists());
    fs::write(&into, "").unwrap();
    let in_the_way = restore(&file, &into).unwrap_err();
    assert!(matches!(in_the_way, BackupError::NotEmpty { .. }), "{in_the_way}");
    store.close().await;
    let closed = store.backup(&file).await.unwrap_err();
    assert!(matches!(closed, BackupError::Store(StoreError::Closed)), "{closed}");
}

#[test]
fn the_newest_backups_stay() {
    let dir = TempDir::new().unwrap();
    let days = |n: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * n);
    let names: Vec<_> = [3, 40, 400, 4_000].map(|n| backup_name(days(n))).into();
    assert!(names.is_sorted());
    let others = ["format-1.backup", "notes.txt", "hushbot-x", &format!("{}.part", names[0])];
    for name in names.iter().map(String::as_str).chain(others) {
        fs::write(dir.path().join(name), "").unwrap();
    }
    let removed = keep_newest(dir.path(), 2).unwrap();
    assert_eq!(removed, [others[3], &names[0], &names[1]].map(|name| dir.path().join(name)));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 5);
    assert!(keep_newest(dir.path(), 9).unwrap().is_empty());
    assert!(keep_newest(&dir.path().join("none"), 1).is_err());
}
