//! Orders that take long, and orders that came late.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, WHOLE},
    },
    Rendered,
    dialog::{self, Room},
    keyboard,
};
use crate::domain::{
    reply::{Interim, OldOrder},
    silent_mode::Switch,
    trouble::Trouble,
};

/// What is known while an order is still in work.
pub(super) fn interim(interim: &Interim, locale: Locale) -> Rendered {
    let mut lines = vec![head(interim, locale)];
    if let Some((trouble, left)) = &interim.waiting {
        let args = Args::new().choice("why", waits_for(trouble));
        let args = args.html("duration", format::duration(locale, *left));
        lines.push(locale.html(Key::InterimWaiting, args));
    }
    lines.push(locale.html(Key::InterimFoot, Args::new()));
    Rendered::new(Html::lines(lines)).with_toast()
}

fn head(interim: &Interim, locale: Locale) -> Html {
    let room = if interim.dialogs.len() == 1 { Room::Card } else { Room::Row };
    let order = match interim.order {
        Some(Switch::On) => "on",
        Some(Switch::Off) => "off",
        None => "none",
    };
    if interim.dialogs.is_empty() {
        return locale.html(Key::InterimNothing, Args::new());
    }
    let dialogs =
        Html::list(interim.dialogs.iter().map(|one| dialog::reference(one, room, locale)));
    locale.html(Key::Interim, Args::new().html("dialogs", dialogs).choice("order", order))
}

/// What a wait is for, as the locales choose their words by. Their usual words advise to try
/// again, which here the bot does.
fn waits_for(trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::TooManyRequests => "requests",
        Trouble::OperatingTimeUsedUp(_) => "limit",
        Trouble::Unreachable => "unreachable",
        Trouble::NoAnswer => "no-answer",
        _ => "error",
    }
}

/// An order that was too old to be run unasked, and a button that runs it.
pub(super) fn old_order(order: &OldOrder, locale: Locale) -> Rendered {
    let args = Args::new().html("duration", format::minutes(locale, order.age));
    let (written, pressed) = if order.interrupted {
        (Key::OldOrderInterrupted, Key::OldOrderButtonInterrupted)
    } else {
        (Key::OldOrder, Key::OldOrderButton)
    };
    let text = match &order.text {
        Some(text) => locale.html(written, args.exact("text", text, WHOLE)),
        None => locale.html(pressed, args),
    };
    let button = keyboard::run_now(order.update, locale);
    Rendered::new(text).with_keyboard(vec![vec![button]]).with_toast()
}
