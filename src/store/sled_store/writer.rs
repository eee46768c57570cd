//! The one thread that writes.

use std::{
    any::Any,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, OnceLock},
    time::Instant,
};

use tokio::sync::{mpsc, watch};

use super::export::Export;
use crate::store::{
    Batch, StoreError,
    round::{Commit, Pending, decide},
    tally,
};

/// How many batches wait before those who commit have to wait for a place. Memory is the bound: a
/// usual batch is about a kilobyte.
pub(super) const QUEUE: usize = 256;

/// How many batches are written together. Enough to share one sync among all who wait; few enough
/// that readers, which sled holds off while a batch is applied, wait for less than a millisecond.
const ROUND: usize = 128;

/// Makes what was written survive a power loss.
pub(super) type SyncFile = Box<dyn FnMut() -> io::Result<()> + Send>;

/// What the writer is told.
pub(super) enum Order {
    Commit(Commit),
    /// After the commits that were sent before it.
    Export(Export),
    Close,
}

/// The first failure: the one that nothing is written after.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    reason: String,
    kind: Option<io::ErrorKind>,
}

impl Failure {
    pub(super) fn error(&self) -> StoreError {
        StoreError::Broken { reason: self.reason.clone(), kind: self.kind }
    }
}

pub(super) struct Writer {
    db: sled::Db,
    sync: SyncFile,
    /// Why nothing is written any more.
    broken: Arc<OnceLock<Failure>>,
}

impl Writer {
    pub(super) fn new(db: sled::Db, sync: SyncFile, broken: Arc<OnceLock<Failure>>) -> Self {
        Self { db, sync, broken }
    }

    /// Works until it is closed or nobody is left who could commit, and all that was queued is
    /// answered. Drops `_running` then.
    pub(super) fn run(mut self, mut orders: mpsc::Receiver<Order>, _running: watch::Sender<()>) {
        let mut round = Vec::with_capacity(ROUND);
        while orders.blocking_recv_many(&mut round, ROUND) > 0 {
            let (mut commits, mut exports) = (Vec::with_capacity(round.len()), Vec::new());
            for order in round.drain(..) {
                match order {
                    Order::Commit(commit) => commits.push(commit),
                    Order::Export(export) => exports.push(export),
                    // What is queued can still be received.
                    Order::Close => orders.close(),
                }
            }
            self.settle(commits);
            for export in exports {
                export.carry_out(&self.db, self.broken.get());
            }
        }
    }

    /// Writes a round of batches and answers to each. Who has gone away needs no answer.
    fn settle(&mut self, round: Vec<Commit>) {
        let (batches, waiting): (Vec<_>, Vec<_>) =
            round.into_iter().map(|Commit { batch, done }| (batch, done)).unzip();
        match self.write_or_break(&batches) {
            Ok(held) => {
                for (done, held) in waiting.into_iter().zip(held) {
                    let _ = done.send(if held { Ok(()) } else { Err(StoreError::Conflict) });
                }
            }
            Err(failure) => {
                for done in waiting {
                    let _ = done.send(Err(failure.error()));
                }
            }
        }
    }

    /// Writes unless an earlier write failed. After a failed sync the system may have thrown the
    /// data away, and a second sync would succeed without it: so the first failure is final.
    fn write_or_break(&mut self, batches: &[Batch]) -> Result<Vec<bool>, Failure> {
        if let Some(failure) = self.broken.get() {
            return Err(failure.clone());
        }
        let failure = match catch_unwind(AssertUnwindSafe(|| self.write(batches))) {
            Ok(Ok(held)) => return Ok(held),
            Ok(Err(error)) => Failure { reason: error.to_string(), kind: kind(&error) },
            Err(panic) => Failure { reason: panic_text(panic.as_ref()), kind: None },
        };
        tally::failed();
        tracing::error!(reason = %failure.reason, "the store is broken: nothing more is written");
        Err(self.broken.get_or_init(|| failure).clone())
    }

    /// Makes one sled batch of those whose expectations hold, and says which did.
    ///
    /// Why a sled batch: single inserts are separate messages of sled's log, so that a crash can
    /// keep some of them and lose others. A batch puts a message in front that names the log's
    /// last position that belongs to it; recovery drops it whole if the log ends before. A sled
    /// transaction is written in the same way, after tracking reads that one writer needn't track.
    /// Why one for the round: each costs a roll of sled's buffer and a write of its own.
    pub(super) fn write(&mut self, batches: &[Batch]) -> Result<Vec<bool>, sled::Error> {
        let decided = decide(batches.iter(), |place, value| {
            Ok::<_, sled::Error>(self.db.get(place)?.as_deref() == value)
        })?;
        if !decided.writes.is_empty() {
            let begun = Instant::now();
            self.make_durable(decided.writes)?;
            tally::flushed(batches.len(), begun.elapsed());
        }
        Ok(decided.held)
    }

    fn make_durable(&mut self, pending: Pending) -> Result<(), sled::Error> {
        let mut batch = sled::Batch::default();
        for (key, value) in pending {
            match value {
                Some(value) => batch.insert(key, value),
                None => batch.remove(key),
            }
        }
        self.db.apply_batch(batch)?;
        // To the file, which sled knows as its "stable" state …
        self.db.flush()?;
        // … and to the disk, which it leaves to chance.
        (self.sync)()?;
        Ok(())
    }
}

fn kind(error: &sled::Error) -> Option<io::ErrorKind> {
    match error {
        sled::Error::Io(error) => Some(error.kind()),
        _ => None,
    }
}

/// What a panic said.
pub(super) fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic in the database").to_owned()
}
