//! `getUpdates`, and the webhook's methods.

use std::{pin::pin, sync::Arc, time::Duration};

use super::{Answer, yes};
use crate::sandbox::telegram::{
    Server,
    error::ApiError,
    params::Params,
    state::{State, to_json},
    updates::Update,
};

/// A long poll ends after this many seconds, whatever was asked for.
const LONGEST_POLL: i64 = 50;

/// Waits for updates up to `timeout` seconds. Another call ends it with 409.
pub(super) async fn get_updates(server: &Server, params: &Params) -> Answer {
    let limit = params.int("limit").filter(|limit| (1..=100).contains(limit)).unwrap_or(100);
    let limit = usize::try_from(limit).unwrap_or(100);
    let timeout = params.int("timeout").unwrap_or(0).clamp(0, LONGEST_POLL).unsigned_abs();
    let (turn, wake) = server.change(|state| begin(state, params))?;
    let deadline = tokio::time::Instant::now() + Duration::from_secs(timeout);
    loop {
        let mut woken = pin!(wake.notified());
        woken.as_mut().enable();
        let batch = {
            let mut state = server.lock();
            if state.updates.turn != turn {
                return Err(superseded(&state));
            }
            state.updates.take(limit)
        };
        if !batch.is_empty() {
            return Ok(joined(&batch));
        }
        if timeout == 0 || tokio::time::timeout_at(deadline, woken).await.is_err() {
            return Ok("[]".to_owned());
        }
    }
}

/// Takes the turn from the poll before, and confirms what the offset says.
fn begin(state: &mut State, params: &Params) -> Result<(u64, Arc<tokio::sync::Notify>), ApiError> {
    if state.webhook.is_some() {
        return Err(ApiError::new(
            409,
            "Conflict: can't use getUpdates method while webhook is active; \
             use deleteWebhook to delete the webhook first",
        ));
    }
    state.updates.allow(params.json("allowed_updates").ok().flatten());
    if let Some(offset) = params.int("offset").filter(|offset| *offset != 0) {
        state.updates.confirm(offset);
    }
    state.updates.turn += 1;
    state.wake.notify_waiters();
    Ok((state.updates.turn, Arc::clone(&state.wake)))
}

fn superseded(state: &State) -> ApiError {
    if state.webhook.is_some() {
        ApiError::new(409, "Conflict: terminated by setWebhook request")
    } else {
        ApiError::other_poller()
    }
}

fn joined(batch: &[Update]) -> String {
    let size = batch.iter().map(|update| update.json.len() + 1).sum::<usize>();
    let mut json = String::with_capacity(size + 2);
    for update in batch {
        json.push(if json.is_empty() { '[' } else { ',' });
        json.push_str(&update.json);
    }
    json.push(']');
    json
}

pub(super) fn set_webhook(state: &mut State, params: &Params) -> Answer {
    state.set_webhook(params)?;
    yes()
}

pub(super) fn delete_webhook(state: &mut State, params: &Params) -> Answer {
    if params.flag("drop_pending_updates") {
        state.updates.drop_all();
    }
    state.webhook = None;
    yes()
}

#[expect(clippy::unnecessary_wraps, reason = "all methods have one signature")]
pub(super) fn get_webhook_info(state: &mut State, _: &Params) -> Answer {
    Ok(to_json(&state.webhook_info()))
}
