//! The language of people's Telegram, for what the bot says by itself: in memory only, bounded.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use crate::{domain::supervisor::TelegramId, i18n::Locale};

/// How many people are remembered. Past it all are forgotten at once: notices come in the default
/// language until the person has written again.
const MOST: usize = 10_000;

/// Which language people's Telegram is in.
#[derive(Debug, Default)]
pub(super) struct Speakers(Mutex<HashMap<TelegramId, Locale>>);

impl Speakers {
    /// Notes somebody's language. Whether it is new.
    pub(super) fn note(&self, id: TelegramId, locale: Locale) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST && !known.contains_key(&id) {
            known.clear();
        }
        known.insert(id, locale) != Some(locale)
    }

    /// Somebody's language, if they have written.
    pub(super) fn locale(&self, id: TelegramId) -> Option<Locale> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).copied()
    }
}
