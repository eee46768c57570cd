//! A dialog while it lives: its messages, its session, its silent mode.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;

use super::model::Dialog;
use super::settings::Generation;
use super::silent::Switches;

/// How many messages of a dialog are kept.
const KEPT: usize = 50;

/// The states of a session that the portal tells apart, by Bitrix24's numbers.
pub(super) mod status {
    pub(in super::super) const NEW: u16 = 0;
    pub(in super::super) const SKIPPED: u16 = 5;
    pub(in super::super) const TAKEN: u16 = 10;
    pub(in super::super) const CLIENT_WAITS: u16 = 20;
    pub(in super::super) const CLIENT_WAITS_AGAIN: u16 = 25;
    pub(in super::super) const OPERATOR_ANSWERED: u16 = 40;
    pub(in super::super) const CLOSING: u16 = 50;
    pub(in super::super) const CLOSED: u16 = 60;
    pub(in super::super) const SPAM: u16 = 65;
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Author {
    /// The client.
    Client,
    /// Somebody of the portal.
    User(u64),
    /// The portal itself; only its people see that.
    System,
}

/// A message in a dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Post {
    /// The message's number.
    pub id: u64,
    /// The session in which it was written.
    pub session_id: u64,
    /// When it was written.
    pub when: jiff::Timestamp,
    /// Who wrote it.
    pub author: Author,
    /// What it says.
    pub text: String,
    /// Whether the client does not get to see it.
    pub hidden: bool,
}

/// A dialog and all that happened to it.
#[derive(Debug)]
pub(super) struct Room {
    pub(super) dialog: Dialog,
    pub(super) status: u16,
    pub(super) paused: bool,
    /// All sessions, the present one last.
    pub(super) sessions: Vec<u64>,
    pub(super) created: jiff::Timestamp,
    pub(super) session_created: jiff::Timestamp,
    pub(super) posts: VecDeque<Post>,
    pub(super) message_count: u64,
    /// The chat's own flag, `ENTITY_DATA_3`: `Y`, `N`, or empty.
    pub(super) chat_flag: &'static str,
    /// Who has switched silent mode on for themselves.
    pub(super) silenced_by: BTreeSet<u64>,
    pub(super) switches: Switches,
    /// Who has taken the dialog off their recent list.
    pub(super) hidden_by: BTreeSet<u64>,
    read_up_to: BTreeMap<u64, u64>,
}

impl Room {
    pub(super) fn new(dialog: Dialog) -> Self {
        let now = jiff::Timestamp::now();
        let status = match (dialog.closed, dialog.operator) {
            (true, _) => status::CLOSED,
            (false, None) => status::NEW,
            (false, Some(_)) => status::TAKEN,
        };
        Self {
            status,
            paused: false,
            sessions: vec![dialog.session_id],
            created: now,
            session_created: now,
            posts: VecDeque::new(),
            message_count: 0,
            chat_flag: "N",
            silenced_by: BTreeSet::new(),
            switches: Switches::default(),
            hidden_by: BTreeSet::new(),
            read_up_to: BTreeMap::new(),
            dialog,
        }
    }

    pub(super) fn is_member(&self, user_id: u64) -> bool {
        self.dialog.members.contains(&user_id)
    }

    pub(super) fn is_queued_for(&self, user_id: u64) -> bool {
        self.dialog.queue.contains(&user_id)
    }

    /// Whether silent mode keeps this user's messages from the client.
    pub(super) fn is_silent(&self, generation: Generation, user_id: u64) -> bool {
        match generation {
            Generation::ChatWide => self.chat_flag == "Y",
            Generation::Personal => self.silenced_by.contains(&user_id),
        }
    }

