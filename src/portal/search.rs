//! `im.search.chat.list`: dialogs by their names.

use serde_json::{Value, json};

use super::{
    entity::{is_closed, silent_field},
    error::PortalError,
    handle::Portal,
    php,
    recent::ListedDialog,
};
use crate::domain::dialog::DialogId;

const METHOD: &str = "im.search.chat.list";

/// The shortest phrase that the portal looks for, in characters.
pub const SHORTEST_PHRASE: usize = 2;

/// How many dialogs one request asks for: the most that a page has.
const LIMIT: usize = 50;

/// How many pages are asked for. Whoever finds more than that has not said enough.
const MOST_PAGES: usize = 2;

impl Portal<'_> {
    /// The open-channel dialogs whose names hold a phrase of [`SHORTEST_PHRASE`] characters at
    /// least, in the portal's order, each once; needs the scope `im`.
    pub async fn find_dialogs(&self, phrase: &str) -> Result<Vec<ListedDialog>, PortalError> {
        let mut found: Vec<ListedDialog> = Vec::new();
        for page in 0..MOST_PAGES {
            let params = json!({ "FIND_LINES": phrase, "LIMIT": LIMIT, "OFFSET": page * LIMIT });
            let list = self.call(METHOD, &params).await?;
            let items = php::items(&list).ok_or(PortalError::UnexpectedResult)?;
            let before = found.len();
            for dialog in items.iter().filter_map(|item| parse(item)) {
                if !found.iter().any(|known| known.id == dialog.id) {
                    found.push(dialog);
                }
            }
            if items.len() < LIMIT || found.len() == before {
                break;
            }
        }
        Ok(found)
    }
}

/// One chat; `None` for whatever else a portal may find.
fn parse(chat: &Value) -> Option<ListedDialog> {
    let kind = chat.get("entity_type").and_then(Value::as_str);
    if kind.is_some_and(|kind| kind != "LINES") {
        return None;
    }
    Some(ListedDialog {
        id: DialogId::new(php::number(chat.get("id")?)?)?,
        title: chat.get("name").and_then(php::text),
        field: silent_field(chat),
        written: None,
        waits: false,
        closed: is_closed(chat),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chats_as_portals_write_them() {
        let chat = json!({
            "id": "7", "name": "Anna - Website", "entity_type": "LINES", "entity_data_3": "Y",
            "entity_data_1": "N|NONE|0|N|N|0|1",
        });
        let expected = ListedDialog {
            id: DialogId::new(7).unwrap(),
            title: Some("Anna - Website".into()),
            field: Some(true),
            written: None,
            waits: false,
            closed: true,
        };
        assert_eq!(parse(&chat), Some(expected));
        for other in [json!({ "id": 7, "entity_type": "" }), json!({ "id": 0 }), json!([])] {
            assert_eq!(parse(&other), None, "{other}");
        }
    }
}
