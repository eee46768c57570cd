//! Orders and states of dialogs, and what kept a portal from them.

use jiff::{SignedDuration, civil::DateTime};

use super::{Foreign, Sample, sample};
use crate::domain::{
    card::{Back, Card, Clock, Ends, Operator, Silenced},
    connection::PortalTag,
    dialog::{DialogId, DialogRef, Target, Via},
    hint::Word,
    reply::Reply,
    scope::Scope,
    sign_in::{Ended, SignedOut},
    silent_mode::{Generation, Switch},
    toggle::{Failed, Place, Proof, Reason, Switched, Toggled},
    trouble::Trouble,
};

const GENERATIONS: [Generation; 3] =
    [Generation::Personal, Generation::ChatWide, Generation::Unknown];
const PROOFS: [Proof; 3] = [Proof::ReadBack, Proof::SaidOnly, Proof::Contradicted];

pub(super) fn dialog(number: u64) -> DialogId {
    DialogId::new(number).unwrap()
}

pub(super) fn place(foreign: &Foreign, number: u64) -> Place {
    Place {
        dialog: dialog(number),
        name: Some(foreign.name.clone()),
        tag: PortalTag(1),
        portal: Some(foreign.host.clone()),
    }
}

/// The place as it is with one portal.
pub(super) fn near(foreign: &Foreign, number: u64) -> Place {
    Place { portal: None, ..place(foreign, number) }
}

fn ok(place: Place, order: Switch, generation: Generation, proof: Proof) -> Toggled {
    Toggled { order, lasting: None, outcome: Ok(switched(place, order, generation, proof)) }
}

/// What came of an order, on a card whose other facts were not read.
pub(super) fn switched(
    place: Place,
    order: Switch,
    generation: Generation,
    proof: Proof,
) -> Switched {
    let silent = match proof {
        Proof::ReadBack => Some(order.is_on()),
        Proof::SaidOnly => None,
        Proof::Contradicted => Some(!order.is_on()),
    };
    let card = Box::new(Card { silent, ..Card::bare(place, generation) });
    Switched { card, proof, lasting: None, back: None }
}

/// A card with all there is.
pub(super) fn full(foreign: &Foreign, number: u64) -> Card {
    let name = format!("{} - Website", foreign.name);
    Card {
        place: Place { name: Some(name), ..near(foreign, number) },
        channel: Some("telegrambot".to_owned()),
        operator: Operator::Named(foreign.name.clone()),
        silent: Some(true),
        generation: Generation::Personal,
        closed: false,
        silenced: Some(Silenced { lasts: SignedDuration::from_mins(72), by: foreign.name.clone() }),
        ends: Some(ends(25, Some("2026-03-05T15:30:00"))),
        link: Some("https://a.bitrix24.com/online/?IM_DIALOG=chat2024".to_owned()),
    }
}

/// An end in so many minutes; on the clock of somebody for whom it is the 5th of March.
pub(super) fn ends(minutes: i64, clock: Option<&str>) -> Ends {
    let today = "2026-03-05".parse().unwrap();
    let clock = clock.map(|at| Clock { at: at.parse::<DateTime>().unwrap(), today });
    Ends { left: SignedDuration::from_secs(minutes * 60 - 25), clock }
}

/// Cards with everything that can be on them.
pub(super) fn cards(foreign: &Foreign) -> Vec<Sample> {
    let state = |title: &str, card| sample(format!("card, {title}"), Reply::Status(vec![Ok(card)]));
    let full = || full(foreign, 2024);
    let clock = Some("2026-03-08T09:05:00");
    let mut samples = vec![
        state("all facts", full()),
        state("ends another day", Card { ends: Some(ends(3950, clock)), ..full() }),
        state("time zone unknown", Card { ends: Some(ends(25, None)), ..full() }),
        state("nobody has taken it", Card { operator: Operator::Nobody, ..full() }),
        state("a number only", Card { operator: Operator::Numbered(u64::MAX), ..full() }),
        state("closed", Card { closed: true, ..full() }),
    ];
    for code in ["livechat", "fbinstagramdirect", "my_app"] {
        let channel = Some(code.to_owned());
        let card = Card { channel, silenced: None, ends: None, ..full() };
        samples.push(state(&format!("channel {code}"), card));
    }
    let until = Back::Until("2026-03-05T16:00:00Z".parse().unwrap());
    for (order, back) in [(Switch::Off, Back::On), (Switch::Off, until), (Switch::On, Back::Off)] {
        let (silenced, ends) = (None, None);
        let card = Card { silent: Some(order.is_on()), silenced, ends, ..full() };
        let (proof, lasting) = (Proof::ReadBack, None);
        let outcome = Ok(Switched { card: Box::new(card), proof, lasting, back: Some(back) });
        let reply = Reply::Toggled(vec![Toggled { order, lasting: None, outcome }]);
        samples.push(sample(format!("card, {order:?}, was {back:?}"), reply.clone()));
        let by = Reply::By { name: foreign.name.clone(), inner: Box::new(reply) };
        samples.push(sample(format!("card, {order:?} in a group, was {back:?}"), by));
    }
    samples.push(sample("card, too old to act on", Reply::OldCard));
    samples
}

