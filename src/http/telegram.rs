//! `/telegram/…`: updates by webhook.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{FromRequest as _, Request, State},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
    },
    response::{IntoResponse as _, Response},
};

use super::{
    HandOver, Webhook,
    routes::{LARGEST_BODY, Shared},
    secret::{Secret, path_of},
};

/// The header in which Telegram shows the secret.
const SHOWN: &str = "x-telegram-bot-api-secret-token";

/// Who may come in, and where they go.
pub(super) struct Door {
    path: Secret,
    secret: Secret,
    hand_over: HandOver,
}

impl Door {
    pub(super) fn new(webhook: Webhook) -> Self {
        let Webhook { secret, hand_over } = webhook;
        Self { path: Secret::of(&path_of(&secret)), secret: Secret::new(&secret), hand_over }
    }

    /// Both are compared whatever comes of the first: the time tells neither from the other.
    fn admits(&self, request: &Request) -> bool {
        let path = request.uri().path().rsplit('/').next();
        let shown = request.headers().get(SHOWN).map(HeaderValue::as_bytes);
        (self.path.is(path.map(str::as_bytes)) & self.secret.is(shown)).into()
    }
}

/// Answers 200 once the update is on disk, whatever it is; 503 if it could not be kept, and
/// Telegram brings it again. Who does not know the secret learns nothing else.
pub(super) async fn take(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let Some(door) = shared.door.as_ref().filter(|door| door.admits(&request)) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if !is_json(request.headers()) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    if announces_too_much(request.headers()) {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    match Bytes::from_request(request, &()).await {
        Ok(update) if (door.hand_over)(update.to_vec()).await => StatusCode::OK.into_response(),
        Ok(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(rejection) => rejection.status().into_response(),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

fn announces_too_much(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    length.and_then(|length| length.parse().ok()).is_some_and(|length: usize| length > LARGEST_BODY)
}
