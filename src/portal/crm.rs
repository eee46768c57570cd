//! `imopenlines.crm.chat.get`: the dialogs of a CRM card.

use serde_json::Value;

use super::{batch::Batch, error::PortalError, handle::Portal, php};
use crate::domain::{crm::CrmCard, dialog::DialogId};

pub(super) const METHOD: &str = "imopenlines.crm.chat.get";

const CARD: &str = "card";

impl Portal<'_> {
    /// The dialogs with an open session that are linked to a card, the newest chat first.
    ///
    /// In a batch, because there the method's own `ACCESS_DENIED` can be told from the portal's:
    /// alone, both come with HTTP 403.
    pub async fn card_dialogs(&self, card: CrmCard) -> Result<Vec<DialogId>, PortalError> {
        let mut batch = Batch::default();
        let id = card.id.to_string();
        let params =
            [("CRM_ENTITY_TYPE", card.kind.name()), ("CRM_ENTITY", &id), ("ACTIVE_ONLY", "Y")];
        batch.add(CARD, METHOD, &params);
        let outcomes = self.batch(batch).await?;
        parse(&outcomes.of(CARD)?).ok_or(PortalError::UnexpectedResult)
    }
}

fn parse(result: &Value) -> Option<Vec<DialogId>> {
    let rows = php::items(result)?;
    let number = |row: &&Value| DialogId::new(php::number(row.get("CHAT_ID")?)?);
    let mut dialogs: Vec<DialogId> = rows.iter().filter_map(number).collect();
    dialogs.sort_unstable_by(|a, b| b.cmp(a));
    dialogs.dedup();
    Some(dialogs)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn dialogs_as_portals_write_them() {
        let row = |id: Value| json!({ "CHAT_ID": id, "CONNECTOR_ID": "livechat" });
        let found = |result: Value| {
            parse(&result).map(|found| found.into_iter().map(DialogId::get).collect::<Vec<_>>())
        };
        let rows = json!([row(json!("7")), row(json!(9)), row(json!("7")), row(json!("0")), 5]);
        assert_eq!(found(rows), Some(vec![9, 7]));
        assert_eq!(found(json!({ "3": row(json!(3)) })), Some(vec![3]));
        assert_eq!(found(json!([])), Some(vec![]));
        assert_eq!(found(json!(false)), None);
    }
}
