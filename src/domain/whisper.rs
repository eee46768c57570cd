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
    Doubtful(Doubt),
    /// The person is not in the dialog.
    NotMember,
    /// The portal's part, or the person's connection.
    Failed(Reason),
}

/// What leaves a doubt whether a note would stay from the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The portal's answer does not tell all that matters.
    Unreadable,
    /// The portal's answer is about another dialog.
    OtherDialog,
    /// The chat is not an open channel's dialog.
    NotAnOpenChannel,
    /// The session is closed: what a message does there depends on the line.
    Closed,
    /// The portal redirected to a new address just now.
    Moved,
}
