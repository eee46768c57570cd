//! The system's clock.

use std::{pin::Pin, time::Duration};

use jiff::Timestamp;

use crate::domain::clock::Clock;

/// How long it sleeps in one go: a clock that was put right meanwhile is followed within a minute.
const NAP: Duration = Duration::from_mins(1);

/// Asks the system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn sleep_until(&self, when: Timestamp) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(async move {
            while let Ok(left) = Duration::try_from(when.duration_since(Timestamp::now()))
                && !left.is_zero()
            {
                tokio::time::sleep(left.min(NAP)).await;
            }
        })
    }
}
