//! The buttons.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, ROW, cut},
    },
    Button, ButtonKind,
};
use crate::domain::{action::Action, hint::Word, silent_mode::Switch, toggle::Place};

/// The most UTF-16 units of a label: what a phone shows of one of two buttons in a row.
const LABEL: usize = 24;

impl Button {
    pub(super) fn action(label: &str, action: Action) -> Self {
        Self { label: cut(label, LABEL), kind: ButtonKind::Action(action) }
    }

    pub(super) fn url(label: &str, url: String) -> Self {
        Self { label: cut(label, LABEL), kind: ButtonKind::Url(url) }
    }
}

/// The order itself, for the card of one dialog.
pub(super) fn switch(place: &Place, order: Switch, locale: Locale) -> Button {
    let key = if order.is_on() { Key::ButtonSilentOn } else { Key::ButtonSilentOff };
    Button::action(&locale.plain(key, Args::new()), order_of(place, order))
}

/// The order that failed, once more.
pub(super) fn retry(place: &Place, order: Switch, locale: Locale) -> Button {
    Button::action(&locale.plain(Key::ButtonRetry, Args::new()), order_of(place, order))
}

/// The dialog's state afresh; `key` says in which words.
pub(super) fn status(place: &Place, key: Key, locale: Locale) -> Button {
    Button::action(&locale.plain(key, Args::new()), status_of(place))
}

/// The same for one of several dialogs: the label names it.
pub(super) fn switch_one(place: &Place, order: Switch, locale: Locale) -> Button {
    let key = if order.is_on() { Key::ButtonSilentOnOne } else { Key::ButtonSilentOffOne };
    Button::action(&numbered(place, key, locale), order_of(place, order))
}

/// The order that failed for one of several dialogs, once more.
pub(super) fn retry_one(place: &Place, order: Switch, locale: Locale) -> Button {
    Button::action(&numbered(place, Key::ButtonRetryOne, locale), order_of(place, order))
}

/// The state of one of several dialogs.
pub(super) fn status_one(place: &Place, locale: Locale) -> Button {
    Button::action(&numbered(place, Key::ButtonStatusOne, locale), status_of(place))
}

/// A button for each language, in its own name.
pub(super) fn languages() -> Vec<Vec<Button>> {
    let button =
        |locale: Locale| Button::action(&locale.name(), Action::Language(Word::new(locale.tag())));
    grid(Locale::all().map(button).collect(), 2)
}

/// Puts buttons into rows.
pub(super) fn grid(buttons: Vec<Button>, columns: usize) -> Vec<Vec<Button>> {
    let mut rows = Vec::new();
    let mut buttons = buttons.into_iter().peekable();
    while buttons.peek().is_some() {
        rows.push(buttons.by_ref().take(columns).collect());
    }
    rows
}

fn numbered(place: &Place, key: Key, locale: Locale) -> String {
    locale.plain(key, Args::new().exact("number", &place.dialog.to_string(), ROW))
}

fn order_of(place: &Place, order: Switch) -> Action {
    Action::Switch { portal: place.tag, dialog: place.dialog, order }
}

fn status_of(place: &Place) -> Action {
    Action::Status { portal: place.tag, dialog: place.dialog }
}
