//! A server that refuses what it is told to write.

use super::*;

/// Makes the server refuse rows whose keys begin with `full` as if its disk were full, and those
/// that begin with `bad` as if they were wrong.
async fn poison(schema: &Schema) -> tokio_postgres::Client {
    let admin = schema.admin().await;
    admin
        .batch_execute(&format!(
            "SET search_path = {}; \
             CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                IF substr(NEW.key, 1, 4) = 'full' THEN \
                    RAISE EXCEPTION 'could not extend file: No space left on device' \
                        USING errcode = '53100', detail = 'n0tforthelog'; \
                END IF; \
                IF substr(NEW.key, 1, 3) = 'bad' THEN RAISE EXCEPTION 'no such thing'; END IF; \
                RETURN NEW; \
             END $$; \
             CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON hushbot_rows \
                FOR EACH ROW EXECUTE FUNCTION refuse()",
            schema.name
        ))
        .await
        .unwrap();
    admin
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_full_disk_is_told_and_the_store_goes_on_afterwards() {
    let schema = Schema::new();
    let store = schema.hasty().await;
    let _admin = poison(&schema).await;
    store.commit(put(b"a")).await.unwrap();
    let batch = put(b"before it").put(TABLE, b"full", "x").delete(TABLE, b"a");
    let refused = store.commit(batch).await.unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable { .. }), "{refused}");
    assert!(refused.is_disk_full(), "{refused}");
    assert!(!refused.to_string().contains("n0tforthelog"), "{refused}");
    assert!(store.health().unwrap_err().is_disk_full());
    // Whole or not at all.
    assert!(has(&store, b"a").await && !has(&store, b"before it").await);
    store.commit(put(b"b")).await.unwrap();
    store.health().unwrap();
    assert!(has(&store, b"b").await);
    store.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn nobody_has_to_commit_for_the_store_to_heal() {
    let schema = Schema::new();
    let store = schema.hasty().await;
    let _admin = poison(&schema).await;
    store.commit(put(b"full")).await.unwrap_err();
    store.health().unwrap_err();
    until_healthy(&store).await;
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_batch_that_is_refused_takes_no_other_with_it() {
    let schema = Schema::new();
    let store = Arc::new(schema.hasty().await);
    let _admin = poison(&schema).await;
    let commits: Vec<_> = (0_u8..200)
        .map(|n| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let key = match n % 50 {
                    7 => b"bad ".to_vec(),
                    9 => b"full".to_vec(),
                    _ => Vec::new(),
                };
                let batch = put(&[&key[..], &[n]].concat());
                // Who expects a row that another one of them leaves.
                let batch = if n % 50 == 11 { batch.expect(TABLE, b"x", Some(b"")) } else { batch };
                (n, store.commit(batch).await)
            })
        })
        .collect();
    for commit in commits {
        let (n, outcome) = commit.await.unwrap();
        match (n % 50, outcome) {
            (7, Err(StoreError::Unavailable { reason, kind: None })) => {
                assert!(reason.contains("no such thing"));
            }
            (9, Err(error @ StoreError::Unavailable { .. })) => assert!(error.is_disk_full()),
            (11, Err(StoreError::Conflict)) => {}
            (7 | 9 | 11, outcome) => panic!("{n} {outcome:?}"),
            (_, outcome) => outcome.unwrap(),
        }
    }
    assert_eq!(store.scan(TABLE, &[], usize::MAX).await.unwrap().len(), 200 - 12);
    until_healthy(&store).await;
    store.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_server_that_only_reads_is_told_and_may_write_again() {
    let schema = Schema::new();
    let store = schema.hasty().await;
    let admin = schema.admin().await;
    store.commit(put(b"a")).await.unwrap();
    // A role of its own would be needed to make a whole database read-only for the store alone.
    let url = schema.url("&sslmode=disable");
    let url = secrecy::ExposeSecret::expose_secret(&url)
        .replace("options=", "options=-c%20default_transaction_read_only%3Don%20");
    store.close().await;
    let reads = Database::parse(&url.into()).unwrap();
    let refused = PostgresStore::open_with(&reads, HASTY, STEPS).await.err().unwrap();
    assert!(refused.to_string().contains("read-only"), "{refused}");
    drop(admin);
}

/// The default of the database may be any.
#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn the_session_has_the_settings_that_the_promises_need() {
    let schema = Schema::new();
    let url = schema.url("&sslmode=disable");
    let url = secrecy::ExposeSecret::expose_secret(&url).replace(
        "options=",
        "options=-c%20synchronous_commit%3Doff%20-c%20default_transaction_isolation%3Dserializable%20",
    );
    let database = Database::parse(&url.into()).unwrap();
    let session = super::super::session::Session::open(&database, HASTY.connect).await.unwrap();
    let on: String = session.client.query_one_scalar("SHOW synchronous_commit", &[]).await.unwrap();
    assert_eq!(on, "on");
    let store = Arc::new(PostgresStore::open_with(&database, HASTY, STEPS).await.unwrap());
    for n in 0_u8..20 {
        store.commit(put(&[n])).await.unwrap();
        assert!(has(&store, &[n]).await);
    }
    store.close().await;
}
