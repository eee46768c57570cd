//! A reply of each kind, with foreign texts that the tests choose.

mod connections;
mod dialogs;
mod hints;
mod late;
mod log;
mod people;
mod pickers;
mod room;
mod timers;
mod watch;
mod whisper;

pub(super) use connections::pages;
pub(super) use dialogs::several_of_many;
pub(super) use log::full as full_log;
pub(super) use room::full as full_handover;
pub(super) use watch::many as many_watched;

use crate::domain::reply::{Alarm, Reference, Reply};

/// The texts in replies that come from outside.
pub(super) struct Foreign {
    pub(super) name: String,
    pub(super) host: String,
    pub(super) word: String,
    pub(super) order: String,
    pub(super) reason: String,
}

impl Foreign {
    /// What is usual.
    pub(super) fn usual() -> Self {
        Self {
            name: "Anna – Website".to_owned(),
            host: "acme.bitrix24.com".to_owned(),
            word: "tomorow".to_owned(),
            order: "/silent 2024 on".to_owned(),
            reason: "lunch with the supplier".to_owned(),
        }
    }

    /// The same text everywhere.
    pub(super) fn all(text: &str) -> Self {
        let text = || text.to_owned();
        Self { name: text(), host: text(), word: text(), order: text(), reason: text() }
    }
}

/// A reply and what it is, for people who read the golden files.
pub(super) type Sample = (String, Reply);

/// A reply of each kind and shape.
pub(super) fn all(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = people::welcomes(foreign);
    samples.extend(people::people(foreign));
    samples.extend(connections::connections(foreign));
    samples.extend(dialogs::toggles(foreign));
    samples.extend(dialogs::cards(foreign));
    samples.extend(dialogs::states(foreign));
    samples.extend(dialogs::troubles(foreign));
    samples.extend(timers::timers(foreign));
    samples.extend(watch::watches(foreign));
    samples.extend(late::late(foreign));
    samples.extend(log::logs(foreign));
    samples.extend(room::room(foreign));
    samples.extend(whisper::whispers(foreign));
    samples.extend(hints::hints(foreign));
    samples.extend(pickers::pickers(foreign));
    let portal = foreign.host.clone();
    for alarm in
        [Alarm::SecondPoller, Alarm::PortalBlocked { portal }, Alarm::StoreBroken, Alarm::StoreAway]
    {
        let title = format!("alarm, {}", alarm_title(&alarm));
        samples.push(sample(title, Reply::Alarm(alarm)));
    }
    samples.push(sample("not kept", Reply::NotKept));
    samples.push(sample("not kept yet", Reply::NotKeptYet));
    let reference = Reference(0x00c0_ffee);
    samples.push(sample("our mistake", Reply::InternalError { reference }));
    samples
}

fn alarm_title(alarm: &Alarm) -> &'static str {
    match alarm {
        Alarm::SecondPoller => "second poller",
        Alarm::PortalBlocked { .. } => "portal blocked",
        Alarm::StoreBroken => "store broken",
        Alarm::StoreAway => "store away",
    }
}

fn sample(title: impl Into<String>, reply: Reply) -> Sample {
    (title.into(), reply)
}
