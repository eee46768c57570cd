//! The numbers of this room, and those that are looked up when they are asked for.

use axum::http::StatusCode;
use jiff::SignedDuration;
use metrics::{counter, describe_counter, describe_gauge, gauge};

use crate::domain::pulse::Vitals;

const REQUESTS: &str = "hushbot_http_requests_total";
const UNSETTLED: &str = "hushbot_inbox_unsettled";
const WAITING: &str = "hushbot_lanes_waiting";
const STALLED: &str = "hushbot_dispatch_stalled_seconds";
const CONTACT: &str = "hushbot_telegram_contact_age_seconds";
const TIMERS: &str = "hushbot_schedule_timers";
const HEALTHY: &str = "hushbot_store_healthy";

/// Says what the numbers mean.
pub(crate) fn describe() {
    describe_counter!(REQUESTS, "Requests to the HTTP side, by path and status.");
    describe_gauge!(UNSETTLED, "Updates that are kept and have no answer yet.");
    describe_gauge!(WAITING, "Updates that wait behind others of their chat.");
    describe_gauge!(STALLED, "For how long nothing was begun although something waits.");
    describe_gauge!(CONTACT, "How long ago Telegram was heard; -1 before the first time.");
    describe_gauge!(TIMERS, "Silences that will end by themselves.");
    describe_gauge!(HEALTHY, "1 while the store takes writes.");
}

/// A request was answered.
pub(super) fn answered(path: &'static str, status: StatusCode) {
    let status = match status.as_u16() {
        200 => "200",
        400 => "400",
        401 => "401",
        404 => "404",
        405 => "405",
        408 => "408",
        413 => "413",
        415 => "415",
        503 => "503",
        _ => "other",
    };
    counter!(REQUESTS, "path" => path, "status" => status).increment(1);
}

/// The state of things now.
pub(super) fn look(vitals: &Vitals, timers: usize, store_healthy: bool) {
    gauge!(UNSETTLED).set(number(vitals.waiting + vitals.working));
    gauge!(WAITING).set(number(vitals.waiting));
    gauge!(STALLED).set(vitals.stalled.as_secs_f64());
    gauge!(CONTACT).set(vitals.heard.map_or(-1.0, |age: SignedDuration| age.as_secs_f64()));
    gauge!(TIMERS).set(number(timers));
    gauge!(HEALTHY).set(f64::from(u8::from(store_healthy)));
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
