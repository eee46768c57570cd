//! How a call fails: status, code, words.

use serde_json::{Map, Value, json};

/// What an error answer carries.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Failure {
    /// The HTTP status.
    pub(super) status: u16,
    /// The `error` field; may be empty, as a few of Bitrix24's are.
    pub(super) code: String,
    /// The `error_description` field.
    pub(super) description: String,
    /// Rare further fields.
    pub(super) extra: Map<String, Value>,
}

impl Failure {
    /// An error as given.
    pub(super) fn new(status: u16, code: &str, description: &str) -> Self {
        Self {
            status,
            code: code.to_owned(),
            description: description.to_owned(),
            extra: Map::new(),
        }
    }

    /// HTTP 400, the status of almost everything that a method itself refuses.
    pub(super) fn bad_request(code: &str, description: &str) -> Self {
        Self::new(400, code, description)
    }

    /// HTTP 400 with an empty code and no words: what is left of a refusal whose reason the
    /// portal drops on its way.
    pub(super) fn nameless() -> Self {
        Self::bad_request("", "")
    }

    /// `ERROR_ARGUMENT`, which names the argument in a field of its own.
    pub(super) fn argument(name: &str, description: &str) -> Self {
        let mut failure = Self::bad_request("ERROR_ARGUMENT", description);
        failure.extra.insert("argument".to_owned(), name.into());
        failure
    }

    /// No such method, no such module, or an address that is not a webhook's.
    pub(super) fn method_not_found() -> Self {
        Self::new(404, "ERROR_METHOD_NOT_FOUND", "Method not found!")
    }

    /// The body: errors have no `time`.
    pub(super) fn body(&self) -> Value {
        let mut body = json!({ "error": self.code, "error_description": self.description });
        if let Value::Object(map) = &mut body {
            map.extend(self.extra.clone());
        }
        body
    }
}
