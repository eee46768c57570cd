//! Silent mode, in both its meanings.

use std::collections::VecDeque;

use serde::Serialize;

use super::settings::Generation;
use super::world::World;

/// How many switches of a dialog are kept: more than a load test makes in one.
const KEPT: usize = 10_000;

/// What the old generation writes into the chat.
const NOTICE_ON: &str = "Stealth mode is on. The client does not see what you write.";
/// See [`NOTICE_ON`].
const NOTICE_OFF: &str = "Stealth mode is off. The client sees what you write.";

/// A switch of silent mode that was carried out, whether or not it changed anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Switched {
    /// Counts up from 1 in each dialog, those included that are no longer kept.
    pub number: u64,
    /// Who switched it, by REST or in the portal's own chat window.
    pub user: u64,
    /// Whether to on.
    pub on: bool,
    /// When.
    pub at: jiff::Timestamp,
}

/// The last switches of a dialog, in their order.
#[derive(Debug, Default)]
pub(super) struct Switches {
    count: u64,
    kept: VecDeque<Switched>,
}

impl Switches {
    fn add(&mut self, user: u64, on: bool, at: jiff::Timestamp) {
        self.count += 1;
        if self.kept.len() == KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back(Switched { number: self.count, user, on, at });
    }

    pub(super) fn to_vec(&self) -> Vec<Switched> {
        self.kept.iter().cloned().collect()
    }
}

impl World {
    /// Switches silent mode for a user. No access is checked, nor whether there is a session.
    ///
    /// The old generation compares texts: off is the empty one, so switching off a chat whose
    /// flag is `N` counts as a change, and is announced, once.
    pub(super) fn set_silent(&mut self, chat_id: u64, user_id: u64, on: bool) {
        let (generation, now) = (self.generation, self.time.now());
        let Some(room) = self.rooms.get_mut(&chat_id) else { return };
        room.switches.add(user_id, on, now);
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
