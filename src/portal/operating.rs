//! When a method's operating time frees again, as the portal told with earlier answers: the
//! refusal itself does not tell.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

use crate::domain::{access::Access, connection::PortalAddress};

/// Portals count a method's time over this long, so no reset is further away.
const WINDOW: SignedDuration = SignedDuration::from_mins(10);

/// How many are kept, at most.
const KEPT: usize = 4096;

/// Whose work at what: portals count by credential and method.
type Work = (PortalAddress, u64, &'static str);

/// The last `operating_reset_at` of each credential and method. Clones share what they know.
#[derive(Debug, Clone, Default)]
pub(super) struct OperatingTimes(Arc<Mutex<HashMap<Work, Timestamp>>>);

impl OperatingTimes {
    /// Keeps what an answer told. Whatever is older than the window is past and makes room.
    pub(super) fn note(&self, access: &Access, method: &'static str, frees_at: Timestamp) {
        let mut known = self.lock();
        if known.len() >= KEPT {
            known.retain(|_, at| frees_at.duration_since(*at) < WINDOW);
        }
        if known.len() < KEPT {
            known.insert(work(access, method), frees_at);
        }
    }

    /// What the last answer that told so said; it may be past by now.
    pub(super) fn last(&self, access: &Access, method: &'static str) -> Option<Timestamp> {
        self.lock().get(&work(access, method)).copied()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Work, Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn work(access: &Access, method: &'static str) -> Work {
    (access.address().clone(), access.user(), method)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::webhook::{HostPolicy, Webhook};

    fn webhook(user: usize) -> Access {
        let url = format!("https://a.example/rest/{}/n0tas3cretn0tas3/", user + 1);
        Webhook::parse(&url, HostPolicy::Public).unwrap().into()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn the_last_word_counts_by_credential_and_method() {
        let times = OperatingTimes::default();
        times.note(&webhook(1), "batch", at(10));
        times.clone().note(&webhook(1), "batch", at(20));
        assert_eq!(times.last(&webhook(1), "batch"), Some(at(20)));
        assert_eq!(times.last(&webhook(1), "profile"), None);
        assert_eq!(times.last(&webhook(2), "batch"), None);
    }

    #[test]
    fn it_stays_small() {
        let times = OperatingTimes::default();
        for user in 0..=KEPT {
            times.note(&webhook(user), "batch", at(0));
        }
        assert_eq!(times.lock().len(), KEPT);
        times.note(&webhook(KEPT), "batch", at(600));
        assert_eq!(times.lock().len(), 1);
        assert_eq!(times.last(&webhook(KEPT), "batch"), Some(at(600)));
    }
}
