//! How rows are found.

use super::{A, B, Bench, get};
use crate::store::{Batch, Page, Table};

pub(crate) async fn scans_are_ordered_and_keep_to_their_prefix(bench: impl Bench) {
    let store = bench.open().await;
    let keys: [&[u8]; 9] = [
        &[],
        &[0],
        &[0, 0],
        &[1, 0xfe, 0xff],
        &[1, 0xff],
        &[1, 0xff, 0],
        &[1, 0xff, 0xff, 0xff],
        &[2],
        &[0xff, 0xff],
    ];
    let mut batch = Batch::new().put(B, &[1, 0xff, 7], "of the next table").put(B, &[], "too");
    for key in keys.iter().rev() {
        batch = batch.put(A, key, *key);
    }
    store.commit(batch).await.unwrap();
    for (prefix, limit, expected) in [
        (&[][..], usize::MAX, &keys[..]),
        (&[], 3, &keys[..3]),
        (&[], 0, &[]),
        (&[0], 99, &keys[1..3]),
        (&[1], 99, &keys[3..7]),
        (&[1, 0xff], 99, &keys[4..7]),
        (&[1, 0xff], 2, &keys[4..6]),
        (&[0xff], 99, &keys[8..]),
        (&[3], 99, &[]),
    ] {
        let rows = store.scan(A, prefix, limit).await.unwrap();
        let found: Vec<&[u8]> = rows.iter().map(|(key, _)| key.as_slice()).collect();
        assert_eq!(found, expected, "{prefix:?} {limit}");
        assert!(rows.iter().all(|(key, value)| key == value));
    }
}

pub(crate) async fn pages_go_on_behind_a_key_in_both_directions(bench: impl Bench) {
    let store = bench.open().await;
    let keys: [&[u8]; 6] = [&[0], &[1], &[1, 0], &[1, 0xff], &[2], &[0xff, 0xff]];
    let rows = keys.iter().fold(Batch::new(), |batch, key| batch.put(A, key, *key));
    // The neighbours in the other tables are not the scan's.
    let rows = rows.put(Table::Meta, &[0xff; 9], "before").put(B, &[], "behind");
    store.commit(rows).await.unwrap();
    let none: &[&[u8]] = &[];
    for (prefix, after, forward, backward) in [
        (&[][..], None, &keys[..], &keys[..]),
        (&[], Some(&[1][..]), &keys[2..], &keys[..1]),
        (&[], Some(&[1, 7]), &keys[3..], &keys[..3]),
        (&[], Some(&[]), &keys[..], none),
        (&[], Some(&[0xff; 3]), none, &keys[..]),
        (&[1], None, &keys[1..4], &keys[1..4]),
        (&[1], Some(&[1, 0]), &keys[3..4], &keys[1..2]),
        (&[1], Some(&[0]), &keys[1..4], none),
        (&[1], Some(&[1]), &keys[2..4], none),
        (&[1], Some(&[2]), none, &keys[1..4]),
        (&[0xff], Some(&[0xff]), &keys[5..], none),
        (&[3], Some(&[3]), none, none),
    ] {
        for limit in [0, 1, 2, usize::MAX] {
            let page = |page: Page<'static>| store.page(A, prefix, page.after(after));
            let rows = page(Page::first(limit)).await.unwrap();
            let found: Vec<&[u8]> = rows.iter().map(|(key, _)| key.as_slice()).collect();
            let expected: Vec<_> = forward.iter().copied().take(limit).collect();
            assert_eq!(found, expected, "{prefix:?} {after:?} {limit}");
            let rows = page(Page::last(limit)).await.unwrap();
            let found: Vec<&[u8]> = rows.iter().map(|(key, _)| key.as_slice()).collect();
            let expected: Vec<_> = backward.iter().rev().copied().take(limit).collect();
            assert_eq!(found, expected, "reverse {prefix:?} {after:?} {limit}");
        }
    }
}

pub(crate) async fn any_bytes_are_a_key(bench: impl Bench) {
    let store = bench.open().await;
    let keys: Vec<Vec<u8>> =
        (0..=255).flat_map(|byte| [vec![byte], vec![byte, 0], vec![0, byte, 0xff]]).collect();
    let batch = keys.iter().fold(Batch::new(), |batch, key| batch.put(A, key, key.clone()));
    store.commit(batch).await.unwrap();
    for key in &keys {
        assert_eq!(get(&store, A, key).await.as_ref(), Some(key));
        assert_eq!(get(&store, B, key).await, None);
    }
}
