//! The log.

use jiff::SignedDuration;

use super::{Foreign, Sample, dialogs::dialog, sample};
use crate::domain::{
    audit::{AuditEntry, AuditOutcome},
    chat::ChatPlace,
    dialog::DialogRef,
    lasting::Lasting,
    reply::{LogEntry, Reply},
    silent_mode::Switch,
    supervisor::TelegramId,
};

const PLACE: ChatPlace = ChatPlace { chat: 1, private: true, thread: None, message: 1 };

fn entry(foreign: &Foreign, number: u64, order: Switch, outcome: AuditOutcome) -> LogEntry {
    let entry = AuditEntry {
        update: 1,
        user: 7,
        at: "2026-03-05T12:00:00Z".parse().unwrap(),
        who: TelegramId(123_456_789),
        name: foreign.name.clone(),
        place: Some(PLACE),
        portal: foreign.host.clone(),
        dialog: dialog(number),
        order,
        lasting: None,
        reason: None,
        outcome,
        took_ms: 412,
    };
    LogEntry { entry, age: SignedDuration::from_secs(330), portal: None }
}

pub(super) fn logs(foreign: &Foreign) -> Vec<Sample> {
    let log = |dialog, entries| Reply::Log { dialog, entries };
    let asked = || Some(DialogRef::chat(dialog(2024)));
    vec![
        sample("log", log(None, entries(foreign, 2025))),
        sample("log of a dialog", log(asked(), entries(foreign, 2024))),
        sample("log, empty", log(None, vec![])),
        sample("log of a dialog, empty", log(asked(), vec![])),
    ]
}

fn entries(foreign: &Foreign, number: u64) -> Vec<LogEntry> {
    let base = |order, outcome| entry(foreign, number, order, outcome);
    let mut silence = base(Switch::On, AuditOutcome::Done);
    silence.entry.lasting = Lasting::from_minutes(30);
    silence.entry.reason = Some(foreign.reason.clone());
    let mut timer = base(Switch::Off, AuditOutcome::Done);
    timer.entry.place = None;
    timer.age = SignedDuration::from_hours(50);
    let mut nameless = base(Switch::On, AuditOutcome::Done);
    nameless.entry.name = " ".to_owned();
    let mut elsewhere = base(Switch::Off, AuditOutcome::SaidOnly);
    elsewhere.portal = Some(foreign.host.clone());
    let mut entries = vec![silence, timer, nameless, elsewhere];
    for outcome in [AuditOutcome::Contradicted, AuditOutcome::Failed] {
        entries.extend([base(Switch::On, outcome), base(Switch::Off, outcome)]);
    }
    for outcome in [AuditOutcome::Unclear, AuditOutcome::Superseded] {
        entries.push(base(Switch::On, outcome));
    }
    entries
}

/// As many rows as a log has, each as long as it gets with one portal.
pub(in super::super) fn full(foreign: &Foreign) -> Sample {
    let row = |at: u64| {
        let mut row = entry(foreign, (1 << 53) - at, Switch::On, AuditOutcome::SaidOnly);
        row.entry.lasting = Lasting::from_minutes(10_079);
        row.entry.reason = Some(foreign.reason.clone());
        row.entry.took_ms = 12_345;
        row.age = SignedDuration::from_secs(59);
        row
    };
    sample("log, full", Reply::Log { dialog: None, entries: (0..20).map(row).collect() })
}
