use jiff::ToSpan;

use super::{super::bench::Bench, *};

fn at(seconds: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + seconds.seconds()
}

async fn take_in(records: &Records, updates: &[u64]) -> Vec<Taken> {
    let updates = updates.iter().map(|update| (*update, payload(*update))).collect();
    records.take_in(updates, at(1)).await.unwrap()
}

fn payload(update: u64) -> Vec<u8> {
    format!("/silent 2024 on because of {update}").into_bytes()
}

async fn waiting(records: &Records) -> Vec<u64> {
    records.unsettled().await.unwrap().iter().map(|unsettled| unsettled.update).collect()
}

async fn settle(records: &Records, update: u64) {
    records.settle(Settled { update, at: at(2), audit: &[] }).await.unwrap();
}

#[tokio::test]
async fn an_update_is_taken_in_once_and_recognised_after_its_answer() {
    use Taken::{Known, New};
    let Bench { records, .. } = &Bench::new().await;
    assert_eq!(take_in(records, &[]).await, []);
    assert_eq!(take_in(records, &[3, 256, 3]).await, [New, New, Known]);
    assert_eq!(take_in(records, &[256, 1]).await, [Known, New]);
    assert_eq!(waiting(records).await, [1, 3, 256]);
    settle(records, 3).await;
    settle(records, 3).await;
    assert_eq!(take_in(records, &[3, 4]).await, [Known, New]);
    assert_eq!(waiting(records).await, [1, 4, 256]);
    for update in [1, 4, 256] {
        settle(records, update).await;
    }
    assert_eq!(waiting(records).await, [0_u64; 0]);
}

#[tokio::test]
async fn what_waits_comes_back_as_it_was_and_is_sealed() {
    let bench = Bench::new().await;
    let (records, full) = (&bench.records, vec![0xa5; LARGEST_PAYLOAD]);
    let updates = vec![(9, b"n0tas3cret".to_vec()), (u64::MAX, full.clone())];
    records.take_in(updates, at(5)).await.unwrap();
    assert!(records.note_interim(9, 77).await.unwrap());
    assert!(!records.note_interim(8, 77).await.unwrap());
    let [first, second] = <[_; 2]>::try_from(records.unsettled().await.unwrap()).unwrap();
    assert_eq!((first.update, first.payload.as_slice()), (9, &b"n0tas3cret"[..]));
    assert_eq!((first.seen_at, first.interim, first.confirmed), (at(5), Some(77), false));
    assert_eq!((second.update, second.payload.to_vec()), (u64::MAX, full));
    assert_eq!(second.interim, None);
    for (_, row) in bench.store.scan(TABLE, &[], usize::MAX).await.unwrap() {
        assert!(!row.windows(10).any(|bytes| bytes == b"n0tas3cret" || bytes == [0xa5; 10]));
    }
    settle(records, 9).await;
    assert!(!records.note_interim(9, 78).await.unwrap());
}

#[tokio::test]
async fn a_payload_that_is_too_large_keeps_the_whole_batch_out() {
    let Bench { records, .. } = &Bench::new().await;
    let updates = vec![(1, vec![1]), (2, vec![0; LARGEST_PAYLOAD + 1])];
    let refused = records.take_in(updates, at(1)).await;
    assert!(matches!(refused, Err(StoreError::TooLarge { table: TABLE })));
    assert_eq!(waiting(records).await, [0_u64; 0]);
    assert_eq!(records.last_contact().await.unwrap(), None);
}

#[tokio::test]
async fn the_newest_contact_is_remembered() {
    let Bench { records, .. } = &Bench::new().await;
    assert_eq!(records.last_contact().await.unwrap(), None);
    for seconds in [10, 20] {
        // A poll that brought nothing is a contact, too.
        records.take_in(Vec::new(), at(seconds)).await.unwrap();
        assert_eq!(records.last_contact().await.unwrap(), Some(at(seconds)));
    }
}

#[tokio::test]
async fn a_late_order_is_kept_apart_until_it_is_taken() {
    let Bench { records, .. } = &Bench::new().await;
    assert!(!records.offer(1, at(9)).await.unwrap());
    take_in(records, &[1, 2]).await;
    assert!(records.note_interim(1, 5).await.unwrap());
    assert_eq!(records.offered(1).await.unwrap(), None);
    assert_eq!(records.take_offer(1).await.unwrap(), None);
    for again in [9, 10] {
        assert!(records.offer(1, at(again)).await.unwrap());
        let offered = records.offered(1).await.unwrap().unwrap();
        assert_eq!((offered.0.to_vec(), offered.1), (payload(1), at(1)));
        assert_eq!(waiting(records).await, [2]);
        assert_eq!(take_in(records, &[1]).await, [Taken::Known]);
    }
    let taken = records.take_offer(1).await.unwrap().unwrap();
    assert_eq!((taken.update, taken.payload.to_vec()), (1, payload(1)));
    assert_eq!((taken.seen_at, taken.interim, taken.confirmed), (at(1), Some(5), true));
    assert_eq!(records.take_offer(1).await.unwrap(), None);
    assert_eq!(records.offered(1).await.unwrap(), None);
    assert_eq!(records.unsettled().await.unwrap()[0], taken);
    settle(records, 1).await;
    assert_eq!(records.take_offer(1).await.unwrap(), None);
    assert!(!records.offer(1, at(11)).await.unwrap());
}

#[tokio::test]
async fn a_long_inbox_is_read_whole_and_in_order() {
    let Bench { records, .. } = &Bench::new().await;
    let updates: Vec<u64> = (0..2 * PAGE as u64 + 3).map(|n| n * 1_000).collect();
    let full = updates.iter().map(|update| (*update, vec![7; LARGEST_PAYLOAD])).collect();
    records.take_in(full, at(1)).await.unwrap();
    assert_eq!(waiting(records).await, updates);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_sixteen_deliveries_of_an_update_one_is_new() {
    let Bench { records, .. } = &Bench::new().await;
    for round in 0..20 {
        let rivals: Vec<_> = (0..16)
            .map(|rival| {
                let records = records.clone();
                // Each also brings one of its own, which a lost race must not lose.
                let own = 1_000 + round * 16 + rival;
                tokio::spawn(async move { take_in(&records, &[round, own]).await })
            })
            .collect();
        let mut new = 0;
        for rival in rivals {
            let taken = rival.await.unwrap();
            assert_eq!(taken[1], Taken::New);
            new += usize::from(taken[0] == Taken::New);
        }
        assert_eq!(new, 1);
        // An answer in the middle of deliveries doesn't bring the update back.
        let again = [round];
        let (redelivered, ()) = tokio::join!(take_in(records, &again), settle(records, round));
        assert_eq!(redelivered, [Taken::Known]);
    }
    assert_eq!(waiting(records).await.len(), 20 * 16);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_sixteen_who_take_an_offer_one_gets_it() {
    let Bench { records, .. } = &Bench::new().await;
    for update in 1..=20 {
        take_in(records, &[update]).await;
        records.offer(update, at(9)).await.unwrap();
        let rivals: Vec<_> = (0..16)
            .map(|_| {
                let records = records.clone();
                tokio::spawn(async move { records.take_offer(update).await.unwrap().is_some() })
            })
            .collect();
        let mut winners = 0;
        for rival in rivals {
            winners += usize::from(rival.await.unwrap());
        }
        assert_eq!(winners, 1);
    }
}
