//! What is remembered of people who are not let in: in memory only, and bounded.

use std::{collections::HashMap, sync::Mutex};

use jiff::{SignedDuration, Timestamp};

use crate::{domain::supervisor::TelegramId, i18n::Locale};

/// How long a stranger who was told so is not told again.
const QUIET: SignedDuration = SignedDuration::from_hours(1);

/// How many strangers are remembered. Past it all are forgotten at once: at worst somebody is
/// told a second time within the hour.
const MOST: usize = 10_000;

/// When strangers were told that they are not let in, and which language they chose.
#[derive(Debug, Default)]
pub(super) struct Strangers(Mutex<HashMap<TelegramId, Stranger>>);

#[derive(Debug, Default, Clone, Copy)]
struct Stranger {
    told: Option<Timestamp>,
    locale: Option<Locale>,
}

impl Strangers {
    /// Whether to tell this stranger now; notes that it is done.
    pub(super) fn may_tell(&self, id: TelegramId, now: Timestamp) -> bool {
        self.with(id, |stranger| {
            let quiet = stranger.told.is_some_and(|told| now.duration_since(told) < QUIET);
            if !quiet {
                stranger.told = Some(now);
            }
            !quiet
        })
    }

    /// The language that a stranger chose.
    pub(super) fn locale(&self, id: TelegramId) -> Option<Locale> {
        let strangers = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        strangers.get(&id).and_then(|stranger| stranger.locale)
    }

    /// Notes a stranger's language.
    pub(super) fn set_locale(&self, id: TelegramId, locale: Locale) {
        self.with(id, |stranger| stranger.locale = Some(locale));
    }

    fn with<T>(&self, id: TelegramId, act: impl FnOnce(&mut Stranger) -> T) -> T {
        let mut strangers = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if strangers.len() >= MOST && !strangers.contains_key(&id) {
            strangers.clear();
        }
        act(strangers.entry(id).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_is_told_once_an_hour() {
        let strangers = Strangers::default();
        let (anna, boris) = (TelegramId(1), TelegramId(2));
        let start = Timestamp::UNIX_EPOCH;
        assert!(strangers.may_tell(anna, start));
        assert!(!strangers.may_tell(anna, start + SignedDuration::from_mins(59)));
        assert!(strangers.may_tell(boris, start));
        assert!(strangers.may_tell(anna, start + SignedDuration::from_mins(60)));
    }

    #[test]
    fn a_flood_of_strangers_is_bounded() {
        let strangers = Strangers::default();
        for id in 0..=u64::try_from(MOST).unwrap() {
            strangers.may_tell(TelegramId(id), Timestamp::UNIX_EPOCH);
        }
        assert!(strangers.0.lock().unwrap().len() <= MOST);
    }
}
