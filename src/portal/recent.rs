//! `im.recent.get`: the caller's own dialogs.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{
    entity::{is_closed, silent_field},
    error::PortalError,
    handle::Portal,
    php,
};
use crate::domain::dialog::DialogId;

const METHOD: &str = "im.recent.get";

/// The session's states in which the client waits for an answer.
const WAITS: [u64; 2] = [20, 25];

/// The session's states from here on are those of an ended one.
const ENDED: u64 = 60;

/// A dialog in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDialog {
    /// The chat's number.
    pub id: DialogId,
    /// The dialog's name: the client's and the line's. Foreign text.
    pub title: Option<String>,
    /// Whether its `entity_data_3` is `Y`; `None` where the list does not show it.
    pub field: Option<bool>,
    /// When the last message was written, where the list tells.
    pub written: Option<Timestamp>,
    /// The client waits for an answer.
    pub waits: bool,
    /// The session has ended.
    pub closed: bool,
}

impl Portal<'_> {
    /// The open-channel dialogs that the caller is in or that wait in their queue, the newest
    /// message first; needs the scope `im`. The portal gives no pages here, and those of the
    /// queue may come twice.
    pub async fn own_dialogs(&self) -> Result<Vec<ListedDialog>, PortalError> {
        let list = self.call(METHOD, &json!({ "ONLY_OPENLINES": "Y" })).await?;
        let items = php::items(&list).ok_or(PortalError::UnexpectedResult)?;
        Ok(in_order(items.into_iter().filter_map(parse)))
    }
}

/// Each dialog once, the newest message first; of one age, the newer chat first.
fn in_order(dialogs: impl Iterator<Item = ListedDialog>) -> Vec<ListedDialog> {
    let mut dialogs: Vec<ListedDialog> = dialogs.collect();
    dialogs.sort_by_key(|dialog| std::cmp::Reverse((dialog.id, dialog.written)));
    dialogs.dedup_by_key(|dialog| dialog.id);
    dialogs.sort_by_key(|dialog| std::cmp::Reverse((dialog.written, dialog.id)));
    dialogs
}

/// One row; `None` for whatever else a portal may list.
fn parse(item: &Value) -> Option<ListedDialog> {
    let chat = item.get("chat").unwrap_or(&Value::Null);
    let kind = chat.get("entity_type").and_then(Value::as_str);
    if kind.is_some_and(|kind| kind != "LINES") {
        return None;
    }
    let number = item.get("chat_id").and_then(php::number).filter(|number| *number > 0);
    let prefixed = || item.get("id")?.as_str()?.strip_prefix("chat")?.parse().ok();
    let written = item.get("message").and_then(|message| message.get("date"));
    let status = item.get("lines").and_then(|lines| lines.get("status")).and_then(php::number);
    Some(ListedDialog {
        id: DialogId::new(number.or_else(prefixed)?)?,
        title: item.get("title").and_then(php::text),
        field: silent_field(chat),
        written: written.and_then(Value::as_str).and_then(|date| date.parse().ok()),
        waits: status.is_some_and(|status| WAITS.contains(&status)),
        closed: is_closed(chat) || status.is_some_and(|status| status >= ENDED),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(id: u64) -> ListedDialog {
        ListedDialog {
            id: DialogId::new(id).unwrap(),
            title: None,
            field: None,
            written: None,
            waits: false,
            closed: false,
        }
    }

    #[test]
    fn rows_as_portals_write_them() {
        let lines = |field: &str| json!({ "entity_type": "LINES", "entity_data_3": field });
        let open = "Y|LEAD|1209|N|N|343|1773682918|0|0|0";
        for (item, expected) in [
            (
                json!({ "id": "chat7", "chat_id": "7", "title": "Anna", "chat": lines("Y") }),
                Some(ListedDialog { title: Some("Anna".into()), field: Some(true), ..bare(7) }),
            ),
            (
                json!({ "id": "chat7", "chat_id": 0, "title": "", "chat": lines("") }),
                Some(ListedDialog { field: Some(false), ..bare(7) }),
            ),
            (
                json!({
                    "id": "chat7", "lines": { "id": 1, "status": "20" },
                    "message": { "date": "2026-03-05T12:00:00+03:00" },
                    "chat": { "entity_data_1": open },
                }),
                Some(ListedDialog {
                    written: Some("2026-03-05T09:00:00Z".parse().unwrap()),
                    waits: true,
                    ..bare(7)
                }),
            ),
            (
                json!({ "id": "chat7", "lines": { "status": 25 }, "message": { "date": false } }),
                Some(ListedDialog { waits: true, ..bare(7) }),
            ),
            (
                json!({ "id": "chat7", "lines": { "status": 60 }, "message": [] }),
                Some(ListedDialog { closed: true, ..bare(7) }),
            ),
            (
                json!({ "id": "chat7", "chat": { "entity_data_1": "N|NONE|0|N|N|0|1" } }),
                Some(ListedDialog { closed: true, ..bare(7) }),
            ),
            (json!({ "id": "chat7", "chat": [], "lines": false }), Some(bare(7))),
            (json!({ "id": "chat7" }), Some(bare(7))),
            (json!({ "id": "chat7", "chat": { "entity_type": "CRM" } }), None),
            (json!({ "id": 7, "user": { "id": 7 } }), None),
            (json!({ "id": "sg7" }), None),
            (json!([]), None),
        ] {
            assert_eq!(parse(&item), expected, "{item}");
        }
    }

    #[test]
    fn each_once_and_the_newest_first() {
        let at = |id, second| ListedDialog {
            written: Some(Timestamp::from_second(second).unwrap()),
            ..bare(id)
        };
        let list = [at(1, 50), bare(9), at(2, 70), at(1, 50), at(3, 70)];
        let ids: Vec<u64> = in_order(list.into_iter()).iter().map(|d| d.id.get()).collect();
        assert_eq!(ids, [3, 2, 1, 9]);
    }
}
