//! Callback queries and their answers.

use std::collections::{HashMap, VecDeque};

/// Callback queries remembered; older ones count as too old to answer. A load test may have
/// some thousands open at once.
const KEPT: usize = 20_000;

/// What the bot answered to a callback query.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CallbackAnswer {
    /// What the person is shown; `None` only stops the spinner.
    pub text: Option<String>,
    /// Whether it is shown as an alert.
    pub show_alert: bool,
}

#[derive(Debug)]
enum Query {
    Waiting,
    Expired,
    Answered(CallbackAnswer),
}

#[derive(Debug, Default)]
pub(super) struct Callbacks {
    queries: HashMap<String, Query>,
    order: VecDeque<String>,
    count: u64,
}

impl Callbacks {
    /// A new query's id.
    pub(super) fn open(&mut self) -> String {
        self.count += 1;
        // Telegram's ids are long numbers as text; nobody may rely on their being small.
        let id = (4_242_000_000_000_000 + self.count).to_string();
        if self.order.len() == KEPT
            && let Some(oldest) = self.order.pop_front()
        {
            self.queries.remove(&oldest);
        }
        self.order.push_back(id.clone());
        self.queries.insert(id.clone(), Query::Waiting);
        id
    }

    /// Takes the bot's answer; `false` if the query is unknown, too old or answered.
    pub(super) fn answer(&mut self, id: &str, answer: CallbackAnswer) -> bool {
        match self.queries.get_mut(id) {
            Some(query @ Query::Waiting) => {
                *query = Query::Answered(answer);
                true
            }
            _ => false,
        }
    }

    /// Makes a query too old to answer.
    pub(super) fn expire(&mut self, id: &str) {
        if let Some(query @ Query::Waiting) = self.queries.get_mut(id) {
            *query = Query::Expired;
        }
    }

    pub(super) fn answered(&self, id: &str) -> Option<&CallbackAnswer> {
        match self.queries.get(id)? {
            Query::Answered(answer) => Some(answer),
            Query::Waiting | Query::Expired => None,
        }
    }
}
