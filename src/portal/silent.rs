//! What tells the state of silent mode.

use serde_json::Value;

use super::{
    batch::{Batch, MOST},
    error::PortalError,
    handle::Portal,
    php,
};
use crate::domain::dialog::DialogId;

/// Undocumented, and absent on older portals: its errors mean that the state can't be read.
pub(super) const STATE_METHOD: &str = "imopenlines.v2.Session.isSilentMode";

impl Portal<'_> {
    /// Whether silent mode is on in each of the dialogs, in their order; `None` where the portal
    /// does not tell. One request per 50 dialogs.
    pub async fn is_silent(&self, dialogs: &[DialogId]) -> Result<Vec<Option<bool>>, PortalError> {
        let mut states = Vec::with_capacity(dialogs.len());
        for dialogs in dialogs.chunks(MOST) {
            let mut batch = Batch::default();
            for (index, dialog) in dialogs.iter().enumerate() {
                batch.add(name(index), STATE_METHOD, &[("chatId", &dialog.to_string())]);
            }
            let outcomes = self.batch(batch).await?;
            let state = |index| outcomes.of(&name(index)).ok().as_ref().and_then(is_on);
            states.extend((0..dialogs.len()).map(state));
        }
        Ok(states)
    }
}

fn name(index: usize) -> String {
    format!("d{index}")
}

/// Reads the answer of `isSilentMode`, which is nested: `{"result":true}`.
pub(super) fn is_on(answer: &Value) -> Option<bool> {
    php::flag(answer.get("result").unwrap_or(answer))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_state_in_each_of_its_forms() {
        for (answer, state) in [
            (json!({ "result": true }), Some(true)),
            (json!({ "result": false }), Some(false)),
            (json!({ "result": "Y" }), Some(true)),
            (json!(true), Some(true)),
            (json!({ "result": null }), None),
            (json!({ "result": [] }), None),
            (json!([]), None),
            (Value::Null, None),
        ] {
            assert_eq!(is_on(&answer), state, "{answer}");
        }
    }
}
