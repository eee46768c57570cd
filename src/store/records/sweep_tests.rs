use jiff::ToSpan;

use super::{
    super::{
        Settled, Taken,
        bench::{Bench, audit_entry},
    },
    *,
};
use crate::domain::{
    invite::{Invite, InviteHash},
    supervisor::Role,
};

fn hour(hours: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + (1_000_000 + hours).hours()
}

async fn count(bench: &Bench, table: Table) -> usize {
    bench.store.scan(table, &[], usize::MAX).await.unwrap().len()
}

async fn settle(records: &Records, update: u64, at: Timestamp) {
    records.settle(Settled { update, at, audit: &[] }).await.unwrap();
}

#[tokio::test]
async fn answered_updates_are_known_for_two_days() {
    let bench = Bench::new().await;
    let records = &bench.records;
    for (update, hours) in [(1, 0), (2, 1), (3, 2)] {
        settle(records, update, hour(hours)).await;
    }
    let limits = Retention::default();
    for (hours, swept) in [(47, 0), (48, 0), (49, 1), (49, 0), (60, 2)] {
        let found = records.sweep(&limits, hour(hours)).await.unwrap();
        assert_eq!(found, Swept { settled: swept, ..Swept::default() }, "{hours}");
        let again = records.take_in(vec![(3, Vec::new())], hour(hours)).await.unwrap();
        assert_eq!(again[0] == Taken::Known, hours < 60);
    }
}

#[tokio::test]
async fn of_too_many_answered_updates_the_oldest_go() {
    let bench = Bench::new().await;
    for update in 0..700 {
        let key = u64::to_be_bytes(update);
        let value = time_bytes(hour(0));
        let batch = Batch::new().put(Table::Settled, &key, value);
        bench.store.commit(batch).await.unwrap();
    }
    let limits = Retention { settled: 10, ..Retention::default() };
    assert_eq!(bench.records.sweep(&limits, hour(0)).await.unwrap().settled, 690);
    let rows = bench.store.scan(Table::Settled, &[], 99).await.unwrap();
    assert_eq!(rows.len(), 10);
    assert_eq!(rows[0].0, 690_u64.to_be_bytes());
}

#[tokio::test]
async fn an_offer_that_nobody_takes_is_settled_after_a_day() {
    let bench = Bench::new().await;
    let records = &bench.records;
    let updates = [1, 2, 3].map(|update| (update, b"/silent".to_vec()));
    records.take_in(updates.to_vec(), hour(0)).await.unwrap();
    // It had waited long before it was offered.
    records.offer(1, hour(30)).await.unwrap();
    records.offer(2, hour(30)).await.unwrap();
    records.take_offer(2).await.unwrap().unwrap();
    let limits = Retention::default();
    assert_eq!(records.sweep(&limits, hour(54)).await.unwrap(), Swept::default());
    assert_eq!(records.sweep(&limits, hour(55)).await.unwrap().offers, 1);
    assert_eq!(records.take_offer(1).await.unwrap(), None);
    let again = records.take_in(updates.to_vec(), hour(55)).await.unwrap();
    assert_eq!(again, [Taken::Known; 3]);
    assert_eq!(records.unsettled().await.unwrap().len(), 2);
}

#[tokio::test]
async fn ended_invites_go() {
    let bench = Bench::new().await;
    for (byte, end) in [(1, 1), (2, 2), (3, 3)] {
        let invite = Invite { role: Role::Admin, by: None, expires_at: hour(end) };
        bench.records.put_invite(&InviteHash([byte; 32]), &invite).await.unwrap();
    }
    assert_eq!(
        bench.records.sweep(&Retention::default(), hour(2 + 7 * 24)).await.unwrap().invites,
        2
    );
    assert_eq!(count(&bench, Table::Invites).await, 1);
    let limits = Retention { invites_for: SignedDuration::ZERO, ..Retention::default() };
    assert_eq!(bench.records.sweep(&limits, hour(3)).await.unwrap().invites, 1);
}

#[tokio::test]
async fn the_log_keeps_its_newest_entries_for_a_year() {
    let bench = Bench::new().await;
    let records = &bench.records;
    let now = Timestamp::from_second(100_000_000).unwrap();
    let year = 365 * 24 * 3_600;
    let old: Vec<_> = (1..=300).map(|n| audit_entry(100_000_000 - year - n, "a", 7)).collect();
    let new: Vec<_> = (0..300).map(|n| audit_entry(100_000_000 - year + n, "a", 7)).collect();
    for audit in [&old, &new] {
        records.settle(Settled { update: 1, at: now, audit }).await.unwrap();
    }
    assert_eq!(records.sweep(&Retention::default(), now).await.unwrap().audit, 300);
    assert_eq!(count(&bench, Table::Audit).await, 300);
    let limits = Retention { audit: 5, ..Retention::default() };
    assert_eq!(records.sweep(&limits, now).await.unwrap().audit, 295);
    let newest: Vec<_> = new.iter().rev().take(5).cloned().collect();
    assert_eq!(records.audit(None, None, 99).await.unwrap(), newest);
}
