//! The record of REST calls, and who is told of them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use tokio::sync::broadcast;

/// How many calls are kept.
const KEPT: usize = 1_000;

/// How far a subscriber may fall behind.
const BACKLOG: usize = 1_024;

/// One REST call. The webhook's secret is never in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Call {
    /// Counts up from 1 in order of arrival, and goes on when the record is cleared.
    pub number: u64,
    /// When it arrived.
    pub when: jiff::Timestamp,
    /// The method as it was written; empty if the address was not one of a method.
    pub method: String,
    /// The parameters as they were sent, merged from query and body.
    pub params: serde_json::Value,
    /// Whose webhook the address names, whether or not the secret was right.
    pub user_id: Option<u64>,
    /// The HTTP status; none if no answer was sent. A command of a batch has the status it would
    /// have had by itself.
    pub status: Option<u16>,
    /// The `error` field of the answer.
    pub error: Option<String>,
    /// The arranged trouble that it met.
    pub fault: Option<&'static str>,
    /// The number of the batch call that it was a command of.
    pub batch: Option<u64>,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
}

/// What a subscriber is told.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Event {
    /// A call has arrived and is about to be carried out.
    CallArrived {
        /// The call's number.
        number: u64,
        /// The method as it was written.
        method: String,
        /// Whose webhook the address names.
        user_id: Option<u64>,
    },
    /// A call is over.
    CallMade(Box<Call>),
    /// Something on the portal may look different now.
    Changed,
}

/// The record.
#[derive(Debug)]
pub(super) struct Journal {
    inner: Mutex<Kept>,
    events: broadcast::Sender<Event>,
}

#[derive(Debug, Default)]
struct Kept {
    last_number: u64,
    calls: VecDeque<Arc<Call>>,
}

impl Journal {
    pub(super) fn new() -> Self {
        Self { inner: Mutex::default(), events: broadcast::Sender::new(BACKLOG) }
    }

    /// Notes an arrival and gives it its number.
    pub(super) fn arrived(&self, method: &str, user_id: Option<u64>) -> u64 {
        let number = {
            let mut kept = self.lock();
            kept.last_number += 1;
            kept.last_number
        };
        self.tell(|| Event::CallArrived { number, method: method.to_owned(), user_id });
        number
    }

    /// Keeps a call that is over.
    pub(super) fn keep(&self, call: Call) {
        let call = Arc::new(call);
        {
            let mut kept = self.lock();
            if kept.calls.len() == KEPT {
                kept.calls.pop_front();
            }
            kept.calls.push_back(Arc::clone(&call));
        }
        self.tell(|| Event::CallMade(Box::new(Call::clone(&call))));
    }

    /// Tells subscribers, if there are any.
    pub(super) fn tell(&self, event: impl FnOnce() -> Event) {
        if self.events.receiver_count() > 0 {
            // Fails only if the last subscriber went this moment.
            let _ = self.events.send(event());
        }
    }

    pub(super) fn subscribe(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    pub(super) fn calls(&self) -> Vec<Call> {
        self.lock().calls.iter().map(|call| Call::clone(call)).collect()
    }

    pub(super) fn last_number(&self) -> u64 {
        self.lock().last_number
    }

    pub(super) fn clear(&self) {
        self.lock().calls.clear();
    }

    /// The first call from a number on that satisfies the caller, kept or yet to come.
    pub(super) async fn wait_for(&self, from: u64, wanted: impl Fn(&Call) -> bool) -> Call {
        let mut events = self.subscribe();
        let fits = |call: &Call| call.number >= from && wanted(call);
        loop {
            if let Some(call) = self.lock().calls.iter().find(|call| fits(call)) {
                return Call::clone(call);
            }
            loop {
                match events.recv().await {
                    Ok(Event::CallMade(call)) if fits(&call) => return *call,
                    Ok(_) => {}
                    // Some were missed: look at the record again.
                    Err(_) => break,
                }
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
