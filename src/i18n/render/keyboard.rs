//! The buttons.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, ROW, cut, is_blank, units},
    },
    Button, ButtonKind,
};
use crate::domain::{
    action::Action,
    card::{Back, Card},
    hint::Word,
    lasting::Lasting,
    picker::{OtherPortal, PickerRow, Wanted},
    sign_in::PortalName,
    silent_mode::Switch,
    toggle::Place,
};

/// The most UTF-16 units of a label: what a phone shows of one of two buttons in a row.
const LABEL: usize = 24;

/// The same of one that has its row to itself.
const WIDE: usize = 40;

/// How many other portals a list offers.
const MOST_PORTALS: usize = 8;

/// How long a silence lasts by a tap, in minutes.
const TIMES: [u32; 3] = [30, 60, 240];

/// How much longer a silence lasts by a tap when its time is over, in minutes.
const MORE: u32 = 30;

impl Button {
    pub(super) fn action(label: &str, action: Action) -> Self {
        Self { label: cut(label, LABEL), kind: ButtonKind::Action(action) }
    }

    /// A button that has its row to itself.
    pub(super) fn wide(label: &str, action: Action) -> Self {
        Self { label: cut(label, WIDE), kind: ButtonKind::Action(action) }
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

/// A silence that was dropped, as it was: without an end, or for the time that was left.
pub(super) fn again_for(place: &Place, left: Option<Lasting>, label: &str) -> Button {
    match left {
        Some(lasting) => silence(place, lasting, label),
        None => Button::action(label, order_of(place, Switch::On)),
    }
}

/// The same for one of several dialogs.
pub(super) fn again_one(place: &Place, left: Option<Lasting>, locale: Locale) -> Button {
    again_for(place, left, &numbered(place, Key::ButtonSilentOnOne, locale))
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

/// A dialog of a list, with a row to itself: its state, its name, how old it is. The name is cut
/// so that the rest is seen.
pub(super) fn choose(row: &PickerRow, locale: Locale) -> Button {
    let state = match row.silent {
        Some(true) => "on",
        Some(false) => "off",
        None => "unknown",
    };
    let key = if row.waits { Key::ButtonDialogWaits } else { Key::ButtonDialog };
    let number = row.place.dialog.to_string();
    let name = row.place.name.as_deref().filter(|name| !is_blank(name)).unwrap_or(&number);
    let label = |name: &str| {
        let args = Args::new().choice("state", state).exact("name", name, WIDE);
        let dialog = locale.plain(key, args);
        match row.age {
            Some(age) => {
                let age = format::age(locale, age);
                locale.plain(
                    Key::ButtonDialogAge,
                    Args::new().exact("dialog", &dialog, WIDE).exact("age", &age, WIDE),
                )
            }
            None => dialog,
        }
    };
    let room = (WIDE + 1).saturating_sub(units(&label("…")));
    Button::wide(&label(&cut(name, room)), status_of(&row.place))
}

/// The pages before and after, and between them the one that is shown, afresh.
pub(super) fn pages(wanted: &Wanted, pages: u16, locale: Locale) -> Vec<Button> {
    let to = |key, page: u16| {
        let args = Args::new().number("page", wanted.page + 1).number("pages", pages);
        let action = Action::Dialogs(Wanted { page, ..wanted.clone() });
        Button::action(&locale.plain(key, args), action)
    };
    let here = if pages > 1 { Key::ButtonPage } else { Key::ButtonRefresh };
    let before = wanted.page.checked_sub(1).map(|page| to(Key::ButtonPrevious, page));
    let after = (wanted.page + 1 < pages).then(|| to(Key::ButtonNext, wanted.page + 1));
    [before, Some(to(here, wanted.page)), after].into_iter().flatten().collect()
}

/// The list that failed, once more.
pub(super) fn retry_list(wanted: &Wanted, locale: Locale) -> Button {
    let label = locale.plain(Key::ButtonRetry, Args::new());
    Button::action(&label, Action::Dialogs(wanted.clone()))
}

/// The same list on other portals, a row each.
pub(super) fn other_portals(
    wanted: &Wanted,
    others: &[OtherPortal],
    locale: Locale,
) -> Vec<Vec<Button>> {
    let button = |other: &OtherPortal| {
        let label = Args::new().exact("portal", &other.host, WIDE);
        let wanted = Wanted { portal: Some(other.tag), page: 0, ..wanted.clone() };
        vec![Button::wide(&locale.plain(Key::ButtonOtherPortal, label), Action::Dialogs(wanted))]
    };
    others.iter().take(MOST_PORTALS).map(button).collect()
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
