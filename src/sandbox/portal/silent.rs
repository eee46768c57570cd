//! Silent mode, in both its meanings.

use super::settings::Generation;
use super::world::World;

/// What the old generation writes into the chat.
const NOTICE_ON: &str = "Stealth mode is on. The client does not see what you write.";
/// See [`NOTICE_ON`].
const NOTICE_OFF: &str = "Stealth mode is off. The client sees what you write.";

impl World {
    /// Switches silent mode for a user. No access is checked, nor whether there is a session.
    ///
    /// The old generation compares texts: off is the empty one, so switching off a chat whose
    /// flag is `N` counts as a change, and is announced, once.
    pub(super) fn set_silent(&mut self, chat_id: u64, user_id: u64, on: bool) {
        let generation = self.generation;
        let Some(room) = self.rooms.get_mut(&chat_id) else { return };
        match generation {
            Generation::ChatWide => {
                let flag = if on { "Y" } else { "" };
                if room.chat_flag != flag {
                    room.chat_flag = flag;
                    self.notice(chat_id, if on { NOTICE_ON } else { NOTICE_OFF });
                }
            }
            Generation::Personal if on => {
                room.silenced_by.insert(user_id);
            }
            Generation::Personal => {
                room.silenced_by.remove(&user_id);
            }
        }
    }
}
