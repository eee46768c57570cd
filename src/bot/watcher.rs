//! Looks after the dialogs that are silent because of an order, and tells their owners.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    panic::AssertUnwindSafe,
    sync::Arc,
};

use futures_util::FutureExt as _;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;

use super::pipeline::Pipeline;
use crate::{
    desk::{Desk, DeskError, Finding, Look},
    domain::supervisor::TelegramId,
};

/// How often reminders are thought of, and looks that are due made.
const ROUND: SignedDuration = SignedDuration::from_mins(1);

/// How long a portal in trouble is left alone at most.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(15);

/// One person's dialogs on one portal.
type Ward = (TelegramId, String);

/// Looks at silent dialogs every so often.
pub struct Watcher {
    pipeline: Arc<Pipeline>,
    every: Option<SignedDuration>,
    /// When a portal is looked at again.
    next: HashMap<Ward, Next>,
    /// What an earlier process had in work: until it is answered nobody knows whether a dialog is
    /// not silent by an order of its own.
    earlier: BTreeSet<u64>,
}

#[derive(Clone, Copy)]
struct Next {
    at: Timestamp,
    pause: SignedDuration,
}

impl Watcher {
    /// Looks at the watched dialogs of this pipeline's desk; never for `None`, but reminds.
    pub fn new(pipeline: Arc<Pipeline>, every: Option<SignedDuration>) -> Self {
        Self { pipeline, every, next: HashMap::new(), earlier: BTreeSet::new() }
    }

    /// Remembers what an earlier process had in work. To be called before that goes on.
    pub async fn begin(&mut self) -> Result<(), DeskError> {
        let earlier = self.pipeline.desk.unsettled().await?;
        self.earlier = earlier.into_iter().map(|unsettled| unsettled.update).collect();
        Ok(())
    }

    /// Runs for as long as it is polled.
    pub async fn run(mut self) {
        let mut work = JoinSet::new();
        let mut busy: HashSet<Ward> = HashSet::new();
        let mut telling = JoinSet::new();
        loop {
            let now = self.pipeline.clock.now();
            let round = self.pipeline.clock.sleep_until(now + self.round());
            if let Err(error) = self.tell_ended(&mut telling).await {
                tracing::error!(%error, "an ended silence could not be told");
            }
            let may_look = self.may_look().await;
            for ward in self.pipeline.desk.watched_connections() {
                if busy.insert(ward.clone()) {
                    let look = may_look && self.is_due(&ward, now);
                    let pipeline = Arc::clone(&self.pipeline);
                    work.spawn(async move {
                        let visit = AssertUnwindSafe(visit(&pipeline, &ward, look));
                        // A mistake in one visit must not end all others.
                        let seen = visit.catch_unwind().await.unwrap_or(Some(false));
                        (ward, seen, now)
                    });
                }
            }
            tokio::pin!(round);
            loop {
                tokio::select! {
                    () = &mut round => break,
                    () = self.pipeline.desk.watch_ended() => break,
                    Some(done) = work.join_next() => if let Ok((ward, seen, began)) = done {
                        busy.remove(&ward);
                        self.note(ward, seen, began);
                    },
                    Some(_) = telling.join_next() => {}
                }
            }
        }
    }

    fn round(&self) -> SignedDuration {
        self.every.map_or(ROUND, |every| every.min(ROUND))
    }

    /// Tells those whose silence somebody else has ended.
    async fn tell_ended(&self, telling: &mut JoinSet<()>) -> Result<(), DeskError> {
        let ended = self.pipeline.desk.ended_by_others().await?;
        if !ended.is_empty() {
            let pipeline = Arc::clone(&self.pipeline);
            telling.spawn(async move {
                if let Err(error) = tell(&pipeline, ended).await {
                    tracing::error!(%error, "an ended silence could not be forgotten");
                }
            });
        }
        Ok(())
    }

    async fn may_look(&mut self) -> bool {
        if !self.earlier.is_empty() {
            match self.pipeline.desk.unsettled().await {
                Ok(now) => {
                    let now: BTreeSet<u64> = now.into_iter().map(|one| one.update).collect();
                    self.earlier.retain(|update| now.contains(update));
                }
                Err(error) => tracing::error!(%error, "the inbox can't be read"),
            }
        }
        self.every.is_some() && self.earlier.is_empty()
    }

    fn is_due(&self, ward: &Ward, now: Timestamp) -> bool {
        self.next.get(ward).is_none_or(|next| next.at <= now)
    }

    /// Sets when a portal is looked at again: after trouble, later each time.
    fn note(&mut self, ward: Ward, seen: Option<bool>, began: Timestamp) {
        let (Some(seen), Some(every)) = (seen, self.every) else { return };
        let before = self.next.get(&ward).filter(|_| !seen);
        let pause = before.map_or(every, |next| (next.pause * 2).min(LONGEST_PAUSE.max(every)));
        self.next.insert(ward, Next { at: began + pause, pause });
        if self.next.len() > self.pipeline.desk.watched_connections().len() + 1_000 {
            self.next.clear();
        }
    }
}

/// Looks, if it is to, and reminds. Whether the portal answered; `None` if it was not looked at.
async fn visit(pipeline: &Pipeline, (owner, portal): &Ward, look: bool) -> Option<bool> {
    let seen = if look {
        match look_at(pipeline, *owner, portal).await {
            Ok(seen) => Some(seen),
            Err(error) => {
                tracing::error!(%error, %portal, "the silent dialogs could not be looked at");
                Some(false)
            }
        }
    } else {
        None
    };
    if let Err(error) = remind(pipeline, *owner, portal).await {
        tracing::error!(%error, %portal, "a reminder failed");
    }
    seen
}

async fn look_at(pipeline: &Pipeline, owner: TelegramId, portal: &str) -> Result<bool, DeskError> {
    match pipeline.desk.look(owner, portal).await? {
        Look::Trouble => Ok(false),
        Look::Seen(findings) => tell(pipeline, findings).await.map(|()| true),
    }
}

/// Tells, then ends the watches: should the process die between the two, it is told again.
async fn tell(pipeline: &Pipeline, findings: Vec<Finding>) -> Result<(), DeskError> {
    for (notice, findings) in Desk::notices(findings) {
        let told = pipeline.notify(&notice).await;
        pipeline.desk.end_watches(&findings, told).await?;
    }
    Ok(())
}

async fn remind(pipeline: &Pipeline, owner: TelegramId, portal: &str) -> Result<(), DeskError> {
    for (notice, watches) in pipeline.desk.reminders(owner, portal).await? {
        if pipeline.notify(&notice).await {
            pipeline.desk.reminded(&watches).await?;
        }
    }
    Ok(())
}
