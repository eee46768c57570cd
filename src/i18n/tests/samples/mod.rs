//! A reply of each kind, with foreign texts that the tests choose.

mod connections;
mod dialogs;
mod hints;
mod people;

pub(super) use dialogs::several_of_many;

use crate::domain::reply::{Reference, Reply};

/// The texts in replies that come from outside.
pub(super) struct Foreign {
    pub(super) name: String,
    pub(super) host: String,
    pub(super) word: String,
}

impl Foreign {
    /// What is usual.
    pub(super) fn usual() -> Self {
        Self {
            name: "Anna – Website".to_owned(),
            host: "acme.bitrix24.com".to_owned(),
            word: "tomorow".to_owned(),
        }
    }

    /// The same text everywhere.
    pub(super) fn all(text: &str) -> Self {
        Self { name: text.to_owned(), host: text.to_owned(), word: text.to_owned() }
    }
}

/// A reply and what it is, for people who read the golden files.
pub(super) type Sample = (String, Reply);

/// A reply of each kind and shape.
pub(super) fn all(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = people::welcomes();
    samples.extend(people::people(foreign));
    samples.extend(connections::connections(foreign));
    samples.extend(dialogs::toggles(foreign));
    samples.extend(dialogs::states(foreign));
    samples.extend(dialogs::troubles(foreign));
    samples.extend(hints::hints(foreign));
    let reference = Reference(0x00c0_ffee);
    samples.push(sample("our mistake", Reply::InternalError { reference }));
    samples
}

fn sample(title: impl Into<String>, reply: Reply) -> Sample {
    (title.into(), reply)
}
