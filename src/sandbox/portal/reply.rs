//! An answer, ready to be sent.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::envelope::Envelope;
use super::failure::Failure;
use super::fault::Fault;

/// How large a huge body is.
const HUGE: usize = 32 << 20;

/// Status, headers and body, and what the record says of them.
#[derive(Debug, Default)]
pub(super) struct Reply {
    /// None if the answer will not reach the caller.
    pub(super) status: Option<u16>,
    pub(super) error: Option<String>,
    pub(super) body: Vec<u8>,
    html: bool,
    location: Option<String>,
}

impl Reply {
    pub(super) fn success(envelope: &Envelope<'_>) -> Self {
        match serde_json::to_vec(envelope) {
            Ok(body) => Self { status: Some(200), body, ..Self::default() },
            Err(_) => {
                Self::failure(&Failure::bad_request("WRONG_ENCODING", "Wrong request encoding"))
            }
        }
    }

    pub(super) fn failure(failure: &Failure) -> Self {
        Self {
            status: Some(failure.status),
            error: Some(failure.code.clone()),
            body: failure.body().to_string().into_bytes(),
            ..Self::default()
        }
    }

    /// A page for people.
    pub(super) fn html(status: u16, text: &str) -> Self {
        let body = format!("<html><body>{text}</body></html>").into_bytes();
        Self { status: Some(status), body, html: true, ..Self::default() }
    }

    pub(super) fn redirect(location: &str) -> Self {
        Self { status: Some(302), location: Some(location.to_owned()), ..Self::default() }
    }

    /// The answer of a fault that keeps the call from being carried out.
    pub(super) fn for_fault(fault: &Fault) -> Self {
        match fault {
            Fault::Error { status, code, description } => {
                Self::failure(&Failure::new(*status, code, description))
            }
            Fault::Html(status) => Self {
                status: Some(*status),
                body: format!("<html><body><h1>{status}</h1><hr>nginx</body></html>").into_bytes(),
                html: true,
                ..Self::default()
            },
            Fault::HugeBody => {
                let mut body = br#"{"result":""#.to_vec();
                body.resize(HUGE, b'x');
                body.extend_from_slice(br#""}"#);
                Self { status: Some(200), body, ..Self::default() }
            }
            Fault::Redirect { location } => Self::redirect(location),
            _ => {
                Self { status: Some(200), body: br#"{"result":true}"#.to_vec(), ..Self::default() }
            }
        }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        // The body of a lost answer is never written, whatever its status.
        let status = self.status.and_then(|status| StatusCode::from_u16(status).ok());
        *response.status_mut() = status.unwrap_or(StatusCode::OK);
        let headers = response.headers_mut();
        let kind = if self.html { "text/html" } else { "application/json; charset=utf-8" };
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if let Some(location) = self.location.and_then(|to| HeaderValue::from_str(&to).ok()) {
            headers.insert(header::LOCATION, location);
        }
        response
    }
}
