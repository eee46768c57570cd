//! Chats and their history.

use std::collections::{BTreeSet, VecDeque};

use super::message::Message;

/// Messages kept per chat, unless the settings say otherwise. A test or a page looks at the last screens of a conversation; a load
/// test with thousands of commands must not grow the process.
pub const HISTORY: usize = 200;

/// From here down an id is a supergroup's, as in the Bot API.
const SUPERGROUPS_FROM: i64 = -1_000_000_000_000;

/// A chat that the sandbox knows.
#[derive(Debug)]
pub(super) struct Chat {
    pub(super) id: i64,
    pub(super) kind: Kind,
    last_id: i64,
    history: VecDeque<Message>,
}

#[derive(Debug)]
pub(super) enum Kind {
    Private {
        /// The person has written to the bot. Before, the bot may not write to them.
        started: bool,
        /// The person has blocked the bot.
        blocked: bool,
    },
    Group(Group),
}

#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) title: String,
    /// In the order they were added; the first one owns the group.
    pub(super) members: Vec<u64>,
    pub(super) bot_is_admin: bool,
    /// The ids of a forum's topics; `None` in a group without topics.
    pub(super) topics: Option<BTreeSet<i64>>,
    /// The supergroup that it has become.
    pub(super) moved_to: Option<i64>,
}

impl Chat {
    pub(super) fn private(id: i64) -> Self {
        Self::new(id, Kind::Private { started: false, blocked: false })
    }

    pub(super) fn group(id: i64, title: &str, members: &[u64]) -> Self {
        let group =
            Group { title: title.to_owned(), members: members.to_vec(), ..Group::default() };
        Self::new(id, Kind::Group(group))
    }

    fn new(id: i64, kind: Kind) -> Self {
        Self { id, kind, last_id: 0, history: VecDeque::new() }
    }

    pub(super) fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::Private { .. } => "private",
            Kind::Group(_) if self.id <= SUPERGROUPS_FROM => "supergroup",
            Kind::Group(_) => "group",
        }
    }

    pub(super) fn is_forum(&self) -> bool {
        matches!(&self.kind, Kind::Group(Group { topics: Some(_), .. }))
    }

    /// The id that the next message gets.
    pub(super) fn next_id(&mut self) -> i64 {
        self.last_id += 1;
        self.last_id
    }

    /// How many messages were ever written in the chat: the ids count them.
    pub(super) fn message_count(&self) -> u64 {
        self.last_id.unsigned_abs()
    }

    /// Adds a message, and forgets the oldest ones beyond `keep`.
    pub(super) fn add(&mut self, message: Message, keep: usize) {
        self.history.push_back(message);
        while self.history.len() > keep {
            self.history.pop_front();
        }
    }

    fn place(&self, id: i64) -> Option<usize> {
        self.history.binary_search_by_key(&id, |message| message.id).ok()
    }

    pub(super) fn message(&self, id: i64) -> Option<&Message> {
        self.place(id).map(|place| &self.history[place])
    }

    pub(super) fn message_mut(&mut self, id: i64) -> Option<&mut Message> {
        self.place(id).map(|place| &mut self.history[place])
    }

    pub(super) fn remove(&mut self, id: i64) -> Option<Message> {
        self.place(id).and_then(|place| self.history.remove(place))
    }

    /// The history, oldest first.
    pub(super) fn messages(&self) -> impl DoubleEndedIterator<Item = &Message> {
        self.history.iter()
    }

    /// The bot's first message after the id.
    pub(super) fn bot_message_after(&self, after: i64) -> Option<&Message> {
        let from = self.history.partition_point(|message| message.id <= after);
        self.history.range(from..).find(|message| message.from_bot)
    }
}
