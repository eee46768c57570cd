//! Dialogs that hushbot silenced: the list of them, what became of them, reminders.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME, ROW},
    },
    Button, Rendered,
    dialog::{self, Room},
    fit, keyboard,
};
use crate::domain::{
    action::Action,
    reply::SilencedList,
    silent_mode::Switch,
    toggle::Place,
    watch::{Ended, Remind, Reminder, SilencedRow, WatchOver},
};

/// The most buttons for single dialogs under one message.
const BUTTONS: usize = 24;

/// All that is silent now.
pub(super) fn silenced(list: &SilencedList, locale: Locale) -> Rendered {
    let key = match (list.everybody, list.rows.is_empty()) {
        (false, false) => Key::SilencedHead,
        (true, false) => Key::SilencedHeadAll,
        (false, true) => Key::SilencedNone,
        (true, true) => Key::SilencedNoneAll,
    };
    let head = locale.html(key, Args::new().number("count", list.rows.len()));
    let rows: Vec<Html> = list.rows.iter().map(|row| silenced_row(row, locale)).collect();
    let mut parts = vec![Html::lines(fit([vec![head], rows].concat(), locale))];
    if list.rows.iter().any(|row| row.proven.is_none()) {
        parts.push(locale.html(Key::SilencedUnproven, Args::new()));
    }
    if !list.over.is_empty() {
        let rows = list.over.iter().take(BUTTONS).map(|over| over_row(over, locale));
        parts.push(Html::lines(super::fit_into(700, rows.collect(), locale)));
    }
    let reachable = list.rows.iter().filter(|row| list.reach.contains(&row.place.tag));
    let cards = reachable.take(BUTTONS).map(|row| keyboard::status_one(&row.place, locale));
    let again = list.over.iter().filter_map(|over| again_one(over, locale)).take(BUTTONS);
    let mut rows = keyboard::grid(cards.chain(again).collect(), 3);
    let plain = |key, action| Button::action(&locale.plain(key, Args::new()), action);
    let mut foot = Vec::new();
    if list.rows.iter().any(|row| row.by.is_none()) {
        foot.push(plain(Key::ButtonAllOff, Action::AllOff));
    }
    foot.push(plain(Key::ButtonRefresh, Action::Silenced));
    rows.push(foot);
    Rendered::new(Html::paragraphs(parts)).with_keyboard(rows).with_toast()
}

fn silenced_row(row: &SilencedRow, locale: Locale) -> Html {
    let proven = row.proven == Some(true);
    let key = if proven { Key::SilencedRow } else { Key::SilencedRowUnproven };
    let mut html = locale.html(key, lasting(&row.place, row.lasts, Room::Row, locale));
    if let Some(left) = row.ends_in {
        let args = Args::new().html("row", html).html("duration", format::minutes(locale, left));
        html = locale.html(Key::RowEnds, args);
    }
    match &row.by {
        Some(by) => {
            let args = Args::new().html("row", html).name("name", by, ROW);
            locale.html(Key::SilencedRowBy, args)
        }
        None => html,
    }
}

/// When the person is reminded.
pub(super) fn remind(remind: Remind, locale: Locale) -> Rendered {
    let set = match remind {
        Remind::Off => locale.html(Key::RemindOff, Args::new()),
        Remind::After(lasting) => {
            let length = format::duration(locale, lasting.duration());
            locale.html(Key::RemindAfter, Args::new().html("duration", length))
        }
    };
    Rendered::new(Html::lines([set, locale.html(Key::RemindHow, Args::new())]))
}

