//! The writer of `benches/power_loss`, which says what it is for. By itself it does nothing.

#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark's helper")]

use std::{
    env,
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use futures_util::future::join_all;
use hushbot::store::{Batch, SledStore, Store as _, Table};

const TASKS: usize = 8;

#[tokio::main]
async fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let (Some(what), Some(data)) = (args.next(), args.next().map(PathBuf::from)) else {
        println!("see benches/power_loss");
        return ExitCode::SUCCESS;
    };
    match what.as_str() {
        "write" => write(&data).await,
        "check" => {
            let store = SledStore::open(&data).unwrap();
            let mut lost = Vec::new();
            for key in keys() {
                let row = store.get(Table::People, key.as_bytes()).await.unwrap();
                if row.is_none() {
                    lost.push(key);
                }
            }
            verdict(&lost)
        }
        "unsynced" => write_unsynced(&data),
        "check-unsynced" => {
            let kept = fs::read_to_string(data).unwrap_or_default();
            let kept = kept.lines().collect::<std::collections::HashSet<_>>();
            verdict(&keys().filter(|key| !kept.contains(key.as_str())).collect::<Vec<_>>())
        }
        other => panic!("{other}"),
    }
}

/// Commits rows for ever and prints each key when its commit has returned.
async fn write(data: &Path) -> ExitCode {
    let store = Arc::new(SledStore::open(data).unwrap());
    let tasks = (0..TASKS).map(|task| {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            for n in 0_u64.. {
                let key = format!("{task}-{n}.");
                let batch = Batch::new().put(Table::People, key.as_bytes(), vec![7; 300]);
                // A row that is rewritten makes pages move, as in life.
                store.commit(batch.put(Table::Settings, b"last", key.clone())).await.unwrap();
                print(&key);
            }
        })
    });
    join_all(tasks.collect::<Vec<_>>()).await;
    ExitCode::FAILURE
}

/// What a writer that never syncs would do.
fn write_unsynced(data: &Path) -> ExitCode {
    let mut file = OpenOptions::new().create(true).append(true).open(data).unwrap();
    for n in 0_u64..200_000 {
        let key = format!("0-{n}.");
        writeln!(file, "{key}").unwrap();
        print(&key);
    }
    loop {
        std::thread::park();
    }
}

/// At once and whole, whoever else prints.
fn print(key: &str) {
    io::stdout().lock().write_all(format!("{key}\n").as_bytes()).unwrap();
}

/// The acknowledged keys.
fn keys() -> impl Iterator<Item = String> {
    io::stdin().lines().map(Result::unwrap)
}

fn verdict(lost: &[String]) -> ExitCode {
    if lost.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("{} keys are lost, the first is {}", lost.len(), lost[0]);
    ExitCode::FAILURE
}
