//! So many within so long.

use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;

/// At most so many within any stretch of time of this length. Knows as many moments as it lets
/// through, no more.
#[derive(Debug)]
pub(super) struct Window {
    most: usize,
    within: Duration,
    /// The latest moments in order; those ahead are reserved.
    moments: VecDeque<Instant>,
}

impl Window {
    /// At most `most` within the time; zero is no limit.
    pub(super) fn new(most: u32, within: Duration) -> Self {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Self { most, within, moments: VecDeque::new() }
    }

    /// When there is room again: now or later.
    pub(super) fn earliest(&self, now: Instant) -> Instant {
        match self.moments.front() {
            Some(first) if self.most > 0 && self.moments.len() == self.most => {
                now.max(*first + self.within)
            }
            _ => now,
        }
    }

    /// Counts something in, whether there is room or not.
    pub(super) fn note(&mut self, at: Instant) {
        let place = self.moments.partition_point(|moment| *moment <= at);
        self.moments.insert(place, at);
        if self.moments.len() > self.most {
            self.moments.pop_front();
        }
    }

    /// Takes the earliest room there is.
    pub(super) fn reserve(&mut self, now: Instant) -> Instant {
        let at = self.earliest(now);
        self.note(at);
        at
    }

    /// Whether forgetting it changes nothing.
    pub(super) fn is_idle(&self, now: Instant) -> bool {
        self.moments.back().is_none_or(|last| *last + self.within <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);

    #[test]
    fn no_stretch_of_time_holds_more_than_the_most() {
        let start = Instant::now();
        let mut window = Window::new(20, MINUTE);
        let taken: Vec<_> = (0..60).map(|_| (window.reserve(start) - start).as_secs()).collect();
        assert_eq!(taken, [[0; 20], [60; 20], [120; 20]].concat());
        assert!(!window.is_idle(start + MINUTE * 2));
        assert!(window.is_idle(start + MINUTE * 3));
    }

    #[test]
    fn what_was_not_asked_for_counts_too() {
        let start = Instant::now();
        let mut window = Window::new(2, MINUTE);
        window.note(start);
        assert_eq!(window.earliest(start), start);
        window.note(start + MINUTE / 2);
        assert_eq!(window.earliest(start + MINUTE / 2), start + MINUTE);
        // A crowd that keeps to no limit leaves no more than the last two behind.
        (0..100).for_each(|_| window.note(start + MINUTE));
        assert_eq!((window.moments.len(), window.earliest(start)), (2, start + MINUTE * 2));
    }

    #[test]
    fn zero_is_no_limit() {
        let start = Instant::now();
        let mut window = Window::new(0, MINUTE);
        assert!((0..100).all(|_| window.reserve(start) == start));
        assert!(window.moments.is_empty() && window.is_idle(start));
    }
}
