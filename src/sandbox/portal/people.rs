//! What people do on the portal without the REST API.

use super::journal::Event;
use super::room::{Author, status};
use super::settings::Generation;
use super::silent::Switched;
use super::{Portal, server::lock, world::World};

impl Portal {
    /// The client writes. If the session has ended, this begins a new one that waits for an
    /// operator. Gives the message's number; none if there is no such dialog.
    pub fn client_writes(&self, chat_id: u64, text: &str) -> Option<u64> {
        self.change(|world| {
            if world.rooms.get(&chat_id)?.dialog.closed {
                world.start_session(chat_id, None);
            }
            world.post(chat_id, Author::Client, text, false)
        })
    }

    /// Somebody of the portal writes into a dialog. Gives whether the message reached the
    /// client; none if there is no such dialog or the person is not in it.
    pub fn operator_writes(&self, chat_id: u64, user_id: u64, text: &str) -> Option<bool> {
        self.change(|world| {
            let room = world.rooms.get(&chat_id).filter(|room| room.is_member(user_id))?;
            let hidden = room.is_silent(world.generation, user_id);
            world.post(chat_id, Author::User(user_id), text, hidden);
            Some(!hidden)
        })
    }

    /// The session ends, and silent mode with it.
    pub fn close_session(&self, chat_id: u64) {
        self.change(|world| {
            let generation = world.generation;
            if let Some(room) = world.rooms.get_mut(&chat_id).filter(|room| !room.dialog.closed) {
                room.finish(status::CLOSED, generation);
                world.notice(chat_id, "The conversation is closed");
            }
        });
    }

    /// Somebody switches silent mode in the portal's own chat window.
    pub fn switch_silent(&self, chat_id: u64, user_id: u64, on: bool) {
        self.change(|world| world.set_silent(chat_id, user_id, on));
    }

    /// Somebody takes a dialog off their recent list, where it stays away until somebody writes.
    pub fn hide_dialog(&self, chat_id: u64, user_id: u64) {
        self.change(|world| {
            if let Some(room) = world.rooms.get_mut(&chat_id) {
                room.hidden_by.insert(user_id);
            }
        });
    }

    /// Silent mode goes off in a dialog for everybody, without a word: what a portal does on its
    /// own when a session ends, here without the end.
    pub fn drop_silent(&self, chat_id: u64) {
        self.change(|world| {
            let generation = world.generation;
            let Some(room) = world.rooms.get_mut(&chat_id) else { return };
            match generation {
                Generation::ChatWide => room.chat_flag = "N",
                Generation::Personal => room.silenced_by.clear(),
            }
        });
    }

    /// Changes what a dialog was set up with: its operator, its members, who may join.
    pub fn change_dialog(&self, chat_id: u64, edit: impl FnOnce(&mut super::Dialog)) {
        self.change(|world| {
            if let Some(room) = world.rooms.get_mut(&chat_id) {
                edit(&mut room.dialog);
            }
        });
    }

    /// Whether silent mode keeps this person's messages in this dialog from the client: the
    /// truth, by the generation in force.
    pub fn is_silent(&self, chat_id: u64, user_id: u64) -> bool {
        let world = lock(&self.server().world);
        let room = world.rooms.get(&chat_id);
        room.is_some_and(|room| room.is_silent(world.generation, user_id))
    }

    /// Every switch of silent mode that was carried out in a dialog, oldest first: those of REST
    /// calls whose answer was lost too, and those that changed nothing. The last 10,000 are kept;
    /// none of a dialog that is not known.
    pub fn history(&self, chat_id: u64) -> Vec<Switched> {
        let world = lock(&self.server().world);
        world.rooms.get(&chat_id).map(|room| room.switches.to_vec()).unwrap_or_default()
    }

    /// Changes the world and says so.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let result = change(&mut lock(&self.server().world));
        self.server().journal.tell(|| Event::Changed);
        result
    }
}
