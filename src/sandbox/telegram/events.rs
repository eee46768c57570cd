//! What can be watched: events, and the log of calls.

use std::{collections::VecDeque, time::Duration};

use serde::Serialize;
use serde_json::Value;

use super::{message::Message, params::Params};

/// Calls kept. Enough for a test to look back over its own calls, and bounded under load.
pub const CALLS: usize = 1_000;

/// Events that a slow subscriber may be behind before it misses some.
pub(super) const EVENT_BACKLOG: usize = 4_096;

/// Something that happened in the sandbox.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// A person or the bot wrote.
    MessageAdded {
        /// The message.
        message: Message,
    },
    /// A message has a new text, keyboard or reaction.
    MessageEdited {
        /// The message as it is now.
        message: Message,
    },
    /// A message is gone.
    MessageDeleted {
        /// The chat it was in.
        chat: i64,
        /// Its id.
        message_id: i64,
    },
    /// A button was pressed.
    ButtonPressed {
        /// The callback query's id.
        id: String,
        /// The chat.
        chat: i64,
        /// The message with the button.
        message_id: i64,
        /// Who pressed.
        from: u64,
        /// The button's `callback_data`.
        data: String,
    },
    /// The bot answered a callback query.
    CallbackAnswered {
        /// The callback query's id.
        id: String,
        /// What the person is shown.
        text: Option<String>,
        /// Whether it is shown as an alert.
        show_alert: bool,
    },
    /// The bot shows that it is busy.
    ChatAction {
        /// The chat.
        chat: i64,
        /// `typing`, …
        action: String,
    },
    /// A call of the Bot API has ended.
    Called {
        /// The method's name as documented.
        method: String,
        /// The HTTP status; `None` if the connection was closed without an answer.
        status: Option<u16>,
    },
}

/// One call of the Bot API.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    /// Counts up from 1.
    pub number: u64,
    /// The method's name as documented (`sendMessage`), or as called if there is none such.
    pub method: String,
    /// The parameters as one JSON object. The bot's token is never among them.
    pub params: Value,
    /// When it came, in Unix milliseconds.
    pub at: i64,
    /// The answer's HTTP status; `None` while it runs, or if the connection was closed without
    /// an answer.
    pub status: Option<u16>,
    /// How long it took; `None` while it runs.
    #[serde(skip)]
    pub took: Option<Duration>,
}

#[derive(Debug)]
struct Entry {
    method: String,
    params: Params,
    at: i64,
    status: Option<u16>,
    took: Option<Duration>,
}

/// The last calls.
#[derive(Debug, Default)]
pub(super) struct CallLog {
    entries: VecDeque<Entry>,
    count: u64,
}

impl CallLog {
    /// Notes a call that begins; the number ends it.
    pub(super) fn begin(&mut self, method: &str, params: &Params, at: i64) -> u64 {
        if self.entries.len() == CALLS {
            self.entries.pop_front();
        }
        self.entries.push_back(Entry {
            method: method.to_owned(),
            params: params.clone(),
            at,
            status: None,
            took: None,
        });
        self.count += 1;
        self.count
    }

    pub(super) fn end(&mut self, number: u64, status: Option<u16>, took: Duration) {
        let first = self.first_number();
        let place = number.checked_sub(first).and_then(|place| usize::try_from(place).ok());
        if let Some(entry) = place.and_then(|place| self.entries.get_mut(place)) {
            entry.status = status;
            entry.took = Some(took);
        }
    }

    fn first_number(&self) -> u64 {
        self.count + 1 - self.entries.len() as u64
    }

    /// The kept calls, oldest first.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = Call> {
        let first = self.first_number();
        self.entries.iter().enumerate().map(move |(place, entry)| Call {
            number: first + place as u64,
            method: entry.method.clone(),
            params: entry.params.to_value(),
            at: entry.at,
            status: entry.status,
            took: entry.took,
        })
    }
}
