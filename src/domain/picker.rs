//! A list of dialogs to choose from.

use jiff::SignedDuration;

use super::{
    connection::PortalTag,
    dialog::DialogRef,
    toggle::{Place, Reason},
};

/// How many dialogs a page has.
pub const PAGE: usize = 8;

/// What a list of dialogs is asked for by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Wanted {
    /// On which portal; `None` for the one used by default.
    pub portal: Option<PortalTag>,
    /// The words that the dialogs' names must hold; empty for all. At most 40 bytes, so that they
    /// fit a button's data.
    pub words: String,
    /// Which page, from 0.
    pub page: u16,
}

/// A page of a list of dialogs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// What was asked for.
    pub wanted: Wanted,
    /// The portal, for the buttons that turn pages.
    pub tag: PortalTag,
    /// The portal's host, where the person has more than one connection.
    pub portal: Option<String>,
    /// What the list was taken from.
    pub source: Source,
    /// How many pages there are.
    pub pages: u16,
    /// The dialogs of this page, newest first.
    pub rows: Vec<PickerRow>,
}

/// What a list was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The person's own dialogs.
    Own,
    /// The dialogs of a CRM card.
    Crm(DialogRef),
}

/// A dialog in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickerRow {
    /// Where.
    pub place: Place,
    /// Whether silent mode is on for the caller; `None` where the portal does not tell.
    pub silent: Option<bool>,
    /// How long ago the last message was written, where it is known.
    pub age: Option<SignedDuration>,
    /// The client waits for an answer.
    pub waits: bool,
}

/// Why there is no list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoPicker {
    /// What was asked for.
    pub wanted: Wanted,
    /// Why not.
    pub reason: Reason,
}