/// Silences without an end that last.
pub(super) fn reminder(reminders: &[Reminder], locale: Locale) -> Rendered {
    let foot = locale.html(Key::ReminderFoot, Args::new());
    if let [one] = reminders {
        let key = if one.waits { Key::ReminderWaits } else { Key::Reminder };
        let means = dialog::means(true, one.generation, locale);
        let args = lasting(&one.place, one.lasts, Room::Card, locale).html("means", means);
        let off = keyboard::switch(&one.place, Switch::Off, locale);
        let keyboard = vec![vec![off], keyboard::times(&one.place, locale)];
        return Rendered::new(Html::lines([locale.html(key, args), foot])).with_keyboard(keyboard);
    }
    let waits = reminders.iter().any(|one| one.waits);
    let key = if waits { Key::ReminderManyWait } else { Key::ReminderMany };
    let head = locale.html(key, Args::new().number("count", reminders.len()));
    let rows = reminders.iter().map(|one| {
        let key = if one.waits { Key::ReminderRowWaits } else { Key::ReminderRow };
        locale.html(key, lasting(&one.place, one.lasts, Room::Row, locale))
    });
    let text = Html::lines(fit([head].into_iter().chain(rows).collect(), locale));
    let buttons = reminders.iter().take(BUTTONS);
    let buttons = buttons.map(|one| keyboard::switch_one(&one.place, Switch::Off, locale));
    Rendered::new(Html::paragraphs([text, foot]))
        .with_keyboard(keyboard::grid(buttons.collect(), 3))
}

/// Silences that ended without the person's doing.
pub(super) fn over(over: &[WatchOver], locale: Locale) -> Rendered {
    if let [one] = over {
        return card(one, locale);
    }
    let head = locale.html(Key::WatchMany, Args::new().number("count", over.len()));
    let rows = over.iter().map(|one| over_row(one, locale));
    let text = Html::lines(fit([head].into_iter().chain(rows).collect(), locale));
    let buttons = over.iter().filter_map(|one| again_one(one, locale)).take(BUTTONS);
    Rendered::new(text).with_keyboard(keyboard::grid(buttons.collect(), 3))
}

fn card(over: &WatchOver, locale: Locale) -> Rendered {
    let args = || lasting(&over.place, over.lasted, Room::Card, locale);
    let means = || dialog::means(false, over.generation, locale);
    let text = match &over.how {
        Ended::Closed => locale.html(Key::WatchClosed, args()),
        Ended::Dropped => locale.html(Key::WatchDropped, args().html("means", means())),
        Ended::By(by) => {
            locale.html(Key::WatchBy, args().name("name", by, NAME).html("means", means()))
        }
        Ended::Lost => locale.html(Key::WatchLost, args()),
    };
    let label = locale.plain(Key::ButtonAgain, Args::new());
    let again = may_be_silenced(over).then(|| keyboard::again_for(&over.place, over.left, &label));
    let status = keyboard::status(&over.place, Key::ButtonStatus, locale);
    let buttons = again.into_iter().chain([status]).collect();
    Rendered::new(text).with_keyboard(keyboard::grid(buttons, 1))
}

fn over_row(over: &WatchOver, locale: Locale) -> Html {
    let args = Args::new().html("dialog", dialog::place(&over.place, Room::Row, locale));
    match &over.how {
        Ended::Closed => locale.html(Key::WatchRowClosed, args),
        Ended::Dropped => locale.html(Key::WatchRowDropped, args),
        Ended::By(by) => locale.html(Key::WatchRowBy, args.name("name", by, ROW)),
        Ended::Lost => locale.html(Key::WatchRowLost, args),
    }
}

fn again_one(over: &WatchOver, locale: Locale) -> Option<Button> {
    may_be_silenced(over).then(|| keyboard::again_one(&over.place, over.left, locale))
}

/// Whether to silence it again makes sense.
fn may_be_silenced(over: &WatchOver) -> bool {
    matches!(over.how, Ended::Dropped | Ended::By(_))
}

/// A dialog, and how long something lasts or lasted there.
fn lasting(
    place: &Place,
    length: jiff::SignedDuration,
    room: Room,
    locale: Locale,
) -> Args<'static> {
    let length = format::minutes(locale, length);
    Args::new().html("dialog", dialog::place(place, room, locale)).html("duration", length)
}
