//! The cloud's two limits: requests a second, and working time of a method.

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::Duration;

use tokio::time::Instant;

use super::settings::Limits;

/// Working time is counted in buckets of a minute.
const BUCKET: Duration = Duration::from_mins(1);

/// How long a bucket counts.
const WINDOW: Duration = Duration::from_mins(10);

/// Shorter calls count for nothing.
const FREE: Duration = Duration::from_millis(100);

/// Who worked at what: the webhook's owner and secret, and the method.
type Worker = (u64, String, &'static str);

/// What has been used up. It runs on tokio's clock, which tests can pause.
#[derive(Debug)]
pub(super) struct Meters {
    limits: Limits,
    buckets: HashMap<IpAddr, (f64, Instant)>,
    work: HashMap<Worker, Vec<(Instant, Duration)>>,
}

/// What the `time` part of an answer says of the working time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Operating {
    /// Seconds used within the window.
    pub(super) seconds: f64,
    /// How long until the oldest of it is forgotten; none if none is used.
    pub(super) resets_in: Option<Duration>,
}

impl Meters {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, buckets: HashMap::new(), work: HashMap::new() }
    }

    /// Counts a request from an address; false if it is one too many.
    pub(super) fn admit(&mut self, from: IpAddr) -> bool {
        let now = Instant::now();
        let (level, then) = self.buckets.entry(from).or_insert((0.0, now));
        let drained = now.duration_since(*then).as_secs_f64() * self.limits.drain_per_second;
        *level = (*level - drained).max(0.0);
        *then = now;
        if *level + 1.0 > self.limits.burst {
            return false;
        }
        *level += 1.0;
        true
    }

    /// Whether the method has worked too long for this webhook.
    pub(super) fn blocked(&mut self, worker: &Worker) -> bool {
        self.operating(worker).seconds >= self.limits.operating_seconds
    }

    /// Adds working time.
    pub(super) fn worked(&mut self, worker: Worker, time: Duration) {
        if time <= FREE {
            return;
        }
        let now = Instant::now();
        let buckets = self.work.entry(worker).or_default();
        match buckets.last_mut() {
            Some((start, used)) if now.duration_since(*start) < BUCKET => *used += time,
            _ => buckets.push((now, time)),
        }
    }

    /// What a method has used up for a webhook.
    pub(super) fn operating(&mut self, worker: &Worker) -> Operating {
        let now = Instant::now();
        let Some(buckets) = self.work.get_mut(worker) else {
            return Operating { seconds: 0.0, resets_in: None };
        };
        buckets.retain(|(start, _)| now.duration_since(*start) < WINDOW);
        Operating {
            seconds: buckets.iter().map(|(_, used)| used.as_secs_f64()).sum(),
            resets_in: buckets
                .first()
                .map(|(start, _)| WINDOW.saturating_sub(now.duration_since(*start))),
        }
    }
}
