use std::{
    fs, io,
    ops::Range,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    time::Instant,
};

use tempfile::TempDir;

use super::*;
use crate::store::{
    FORMAT,
    contract::{Bench, store_contract},
};

struct SledBench(TempDir);

impl Bench for SledBench {
    fn fresh() -> Self {
        Self(TempDir::new().unwrap())
    }

    async fn open(&self) -> Arc<dyn Store> {
        Arc::new(SledStore::open(&self.0.path().join("a/b")).unwrap())
    }
}

store_contract!(SledBench);

/// Why the store in `path` does not open.
fn refusal(path: &Path) -> StoreError {
    SledStore::open(path).err().expect("it should not open")
}

fn put(key: &[u8]) -> Batch {
    Batch::new().put(Table::People, key, "x")
}

#[test]
fn a_second_opener_hears_that_the_store_is_in_use() {
    let dir = TempDir::new().unwrap();
    let first = SledStore::open(dir.path()).unwrap();
    let start = Instant::now();
    let error = refusal(dir.path());
    assert!(matches!(error, StoreError::InUse { .. }), "{error}");
    assert!((1.0..2.5).contains(&start.elapsed().as_secs_f64()), "{:?}", start.elapsed());
    drop(first);
    SledStore::open(dir.path()).unwrap();
}

#[test]
fn a_path_that_cannot_be_a_directory_is_not_writable() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    for path in ["file", "file/store"] {
        let error = refusal(&dir.path().join(path));
        assert!(matches!(error, StoreError::NotWritable { .. }), "{error}");
    }
}

#[tokio::test]
async fn damage_is_called_damage() {
    // sled answers the first with an error, panics over the second, and takes the others for an
    // empty store.
    type Harm = fn(&Path) -> io::Result<()>;
    let harms: [(&str, Harm); 4] = [
        ("settings", |dir| fs::write(dir.join("conf"), [0xa5; 60])),
        ("head of the file", |dir| overwrite(&dir.join("db"), 0..20)),
        ("all rows", |dir| overwrite(&dir.join("db"), 0..usize::MAX)),
        ("gone", |dir| fs::remove_file(dir.join("db"))),
    ];
    for (name, harm) in harms {
        let dir = TempDir::new().unwrap();
        let store = SledStore::open(dir.path()).unwrap();
        for n in 0..=255 {
            // Enough for sled to use several segments of its file.
            store.commit(Batch::new().put(Table::People, &[n], vec![n; 6000])).await.unwrap();
        }
        store.close().await;
        drop(store);
        harm(dir.path()).unwrap();
        let error = refusal(dir.path());
        assert!(matches!(error, StoreError::Damaged { .. }), "{name}: {error}");
    }
}

fn overwrite(path: &Path, range: Range<usize>) -> io::Result<()> {
    let mut bytes = fs::read(path)?;
    let end = range.end.min(bytes.len());
    bytes[range.start..end].fill(0xa5);
    fs::write(path, bytes)
}

#[tokio::test]
async fn a_store_of_a_newer_program_is_refused() {
    let newer = (FORMAT + 1).to_string();
    for (found, is_known) in
        [("1", true), ("2", true), (&newer, false), ("0", false), ("", false), ("x", false)]
    {
        let root = TempDir::new().unwrap();
        let dir = root.path().join("store");
        let store = SledStore::open(&dir).unwrap();
        let format = store.get(Table::Meta, b"format").await.unwrap();
        assert_eq!(format.as_deref(), Some(&b"2"[..]));
        store.commit(Batch::new().put(Table::Meta, b"format", found)).await.unwrap();
        store.close().await;
        drop(store);
        match SledStore::open(&dir) {
            Ok(_) => assert!(is_known, "{found}"),
            Err(StoreError::UnknownFormat { found: told, known: FORMAT }) => {
                assert!(!is_known && told == found, "{found}");
            }
            Err(error) => panic!("{found}: {error}"),
        }
    }
}

#[tokio::test]
async fn a_failed_sync_breaks_the_store_for_good() {
    let dir = TempDir::new().unwrap();
    let (db, mut sync) = open::open(dir.path()).unwrap();
    let failing = Arc::new(AtomicBool::new(false));
    let fail = Arc::clone(&failing);
    let sync = move || {
        if fail.load(Ordering::SeqCst) { Err(io::Error::other("the disk is gone")) } else { sync() }
    };
    let store = SledStore::start(db, Box::new(sync)).unwrap();
    store.commit(put(b"before")).await.unwrap();
    store.health().unwrap();
    failing.store(true, Ordering::SeqCst);
    let is_broken = |outcome: Result<(), StoreError>| match outcome {
        Err(StoreError::Broken { reason, .. }) => assert!(reason.contains("the disk is gone")),
        other => panic!("{other:?}"),
    };
    is_broken(store.commit(put(b"during")).await);
    failing.store(false, Ordering::SeqCst);
    is_broken(store.commit(put(b"after")).await);
    is_broken(store.health());
    assert_eq!(store.get(Table::People, b"after").await.unwrap(), None);
    store.close().await;
}

#[tokio::test]
async fn a_panic_of_the_database_breaks_the_store_and_answers() {
    let dir = TempDir::new().unwrap();
    let (db, _) = open::open(dir.path()).unwrap();
    let store = SledStore::start(db, Box::new(|| panic!("tried the impossible"))).unwrap();
    let error = store.commit(put(b"k")).await.unwrap_err();
    assert!(error.to_string().contains("tried the impossible"), "{error}");
    assert!(store.health().is_err());
    store.close().await;
}

/// sled moves large pages to files of their own and never syncs those.
#[tokio::test]
async fn no_page_leaves_the_synced_file() {
    let dir = TempDir::new().unwrap();
    let store = SledStore::open(dir.path()).unwrap();
    for round in 0..4 {
        for n in 0_u8..=255 {
            // Ever in the middle of a page, and then over what is there.
            let key = [vec![n.reverse_bits(); 250], vec![round % 2]].concat();
            let value = vec![n; crate::store::LARGEST_ROW - key.len()];
            store.commit(Batch::new().put(Table::People, &key, value)).await.unwrap();
        }
    }
    assert_eq!(fs::read_dir(dir.path().join("blobs")).unwrap().count(), 0);
}

#[test]
fn the_directory_is_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("data");
    let _store = SledStore::open(&path).unwrap();
    assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o700);
}
