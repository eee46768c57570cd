//! What stands around a method's result.

use serde::Serialize;

use super::limits::Operating;
use super::methods::{Answer, date};
use super::php::{Key, Value};

/// The body of an answer that succeeded.
#[derive(Serialize)]
pub(super) struct Envelope<'a> {
    result: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
    time: &'a Timing,
}

impl<'a> Envelope<'a> {
    pub(super) fn new(answer: &'a Answer, time: &'a Timing) -> Self {
        Self { result: &answer.result, next: answer.next, total: answer.total, time }
    }
}

/// The `time` part. As on real portals `start` is a whole second, so that `duration` says little;
/// the operating fields are there only where the limit is on.
#[derive(Serialize)]
pub(super) struct Timing {
    start: i64,
    finish: f64,
    duration: f64,
    processing: u8,
    date_start: String,
    date_finish: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    operating_reset_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operating: Option<f64>,
}

impl Timing {
    /// For a call of this beginning and end.
    pub(super) fn new(
        start: jiff::Timestamp,
        end: jiff::Timestamp,
        operating: Option<Operating>,
    ) -> Self {
        let whole = start.as_second();
        let resets_in = operating.and_then(|operating| operating.resets_in);
        Self {
            start: whole,
            finish: seconds(end.as_microsecond()),
            duration: seconds(end.as_microsecond() - whole * 1_000_000),
            processing: 0,
            date_start: date(start),
            date_finish: date(end),
            operating_reset_at: resets_in
                .map(|left| end.as_second() + i64::try_from(left.as_secs()).unwrap_or(0)),
            operating: operating.map(|operating| operating.seconds),
        }
    }
}

impl From<Timing> for Value {
    fn from(time: Timing) -> Self {
        let int = |name: &str, number| (Key::new(name), Self::Int(number));
        let float = |name: &str, number| (Key::new(name), Self::Float(number));
        let mut fields = vec![
            int("start", time.start),
            float("finish", time.finish),
            float("duration", time.duration),
            int("processing", time.processing.into()),
            (Key::new("date_start"), Self::Str(time.date_start)),
            (Key::new("date_finish"), Self::Str(time.date_finish)),
        ];
        fields.extend(time.operating_reset_at.map(|at| int("operating_reset_at", at)));
        fields.extend(time.operating.map(|seconds| float("operating", seconds)));
        Self::Array(fields.into_iter().collect())
    }
}

/// Microseconds as seconds.
#[expect(clippy::cast_precision_loss, reason = "exact to the microsecond for centuries")]
fn seconds(microseconds: i64) -> f64 {
    microseconds as f64 / 1e6
}
