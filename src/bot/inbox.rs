//! The inbox: updates are kept on disk before Telegram is told that they were received, and forgotten
//! when their answers have gone out.

use std::{sync::Arc, time::Duration};

use jiff::SignedDuration;
use teloxide::types::Update;
use tokio::sync::oneshot;

use super::{
    incoming::{Incoming, Moved},
    lanes::Lanes,
    pipeline::{Job, Pipeline},
    tally,
};
use crate::{
    desk::DeskError,
    domain::{pulse::Pulse, reply::Alarm},
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
    /// What comes now had piled up while Telegram was not heard for long.
    piled_up: bool,
}

impl Inbox {
    /// An inbox before this pipeline.
    pub fn new(pipeline: Arc<Pipeline>, pulse: Pulse) -> Self {
        let lanes = Lanes::new(Arc::clone(&pipeline), pulse.clone());
        Self { pipeline, lanes, pulse, piled_up: false }
    }

    /// Works off what an earlier process took in and did not answer, the oldest first.
    pub async fn resume(&mut self) -> Result<(), DeskError> {
        let now = self.pipeline.clock.now();
        if let Some(heard) = self.pipeline.desk.last_contact().await? {
            self.after_silence(now.duration_since(heard));
        }
        for row in self.pipeline.desk.unsettled().await? {
            let Some(incoming) = Incoming::from_bytes(&row.payload) else {
                // Another version of the bot has kept it; nobody can say what it was.
                tracing::error!(update = row.update, "a kept update can't be read any more");
                self.pipeline.desk.settle(row.update, &[]).await?;
                continue;
            };
            let (seen_at, confirmed, interim) = (row.seen_at, row.confirmed, row.interim);
            // After a long time without the bot an order is a question, wherever it waited.
            let interrupted = now.duration_since(seen_at) > self.pipeline.settings.old_after;
            let late = false;
            self.lanes.take(Job { incoming, seen_at, late, interrupted, confirmed, interim });
        }
        Ok(())
    }

    /// Notes for how long Telegram was not heard before what comes next.
    fn after_silence(&mut self, silence: SignedDuration) {
        self.piled_up |= silence > self.pipeline.settings.old_after;
    }

    /// Keeps a batch, in one write, and begins to work on what is new in it. When it returns,
    /// Telegram may be told that the batch was received; whoever waits for that has been told.
    pub async fn take(&mut self, batch: Batch) {
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
        let seen_at = self.pipeline.clock.now();
        match self.keep(&incoming).await {
            Ok(new) => {
                tell(waiting, true);
                tally::repeated(new.iter().filter(|new| !**new).count());
                let new = incoming.into_iter().zip(new).filter_map(|(i, new)| new.then_some(i));
                for incoming in new {
                    // A message has a date of its own.
                    let late = late && incoming.date.is_none();
                    self.lanes.take(Job {
                        incoming,
                        seen_at,
                        late,
                        interrupted: false,
                        confirmed: false,
                        interim: None,
                    });
                }
            }
            Err(error) => {
                tracing::error!(%error, "updates could not be kept; they are not acted on");
                // Nobody listens only while the process ends.
                let _ = self.pipeline.alarms.send(Alarm::StoreBroken);
                if waiting.is_empty() {
                    self.refuse(incoming).await;
                }
                tell(waiting, false);
            }
        }
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

    /// Tells people that what they asked is not done. It is not kept, so it never will be.
    async fn refuse(&self, incoming: Vec<Incoming>) {
        for incoming in incoming {
            self.pipeline.refuse(incoming).await;
        }
    }
}

/// Says whether updates are kept. Who has gone away has them sent again.
fn tell(waiting: Vec<oneshot::Sender<bool>>, kept: bool) {
    for waiting in waiting {
        let _ = waiting.send(kept);
    }
}
