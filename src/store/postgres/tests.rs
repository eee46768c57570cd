//! On a real server: `tests/postgres/run` makes one, and names it in an environment variable.

mod schema;

use std::{sync::Arc, time::Duration};

use self::schema::Schema;
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
