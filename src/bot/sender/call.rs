//! One request to the Bot API.
//!
//! Payloads are teloxide's; the exchange is not, for two reasons. teloxide sleeps ten seconds
//! within a request on each HTTP 5xx while somebody waits. And it reads a sent message whole: a
//! field from the future would make a message that was sent look like one that was not.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use reqwest::StatusCode;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use teloxide::{Bot, requests::Payload};
use tokio::sync::Semaphore;

use super::error::{SendError, network};
use crate::bot::tally;

/// How many requests are under way at once. A connection carries one at a time; at a tenth of a
/// second each this many are still twenty times what Telegram lets a bot send.
const AT_ONCE: usize = 64;

/// Where Telegram asks to wait and does not say how long, or not even a second.
const SHORTEST_WAIT: Duration = Duration::from_secs(1);

/// Why a request has no result, by what is to be done about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fault {
    /// 429: not before this time has passed.
    Flood(Duration),
    /// The group has become a supergroup with this id.
    Moved(i64),
    /// It surely never reached Telegram.
    Unsent(&'static str),
    /// It may have taken effect or not.
    Unclear(&'static str),
    /// Telegram said no and would say so again.
    Refused(SendError),
}

impl Fault {
    /// One of a few words.
    fn label(&self) -> &'static str {
        match self {
            Self::Flood(_) => "flood",
            Self::Moved(_) => "moved",
            Self::Unsent(_) => "unsent",
            Self::Unclear(_) => "unclear",
            Self::Refused(_) => "refused",
        }
    }
}

/// The way to Telegram.
#[derive(Clone)]
pub(super) struct Wire {
    bot: Bot,
    timeout: Duration,
    /// Places among the requests under way.
    places: Arc<Semaphore>,
}

impl Wire {
    pub(super) fn new(bot: Bot, timeout: Duration) -> Self {
        Self { bot, timeout, places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Makes one request. `T` is as much of the result as is wanted.
    pub(super) async fn call<P, T>(&self, payload: P) -> Result<T, Fault>
    where
        P: Payload + Serialize,
        T: DeserializeOwned,
    {
        // Never closed, so there is always a place to wait for.
        let _place = self.places.acquire().await;
        let begun = Instant::now();
        let result = self.exchange(payload).await;
        tally::called(P::NAME, begun, result.as_ref().err().map_or("ok", Fault::label));
        result
    }

    async fn exchange<P, T>(&self, payload: P) -> Result<T, Fault>
    where
        P: Payload + Serialize,
        T: DeserializeOwned,
    {
        let mut url = self.bot.api_url();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().push(&format!("bot{}", self.bot.token())).push(P::NAME);
        }
        let request = self.bot.client().post(url).json(&payload).timeout(self.timeout);
        let response = request.send().await.map_err(|error| {
            let surely_unsent = error.is_connect() || error.is_builder();
            let why = network(&error);
            if surely_unsent { Fault::Unsent(why) } else { Fault::Unclear(why) }
        })?;
        let status = response.status();
        let body = response.bytes().await.map_err(|error| Fault::Unclear(network(&error)))?;
        read(status, &body)
    }
}

/// The Bot API's answer to every method.
#[derive(Deserialize)]
struct Envelope<T> {
    ok: bool,
    result: Option<T>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

/// `ResponseParameters`.
#[derive(Default, Deserialize)]
struct Parameters {
    migrate_to_chat_id: Option<i64>,
    retry_after: Option<u64>,
}

fn read<T: DeserializeOwned>(status: StatusCode, body: &[u8]) -> Result<T, Fault> {
    if status.is_server_error() {
        return Err(Fault::Unclear("Telegram is out of order"));
    }
    let Ok(envelope) = serde_json::from_slice::<Envelope<T>>(body) else {
        return Err(match status {
            StatusCode::TOO_MANY_REQUESTS => Fault::Flood(SHORTEST_WAIT),
            _ => Fault::Unclear("the answer can't be read"),
        });
    };
    if let Envelope { ok: true, result: Some(result), .. } = envelope {
        return Ok(result);
    }
    let parameters = envelope.parameters.unwrap_or_default();
    let code = envelope.error_code.unwrap_or_else(|| status.as_u16());
    Err(match (code, parameters) {
        (_, Parameters { migrate_to_chat_id: Some(to), .. }) => Fault::Moved(to),
        (_, Parameters { retry_after: Some(seconds), .. }) => {
            Fault::Flood(Duration::from_secs(seconds).max(SHORTEST_WAIT))
        }
        (429, _) => Fault::Flood(SHORTEST_WAIT),
        (200 | 500.., _) => Fault::Unclear("the answer can't be read"),
        _ => Fault::Refused(SendError::refusal(code, envelope.description.unwrap_or_default())),
    })
}

#[cfg(test)]
mod tests {
    use teloxide::ApiError;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Sent {
        message_id: i32,
    }

    #[test]
    fn what_an_answer_means() {
        let unreadable = Fault::Unclear("the answer can't be read");
        let second = Duration::from_secs(1);
        for (status, body, means) in [
            (
                200,
                r#"{"ok":true,"result":{"message_id":7,"new":[{}]}}"#,
                Ok(Sent { message_id: 7 }),
            ),
            (200, r#"{"ok":true,"result":{}}"#, Err(unreadable.clone())),
            (200, r#"{"ok":true}"#, Err(unreadable.clone())),
            (200, r#"{"ok":tr"#, Err(unreadable.clone())),
            (200, "", Err(unreadable.clone())),
            (403, "<html>", Err(unreadable)),
            (
                502,
                r#"{"ok":true,"result":{"message_id":7}}"#,
                Err(Fault::Unclear("Telegram is out of order")),
            ),
            (429, "<html>", Err(Fault::Flood(second))),
            (429, r#"{"ok":false,"error_code":429}"#, Err(Fault::Flood(second))),
            (429, r#"{"ok":false,"parameters":{"retry_after":0}}"#, Err(Fault::Flood(second))),
            (
                429,
                r#"{"ok":false,"parameters":{"retry_after":40}}"#,
                Err(Fault::Flood(second * 40)),
            ),
            (
                400,
                r#"{"ok":false,"parameters":{"migrate_to_chat_id":-100}}"#,
                Err(Fault::Moved(-100)),
            ),
            (
                403,
                r#"{"ok":false,"error_code":403,"description":"Forbidden: something new"}"#,
                Err(Fault::Refused(SendError::Gone)),
            ),
            (
                400,
                r#"{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}"#,
                Err(Fault::Refused(SendError::Gone)),
            ),
            (
                400,
                r#"{"ok":false,"error_code":400,"description":"Bad Request: message is too long"}"#,
                Err(Fault::Refused(SendError::Api(ApiError::MessageIsTooLong))),
            ),
            (
                401,
                r#"{"ok":false,"error_code":401,"description":"Unauthorized"}"#,
                Err(Fault::Refused(SendError::Api(ApiError::InvalidToken))),
            ),
        ] {
            let got = read::<Sent>(StatusCode::from_u16(status).unwrap(), body.as_bytes());
            assert_eq!(got, means, "{status} {body}");
        }
    }
}
