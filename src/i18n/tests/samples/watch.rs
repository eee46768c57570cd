//! Dialogs that are looked after: the list, what became of them, reminders.

use jiff::SignedDuration;

use super::{
    Foreign, Sample,
    dialogs::{near, place},
    sample,
};
use crate::domain::{
    connection::PortalTag,
    lasting::Lasting,
    reply::{Reply, SilencedList},
    silent_mode::Generation,
    watch::{Ended, Remind, Reminder, SilencedRow, WatchOver},
};

pub(super) fn watches(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = ended(foreign);
    samples.extend(reminders(foreign));
    samples.extend(silenced(foreign));
    for (title, remind) in [
        ("never", Remind::Off),
        ("usual", Remind::default()),
        ("2 hours", Remind::After(Lasting::from_minutes(120).unwrap())),
    ] {
        samples.push(sample(format!("remind, {title}"), Reply::Remind(remind)));
    }
    samples
}

fn over(foreign: &Foreign, number: u64, how: Ended) -> WatchOver {
    WatchOver {
        place: near(foreign, number),
        lasted: SignedDuration::from_mins(90),
        how,
        generation: Generation::Personal,
        left: None,
    }
}

fn ends(foreign: &Foreign) -> [Ended; 4] {
    [Ended::Closed, Ended::Dropped, Ended::By(foreign.name.clone()), Ended::Lost]
}

fn ended(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = Vec::new();
    for how in ends(foreign) {
        let title = match &how {
            Ended::By(_) => "by somebody".to_owned(),
            how => format!("{how:?}"),
        };
        let reply = Reply::WatchOver(vec![over(foreign, 2024, how)]);
        samples.push(sample(format!("silence over, {title}"), reply));
    }
    let timed = WatchOver {
        left: Lasting::from_minutes(17),
        generation: Generation::ChatWide,
        ..over(foreign, 2024, Ended::Dropped)
    };
    samples.push(sample("silence over, with time left", Reply::WatchOver(vec![timed])));
    let all = (2024..).zip(ends(foreign)).map(|(number, how)| over(foreign, number, how));
    samples.push(sample("several silences over", Reply::WatchOver(all.collect())));
    samples
}

fn reminders(foreign: &Foreign) -> Vec<Sample> {
    let one = |number, waits, generation| Reminder {
        place: near(foreign, number),
        lasts: SignedDuration::from_mins(60),
        generation,
        waits,
    };
    let personal = Generation::Personal;
    let few = vec![one(2024, false, personal), one(2025, false, Generation::ChatWide)];
    let waiting = vec![one(2024, true, personal), one(2025, false, personal)];
    vec![
        sample("reminder", Reply::Reminder(vec![one(2024, false, personal)])),
        sample("reminder, client waits", Reply::Reminder(vec![one(2024, true, personal)])),
        sample("several reminders", Reply::Reminder(few)),
        sample("several reminders, client waits", Reply::Reminder(waiting)),
    ]
}

fn row(foreign: &Foreign, number: u64) -> SilencedRow {
    SilencedRow {
        place: near(foreign, number),
        lasts: SignedDuration::from_mins(135),
        ends_in: None,
        by: None,
        generation: Generation::Personal,
        proven: Some(true),
    }
}

fn silenced(foreign: &Foreign) -> Vec<Sample> {
    let list = |everybody, rows, over| {
        Reply::Silenced(SilencedList { everybody, rows, over, reach: vec![PortalTag(1)] })
    };
    let timed = SilencedRow {
        ends_in: Some(SignedDuration::from_mins(12)),
        lasts: SignedDuration::from_mins(18),
        ..row(foreign, 2025)
    };
    let unproven = SilencedRow { proven: None, ..row(foreign, 2026) };
    let theirs = SilencedRow {
        by: Some(foreign.name.clone()),
        place: place(foreign, 2027),
        ..row(foreign, 2027)
    };
    let mine = vec![row(foreign, 2024), timed, unproven];
    let gone = vec![over(foreign, 2030, Ended::Dropped), over(foreign, 2031, Ended::Closed)];
    vec![
        sample("silenced", list(false, mine.clone(), vec![])),
        sample("silenced, some are over", list(false, mine.clone(), gone.clone())),
        sample("silenced, one", list(false, vec![row(foreign, 2024)], vec![])),
        sample("silenced, none", list(false, vec![], vec![])),
        sample("silenced, none any more", list(false, vec![], gone)),
        sample("silenced, everybody's", list(true, [mine, vec![theirs.clone()]].concat(), vec![])),
        sample("silenced, others' only", list(true, vec![theirs], vec![])),
        sample("silenced, nobody's", list(true, vec![], vec![])),
    ]
}

/// Lists as long as they can get.
pub(in crate::i18n::tests) fn many(foreign: &Foreign) -> Vec<Sample> {
    let numbers = || 0..200_u64;
    let far = |number: u64| place(foreign, 9_007_199_254_740_000 + number);
    let rows = numbers().map(|number| SilencedRow {
        place: far(number),
        by: (number % 2 == 0).then(|| foreign.name.clone()),
        ends_in: Some(SignedDuration::from_mins(12)),
        proven: None,
        ..row(foreign, 1)
    });
    let over = |how: &Ended| -> Vec<WatchOver> {
        let over = numbers().map(|number| WatchOver {
            place: far(number),
            left: Some(Lasting::LONGEST),
            ..over(foreign, 1, how.clone())
        });
        over.collect()
    };
    let reminders = numbers().map(|number| Reminder {
        place: far(number),
        lasts: SignedDuration::from_mins(600),
        generation: Generation::Unknown,
        waits: true,
    });
    let list = SilencedList {
        everybody: true,
        rows: rows.collect(),
        over: over(&Ended::Dropped),
        reach: vec![PortalTag(1)],
    };
    let by = Ended::By(foreign.name.clone());
    vec![
        sample("many silenced", Reply::Silenced(list)),
        sample("many silences over", Reply::WatchOver(over(&by))),
        sample("many reminders", Reply::Reminder(reminders.collect())),
    ]
}
