//! Who may speak to the page's server: only pages that it served itself.
//!
//! It listens on this machine, but so does every web page that a browser here has open. A page
//! elsewhere can send requests to 127.0.0.1 (stopped by `Origin`), and can let its own name
//! resolve to 127.0.0.1 so that it becomes the same origin (stopped by `Host`).

use std::net::IpAddr;

use axum::{
    extract::Request,
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN, REFERRER_POLICY,
            X_CONTENT_TYPE_OPTIONS,
        },
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::refusal::Refusal;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// Sent with every answer. Nothing is cached: the next start may be another version.
const HEADERS: [(HeaderName, &str); 6] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The outermost layer of the server.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let mut response = match check(request.method(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn check(method: &Method, headers: &HeaderMap) -> Result<(), Refusal> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let host = text(HOST).unwrap_or_default();
    if !is_loopback(host) {
        let why = "open this page as 127.0.0.1 or localhost";
        return Err(Refusal::new(StatusCode::MISDIRECTED_REQUEST, why));
    }
    if *method != Method::POST {
        return Ok(());
    }
    // Browsers always name the origin of a POST; who sends none is a program on this machine.
    let is_own = |origin: &str| origin.eq_ignore_ascii_case(&format!("http://{host}"));
    if headers.contains_key(ORIGIN) && !text(ORIGIN).is_some_and(is_own) {
        return Err(Refusal::new(StatusCode::FORBIDDEN, "this order came from another page"));
    }
    // A form of another page can't send this type without asking first.
    if !text(CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/json")) {
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "send application/json"));
    }
    Ok(())
}

/// Whether a `Host` header, with or without a port, names this machine to itself.
fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(method: &Method, headers: &[(HeaderName, &str)]) -> u16 {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().expect("a header's value")))
            .collect();
        check(method, &headers).map_or_else(|refusal| refusal.status().as_u16(), |()| 200)
    }

    #[test]
    fn only_loopback_names_are_hosts() {
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.0.0.2", "[::1]:80"] {
            assert_eq!(status(&Method::GET, &[(HOST, host)]), 200, "{host}");
        }
        for host in ["", "example.com", "localhost.example.com:8080", "10.0.0.1", "0.0.0.0:8080"] {
            assert_eq!(status(&Method::GET, &[(HOST, host)]), 421, "{host}");
        }
        assert_eq!(status(&Method::GET, &[]), 421);
    }

    #[test]
    fn orders_come_from_the_same_origin() {
        let own = (HOST, "127.0.0.1:8080");
        let json = (CONTENT_TYPE, "application/json");
        let order = |origin| status(&Method::POST, &[own.clone(), json.clone(), (ORIGIN, origin)]);
        assert_eq!(order("http://127.0.0.1:8080"), 200);
        for other in ["http://127.0.0.1:9090", "https://127.0.0.1:8080", "http://a.example", "null"]
        {
            assert_eq!(order(other), 403, "{other}");
        }
        assert_eq!(status(&Method::POST, &[own.clone(), json]), 200);
        assert_eq!(status(&Method::POST, &[own, (CONTENT_TYPE, "text/plain")]), 415);
    }
}