    /// Keeps a message; its author has read everything up to it.
    pub(super) fn post(&mut self, post: Post) {
        match post.author {
            Author::Client => {
                self.status = match self.status {
                    status::TAKEN => status::CLIENT_WAITS,
                    status::OPERATOR_ANSWERED => status::CLIENT_WAITS_AGAIN,
                    other => other,
                };
            }
            Author::User(user_id) => {
                self.read_up_to.insert(user_id, post.id);
                if !post.hidden && self.dialog.operator == Some(user_id) && !self.dialog.closed {
                    self.status = status::OPERATOR_ANSWERED;
                }
            }
            Author::System => {}
        }
        // A new message brings the dialog back.
        self.hidden_by.clear();
        if self.posts.len() == KEPT {
            self.posts.pop_front();
        }
        self.posts.push_back(post);
        self.message_count += 1;
    }

    /// The number of the last message that the user has read.
    pub(super) fn read_by(&self, user_id: u64) -> u64 {
        self.read_up_to.get(&user_id).copied().unwrap_or(0)
    }

    /// How many of the kept messages of others the user has not read.
    pub(super) fn unread(&self, user_id: u64) -> usize {
        let read = self.read_by(user_id);
        self.posts.iter().filter(|post| post.author == Author::Client && post.id > read).count()
    }

    /// The client's number as a user of the portal: connectors give each client one.
    pub(super) fn client_id(&self) -> u64 {
        self.dialog.connector_user.parse().unwrap_or(self.dialog.chat_id + 500_000)
    }

    /// The chat's title.
    pub(super) fn title(&self) -> String {
        format!("{} - {}", self.dialog.client, self.dialog.line_name)
    }

    /// Makes the user the only person of the portal in the dialog and its operator.
    pub(super) fn take(&mut self, user_id: u64) {
        self.dialog.operator = Some(user_id);
        self.dialog.members = vec![user_id];
        self.dialog.queue.clear();
        self.status = status::TAKEN;
    }

    /// Ends the session. Silent mode ends with it: the chat's flag becomes `N` in the old
    /// generation, everybody's own flag goes in the new one.
    pub(super) fn finish(&mut self, status: u16, generation: Generation) {
        self.status = status;
        self.paused = false;
        self.dialog.closed = true;
        self.dialog.queue.clear();
        match generation {
            Generation::ChatWide => self.chat_flag = "N",
            Generation::Personal => self.silenced_by.clear(),
        }
    }

    /// Begins a session; the old generation starts it with `N` in the chat's flag.
    pub(super) fn start(&mut self, session_id: u64, operator: Option<u64>, generation: Generation) {
        self.sessions.push(session_id);
        self.dialog.session_id = session_id;
        self.dialog.closed = false;
        self.dialog.operator = operator;
        self.session_created = jiff::Timestamp::now();
        self.paused = false;
        self.status = if operator.is_some() { status::TAKEN } else { status::NEW };
        if let Some(user_id) = operator
            && !self.is_member(user_id)
        {
            self.dialog.members.push(user_id);
        }
        if generation == Generation::ChatWide {
            self.chat_flag = "N";
        }
    }

    /// `ENTITY_DATA_1`: what the portal keeps of the session in the chat.
    pub(super) fn session_data(&self) -> String {
        let (linked, kind, id) = match &self.dialog.crm {
            Some(card) => ('Y', card.kind.as_str(), card.id),
            None => ('N', "NONE", 0),
        };
        let pause = if self.paused { 'Y' } else { 'N' };
        let session_id = if self.dialog.closed { 0 } else { self.dialog.session_id };
        let created = self.session_created.as_second();
        format!("{linked}|{kind}|{id}|{pause}|N|{session_id}|{created}|0|0|0")
    }

    /// `ENTITY_DATA_2`: the linked CRM cards.
    pub(super) fn crm_data(&self) -> String {
        let id_of = |kind| match &self.dialog.crm {
            Some(card) if card.kind == kind => card.id,
            _ => 0,
        };
        format!(
            "LEAD|{}|COMPANY|{}|CONTACT|{}|DEAL|{}",
            id_of("LEAD"),
            id_of("COMPANY"),
            id_of("CONTACT"),
            id_of("DEAL")
        )
    }
}
