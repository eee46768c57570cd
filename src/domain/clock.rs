//! The port through which the time comes in.

use std::pin::Pin;

use jiff::Timestamp;

/// Tells the time and waits for it. The process has one that asks the system; tests set theirs by
/// hand.
pub trait Clock: Send + Sync + 'static {
    /// The present moment, UTC.
    fn now(&self) -> Timestamp;

    /// Completes at `when`, or at once if that has passed.
    fn sleep_until(&self, when: Timestamp) -> Pin<Box<dyn Future<Output = ()> + Send>>;
}
