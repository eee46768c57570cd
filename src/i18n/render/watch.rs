//! Dialogs that hushbot silenced.

use super::{
    super::{keys::Key, locale::Locale},
    Rendered,
};
use crate::domain::{
    reply::SilencedList,
    watch::{Remind, Reminder, WatchOver},
};

/// All that is silent now.
pub(super) fn silenced(list: &SilencedList, locale: Locale) -> Rendered {
    let _ = list;
    Rendered::say(locale, Key::NotConnected)
}

/// When the person is reminded.
pub(super) fn remind(remind: Remind, locale: Locale) -> Rendered {
    let _ = remind;
    Rendered::say(locale, Key::NotConnected)
}

/// A silence without an end that lasts.
pub(super) fn reminder(reminder: &Reminder, locale: Locale) -> Rendered {
    let _ = reminder;
    Rendered::say(locale, Key::NotConnected)
}

/// A silence that ended without the person's doing.
pub(super) fn over(over: &WatchOver, locale: Locale) -> Rendered {
    let _ = over;
    Rendered::say(locale, Key::NotConnected)
}
