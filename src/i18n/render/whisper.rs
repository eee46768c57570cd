//! A note that only colleagues see.

use super::{
    super::{keys::Key, locale::Locale},
    Rendered,
};
use crate::domain::whisper::Whispered;

/// What came of a note.
pub(super) fn whispered(whispered: &Whispered, locale: Locale) -> Rendered {
    let _ = whispered;
    Rendered::say(locale, Key::NotConnected)
}
