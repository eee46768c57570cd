//! The time as the tests have it.

use std::pin::Pin;

use hushbot::{domain::clock::Clock, sandbox::telegram::BotApi};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

use crate::house::within;

/// A clock that starts at the true time and then stands still until a test moves it. Telegram
/// dates messages by it too.
pub(crate) struct HandClock {
    telegram: Option<BotApi>,
    now: watch::Sender<Timestamp>,
    broken: watch::Sender<bool>,
}

impl HandClock {
    pub(crate) fn new(telegram: Option<BotApi>) -> Self {
        let now = Timestamp::now();
        if let Some(telegram) = &telegram {
            telegram.stand_at(now.as_second());
        }
        Self { telegram, now: watch::Sender::new(now), broken: watch::Sender::new(false) }
    }

    /// Whoever looks at it next panics.
    pub(crate) fn break_once(&self) {
        self.broken.send_replace(true);
    }

    /// Waits until somebody has looked at it since it was broken.
    pub(crate) async fn until_looked_at(&self) {
        within(self.broken.subscribe().wait_for(|broken| !broken)).await.unwrap();
    }

    pub(crate) fn advance(&self, by: SignedDuration) {
        if let Some(telegram) = &self.telegram {
            telegram.stand_at((*self.now.borrow() + by).as_second());
        }
        self.now.send_modify(|now| *now += by);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        let broken = self.broken.send_replace(false);
        assert!(!broken, "the clock is broken");
        *self.now.borrow()
    }

    fn sleep_until(&self, when: Timestamp) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let mut now = self.now.subscribe();
        Box::pin(async move {
            // The clock outlives whoever waits for it.
            let _ = now.wait_for(|now| *now >= when).await;
        })
    }
}
