//! The bot's clock in the demo.

use std::pin::Pin;

use jiff::Timestamp;

use crate::{domain::clock::Clock, sandbox::Time};

/// That of the local servers, so that a move of theirs is one of the bot's, too.
#[derive(Debug, Clone)]
pub(super) struct DemoClock(pub(super) Time);

impl Clock for DemoClock {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn sleep_until(&self, when: Timestamp) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let time = self.0.clone();
        Box::pin(async move { time.reach(when).await })
    }
}
