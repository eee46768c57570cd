//! The inbox: updates are kept on disk before Telegram is told that they were received, and forgotten
//! when their answers have gone out.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use jiff::SignedDuration;
use teloxide::types::Update;
use tokio::sync::oneshot;

use super::{
    incoming::{Incoming, Moved},
    lanes::Lanes,
    pipeline::{Job, Pipeline},
    tally,
    unkept::Unkept,
};
use crate::{
    desk::{DeskError, Unsettled},
    domain::{
        pulse::Pulse,
        reply::{Alarm, Reply},
    },
};

/// Updates, and what is known of their way here.
#[derive(Default)]
pub struct Batch {
    /// In the order of their ids.
    pub updates: Vec<Update>,
    /// For how long Telegram was not heard before them.
    pub silence: Duration,
    /// Nothing is left of what had piled up in an earlier silence.
    pub caught_up: bool,
    /// More of what had piled up may come behind them.
    pub more: bool,
    /// Who waits to hear whether they are kept, and has them sent again if not. Empty: nobody
    /// sends them again.
    pub waiting: Vec<oneshot::Sender<bool>>,
}

/// Keeps updates and hands them to the lanes.
pub struct Inbox {
    pipeline: Arc<Pipeline>,
    lanes: Lanes,
    pulse: Pulse,
    when_broken: WhenBroken,
    unkept: Unkept,
    /// What comes now had piled up while Telegram was not heard for long.
    piled_up: bool,
}

/// What is done with updates where the store writes nothing more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenBroken {
    /// Nobody else has the store: people are told that nothing is done.
    Refuse,
    /// Another process has taken it over, and gets the updates.
    Leave,
}

impl Inbox {
    /// An inbox before this pipeline.
    pub fn new(pipeline: Arc<Pipeline>, pulse: Pulse, when_broken: WhenBroken) -> Self {
        let lanes = Lanes::new(Arc::clone(&pipeline), pulse.clone());
        let unkept = Unkept::default();
        Self { pipeline, lanes, pulse, when_broken, unkept, piled_up: false }
    }

    /// Works off what an earlier process took in and did not answer, the oldest first.
    pub async fn resume(&mut self) -> Result<(), DeskError> {
        let now = self.pipeline.clock.now();
        if let Some(heard) = self.pipeline.desk.last_contact().await? {
            self.after_silence(now.duration_since(heard));
        }
        for row in self.pipeline.desk.unsettled().await? {
            self.take_up(row).await?;
        }
        Ok(())
    }

    /// Begins to work on what is kept already.
    async fn take_up(&mut self, row: Unsettled) -> Result<(), DeskError> {
        let Some(incoming) = Incoming::from_bytes(&row.payload) else {
            // Another version of the bot has kept it; nobody can say what it was.
            tracing::error!(update = row.update, "a kept update can't be read any more");
            return self.pipeline.desk.settle(row.update, &[]).await;
        };
        let (seen_at, confirmed, interim) = (row.seen_at, row.confirmed, row.interim);
        // After a long time without the bot an order is a question, wherever it waited.
        let waited = self.pipeline.clock.now().duration_since(seen_at);
        let interrupted = waited > self.pipeline.settings.old_after;
        let late = false;
        self.lanes.take(Job { incoming, seen_at, late, interrupted, confirmed, interim });
        Ok(())
    }

    /// Notes for how long Telegram was not heard before what comes next.
    fn after_silence(&mut self, silence: SignedDuration) {
        self.piled_up |= silence > self.pipeline.settings.old_after;
    }

