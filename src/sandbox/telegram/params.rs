//! A call's parameters, whatever body form they came in.

use std::sync::Arc;

use axum::{
    body::to_bytes,
    extract::{FromRequest, Multipart, Request},
    http::header::CONTENT_TYPE,
};
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::error::ApiError;

/// The largest request body taken. Texts end at 4,096 characters, so this is generous.
const MAX_BODY: usize = 4 << 20;

/// The parameters of one call. Numbers, booleans and objects may be given as strings, as in the
/// Bot API's form bodies.
#[derive(Debug, Clone, Default)]
pub(super) struct Params(Arc<Map<String, Value>>);

impl Params {
    /// Reads the query string and the body: form, JSON or multipart.
    pub(super) async fn read(request: Request) -> Result<Self, ApiError> {
        let mut map = Map::new();
        add_pairs(&mut map, request.uri().query().unwrap_or_default().as_bytes());
        let content_type = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_ascii_lowercase();
        if content_type.starts_with("multipart/form-data") {
            add_parts(&mut map, request).await?;
        } else {
            let body = to_bytes(request.into_body(), MAX_BODY)
                .await
                .map_err(|_| ApiError::new(413, "Request Entity Too Large"))?;
            if content_type.starts_with("application/json") && !body.is_empty() {
                let json: Map<String, Value> = serde_json::from_slice(&body)
                    .map_err(|_| ApiError::bad("can't parse the request's JSON object"))?;
                for (name, value) in json {
                    map.entry(name).or_insert(value);
                }
            } else if content_type.starts_with("application/x-www-form-urlencoded") {
                add_pairs(&mut map, &body);
            }
        }
        Ok(Self(Arc::new(map)))
    }

    /// All parameters as one JSON object.
    pub(super) fn to_value(&self) -> Value {
        Value::Object(Map::clone(&self.0))
    }

    /// Whether the parameter was given, and not as `null`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| !value.is_null())
    }

    /// The parameter as text; empty if absent.
    pub(super) fn text(&self, name: &str) -> String {
        match self.0.get(name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        }
    }

    /// The parameter as an integer; `None` if absent or not one.
    pub(super) fn int(&self, name: &str) -> Option<i64> {
        match self.0.get(name)? {
            Value::String(text) => text.trim().parse().ok(),
            other => other.as_i64(),
        }
    }

    /// The parameter as a yes or no; absent means no.
    pub(super) fn flag(&self, name: &str) -> bool {
        matches!(self.text(name).to_ascii_lowercase().as_str(), "true" | "yes" | "1")
    }

    /// The parameter as JSON, parsed if it came as a string; `None` if absent or empty.
    ///
    /// # Errors
    /// The given string is not JSON.
    pub(super) fn json(&self, name: &str) -> Result<Option<Value>, serde_json::Error> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text).map(Some),
            Some(other) => Ok(Some(other.clone())),
        }
        .map(|value| value.filter(|value| !value.is_null()))
    }
}

impl From<Map<String, Value>> for Params {
    fn from(map: Map<String, Value>) -> Self {
        Self(Arc::new(map))
    }
}

fn add_pairs(map: &mut Map<String, Value>, pairs: &[u8]) {
    for (name, value) in form_urlencoded::parse(pairs) {
        map.entry(name).or_insert_with(|| Value::String(value.into_owned()));
    }
}

/// A file's content is not kept, only its name and size.
async fn add_parts(map: &mut Map<String, Value>, request: Request) -> Result<(), ApiError> {
    let broken = |_| ApiError::bad("can't parse the multipart body");
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| ApiError::bad("boundary not found"))?;
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.map_err(broken)?;
        let value = match file {
            Some(file) => serde_json::json!({"file_name": file, "file_size": bytes.len()}),
            None => Value::String(String::from_utf8_lossy(&bytes).into_owned()),
        };
        map.entry(name).or_insert(value);
    }
    Ok(())
}
