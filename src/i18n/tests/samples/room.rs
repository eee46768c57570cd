//! The on-call room and the shift's end.

use jiff::SignedDuration;

use super::{
    Foreign, Sample,
    dialogs::{near, place},
    sample,
};
use crate::domain::{
    lasting::Lasting,
    reply::Reply,
    room::{Handover, RoomReply, StuckTimer},
    silent_mode::Generation,
    toggle::Reason,
    trouble::Trouble,
    watch::SilencedRow,
};

pub(super) fn room(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = Vec::new();
    for reply in [
        RoomReply::Bound { moved: false },
        RoomReply::Bound { moved: true },
        RoomReply::Unbound,
        RoomReply::NotBound,
        RoomReply::GroupsOnly,
        RoomReply::Lost,
    ] {
        samples.push(sample(format!("room, {reply:?}"), Reply::Room(reply)));
    }
    samples.extend(stuck(foreign));
    samples.extend(handovers(foreign));
    samples
}

fn stuck(foreign: &Foreign) -> Vec<Sample> {
    let trouble = |trouble| Some(Reason::Trouble(trouble));
    let mut samples = Vec::new();
    for (title, by, generation, why) in [
        ("refused", true, Generation::Personal, trouble(Trouble::CredentialsRefused)),
        ("no answer", true, Generation::ChatWide, trouble(Trouble::NoAnswer)),
        ("said yes", false, Generation::Unknown, None),
        ("nobody knows whose", false, Generation::ChatWide, trouble(Trouble::PortalFault)),
        ("no connection", true, Generation::Personal, Some(Reason::NoSuchConnection)),
    ] {
        let stuck = StuckTimer {
            place: place(foreign, 2024),
            lasting: Lasting::from_minutes(30).unwrap(),
            by: by.then(|| foreign.name.clone()),
            generation,
            why,
        };
        samples.push(sample(format!("room, stuck timer, {title}"), Reply::StuckTimer(stuck)));
    }
    samples
}

fn row(foreign: &Foreign, number: u64, ends_in: Option<i64>) -> SilencedRow {
    SilencedRow {
        place: near(foreign, number),
        lasts: SignedDuration::from_mins(190),
        ends_in: ends_in.map(SignedDuration::from_mins),
        by: Some(foreign.name.clone()),
        generation: Generation::Personal,
        proven: None,
    }
}

fn handover(silent: Vec<SilencedRow>) -> Reply {
    let over = SignedDuration::from_hours(12);
    Reply::Handover(Handover { silent, over, on: 12, off: 10, failed: 1 })
}

fn handovers(foreign: &Foreign) -> Vec<Sample> {
    let elsewhere = SilencedRow { place: place(foreign, 2026), ..row(foreign, 2026, Some(20)) };
    let mut nameless = SilencedRow { by: None, ..row(foreign, 2027, None) };
    nameless.place.name = None;
    let several = vec![row(foreign, 2024, None), nameless, row(foreign, 2025, Some(5)), elsewhere];
    vec![
        sample("handover", handover(several)),
        sample("handover, one", handover(vec![row(foreign, 2024, None)])),
        sample("handover, nothing", handover(vec![])),
    ]
}

/// More silent dialogs than fit a message.
pub(in super::super) fn full(foreign: &Foreign) -> Sample {
    let rows = (0..500).map(|at| SilencedRow {
        place: place(foreign, (1 << 53) - at),
        ..row(foreign, 1, Some(10_079))
    });
    sample("handover, full", handover(rows.collect()))
}
