//! The switch itself, and what tells its state.

use serde_json::{Value, json};

use super::{
    batch::{Batch, MOST},
    error::PortalError,
    handle::Portal,
    php,
};
use crate::domain::{dialog::DialogId, silent_mode::Switch};

/// The method that switches silent mode.
pub const METHOD: &str = "imopenlines.session.mode.silent";

/// Undocumented, and absent on older portals: its errors mean that the state can't be read.
pub(super) const STATE_METHOD: &str = "imopenlines.v2.Session.isSilentMode";

impl Portal<'_> {
    /// Switches a dialog's silent mode (`imopenlines.session.mode.silent`).
    ///
    /// `Ok` proves that the caller had access, not that anything changed: read it back.
    pub async fn switch(&self, dialog: DialogId, order: Switch) -> Result<(), PortalError> {
        match self.call(METHOD, &params(dialog, order)).await? {
            Value::Bool(true) => Ok(()),
            _ => Err(PortalError::UnexpectedResult),
        }
    }

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
            let state = |index| outcomes.of(&name(index)).ok().and_then(is_on);
            states.extend((0..dialogs.len()).map(state));
        }
        Ok(states)
    }
}

/// The chat's number is a JSON number under an upper-case key, and the order one of two exact
/// strings that is never left out: the portal takes anything else for "off".
fn params(dialog: DialogId, order: Switch) -> Value {
    json!({ "CHAT_ID": dialog.get(), "ACTIVATE": if order.is_on() { "Y" } else { "N" } })
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
    use super::*;

    #[test]
    fn the_order_on_the_wire() {
        let dialog = DialogId::new(2024).unwrap();
        let wire = |order| params(dialog, order).to_string();
        assert_eq!(wire(Switch::On), r#"{"ACTIVATE":"Y","CHAT_ID":2024}"#);
        assert_eq!(wire(Switch::Off), r#"{"ACTIVATE":"N","CHAT_ID":2024}"#);
    }

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
