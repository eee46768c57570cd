//! A network that fails at awkward moments.

use std::sync::atomic::{AtomicU8, Ordering};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream, tcp::OwnedReadHalf, tcp::OwnedWriteHalf},
};

use super::*;

/// Lets everything through.
const OPEN: u8 = 0;
/// Delivers COMMIT, and cuts the connection instead of delivering the answer.
const CUT_AFTER_COMMIT: u8 = 1;
/// Cuts the connection instead of delivering COMMIT.
const CUT_BEFORE_COMMIT: u8 = 2;
/// Keeps connections, takes new ones, and delivers nothing.
const DEAD: u8 = 3;
/// Refuses new connections, and cuts those that there are.
const GONE: u8 = 4;
/// Delivers COMMIT, and nothing in the other direction from then on.
const DEAF_AFTER_COMMIT: u8 = 5;

/// Between a store and the server, in the clear.
struct Proxy {
    mode: Arc<AtomicU8>,
    address: String,
}

impl Proxy {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let mode = Arc::new(AtomicU8::new(OPEN));
        let (credentials, host) =
            schema::server().rsplit_once('@').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let (host, name) = host.split_once('/').unwrap();
        let address = format!("{credentials}@127.0.0.1:{port}/{name}");
        let (ours, server) = (Arc::clone(&mode), host.to_owned());
        tokio::spawn(async move {
            loop {
                let (near, _) = listener.accept().await.unwrap();
                if ours.load(Ordering::SeqCst) != GONE {
                    let far = TcpStream::connect(&server).await.unwrap();
                    tokio::spawn(carry(near, far, Arc::clone(&ours)));
                }
            }
        });
        Self { mode, address }
    }

    fn set(&self, mode: u8) {
        self.mode.store(mode, Ordering::SeqCst);
    }

    async fn store(&self, schema: &Schema) -> PostgresStore {
        let url = schema.url_at(&self.address, "&sslmode=disable");
        PostgresStore::open_with(&Database::parse(&url).unwrap(), HASTY, STEPS).await.unwrap()
    }
}

