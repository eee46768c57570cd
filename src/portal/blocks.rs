//! What need not be asked: portals that are left alone, and methods whose operating time is used
//! up.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::time::Instant;

use super::error::Refusal;
use crate::domain::{access::Access, connection::PortalAddress};

/// How many blocks of each kind are kept, at most. A block that finds no place is not kept, which
/// costs a request that is refused.
const KEPT: usize = 4096;

/// Somebody's way to a portal.
type Connection = (PortalAddress, u64);

/// What portals said that also answers further calls.
#[derive(Debug, Default)]
pub(super) struct Blocks(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// Blocked by the vendor, by host.
    portals: Until<String>,
    /// Closed: until the process ends, or the connection is made anew.
    connections: HashMap<Connection, Refusal>,
    /// Without operating time.
    methods: Until<(Connection, &'static str)>,
}

type Until<K> = HashMap<K, (Refusal, Instant)>;

/// Why a call need not be made now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// The answer is known.
    Refused(Refusal),
    /// The answer is known until then, and another is likely afterwards.
    Until(Refusal, Instant),
}

impl Blocks {
    /// Why a call need not be made. The refusal is what the portal said to an earlier call.
    pub(super) fn find(&self, access: &Access, method: &'static str) -> Option<Block> {
        let known = self.lock();
        if known.is_empty() {
            return None;
        }
        let now = Instant::now();
        let connection = connection(access);
        let portal = known.portals.get(&access.address().host());
        let portal = portal.filter(|(_, until)| *until > now).map(|(refusal, _)| refusal);
        if let Some(refusal) = portal.or_else(|| known.connections.get(&connection)) {
            return Some(Block::Refused(Refusal { method, ..refusal.clone() }));
        }
        let (refusal, until) = known.methods.get(&(connection, method))?;
        (*until > now).then(|| Block::Until(refusal.clone(), *until))
    }

    /// Leaves a portal alone, whoever asks.
    pub(super) fn leave_portal(&self, access: &Access, refusal: Refusal, until: Instant) {
        keep(&mut self.lock().portals, access.address().host(), (refusal, until));
    }

    /// Leaves a portal alone as far as one connection goes.
    pub(super) fn leave_connection(&self, access: &Access, refusal: Refusal) {
        let connections = &mut self.lock().connections;
        if connections.len() < KEPT {
            connections.insert(connection(access), refusal);
        }
    }

    /// Keeps back what calls the refused method through this access.
    pub(super) fn sit_out(&self, access: &Access, refusal: Refusal, until: Instant) {
        let method = (connection(access), refusal.method);
        keep(&mut self.lock().methods, method, (refusal, until));
    }

    /// Forgets what is known of one connection. What holds for the whole portal stays.
    pub(super) fn forget(&self, access: &Access) {
        let connection = connection(access);
        let mut known = self.lock();
        known.connections.remove(&connection);
        known.methods.retain(|(whose, _), _| *whose != connection);
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn is_empty(&self) -> bool {
        self.portals.is_empty() && self.connections.is_empty() && self.methods.is_empty()
    }
}

/// Keeps a block; those that have passed make room.
fn keep<K: Eq + Hash>(blocks: &mut Until<K>, key: K, block: (Refusal, Instant)) {
    let now = Instant::now();
    blocks.retain(|_, (_, until)| *until > now);
    if blocks.len() < KEPT {
        blocks.insert(key, block);
    }
}

fn connection(access: &Access) -> Connection {
    (access.address().clone(), access.user())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::domain::webhook::{HostPolicy, Webhook};

    fn webhook(user: usize) -> Access {
        let url = format!("https://a.example/rest/{}/n0tas3cretn0tas3/", user + 1);
        Webhook::parse(&url, HostPolicy::Public).unwrap().into()
    }

    fn refusal(code: &str, method: &'static str) -> Refusal {
        Refusal::new(method, 403, code, None)
    }

    #[tokio::test(start_paused = true)]
    async fn a_blocked_portal_answers_everybody_alike_until_the_time_is_over() {
        let blocks = Blocks::default();
        let until = Instant::now() + Duration::from_mins(10);
        blocks.leave_portal(&webhook(1), refusal("OVERLOAD_LIMIT", "batch"), until);
        let expected = Some(Block::Refused(refusal("OVERLOAD_LIMIT", "profile")));
        assert_eq!(blocks.find(&webhook(2), "profile"), expected);
        blocks.forget(&webhook(2));
        assert_eq!(blocks.find(&webhook(2), "profile"), expected);
        tokio::time::advance(Duration::from_mins(10)).await;
        assert_eq!(blocks.find(&webhook(2), "profile"), None);
    }

    #[tokio::test(start_paused = true)]
    async fn a_closed_portal_is_closed_to_one_connection_until_it_is_made_anew() {
        let blocks = Blocks::default();
        blocks.leave_connection(&webhook(1), refusal("PORTAL_DELETED", "batch"));
        tokio::time::advance(Duration::from_hours(1000)).await;
        let expected = Some(Block::Refused(refusal("PORTAL_DELETED", "profile")));
        assert_eq!(blocks.find(&webhook(1), "profile"), expected);
        assert_eq!(blocks.find(&webhook(2), "profile"), None);
        blocks.forget(&webhook(1));
        assert_eq!(blocks.find(&webhook(1), "profile"), None);
    }

    #[tokio::test(start_paused = true)]
    async fn operating_time_is_a_connections_and_a_methods() {
        let blocks = Blocks::default();
        let until = Instant::now() + Duration::from_mins(1);
        let limit = refusal("OPERATION_TIME_LIMIT", "batch");
        blocks.sit_out(&webhook(1), limit.clone(), until);
        assert_eq!(blocks.find(&webhook(1), "batch"), Some(Block::Until(limit, until)));
        assert_eq!(blocks.find(&webhook(1), "profile"), None);
        assert_eq!(blocks.find(&webhook(2), "batch"), None);
        tokio::time::advance(Duration::from_mins(1)).await;
        assert_eq!(blocks.find(&webhook(1), "batch"), None);
    }

    #[tokio::test(start_paused = true)]
    async fn they_stay_few() {
        let blocks = Blocks::default();
        let soon = Instant::now() + Duration::from_mins(1);
        for user in 0..=KEPT {
            blocks.sit_out(&webhook(user), refusal("OPERATION_TIME_LIMIT", "batch"), soon);
            blocks.leave_connection(&webhook(user), refusal("PORTAL_DELETED", "batch"));
        }
        assert_eq!(blocks.lock().methods.len(), KEPT);
        assert_eq!(blocks.lock().connections.len(), KEPT);
        tokio::time::advance(Duration::from_mins(1)).await;
        let later = Instant::now() + Duration::from_mins(1);
        blocks.sit_out(&webhook(KEPT), refusal("OPERATION_TIME_LIMIT", "batch"), later);
        assert_eq!(blocks.lock().methods.len(), 1);
    }
}
