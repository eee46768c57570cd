//! `imopenlines.dialog.get`: what a portal knows of one dialog.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{
    batch::{Batch, MOST, Outcomes},
    code::Code,
    entity::{EntityFacts, silent_flag},
    error::PortalError,
    handle::Portal,
    php,
    silent::{STATE_METHOD, is_on},
};
use crate::domain::{
    dialog::{DialogId, Target},
    silent_mode::Reading,
};

const METHOD: &str = "imopenlines.dialog.get";

/// The commands' names in the batch; they run in this order.
const DIALOG: &str = "dialog";
const STATE: &str = "silent";
const OPERATOR: &str = "operator";

/// What a portal showed of one dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialogReading {
    /// The chat's number.
    pub id: DialogId,
    /// The dialog's name: the client's and the line's. Foreign text.
    pub title: Option<String>,
    /// What connects the client: `livechat`, `telegrambot`, …. Foreign text.
    pub connector: Option<String>,
    /// The number of the open channel that leads the dialog now.
    pub line: Option<u64>,
    /// The operator who answers; `None` while nobody has taken the dialog.
    pub owner: Option<u64>,
    /// The operator's name, where it was asked for. Foreign text.
    pub operator: Option<String>,
    /// The session has ended: what is written reaches nobody until a new one starts.
    pub closed: bool,
    /// The silent state, from both of its places.
    pub reading: Reading,
}

impl Portal<'_> {
    /// Reads a dialog and its silent state, in one request.
    pub async fn read(&self, dialog: DialogId) -> Result<DialogReading, PortalError> {
        self.find(&Target::Chat(dialog)).await
    }

    /// Reads several dialogs, each as [`Portal::read`] does; in their order, 25 in one request.
    pub async fn read_all(
        &self,
        dialogs: &[DialogId],
    ) -> Result<Vec<Result<DialogReading, PortalError>>, PortalError> {
        let mut readings = Vec::with_capacity(dialogs.len());
        for dialogs in dialogs.chunks(MOST / 2) {
            let outcomes = self.look(dialogs).await?;
            readings.extend((0..dialogs.len()).map(|index| outcomes.numbered(index)));
        }
        Ok(readings)
    }

    /// Of each dialog that is surely off what was read of it, in their order, 25 in one request.
    ///
    /// Off is what the state's method says to be off. Where the portal lacks that method it is
    /// older than the personal flag, and its field tells.
    pub async fn already_off(
        &self,
        dialogs: &[DialogId],
    ) -> Result<Vec<Option<DialogReading>>, PortalError> {
        let mut found = Vec::with_capacity(dialogs.len());
        for dialogs in dialogs.chunks(MOST / 2) {
            let outcomes = self.look(dialogs).await?;
            found.extend((0..dialogs.len()).map(|index| {
                let read = outcomes.numbered(index).ok()?;
                let by_field = lacks_method(&outcomes.of(&state(index)));
                let off = match read.reading {
                    Reading { session: Some(on), .. } => !on,
                    Reading { field: Some(on), .. } => by_field && !on,
                    _ => false,
                };
                off.then_some(read)
            }));
        }
        Ok(found)
    }

    /// Asks for at most 25 dialogs and their states.
    async fn look(&self, dialogs: &[DialogId]) -> Result<Outcomes, PortalError> {
        let mut batch = Batch::default();
        for (index, id) in dialogs.iter().enumerate() {
            batch.add_dialog(dialog(index), *id);
            batch.add_state(state(index), *id);
        }
        if self.names_operators() && dialogs.len() == 1 {
            batch.add_operator(operator(0), &dialog(0));
        }
        self.batch(batch).await
    }

    /// The same for a dialog that is named by its session, its client's code, or its CRM card if
    /// it is the only open one there.
    ///
    /// An error of the silent state's method only leaves that state open: older portals lack it.
    pub async fn find(&self, target: &Target) -> Result<DialogReading, PortalError> {
        let only;
        let target = match target {
            Target::Crm(card) => {
                let dialogs = self.card_dialogs(*card).await?;
                let [dialog] = dialogs.as_slice() else { return Err(PortalError::NothingFound) };
                only = Target::Chat(*dialog);
                &only
            }
            other => other,
        };
        let Some(commands) = commands(target) else { return Err(PortalError::NothingFound) };
        self.batch(commands).await?.reading(DIALOG, STATE)
    }
}

impl Batch {
    /// Adds the question for a dialog.
    pub(super) fn add_dialog(&mut self, name: impl Into<String>, dialog: DialogId) {
        self.add(name, METHOD, &[("CHAT_ID", &dialog.to_string())]);
    }

    /// Adds the question for its silent state.
    pub(super) fn add_state(&mut self, name: impl Into<String>, dialog: DialogId) {
        self.add(name, STATE_METHOD, &[("chatId", &dialog.to_string())]);
    }
}

impl Outcomes {
    /// What the commands of a numbered dialog showed.
    fn numbered(&self, index: usize) -> Result<DialogReading, PortalError> {
        let read = self.reading(&dialog(index), &state(index))?;
        Ok(DialogReading { operator: self.operator(&operator(index)), ..read })
    }

    /// What the commands of these names showed of a dialog.
    pub(super) fn reading(&self, dialog: &str, state: &str) -> Result<DialogReading, PortalError> {
        let fields: Option<Fields> = self.fields(dialog)?;
        fields.and_then(|fields| fields.read(self.state(state))).ok_or(PortalError::NothingFound)
    }

