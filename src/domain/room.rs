//! The on-call room: a group that gets the alarms, and the digest at a shift's end.

use jiff::SignedDuration;

use super::watch::SilencedRow;

/// What came of binding a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomReply {
    /// This group, or topic, is the on-call room from now on. `moved`: another one was before.
    Bound {
        /// Whether another one was before.
        moved: bool,
    },
    /// It is not the on-call room any more.
    Unbound,
    /// It was not the on-call room.
    NotBound,
    /// A private chat can't be the on-call room.
    GroupsOnly,
}

/// What the next shift has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// All that is silent now, the longest first.
    pub silent: Vec<SilencedRow>,
    /// How far back the counts below look.
    pub over: SignedDuration,
    /// How many switches on there were.
    pub on: usize,
    /// How many switches off there were.
    pub off: usize,
    /// How many failed, or are in doubt.
    pub failed: usize,
}
