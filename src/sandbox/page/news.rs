//! The stream of changes.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::State,
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::{Stream, stream};
use serde_json::{Value, json};
use tokio::sync::{
    broadcast::{Receiver, error::RecvError},
    watch,
};

use super::{App, view};
use crate::sandbox::{portal, telegram};

/// `GET /api/events`: server-sent events. A `message` holds one change; `reload` says that some
/// were missed, so that the whole state is to be read again.
pub(super) async fn events(
    State(app): State<Arc<App>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let news = News {
        telegram: app.bot_api.subscribe(),
        portal: app.portal.subscribe(),
        page: app.news.subscribe(),
        closing: app.closing.clone(),
        app,
    };
    let events = stream::unfold(news, async |mut news| Some((Ok(news.next().await?), news)));
    Sse::new(events).keep_alive(KeepAlive::default())
}

struct News {
    app: Arc<App>,
    telegram: Receiver<telegram::Event>,
    portal: Receiver<portal::Event>,
    page: Receiver<Value>,
    closing: watch::Receiver<()>,
}

impl News {
    /// The next event; none once a server has stopped.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let change = tokio::select! {
                _ = self.closing.changed() => return None,
                event = self.telegram.recv() => event.map(|event| on_telegram(&event)),
                event = self.portal.recv() => event.map(|event| Some(on_portal(&self.app, &event))),
                event = self.page.recv() => event.map(Some),
            };
            match change {
                Ok(Some(change)) => return Some(Event::default().data(change.to_string())),
                Ok(None) => {}
                Err(RecvError::Lagged(_)) => {
                    return Some(Event::default().event("reload").data("{}"));
                }
                Err(RecvError::Closed) => return None,
            }
        }
    }
}

/// Of the bot's calls the page needs to know only that its commands are other ones now.
fn on_telegram(event: &telegram::Event) -> Option<Value> {
    match event {
        telegram::Event::Called { method, .. } => (method == "setMyCommands")
            .then(|| json!({ "telegram": { "event": "commands_changed" } })),
        _ => Some(json!({ "telegram": event })),
    }
}

fn on_portal(app: &App, event: &portal::Event) -> Value {
    match event {
        portal::Event::CallArrived { number, method, user_id } => json!({
            "arrived": { "number": number, "method": method, "user_id": user_id },
        }),
        portal::Event::CallMade(call) => json!({ "call": call }),
        portal::Event::Changed => json!({ "portal": view::portal(app) }),
    }
}
