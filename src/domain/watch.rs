//! Dialogs that hushbot silenced, and what became of them.

use jiff::SignedDuration;

use super::{lasting::Lasting, silent_mode::Generation, toggle::Place};

/// When somebody wants to be reminded of a silence without an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remind {
    /// Never.
    Off,
    /// After this time, and again after as long.
    After(Lasting),
}

/// After an hour.
impl Default for Remind {
    fn default() -> Self {
        Lasting::from_minutes(60).map_or(Self::Off, Self::After)
    }
}

/// A dialog in the list of all that is silent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilencedRow {
    /// Where.
    pub place: Place,
    /// For how long it has been silent.
    pub lasts: SignedDuration,
    /// In how long it ends by itself, if it will.
    pub ends_in: Option<SignedDuration>,
    /// Who silenced it, where it was not the reader. Foreign text.
    pub by: Option<String>,
    /// Whose flag it is there.
    pub generation: Generation,
    /// Whether it was read from the portal just now that it is silent; `None` where the portal
    /// does not tell.
    pub proven: Option<bool>,
}

/// Somebody is reminded of a silence without an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Where.
    pub place: Place,
    /// For how long it has been silent.
    pub lasts: SignedDuration,
    /// Whose flag it is there.
    pub generation: Generation,
    /// The client waits for an answer, and something was written since.
    pub waits: bool,
}

/// A silence ended without the person's doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchOver {
    /// Where.
    pub place: Place,
    /// For how long it had been silent.
    pub lasted: SignedDuration,
    /// How it ended.
    pub how: Ended,
    /// Whose flag it is there.
    pub generation: Generation,
    /// How much longer it was to last, if it had an end.
    pub left: Option<Lasting>,
}

/// How a silence ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// The session was closed, and silent mode went with it.
    Closed,
    /// Bitrix24 dropped it, or somebody switched it off there.
    Dropped,
    /// Somebody switched it off through hushbot. Their name; foreign text.
    By(String),
    /// The portal does not let the person see the dialog any more.
    Lost,
}
