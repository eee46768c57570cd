//! A disk without room, as far as it can be had without one: the system's limit on the size of
//! files, set for a child process.

use std::{
    env,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::*;

const CHILD_DIR: &str = "HUSHBOT_TEST_FULL_DISK_DIR";

#[tokio::test]
async fn what_was_acknowledged_before_the_disk_was_full_stays() {
    let dir = TempDir::new().unwrap();
    let output = Command::new("sh")
        // Without the signal, a write past the limit fails as one on a full disk does.
        .args(["-c", "trap '' XFSZ; ulimit -f 4000; exec \"$0\" \"$@\""])
        .arg(env::current_exe().unwrap())
        .args(["--exact", "--nocapture"])
        .arg("store::sled_store::full_disk_tests::child_that_writes_until_the_disk_is_full")
        .env(CHILD_DIR, dir.path())
        .stderr(Stdio::null())
        .output()
        .unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    assert!(output.contains("\nbroken, full: true\n"), "{output}");
    let keys: Vec<u32> =
        output.lines().filter_map(|line| line.strip_prefix("key ")?.parse().ok()).collect();
    assert!(keys.len() > 100, "{output}");

    let store = SledStore::open(dir.path()).unwrap();
    for key in &keys {
        let value = store.get(Table::Inbox, &key.to_be_bytes()).await.unwrap();
        assert_eq!(value, Some(value_of(*key)), "{key}");
    }
    store.commit(Batch::new().put(Table::People, b"again", "x")).await.unwrap();
}

/// The child of the test above; by itself it does nothing.
#[tokio::test]
async fn child_that_writes_until_the_disk_is_full() {
    let Ok(dir) = env::var(CHILD_DIR) else { return };
    let store = SledStore::open(Path::new(&dir)).unwrap();
    let mut out = std::io::stdout();
    for key in 0_u32..10_000 {
        let batch = Batch::new().put(Table::Inbox, &key.to_be_bytes(), value_of(key));
        match store.commit(batch).await {
            Ok(()) => writeln!(out, "\nkey {key}").unwrap(),
            Err(error) => {
                writeln!(out, "\nbroken, full: {}\n{error}", error.is_disk_full()).unwrap();
                assert!(matches!(error, StoreError::Broken { .. }));
                assert!(store.health().unwrap_err().is_disk_full());
                let late = store.commit(Batch::new().put(Table::People, b"late", "x")).await;
                assert!(late.unwrap_err().is_disk_full());
                out.flush().unwrap();
                // sled would wait for its file to be written when it is dropped.
                std::process::exit(0);
            }
        }
    }
}

fn value_of(key: u32) -> Vec<u8> {
    vec![key.to_be_bytes()[3]; 3_000]
}
