//! `im.message.add`: a note that only colleagues see, posted once.

use serde_json::{Value, json};

use super::{code::Code, error::PortalError, handle::Portal, php, retry::surely_not_done};
use crate::domain::{dialog::DialogId, whisper::Doubt};

const READ_METHOD: &str = "imopenlines.dialog.get";
const POST_METHOD: &str = "im.message.add";

/// Why a note is not known to be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteError {
    /// It surely was not.
    NotPosted(PortalError),
    /// It surely was not: the person is not in the dialog, and only its members may write there.
    NotMember,
    /// It may have been posted or not.
    Unclear,
}

impl Portal<'_> {
    /// Reads whether a note in this dialog would surely stay from the client. The dialog's name,
    /// where it has one, or what leaves a doubt.
    pub async fn fit_for_note(
        &self,
        dialog: DialogId,
    ) -> Result<Result<Option<String>, Doubt>, PortalError> {
        let answer = self.call(READ_METHOD, &json!({ "CHAT_ID": dialog.get() })).await?;
        Ok(doubts(&answer, dialog, self.moved().is_some()))
    }

    /// Posts a note, as it is written, at most once (`im.message.add` with `SKIP_CONNECTOR=Y`, a
    /// parameter that the method's page does not document). It is tried again only where the
    /// portal has surely not carried it out, and nowhere but where the portal was when it was
    /// read.
    pub async fn post_note(&self, dialog: DialogId, text: &str) -> Result<(), NoteError> {
        match self.call_carefully(POST_METHOD, &params(dialog, text)).await {
            Ok(answer) => match php::number(&answer) {
                Some(1..) => Ok(()),
                _ => Err(NoteError::Unclear),
            },
            Err(PortalError::Refused(refusal)) if refusal.code == Code::AccessError => {
                Err(NoteError::NotMember)
            }
            Err(error) if surely_not_done(&error) => Err(NoteError::NotPosted(error)),
            Err(_) => Err(NoteError::Unclear),
        }
    }
}

fn params(dialog: DialogId, text: &str) -> Value {
    json!({ "DIALOG_ID": format!("chat{dialog}"), "MESSAGE": text, "SKIP_CONNECTOR": "Y" })
}

/// What of a portal's answer about a dialog leaves a doubt whether a note there would stay from
/// the client. All that matters has to be there and to be right: what is absent is a doubt, too.
/// The dialog's name otherwise.
fn doubts(answer: &Value, asked: DialogId, moved: bool) -> Result<Option<String>, Doubt> {
    if moved {
        return Err(Doubt::Moved);
    }
    let Value::Object(chat) = answer else { return Err(Doubt::Unreadable) };
    let word = |name: &str| chat.get(name).map(|value| value.as_str().unwrap_or_default());
    let id = chat.get("id").and_then(php::number).ok_or(Doubt::Unreadable)?;
    let named = word("dialog_id").is_none_or(|name| name == format!("chat{asked}"));
    if id != asked.get() || !named {
        return Err(Doubt::OtherDialog);
    }
    let kind = word("type").ok_or(Doubt::Unreadable)?;
    let entity = word("entity_type").ok_or(Doubt::Unreadable)?;
    let message = word("message_type").is_none_or(|kind| kind == "L");
    if kind != "lines" || entity != "LINES" || !message {
        return Err(Doubt::NotAnOpenChannel);
    }
    let session = word("entity_data_1").and_then(|data| data.split('|').nth(5));
    match session.and_then(|session| session.trim().parse::<u64>().ok()) {
        None => Err(Doubt::Unreadable),
        Some(0) => Err(Doubt::Closed),
        Some(_) => Ok(chat.get("name").and_then(php::text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialog() -> DialogId {
        DialogId::new(2024).unwrap()
    }

    fn chat() -> Value {
        json!({
            "id": "2024", "dialog_id": "chat2024", "name": "Anna - Shop", "type": "lines",
            "message_type": "L", "entity_type": "LINES", "entity_id": "livechat|22|1775|599",
            "entity_data_1": "Y|LEAD|1209|N|N|343|1773682918|0|0|0", "entity_data_3": "N",
        })
    }

    #[test]
    fn the_order_on_the_wire_is_the_text_as_it_is() {
        let wire = params(dialog(), " [b]call her[/b]\nat \"six\" ");
        let expected = json!({
            "DIALOG_ID": "chat2024", "MESSAGE": " [b]call her[/b]\nat \"six\" ",
            "SKIP_CONNECTOR": "Y",
        });
        assert_eq!(wire, expected);
    }

    #[test]
    fn each_answer_that_leaves_a_doubt() {
        let with = |name: &str, value: Value| {
            let mut chat = chat();
            chat[name] = value;
            chat
        };
        let without = |name: &str| {
            let mut chat = chat();
            chat.as_object_mut().unwrap().remove(name);
            chat
        };
        let fits = || Ok(Some("Anna - Shop".to_owned()));
        for (answer, verdict) in [
            (chat(), fits()),
            (with("id", json!(2024)), fits()),
            (without("dialog_id"), fits()),
            (without("message_type"), fits()),
            (without("name"), Ok(None)),
            // No answer about a dialog.
            (json!(null), Err(Doubt::Unreadable)),
            (json!([]), Err(Doubt::Unreadable)),
            (json!(true), Err(Doubt::Unreadable)),
            (json!({}), Err(Doubt::Unreadable)),
            (without("id"), Err(Doubt::Unreadable)),
            (with("id", json!(false)), Err(Doubt::Unreadable)),
            // About another one.
            (with("id", json!(2025)), Err(Doubt::OtherDialog)),
            (with("dialog_id", json!("chat2025")), Err(Doubt::OtherDialog)),
            (with("dialog_id", json!("2024")), Err(Doubt::OtherDialog)),
            (with("dialog_id", json!(null)), Err(Doubt::OtherDialog)),
            // Not of an open channel, or not said to be.
            (with("type", json!("chat")), Err(Doubt::NotAnOpenChannel)),
            (with("type", json!(null)), Err(Doubt::NotAnOpenChannel)),
            (without("type"), Err(Doubt::Unreadable)),
            (with("entity_type", json!("")), Err(Doubt::NotAnOpenChannel)),
            (with("entity_type", json!("LIVECHAT")), Err(Doubt::NotAnOpenChannel)),
            (without("entity_type"), Err(Doubt::Unreadable)),
            (with("message_type", json!("C")), Err(Doubt::NotAnOpenChannel)),
            // Without a session that runs.
            (with("entity_data_1", json!("N|NONE|0|N|N|0|1773682918")), Err(Doubt::Closed)),
            (with("entity_data_1", json!("N|NONE|0|N|N")), Err(Doubt::Unreadable)),
            (with("entity_data_1", json!("N|NONE|0|N|N|x")), Err(Doubt::Unreadable)),
            (with("entity_data_1", json!(false)), Err(Doubt::Unreadable)),
            (without("entity_data_1"), Err(Doubt::Unreadable)),
        ] {
            assert_eq!(doubts(&answer, dialog(), false), verdict, "{answer}");
            assert_eq!(doubts(&answer, dialog(), true), Err(Doubt::Moved), "{answer}");
        }
    }
}
