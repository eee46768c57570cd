//! What holds for all replies in all locales, and for the locales among each other.

mod examples;
mod golden;
mod limits;
mod locales;
mod markup;
mod samples;

use std::{cell::RefCell, collections::BTreeSet};

use super::keys::Key;

thread_local! {
    static USED: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes which message was asked for on this thread.
pub(super) fn note(key: Key) {
    USED.with_borrow_mut(|used| used.insert(key.name()));
}

/// The messages that were asked for on this thread so far.
fn used() -> BTreeSet<&'static str> {
    USED.with_borrow(Clone::clone)
}
