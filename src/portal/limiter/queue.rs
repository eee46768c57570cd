//! Those who wait, one call of each user in turn.

use std::{collections::VecDeque, sync::Arc};

use tokio::sync::Notify;

/// A call that waits.
#[derive(Debug)]
pub(super) struct Waiter {
    pub(super) ticket: u64,
    /// Tells it that it may have become the first.
    pub(super) called: Arc<Notify>,
}

/// The users who wait, in the order of their turns, each with their calls. Nobody is here
/// without a call.
#[derive(Debug, Default)]
pub(super) struct Queue(VecDeque<(u64, VecDeque<Waiter>)>);

impl Queue {
    pub(super) fn push(&mut self, user: u64, waiter: Waiter) {
        match self.0.iter_mut().find(|(waiting, _)| *waiting == user) {
            Some((_, calls)) => calls.push_back(waiter),
            None => self.0.push_back((user, VecDeque::from([waiter]))),
        }
    }

    pub(super) fn first(&self) -> Option<&Waiter> {
        self.0.front()?.1.front()
    }

    /// Takes the first out. Its user's next call comes after one of each of the others.
    pub(super) fn pop(&mut self) {
        if let Some((user, mut calls)) = self.0.pop_front() {
            calls.pop_front();
            if !calls.is_empty() {
                self.0.push_back((user, calls));
            }
        }
    }

    /// Takes out a call that gave up. Its user keeps the turn for another one.
    pub(super) fn remove(&mut self, user: u64, ticket: u64) {
        if let Some(place) = self.0.iter().position(|(waiting, _)| *waiting == user) {
            let calls = &mut self.0[place].1;
            calls.retain(|waiter| waiter.ticket != ticket);
            if calls.is_empty() {
                self.0.remove(place);
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
