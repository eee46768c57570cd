//! What came of an order.

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
use crate::domain::{
    card::Card,
    lasting::Lasting,
    silent_mode::{Generation, Switch},
    toggle::{Failed, Proof, Switched, Toggled},
};

/// The answer to an order about one dialog or several.
pub(super) fn toggled(toggled: &[Toggled], locale: Locale) -> Rendered {
    match toggled {
        [one] => match &one.outcome {
            Ok(switched) => card(switched, one, locale).with_toast(),
            Err(failed) => failure(failed, one, locale).with_whole_toast(),
        },
        several => list(several, locale).with_toast(),
    }
}

fn card(switched: &Switched, one: &Toggled, locale: Locale) -> Rendered {
    let (card, order) = (&switched.card, one.order);
    let args = Args::new().html("dialog", dialog::client(&card.place, locale));
    let head = match (switched.proof, order) {
        (Proof::ReadBack, Switch::On) => match switched.lasting {
            Some(lasting) => {
                let length = format::duration(locale, lasting.duration());
                locale.html(Key::SwitchedOnFor, args.html("duration", length))
            }
            None => locale.html(Key::SwitchedOn, args),
        },
        (Proof::ReadBack, Switch::Off) => locale.html(Key::SwitchedOff, args),
        (Proof::SaidOnly, Switch::On) => locale.html(Key::AcceptedOn, args),
        (Proof::SaidOnly, Switch::Off) => locale.html(Key::AcceptedOff, args),
        (Proof::Contradicted, Switch::On) => locale.html(Key::ContradictedOn, args),
        (Proof::Contradicted, Switch::Off) => locale.html(Key::ContradictedOff, args),
    };
    // The other headlines say themselves what is to be minded.
    let means = (switched.proof == Proof::ReadBack).then(|| means(card, order, locale)).flatten();
    let text = Html::lines([head].into_iter().chain(means).chain(card::facts(card, locale)));
    let first = match switched.proof {
        Proof::Contradicted => vec![keyboard::retry(&card.place, order, one.lasting, locale)],
        Proof::ReadBack | Proof::SaidOnly => card::orders(card, switched.back, locale),
    };
    Rendered::new(text).with_keyboard(card::keyboard(card, first, locale))
}

fn means(card: &Card, order: Switch, locale: Locale) -> Option<Html> {
    if order.is_on() || card.closed {
        return card::means(card, locale);
    }
    let args = Args::new().choice("generation", dialog::generation(card.generation));
    Some(locale.html(Key::LoudAgain, args))
}

fn ends_in(lasting: Lasting, locale: Locale) -> Html {
    let length = format::duration(locale, lasting.duration());
    locale.html(Key::EndsIn, Args::new().html("duration", length))
}

fn failure(failed: &Failed, one: &Toggled, locale: Locale) -> Rendered {
    let maybe = trouble::may_have_acted(&failed.reason);
    let key = if maybe { Key::FailedSwitchMaybe } else { Key::FailedSwitch };
    let args = Args::new().html("dialog", dialog::failed(failed, Room::Card, locale));
    let text = Html::lines([locale.html(key, args), trouble::reason(failed, locale)]);
    let mut buttons = Vec::new();
    if let Some(place) = &failed.place {
        if trouble::leaves_doubt(&failed.reason) {
            buttons.push(keyboard::status(place, Key::ButtonStatus, locale));
        }
        if trouble::may_pass(&failed.reason) {
            buttons.push(keyboard::retry(place, one.order, one.lasting, locale));
        }
    }
    Rendered::new(text).with_keyboard(keyboard::grid(buttons, 2))
}

