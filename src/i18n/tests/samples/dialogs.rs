//! Orders and states of dialogs, and what kept a portal from them.

use jiff::SignedDuration;

use super::{Foreign, Sample, sample};
use crate::domain::{
    connection::PortalTag,
    dialog::{DialogId, DialogRef, Target, Via},
    hint::Word,
    reply::Reply,
    scope::Scope,
    silent_mode::{Generation, Switch},
    toggle::{DialogStatus, Failed, Place, Proof, Reason, Switched, Toggled},
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
    Toggled { order, outcome: Ok(Switched { place, generation, proof, lasting: None }) }
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
            mixed.push(Toggled { order, outcome });
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
        outcome: Err(failed(Some(place(foreign, number)), Reason::Trouble(Trouble::NoAnswer))),
    };
    let unknown = |number| {
        let place = place(foreign, number);
        DialogStatus {
            place,
            silent: None,
            generation: Generation::Unknown,
            closed: true,
            ends_in: None,
        }
    };
    let timed = |number| DialogStatus {
        silent: Some(true),
        closed: false,
        ends_in: Some(SignedDuration::from_mins(6 * 24 * 60 + 23 * 60)),
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
            let status = DialogStatus { place, silent, generation, closed, ends_in: None };
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
    let status = |number, silent, minutes: i64| DialogStatus {
        place: near(foreign, number),
        silent,
        generation: Generation::Personal,
        closed: false,
        ends_in: Some(SignedDuration::from_secs(minutes * 60 - 25)),
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
    let toggled = |place, reason| Toggled { order, outcome: Err(failed(place, reason)) };
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
    let unplaced = Reply::Toggled(vec![Toggled { order, outcome }]);
    samples.push(sample("failed, place unknown", unplaced));
    let all = reasons.into_iter().map(|reason| toggled(None, reason)).collect();
    samples.push(sample("failed, all short forms", Reply::Toggled(all)));
    samples
}

fn title(reason: &Reason) -> String {
    match reason {
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
