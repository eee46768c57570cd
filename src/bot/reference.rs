//! References: what ties a reply about one of our mistakes to the log.

use std::fmt::Display;

use crate::domain::reply::{Reference, Reply};

/// Logs a mistake of ours under a new reference and gives the reply that quotes it.
pub(super) fn internal_error(what: &str, error: impl Display) -> Reply {
    let reference = new_reference();
    tracing::error!(%reference, %error, "{what}");
    Reply::InternalError { reference }
}

fn new_reference() -> Reference {
    let mut bytes = [0; 4];
    // Without randomness every reference would be zero: worse to search for, and still an answer.
    let _ = getrandom::fill(&mut bytes);
    Reference(u32::from_be_bytes(bytes))
}
