//! A note that only colleagues see.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, Html},
    },
    Rendered,
    dialog::{self, Room},
    trouble,
};
use crate::domain::{
    dialog::DialogRef,
    toggle::Failed,
    whisper::{Doubt, NotPosted, Whispered},
};

/// What came of a note.
pub(super) fn whispered(whispered: &Whispered, locale: Locale) -> Rendered {
    match whispered {
        Whispered::Posted { place } => {
            let dialog = dialog::place(place, Room::Card, locale);
            Rendered::new(locale.html(Key::WhisperPosted, Args::new().html("dialog", dialog)))
        }
        Whispered::NotPosted { reference, why } => not_posted(reference, why, locale),
        Whispered::Unclear { reference } => say(Key::WhisperUnclear, reference, locale),
    }
}

fn not_posted(reference: &DialogRef, why: &NotPosted, locale: Locale) -> Rendered {
    match why {
        NotPosted::NotEnabled => Rendered::say(locale, Key::WhisperNotEnabled),
        NotPosted::NotMember => say(Key::WhisperNotMember, reference, locale),
        NotPosted::Doubtful(doubt) => {
            let args = about(reference, locale).choice("doubt", name(*doubt));
            Rendered::new(locale.html(Key::WhisperDoubtful, args))
        }
        NotPosted::Failed(reason) => {
            let head = locale.html(Key::WhisperFailed, about(reference, locale));
            let (reference, reason) = (reference.clone(), reason.clone());
            let failed = Failed { reference, place: None, reason };
            Rendered::new(Html::lines([head, trouble::reason(&failed, locale)]))
        }
    }
}

fn say(key: Key, reference: &DialogRef, locale: Locale) -> Rendered {
    Rendered::new(locale.html(key, about(reference, locale)))
}

fn about(reference: &DialogRef, locale: Locale) -> Args<'static> {
    Args::new().html("dialog", dialog::reference(reference, Room::Card, locale))
}

/// A doubt, as the locales choose their words by.
fn name(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Closed => "closed",
        Doubt::NotAnOpenChannel => "kind",
        Doubt::Moved => "moved",
        Doubt::Unreadable | Doubt::OtherDialog => "unclear",
    }
}
