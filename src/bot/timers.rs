//! Silences that end by themselves.

use std::{
    collections::HashMap,
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, PoisonError},
};

use futures_util::FutureExt as _;
use tokio::task::JoinSet;

use super::pipeline::Pipeline;
use crate::{
    desk::{DeskError, Notice, Timer, until_back},
    domain::{
        audit::AuditEntry,
        reply::{Reply, TimerOver},
        toggle::Reason,
    },
};

/// Switches off what is due, and tells whoever ordered it.
pub struct Timers {
    pipeline: Arc<Pipeline>,
    /// How often each has failed, by the update that it was ordered with and its dialog.
    failures: Mutex<HashMap<(u64, u64), usize>>,
}

impl Timers {
    /// The timers of this pipeline's desk.
    pub fn new(pipeline: Arc<Pipeline>) -> Self {
        Self { pipeline, failures: Mutex::default() }
    }

    /// Runs for as long as it is polled. What is in work when it is dropped stays on disk.
    pub async fn run(self) {
        let timers = Arc::new(self);
        let mut work = JoinSet::new();
        loop {
            let timer = timers.pipeline.desk.next_timer().await;
            while work.try_join_next().is_some() {}
            let timers = Arc::clone(&timers);
            work.spawn(async move { timers.fire_safely(&timer).await });
        }
    }

    /// Fires. After a mistake of ours, too, a silence must still end: it is tried again.
    async fn fire_safely(&self, timer: &Timer) {
        let error = match AssertUnwindSafe(self.fire(timer)).catch_unwind().await {
            Ok(Ok(())) => return,
            Ok(Err(error)) => error.to_string(),
            Err(_) => "a panic; its own line says where".to_owned(),
        };
        tracing::error!(error, dialog = %timer.dialog, "a timer failed");
        let failures = self.failures(timer);
        match self.retry(timer, failures).await {
            Ok(true) => self.failed(timer, failures + 1),
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "it waits for the next start"),
        }
    }

    async fn fire(&self, timer: &Timer) -> Result<(), DeskError> {
        let desk = &self.pipeline.desk;
        // A silence must end, however long the store is away.
        let Some(done) = until_back(|| desk.fire(timer)).await? else {
            return self.finish(timer, &[]).await;
        };
        let failures = self.failures(timer);
        let again = may_pass(&done.reply) && self.retry(timer, failures).await?;
        if again {
            self.failed(timer, failures + 1);
        }
        if !again {
            self.tell_room(timer, &done.reply).await?;
        }
        // Somebody must know at once that the client still gets no answers, and how it ended; the
        // tries between are nobody's business.
        if failures == 0 || !again {
            let notice = Notice { to: timer.owner, place: timer.place, reply: done.reply };
            self.pipeline.notify(&notice).await;
        }
        if again { Ok(()) } else { self.finish(timer, &done.audit).await }
    }

    async fn finish(&self, timer: &Timer, audit: &[AuditEntry]) -> Result<(), DeskError> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner).remove(&key(timer));
        until_back(|| self.pipeline.desk.finish_timer(timer, audit)).await
    }

    async fn retry(&self, timer: &Timer, failures: usize) -> Result<bool, DeskError> {
        until_back(|| self.pipeline.desk.retry_timer(timer, failures)).await
    }

    /// Tells the on-call room of a silence that should have ended: somebody has to see to it.
    async fn tell_room(&self, timer: &Timer, reply: &Reply) -> Result<(), DeskError> {
        let desk = &self.pipeline.desk;
        let (Reply::TimerOver(over), Some(room)) = (reply, desk.room().await?) else {
            return Ok(());
        };
        if let Some(stuck) = desk.stuck(timer, over, &room).await? {
            let pipeline = Arc::clone(&self.pipeline);
            // Telegram may hold the room back; whoever set the timer must not wait for that.
            tokio::spawn(async move { pipeline.tell_room(&Reply::StuckTimer(stuck)).await });
        }
        Ok(())
    }

    fn failures(&self, timer: &Timer) -> usize {
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.get(&key(timer)).copied().unwrap_or_default()
    }

    fn failed(&self, timer: &Timer, tries: usize) {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner).insert(key(timer), tries);
    }
}

fn key(timer: &Timer) -> (u64, u64) {
    (timer.update, timer.dialog.get())
}

/// Whether another try may help.
fn may_pass(reply: &Reply) -> bool {
    match reply {
        Reply::TimerOver(TimerOver { outcome: Err(Reason::Trouble(trouble)), .. }) => {
            trouble.may_pass()
        }
        _ => false,
    }
}
