//! The clock that the local servers and the bot share: shown, and moved on.

use std::sync::Arc;

use axum::{Router, extract::State, routing::post};
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    App,
    order::{Answer, Order, Outcome},
    refusal::Refusal,
};
use crate::sandbox::Time;

/// A day: further on sessions and invites end, which is another story.
const LONGEST_MINUTES: u16 = 24 * 60;

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/api/clock", post(advance))
}

/// What the clock shows, in Unix milliseconds, and whether it moves by hand only.
pub(super) fn view(time: &Time) -> Value {
    json!({ "now": time.now().as_millisecond(), "stands": time.stands() })
}

#[derive(Deserialize)]
struct Advance {
    minutes: u16,
}

async fn advance(State(app): State<Arc<App>>, Order(order): Order<Advance>) -> Outcome {
    if !(1..=LONGEST_MINUTES).contains(&order.minutes) {
        return Err(Refusal::bad(format!("the clock moves by 1 to {LONGEST_MINUTES} minutes")));
    }
    app.time.advance(SignedDuration::from_mins(order.minutes.into()));
    app.tell(json!({ "clock": view(&app.time) }));
    Ok(Answer(json!({})))
}
