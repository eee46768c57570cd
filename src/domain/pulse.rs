//! The bot's pulse: what a look from outside needs to tell "it works" from "it only runs".
//!
//! Whoever works writes here, in passing; whoever asks reads ages. Nothing here names a person.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::clock::Clock;

/// Shared by those who work and those who look. Clones share it.
#[derive(Clone)]
pub struct Pulse(Arc<Inner>);

struct Inner {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

struct State {
    beat: Timestamp,
    heard: Option<Timestamp>,
    intake: Option<Timestamp>,
    waiting: usize,
    working: usize,
    /// When something was begun last, or, if that is later, when something began to wait.
    moved: Timestamp,
}

/// The pulse at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vitals {
    /// How long ago the heart beat.
    pub beat: SignedDuration,
    /// How long ago Telegram was heard; `None`: not yet.
    pub heard: Option<SignedDuration>,
    /// For how long a batch of updates has been on its way to the disk; zero if none is.
    pub intake: SignedDuration,
    /// For how long nothing was begun although something waits; zero if nothing waits.
    pub stalled: SignedDuration,
    /// How many updates are kept and not begun.
    pub waiting: usize,
    /// How many updates are in work.
    pub working: usize,
}

impl Pulse {
    /// A pulse that beats for the first time now.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        let now = clock.now();
        let state =
            State { beat: now, heard: None, intake: None, waiting: 0, working: 0, moved: now };
        Self(Arc::new(Inner { clock, state: Mutex::new(state) }))
    }

    /// The heart beats.
    pub fn beat(&self) {
        self.note(|state, now| state.beat = now);
    }

    /// Telegram has answered, or has delivered something.
    pub fn heard(&self) {
        self.note(|state, now| state.heard = Some(now));
    }

    /// A batch of updates is on its way to the disk until what is given back is dropped.
    pub fn intake(&self) -> impl Drop + use<> {
        self.note(|state, now| state.intake = Some(now));
        Ends(self.clone(), |state| state.intake = None)
    }

    /// An update waits for its turn.
    pub fn enter(&self) {
        self.note(|state, now| {
            if state.waiting == 0 {
                state.moved = now;
            }
            state.waiting += 1;
        });
    }

    /// An update that waited is in work until what is given back is dropped.
    pub fn begin(&self) -> impl Drop + Send + use<> {
        self.note(|state, now| {
            state.waiting = state.waiting.saturating_sub(1);
            state.working += 1;
            state.moved = now;
        });
        Ends(self.clone(), |state| state.working = state.working.saturating_sub(1))
    }

    /// The pulse now.
    pub fn vitals(&self) -> Vitals {
        let now = self.0.clock.now();
        let state = self.lock();
        let since = |then: Timestamp| now.duration_since(then).max(SignedDuration::ZERO);
        Vitals {
            beat: since(state.beat),
            heard: state.heard.map(since),
            intake: state.intake.map(since).unwrap_or_default(),
            stalled: if state.waiting == 0 { SignedDuration::ZERO } else { since(state.moved) },
            waiting: state.waiting,
            working: state.working,
        }
    }

    fn note(&self, change: impl FnOnce(&mut State, Timestamp)) {
        let now = self.0.clock.now();
        change(&mut self.lock(), now);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Undoes a note when it is dropped, also by a panic.
struct Ends(Pulse, fn(&mut State));

impl Drop for Ends {
    fn drop(&mut self) {
        (self.1)(&mut self.0.lock());
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;

    use super::*;

    struct Hand(Mutex<Timestamp>);

    impl Hand {
        fn advance(&self, seconds: i64) {
            *self.0.lock().unwrap() += SignedDuration::from_secs(seconds);
        }
    }

    impl Clock for Hand {
        fn now(&self) -> Timestamp {
            *self.0.lock().unwrap()
        }

        fn sleep_until(&self, _: Timestamp) -> Pin<Box<dyn Future<Output = ()> + Send>> {
            Box::pin(std::future::pending())
        }
    }

    fn seconds(seconds: i64) -> SignedDuration {
        SignedDuration::from_secs(seconds)
    }

    #[test]
    fn only_what_waits_while_nothing_begins_is_stalled() {
        let clock = Arc::new(Hand(Mutex::new(Timestamp::UNIX_EPOCH)));
        let pulse = Pulse::new(Arc::clone(&clock) as Arc<dyn Clock>);
        clock.advance(100);
        assert_eq!(pulse.vitals().stalled, seconds(0), "nothing waits");
        pulse.enter();
        pulse.enter();
        clock.advance(5);
        assert_eq!(pulse.vitals().stalled, seconds(5));
        let first = pulse.begin();
        clock.advance(3);
        let vitals = pulse.vitals();
        assert_eq!((vitals.stalled, vitals.waiting, vitals.working), (seconds(3), 1, 1));
        let second = pulse.begin();
        clock.advance(60);
        assert_eq!(pulse.vitals().stalled, seconds(0), "what is in work may take long");
        drop((first, second));
        let vitals = pulse.vitals();
        assert_eq!((vitals.waiting, vitals.working), (0, 0));
    }

    #[test]
    fn ages_grow_and_an_intake_ends() {
        let clock = Arc::new(Hand(Mutex::new(Timestamp::UNIX_EPOCH)));
        let pulse = Pulse::new(Arc::clone(&clock) as Arc<dyn Clock>);
        assert_eq!(pulse.vitals().heard, None);
        pulse.heard();
        let intake = pulse.intake();
        clock.advance(7);
        let vitals = pulse.vitals();
        assert_eq!((vitals.beat, vitals.heard), (seconds(7), Some(seconds(7))));
        assert_eq!(vitals.intake, seconds(7));
        drop(intake);
        pulse.beat();
        let vitals = pulse.vitals();
        assert_eq!((vitals.beat, vitals.intake), (seconds(0), seconds(0)));
        clock.advance(-30);
        assert_eq!(pulse.vitals().beat, seconds(0), "a clock that was set back is no age");
    }
}
