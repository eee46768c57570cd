//! Dialogs to choose from.

use super::{
    super::{keys::Key, locale::Locale},
    Rendered,
};
use crate::domain::picker::{NoPicker, Picker};

/// A page of dialogs.
pub(super) fn picker(picker: &Picker, locale: Locale) -> Rendered {
    let _ = picker;
    Rendered::say(locale, Key::NotConnected)
}

/// Why there is no list.
pub(super) fn none(none: &NoPicker, locale: Locale) -> Rendered {
    let _ = none;
    Rendered::say(locale, Key::NotConnected)
}
