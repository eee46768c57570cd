//! What the developer does on the portal, passed on to it.

use std::sync::Arc;

use axum::{Router, extract::State, routing::post};
use serde::Deserialize;
use serde_json::json;

use super::{
    App,
    order::{Answer, Order, Outcome},
    refusal::Refusal,
    trouble::Trouble,
    view::GenerationName,
};

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/api/portal/trouble", post(trouble))
        .route("/api/portal/generation", post(generation))
        .route("/api/portal/write", post(write))
        .route("/api/portal/drop", post(drop_silent))
        .route("/api/portal/close", post(close))
}

#[derive(Deserialize)]
struct Turn {
    trouble: Trouble,
    on: bool,
}

async fn trouble(State(app): State<Arc<App>>, Order(order): Order<Turn>) -> Outcome {
    let switches = {
        let mut switches = app.switches();
        switches.turn(order.trouble, order.on, &app.portal);
        switches.view()
    };
    app.tell(json!({ "troubles": switches }));
    Ok(Answer(json!({})))
}

#[derive(Deserialize)]
struct SetGeneration {
    generation: GenerationName,
}

async fn generation(State(app): State<Arc<App>>, Order(order): Order<SetGeneration>) -> Outcome {
    app.portal.set_generation(order.generation.into());
    Ok(Answer(json!({})))
}

/// Who writes: the word `client`, or a user's number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Writer {
    User(u64),
    Client(ClientWord),
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum ClientWord {
    Client,
}

#[derive(Deserialize)]
struct Write {
    chat: u64,
    r#as: Writer,
    text: String,
}

async fn write(State(app): State<Arc<App>>, Order(order): Order<Write>) -> Outcome {
    if order.text.trim().is_empty() {
        return Err(Refusal::bad("there is nothing to write"));
    }
    match order.r#as {
        Writer::Client(ClientWord::Client) => app
            .portal
            .client_writes(order.chat, &order.text)
            .map(|_| Answer(json!({})))
            .ok_or_else(|| Refusal::unknown("dialog")),
        Writer::User(user) => app
            .portal
            .operator_writes(order.chat, user, &order.text)
            .map(|reached| Answer(json!({ "reached": reached })))
            .ok_or_else(|| Refusal::unknown("dialog, or the writer is not in it")),
    }
}

#[derive(Deserialize)]
struct Chat {
    chat: u64,
}

async fn drop_silent(State(app): State<Arc<App>>, Order(order): Order<Chat>) -> Outcome {
    app.portal.drop_silent(order.chat);
    Ok(Answer(json!({})))
}

async fn close(State(app): State<Arc<App>>, Order(order): Order<Chat>) -> Outcome {
    app.portal.close_session(order.chat);
    Ok(Answer(json!({})))
}
