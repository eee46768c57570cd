//! Silences that end by themselves, or should have.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME},
    },
    Rendered, card, dialog, keyboard, trouble,
};
use crate::domain::{
    reply::TimerOver,
    silent_mode::Switch,
    toggle::{Place, Proof, Reason, Switched},
};

/// A timed silence has ended. Where it has not, that is an alarm: the client gets no answers.
pub(super) fn over(over: &TimerOver, locale: Locale) -> Rendered {
    match &over.outcome {
        Ok(switched) if switched.proof == Proof::Contradicted => {
            alarm(over, Key::TimerContradicted, None, locale)
        }
        Ok(switched) => ended(over, switched, locale),
        Err(reason) if trouble::leaves_doubt(reason) => {
            alarm(over, Key::TimerUnclear, Some(reason), locale)
        }
        Err(reason) => alarm(over, Key::TimerFailed, Some(reason), locale),
    }
}

fn ended(over: &TimerOver, switched: &Switched, locale: Locale) -> Rendered {
    let card = &switched.card;
    let head = if switched.proof == Proof::ReadBack {
        let means = dialog::means(false, card.generation, locale);
        locale.html(Key::TimerOver, args(over, locale).html("means", means))
    } else {
        locale.html(Key::TimerAccepted, args(over, locale))
    };
    let text = Html::lines([head].into_iter().chain(card::facts(card, locale)));
    let rows = vec![keyboard::again(&over.place, locale), card::look(card, locale)];
    Rendered::new(text).with_keyboard(rows)
}

fn alarm(over: &TimerOver, key: Key, reason: Option<&Reason>, locale: Locale) -> Rendered {
    let place = &over.place;
    let why = reason.map(|reason| trouble::reason_of_timer(reason, place.dialog, locale));
    let text = Html::lines([locale.html(key, args(over, locale))].into_iter().chain(why));
    let retry = keyboard::retry(place, Switch::Off, None, locale);
    let status = keyboard::status(place, Key::ButtonStatus, locale);
    Rendered::new(text).with_keyboard(vec![vec![retry, status]])
}

fn args(over: &TimerOver, locale: Locale) -> Args<'static> {
    let length = format::duration(locale, over.lasting.duration());
    let place = dialog::client(&over.place, locale);
    Args::new().html("dialog", place).html("duration", length)
}

/// A newer order took the place of the reader's timer.
pub(super) fn replaced(place: &Place, order: Switch, by: &str, locale: Locale) -> Rendered {
    let args = Args::new().html("dialog", dialog::client(place, locale));
    let args =
        args.name("name", by, NAME).choice("order", if order.is_on() { "on" } else { "off" });
    let status = keyboard::status(place, Key::ButtonStatus, locale);
    Rendered::new(locale.html(Key::TimerReplaced, args)).with_keyboard(vec![vec![status]])
}
