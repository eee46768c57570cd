//! `/metrics`: the numbers, as Prometheus reads them.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header::AUTHORIZATION, header::CONTENT_TYPE},
    response::{IntoResponse as _, Response},
};

use super::{routes::Shared, secret::Secret, tally};

/// The version of the format.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// All numbers, for whoever shows the token if there is one.
pub(super) async fn page(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    if let Some(token) = &shared.metrics_token
        && !admits(token, &headers)
    {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let parts = &shared.parts;
    let healthy = parts.desk.store_health().is_ok();
    tally::look(&parts.pulse.vitals(), parts.desk.timers_waiting(), healthy);
    ([(CONTENT_TYPE, TEXT)], (parts.page)()).into_response()
}

fn admits(token: &Secret, headers: &HeaderMap) -> bool {
    let shown = headers.get(AUTHORIZATION).map(HeaderValue::as_bytes);
    token.is(shown.and_then(|shown| shown.strip_prefix(b"Bearer "))).into()
}
