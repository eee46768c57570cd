//! The on-call room.

use super::{
    super::{keys::Key, locale::Locale},
    Rendered,
};
use crate::domain::room::{Handover, RoomReply};

/// What came of binding a group.
pub(super) fn room(reply: RoomReply, locale: Locale) -> Rendered {
    let _ = reply;
    Rendered::say(locale, Key::NotConnected)
}

/// What the next shift has to know.
pub(super) fn handover(handover: &Handover, locale: Locale) -> Rendered {
    let _ = handover;
    Rendered::say(locale, Key::NotConnected)
}
