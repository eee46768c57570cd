//! The port through which the time comes in.

use jiff::Timestamp;

/// Tells the time. The process has one that asks the system; tests set theirs by hand.
pub trait Clock: Send + Sync + 'static {
    /// The present moment, UTC.
    fn now(&self) -> Timestamp;
}
