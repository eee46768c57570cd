//! On a real server: `tests/postgres/run` makes one, and names it in an environment variable.

mod encryption;
mod formats;
mod keeping;
mod owner;
mod proxy;
mod reaching;
mod refusals;
mod schema;
mod severed;

use std::{sync::Arc, time::Duration};

use tokio::time::{Instant, sleep};

use self::schema::{HASTY, Schema};
use super::*;
use crate::store::contract::{Bench, store_contract};

impl Bench for Schema {
    fn fresh() -> Self {
        Self::new()
    }

    async fn open(&self) -> Arc<dyn Store> {
        Arc::new(self.store().await)
    }
}

store_contract!(Schema, #[ignore = "needs PostgreSQL: tests/postgres/run"]);

const TABLE: Table = Table::People;

fn put(key: &[u8]) -> Batch {
    Batch::new().put(TABLE, key, key)
}

async fn has(store: &PostgresStore, key: &[u8]) -> bool {
    store.get(TABLE, key).await.unwrap().is_some()
}

/// Waits until something is so, and fails if it does not become so.
async fn until(what: &str, is: impl AsyncFn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !is().await {
        assert!(Instant::now() < deadline, "{what}");
        sleep(Duration::from_millis(10)).await;
    }
}

async fn until_healthy(store: &PostgresStore) {
    until("the store heals", async || store.health().is_ok()).await;
}
