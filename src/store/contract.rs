//! What every store must do, as tests that run against any adapter.

mod reading;

use std::{future::Future, sync::Arc};

use futures_util::FutureExt;

pub(crate) use self::reading::*;
use super::{Batch, LARGEST_ROW, LONGEST_KEY, Store, StoreError, Table};

/// A place where an adapter can be opened again and again.
pub(crate) trait Bench {
    /// An empty place.
    fn fresh() -> Self;
    /// The store there.
    fn open(&self) -> impl Future<Output = Arc<dyn Store>>;
}

/// Runs the whole contract against the adapter of a [`Bench`]; each test has the attributes that
/// follow it.
macro_rules! store_contract {
    ($bench:ty $(, $(#[$attribute:meta])+)?) => {
        $crate::store::contract::store_contract!($bench, [$($(#[$attribute])+)?]:
            a_batch_is_written_whole,
            what_was_committed_is_there_after_reopening,
            a_failed_expectation_writes_nothing,
            expectations_hold_against_the_rows_before_the_batch,
            of_two_writes_to_a_row_the_later_counts,
            scans_are_ordered_and_keep_to_their_prefix,
            pages_go_on_behind_a_key_in_both_directions,
            any_bytes_are_a_key,
            concurrent_commits_all_arrive,
            of_concurrent_rivals_exactly_one_wins,
            rows_past_the_limits_are_refused_and_the_largest_are_kept,
            a_closed_store_has_finished_what_it_had
        );
    };
    ($bench:ty, $attributes:tt: $($test:ident),*) => {
        $($crate::store::contract::store_contract!(@ $bench, $attributes, $test);)*
    };
    (@ $bench:ty, [$(#[$attribute:meta])*], $test:ident) => {
        $(#[$attribute])*
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $test() {
            $crate::store::contract::$test(<$bench as $crate::store::contract::Bench>::fresh())
                .await;
        }
    };
}
pub(crate) use store_contract;

const A: Table = Table::People;
const B: Table = Table::Settings;

async fn get(store: &Arc<dyn Store>, table: Table, key: &[u8]) -> Option<Vec<u8>> {
    store.get(table, key).await.unwrap()
}

fn is_conflict(outcome: &Result<(), StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Conflict))
}

pub(crate) async fn a_batch_is_written_whole(bench: impl Bench) {
    let store = bench.open().await;
    store.commit(Batch::new().put(A, b"old", "1")).await.unwrap();
    let batch = Batch::new().put(A, b"k", "a").put(B, b"k", "b").delete(A, b"old");
    store.commit(batch.delete(B, b"never there")).await.unwrap();
    assert_eq!(get(&store, A, b"k").await.as_deref(), Some(&b"a"[..]));
    assert_eq!(get(&store, B, b"k").await.as_deref(), Some(&b"b"[..]));
    assert_eq!(get(&store, A, b"old").await, None);
    store.commit(Batch::new()).await.unwrap();
    store.health().unwrap();
}

pub(crate) async fn what_was_committed_is_there_after_reopening(bench: impl Bench) {
    for round in 0_u8..3 {
        let store = bench.open().await;
        for earlier in 0..round {
            assert_eq!(get(&store, A, &[earlier]).await, Some(vec![earlier; 100]));
        }
        assert_eq!(get(&store, B, b"gone").await, None);
        store.commit(Batch::new().put(B, b"gone", "x")).await.unwrap();
        let batch = Batch::new().put(A, &[round], vec![round; 100]).delete(B, b"gone");
        store.commit(batch).await.unwrap();
        store.close().await;
    }
}

pub(crate) async fn a_failed_expectation_writes_nothing(bench: impl Bench) {
    let store = bench.open().await;
    store.commit(Batch::new().put(A, b"k", "1")).await.unwrap();
    let write = || Batch::new().put(A, b"k", "2").put(B, b"other", "2").delete(A, b"k2");
    for unmet in [
        write().expect_absent(A, b"k"),
        write().expect(A, b"k", Some(b"0")),
        write().expect(A, b"k", Some(b"")),
        write().expect(A, b"k", Some(b"1")).expect(B, b"k", Some(b"1")),
        write().expect(A, b"nobody", Some(b"1")),
    ] {
        assert!(is_conflict(&store.commit(unmet).await));
        assert_eq!(get(&store, A, b"k").await.as_deref(), Some(&b"1"[..]));
        assert_eq!(get(&store, B, b"other").await, None);
    }
    let met = write().expect(A, b"k", Some(b"1")).expect_absent(B, b"other");
    store.commit(met).await.unwrap();
    assert_eq!(get(&store, A, b"k").await.as_deref(), Some(&b"2"[..]));
}

pub(crate) async fn expectations_hold_against_the_rows_before_the_batch(bench: impl Bench) {
    let store = bench.open().await;
    let batch = Batch::new().put(A, b"k", "1").expect_absent(A, b"k");
    store.commit(batch.clone()).await.unwrap();
    assert!(is_conflict(&store.commit(batch).await));
    // No value is another thing than an empty one.
    store.commit(Batch::new().put(B, b"empty", "")).await.unwrap();
    assert!(is_conflict(&store.commit(Batch::new().expect_absent(B, b"empty")).await));
    store.commit(Batch::new().expect(B, b"empty", Some(b""))).await.unwrap();
}

pub(crate) async fn of_two_writes_to_a_row_the_later_counts(bench: impl Bench) {
    let store = bench.open().await;
    let batch = Batch::new().put(A, b"k", "1").put(A, b"k", "2").put(A, b"l", "1").delete(A, b"l");
    store.commit(batch.delete(A, b"m").put(A, b"m", "3")).await.unwrap();
    assert_eq!(get(&store, A, b"k").await.as_deref(), Some(&b"2"[..]));
    assert_eq!(get(&store, A, b"l").await, None);
    assert_eq!(get(&store, A, b"m").await.as_deref(), Some(&b"3"[..]));
}

pub(crate) async fn concurrent_commits_all_arrive(bench: impl Bench) {
    let store = bench.open().await;
    let writers: Vec<_> = (0_u8..64)
        .map(|task| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                for n in 0_u8..20 {
                    store.commit(Batch::new().put(A, &[task, n], vec![n; 50])).await.unwrap();
                    // What was acknowledged can be read at once.
                    assert_eq!(get(&store, A, &[task, n]).await, Some(vec![n; 50]));
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    store.close().await;
    drop(store);
    let store = bench.open().await;
    assert_eq!(store.scan(A, &[], usize::MAX).await.unwrap().len(), 64 * 20);
}

pub(crate) async fn of_concurrent_rivals_exactly_one_wins(bench: impl Bench) {
    let store = bench.open().await;
    for round in 0_u8..20 {
        let rivals: Vec<_> = (0_u8..16)
            .map(|rival| {
                let store = Arc::clone(&store);
                let batch = Batch::new().expect_absent(A, &[round]).put(A, &[round], vec![rival]);
                tokio::spawn(async move { (rival, store.commit(batch).await) })
            })
            .collect();
        let mut winners = Vec::new();
        for rival in rivals {
            match rival.await.unwrap() {
                (rival, Ok(())) => winners.push(rival),
                (_, outcome) => assert!(is_conflict(&outcome)),
            }
        }
        assert_eq!(winners.len(), 1);
        assert_eq!(get(&store, A, &[round]).await, Some(winners));
    }
}

pub(crate) async fn rows_past_the_limits_are_refused_and_the_largest_are_kept(bench: impl Bench) {
    let store = bench.open().await;
    let largest = LARGEST_ROW - LONGEST_KEY;
    for (key, value) in [(LONGEST_KEY + 1, 0), (LONGEST_KEY, largest + 1), (1, LARGEST_ROW)] {
        let batch = Batch::new().put(B, b"k", "1").put(A, &vec![7; key], vec![1; value]);
        let refused = store.commit(batch).await;
        assert!(matches!(refused, Err(StoreError::TooLarge { table: A })));
        assert_eq!(get(&store, B, b"k").await, None);
    }
    let key = |n: u8| [vec![n; LONGEST_KEY - 1], vec![0]].concat();
    for n in 0..100 {
        store.commit(Batch::new().put(A, &key(n), vec![n; largest])).await.unwrap();
    }
    store.close().await;
    drop(store);
    let store = bench.open().await;
    for n in 0..100 {
        assert_eq!(get(&store, A, &key(n)).await, Some(vec![n; largest]));
    }
}

pub(crate) async fn a_closed_store_has_finished_what_it_had(bench: impl Bench) {
    let store = bench.open().await;
    let mut commits = Vec::new();
    for n in 0_u8..100 {
        let mut commit = store.commit(Batch::new().put(A, &[n], vec![n]));
        // The first poll hands the batch over.
        match (&mut commit).now_or_never() {
            Some(written) => written.unwrap(),
            None => commits.push(commit),
        }
    }
    store.close().await;
    for commit in commits {
        commit.await.unwrap();
    }
    let late = store.commit(Batch::new().put(A, b"late", "1")).await;
    assert!(matches!(late, Err(StoreError::Closed)));
    assert!(matches!(store.health(), Err(StoreError::Closed)));
    store.close().await;
    drop(store);
    let rows = bench.open().await.scan(A, &[], usize::MAX).await.unwrap();
    assert_eq!(rows.len(), 100);
}
