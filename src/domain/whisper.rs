//! A note that only colleagues see.

use super::{
    dialog::DialogRef,
    toggle::{Place, Reason},
};

/// What came of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whispered {
    /// It was posted.
    Posted {
        /// Where.
        place: Place,
    },
    /// It was not posted.
    NotPosted {
        /// The dialog as it was named.
        reference: DialogRef,
        /// Why not.
        why: NotPosted,
    },
    /// It may have been posted: the answer was lost on the way. It is not repeated.
    Unclear {
        /// The dialog as it was named.
        reference: DialogRef,
    },
}

/// Why a note was not posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPosted {
    /// Whoever runs the bot has not switched it on.
    NotEnabled,
    /// What the portal told of the dialog leaves a doubt whether the client would not see it.
    Doubtful,
    /// The portal's part, or the person's connection.
    Failed(Reason),
}
