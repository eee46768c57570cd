//! Groups that have become supergroups, and have another id since.

use super::Records;
use crate::store::{Batch, StoreError, Table};

/// What the keys of these rows of `Meta` begin with; the old id follows.
pub(super) const PREFIX: &[u8] = b"moved/";

/// How many moves are kept. A group moves once; whoever makes more groups than this to fill the disk
/// is not followed by the next process until Telegram tells of the move again.
const MOST: usize = 1_000;

impl Records {
    /// Keeps that a group has moved from one id to another.
    pub async fn note_move(&self, from: i64, to: i64) -> Result<(), StoreError> {
        let key = [PREFIX, &from.to_be_bytes()].concat();
        let known = self.store.scan(Table::Meta, PREFIX, MOST).await?;
        let value = to.to_be_bytes();
        let is_kept = known.iter().any(|(other, to)| *other == key && *to == value);
        if is_kept || known.len() >= MOST {
            return Ok(());
        }
        self.store.commit(Batch::new().put(Table::Meta, &key, value)).await
    }

    /// All moves that are kept: the old id, then the new one.
    pub async fn moves(&self) -> Result<Vec<(i64, i64)>, StoreError> {
        let rows = self.store.scan(Table::Meta, PREFIX, MOST).await?;
        rows.into_iter()
            .map(|(key, value)| {
                let from = key.strip_prefix(PREFIX).and_then(read);
                from.zip(read(&value)).ok_or_else(|| StoreError::BadRow {
                    table: Table::Meta,
                    reason: "a group's move is none".to_owned(),
                })
            })
            .collect()
    }
}

fn read(bytes: &[u8]) -> Option<i64> {
    bytes.try_into().ok().map(i64::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::{super::bench::Bench, *};

    #[tokio::test]
    async fn moves_are_kept_up_to_a_number() {
        let bench = Bench::new().await;
        let records = &bench.records;
        assert_eq!(records.moves().await.unwrap(), []);
        for _ in 0..2 {
            records.note_move(-5, -1_000_000_000_005).await.unwrap();
        }
        assert_eq!(records.moves().await.unwrap(), [(-5, -1_000_000_000_005)]);
        for group in 0..1_000 {
            let key = [PREFIX, &i64::to_be_bytes(group)].concat();
            let batch = Batch::new().put(Table::Meta, &key, [0; 8]);
            bench.store.commit(batch).await.unwrap();
        }
        records.note_move(-6, -7).await.unwrap();
        let moves = records.moves().await.unwrap();
        assert!(moves.len() == MOST && !moves.contains(&(-6, -7)));
    }
}
