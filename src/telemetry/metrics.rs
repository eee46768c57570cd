//! The numbers of the process: what they mean, and how they are read.

use std::sync::{Arc, OnceLock};

use metrics::gauge;

use super::recorder::Registry;
use crate::{bot, http, portal, store};

/// The recorder of the process; `None` if somebody else has installed another one.
static REGISTRY: OnceLock<Option<Arc<Registry>>> = OnceLock::new();

/// Begins to keep numbers; until then recording one costs next to nothing. Gives the page of all
/// numbers, in Prometheus's text format. Can be called again.
pub fn install() -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let registry = REGISTRY.get_or_init(|| {
        let registry = Arc::new(Registry::default());
        let installed = metrics::set_global_recorder(Arc::clone(&registry)).is_ok();
        if installed {
            describe();
        }
        installed.then_some(registry)
    });
    let registry = registry.clone();
    move || registry.as_ref().map(|registry| registry.render()).unwrap_or_default()
}

fn describe() {
    metrics::describe_gauge!("hushbot_build_info", "1; the label says which version runs.");
    gauge!("hushbot_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    bot::tally::describe();
    portal::tally::describe();
    store::tally::describe();
    http::tally::describe();
}
