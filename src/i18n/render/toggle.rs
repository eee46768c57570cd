//! What came of an order.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html},
    },
    Button, Rendered,
    dialog::{self, Room},
    fit, keyboard, trouble,
};
use crate::domain::{
    lasting::Lasting,
    silent_mode::{Generation, Switch},
    toggle::{Failed, Proof, Switched, Toggled},
};

/// The answer to an order about one dialog or several.
pub(super) fn toggled(toggled: &[Toggled], locale: Locale) -> Rendered {
    let rendered = match toggled {
        [one] => match &one.outcome {
            Ok(switched) => card(switched, one, locale),
            Err(failed) => failure(failed, one, locale),
        },
        several => list(several, locale),
    };
    rendered.with_toast()
}

fn card(switched: &Switched, one: &Toggled, locale: Locale) -> Rendered {
    let generation = switched.generation;
    let args = Args::new().html("dialog", dialog::place(&switched.place, Room::Card, locale));
    let text = match (switched.proof, one.order) {
        (Proof::ReadBack, Switch::On) => {
            let args = args.html("means", dialog::means(true, generation, locale));
            match switched.lasting {
                Some(lasting) => {
                    let length = format::duration(locale, lasting.duration());
                    locale.html(Key::SwitchedOnFor, args.html("duration", length))
                }
                None => locale.html(Key::SwitchedOn, args),
            }
        }
        (Proof::ReadBack, Switch::Off) => {
            let args = args.choice("generation", dialog::generation(generation));
            locale.html(Key::SwitchedOff, args)
        }
        (Proof::SaidOnly, Switch::On) => locale.html(Key::AcceptedOn, args),
        (Proof::SaidOnly, Switch::Off) => locale.html(Key::AcceptedOff, args),
        (Proof::Contradicted, Switch::On) => locale.html(Key::ContradictedOn, args),
        (Proof::Contradicted, Switch::Off) => locale.html(Key::ContradictedOff, args),
    };
    // Whether it took effect is not known there, so its end is told apart from the state.
    let ends = (switched.proof == Proof::SaidOnly).then_some(switched.lasting).flatten();
    let text = Html::lines([text].into_iter().chain(ends.map(|lasting| ends_in(lasting, locale))));
    Rendered::new(text).with_keyboard(keyboard_of(switched, one, locale))
}

fn keyboard_of(switched: &Switched, one: &Toggled, locale: Locale) -> Vec<Vec<Button>> {
    let (place, order) = (&switched.place, one.order);
    if switched.proof == Proof::Contradicted {
        let status = keyboard::status(place, Key::ButtonStatus, locale);
        return vec![vec![keyboard::retry(place, order, one.lasting, locale), status]];
    }
    let mut rows = vec![vec![keyboard::switch(place, order.opposite(), locale)]];
    if order.is_on() && switched.lasting.is_none() {
        rows.push(keyboard::times(place, locale));
    }
    rows
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
    let mut parts = vec![headline(toggled, locale), Html::lines(fit(rows, locale))];
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
        (switched.proof == Proof::ReadBack).then_some(switched.generation)
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
    let place = dialog::place(&switched.place, Room::Row, locale);
    locale.html(key, Args::new().html("dialog", place))
}

/// The likely next step for one of several dialogs.
fn button(one: &Toggled, locale: Locale) -> Option<Button> {
    match &one.outcome {
        Ok(Switched { place, proof: Proof::Contradicted, .. }) => {
            Some(keyboard::retry_one(place, one.order, one.lasting, locale))
        }
        Ok(Switched { place, .. }) => {
            Some(keyboard::switch_one(place, one.order.opposite(), locale))
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
