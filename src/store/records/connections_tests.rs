use jiff::Timestamp;

use super::{super::bench::Bench, *};
use crate::domain::webhook::HostPolicy;

const ME: TelegramId = TelegramId(7);
const SECRET: &str = "n0tas3cretn0tas3";

pub(in crate::store) fn webhook(host: &str, user: u64) -> Webhook {
    let url = format!("https://{host}.bitrix24.com/rest/{user}/{SECRET}/");
    Webhook::parse(&url, HostPolicy::Public).unwrap()
}

pub(in crate::store) fn facts() -> ConnectionFacts {
    ConnectionFacts {
        person: "Person".into(),
        scopes: vec!["imopenlines".into(), "im".into()],
        generation: Generation::Unknown,
        since: Timestamp::UNIX_EPOCH,
        closed: false,
        zone: None,
    }
}

async fn save(records: &Records, host: &str, user: u64) -> (u16, bool) {
    let (connection, replaced) =
        records.save_connection(ME, &webhook(host, user), &facts()).await.unwrap();
    (connection.id.0, replaced)
}

async fn ids(records: &Records) -> Vec<u16> {
    records.connections(ME).await.unwrap().iter().map(|connection| connection.id.0).collect()
}

async fn default(records: &Records) -> Option<u16> {
    records.settings(ME).await.unwrap().default_connection.map(|id| id.0)
}

async fn forget(records: &Records, id: u16) -> Option<u16> {
    let forgotten = records.forget_connection(ME, ConnectionId(id)).await.unwrap();
    forgotten.map(|connection| connection.id.0)
}

#[tokio::test]
async fn a_connection_comes_back_as_it_was_saved() {
    let bench = Bench::new().await;
    let records = &bench.records;
    assert!(records.connections(ME).await.unwrap().is_empty());
    let (saved, replaced) = records.save_connection(ME, &webhook("a", 9), &facts()).await.unwrap();
    assert!(!replaced);
    let found = records.connection(ME, saved.id).await.unwrap().unwrap();
    for connection in [saved, found] {
        assert_eq!((connection.id, connection.owner), (ConnectionId(1), ME));
        assert_eq!(connection.webhook.address(), webhook("a", 9).address());
        assert_eq!(connection.webhook.user(), 9);
        assert_eq!(connection.webhook.secret().expose_secret(), SECRET);
        assert_eq!(connection.facts, facts());
    }
    assert!(records.connection(ME, ConnectionId(2)).await.unwrap().is_none());
    assert!(records.connection(TelegramId(8), ConnectionId(1)).await.unwrap().is_none());
    assert!(records.connections(TelegramId(8)).await.unwrap().is_empty());
    assert_eq!(default(records).await, Some(1));
    let (_, row) = bench.store.scan(TABLE, &[], 1).await.unwrap().remove(0);
    let row = String::from_utf8(row).unwrap();
    assert!(!row.contains(SECRET) && !row.contains(&STANDARD.encode(SECRET)), "{row}");
}

#[tokio::test]
async fn the_same_user_of_the_same_host_is_replaced() {
    let Bench { records, .. } = &Bench::new().await;
    assert_eq!(save(records, "a", 9).await, (1, false));
    assert_eq!(save(records, "b", 9).await, (2, false));
    assert_eq!(save(records, "a", 10).await, (3, false));
    assert_eq!(default(records).await, Some(3));
    assert_eq!(save(records, "a", 9).await, (1, true));
    assert_eq!(default(records).await, Some(1));
    assert_eq!(ids(records).await, [1, 2, 3]);
}

#[tokio::test]
async fn a_forgotten_default_passes_to_another() {
    let Bench { records, .. } = &Bench::new().await;
    for host in ["a", "b", "c"] {
        save(records, host, 9).await;
    }
    assert_eq!(forget(records, 9).await, None);
    assert_eq!(forget(records, 3).await, Some(3));
    assert_eq!(default(records).await, Some(1));
    assert_eq!(forget(records, 2).await, Some(2));
    assert_eq!(default(records).await, Some(1));
    assert_eq!(forget(records, 1).await, Some(1));
    assert_eq!(forget(records, 1).await, None);
    assert_eq!(default(records).await, None);
    // Buttons in old messages hold the old numbers.
    assert_eq!(save(records, "d", 9).await, (4, false));
}

