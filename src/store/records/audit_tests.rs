use std::slice;

use jiff::ToSpan;

use super::{
    super::{
        Settled,
        bench::{Bench, audit_entry},
    },
    *,
};
use crate::domain::supervisor::TelegramId;

async fn log(records: &Records, update: u64, entries: &[AuditEntry]) {
    let at = Timestamp::UNIX_EPOCH;
    records.settle(Settled { update, at, audit: entries }).await.unwrap();
}

fn dialog(number: u64) -> DialogId {
    DialogId::new(number).unwrap()
}

#[tokio::test]
async fn the_log_is_listed_newest_first_by_portal_and_dialog() {
    let Bench { records, .. } = &Bench::new().await;
    assert_eq!(records.audit(None, None, 9).await.unwrap(), []);
    let entries = [
        (1, "a", 7),
        (2, "b", 7),
        (3, "a", 8),
        // One command, two dialogs, one moment.
        (4, "a", 7),
        (4, "a", 8),
    ]
    .map(|(seconds, portal, number)| audit_entry(seconds, portal, number));
    log(records, 9, &entries[3..]).await;
    log(records, 2, &entries[..1]).await;
    log(records, 1, &entries[1..3]).await;
    // A repeat after a kill changes nothing.
    log(records, 9, &entries[3..]).await;
    let [a, b, nobody] = ["a", "b", "nobody"].map(str::to_owned);
    for (portals, number, limit, expected) in [
        (None, None, 99, &[4, 3, 2, 1, 0][..]),
        (None, None, 2, &[4, 3]),
        (None, None, 0, &[]),
        (Some(&[a.clone()][..]), None, 99, &[4, 3, 2, 0]),
        (Some(&[b.clone(), a.clone()]), Some(7), 99, &[3, 1, 0]),
        (Some(slice::from_ref(&b)), Some(8), 99, &[]),
        (None, Some(7), 2, &[3, 1]),
        (None, Some(9), 99, &[]),
        (Some(slice::from_ref(&nobody)), None, 99, &[]),
        (Some(&[]), None, 99, &[]),
    ] {
        let found = records.audit(portals, number.map(dialog), limit).await.unwrap();
        let expected: Vec<_> = expected.iter().map(|index| entries[*index].clone()).collect();
        assert_eq!(found, expected, "{portals:?} {number:?} {limit}");
    }
}

#[tokio::test]
async fn a_rare_dialog_is_found_in_a_long_log() {
    let Bench { records, .. } = &Bench::new().await;
    let noise: Vec<_> = (1..700).map(|second| audit_entry(second, "a", 8)).collect();
    let wanted = audit_entry(0, "a", 7);
    log(records, 1, &noise).await;
    log(records, 2, slice::from_ref(&wanted)).await;
    assert_eq!(records.audit(None, Some(dialog(7)), 3).await.unwrap(), [wanted]);
}

#[tokio::test]
async fn what_people_wrote_is_sealed() {
    let bench = Bench::new().await;
    let reason = Some("the client must not see it".to_owned());
    let entry = AuditEntry { reason, name: "Somebody".to_owned(), ..audit_entry(1, "a", 7) };
    log(&bench.records, 1, slice::from_ref(&entry)).await;
    let (_, row) = bench.store.scan(TABLE, &[], 1).await.unwrap().remove(0);
    for text in ["the client", "Somebody"] {
        assert!(!row.windows(text.len()).any(|bytes| bytes == text.as_bytes()));
    }
}

#[tokio::test]
async fn texts_that_no_row_can_hold_are_shortened() {
    let Bench { records, .. } = &Bench::new().await;
    for text in ["\u{1}", "ы", "🤫", "x"] {
        let (name, reason) = (text.repeat(4_096), Some(text.repeat(4_096)));
        let who = TelegramId(u64::MAX);
        let entry = AuditEntry { who, name, reason, ..audit_entry(9, &"p".repeat(259), 1 << 53) };
        log(records, 1, &[entry]).await;
        let kept = records.audit(None, None, 1).await.unwrap().remove(0);
        assert_eq!(kept.reason, Some(text.repeat(REASON_CHARS)));
        assert_eq!(kept.name, text.repeat(NAME_CHARS));
    }
}

#[test]
fn keys_are_ordered_by_time() {
    let times = [-5_i64, 0, 1, 1_700_000_000, 4_000_000_000];
    let keys = times.map(|second| audit_key(Timestamp::UNIX_EPOCH + second.seconds(), 9, 0));
    assert!(keys.is_sorted());
}

#[tokio::test]
async fn the_log_since_a_moment() {
    let Bench { records, .. } = &Bench::new().await;
    let entries: Vec<_> = (0..600).map(|second| audit_entry(second, "a", 8)).collect();
    log(records, 1, &entries).await;
    for (since, limit, found) in [(0, 999, 600), (590, 999, 10), (600, 999, 0), (0, 7, 7)] {
        let since = Timestamp::from_second(since).unwrap();
        let listed = records.audit_since(since, limit).await.unwrap();
        let expected: Vec<_> = entries.iter().rev().take(found).cloned().collect();
        assert_eq!(listed, expected, "{since} {limit}");
    }
}
