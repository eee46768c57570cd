//! How a dialog is called in a message.

use super::super::{
    keys::Key,
    locale::Locale,
    text::{Args, Html, NAME, ROW, WHOLE, is_blank},
};
use crate::domain::{
    card::parties,
    dialog::DialogRef,
    silent_mode::Generation,
    toggle::{Failed, Place},
};

/// How much room there is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// A message about this dialog alone.
    Card,
    /// A row among others.
    Row,
}

/// The dialog of a card: by its number and its client, as far as it is known; the line has its
/// own place there.
pub(super) fn client(place: &Place, locale: Locale) -> Html {
    let client = place.name.as_deref().map(|name| parties(name).0.to_owned());
    self::place(&Place { name: client, ..place.clone() }, Room::Card, locale)
}

/// A dialog by its number, its name where it is known, and its portal where there are several.
pub(super) fn place(place: &Place, room: Room, locale: Locale) -> Html {
    let most = if room == Room::Card { NAME } else { ROW };
    let args = Args::new().exact("number", &place.dialog.to_string(), most);
    let name = place.name.as_deref().filter(|name| !is_blank(name));
    let dialog = match name {
        Some(name) => locale.html(Key::DialogNamed, args.name("name", name, most)),
        None => locale.html(Key::Dialog, args),
    };
    match &place.portal {
        Some(portal) => {
            let args = Args::new().html("dialog", dialog).exact("portal", portal, most);
            locale.html(Key::DialogOnPortal, args)
        }
        None => dialog,
    }
}

/// A dialog with which something failed: by its place, or else as it was named.
pub(super) fn failed(failed: &Failed, room: Room, locale: Locale) -> Html {
    if let Some(known) = &failed.place {
        return place(known, room, locale);
    }
    reference(&failed.reference, room, locale)
}

/// A dialog as it was named.
pub(super) fn reference(dialog: &DialogRef, room: Room, locale: Locale) -> Html {
    let most = if room == Room::Card { WHOLE } else { ROW + ROW };
    let args = Args::new().exact("reference", &dialog.to_string(), most);
    locale.html(Key::DialogReference, args)
}

/// Whose flag it is, as the locales choose their words by.
pub(super) fn generation(generation: Generation) -> &'static str {
    match generation {
        Generation::ChatWide => "chat",
        Generation::Personal => "personal",
        Generation::Unknown => "unknown",
    }
}

/// What a state means for what people write.
pub(super) fn means(silent: bool, whose: Generation, locale: Locale) -> Html {
    let key = if silent { Key::SilentMeans } else { Key::LoudMeans };
    locale.html(key, Args::new().choice("generation", generation(whose)))
}
