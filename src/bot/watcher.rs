//! Looks after the dialogs that are silent because of an order, and tells their owners.

use std::{
    collections::{BTreeSet, HashMap},
    panic::AssertUnwindSafe,
    sync::Arc,
    time::Duration,
};

use futures_util::FutureExt as _;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;

use super::pipeline::Pipeline;
use crate::{
    desk::{Desk, DeskError, Finding, Look, until_back},
    domain::supervisor::TelegramId,
};

/// How often reminders are thought of, and looks that are due made.
const ROUND: SignedDuration = SignedDuration::from_mins(1);

/// How soon it is seen whether what an earlier process had in work is answered.
const SOON: Duration = Duration::from_secs(1);

/// How long a portal in trouble is left alone at most.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(15);

/// One person's dialogs on one portal.
type Ward = (TelegramId, String);

/// Of how many it is remembered when they are looked at again. Past it all are looked at anew.
const MOST: usize = 10_000;

/// Looks at silent dialogs every so often.
pub struct Watcher {
    pipeline: Arc<Pipeline>,
    every: Option<SignedDuration>,
    /// When a portal is looked at again.
    next: HashMap<Ward, Next>,
    /// Who is being visited, and whether to visit them once more.
    busy: HashMap<Ward, bool>,
    /// What an earlier process had in work: until it is answered nobody knows whether a dialog is
    /// not silent by an order of its own.
    earlier: BTreeSet<u64>,
}

#[derive(Clone, Copy)]
struct Next {
    at: Timestamp,
    pause: SignedDuration,
}

/// What came of a visit.
struct Visited {
    ward: Ward,
    /// Whether the portal answered; `None` if it was not looked at.
    seen: Option<bool>,
    began: Timestamp,
}

impl Watcher {
    /// Looks at the watched dialogs of this pipeline's desk; never for `None`, but reminds.
    pub fn new(pipeline: Arc<Pipeline>, every: Option<SignedDuration>) -> Self {
        Self {
            pipeline,
            every,
            next: HashMap::new(),
            busy: HashMap::new(),
            earlier: BTreeSet::new(),
        }
    }

    /// Remembers what an earlier process had in work. To be called before that goes on.
    pub async fn begin(&mut self) -> Result<(), DeskError> {
        let earlier = self.pipeline.desk.unsettled().await?;
        self.earlier = earlier.into_iter().map(|unsettled| unsettled.update).collect();
        Ok(())
    }

    /// Runs for as long as it is polled.
    pub async fn run(mut self) {
        let (mut work, mut telling) = (JoinSet::new(), JoinSet::new());
        loop {
            let round = self.pipeline.clock.now() + self.round();
            let round = self.pipeline.clock.sleep_until(round);
            tokio::pin!(round);
            let mut may_look = false;
            // What is told must be noted: without that it would be told again and again.
            if self.pipeline.desk.can_keep().await {
                if let Err(error) = self.tell_ended(&mut telling).await {
                    tracing::error!(%error, "an ended silence could not be told");
                }
                may_look = self.may_look().await;
                for ward in self.pipeline.desk.watched_connections() {
                    self.visit(ward, may_look, &mut work);
                }
            }
            loop {
                tokio::select! {
                    () = &mut round => break,
                    () = self.pipeline.desk.watch_ended() => break,
                    () = tokio::time::sleep(SOON), if !self.earlier.is_empty() => break,
                    Some(done) = work.join_next() => if let Ok(visited) = done {
                        self.note(visited, may_look, &mut work);
                    },
                    Some(_) = telling.join_next() => {}
                }
            }
        }
    }

    /// Visits somebody's portal, or does so once more when the visit that is under way is over.
    fn visit(&mut self, ward: Ward, may_look: bool, work: &mut JoinSet<Visited>) {
        if let Some(again) = self.busy.get_mut(&ward) {
            *again = true;
            return;
        }
        self.busy.insert(ward.clone(), false);
        let began = self.pipeline.clock.now();
        let due = self.next.get(&ward).is_none_or(|next| next.at <= began);
        let pipeline = Arc::clone(&self.pipeline);
        work.spawn(async move {
            let visit = AssertUnwindSafe(visit(&pipeline, &ward, may_look && due));
            // A mistake in one visit must not end all others.
            let seen = visit.catch_unwind().await.unwrap_or(Some(false));
            Visited { ward, seen, began }
        });
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

    /// Sets when a portal is looked at again: after trouble, later each time.
    fn note(&mut self, visited: Visited, may_look: bool, work: &mut JoinSet<Visited>) {
        let Visited { ward, seen, began } = visited;
        if let (Some(seen), Some(every)) = (seen, self.every) {
            let before = self.next.get(&ward).filter(|_| !seen);
            let longest = LONGEST_PAUSE.max(every);
            let pause = before.map_or(every, |next| (next.pause * 2).min(longest));
            self.next.insert(ward.clone(), Next { at: began + pause, pause });
            if self.next.len() > MOST {
                self.next.clear();
            }
        }
        if self.busy.remove(&ward) == Some(true) {
            self.visit(ward, may_look, work);
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
        until_back(|| pipeline.desk.end_watches(&findings, told)).await?;
    }
    Ok(())
}

async fn remind(pipeline: &Pipeline, owner: TelegramId, portal: &str) -> Result<(), DeskError> {
    let at = pipeline.clock.now();
    for (notice, watches) in pipeline.desk.reminders(owner, portal).await? {
        if pipeline.notify(&notice).await {
            until_back(|| pipeline.desk.reminded(&watches, at)).await?;
        }
    }
    Ok(())
}
