//! Updates that could not be kept so far, while the store is away. Telegram has them still.

use std::collections::{HashMap, hash_map::Entry};

use jiff::{SignedDuration, Timestamp};

/// Of how many is known that they came before. Of more, some are refused with words twice.
const MOST: usize = 10_000;

/// When an update came first, and whether it may have been under way for long by then.
#[derive(Debug, Clone, Copy)]
pub(super) struct First {
    at: Timestamp,
    late: bool,
}

impl First {
    /// Whether it came late, or has waited for longer than `limit` since.
    pub(super) fn is_late(self, now: Timestamp, limit: SignedDuration) -> bool {
        self.late || now.duration_since(self.at) > limit
    }
}

/// What came and could not be kept, by the updates' ids.
#[derive(Debug, Default)]
pub(super) struct Unkept(HashMap<u64, First>);

impl Unkept {
    /// An update can't be kept; whether that is new.
    pub(super) fn note(&mut self, update: u64, at: Timestamp, late: bool) -> bool {
        if self.0.len() >= MOST {
            self.0.clear();
        }
        match self.0.entry(update) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(First { at, late });
                true
            }
        }
    }

    /// An update came that could not be kept before.
    pub(super) fn take(&mut self, update: u64) -> Option<First> {
        self.0.remove(&update)
    }
}
