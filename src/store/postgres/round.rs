//! One round of batches as one transaction: two round trips to the server.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::{join3, join4};
use tokio_postgres::Row;

use super::{
    lock::Owner,
    rows::{Places, Statements, Writes, place},
    session::{Session, Trouble},
};
use crate::store::{
    Batch,
    round::{Decided, decide, place as place_of},
};

/// Why a round was not written.
pub(super) enum Unwritten {
    /// The server has refused it, or the connection was lost.
    Trouble(Trouble),
    /// The store is somebody else's.
    TakenOver(String),
}

impl<T: Into<Trouble>> From<T> for Unwritten {
    fn from(error: T) -> Self {
        Self::Trouble(error.into())
    }
}

/// A round, and what it needs.
pub(super) struct Round<'a> {
    pub(super) session: &'a Session,
    pub(super) statements: &'a Statements,
    pub(super) owner: Owner,
    /// The number of the last round.
    pub(super) last: i64,
    /// Whether to write even if there is nothing to write, to see whether it can be done.
    pub(super) is_probe: bool,
}

impl Round<'_> {
    /// Writes the batches whose expectations hold, and says which do, and whether anything was
    /// written. Sets `sent` to the same before the server is told to commit: whoever finds it set
    /// without an answer does not know whether the round was written.
    pub(super) async fn carry_out<'b>(
        &self,
        batches: impl Iterator<Item = &'b Batch> + Clone,
        sent: &mut Option<Vec<bool>>,
    ) -> Result<(Vec<bool>, bool), Unwritten> {
        let outcome = self.try_carry_out(batches, sent).await;
        if matches!(&outcome, Err(_) | Ok((_, false))) {
            // It ends what the server has not ended by itself. One that is lost is noticed later.
            let _ = self.session.client.batch_execute("ROLLBACK").await;
        }
        outcome
    }

    async fn try_carry_out<'b>(
        &self,
        batches: impl Iterator<Item = &'b Batch> + Clone,
        sent: &mut Option<Vec<bool>>,
    ) -> Result<(Vec<bool>, bool), Unwritten> {
        let found = self.begin(batches.clone()).await?;
        let Ok(Decided { writes, held }) = decide(batches, |place, value| {
            Ok::<_, std::convert::Infallible>(found.get(place).map(Vec::as_slice) == value)
        });
        if writes.is_empty() && !self.is_probe {
            return Ok((held, false));
        }
        *sent = Some(held.clone());
        let (client, by) = (&self.session.client, self.statements);
        let writes = Writes::of(&writes);
        let answers = join4(
            writes.delete(client, &by.delete),
            writes.upsert(client, &by.upsert),
            client.execute(&by.advance, &[]),
            client.batch_execute("COMMIT"),
        )
        .await;
        // The first error counts. After one that the server has answered with, COMMIT rolls back,
        // and calls that a success.
        answers.0?;
        answers.1?;
        answers.2?;
        answers.3?;
        Ok((held, true))
    }

    /// Begins the transaction, passes the fence, and reads the rows that are expected, by their
    /// places. Nothing is changed yet, so that it does no harm if only BEGIN fails.
    async fn begin<'b>(
        &self,
        batches: impl Iterator<Item = &'b Batch>,
    ) -> Result<BTreeMap<Vec<u8>, Vec<u8>>, Unwritten> {
        let wanted: BTreeSet<Vec<u8>> = batches
            .flat_map(Batch::expectations)
            .map(|row| place_of(row.table, &row.key))
            .collect();
        let mut places = Places::default();
        for place in &wanted {
            places.push(place);
        }
        let (client, by) = (&self.session.client, self.statements);
        let read = async {
            if places.is_empty() {
                return Ok(Vec::new());
            }
            client.query(&by.read, &[&places.tabs, &places.keys]).await
        };
        let (begun, fence, rows) = join3(
            // The fence holds in this isolation only; a database may have another default.
            client.batch_execute("BEGIN ISOLATION LEVEL READ COMMITTED"),
            client.query_opt(&by.fence, &[]),
            read,
        )
        .await;
        begun?;
        self.check(fence?.as_ref())?;
        let mut found = BTreeMap::new();
        for row in rows? {
            if let Some(place) = place(row.try_get(0)?, row.try_get(1)?) {
                found.insert(place, row.try_get(2)?);
            }
        }
        Ok(found)
    }

    fn check(&self, fence: Option<&Row>) -> Result<(), Unwritten> {
        match owner_and_round(fence)? {
            Some((owner, round)) if owner == self.owner.as_bytes() && round == self.last => Ok(()),
            found => Err(Unwritten::TakenOver(taken_over(found.as_ref()))),
        }
    }
}

/// What a row of `hushbot_writer` says.
pub(super) fn owner_and_round(row: Option<&Row>) -> Result<Option<(Vec<u8>, i64)>, Trouble> {
    let read = |row: &Row| Ok((row.try_get(0)?, row.try_get(1)?));
    row.map(read).transpose().map_err(|error: tokio_postgres::Error| error.into())
}

/// Why the store is not ours any more, from what was found in `hushbot_writer`.
pub(super) fn taken_over(found: Option<&(Vec<u8>, i64)>) -> String {
    match found {
        Some(_) => "another hushbot has taken the store over: only one may run on a database",
        None => "the row of hushbot_writer is gone",
    }
    .to_owned()
}
