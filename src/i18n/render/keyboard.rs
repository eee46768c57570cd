//! The buttons.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, ROW, cut},
    },
    Button, ButtonKind,
};
use crate::domain::{
    action::Action,
    card::{Back, Card},
    hint::Word,
    lasting::Lasting,
    sign_in::PortalName,
    silent_mode::Switch,
    toggle::Place,
};

/// The most UTF-16 units of a label: what a phone shows of one of two buttons in a row.
const LABEL: usize = 24;

/// How long a silence lasts by a tap, in minutes.
const TIMES: [u32; 3] = [30, 60, 240];

/// How much longer a silence lasts by a tap when its time is over, in minutes.
const MORE: u32 = 30;

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

/// Back to what was before an order.
pub(super) fn undo(place: &Place, back: Back, locale: Locale) -> Button {
    let (portal, dialog) = (place.tag, place.dialog);
    let label = locale.plain(Key::ButtonUndo, Args::new());
    Button::action(&label, Action::Undo { portal, dialog, back })
}

/// The dialog on its portal, where Telegram takes the address.
pub(super) fn open(card: &Card, locale: Locale) -> Option<Button> {
    let link = card.link.clone()?;
    Some(Button::url(&locale.plain(Key::ButtonOpen, Args::new()), link))
}

/// The order that failed, once more, and for the same time.
pub(super) fn retry(
    place: &Place,
    order: Switch,
    lasting: Option<Lasting>,
    locale: Locale,
) -> Button {
    let label = locale.plain(Key::ButtonRetry, Args::new());
    Button::action(&label, same_order(place, order, lasting))
}

/// An end for a silence that has none: a button for each of the usual times.
pub(super) fn times(place: &Place, locale: Locale) -> Vec<Button> {
    let times = TIMES.into_iter().filter_map(Lasting::from_minutes);
    times
        .map(|lasting| {
            let (key, count) = match lasting.minutes() {
                minutes if minutes % 60 == 0 => (Key::ButtonHours, minutes / 60),
                minutes => (Key::ButtonMinutes, minutes),
            };
            silence(place, lasting, &locale.plain(key, Args::new().number("count", count)))
        })
        .collect()
}

/// For a silence whose time is over: some more of it, or without an end.
pub(super) fn again(place: &Place, locale: Locale) -> Vec<Button> {
    let label = locale.plain(Key::ButtonMore, Args::new().number("count", MORE));
    let more = Lasting::from_minutes(MORE).map(|lasting| silence(place, lasting, &label));
    let label = locale.plain(Key::ButtonOnAgain, Args::new());
    more.into_iter().chain([Button::action(&label, order_of(place, Switch::On))]).collect()
}

/// The order that came late.
pub(super) fn run_now(update: u64, locale: Locale) -> Button {
    Button::action(&locale.plain(Key::ButtonRunNow, Args::new()), Action::RunNow { update })
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

/// The order that failed for one of several dialogs, once more, and for the same time.
pub(super) fn retry_one(
    place: &Place,
    order: Switch,
    lasting: Option<Lasting>,
    locale: Locale,
) -> Button {
    let label = numbered(place, Key::ButtonRetryOne, locale);
    Button::action(&label, same_order(place, order, lasting))
}

/// The state of one of several dialogs.
pub(super) fn status_one(place: &Place, locale: Locale) -> Button {
    Button::action(&numbered(place, Key::ButtonStatusOne, locale), status_of(place))
}

/// A row that leads to a sign-in, where the portal's name fits a button.
pub(super) fn sign_in(portal: &PortalName, locale: Locale) -> Option<Vec<Button>> {
    let label = locale.plain(Key::ButtonSignIn, Args::new());
    let action = || Action::SignIn(portal.clone());
    portal.fits_a_button().then(|| vec![Button::action(&label, action())])
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

fn silence(place: &Place, lasting: Lasting, label: &str) -> Button {
    Button::action(label, silence_of(place, lasting))
}

fn silence_of(place: &Place, lasting: Lasting) -> Action {
    Action::Silence { portal: place.tag, dialog: place.dialog, lasting }
}

fn same_order(place: &Place, order: Switch, lasting: Option<Lasting>) -> Action {
    match lasting {
        Some(lasting) if order.is_on() => silence_of(place, lasting),
        _ => order_of(place, order),
    }
}

fn order_of(place: &Place, order: Switch) -> Action {
    Action::Switch { portal: place.tag, dialog: place.dialog, order }
}

fn status_of(place: &Place) -> Action {
    Action::Status { portal: place.tag, dialog: place.dialog }
}
