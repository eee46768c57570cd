//! `im.recent.get`: the caller's own dialogs.

use serde_json::{Value, json};

use super::{dialog::silent_field, error::PortalError, handle::Portal, php};
use crate::domain::dialog::DialogId;

const METHOD: &str = "im.recent.get";

/// A dialog in the list of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDialog {
    /// The chat's number.
    pub id: DialogId,
    /// The dialog's name: the client's and the line's. Foreign text.
    pub title: Option<String>,
    /// Whether its `entity_data_3` is `Y`; `None` where the list does not show it.
    pub field: Option<bool>,
}

impl Portal<'_> {
    /// The open-channel dialogs that the caller is in or that wait in their queue; needs the
    /// scope `im`. The portal gives no pages here.
    pub async fn own_dialogs(&self) -> Result<Vec<ListedDialog>, PortalError> {
        let list = self.call(METHOD, &json!({ "ONLY_OPENLINES": "Y" })).await?;
        let items = php::items(&list).ok_or(PortalError::UnexpectedResult)?;
        Ok(items.into_iter().filter_map(parse).collect())
    }
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
    Some(ListedDialog {
        id: DialogId::new(number.or_else(prefixed)?)?,
        title: item.get("title").and_then(php::text),
        field: silent_field(chat),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(id: u64, title: Option<&str>, field: Option<bool>) -> Option<ListedDialog> {
        Some(ListedDialog { id: DialogId::new(id)?, title: title.map(str::to_owned), field })
    }

    #[test]
    fn rows_as_portals_write_them() {
        let lines = |field: &str| json!({ "entity_type": "LINES", "entity_data_3": field });
        for (item, expected) in [
            (
                json!({ "id": "chat7", "chat_id": "7", "title": "Anna", "chat": lines("Y") }),
                listed(7, Some("Anna"), Some(true)),
            ),
            (
                json!({ "id": "chat7", "chat_id": 0, "title": "", "chat": lines("") }),
                listed(7, None, Some(false)),
            ),
            (json!({ "id": "chat7", "chat": [] }), listed(7, None, None)),
            (json!({ "id": "chat7" }), listed(7, None, None)),
            (json!({ "id": "chat7", "chat": { "entity_type": "CRM" } }), None),
            (json!({ "id": 7, "user": { "id": 7 } }), None),
            (json!({ "id": "sg7" }), None),
            (json!([]), None),
        ] {
            assert_eq!(parse(&item), expected, "{item}");
        }
    }
}
