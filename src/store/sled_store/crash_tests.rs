//! What is left after the process or the power was cut.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::*;

const TABLES: [Table; 3] = [Table::People, Table::Settings, Table::Connections];

fn write_image(dir: &Path, name: &str, db: &[u8]) -> TempDir {
    let image = TempDir::new().unwrap();
    fs::create_dir(image.path().join("blobs")).unwrap();
    fs::copy(dir.join("conf"), image.path().join("conf")).unwrap();
    fs::write(image.path().join(name), db).unwrap();
    image
}

async fn present(store: &SledStore, keys: &[[u8; 2]]) -> usize {
    let mut count = 0;
    for key in keys {
        for table in TABLES {
            count += usize::from(store.get(table, key).await.unwrap().is_some());
        }
    }
    count
}

/// Power may fail while a batch is on its way to the disk: any part of it may have arrived.
#[tokio::test]
async fn a_torn_batch_is_there_whole_or_not_at_all() {
    let dir = TempDir::new().unwrap();
    let store = SledStore::open(dir.path()).unwrap();
    let [base, torn]: [Vec<[u8; 2]>; 2] = [0, 1].map(|n| (0..8).map(|key| [key, n]).collect());
    let batch = |keys: &[[u8; 2]]| {
        let rows = keys.iter().flat_map(|key| TABLES.map(|table| (table, key)));
        rows.fold(Batch::new(), |batch, (table, key)| batch.put(table, key, vec![key[0]; 60]))
    };
    store.commit(batch(&base)).await.unwrap();
    let before = fs::read(dir.path().join("db")).unwrap();
    store.commit(batch(&torn)).await.unwrap();
    let after = fs::read(dir.path().join("db")).unwrap();

    let mut old = before.clone();
    old.resize(after.len(), 0);
    let first = old.iter().zip(&after).position(|(old, new)| old != new).unwrap();
    let last = old.iter().zip(&after).rposition(|(old, new)| old != new).unwrap() + 1;
    assert!(last - first > 24 * 60, "the batch itself is in {first}..{last}");
    let (mut whole, mut none) = (0, 0);
    for cut in (first..=last).step_by((last - first) / 40).chain([first + 1, last - 1, last]) {
        let arrived_in_order = [&after[..cut], &old[cut..]].concat();
        let arrived_in_reverse = [&old[..cut], &after[cut..]].concat();
        for db in [arrived_in_order, arrived_in_reverse] {
            let image = write_image(dir.path(), "db", &db);
            let store = SledStore::open(image.path()).unwrap();
            assert_eq!(present(&store, &base).await, base.len() * TABLES.len(), "cut at {cut}");
            match present(&store, &torn).await {
                0 => none += 1,
                n if n == torn.len() * TABLES.len() => whole += 1,
                n => panic!("{n} rows of the torn batch are there, cut at {cut}"),
            }
            store.commit(batch(&torn)).await.unwrap();
        }
    }
    assert!(whole > 0 && none > 0, "{whole} {none}");
}

const CHILD_DIR: &str = "HUSHBOT_TEST_CHILD_DIR";
const CHILD_ROUND: &str = "HUSHBOT_TEST_CHILD_ROUND";

#[test]
fn killed_processes_lose_nothing_they_acknowledged() {
    let dir = TempDir::new().unwrap();
    let mut acknowledged = Vec::new();
    for round in 0..5 {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "--nocapture"])
            .arg("store::sled_store::crash_tests::child_that_writes_until_killed")
            .env(CHILD_DIR, dir.path())
            .env(CHILD_ROUND, round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut keys = lines.filter_map(|line| Some(line.strip_prefix("key ")?.to_owned()));
        acknowledged.extend(keys.by_ref().take(200 + 30 * round));
        child.kill().unwrap();
        // What it had written to the pipe before it was killed counts, too.
        acknowledged.extend(keys.filter(|key| key.ends_with('.')));
        child.wait().unwrap();

        let store = SledStore::open(dir.path()).unwrap();
        for key in &acknowledged {
            assert!(store.db.contains_key(place(Table::People, key.as_bytes())).unwrap());
        }
    }
    assert!(acknowledged.len() >= 5 * 200);
}

/// The child of the test above; by itself it does nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child_that_writes_until_killed() {
    let Ok(dir) = env::var(CHILD_DIR) else { return };
    let round = env::var(CHILD_ROUND).unwrap();
    let store = Arc::new(SledStore::open(Path::new(&dir)).unwrap());
    let writers = (0..8).map(|task| {
        let (store, round) = (Arc::clone(&store), round.clone());
        tokio::spawn(async move {
            for n in 0.. {
                // A row that is rewritten makes pages move, as in life.
                let key = format!("{round}-{task}-{n}.");
                let batch = Batch::new().put(Table::People, key.as_bytes(), vec![7; 300]);
                store.commit(batch.put(Table::Meta, b"last", key.clone())).await.unwrap();
                writeln!(std::io::stdout().lock(), "key {key}").unwrap();
            }
        })
    });
    futures_util::future::join_all(writers.collect::<Vec<_>>()).await;
}
