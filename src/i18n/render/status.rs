//! What is known of dialogs.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html},
    },
    Button, LONG_LIST, Rendered, card,
    dialog::{self, Room},
    fit_into, keyboard, trouble,
};
use crate::domain::{card::Card, silent_mode::Switch, toggle::Failed};

/// The card of one dialog, or a list of several.
pub(super) fn status(dialogs: &[Result<Card, Box<Failed>>], locale: Locale) -> Rendered {
    match dialogs {
        [Ok(status)] => card(status, locale).with_toast(),
        [Err(failed)] => failure(failed, locale).with_whole_toast(),
        several => list(several, locale).with_toast(),
    }
}

fn card(card: &Card, locale: Locale) -> Rendered {
    let args = Args::new().html("dialog", dialog::client(&card.place, locale));
    let state = match card.silent {
        Some(true) => Key::StatusOn,
        Some(false) => Key::StatusOff,
        None => Key::StatusUnknown,
    };
    let head = [locale.html(state, args)].into_iter().chain(card::means(card, locale));
    let text = Html::lines(head.chain(card::facts(card, locale)));
    let orders = card::orders(card, None, locale);
    Rendered::new(text).with_keyboard(card::keyboard(card, orders, locale))
}

fn failure(failed: &Failed, locale: Locale) -> Rendered {
    let args = Args::new().html("dialog", dialog::failed(failed, Room::Card, locale));
    let text = Html::lines([locale.html(Key::FailedStatus, args), trouble::reason(failed, locale)]);
    let retry = failed
        .place
        .as_ref()
        .filter(|_| trouble::may_pass(&failed.reason))
        .map(|place| keyboard::status(place, Key::ButtonRetry, locale));
    Rendered::new(text).with_keyboard(keyboard::grid(retry.into_iter().collect(), 1))
}

fn list(dialogs: &[Result<Card, Box<Failed>>], locale: Locale) -> Rendered {
    let rows = dialogs.iter().map(|dialog| row(dialog, locale)).collect();
    let buttons = dialogs.iter().flatten().flat_map(|status| buttons(status, locale)).collect();
    Rendered::new(Html::lines(fit_into(LONG_LIST, rows, locale)))
        .with_keyboard(keyboard::grid(buttons, 3))
}

fn row(dialog: &Result<Card, Box<Failed>>, locale: Locale) -> Html {
    let status = match dialog {
        Ok(status) => status,
        // A question changes nothing, so here no failure leaves a doubt.
        Err(failed) => return trouble::row_of_question(failed, locale),
    };
    let key = match status.silent {
        Some(true) => Key::RowOn,
        Some(false) => Key::RowOff,
        None => Key::RowUnknown,
    };
    let place = dialog::place(&status.place, Room::Row, locale);
    let row = locale.html(key, Args::new().html("dialog", place));
    let args = || Args::new().html("row", row.clone());
    match (status.closed, status.ends) {
        (true, _) => locale.html(Key::RowClosed, args()),
        (false, Some(ends)) => {
            let left = format::minutes(locale, ends.left);
            locale.html(Key::RowEnds, args().html("duration", left))
        }
        (false, None) => row,
    }
}

fn buttons(status: &Card, locale: Locale) -> Vec<Button> {
    let button = |order: &Switch| keyboard::switch_one(&status.place, *order, locale);
    orders(status.silent).iter().map(button).collect()
}

/// The orders that change something, as far as it is known.
fn orders(silent: Option<bool>) -> &'static [Switch] {
    match silent {
        Some(true) => &[Switch::Off],
        Some(false) => &[Switch::On],
        None => &[Switch::On, Switch::Off],
    }
}