    /// Keeps a batch, in one write, and begins to work on what is new in it. Whether Telegram may
    /// be told that the batch was received; if not, it is to come again. Whoever waits for that
    /// has been told.
    pub async fn take(&mut self, batch: Batch) -> bool {
        let Batch { updates, silence, caught_up, more, waiting } = batch;
        let _intake = self.pulse.intake();
        self.piled_up &= !caught_up;
        self.after_silence(SignedDuration::try_from(silence).unwrap_or_default());
        let late = self.piled_up;
        self.piled_up &= more;
        for update in &updates {
            tally::update(&update.kind);
        }
        for moved in updates.iter().filter_map(Moved::read) {
            self.pipeline.follow(moved);
            if let Err(error) = self.pipeline.desk.note_move(moved.from, moved.to).await {
                tracing::error!(%error, "a group's move could not be kept");
            }
        }
        let incoming: Vec<Incoming> = updates.into_iter().filter_map(Incoming::read).collect();
        let begun = match self.keep(&incoming).await {
            Ok(new) => self.begin(&incoming, &new, late).await,
            Err(error) => Err(error),
        };
        let done = match begun {
            Ok(()) => true,
            Err(error) if error.may_pass() => {
                tracing::error!(%error, "updates could not be kept; they are to come again");
                self.raise(Alarm::StoreAway);
                self.put_off(incoming, late).await;
                false
            }
            Err(error) => {
                tracing::error!(%error, "updates could not be kept; they are not acted on");
                if error.is_broken() && self.when_broken == WhenBroken::Leave {
                    tell(waiting, false);
                    return false;
                }
                self.raise(Alarm::StoreBroken);
                if waiting.is_empty() {
                    self.refuse(incoming).await;
                }
                tell(waiting, false);
                return true;
            }
        };
        tell(waiting, done);
        done
    }

    /// Begins nothing new and waits for what is in work.
    pub async fn close(&mut self) {
        self.lanes.close().await;
    }

    async fn keep(&self, incoming: &[Incoming]) -> Result<Vec<bool>, DeskError> {
        let rows = incoming.iter().filter_map(|incoming| {
            // Every part of it can be written as JSON.
            incoming.to_bytes().ok().map(|bytes| (incoming.update, bytes))
        });
        self.pipeline.desk.take_in(rows.collect()).await
    }

    /// Begins to work on those that are `new`. One that is not new, but could not be kept before,
    /// may have been kept by that try all the same: nobody works on it yet.
    async fn begin(
        &mut self,
        incoming: &[Incoming],
        new: &[bool],
        late: bool,
    ) -> Result<(), DeskError> {
        tally::repeated(new.iter().filter(|new| !**new).count());
        let now = self.pipeline.clock.now();
        let mut doubtful = BTreeSet::new();
        for (incoming, new) in incoming.iter().zip(new) {
            let first = self.unkept.take(incoming.update);
            if !new {
                doubtful.extend(first.map(|_| incoming.update));
                continue;
            }
            let waited = first.is_some_and(|f| f.is_late(now, self.pipeline.settings.old_after));
            // A message has a date of its own.
            let late = (late || waited) && incoming.date.is_none();
            self.lanes.take(Job {
                incoming: incoming.clone(),
                seen_at: now,
                late,
                interrupted: false,
                confirmed: false,
                interim: None,
            });
        }
        doubtful.retain(|update| !self.lanes.has(*update));
        if !doubtful.is_empty() {
            for row in self.pipeline.desk.unsettled().await? {
                if doubtful.contains(&row.update) {
                    self.take_up(row).await?;
                }
            }
        }
        Ok(())
    }

    /// Tells people that what they asked waits. Each is told once.
    async fn put_off(&mut self, incoming: Vec<Incoming>, late: bool) {
        let now = self.pipeline.clock.now();
        for incoming in incoming {
            let is_new = self.unkept.note(incoming.update, now, late);
            if is_new && !self.lanes.has(incoming.update) {
                self.pipeline.refuse(incoming, &Reply::NotKeptYet).await;
            }
        }
    }

    /// Tells people that what they asked is not done. It is not kept, so it never will be.
    async fn refuse(&self, incoming: Vec<Incoming>) {
        // What is in work already gets its own answer.
        for incoming in incoming.into_iter().filter(|i| !self.lanes.has(i.update)) {
            self.pipeline.refuse(incoming, &Reply::NotKept).await;
        }
    }

    fn raise(&self, alarm: Alarm) {
        // Nobody listens only while the process ends.
        let _ = self.pipeline.alarms.send(alarm);
    }
}

/// Says whether updates are kept. Who has gone away has them sent again.
fn tell(waiting: Vec<oneshot::Sender<bool>>, kept: bool) {
    for waiting in waiting {
        let _ = waiting.send(kept);
    }
}
