//! The on-call room: a group that gets the alarms, and the digest at a shift's end.

use jiff::SignedDuration;

use super::{
    lasting::Lasting,
    silent_mode::Generation,
    toggle::{Place, Reason},
    watch::SilencedRow,
};

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
    /// To the admins: the bot can't write to the on-call room any more, so there is none now.
    Lost,
}

/// To the on-call room: a timer could not switch a silence off, and does not try any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StuckTimer {
    /// Where; the portal is always named.
    pub place: Place,
    /// How long the silence was to last.
    pub lasting: Lasting,
    /// Who had ordered it; `None` where that is forgotten. Foreign text.
    pub by: Option<String>,
    /// Whose flag it is there.
    pub generation: Generation,
    /// Why it failed; `None` where the portal said yes and did not do it.
    pub why: Option<Reason>,
}

/// What the next shift has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// All that is silent now: what is without an end first, the longest first.
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
