//! `/healthz`: does the process run; a red one is to be restarted. `/readyz`: does it work; why
//! not may be somebody else's fault.

use std::{sync::Arc, time::Duration};

use axum::{extract::State, http::StatusCode, response::Response};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};
use tokio::sync::Mutex;

use super::{
    Parts,
    routes::{self, Shared},
};

/// The heart beats every second.
const BEAT_WITHIN: SignedDuration = SignedDuration::from_secs(15);

/// A batch of updates is on disk within milliseconds, or the disk hangs.
const INTAKE_WITHIN: SignedDuration = SignedDuration::from_secs(60);

/// Something that waits is begun within this time, unless nothing is.
const DISPATCH_WITHIN: SignedDuration = SignedDuration::from_secs(30);

/// How often the store is written to for a look, at most.
const PROBE_EVERY: SignedDuration = SignedDuration::from_secs(10);

/// How long that may take.
const PROBE_WITHIN: Duration = Duration::from_secs(3);

/// The last look at the store: when, and whether it could be written to.
#[derive(Default)]
pub(super) struct Probe(Mutex<Option<(Timestamp, bool)>>);

impl Probe {
    /// Whether the store can be written to, and how long ago that was tried.
    async fn look(&self, parts: &Parts) -> (bool, SignedDuration) {
        let mut last = self.0.lock().await;
        let now = parts.clock.now();
        let fresh = |(at, _): &(Timestamp, bool)| now.duration_since(*at).abs() < PROBE_EVERY;
        let (at, written) = if let Some(last) = last.filter(fresh) {
            last
        } else {
            let probed = tokio::time::timeout(PROBE_WITHIN, parts.desk.probe()).await;
            *last.insert((now, matches!(probed, Ok(Ok(())))))
        };
        (written && parts.desk.store_health().is_ok(), now.duration_since(at))
    }
}

/// `/healthz`
pub(super) async fn alive(State(shared): State<Arc<Shared>>) -> Response {
    let vitals = shared.parts.pulse.vitals();
    let mut report = Report::default();
    report.age("heart", vitals.beat, BEAT_WITHIN);
    report.age("intake", vitals.intake, INTAKE_WITHIN);
    report.answer()
}

/// `/readyz`
pub(super) async fn ready(State(shared): State<Arc<Shared>>) -> Response {
    let parts = &shared.parts;
    let (written, probed) = shared.probe.look(parts).await;
    let vitals = parts.pulse.vitals();
    let mut report = Report::default();
    report.age("heart", vitals.beat, BEAT_WITHIN);
    report.part("store", written, json!({ "age_seconds": seconds(probed) }));
    let stalled = vitals.stalled.max(vitals.intake);
    let dispatch = json!({
        "stalled_seconds": seconds(stalled),
        "waiting": vitals.waiting,
        "working": vitals.working,
    });
    report.part("dispatch", stalled <= DISPATCH_WITHIN, dispatch);
    let heard = vitals.heard.is_some_and(|age| age <= parts.contact_within);
    report.part("telegram", heard, json!({ "age_seconds": vitals.heard.map(seconds) }));
    report.answer()
}

/// What is well and what is not.
#[derive(Default)]
struct Report {
    parts: Map<String, Value>,
    red: bool,
}

impl Report {
    fn age(&mut self, name: &str, age: SignedDuration, within: SignedDuration) {
        self.part(name, age <= within, json!({ "age_seconds": seconds(age) }));
    }

    fn part(&mut self, name: &str, ok: bool, mut facts: Value) {
        facts["ok"] = ok.into();
        self.parts.insert(name.to_owned(), facts);
        self.red |= !ok;
    }

    fn answer(self) -> Response {
        let (status, word) = if self.red {
            (StatusCode::SERVICE_UNAVAILABLE, "red")
        } else {
            (StatusCode::OK, "ok")
        };
        routes::json(status, &json!({ "status": word, "parts": self.parts }))
    }
}

/// Seconds, to the tenth.
fn seconds(age: SignedDuration) -> f64 {
    (age.as_secs_f64() * 10.0).round() / 10.0
}
