//! Paths, methods and headers. Nothing else is answered.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY,
            X_CONTENT_TYPE_OPTIONS,
        },
    },
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};

use super::{
    Parts,
    health::{self, Probe},
    numbers, oauth,
    secret::Secret,
    tally, telegram,
};

/// The largest body, in bytes. Telegram's updates are far below.
pub(super) const LARGEST_BODY: usize = 256 * 1024;

/// What the handlers share.
pub(super) struct Shared {
    pub(super) parts: Parts,
    pub(super) probe: Probe,
    pub(super) metrics_token: Option<Secret>,
    pub(super) door: Option<telegram::Door>,
}

/// All that is served. A route that asks the desk (a sign-in's call-back, say) finds it in the
/// [`Shared`] state and goes here.
pub(super) fn router(mut parts: Parts) -> Router {
    let (prefix, limits) = (std::mem::take(&mut parts.prefix), parts.limits);
    let shared = Arc::new(Shared {
        probe: Probe::default(),
        metrics_token: parts.metrics_token.as_ref().map(Secret::new),
        door: parts.webhook.take().map(telegram::Door::new),
        parts,
    });
    let mut routes = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(numbers::page));
    if shared.door.is_some() {
        routes = routes.route("/telegram/{path}", post(telegram::take));
    }
    if shared.parts.sign_ins.is_some() {
        routes = routes.route("/oauth/callback", get(oauth::come_back));
    }
    if !prefix.is_empty() {
        routes = routes.clone().nest(&prefix, routes);
    }
    routes
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn_with_state((Arc::<str>::from(prefix), limits.request), guard))
        .with_state(shared)
}

/// What holds for every request: it ends in time, its answer is for nobody to keep or to frame,
/// and it is counted.
async fn guard(
    State((prefix, patience)): State<(Arc<str>, Duration)>,
    request: Request,
    next: Next,
) -> Response {
    let path = label(request.uri().path(), &prefix);
    let answer = tokio::time::timeout(patience, next.run(request)).await;
    let mut answer = answer.unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response());
    let headers = answer.headers_mut();
    for (name, value) in [
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
        (REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    tally::answered(path, answer.status());
    answer
}

/// The path as a number's label: one of a few.
fn label(path: &str, prefix: &str) -> &'static str {
    match path.strip_prefix(prefix).unwrap_or(path) {
        "/healthz" => "healthz",
        "/readyz" => "readyz",
        "/metrics" => "metrics",
        "/oauth/callback" => "oauth",
        path if path.starts_with("/telegram/") => "telegram",
        _ => "unknown",
    }
}

/// An answer with a body that is JSON.
pub(super) fn json(status: StatusCode, body: &serde_json::Value) -> Response {
    let headers = [(CONTENT_TYPE, "application/json")];
    (status, headers, format!("{body}\n")).into_response()
}