#[test]
fn numbers_start_over_at_the_end() {
    let taken = |ids: &[u16]| ids.iter().copied().map(ConnectionId).collect();
    for (newest, ids, expected) in [
        (0, &[][..], 1),
        (4, &[1, 4], 5),
        (4, &[5, 6], 7),
        (u16::MAX, &[], 1),
        (u16::MAX, &[1, 2, u16::MAX], 3),
        (u16::MAX - 1, &[u16::MAX, 1], 2),
    ] {
        assert_eq!(free_id(newest, &taken(ids)), ConnectionId(expected), "{newest} {ids:?}");
    }
}

#[tokio::test]
async fn a_portal_moves_and_its_generation_is_learned() {
    let Bench { records, .. } = &Bench::new().await;
    save(records, "old", 9).await;
    let (id, moved) = (ConnectionId(1), webhook("new", 9).address().clone());
    assert!(records.update_address(ME, id, moved.clone()).await.unwrap());
    assert!(records.update_generation(ME, id, Generation::Personal).await.unwrap());
    let found = records.connection(ME, id).await.unwrap().unwrap();
    assert_eq!(found.webhook.address(), &moved);
    assert_eq!(found.facts.generation, Generation::Personal);
    assert_eq!(found.webhook.secret().expose_secret(), SECRET);
    assert!(!records.update_address(ME, ConnectionId(2), moved).await.unwrap());
    assert!(!records.update_generation(ME, ConnectionId(2), Generation::Personal).await.unwrap());
    assert_eq!(ids(records).await, [1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_updates_do_not_lose_one_another() {
    let Bench { records, .. } = &Bench::new().await;
    save(records, "a", 9).await;
    let id = ConnectionId(1);
    for (host, generation) in [("b", Generation::Personal), ("c", Generation::ChatWide)].repeat(20)
    {
        let address = webhook(host, 9).address().clone();
        let (moved, learned) = tokio::join!(
            records.update_address(ME, id, address.clone()),
            records.update_generation(ME, id, generation)
        );
        assert!(moved.unwrap() && learned.unwrap());
        let found = records.connection(ME, id).await.unwrap().unwrap();
        assert_eq!((found.webhook.address(), found.facts.generation), (&address, generation));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_connections_get_numbers_of_their_own() {
    let Bench { records, .. } = &Bench::new().await;
    let savers: Vec<_> = (1..=16)
        .map(|user| {
            let records = records.clone();
            tokio::spawn(async move { save(&records, "a", user).await })
        })
        .collect();
    for saver in savers {
        assert!(!saver.await.unwrap().1);
    }
    assert_eq!(ids(records).await, (1..=16).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_forgotten_at_once_leave_no_default_that_is_gone() {
    let Bench { records, .. } = &Bench::new().await;
    for _ in 0..20 {
        let (first, _) = save(records, "a", 9).await;
        let (second, _) = save(records, "b", 9).await;
        assert!(records.set_default_connection(ME, ConnectionId(first)).await.unwrap());
        let forgotten = tokio::join!(forget(records, first), forget(records, second));
        assert_eq!(forgotten, (Some(first), Some(second)));
        assert_eq!(default(records).await, None);
    }
}

#[tokio::test]
async fn a_secret_moved_to_another_row_does_not_open() {
    let bench = Bench::new().await;
    let records = &bench.records;
    save(records, "a", 9).await;
    let stolen = bench.store.get(TABLE, &connection_key(ME, ConnectionId(1))).await.unwrap();
    let (thief, id) = (TelegramId(8), ConnectionId(1));
    let batch = Batch::new().put(TABLE, &connection_key(thief, id), stolen.unwrap());
    bench.store.commit(batch).await.unwrap();
    let error = records.connection(thief, id).await.unwrap_err();
    assert!(matches!(error, StoreError::BadRow { table: TABLE, .. }), "{error}");
    assert!(records.connections(thief).await.is_err());
    assert!(records.connection(ME, id).await.is_ok());
}
