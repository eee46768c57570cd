//! How a client is built.

use std::time::Duration;

use super::{auth::AuthServers, patience::Patience};
use crate::domain::webhook::HostPolicy;

/// How a client is built.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Which portals are admitted.
    pub policy: HostPolicy,
    /// How long one try of a call may take altogether, from the name's look-up to the end of the
    /// answer.
    pub timeout: Duration,
    /// How many requests a second one portal gets once the burst is used up; 0: as many as come.
    pub rate: f64,
    /// How many requests one portal's bucket holds. One of them is kept in reserve.
    pub burst: u32,
    /// When a call is made again.
    pub patience: Patience,
    /// Which authorisation servers there are.
    pub auth_servers: AuthServers,
}

impl Settings {
    /// Requests a second that ordinary plans of the cloud bear.
    pub const RATE: f64 = 2.0;

    /// Requests that the bucket of ordinary plans holds.
    pub const BURST: u32 = 50;

    /// As long as somebody looks at a chat and waits.
    pub const TIMEOUT: Duration = Duration::from_secs(12);

    /// Admits portals by this policy, gives a try its usual time, keeps within the limits of ordinary plans, and has the usual patience.
    pub fn new(policy: HostPolicy) -> Self {
        Self {
            policy,
            timeout: Self::TIMEOUT,
            rate: Self::RATE,
            burst: Self::BURST,
            patience: Patience::default(),
            auth_servers: AuthServers::default(),
        }
    }
}

/// Public portals only.
impl Default for Settings {
    fn default() -> Self {
        Self::new(HostPolicy::Public)
    }
}
