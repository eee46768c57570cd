//! What a round of batches comes to, whatever the rows are kept in.

use std::collections::BTreeMap;

use tokio::sync::oneshot;

use super::{Batch, StoreError, Table};

/// A batch, and who waits for it.
pub(super) struct Commit {
    pub(super) batch: Batch,
    pub(super) done: oneshot::Sender<Result<(), StoreError>>,
}

impl Commit {
    /// Tells whoever waits. Who has gone away needs no answer.
    pub(super) fn answer(self, outcome: Result<(), StoreError>) {
        let _ = self.done.send(outcome);
    }
}

/// A row's place in the whole store: the table's byte, and the key.
pub(super) fn place(table: Table, key: &[u8]) -> Vec<u8> {
    [&[table.tag()], key].concat()
}

/// Rows as a round will leave them, by their places; `None` is no row.
pub(super) type Pending = BTreeMap<Vec<u8>, Option<Vec<u8>>>;

/// What a round comes to.
pub(super) struct Decided {
    /// What is to be written.
    pub(super) writes: Pending,
    /// For each batch, whether its expectations hold.
    pub(super) held: Vec<bool>,
}

/// Decides a round, batch by batch: each one's expectations are held against what the ones before
/// it leave. `is` says whether the row at a place has a value before the round.
pub(super) fn decide<'a, E>(
    batches: impl Iterator<Item = &'a Batch>,
    mut is: impl FnMut(&[u8], Option<&[u8]>) -> Result<bool, E>,
) -> Result<Decided, E> {
    let mut decided = Decided { writes: Pending::new(), held: Vec::new() };
    for batch in batches {
        let holds = holds(batch, &decided.writes, &mut is)?;
        if holds {
            let writes = batch.writes().iter();
            let writes = writes.map(|row| (place(row.table, &row.key), row.value.clone()));
            decided.writes.extend(writes);
        }
        decided.held.push(holds);
    }
    Ok(decided)
}

fn holds<E>(
    batch: &Batch,
    pending: &Pending,
    is: &mut impl FnMut(&[u8], Option<&[u8]>) -> Result<bool, E>,
) -> Result<bool, E> {
    for row in batch.expectations() {
        let place = place(row.table, &row.key);
        let holds = match pending.get(&place) {
            Some(value) => *value == row.value,
            None => is(&place, row.value.as_deref())?,
        };
        if !holds {
            return Ok(false);
        }
    }
    Ok(true)
}