fn list(toggled: &[Toggled], locale: Locale) -> Rendered {
    let rows = toggled.iter().map(|one| row(one, locale)).collect();
    let mut parts = vec![headline(toggled, locale), Html::lines(fit_into(LONG_LIST, rows, locale))];
    if let Some(generation) = generation_of_silenced(toggled) {
        let means = dialog::means(true, generation, locale);
        parts.push(locale.html(Key::ManyMeans, Args::new().html("means", means)));
    }
    parts.extend(lasting(toggled).map(|lasting| ends_in(lasting, locale)));
    let buttons = toggled.iter().filter_map(|one| button(one, locale)).collect();
    Rendered::new(Html::paragraphs(parts)).with_keyboard(keyboard::grid(buttons, 3))
}

/// How many dialogs are as ordered, as far as it is proven.
fn headline(toggled: &[Toggled], locale: Locale) -> Html {
    let proofs = |proof| {
        let proven = |one: &&Toggled| one.outcome.as_ref().is_ok_and(|ok| ok.proof == proof);
        toggled.iter().filter(proven).count()
    };
    let on = toggled.first().is_none_or(|one| one.order.is_on());
    let (count, done) = (toggled.len(), proofs(Proof::ReadBack));
    let args = Args::new().number("count", count);
    let key = match on {
        true if done == count => Key::ManyOn,
        false if done == count => Key::ManyOff,
        true if proofs(Proof::SaidOnly) == count => Key::ManyOnAccepted,
        false if proofs(Proof::SaidOnly) == count => Key::ManyOffAccepted,
        true => return locale.html(Key::ManyOnPartly, args.number("done", done)),
        false => return locale.html(Key::ManyOffPartly, args.number("done", done)),
    };
    locale.html(key, args)
}

/// Whose messages the dialogs that are now silent for certain hold back: where it differs, only
/// what holds for all of them is said. `None` where none was silenced.
fn generation_of_silenced(toggled: &[Toggled]) -> Option<Generation> {
    let mut generations = toggled.iter().filter(|one| one.order.is_on()).filter_map(|one| {
        let switched = one.outcome.as_ref().ok()?;
        (switched.proof == Proof::ReadBack).then_some(switched.card.generation)
    });
    let first = generations.next()?;
    Some(if generations.all(|other| other == first) { first } else { Generation::Unknown })
}

/// After how long the dialogs that may be silent now end it: one order gives all the same time.
fn lasting(toggled: &[Toggled]) -> Option<Lasting> {
    let mut taken = toggled.iter().filter_map(|one| one.outcome.as_ref().ok());
    taken.find(|ok| ok.proof != Proof::Contradicted)?.lasting
}

fn row(one: &Toggled, locale: Locale) -> Html {
    let switched = match &one.outcome {
        Ok(switched) => switched,
        Err(failed) => return trouble::row(failed, locale),
    };
    let key = match (switched.proof, one.order) {
        (Proof::ReadBack, Switch::On) => Key::RowOn,
        (Proof::ReadBack, Switch::Off) => Key::RowOff,
        (Proof::SaidOnly, _) => Key::RowAccepted,
        (Proof::Contradicted, Switch::On) => Key::RowStillOff,
        (Proof::Contradicted, Switch::Off) => Key::RowStillOn,
    };
    let place = dialog::place(&switched.card.place, Room::Row, locale);
    locale.html(key, Args::new().html("dialog", place))
}

/// The likely next step for one of several dialogs.
fn button(one: &Toggled, locale: Locale) -> Option<Button> {
    match &one.outcome {
        Ok(Switched { card, proof: Proof::Contradicted, .. }) => {
            Some(keyboard::retry_one(&card.place, one.order, one.lasting, locale))
        }
        Ok(Switched { card, .. }) => {
            Some(keyboard::switch_one(&card.place, one.order.opposite(), locale))
        }
        Err(failed) => {
            let place = failed.place.as_ref()?;
            if trouble::leaves_doubt(&failed.reason) {
                Some(keyboard::status_one(place, locale))
            } else {
                trouble::may_pass(&failed.reason)
                    .then(|| keyboard::retry_one(place, one.order, one.lasting, locale))
            }
        }
    }
}