    /// What the command of this name told of a silent state.
    pub(super) fn state(&self, name: &str) -> Option<bool> {
        self.of(name).ok().as_ref().and_then(is_on)
    }
}

/// The names of a numbered dialog's commands.
fn dialog(index: usize) -> String {
    format!("{DIALOG}{index}")
}

fn state(index: usize) -> String {
    format!("{STATE}{index}")
}

fn operator(index: usize) -> String {
    format!("{OPERATOR}{index}")
}

fn lacks_method(answer: &Result<Value, PortalError>) -> bool {
    matches!(answer, Err(PortalError::Refused(refusal)) if refusal.code == Code::MethodNotFound)
}

/// `None` for a card, which is no dialog by itself.
fn commands(target: &Target) -> Option<Batch> {
    let mut batch = Batch::default();
    let chat = match target {
        Target::Chat(id) => {
            batch.add(DIALOG, METHOD, &[("CHAT_ID", &id.to_string())]);
            id.to_string()
        }
        Target::Session(id) => {
            batch.add(DIALOG, METHOD, &[("SESSION_ID", &id.to_string())]);
            format!("$result[{DIALOG}][id]")
        }
        Target::UserCode(code) => {
            batch.add(DIALOG, METHOD, &[("USER_CODE", code.as_str())]);
            format!("$result[{DIALOG}][id]")
        }
        Target::Crm(_) => return None,
    };
    batch.add(STATE, STATE_METHOD, &[("chatId", &chat)]);
    Some(batch)
}

/// What is used of the method's answer.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    id: Value,
    dialog_id: Value,
    name: Value,
    owner: Value,
    entity_id: Value,
    entity_data_1: Value,
    #[serde(deserialize_with = "present")]
    entity_data_3: Option<Value>,
}

impl Fields {
    fn read(self, session: Option<bool>) -> Option<DialogReading> {
        let facts = EntityFacts::of(&self.entity_id, &self.entity_data_1);
        Some(DialogReading {
            id: self.number()?,
            title: php::text(&self.name),
            connector: facts.connector,
            line: facts.line,
            owner: php::number(&self.owner).filter(|owner| *owner > 0),
            operator: None,
            closed: facts.session == Some(0),
            reading: Reading { session, field: self.entity_data_3.as_ref().and_then(silent_flag) },
        })
    }

    fn number(&self) -> Option<DialogId> {
        let prefixed = || self.dialog_id.as_str()?.strip_prefix("chat")?.parse().ok();
        DialogId::new(php::number(&self.id).or_else(prefixed)?)
    }
}

/// A field that is there, though it be `null`.
fn present<'de, D: Deserializer<'de>>(field: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(field).map(Some)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::entity::silent_field, *};

    fn parse(answer: &Value, session: Option<bool>) -> Option<DialogReading> {
        let answer = answer.to_string();
        php::fields(answer.as_bytes()).and_then(|fields: Fields| fields.read(session))
    }

    #[test]
    fn a_whole_dialog() {
        let answer = json!({
            "id": "2024", "dialog_id": "chat2024", "name": "Anna - Shop", "avatar": "",
            "owner": "17", "entity_type": "LINES", "entity_id": "livechat|22|1775|599",
            "entity_data_1": "Y|LEAD|1209|N|N|343|1773682918|0|0|0",
            "entity_data_2": "LEAD|1209|COMPANY|0|CONTACT|0|DEAL|0", "entity_data_3": "Y",
            "mute_list": false, "public": "",
        });
        let expected = DialogReading {
            id: DialogId::new(2024).unwrap(),
            title: Some("Anna - Shop".into()),
            connector: Some("livechat".into()),
            line: Some(22),
            owner: Some(17),
            operator: None,
            closed: false,
            reading: Reading { session: Some(true), field: Some(true) },
        };
        assert_eq!(parse(&answer, Some(true)), Some(expected));
    }

    #[test]
    fn only_an_ended_session_closes() {
        let closed = |data: &str| {
            parse(&json!({ "id": 5, "entity_data_1": data }), None).map(|dialog| dialog.closed)
        };
        assert_eq!(closed("N|NONE|0|N|N|0|1"), Some(true));
        assert_eq!(closed("N|NONE|0|N|N|8|1"), Some(false));
        assert_eq!(closed("N|NONE"), Some(false));
    }

    #[test]
    fn the_silent_field_is_yes_only_as_an_exact_y() {
        for (answer, field) in [
            (json!({ "entity_data_3": "Y" }), Some(true)),
            (json!({ "entity_data_3": "N" }), Some(false)),
            (json!({ "entity_data_3": "" }), Some(false)),
            (json!({ "entity_data_3": "y" }), Some(false)),
            (json!({ "entity_data_3": null }), Some(false)),
            (json!({ "entity_data_3": false }), Some(false)),
            (json!({}), None),
        ] {
            assert_eq!(silent_field(&answer), field, "{answer}");
            let mut answer = answer;
            answer["id"] = json!(7);
            assert_eq!(parse(&answer, None).unwrap().reading.field, field, "{answer}");
        }
    }

    #[test]
    fn without_a_number_there_is_no_dialog() {
        let id = |answer: Value| parse(&answer, None).map(|dialog| dialog.id.get());
        assert_eq!(id(json!({ "id": 7 })), Some(7));
        assert_eq!(id(json!({ "dialog_id": "chat7" })), Some(7));
        for answer in [json!([]), json!(false), json!(null), json!({}), json!({ "id": 0 })] {
            assert_eq!(id(answer.clone()), None, "{answer}");
        }
    }
}
