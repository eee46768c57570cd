//! What the portal knows: people, dialogs, webhooks.

use std::collections::{BTreeMap, HashMap};

use super::access::Webhook;
use super::model::{Dialog, OtherChat, User};
use super::oauth::{Membership, Visitor};
use super::room::{Author, Post, Room};
use super::settings::Generation;
use crate::sandbox::Time;

/// The state behind the REST methods.
#[derive(Debug)]
pub(super) struct World {
    pub(super) generation: Generation,
    pub(super) time: Time,
    pub(super) users: BTreeMap<u64, User>,
    pub(super) rooms: BTreeMap<u64, Room>,
    pub(super) others: BTreeMap<u64, OtherChat>,
    /// By owner and secret.
    pub(super) webhooks: HashMap<(u64, String), Webhook>,
    pub(super) membership: Option<Membership>,
    pub(super) visitor: Visitor,
    last_message: u64,
    last_session: u64,
}

impl World {
    pub(super) fn new(generation: Generation, time: Time) -> Self {
        Self {
            generation,
            time,
            users: BTreeMap::new(),
            rooms: BTreeMap::new(),
            others: BTreeMap::new(),
            webhooks: HashMap::new(),
            membership: None,
            visitor: Visitor::default(),
            last_message: 86_000,
            last_session: 0,
        }
    }

    /// Adds a dialog, or replaces the one with its number.
    pub(super) fn add_dialog(&mut self, dialog: Dialog) {
        self.last_session = self.last_session.max(dialog.session_id);
        let chat_id = dialog.chat_id;
        self.rooms.insert(chat_id, Room::new(dialog, self.time.now()));
        self.post(chat_id, Author::System, "The conversation started", true);
    }

    /// Puts a message into a dialog and gives its number; none if there is no such dialog.
    pub(super) fn post(
        &mut self,
        chat_id: u64,
        author: Author,
        text: &str,
        hidden: bool,
    ) -> Option<u64> {
        let when = self.time.now();
        let room = self.rooms.get_mut(&chat_id)?;
        self.last_message += 1;
        room.post(Post {
            id: self.last_message,
            session_id: room.dialog.session_id,
            when,
            author,
            text: text.to_owned(),
            hidden,
        });
        Some(self.last_message)
    }

    /// Puts a notice of the portal into a dialog. Clients never see them.
    pub(super) fn notice(&mut self, chat_id: u64, text: &str) {
        self.post(chat_id, Author::System, text, true);
    }

    /// Starts a session in a dialog whose last one has ended.
    pub(super) fn start_session(&mut self, chat_id: u64, operator: Option<u64>) {
        self.last_session += 1;
        let session_id = self.last_session;
        let (generation, now) = (self.generation, self.time.now());
        if let Some(room) = self.rooms.get_mut(&chat_id) {
            room.start(session_id, operator, generation, now);
        }
    }

    /// The notice `text` with the user's name in place of `{}`.
    pub(super) fn notice_by(&mut self, chat_id: u64, user_id: u64, text: &str) {
        let name = self.users.get(&user_id).map(User::full_name).unwrap_or_default();
        self.notice(chat_id, &text.replace("{}", &name));
    }

    /// The dialog that a session, current or past, belongs to.
    pub(super) fn chat_of_session(&self, session_id: i64) -> Option<u64> {
        let session_id = u64::try_from(session_id).ok()?;
        let mut rooms = self.rooms.values();
        rooms.find(|room| room.sessions.contains(&session_id)).map(|room| room.dialog.chat_id)
    }

    /// The dialog with a user code.
    pub(super) fn chat_of_user_code(&self, code: &str) -> Option<u64> {
        let mut rooms = self.rooms.values();
        rooms.find(|room| room.dialog.user_code() == code).map(|room| room.dialog.chat_id)
    }

    /// The dialog with a number as PHP cast it.
    pub(super) fn room(&self, chat_id: i64) -> Option<&Room> {
        self.rooms.get(&u64::try_from(chat_id).ok()?)
    }
}
