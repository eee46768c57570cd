//! A list of dialogs to choose from.

use jiff::SignedDuration;

use super::{
    connection::PortalTag,
    dialog::DialogRef,
    toggle::{Place, Reason},
};

/// How many dialogs a page has.
pub const PAGE: usize = 8;

/// The longest words to look for, in bytes: they have to fit a button's data.
pub const LONGEST_WORDS: usize = 40;

/// What a list of dialogs is asked for by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Wanted {
    /// On which portal; `None` for the one used by default.
    pub portal: Option<PortalTag>,
    /// The words that the dialogs' names must hold; empty for all. At most [`LONGEST_WORDS`].
    pub words: String,
    /// Which page, from 0.
    pub page: u16,
}

/// A page of a list of dialogs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// What was asked for; its page is the one shown.
    pub wanted: Wanted,
    /// What the list was taken from.
    pub source: Source,
    /// The portal, for the buttons that turn pages.
    pub tag: PortalTag,
    /// The portal's host, where the person has more than one connection.
    pub portal: Option<String>,
    /// The person's other portals.
    pub others: Vec<OtherPortal>,
    /// How many pages there are, 1 at least.
    pub pages: u16,
    /// How many dialogs there are on all of them.
    pub total: usize,
    /// The dialogs of this page, newest first; none where there are none at all.
    pub rows: Vec<PickerRow>,
}

/// Another portal to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherPortal {
    /// For the button.
    pub tag: PortalTag,
    /// Its host.
    pub host: String,
}

/// What a list was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The dialogs that the person sees.
    Own,
    /// The open dialogs of a CRM card.
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
    /// The session has ended.
    pub closed: bool,
}

/// Why there is no list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoPicker {
    /// What was asked for.
    pub wanted: Wanted,
    /// What the list was to be taken from.
    pub source: Source,
    /// The person's other portals.
    pub others: Vec<OtherPortal>,
    /// Why not.
    pub reason: Reason,
}