/// Carries a connection until one side ends it, or the network fails.
async fn carry(near: TcpStream, far: TcpStream, mode: Arc<AtomicU8>) {
    let (from_near, to_near) = near.into_split();
    let (from_far, to_far) = far.into_split();
    let cut = async {
        while mode.load(Ordering::SeqCst) != GONE {
            sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        () = pump(from_near, to_far, &mode, true) => {}
        () = pump(from_far, to_near, &mode, false) => {}
        () = cut => {}
    }
}

async fn pump(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mode: &AtomicU8, is_asking: bool) {
    let mut buffer = vec![0; 64 * 1024];
    let mut is_deaf = false;
    loop {
        let Ok(len @ 1..) = from.read(&mut buffer).await else { return };
        let commits = is_asking && buffer[..len].windows(7).any(|text| text == b"COMMIT\0");
        match mode.load(Ordering::SeqCst) {
            CUT_BEFORE_COMMIT if commits => {
                mode.store(OPEN, Ordering::SeqCst);
                return;
            }
            CUT_AFTER_COMMIT if commits => {
                to.write_all(&buffer[..len]).await.unwrap();
                // The other direction sees the answer, and ends this.
                mode.store(CUT_AFTER_COMMIT + 100, Ordering::SeqCst);
                continue;
            }
            101 if !is_asking => {
                mode.store(OPEN, Ordering::SeqCst);
                return;
            }
            DEAF_AFTER_COMMIT if commits => mode.store(DEAF_AFTER_COMMIT + 100, Ordering::SeqCst),
            105 if !is_asking => {
                mode.store(OPEN, Ordering::SeqCst);
                is_deaf = true;
            }
            DEAD => std::future::pending().await,
            _ => {}
        }
        if !is_deaf && to.write_all(&buffer[..len]).await.is_err() {
            return;
        }
    }
}

/// A batch that can be written once only.
fn once(key: &[u8]) -> Batch {
    put(key).expect_absent(TABLE, key)
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_commit_whose_answer_is_lost_is_acknowledged_and_made_once() {
    for mode in [CUT_AFTER_COMMIT, CUT_BEFORE_COMMIT, DEAF_AFTER_COMMIT] {
        let (schema, proxy) = (Schema::new(), Proxy::start().await);
        let store = proxy.store(&schema).await;
        for n in 0_u8..8 {
            proxy.set(mode);
            // Made twice, the second would be a conflict.
            let (a, b) = tokio::join!(store.commit(once(&[n, 0])), store.commit(once(&[n, 1])));
            a.unwrap();
            b.unwrap();
            assert_ne!(proxy.mode.load(Ordering::SeqCst), mode);
            assert!(has(&store, &[n, 0]).await && has(&store, &[n, 1]).await);
            assert!(matches!(store.commit(once(&[n, 0])).await, Err(StoreError::Conflict)));
            store.health().unwrap();
        }
        store.close().await;
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_dead_network_is_told_and_the_store_heals() {
    for mode in [DEAD, GONE] {
        let (schema, proxy) = (Schema::new(), Proxy::start().await);
        let store = proxy.store(&schema).await;
        store.commit(put(b"before")).await.unwrap();
        assert!(has(&store, b"before").await);
        proxy.set(mode);
        if mode == GONE {
            until("the loss is noticed", async || store.health().is_err()).await;
        }
        let begun = Instant::now();
        let refused = store.commit(put(b"during")).await.unwrap_err();
        assert!(matches!(refused, StoreError::Unavailable { .. }), "{refused}");
        let limit = HASTY.away + if mode == DEAD { HASTY.answer } else { Duration::ZERO };
        assert!(begun.elapsed() > HASTY.away / 2 && begun.elapsed() < limit * 2);
        assert!(!refused.to_string().contains("not known"), "{refused}");
        assert!(matches!(store.health(), Err(StoreError::Unavailable { .. })));
        // Who comes now hears it at once.
        let begun = Instant::now();
        let refused = store.commit(put(b"too late")).await.unwrap_err();
        assert!(matches!(refused, StoreError::Unavailable { .. }), "{refused}");
        assert!(begun.elapsed() < Duration::from_millis(500));
        let unread = store.get(TABLE, b"before").await.unwrap_err();
        assert!(matches!(unread, StoreError::Unavailable { .. }), "{unread}");
        proxy.set(OPEN);
        until_healthy(&store).await;
        store.commit(put(b"after")).await.unwrap();
        assert!(has(&store, b"before").await && has(&store, b"after").await);
        // COMMIT was never sent, so it is certain.
        assert!(!has(&store, b"during").await && !has(&store, b"too late").await);
        store.close().await;
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_commit_waits_for_a_database_that_is_away_for_a_moment() {
    let (schema, proxy) = (Schema::new(), Proxy::start().await);
    let store = Arc::new(proxy.store(&schema).await);
    proxy.set(GONE);
    until("the loss is noticed", async || store.health().is_err()).await;
    let commits: Vec<_> = (0_u8..20)
        .map(|n| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { store.commit(once(&[n])).await })
        })
        .collect();
    sleep(Duration::from_millis(300)).await;
    proxy.set(OPEN);
    for commit in commits {
        commit.await.unwrap().unwrap();
    }
    assert_eq!(store.scan(TABLE, &[], usize::MAX).await.unwrap().len(), 20);
    store.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_store_is_closed_while_the_database_is_away() {
    let (schema, proxy) = (Schema::new(), Proxy::start().await);
    let store = Arc::new(proxy.store(&schema).await);
    proxy.set(GONE);
    until("the loss is noticed", async || store.health().is_err()).await;
    let waiting = tokio::spawn({
        let store = Arc::clone(&store);
        async move { store.commit(put(b"k")).await }
    });
    sleep(Duration::from_millis(50)).await;
    let begun = Instant::now();
    store.close().await;
    assert!(begun.elapsed() < HASTY.closing * 2, "{:?}", begun.elapsed());
    let refused = waiting.await.unwrap().unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable { .. }), "{refused}");
    assert!(matches!(store.commit(put(b"k")).await, Err(StoreError::Closed)));
    assert!(matches!(store.health(), Err(StoreError::Closed)));
}
