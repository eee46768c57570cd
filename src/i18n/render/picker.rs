//! Dialogs to choose from.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME},
    },
    Rendered,
    dialog::{self, Room},
    keyboard, trouble,
};
use crate::domain::{
    picker::{NoPicker, Picker, Source},
    toggle::Reason,
};

/// A page of dialogs, a button each.
pub(super) fn picker(picker: &Picker, locale: Locale) -> Rendered {
    let mut lines = vec![on_portal(head(picker, locale), picker.portal.as_deref(), locale)];
    if !picker.rows.is_empty() {
        lines.push(locale.html(Key::PickerMarks, Args::new()));
    }
    let mut keyboard: Vec<_> =
        picker.rows.iter().map(|row| vec![keyboard::choose(row, locale)]).collect();
    if picker.source == Source::Own {
        let mut wanted = picker.wanted.clone();
        wanted.portal = Some(picker.tag);
        keyboard.push(keyboard::pages(&wanted, picker.pages, locale));
        wanted.page = 0;
        keyboard.extend(keyboard::other_portals(&wanted, &picker.others, locale));
    }
    Rendered::new(Html::lines(lines)).with_keyboard(keyboard)
}

fn head(picker: &Picker, locale: Locale) -> Html {
    let none = picker.rows.is_empty();
    let count = || Args::new().number("count", picker.total);
    let words = picker.wanted.words.as_str();
    match &picker.source {
        Source::Crm(card) if none => locale.html(Key::PickerCardEmpty, of_card(card, locale)),
        Source::Crm(card) => locale.html(Key::PickerCard, of_card(card, locale)),
        Source::Own if none && words.is_empty() => locale.html(Key::PickerEmpty, Args::new()),
        Source::Own if none => {
            locale.html(Key::PickerNothingFound, Args::new().name("words", words, NAME))
        }
        Source::Own if picker.rows.iter().all(|row| row.closed) => {
            locale.html(Key::PickerClosed, count())
        }
        Source::Own if words.is_empty() => locale.html(Key::PickerOwn, count()),
        Source::Own => locale.html(Key::PickerFound, count().name("words", words, NAME)),
    }
}

fn on_portal(head: Html, portal: Option<&str>, locale: Locale) -> Html {
    match portal {
        Some(portal) => {
            let args = Args::new().html("head", head).exact("portal", portal, NAME);
            locale.html(Key::PickerOnPortal, args)
        }
        None => head,
    }
}

fn of_card(card: &crate::domain::dialog::DialogRef, locale: Locale) -> Args<'static> {
    Args::new().html("card", dialog::reference(card, Room::Card, locale))
}

/// Why there is no list, and what helps.
pub(super) fn none(none: &NoPicker, locale: Locale) -> Rendered {
    let head = match &none.source {
        Source::Own => locale.html(Key::PickerFailed, Args::new()),
        Source::Crm(card) => locale.html(Key::PickerCardFailed, of_card(card, locale)),
    };
    let mut lines = vec![head, trouble::reason_of_list(&none.reason, locale)];
    let mut keyboard = Vec::new();
    if let Reason::Trouble(_) = none.reason {
        lines.push(locale.html(Key::PickerMeanwhile, Args::new()));
        if none.source == Source::Own {
            keyboard.push(vec![keyboard::retry_list(&none.wanted, locale)]);
        }
    }
    keyboard.extend(keyboard::other_portals(&none.wanted, &none.others, locale));
    Rendered::new(Html::lines(lines)).with_keyboard(keyboard).with_toast()
}
