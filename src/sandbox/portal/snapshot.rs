//! The portal at one moment, for people to look at.

use serde::Serialize;

use super::fault::{Fault, On};
use super::model::{Dialog, User};
use super::room::{Post, Room};
use super::settings::Generation;
use super::world::World;

/// How many of a dialog's messages are shown.
const SHOWN: usize = 20;

/// Everything that a page shows.
#[derive(Debug, Clone, Serialize)]
pub struct Snapshot {
    /// Which silent mode the portal has.
    pub generation: Generation,
    /// The people, by number.
    pub users: Vec<User>,
    /// The open-line dialogs, by number.
    pub dialogs: Vec<DialogView>,
    /// The trouble that waits for its calls.
    pub trouble: Vec<(Fault, On)>,
    /// Where the portal has moved to, if it has.
    pub renamed_to: Option<String>,
}

/// A dialog with its state.
#[derive(Debug, Clone, Serialize)]
pub struct DialogView {
    /// What it is.
    pub dialog: Dialog,
    /// `entity_id`.
    pub entity_id: String,
    /// `entity_data_1`.
    pub entity_data_1: String,
    /// `entity_data_2`.
    pub entity_data_2: String,
    /// `entity_data_3`: the chat's flag of the old generation, perhaps a stale one.
    pub entity_data_3: String,
    /// Who has silent mode on for themselves, by the new generation's flags.
    pub silenced_by: Vec<u64>,
    /// Whose messages the client does not get, among the members, by the generation in force.
    pub silent_for: Vec<u64>,
    /// The session's state by Bitrix24's number.
    pub status: u16,
    /// Whether the operator has pinned the dialog.
    pub pinned: bool,
    /// The last messages, oldest first.
    pub messages: Vec<Post>,
}

impl DialogView {
    fn new(room: &Room, generation: Generation) -> Self {
        let members = room.dialog.members.iter().copied();
        Self {
            dialog: room.dialog.clone(),
            entity_id: room.dialog.user_code(),
            entity_data_1: room.session_data(),
            entity_data_2: room.crm_data(),
            entity_data_3: room.chat_flag.to_owned(),
            silenced_by: room.silenced_by.iter().copied().collect(),
            silent_for: members.filter(|id| room.is_silent(generation, *id)).collect(),
            status: room.status,
            pinned: room.paused,
            messages: room.posts.iter().rev().take(SHOWN).rev().cloned().collect(),
        }
    }
}

impl World {
    pub(super) fn snapshot(
        &self,
        trouble: Vec<(Fault, On)>,
        renamed_to: Option<String>,
    ) -> Snapshot {
        let view = |room| DialogView::new(room, self.generation);
        Snapshot {
            generation: self.generation,
            users: self.users.values().cloned().collect(),
            dialogs: self.rooms.values().map(view).collect(),
            trouble,
            renamed_to,
        }
    }
}
