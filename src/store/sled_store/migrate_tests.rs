use std::{fs, sync::Arc};

use tempfile::TempDir;

use super::{
    super::{SledStore, open},
    *,
};
use crate::store::{Batch, FORMAT, Store as _, restore};

/// A store of format 1 with a row, made through the port.
async fn write_format_1(dir: &Path) {
    let store = SledStore::open(dir).unwrap();
    let batch = Batch::new().put(Table::Meta, FORMAT_KEY, "1").put(Table::People, b"k", "v");
    store.commit(batch).await.unwrap();
    store.close().await;
}

async fn read(dir: &Path, table: Table, key: &[u8]) -> Option<Vec<u8>> {
    let store = SledStore::open(dir).unwrap();
    let value = store.get(table, key).await.unwrap();
    store.close().await;
    value
}

fn backups(dir: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(dir) else { return Vec::new() };
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_store_of_format_1_is_saved_and_brought_up_to_date() {
    let root = TempDir::new().unwrap();
    let (dir, saved) = (root.path().join("store"), root.path().join("backups"));
    let newest = FORMAT.to_string().into_bytes();
    write_format_1(&dir).await;
    assert_eq!(backups(&saved), [""; 0]);
    for _ in 0..2 {
        assert_eq!(read(&dir, Table::Meta, FORMAT_KEY).await, Some(newest.clone()));
        assert_eq!(read(&dir, Table::People, b"k").await.as_deref(), Some(&b"v"[..]));
        assert_eq!(backups(&saved), ["format-1.backup"]);
    }
    // Put back, it is of format 1 again, and the first backup stays.
    let again = root.path().join("again");
    assert_eq!(restore(&saved.join("format-1.backup"), &again).unwrap(), 2);
    assert_eq!(read(&again, Table::People, b"k").await.as_deref(), Some(&b"v"[..]));
    assert_eq!(backups(&saved), ["format-1-2.backup", "format-1.backup"]);
}

#[tokio::test]
async fn a_store_that_cannot_be_saved_is_left_alone() {
    let root = TempDir::new().unwrap();
    let dir = root.path().join("store");
    write_format_1(&dir).await;
    let in_the_way = root.path().join("backups");
    fs::write(&in_the_way, "").unwrap();
    let error = SledStore::open(&dir).err().expect("it should not open");
    assert!(matches!(error, StoreError::NotSaved { format: 1, .. }), "{error}");
    fs::remove_file(in_the_way).unwrap();
    assert_eq!(read(&dir, Table::People, b"k").await.as_deref(), Some(&b"v"[..]));
}

/// Steps of a future program: one that rewrites rows, then one that can't be taken.
const FUTURE: [Step; 3] = [
    Step { to: FORMAT, changes: |_| panic!("this step was taken before") },
    Step {
        to: FORMAT + 1,
        changes: |read| {
            let rows = read(Table::People)?.into_iter();
            Ok(rows.fold(Batch::new(), |batch, (key, value)| {
                let longer = [&value[..], b"!"].concat();
                batch.delete(Table::People, &key).put(Table::Settings, &key, longer)
            }))
        },
    },
    Step {
        to: FORMAT + 2,
        changes: |_| {
            Err(StoreError::BadRow { table: Table::People, reason: "it is odd".to_owned() })
        },
    },
];

#[tokio::test]
async fn each_step_is_taken_whole_with_its_number() {
    let root = TempDir::new().unwrap();
    let dir = root.path().join("store");
    write_format_1(&dir).await;
    let (db, sync) = open::open(&dir).unwrap();
    let mut writer = Writer::new(db.clone(), sync, Arc::default());
    let failed = migrate(&dir, &db, &mut writer, FORMAT, &FUTURE);
    assert!(matches!(failed, Err(StoreError::BadRow { .. })));
    let row = |table, key: &[u8]| {
        db.get(crate::store::round::place(table, key)).unwrap().map(|value| value.to_vec())
    };
    let reached = (FORMAT + 1).to_string().into_bytes();
    assert_eq!(row(Table::Meta, FORMAT_KEY), Some(reached));
    assert_eq!(row(Table::People, b"k"), None);
    assert_eq!(row(Table::Settings, b"k").as_deref(), Some(&b"v!"[..]));
}
