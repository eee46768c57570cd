//! `im.recent.get` again: in which of the caller's dialogs the client waits for an answer.

use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{error::PortalError, handle::Portal, php};
use crate::domain::dialog::DialogId;

const METHOD: &str = "im.recent.get";

/// The states of a session in which the client waits: since the first message, and once more after
/// an answer.
const WAITS: [u64; 2] = [20, 25];

impl Portal<'_> {
    /// The caller's own dialogs whose client waits for an answer, and when the last message in
    /// each was written, where the list tells. Needs the scope `im`; one request.
    pub async fn waiting(&self) -> Result<HashMap<DialogId, Option<Timestamp>>, PortalError> {
        let list = self.call(METHOD, &json!({ "ONLY_OPENLINES": "Y" })).await?;
        let items = php::items(&list).ok_or(PortalError::UnexpectedResult)?;
        Ok(items.into_iter().filter_map(parse).collect())
    }
}

/// A dialog whose client waits; `None` for every other row.
fn parse(item: &Value) -> Option<(DialogId, Option<Timestamp>)> {
    let status = php::number(item.get("lines")?.get("status")?)?;
    if !WAITS.contains(&status) {
        return None;
    }
    let number = item.get("chat_id").and_then(php::number).filter(|number| *number > 0);
    let prefixed = || item.get("id")?.as_str()?.strip_prefix("chat")?.parse().ok();
    let date = item.get("message").and_then(|message| message.get("date"));
    let date = date.and_then(Value::as_str).and_then(|date| date.parse().ok());
    Some((DialogId::new(number.or_else(prefixed)?)?, date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_who_wait_are_listed() {
        let date = "2026-03-05T12:00:00+03:00";
        let at: Timestamp = date.parse().unwrap();
        let id = DialogId::new(7).unwrap();
        let message = json!({ "date": date });
        for (item, expected) in [
            (
                json!({ "chat_id": 7, "lines": { "status": 20 }, "message": message }),
                Some((id, Some(at))),
            ),
            (
                json!({ "id": "chat7", "lines": { "status": "25" }, "message": message }),
                Some((id, Some(at))),
            ),
            (json!({ "chat_id": "7", "lines": { "status": 20 } }), Some((id, None))),
            (json!({ "chat_id": 7, "lines": { "status": 40 }, "message": message }), None),
            (json!({ "chat_id": 7, "lines": { "status": 10 } }), None),
            (json!({ "chat_id": 7, "lines": [] }), None),
            (json!({ "id": 7 }), None),
            (json!([]), None),
        ] {
            assert_eq!(parse(&item), expected, "{item}");
        }
    }
}
