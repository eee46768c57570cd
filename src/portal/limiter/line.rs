//! One portal's bucket and those who wait for room in it.

use tokio::time::Instant;

use super::{
    Urgency,
    bucket::{Bucket, Rate},
    queue::{Queue, Waiter},
};

/// One portal's line.
#[derive(Debug)]
pub(super) struct Line {
    bucket: Bucket,
    persons: Queue,
    background: Queue,
}

/// What somebody who waits is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Say {
    /// The call may go and is out of the line.
    Go,
    /// It is the first; there will be room then.
    First(Instant),
    /// Others come first. It will be called.
    Wait,
}

impl Line {
    pub(super) fn new(rate: Rate, now: Instant) -> Self {
        let (persons, background) = <_>::default();
        Self { bucket: Bucket::new(rate, now), persons, background }
    }

    /// Whether a call goes without waiting: there is room, and nobody waits who comes first.
    pub(super) fn goes_at_once(&mut self, urgency: Urgency, now: Instant) -> bool {
        let first = match urgency {
            Urgency::Person => self.persons.is_empty(),
            Urgency::Background => self.persons.is_empty() && self.background.is_empty(),
        };
        first && self.bucket.put(now).is_ok()
    }

    pub(super) fn join(&mut self, urgency: Urgency, user: u64, waiter: Waiter) {
        self.queue(urgency).push(user, waiter);
    }

    /// Answers the holder of a ticket, and calls the next when that one goes.
    pub(super) fn ask(&mut self, ticket: u64, now: Instant) -> Say {
        if self.first().is_none_or(|first| first.ticket != ticket) {
            return Say::Wait;
        }
        if let Err(at) = self.bucket.put(now) {
            return Say::First(at);
        }
        let urgent = !self.persons.is_empty();
        self.queue(if urgent { Urgency::Person } else { Urgency::Background }).pop();
        self.call_first();
        Say::Go
    }

    /// Somebody goes away; if they were the first, somebody else is now.
    pub(super) fn leave(&mut self, urgency: Urgency, user: u64, ticket: u64) {
        self.queue(urgency).remove(user, ticket);
        self.call_first();
    }

    /// Nobody waits, and the bucket is as good as new.
    pub(super) fn is_idle(&self, now: Instant) -> bool {
        self.first().is_none() && self.bucket.is_empty(now)
    }

    fn first(&self) -> Option<&Waiter> {
        self.persons.first().or_else(|| self.background.first())
    }

    /// A call too many does no harm: whoever hears it asks again.
    fn call_first(&self) {
        if let Some(first) = self.first() {
            first.called.notify_one();
        }
    }

    fn queue(&mut self, urgency: Urgency) -> &mut Queue {
        match urgency {
            Urgency::Person => &mut self.persons,
            Urgency::Background => &mut self.background,
        }
    }
}
