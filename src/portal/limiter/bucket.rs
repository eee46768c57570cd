//! A leaky bucket.

use std::time::Duration;

use tokio::time::Instant;

/// Longer between two calls than anybody would wait.
const LONGEST: Duration = Duration::from_hours(24);

/// How fast a bucket drains, and how much it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rate {
    /// How long one call takes to drain.
    interval: Duration,
    /// How long a full bucket takes to drain.
    depth: Duration,
}

impl Rate {
    /// `None` for a rate that is no limit: 0, less, or no number.
    ///
    /// Of the portal's bucket one call's room is left free. The portal counts when a call
    /// arrives, so its bucket may be a little fuller than the one here, and others behind the
    /// same address may call, too.
    pub(super) fn new(per_second: f64, burst: u32) -> Option<Self> {
        if per_second.is_nan() || per_second <= 0.0 {
            return None;
        }
        let interval = Duration::try_from_secs_f64(per_second.recip()).unwrap_or(LONGEST);
        let interval = interval.min(LONGEST);
        Some(Self { interval, depth: interval * burst.saturating_sub(1).max(1) })
    }
}

/// One portal's bucket. What is in it is kept as the moment at which it will have drained.
#[derive(Debug)]
pub(super) struct Bucket {
    rate: Rate,
    empty_at: Instant,
}

impl Bucket {
    pub(super) fn new(rate: Rate, now: Instant) -> Self {
        Self { rate, empty_at: now }
    }

    /// Puts a call in, or says when there will be room for it.
    pub(super) fn put(&mut self, now: Instant) -> Result<(), Instant> {
        let level = self.empty_at.saturating_duration_since(now) + self.rate.interval;
        match level.saturating_sub(self.rate.depth) {
            Duration::ZERO => {
                self.empty_at = now + level;
                Ok(())
            }
            over => Err(now + over),
        }
    }

    pub(super) fn is_empty(&self, now: Instant) -> bool {
        self.empty_at <= now
    }
}
