//! The system's clock.

use jiff::Timestamp;

use crate::domain::clock::Clock;

/// Asks the system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
