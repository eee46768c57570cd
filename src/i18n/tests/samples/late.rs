//! Orders that take long, and orders that came late.

use jiff::SignedDuration;

use super::{Foreign, Sample, dialogs::dialog, sample};
use crate::domain::{
    dialog::{DialogRef, Target, Via},
    reply::{Interim, OldOrder, Reply},
    silent_mode::Switch,
    trouble::Trouble,
};

pub(super) fn late(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = interims(foreign);
    let age = SignedDuration::from_secs(7140);
    let old = |text, interrupted| Reply::OldOrder(OldOrder { update: 1, age, text, interrupted });
    samples.extend([
        sample("old order, text", old(Some(foreign.order.clone()), false)),
        sample("old order, button", old(None, false)),
        sample("old order, text, interrupted", old(Some(foreign.order.clone()), true)),
        sample("old order, button, interrupted", old(None, true)),
        sample("old order, gone", Reply::OldOrderGone),
    ]);
    samples
}

fn interims(foreign: &Foreign) -> Vec<Sample> {
    let chat = |number| DialogRef::chat(dialog(number));
    let link = DialogRef { target: Target::Session(321), via: Via::Host(foreign.host.clone()) };
    let wait = |trouble| Some((trouble, SignedDuration::from_millis(3200)));
    let limit = Trouble::OperatingTimeUsedUp(None);
    [
        ("on", Some(Switch::On), vec![chat(2024)], None),
        ("off, several", Some(Switch::Off), vec![chat(2024), chat(2025), link], None),
        ("question", None, vec![chat(2024)], None),
        ("nothing known", None, vec![], None),
        ("on, requests", Some(Switch::On), vec![chat(2024)], wait(Trouble::TooManyRequests)),
        ("off, limit", Some(Switch::Off), vec![chat(2024)], wait(limit)),
        ("off, unreachable", Some(Switch::Off), vec![chat(2024)], wait(Trouble::Unreachable)),
        ("question, no answer", None, vec![chat(2024)], wait(Trouble::NoAnswer)),
        ("on, portal fault", Some(Switch::On), vec![chat(2024)], wait(Trouble::PortalFault)),
    ]
    .into_iter()
    .map(|(title, order, dialogs, waiting)| {
        let interim = Interim { order, dialogs, waiting };
        sample(format!("interim, {title}"), Reply::Interim(interim))
    })
    .collect()
}
