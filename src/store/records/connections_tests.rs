use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use secrecy::ExposeSecret as _;

use super::{super::bench::Bench, *};
use crate::domain::{
    access::{SignedIn, Tokens},
    sign_in::Ended,
    webhook::{HostPolicy, Webhook},
};

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
        ended: None,
        untold: false,
        zone: None,
    }
}

fn secret(connection: &Connection) -> &str {
    match &connection.access {
        Access::Webhook(webhook) => webhook.secret().expose_secret(),
        Access::SignIn(signed_in) => signed_in.tokens.refresh.expose_secret(),
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
        assert_eq!(connection.access.address(), webhook("a", 9).address());
        assert_eq!(connection.access.user(), 9);
        assert_eq!(secret(&connection), SECRET);
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
    assert_eq!(found.access.address(), &moved);
    assert_eq!(found.facts.generation, Generation::Personal);
    assert_eq!(secret(&found), SECRET);
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
        assert_eq!((found.access.address(), found.facts.generation), (&address, generation));
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

/// A sign-in on `host`, with tokens that are named after `pair`.
fn sign_in(host: &str, member: &str, user: u64, pair: &str) -> SignedIn {
    let address = webhook(host, user).address().clone();
    let tokens = Tokens {
        access: format!("access-{pair}").into(),
        refresh: format!("refresh-{pair}").into(),
        given_at: Timestamp::UNIX_EPOCH,
        server: Some("oauth.bitrix.info".into()),
    };
    SignedIn { address, user, member: member.into(), owner: ME, client: "local.1".into(), tokens }
}

#[tokio::test]
async fn a_sign_in_comes_back_as_it_was_saved_and_is_sealed() {
    let Bench { records, store, .. } = &Bench::new().await;
    let saved = sign_in("a", "m", 9, "0ne");
    let (connection, _) = records.save_connection(ME, saved.clone(), &facts()).await.unwrap();
    let found = records.connection(ME, connection.id).await.unwrap().unwrap();
    let found = found.access.signed_in().unwrap();
    assert_eq!((&found.address, found.user, &found.member), (&saved.address, 9, &saved.member));
    assert_eq!(found.tokens.access.expose_secret(), "access-0ne");
    assert_eq!(found.tokens.refresh.expose_secret(), "refresh-0ne");
    assert_eq!(found.tokens.server, saved.tokens.server);
    for (_, raw) in store.scan(TABLE, &[], 9).await.unwrap() {
        let raw = String::from_utf8_lossy(&raw).into_owned();
        assert!(!raw.contains("0ne") && raw.contains("local.1"), "{raw}");
    }
}

#[tokio::test]
async fn an_account_is_known_by_the_portals_lasting_name_or_by_its_host() {
    let Bench { records, .. } = &Bench::new().await;
    let save = async |access: Access| {
        let (connection, replaced) = records.save_connection(ME, access, &facts()).await.unwrap();
        (connection.id.0, replaced)
    };
    assert_eq!(save(webhook("a", 9).into()).await, (1, false));
    assert_eq!(
        save(sign_in("a", "m", 9, "x").into()).await,
        (1, true),
        "it takes the webhook's place"
    );
    assert_eq!(save(sign_in("b", "m", 9, "y").into()).await, (1, true), "it was renamed");
    assert_eq!(save(sign_in("b", "m", 8, "z").into()).await, (2, false), "another user");
    assert_eq!(save(sign_in("b", "n", 9, "z").into()).await, (3, false), "another portal");
    assert_eq!(save(webhook("c", 9).into()).await, (4, false));
}

#[tokio::test]
async fn tokens_are_replaced_in_one_write_and_only_those_that_are_there() {
    let Bench { records, .. } = &Bench::new().await;
    let (old, new) = (sign_in("a", "m", 9, "old"), sign_in("b", "m", 9, "new"));
    let id = ConnectionId(1);
    assert!(!records.replace_tokens(id, &old, &new).await.unwrap());
    records.save_connection(ME, old.clone(), &facts()).await.unwrap();
    assert!(records.replace_tokens(id, &old, &new).await.unwrap());
    assert!(!records.replace_tokens(id, &old, &sign_in("a", "m", 9, "x")).await.unwrap());
    let found = records.connection(ME, id).await.unwrap().unwrap();
    assert_eq!((secret(&found), found.access.address()), ("refresh-new", &new.address));
    assert_eq!(records.signed_in().await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_end_of_a_sign_in_is_kept_once_and_not_of_a_newer_one() {
    let Bench { records, .. } = &Bench::new().await;
    let (first, _) =
        records.save_connection(ME, sign_in("a", "m", 9, "1"), &facts()).await.unwrap();
    assert!(records.mark_ended(&first, Ended::Over, true).await.unwrap());
    assert!(!records.mark_ended(&first, Ended::Unpaid, true).await.unwrap());
    let facts_now = async || records.connection(ME, first.id).await.unwrap().unwrap().facts;
    assert_eq!((facts_now().await.ended, facts_now().await.untold), (Some(Ended::Over), true));
    records.mark_told(ME, first.id).await.unwrap();
    assert!(!facts_now().await.untold);
    let mut anew = sign_in("a", "m", 9, "2");
    anew.tokens.given_at = Timestamp::from_second(5).unwrap();
    records.save_connection(ME, anew, &facts()).await.unwrap();
    assert!(!records.mark_ended(&first, Ended::Over, true).await.unwrap());
    assert_eq!(facts_now().await.ended, None);
}

#[tokio::test]
async fn a_row_of_an_older_version_is_read_as_it_is() {
    let Bench { records, store, .. } = &Bench::new().await;
    records.save_connection(ME, &webhook("a", 9), &facts()).await.unwrap();
    let key = connection_key(ME, ConnectionId(1));
    let raw = store.get(TABLE, &key).await.unwrap().unwrap();
    let mut row: serde_json::Value = serde_json::from_slice(&raw).unwrap();
    assert!(row.get("sign_in").is_none());
    for newer in ["ended", "untold", "closed", "zone"] {
        row["facts"].as_object_mut().unwrap().remove(newer);
    }
    store.commit(Batch::new().put(TABLE, &key, row.to_string())).await.unwrap();
    let found = records.connection(ME, ConnectionId(1)).await.unwrap().unwrap();
    assert_eq!((secret(&found), &found.facts), (SECRET, &facts()));
}