fn failed(place: Option<Place>, reason: Reason) -> Box<Failed> {
    Box::new(Failed { reference: DialogRef::chat(dialog(2024)), place, reason })
}

pub(super) fn toggles(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = Vec::new();
    for order in [Switch::On, Switch::Off] {
        for generation in GENERATIONS {
            let one = ok(near(foreign, 2024), order, generation, Proof::ReadBack);
            let title = format!("switched {order:?}, {generation:?}");
            samples.push(sample(title, Reply::Toggled(vec![one])));
        }
        for proof in [Proof::SaidOnly, Proof::Contradicted] {
            let one = ok(place(foreign, 2024), order, Generation::Personal, proof);
            samples
                .push(sample(format!("switched {order:?}, {proof:?}"), Reply::Toggled(vec![one])));
        }
        for proof in PROOFS {
            let toggled = several(foreign, order, &[proof; 3]);
            samples.push(sample(format!("several {order:?}, {proof:?}"), Reply::Toggled(toggled)));
        }
        let mut mixed = several(foreign, order, &PROOFS);
        for trouble in [Trouble::NoAnswer, Trouble::TooManyRequests, Trouble::NoDialogAccess] {
            let place = Some(near(foreign, 2030));
            let outcome = Err(failed(place, Reason::Trouble(trouble)));
            mixed.push(Toggled { order, lasting: None, outcome });
        }
        samples.push(sample(format!("several {order:?}, mixed"), Reply::Toggled(mixed)));
    }
    let bare = Place { name: None, portal: None, ..place(foreign, 2024) };
    let one = ok(bare, Switch::On, Generation::Personal, Proof::ReadBack);
    samples.push(sample("switched On, without a name", Reply::Toggled(vec![one])));
    samples
}

fn several(foreign: &Foreign, order: Switch, proofs: &[Proof]) -> Vec<Toggled> {
    let generations = GENERATIONS.into_iter().cycle();
    (2024..)
        .zip(proofs.iter().zip(generations))
        .map(|(number, (proof, generation))| ok(near(foreign, number), order, generation, *proof))
        .collect()
}

/// As many dialogs as one command takes, in replies as long as they get.
pub(in super::super) fn several_of_many(foreign: &Foreign, most: u64) -> Vec<Sample> {
    let numbers = || (0..most).map(|at| (1 << 53) - at);
    let toggled = |proof| {
        let one = |number| ok(place(foreign, number), Switch::On, Generation::Unknown, proof);
        Reply::Toggled(numbers().map(one).collect())
    };
    let failing = |number| Toggled {
        order: Switch::Off,
        lasting: None,
        outcome: Err(failed(Some(place(foreign, number)), Reason::Trouble(Trouble::NoAnswer))),
    };
    let unknown = |number| {
        let place = place(foreign, number);
        Card { closed: true, ..Card::bare(place, Generation::Unknown) }
    };
    let timed = |number| Card {
        silent: Some(true),
        closed: false,
        ends: Some(ends(6 * 24 * 60 + 23 * 60, None)),
        ..unknown(number)
    };
    vec![
        sample("most, read back", toggled(Proof::ReadBack)),
        sample("most, contradicted", toggled(Proof::Contradicted)),
        sample("most, failed", Reply::Toggled(numbers().map(failing).collect())),
        sample("most, unknown", Reply::Status(numbers().map(unknown).map(Ok).collect())),
        sample("most, timed", Reply::Status(numbers().map(timed).map(Ok).collect())),
    ]
}

pub(super) fn states(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = Vec::new();
    let mut all = Vec::new();
    for silent in [Some(true), Some(false), None] {
        for generation in GENERATIONS {
            let closed = generation == Generation::ChatWide;
            let place = if closed { place(foreign, 2024) } else { near(foreign, 2024) };
            let status = Card { silent, closed, ..Card::bare(place, generation) };
            let title = format!("state, silent: {silent:?}, {generation:?}, closed: {closed}");
            samples.push(sample(title, Reply::Status(vec![Ok(status.clone())])));
            all.push(Ok(status));
        }
    }
    all.push(Err(failed(None, Reason::NotConnected)));
    samples.push(sample("several states", Reply::Status(all)));
    samples.extend(timed(foreign));
    let waiting = Reason::Trouble(Trouble::Unreachable);
    let failed = failed(Some(place(foreign, 2024)), waiting);
    samples.push(sample("state, failed", Reply::Status(vec![Err(failed)])));
    samples
}

