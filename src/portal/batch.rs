//! `batch`: several methods in one request.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use url::form_urlencoded::Serializer;

use super::{
    envelope::{error_word, frees_at},
    error::{PortalError, Refusal},
    handle::Portal,
    tally,
};

pub(super) const METHOD: &str = "batch";

/// How many commands one batch takes.
pub(super) const MOST: usize = 50;

/// Commands for one request. They run in the order of their names.
///
/// Names are to start with a letter: PHP would make a list of numbers.
#[derive(Debug, Default)]
pub(super) struct Batch(Vec<(String, &'static str, String)>);

/// What became of each command.
#[derive(Debug)]
pub(super) struct Outcomes {
    commands: Vec<Command>,
    result: Value,
}

#[derive(Debug)]
struct Command {
    name: String,
    method: &'static str,
    /// When the method's operating time frees again.
    frees_at: Option<Timestamp>,
}

impl Batch {
    /// Adds a command; `$result[name][field]` in a value stands for what an earlier one gave.
    pub(super) fn add(
        &mut self,
        name: impl Into<String>,
        method: &'static str,
        params: &[(&str, &str)],
    ) {
        debug_assert!(self.0.len() < MOST);
        let query = Serializer::new(String::new()).extend_pairs(params).finish();
        self.0.push((name.into(), method, query));
    }

    fn params(&self) -> Value {
        let command = |(name, method, query): &(String, &str, String)| {
            (name.clone(), Value::String(format!("{method}?{query}")))
        };
        json!({ "halt": 0, "cmd": self.0.iter().map(command).collect::<Map<_, _>>() })
    }
}

impl Portal<'_> {
    /// Sends a batch. The portal refuses as a whole what it would refuse to each command alone
    /// (limits, credentials), so there is no other way round to try then.
    pub(super) async fn batch(&self, batch: Batch) -> Result<Outcomes, PortalError> {
        let result = self.call(METHOD, &batch.params()).await?;
        self.outcomes(batch, result)
    }

    /// The same without a further try.
    pub(super) async fn batch_once(&self, batch: Batch) -> Result<Outcomes, PortalError> {
        let result = self.call_once(METHOD, &batch.params()).await?;
        self.outcomes(batch, result)
    }

    fn outcomes(&self, batch: Batch, result: Value) -> Result<Outcomes, PortalError> {
        if result.get("result").is_none() {
            return Err(PortalError::UnexpectedResult);
        }
        let access = self.access();
        let times = self.client().operating();
        let command = |(name, method, _): (String, &'static str, String)| {
            if let Some(frees_at) = part(&result, "result_time", &name).and_then(frees_at) {
                times.note(&access, method, frees_at);
            }
            Command { name, method, frees_at: times.last(&access, method) }
        };
        let commands = batch.0.into_iter().map(command).collect();
        let outcomes = Outcomes { commands, result };
        for command in &outcomes.commands {
            tally::answered(command.method, outcomes.find(command).err().as_ref());
        }
        Ok(outcomes)
    }
}

impl Outcomes {
    /// What a command gave, or its error.
    pub(super) fn of(&self, name: &str) -> Result<&Value, PortalError> {
        let command = self.commands.iter().find(|command| command.name == name);
        let found = self.find(command.ok_or(PortalError::UnexpectedResult)?);
        if let Err(PortalError::Refused(refusal)) = &found {
            tracing::debug!(%refusal, "command of a batch failed");
        }
        found
    }

    fn find(&self, command: &Command) -> Result<&Value, PortalError> {
        let Some(error) = part(&self.result, "result_error", &command.name) else {
            let found = part(&self.result, "result", &command.name);
            return found.ok_or(PortalError::UnexpectedResult);
        };
        let word = error.get("error").and_then(error_word).unwrap_or_default();
        let refusal = Refusal::new(command.method, 200, &word, command.frees_at);
        Err(PortalError::Refused(refusal))
    }
}

fn part<'a>(result: &'a Value, part: &str, name: &str) -> Option<&'a Value> {
    result.get(part)?.get(name)
}

#[cfg(test)]
mod tests {
    use super::{super::code::Code, *};

    fn outcomes(result: Value) -> Outcomes {
        let command = |name: &str, method| Command { name: name.into(), method, frees_at: None };
        Outcomes { commands: vec![command("a", "x.get"), command("b", "y.get")], result }
    }

    #[test]
    fn commands_are_method_and_query() {
        let mut batch = Batch::default();
        batch.add("a", "x.get", &[("ID", "7"), ("CODE", "a|1|b c|d&e")]);
        batch.add("b", "y.get", &[("chatId", "$result[a][id]")]);
        let expected = json!({ "halt": 0, "cmd": {
            "a": "x.get?ID=7&CODE=a%7C1%7Cb+c%7Cd%26e",
            "b": "y.get?chatId=%24result%5Ba%5D%5Bid%5D",
        }});
        assert_eq!(batch.params(), expected);
    }

    #[test]
    fn each_command_has_its_own_outcome() {
        let outcomes = outcomes(json!({
            "result": { "a": { "id": 5 } },
            "result_error": { "b": { "error": "ACCESS_DENIED", "error_description": "words" } },
        }));
        assert_eq!(outcomes.of("a"), Ok(&json!({ "id": 5 })));
        let Err(PortalError::Refused(refusal)) = outcomes.of("b") else { panic!() };
        assert_eq!(
            (refusal.code, refusal.status, refusal.method),
            (Code::AccessDenied, 200, "y.get")
        );
    }

    #[test]
    fn empty_maps_are_lists() {
        let none = outcomes(json!({ "result": [], "result_error": [], "result_time": [] }));
        assert_eq!(none.of("a"), Err(PortalError::UnexpectedResult));
        let all = outcomes(json!({ "result": { "a": null }, "result_error": [] }));
        assert_eq!(all.of("a"), Ok(&Value::Null));
    }
}
