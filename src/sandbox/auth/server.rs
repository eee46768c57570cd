//! From a request for tokens to an answer.

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    response::Response,
};
use serde_json::json;
use url::form_urlencoded;

use super::{
    Shared,
    issue::Wanted,
    state::{Call, Fault},
};
use crate::sandbox::connection::{End, Link, stopped};

/// The largest body that is looked at.
const LARGEST: usize = 64 << 10;

/// Answers a request of whatever kind.
pub(super) async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(link): ConnectInfo<Link>,
    request: Request,
) -> Response {
    if request.uri().path().trim_end_matches('/') != "/oauth/token" {
        return answer(404, "text/html", "<html><body>404</body></html>".to_owned());
    }
    let verb = request.method().clone();
    let wanted = read(request).await;
    let fault = shared.lock().armed.take(|(), _| true);
    if let Some(Fault::Slow(delay)) = &fault {
        tokio::time::sleep(*delay).await;
    }
    match fault {
        None | Some(Fault::Slow(_)) => carry_out(&shared, &verb, &wanted),
        Some(fault) => spoil(&shared, &link, &verb, &wanted, fault).await,
    }
}

fn carry_out(shared: &Shared, verb: &Method, wanted: &Wanted) -> Response {
    let outcome = shared.lock().issue(wanted, &shared.host, shared.tells_user);
    note(shared, verb, wanted, outcome.as_ref().err().map(|(_, code)| *code));
    match outcome {
        Ok(tokens) => answer(200, "application/json; charset=utf-8", tokens.to_string()),
        Err((status, code)) => {
            let body = json!({ "error": code, "error_description": "words that nobody reads" });
            answer(status, "application/json; charset=utf-8", body.to_string())
        }
    }
}

async fn spoil(
    shared: &Shared,
    link: &Link,
    verb: &Method,
    wanted: &Wanted,
    fault: Fault,
) -> Response {
    if fault == Fault::AnswerLost {
        let lost = carry_out(shared, verb, wanted);
        link.cut(End::Close);
        return lost;
    }
    note(shared, verb, wanted, Some("fault"));
    match fault {
        Fault::Hang => {
            stopped(shared.stopping.clone()).await;
            link.cut(End::Close);
            answer(200, "text/html", String::new())
        }
        Fault::Garbage => answer(200, "text/html", "<html><body>It works!</body></html>".into()),
        Fault::Redirect(to) => {
            let mut response = answer(307, "text/html", String::new());
            if let Ok(to) = HeaderValue::from_str(&to) {
                response.headers_mut().insert(header::LOCATION, to);
            }
            response
        }
        _ => answer(503, "text/html", "<html><body><h1>503</h1></body></html>".into()),
    }
}

fn note(shared: &Shared, verb: &Method, wanted: &Wanted, error: Option<&str>) {
    shared.lock().calls.push(Call {
        grant: wanted.grant.clone(),
        client: wanted.client.clone(),
        verb: verb.to_string(),
        error: error.map(str::to_owned),
    });
    shared.called.notify_waiters();
}

/// Reads the parameters: of the query, and for POST those of the form over them.
async fn read(request: Request) -> Wanted {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let body = to_bytes(request.into_body(), LARGEST).await.unwrap_or_default();
    let mut wanted = Wanted::default();
    for source in [query.as_bytes(), &body] {
        for (name, value) in form_urlencoded::parse(source) {
            let place = match &*name {
                "grant_type" => &mut wanted.grant,
                "client_id" => &mut wanted.client,
                "client_secret" => &mut wanted.secret,
                "code" => &mut wanted.code,
                "refresh_token" => &mut wanted.refresh,
                _ => continue,
            };
            *place = value.into_owned();
        }
    }
    wanted
}

fn answer(status: u16, kind: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
