//! The way of a call: path, token, parameters, fault, method, answer.

use std::{sync::Arc, time::Instant};

use axum::{
    body::Body,
    extract::{ConnectInfo, Request, State as Shared},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use tokio::{net::TcpListener, sync::watch};

use super::{
    Event, Fault, Server,
    error::ApiError,
    methods::{self, Method},
    params::Params,
    people_http,
    state::now_millis,
    webhook,
};
use crate::sandbox::connection::{End, Link, Running, stopped};

/// Serves calls and delivers to the webhook, in the background.
pub(super) fn run(server: Arc<Server>, listener: TcpListener) -> Running {
    let stop = watch::Sender::new(false);
    let (delivering, stopping) = (Arc::clone(&server), stop.subscribe());
    tokio::spawn(async move {
        tokio::select! {
            () = webhook::deliver(delivering) => {}
            () = stopped(stopping) => {}
        }
    });
    let state = (server, stop.subscribe());
    Running::serve(listener, handle, state, stop)
}

async fn handle(
    Shared((server, stop)): Shared<(Arc<Server>, watch::Receiver<bool>)>,
    ConnectInfo(link): ConnectInfo<Link>,
    request: Request,
) -> Response {
    tokio::select! {
        // The end first: a stopped server answers nothing more on old connections.
        biased;
        () = stopped(stop) => cut_off(&link, End::Close),
        answer = route(&server, &link, request) => answer,
    }
}

/// The answer that is never written.
fn cut_off(link: &Link, end: End) -> Response {
    link.cut(end);
    Response::new(Body::empty())
}

async fn route(server: &Server, link: &Link, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if let Some(action) = path.strip_prefix("/sandbox/") {
        return people_http::answer(server, action, request).await;
    }
    let Some((token, method)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/'))
    else {
        return refused(&ApiError::new(404, "Not Found"));
    };
    if token != server.token && decoded(token) != server.token {
        return refused(&ApiError::new(401, "Unauthorized"));
    }
    match Params::read(request).await {
        Ok(params) => call(server, link, method, &params).await,
        Err(error) => refused(&error),
    }
}

/// The path's `%3A` and the like.
fn decoded(token: &str) -> String {
    url::form_urlencoded::parse(token.replace('+', "%2B").as_bytes())
        .next()
        .map(|(name, _)| name.into_owned())
        .unwrap_or_default()
}

async fn call(server: &Server, link: &Link, name: &str, params: &Params) -> Response {
    let begun = Instant::now();
    let method = methods::find(name);
    let name = method.map_or(name, |method| method.name);
    let (number, fault) = server.change(|state| {
        (
            state.calls.begin(name, params, now_millis()),
            state.faults.take(|on, _| on.fits(name, params)),
        )
    });
    let answer = match method {
        Some(method) => faulty(server, link, method, params, fault).await,
        None => refused(&ApiError::new(404, "Not Found: method not found")),
    };
    let was_cut = link.is_cut();
    let status = (!was_cut).then_some(answer.status().as_u16());
    server.change(|state| {
        state.calls.end(number, status, begun.elapsed());
        state.emit(|| Event::Called { method: name.to_owned(), status });
    });
    answer
}

async fn faulty(
    server: &Server,
    link: &Link,
    method: &'static Method,
    params: &Params,
    fault: Option<Fault>,
) -> Response {
    if let Some(error) = fault.as_ref().and_then(Fault::error) {
        return refused(&error);
    }
    match fault {
        Some(Fault::Hang) => std::future::pending().await,
        Some(Fault::Reset) => cut_off(link, End::Reset),
        Some(Fault::Html(status)) => page(status),
        Some(Fault::AnswerLost) => {
            let _ = methods::run(server, method, params).await;
            cut_off(link, End::Close)
        }
        Some(Fault::Slow(pause)) => {
            tokio::time::sleep(pause).await;
            done(methods::run(server, method, params).await)
        }
        _ => done(methods::run(server, method, params).await),
    }
}

fn done(result: Result<String, ApiError>) -> Response {
    match result {
        Ok(result) => json(200, format!("{{\"ok\":true,\"result\":{result}}}")),
        Err(error) => refused(&error),
    }
}

fn refused(error: &ApiError) -> Response {
    let mut response = json(error.code, error.body());
    if let Some(seconds) = error.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// An answer with a JSON body.
pub(super) fn json(status: u16, body: String) -> Response {
    answer(status, "application/json", body)
}

fn page(status: u16) -> Response {
    let body = format!("<html><head><title>{status}</title></head><body>nginx</body></html>");
    answer(status, "text/html", body)
}

fn answer(status: u16, content_type: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
