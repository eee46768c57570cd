//! Silences with a time: begun, ended, not ended, replaced.

use super::{
    Foreign, Sample,
    dialogs::{self, dialog, full, near, place},
    sample,
};
use crate::domain::{
    card::Card,
    dialog::DialogRef,
    lasting::Lasting,
    reply::{Reply, TimerOver},
    silent_mode::{Generation, Switch},
    toggle::{Failed, Proof, Reason, Switched, Toggled},
    trouble::Trouble,
};

pub(super) fn timers(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = begun(foreign);
    samples.extend(over(foreign));
    for order in [Switch::On, Switch::Off] {
        let (place, by) = (near(foreign, 2024), foreign.name.clone());
        let reply = Reply::TimerReplaced { place, order, by };
        samples.push(sample(format!("timer replaced, {order:?}"), reply));
    }
    samples
}

fn lasting(minutes: u32) -> Option<Lasting> {
    Lasting::from_minutes(minutes)
}

fn switched(foreign: &Foreign, proof: Proof, minutes: Option<u32>) -> Switched {
    let order = Switch::to(minutes.is_some());
    let switched = dialogs::switched(near(foreign, 2024), order, Generation::Personal, proof);
    let ends = minutes
        .filter(|_| proof != Proof::Contradicted)
        .map(|minutes| dialogs::ends(i64::from(minutes), None));
    let card = Box::new(Card { ends, ..*switched.card });
    Switched { card, lasting: minutes.and_then(lasting), ..switched }
}

fn begun(foreign: &Foreign) -> Vec<Sample> {
    let on = |proof, minutes| Toggled {
        order: Switch::On,
        lasting: lasting(minutes),
        outcome: Ok(switched(foreign, proof, Some(minutes))),
    };
    let failed = |number| {
        let reason = Reason::Trouble(Trouble::TooManyRequests);
        let (reference, place) = (DialogRef::chat(dialog(number)), Some(near(foreign, number)));
        let outcome = Err(Box::new(Failed { reference, place, reason }));
        Toggled { order: Switch::On, lasting: lasting(90), outcome }
    };
    let both = vec![failed(2024), failed(2025)];
    let one = |proof, minutes| {
        let title = format!("switched On for {minutes} minutes, {proof:?}");
        sample(title, Reply::Toggled(vec![on(proof, minutes)]))
    };
    let several = [Proof::Contradicted, Proof::ReadBack, Proof::SaidOnly].map(|p| on(p, 90));
    vec![
        one(Proof::ReadBack, 1),
        one(Proof::ReadBack, 30),
        one(Proof::ReadBack, 10_080),
        one(Proof::SaidOnly, 90),
        one(Proof::Contradicted, 90),
        sample("several On for 90 minutes", Reply::Toggled(several.into())),
        sample("failed On for 90 minutes", Reply::Toggled(vec![failed(2024)])),
        sample("several failed On for 90 minutes", Reply::Toggled(both)),
    ]
}

fn over(foreign: &Foreign) -> Vec<Sample> {
    let mut outcomes: Vec<(String, Result<Switched, Reason>)> = Vec::new();
    for proof in [Proof::ReadBack, Proof::SaidOnly, Proof::Contradicted] {
        outcomes.push((format!("{proof:?}"), Ok(switched(foreign, proof, None))));
    }
    let read_back = switched(foreign, Proof::ReadBack, None);
    let card = Card { generation: Generation::ChatWide, ..full(foreign, 2024) };
    let card = Card { silent: Some(false), silenced: None, ends: None, ..card };
    let chat_wide = Switched { card: Box::new(card), ..read_back };
    outcomes.push(("chat-wide".to_owned(), Ok(chat_wide)));
    for reason in [
        Reason::Trouble(Trouble::CredentialsRefused),
        Reason::Trouble(Trouble::NoAnswer),
        Reason::NoSuchConnection,
    ] {
        outcomes.push((format!("{reason:?}"), Err(reason)));
    }
    let over = |(title, outcome)| {
        let lasting = lasting(30).unwrap();
        let over = TimerOver { place: place(foreign, 2024), lasting, outcome };
        sample(format!("timer over, {title}"), Reply::TimerOver(over))
    };
    outcomes.into_iter().map(over).collect()
}
