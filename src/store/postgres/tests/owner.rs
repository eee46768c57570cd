//! One process owns the store.

use super::*;

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_second_opener_hears_that_the_store_is_in_use() {
    let schema = Schema::new();
    let first = schema.store().await;
    let begun = Instant::now();
    let refused = schema.refusal().await;
    assert!(matches!(refused, StoreError::DatabaseInUse { .. }), "{refused}");
    assert!((0.6..3.0).contains(&begun.elapsed().as_secs_f64()), "{:?}", begun.elapsed());
    first.commit(put(b"k")).await.unwrap();
    first.close().await;
    let second = schema.hasty().await;
    assert!(has(&second, b"k").await);
    second.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_second_opener_waits_for_the_first_to_end() {
    let schema = Schema::new();
    let first = Arc::new(schema.store().await);
    let opening = tokio::spawn({
        let database = schema.database();
        async move { PostgresStore::open(&database).await }
    });
    sleep(Duration::from_millis(700)).await;
    assert!(!opening.is_finished());
    first.commit(put(b"late")).await.unwrap();
    first.close().await;
    let second = opening.await.unwrap().unwrap();
    assert!(has(&second, b"late").await);
    second.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn stores_in_two_schemas_do_not_know_of_each_other() {
    let schemas = [Schema::new(), Schema::new()];
    let [a, b] = [schemas[0].hasty().await, schemas[1].hasty().await];
    a.commit(put(b"a")).await.unwrap();
    b.commit(put(b"b")).await.unwrap();
    assert!(!has(&b, b"a").await && !has(&a, b"b").await);
    a.close().await;
    b.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_store_that_is_dropped_gives_way() {
    let schema = Schema::new();
    drop(schema.store().await);
    schema.hasty().await.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn of_many_who_open_an_empty_database_one_gets_it() {
    let schema = Schema::new();
    let database = Arc::new(schema.database());
    let openers = (0..8).map(|_| {
        let database = Arc::clone(&database);
        tokio::spawn(async move { PostgresStore::open_with(&database, HASTY, STEPS).await })
    });
    let mut open = Vec::new();
    for opener in openers.collect::<Vec<_>>() {
        match opener.await.unwrap() {
            Ok(store) => open.push(store),
            Err(error) => assert!(matches!(error, StoreError::DatabaseInUse { .. }), "{error}"),
        }
    }
    assert_eq!(open.len(), 1);
    open[0].commit(put(b"k")).await.unwrap();
    open[0].close().await;
}

/// The lock goes with the connection, and another takes it before it is back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn whoever_has_lost_the_store_writes_nothing_any_more() {
    for _ in 0..5 {
        let schema = Schema::new();
        let first = Arc::new(schema.store().await);
        let admin = schema.admin().await;
        // By another name, so that it is not cut.
        let database = schema.url("&sslmode=disable&application_name=second");
        let database = Database::parse(&database).unwrap();
        let (opening, writing) = (
            PostgresStore::open(&database).boxed(),
            tokio::spawn({
                let first = Arc::clone(&first);
                async move {
                    let mut n = 0_u32;
                    loop {
                        if let Err(error) = first.commit(put(&n.to_be_bytes())).await {
                            return (n, error);
                        }
                        n += 1;
                    }
                }
            }),
        );
        // The first gets its connection again so fast that it often wins.
        let cutting = async {
            loop {
                schema.cut(&admin, true).await;
                sleep(Duration::from_millis(30)).await;
            }
        };
        let second = tokio::select! {
            opened = opening => opened.unwrap(),
            () = cutting => unreachable!(),
        };
        let written = second.scan(TABLE, &[], usize::MAX).await.unwrap();
        let (n, error) = writing.await.unwrap();
        assert!(matches!(error, StoreError::Broken { .. }), "{error}");
        assert!(error.to_string().contains("another hushbot"), "{error}");
        assert!(matches!(first.health(), Err(StoreError::Broken { .. })));
        // All that was acknowledged is there, and nothing came later.
        assert!(written.len() >= n as usize, "{} {n}", written.len());
        assert_eq!(second.scan(TABLE, &[], usize::MAX).await.unwrap(), written);
        second.commit(put(b"second")).await.unwrap();
        assert!(matches!(first.commit(put(b"x")).await, Err(StoreError::Broken { .. })));
        first.close().await;
        first.commit(put(b"x")).await.unwrap_err();
        second.close().await;
    }
}

/// Two that both believe to have the store: the lock was lost without anybody noticing.
#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn the_fence_holds_without_the_lock() {
    let schema = Schema::new();
    let first = schema.store().await;
    let admin = schema.admin().await;
    first.commit(put(b"before")).await.unwrap();
    let set = "SELECT set_config('search_path', $1, false)";
    admin.query(set, &[&schema.name]).await.unwrap();
    admin.batch_execute("UPDATE hushbot_writer SET owner = 'another', round = 0").await.unwrap();
    let refused = first.commit(put(b"after")).await.unwrap_err();
    assert!(matches!(refused, StoreError::Broken { .. }), "{refused}");
    assert!(!has(&first, b"after").await && has(&first, b"before").await);
    first.close().await;
}
