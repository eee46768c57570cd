//! What stands around a method's result.

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::limits::Operating;
use super::methods::{Answer, date};
use super::php::Value;

/// The body of an answer that succeeded.
#[derive(Serialize)]
pub(super) struct Envelope<'a> {
    result: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
    time: &'a Json,
}

impl<'a> Envelope<'a> {
    pub(super) fn new(answer: &'a Answer, time: &'a Json) -> Self {
        Self { result: &answer.result, next: answer.next, total: answer.total, time }
    }
}

/// The `time` part. As on real portals `start` is a whole second, so that `duration` says little;
/// the operating fields are there only where the limit is on.
pub(super) fn time(start: jiff::Timestamp, operating: Option<Operating>) -> Json {
    let finish = jiff::Timestamp::now();
    let whole = start.as_second();
    let mut time = Map::new();
    time.insert("start".to_owned(), json!(whole));
    let finished = finish.as_microsecond();
    time.insert("finish".to_owned(), json!(seconds(finished)));
    time.insert("duration".to_owned(), json!(seconds(finished - whole * 1_000_000)));
    time.insert("processing".to_owned(), json!(0));
    time.insert("date_start".to_owned(), json!(date(start)));
    time.insert("date_finish".to_owned(), json!(date(finish)));
    if let Some(operating) = operating {
        if let Some(resets_in) = operating.resets_in {
            let reset = finish.as_second() + i64::try_from(resets_in.as_secs()).unwrap_or(0);
            time.insert("operating_reset_at".to_owned(), json!(reset));
        }
        time.insert("operating".to_owned(), json!(operating.seconds));
    }
    Json::Object(time)
}

/// Microseconds as seconds.
#[expect(clippy::cast_precision_loss, reason = "exact to the microsecond for centuries")]
fn seconds(microseconds: i64) -> f64 {
    microseconds as f64 / 1e6
}
