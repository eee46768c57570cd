//! Connections that are lost.

use super::*;

/// Adds one to a counter, as the records do: read, decide, expect what was read.
async fn count(store: &PostgresStore, key: &[u8]) {
    loop {
        let now = store.get(TABLE, key).await;
        let Ok(now) = now else {
            // The reads are cut, too, and one is asked no more than twice.
            continue;
        };
        let n = now.as_deref().map_or(0, |now| u64::from_be_bytes(now.try_into().unwrap()));
        let next = (n + 1).to_be_bytes().to_vec();
        let batch = Batch::new().expect(TABLE, key, now.as_deref()).put(TABLE, key, next);
        match store.commit(batch).await {
            Ok(()) => return,
            Err(StoreError::Conflict) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn what_is_acknowledged_while_connections_are_cut_is_there_once() {
    const TASKS: u8 = 8;
    let schema = Schema::new();
    let store = Arc::new(schema.store().await);
    let admin = schema.admin().await;
    let (stop, stopped) = watch::channel(false);
    let tasks: Vec<_> = (0..TASKS)
        .map(|task| {
            let (store, stopped) = (Arc::clone(&store), stopped.clone());
            tokio::spawn(async move {
                let mut counted = 0_u64;
                while !*stopped.borrow() {
                    // One of their own, and one that they share.
                    count(&store, &[task]).await;
                    count(&store, b"all").await;
                    counted += 1;
                }
                counted
            })
        })
        .collect();
    let (mut cut, begun) = (0, Instant::now());
    for n in 0_u64.. {
        // At all sorts of moments.
        sleep(Duration::from_millis(7 * n % 90)).await;
        cut += schema.cut(&admin, n % 2 == 0).await;
        if cut >= 40 {
            break;
        }
        assert!(begun.elapsed() < Duration::from_mins(1), "{cut}");
    }
    stop.send(true).unwrap();
    let mut all = 0;
    for (task, counted) in (0..TASKS).zip(tasks) {
        let counted = counted.await.unwrap();
        let row = store.get(TABLE, &[task]).await.unwrap().unwrap();
        assert_eq!(u64::from_be_bytes(row.try_into().unwrap()), counted);
        all += counted;
    }
    let row = store.get(TABLE, b"all").await.unwrap().unwrap();
    assert_eq!(u64::from_be_bytes(row.try_into().unwrap()), all);
    assert!(all >= u64::from(TASKS), "{all}");
    until_healthy(&store).await;
    store.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn an_idle_connection_that_is_cut_comes_back_by_itself() {
    let schema = Schema::new();
    let store = schema.store().await;
    let admin = schema.admin().await;
    store.commit(put(b"a")).await.unwrap();
    assert!(has(&store, b"a").await);
    assert!(schema.cut(&admin, true).await > 0);
    until("the loss is noticed", async || store.health().is_err()).await;
    until_healthy(&store).await;
    store.commit(put(b"b")).await.unwrap();
    assert!(has(&store, b"b").await);
    store.close().await;
}
