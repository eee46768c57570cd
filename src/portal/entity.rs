//! What the `entity_*` fields of an open channel's chat tell.

use serde_json::Value;

/// Whether a chat's `entity_data_3` is `Y`; `None` where it shows no such field.
pub(super) fn silent_field(chat: &Value) -> Option<bool> {
    silent_flag(chat.get("entity_data_3")?)
}

/// The same of the field itself.
pub(super) fn silent_flag(field: &Value) -> Option<bool> {
    match field {
        Value::String(flag) => Some(flag == "Y"),
        Value::Null | Value::Bool(false) => Some(false),
        _ => None,
    }
}

/// Whether a chat's session has ended.
pub(super) fn is_closed(chat: &Value) -> bool {
    let data = chat.get("entity_data_1").unwrap_or_default();
    EntityFacts::of(&Value::Null, data).session == Some(0)
}

/// What the chat's packed fields tell. Tails may be missing, and a connector's parts are anything.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct EntityFacts {
    /// What connects the client. Foreign text.
    pub(super) connector: Option<String>,
    /// The number of the open channel that leads the dialog now.
    pub(super) line: Option<u64>,
    /// 0 after the session's end.
    pub(super) session: Option<u64>,
}

impl EntityFacts {
    /// Of `entity_id` and `entity_data_1`.
    pub(super) fn of(id: &Value, data: &Value) -> Self {
        // Connector, line, the connector's chat, the connector's user.
        let id: Vec<&str> = parts(id);
        // CRM linked, type and id, pause, wait action, session, created, line after a transfer, …
        let data: Vec<&str> = parts(data);
        let number = |parts: &[&str], at: usize| parts.get(at)?.trim().parse::<u64>().ok();
        let transferred = number(&data, 7).filter(|line| *line > 0);
        Self {
            connector: id.first().filter(|part| !part.is_empty()).map(|&part| part.to_owned()),
            line: transferred.or_else(|| number(&id, 1)),
            session: number(&data, 5),
        }
    }
}

fn parts(packed: &Value) -> Vec<&str> {
    packed.as_str().unwrap_or_default().split('|').collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn entity_fields_in_every_state_of_repair() {
        let facts = |id: &str, data: &str| EntityFacts::of(&json!(id), &json!(data));
        let full = "livechat|22|1775|599";
        for (id, data, connector, line, session) in [
            (full, "Y|LEAD|1209|N|N|343|1773682918|0|0|0", Some("livechat"), Some(22), Some(343)),
            (full, "N|NONE|0|N|N|0|1773682918|0|0|0", Some("livechat"), Some(22), Some(0)),
            (full, "N|NONE|0|N|N|9|1|31|0|0", Some("livechat"), Some(31), Some(9)),
            (full, "N|NONE|0|N|N|9", Some("livechat"), Some(22), Some(9)),
            (full, "N|NONE|0|N|N", Some("livechat"), Some(22), None),
            (full, "N|NONE|0|N|N||", Some("livechat"), Some(22), None),
            (full, "", Some("livechat"), Some(22), None),
            ("my_app|x|c-1|u@2", "", Some("my_app"), None, None),
            ("my_app", "", Some("my_app"), None, None),
            ("", "", None, None, None),
        ] {
            let expected = EntityFacts { connector: connector.map(str::to_owned), line, session };
            assert_eq!(facts(id, data), expected, "{id} {data}");
        }
        assert_eq!(EntityFacts::of(&json!(null), &json!([])), EntityFacts::default());
    }
}
