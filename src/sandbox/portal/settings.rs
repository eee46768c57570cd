//! What kind of portal to start.

use std::net::{Ipv4Addr, SocketAddr};

use serde::Serialize;

use crate::sandbox::Time;

/// How a portal is started. The default is a fresh box: any free loopback port, per-person
/// silent mode, no limits.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Which silent mode the portal has.
    pub generation: Generation,
    /// What stands before `/rest`, as boxes may have it: `""` or `"/b24"`.
    pub path_prefix: String,
    /// The limits of the cloud; none, as on a box.
    pub limits: Option<Limits>,
    /// What everything is dated by.
    pub time: Time,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            generation: Generation::Personal,
            path_prefix: String::new(),
            limits: None,
            time: Time::default(),
        }
    }
}

/// The two meanings that silent mode has had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Generation {
    /// Module imopenlines up to 26.400: the flag is the chat's, and hides everybody's messages.
    ChatWide,
    /// Module imopenlines from 26.500: the flag is the caller's own in that chat.
    Personal,
}

/// The limits of a cloud portal.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many requests a second drain from the bucket of one source address.
    pub drain_per_second: f64,
    /// How many requests the bucket holds before it answers `QUERY_LIMIT_EXCEEDED`.
    pub burst: f64,
    /// How many seconds one method may work for one webhook within ten minutes before it
    /// answers `OPERATION_TIME_LIMIT`.
    pub operating_seconds: f64,
}

impl Default for Limits {
    /// What the documentation gives for ordinary plans: 2 a second, 50 at once, 480 s.
    fn default() -> Self {
        Self { drain_per_second: 2.0, burst: 50.0, operating_seconds: 480.0 }
    }
}
