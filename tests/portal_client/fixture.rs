//! A server that answers as told and remembers what it was asked.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, Method, Response, Version},
};
use hushbot::domain::webhook::Webhook;
use serde_json::Value;

use crate::{OLGA, SECRET, webhook};

#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) method: Method,
    pub(crate) version: Version,
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Seen {
    /// Whether it is a batch that switches its first dialog on (`Y`) or off (`N`).
    pub(crate) fn orders(&self, activate: char) -> bool {
        let command = self.body["cmd"]["d00c"].as_str().unwrap_or_default();
        command.ends_with(&format!("ACTIVATE={activate}"))
    }
}

pub(crate) struct Fixture {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Fixture {
    /// Answers each request with what `answer` makes of it.
    pub(crate) async fn start(
        answer: impl Fn(&Seen) -> Response<Body> + Clone + Send + Sync + 'static,
    ) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&seen);
        let router = Router::new().fallback(move |request: Request| {
            let (record, answer) = (Arc::clone(&record), answer.clone());
            async move {
                let (parts, body) = request.into_parts();
                let body = to_bytes(body, usize::MAX).await.unwrap();
                let seen = Seen {
                    method: parts.method,
                    version: parts.version,
                    path: parts.uri.to_string(),
                    headers: parts.headers,
                    body: serde_json::from_slice(&body).unwrap_or_default(),
                };
                record.lock().unwrap().push(seen.clone());
                answer(&seen)
            }
        });
        tokio::spawn(axum::serve(listener, router).into_future());
        Self { address, seen }
    }

    /// Answers everything alike.
    pub(crate) async fn saying(status: u16, body: &str) -> Self {
        let body = body.to_owned();
        Self::start(move |_| answer(status, &body)).await
    }

    /// Redirects each request to the same path under another base.
    pub(crate) async fn moved_to(status: u16, base: String) -> Self {
        Self::start(move |seen| redirect(status, &format!("{base}{}", seen.path))).await
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn webhook(&self) -> Webhook {
        webhook(&format!("{}/rest/{OLGA}/{SECRET}/", self.url()))
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

/// That the one dialog of a batch was switched.
pub(crate) const SWITCHED: &str = r#"{"result":{"result":{"d00c":true},"result_error":[]}}"#;

/// That it was not, for want of operating time.
pub(crate) const NO_OPERATING_TIME: &str = r#"{"result":{"result":[],"result_error":
    {"d00c":{"error":"OPERATION_TIME_LIMIT","error_description":"words"}}}}"#;

pub(crate) fn answer(status: u16, body: &str) -> Response<Body> {
    Response::builder().status(status).body(Body::from(body.to_owned())).unwrap()
}

pub(crate) fn redirect(status: u16, location: &str) -> Response<Body> {
    let builder = Response::builder().status(status).header("location", location);
    builder.body(Body::from("<html>moved</html>")).unwrap()
}
