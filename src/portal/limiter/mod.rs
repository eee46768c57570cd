//! Whose call may go to a portal now. Cloud portals count requests by portal and source address
//! and refuse what is too much; this side counts likewise and lets calls wait instead.
//!
//! A call that finds room pays for a lock and a look-up. Those that wait take turns: persons
//! before the background, and within that one call of each of the portal's users at a time. There
//! is no task: the first in line sleeps until there is room, and calls the next when it goes.

mod bucket;
mod line;
mod queue;
#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::{
    sync::Notify,
    time::{Instant, sleep_until},
};

use self::{
    bucket::Rate,
    line::{Line, Say},
    queue::Waiter,
};
use crate::domain::access::Access;

/// Below so many portals none is looked for to be forgotten.
const FEW: usize = 64;

/// How much a call matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Urgency {
    /// Somebody waits for it.
    #[default]
    Person,
    /// Nobody does. It goes only while no person's call waits for the same portal.
    Background,
}

/// Lets calls go at the pace that portals bear, each portal at its own. The default never waits.
#[derive(Debug, Default)]
pub(super) struct Limiter(Option<Pace>);

#[derive(Debug)]
struct Pace {
    rate: Rate,
    lines: Mutex<Lines>,
}

/// The portals that were called lately, by host.
#[derive(Debug, Default)]
struct Lines {
    by_host: HashMap<String, Line>,
    /// At how many portals to look next for those that can be forgotten.
    crowded_at: usize,
    tickets: u64,
}

impl Limiter {
    /// Lets `burst` calls go at once and then `rate` a second; a rate of 0 or less switches the
    /// limiter off.
    pub(super) fn new(rate: f64, burst: u32) -> Self {
        Self(Rate::new(rate, burst).map(|rate| Pace { rate, lines: Mutex::default() }))
    }

    /// Waits until a call through this access may go to its portal. Whether it had to wait.
    ///
    /// Whoever stops waiting (drops the future) leaves the line and costs nobody a turn.
    pub(super) async fn turn(&self, access: &Access, urgency: Urgency) -> bool {
        let Some(shared) = &self.0 else { return false };
        let Some(place) = shared.enter(access, urgency) else { return false };
        loop {
            match place.ask() {
                Say::Go => return true,
                Say::First(at) => sleep_until(at).await,
                Say::Wait => place.called.notified().await,
            }
        }
    }
}

impl Pace {
    /// Lets a call go at once (`None`), or gives it a place in the line.
    fn enter(&self, access: &Access, urgency: Urgency) -> Option<Place<'_>> {
        let (host, user, now) = (access.address().host(), access.user(), Instant::now());
        let mut lines = self.lock();
        lines.forget_idle(now);
        lines.tickets += 1;
        let ticket = lines.tickets;
        let line = lines.by_host.entry(host.clone()).or_insert_with(|| Line::new(self.rate, now));
        if line.goes_at_once(urgency, now) {
            return None;
        }
        let called = Arc::new(Notify::new());
        line.join(urgency, user, Waiter { ticket, called: Arc::clone(&called) });
        Some(Place { pace: self, host, user, urgency, ticket, called })
    }

    fn lock(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lines {
    /// Forgets the portals whose bucket is empty and for which nobody waits, whenever there are
    /// twice as many as remained the last time.
    fn forget_idle(&mut self, now: Instant) {
        if self.by_host.len() >= self.crowded_at.max(FEW) {
            self.by_host.retain(|_, line| !line.is_idle(now));
            self.crowded_at = self.by_host.len() * 2;
        }
    }
}

/// A call's place in the line. Leaving it, by going or by giving up, calls the next.
struct Place<'a> {
    pace: &'a Pace,
    host: String,
    user: u64,
    urgency: Urgency,
    ticket: u64,
    called: Arc<Notify>,
}

impl Place<'_> {
    fn ask(&self) -> Say {
        let mut lines = self.pace.lock();
        let line = lines.by_host.get_mut(&self.host);
        // The line is there as long as somebody waits in it.
        line.map_or(Say::Go, |line| line.ask(self.ticket, Instant::now()))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut lines = self.pace.lock();
        if let Some(line) = lines.by_host.get_mut(&self.host) {
            line.leave(self.urgency, self.user, self.ticket);
        }
    }
}
