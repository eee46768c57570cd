//! Lists of dialogs to choose from.

use jiff::SignedDuration;

use super::{
    Foreign, Sample,
    dialogs::{near, place},
    sample,
};
use crate::domain::{
    connection::PortalTag,
    crm::{CrmCard, CrmKind},
    dialog::{DialogRef, Target, Via},
    picker::{NoPicker, OtherPortal, PAGE, Picker, PickerRow, Source, Wanted},
    reply::Reply,
    scope::Scope,
    toggle::Reason,
    trouble::Trouble,
};

pub(super) fn pickers(foreign: &Foreign) -> Vec<Sample> {
    let own = || picker(rows(foreign, 3));
    let words = || Wanted { words: foreign.word.chars().take(20).collect(), ..Wanted::default() };
    let paged = |page| Picker {
        wanted: Wanted { page, ..words() },
        pages: 3,
        total: 19,
        ..picker(rows(foreign, PAGE as u64))
    };
    let several = Picker {
        portal: Some(foreign.host.clone()),
        others: others(foreign),
        rows: vec![PickerRow { place: place(foreign, 2024), ..rows(foreign, 1).remove(0) }],
        total: 1,
        ..own()
    };
    let mut closed = rows(foreign, 2);
    for row in &mut closed {
        (row.closed, row.waits) = (true, false);
    }
    let mut nameless = rows(foreign, 1);
    nameless[0].place.name = None;
    let card = || Source::Crm(card(foreign));
    let pickers = [
        ("own", own()),
        ("first page", paged(0)),
        ("second page", paged(1)),
        ("last page", paged(2)),
        ("one, of several portals", several),
        ("closed", picker(closed)),
        ("without a name", picker(nameless)),
        ("none", picker(vec![])),
        ("nothing found", Picker { wanted: words(), ..picker(vec![]) }),
        ("of a card", Picker { source: card(), ..own() }),
        ("none of a card", Picker { source: card(), ..picker(vec![]) }),
    ];
    let mut samples: Vec<Sample> = pickers
        .into_iter()
        .map(|(title, picker)| sample(format!("picker, {title}"), Reply::Dialogs(picker.into())))
        .collect();
    for (title, source, reason) in [
        ("not connected", Source::Own, Reason::NotConnected),
        ("no such connection", Source::Own, Reason::NoSuchConnection),
        ("missing scope", Source::Own, Reason::Trouble(Trouble::MissingScopes(vec![Scope::Im]))),
        ("no answer", Source::Own, Reason::Trouble(Trouble::NoAnswer)),
        ("card not shown", card(), Reason::Trouble(Trouble::NoCardAccess)),
        ("card, other portal", card(), Reason::OtherPortal { host: foreign.host.clone() }),
    ] {
        let others = if reason == Reason::NotConnected { vec![] } else { others(foreign) };
        let others = if source == Source::Own { others } else { vec![] };
        let none = NoPicker { wanted: Wanted::default(), source, others, reason };
        samples.push(sample(format!("no picker, {title}"), Reply::NoDialogs(none.into())));
    }
    samples
}

fn picker(rows: Vec<PickerRow>) -> Picker {
    Picker {
        wanted: Wanted::default(),
        source: Source::Own,
        tag: PortalTag(1),
        portal: None,
        others: Vec::new(),
        pages: 1,
        total: rows.len(),
        rows,
    }
}

fn others(foreign: &Foreign) -> Vec<OtherPortal> {
    vec![OtherPortal { tag: PortalTag(2), host: foreign.host.clone() }]
}

fn rows(foreign: &Foreign, count: u64) -> Vec<PickerRow> {
    let states = [Some(true), Some(false), None].into_iter().cycle();
    let ages = [Some(20), Some(5 * 60), None, Some(3 * 3600), Some(50 * 3600)].into_iter().cycle();
    (2024..2024 + count)
        .zip(states.zip(ages))
        .map(|(number, (silent, age))| PickerRow {
            place: near(foreign, number),
            silent,
            age: age.map(SignedDuration::from_secs),
            waits: number % 2 == 1,
            closed: false,
        })
        .collect()
}

fn card(foreign: &Foreign) -> DialogRef {
    let card = CrmCard { kind: CrmKind::Deal, id: 77 };
    DialogRef { target: Target::Crm(card), via: Via::Host(foreign.host.clone()) }
}
