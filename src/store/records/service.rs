//! Rows that serve the process itself.

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::{Records, inbox::time_bytes, retry};
use crate::store::{Batch, StoreError, Table};

/// The row of `Meta` that is written to see whether the store can be.
const PROBE: &[u8] = b"probe";

/// The row of `Meta` that holds the secret which Telegram shows with each update it brings.
const WEBHOOK_SECRET: &[u8] = b"webhook_secret";

impl Records {
    /// Writes a few bytes, durably: whether it works, and nothing else.
    pub async fn probe(&self, now: Timestamp) -> Result<(), StoreError> {
        self.store.health()?;
        self.store.commit(Batch::new().put(Table::Meta, PROBE, time_bytes(now))).await
    }

    /// Whether commits can succeed, by what is known without trying.
    pub fn health(&self) -> Result<(), StoreError> {
        self.store.health()
    }

    /// The secret of the webhook; `fresh` becomes it if there is none yet. It is sealed.
    pub async fn webhook_secret(&self, fresh: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        retry(async || {
            if let Some(sealed) = self.store.get(Table::Meta, WEBHOOK_SECRET).await? {
                return self.open_row(Table::Meta, WEBHOOK_SECRET, &sealed);
            }
            let sealed = self.seal_row(Table::Meta, WEBHOOK_SECRET, fresh)?;
            let batch = Batch::new().expect_absent(Table::Meta, WEBHOOK_SECRET);
            self.store.commit(batch.put(Table::Meta, WEBHOOK_SECRET, sealed)).await?;
            Ok(Zeroizing::new(fresh.to_vec()))
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{Table, records::bench::Bench};

    #[tokio::test]
    async fn the_webhooks_secret_is_made_once_and_sealed() {
        let bench = Bench::new().await;
        let first = bench.records.webhook_secret(b"first-of-them").await.unwrap();
        let second = bench.records.webhook_secret(b"another").await.unwrap();
        assert_eq!((first.as_slice(), second.as_slice()), (&b"first-of-them"[..], &first[..]));
        let raw = bench.store.get(Table::Meta, super::WEBHOOK_SECRET).await.unwrap().unwrap();
        assert!(!raw.windows(5).any(|bytes| bytes == b"first"));
    }

    #[tokio::test]
    async fn a_closed_store_can_not_be_written() {
        let bench = Bench::new().await;
        let now = jiff::Timestamp::now();
        bench.records.probe(now).await.unwrap();
        bench.store.close().await;
        assert!(bench.records.probe(now).await.is_err());
    }
}
