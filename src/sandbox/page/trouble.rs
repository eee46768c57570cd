//! The switches that break the portal.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::sandbox::portal::{Fault, On, Portal};

const SET_SILENT: [&str; 2] =
    ["imopenlines.session.mode.silent", "imopenlines.v2.Session.setSilentMode"];

/// One kind of trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Trouble {
    Down,
    Slow,
    RateLimited,
    AccessDenied,
    Unchanged,
    Html,
}

impl Trouble {
    const ALL: [Self; 6] = [
        Self::Down,
        Self::Slow,
        Self::RateLimited,
        Self::AccessDenied,
        Self::Unchanged,
        Self::Html,
    ];

    /// What its switch says, and what it does.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Down => ("Down", "Every connection breaks off"),
            Self::Slow => ("Slow", "Each answer takes 8 seconds"),
            Self::RateLimited => ("Rate limited", "503 QUERY_LIMIT_EXCEEDED to every call"),
            Self::AccessDenied => ("Access denied", "Silent mode answers ACCESS_DENIED"),
            Self::Unchanged => ("Says true, changes nothing", "Silent mode answers true, no more"),
            Self::Html => ("Answers HTML", "A proxy's 502 page instead of JSON"),
        }
    }

    fn faults(self) -> Vec<(Fault, On)> {
        let always = |fault| vec![(fault, On::everything())];
        let silent = |fault: Fault| SET_SILENT.map(|name| (fault.clone(), On::method(name))).into();
        match self {
            Self::Down => always(Fault::Reset),
            Self::Slow => always(Fault::Slow(Duration::from_secs(8))),
            Self::RateLimited => always(Fault::code("QUERY_LIMIT_EXCEEDED")),
            Self::AccessDenied => silent(Fault::Error {
                status: 400,
                code: "ACCESS_DENIED".to_owned(),
                description: "You cannot access this conversation".to_owned(),
            }),
            Self::Unchanged => silent(Fault::TrueButUnchanged),
            Self::Html => always(Fault::Html(502)),
        }
    }
}

/// The switches that are on, in the order they were turned on.
#[derive(Debug, Default)]
pub(super) struct Switches(Vec<Trouble>);

impl Switches {
    /// Turns one, and arms the portal anew with all that are on.
    pub(super) fn turn(&mut self, trouble: Trouble, on: bool, portal: &Portal) {
        self.0.retain(|other| *other != trouble);
        if on {
            self.0.push(trouble);
        }
        portal.clear_faults();
        for (fault, calls) in self.0.iter().flat_map(|trouble| trouble.faults()) {
            portal.fault(fault, calls);
        }
    }

    /// All switches as the page draws them.
    pub(super) fn view(&self) -> Value {
        let switches = Trouble::ALL.map(|trouble| {
            let (label, note) = trouble.words();
            let on = self.0.contains(&trouble);
            json!({ "name": trouble, "label": label, "note": note, "on": on })
        });
        json!(switches)
    }
}
