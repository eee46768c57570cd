//! The numbers of this room.

use std::time::Duration;

use metrics::{counter, describe_counter, describe_histogram, histogram};

const SECONDS: &str = "hushbot_store_flush_seconds";
const SIZE: &str = "hushbot_store_batch_size";
const FAILURES: &str = "hushbot_store_failures_total";

/// Says what the numbers mean.
pub(crate) fn describe() {
    describe_histogram!(SECONDS, "How long the writer takes to make a round of commits durable.");
    describe_histogram!(SIZE, "How many commits share one round.");
    describe_counter!(
        FAILURES,
        "Rounds that failed, and losses of the database. A store on a disk writes nothing after one."
    );
    counter!(FAILURES).increment(0);
}

/// A round of commits is durable.
pub(super) fn flushed(commits: usize, took: Duration) {
    histogram!(SECONDS).record(took);
    histogram!(SIZE).record(u32::try_from(commits).unwrap_or(u32::MAX));
}

/// A round failed, the store broke, or its database went away.
pub(super) fn failed() {
    counter!(FAILURES).increment(1);
}
