//! `hushbot doctor`: looks at everything that the bot needs, changes nothing, and says what to do.
//!
//! It is for whoever runs the bot, so its words are English and stand beside the checks. No value
//! of a setting is shown, and no address but a portal's host.

mod directory;
mod environment;
mod portals;
mod report;
mod storage;
mod telegram;

use std::{collections::BTreeMap, sync::Arc};

use jiff::Timestamp;

use self::report::Group;
pub use self::report::{Check, Report, Status};
use crate::store::{Records, Store};

/// Looks at everything, with these variables as the environment.
pub async fn examine(variables: &BTreeMap<String, String>) -> Report {
    let mut report = Report::default();
    let config = environment::check(variables, &mut report);
    let stored = storage::check(variables, &mut report).await;
    let Some(config) = config else {
        report.skipped(Group::Telegram, "Telegram", "not asked: the settings are wrong");
        return report;
    };
    let known = telegram::Known {
        in_use: stored.in_use,
        by_webhook: variables.get("HUSHBOT_PUBLIC_URL").is_some_and(|url| !url.trim().is_empty()),
    };
    telegram::check(&config, known, &mut report).await;
    match &stored.records {
        Some(records) => portals::check(&config, records, Timestamp::now(), &mut report).await,
        None if stored.in_use => report.skipped(
            Group::Portals,
            "connections",
            "not read while the bot runs: ask the bot with /whoami, or stop it first",
        ),
        None => report.skipped(Group::Portals, "connections", "not asked: see the store above"),
    }
    if let Some(store) = stored.store {
        store.close().await;
    }
    report
}

/// What was found of the store.
#[derive(Default)]
struct Stored {
    /// A bot runs on it.
    in_use: bool,
    records: Option<Records>,
    store: Option<Arc<dyn Store>>,
}
