//! The time that the local servers live in. It can be moved on, so that nobody has to wait for
//! what happens an hour later.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

/// How long is slept in one go: a system clock that was put right is followed within a minute.
const NAP: Duration = Duration::from_mins(1);

/// A clock. Clones are the same one. By default it shows the system's time.
#[derive(Debug, Clone, Default)]
pub struct Time(Arc<watch::Sender<Hands>>);

#[derive(Debug, Clone, Copy, Default)]
struct Hands {
    /// Where the clock stood before it was moved; `None` while it goes with the system's.
    stands_at: Option<Timestamp>,
    ahead: SignedDuration,
}

impl Hands {
    fn show(self) -> Timestamp {
        let base = self.stands_at.unwrap_or_else(Timestamp::now);
        base.checked_add(self.ahead).unwrap_or(Timestamp::MAX)
    }
}

impl Time {
    /// A clock that stands at a time until it is moved.
    pub fn standing(at: Timestamp) -> Self {
        let time = Self::default();
        time.stand_at(at);
        time
    }

    /// What the clock shows.
    pub fn now(&self) -> Timestamp {
        self.0.borrow().show()
    }

    /// Whether it moves by hand only.
    pub fn stands(&self) -> bool {
        self.0.borrow().stands_at.is_some()
    }

    /// Moves the clock on, or back by a negative duration.
    pub fn advance(&self, by: SignedDuration) {
        self.0.send_modify(|hands| hands.ahead = hands.ahead.saturating_add(by));
    }

    /// Stops the clock at a time: whoever stopped it moves it from then on.
    pub fn stand_at(&self, at: Timestamp) {
        self.0.send_replace(Hands { stands_at: Some(at), ahead: SignedDuration::ZERO });
    }

    /// Completes when the clock shows `when` or later.
    pub async fn reach(&self, when: Timestamp) {
        let mut moves = self.0.subscribe();
        loop {
            let hands = *moves.borrow_and_update();
            let left = Duration::try_from(when.duration_since(hands.show())).unwrap_or_default();
            if left.is_zero() {
                return;
            }
            let nap = if hands.stands_at.is_some() { Duration::MAX } else { left.min(NAP) };
            // `self` keeps the sender: only a move or the nap's end comes out of this.
            let _ = tokio::time::timeout(nap, moves.changed()).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::constant(1_772_452_800, 0);

    #[tokio::test]
    async fn whoever_waits_is_woken_by_a_move() {
        let time = Time::standing(NOON);
        let until = NOON + SignedDuration::from_mins(30);
        let mut waiting = std::pin::pin!(time.reach(until));
        assert!(futures_util::poll!(waiting.as_mut()).is_pending());
        time.advance(SignedDuration::from_mins(29));
        assert!(futures_util::poll!(waiting.as_mut()).is_pending());
        time.advance(SignedDuration::from_mins(1));
        waiting.await;
        assert_eq!(time.now(), until);
    }

    #[tokio::test]
    async fn a_clock_that_goes_is_ahead_by_what_it_was_moved() {
        let time = Time::default();
        let before = Timestamp::now();
        time.clone().advance(SignedDuration::from_hours(1));
        assert!(time.now() >= before + SignedDuration::from_hours(1));
        assert!(!time.stands());
        time.reach(before + SignedDuration::from_hours(1)).await;
    }
}