/// States that will end by themselves.
fn timed(foreign: &Foreign) -> Vec<Sample> {
    let status = |number, silent, minutes: i64| Card {
        silent,
        ends: Some(ends(minutes, None)),
        ..Card::bare(near(foreign, number), Generation::Personal)
    };
    let two = vec![Ok(status(2024, Some(true), 25)), Ok(status(2025, None, 90))];
    vec![
        sample("state, ends by itself", Reply::Status(vec![Ok(status(2024, Some(true), 25))])),
        sample("state, unknown, ends", Reply::Status(vec![Ok(status(2024, None, 1))])),
        sample("several states, end by themselves", Reply::Status(two)),
    ]
}

pub(super) fn troubles(foreign: &Foreign) -> Vec<Sample> {
    let reasons = reasons(foreign);
    let order = Switch::On;
    let toggled = |place, reason| {
        let outcome = Err(failed(place, reason));
        Toggled { order, lasting: None, outcome }
    };
    let mut samples: Vec<Sample> = reasons
        .iter()
        .map(|reason| {
            let title = format!("failed, {}", title(reason));
            let one = toggled(Some(near(foreign, 2024)), reason.clone());
            sample(title, Reply::Toggled(vec![one]))
        })
        .collect();
    let link = DialogRef { target: Target::Session(321), via: Via::Host(foreign.host.clone()) };
    let reason = Reason::OtherPortal { host: foreign.host.clone() };
    let outcome = Err(Box::new(Failed { reference: link, place: None, reason }));
    let unplaced = Reply::Toggled(vec![Toggled { order, lasting: None, outcome }]);
    samples.push(sample("failed, place unknown", unplaced));
    let all = reasons.into_iter().map(|reason| toggled(None, reason)).collect();
    samples.push(sample("failed, all short forms", Reply::Toggled(all)));
    samples
}

fn signed_out(foreign: &Foreign, why: Ended) -> Trouble {
    Trouble::SignedOut(SignedOut { portal: super::connections::portal_name(foreign), why })
}

fn title(reason: &Reason) -> String {
    match reason {
        Reason::Trouble(Trouble::SignedOut(signed_out)) => {
            format!("SignedOut, {:?}", signed_out.why)
        }
        Reason::Trouble(Trouble::Refused(_)) => "Refused".to_owned(),
        Reason::Trouble(trouble) => format!("{trouble:?}"),
        Reason::OtherPortal { .. } => "OtherPortal".to_owned(),
        Reason::Superseded { by: Some(_) } => "Superseded by somebody else".to_owned(),
        other => format!("{other:?}"),
    }
}

fn reasons(foreign: &Foreign) -> Vec<Reason> {
    let host = foreign.host.clone();
    let mut reasons =
        vec![Reason::NotConnected, Reason::OtherPortal { host }, Reason::NoSuchConnection];
    let by = Some(foreign.name.clone());
    reasons.extend([Reason::Superseded { by: None }, Reason::Superseded { by }]);
    let troubles = [
        Trouble::NoSuchDialog,
        Trouble::NotAnOpenChannel,
        Trouble::NoDialogAccess,
        Trouble::DialogUnavailable,
        Trouble::NoCardAccess,
        Trouble::CredentialsRefused,
        signed_out(foreign, Ended::Over),
        signed_out(foreign, Ended::KeysRefused),
        signed_out(foreign, Ended::Unpaid),
        signed_out(foreign, Ended::AppRemoved),
        Trouble::NobodyBehindCredentials,
        Trouble::UserInactive,
        Trouble::NotAnEmployee,
        Trouble::MissingScopes(vec![Scope::OpenLines]),
        Trouble::MissingScopes(Scope::ALL.to_vec()),
        Trouble::AppRestricted,
        Trouble::AppRemoved,
        Trouble::WrongKindOfCredentials,
        Trouble::ConfirmationWaiting,
        Trouble::ConfirmationDenied,
        Trouble::PlanRequired,
        Trouble::TariffLacksFeature,
        Trouble::TooManyRequests,
        Trouble::OperatingTimeUsedUp(None),
        Trouble::OperatingTimeUsedUp(Some(SignedDuration::from_secs(185))),
        Trouble::BlockedByVendor,
        Trouble::PortalDeleted,
        Trouble::MethodMissing,
        Trouble::ChatModuleMissing,
        Trouble::HttpsRequired,
        Trouble::AuthServerUnreachable,
        Trouble::AuthServerSilent,
        Trouble::PortalFault,
        Trouble::Refused(Word::new(&foreign.word)),
        Trouble::Unreachable,
        Trouble::NoAnswer,
        Trouble::UnreadableAnswer,
        Trouble::AddressRefused,
        Trouble::RedirectRefused,
    ];
    reasons.extend(troubles.map(Reason::Trouble));
    reasons
}
