//! What the card of one dialog shows besides its state.

use jiff::{SignedDuration, Timestamp};

/// What was before a switch, and what [Undo] leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// Not silent.
    Off,
    /// Silent without an end.
    On,
    /// Silent until then.
    Until(Timestamp),
}

/// Since when a dialog is silent, and through whom, as far as hushbot did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silenced {
    /// For how long it has been silent.
    pub lasts: SignedDuration,
    /// The name of whoever ordered it. Foreign text.
    pub by: String,
}
