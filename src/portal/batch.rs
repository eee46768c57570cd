//! `batch`: several methods in one request.

use std::{borrow::Cow, collections::BTreeMap};

use jiff::Timestamp;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value, json, value::RawValue};
use url::form_urlencoded::Serializer;

use super::{
    envelope::{error_word, frees_at},
    error::{PortalError, Refusal},
    handle::Portal,
    php, tally,
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
pub(super) struct Outcomes(Vec<Outcome>);

#[derive(Debug)]
struct Outcome {
    name: String,
    /// What the method gave, still to be read.
    answer: Result<Box<RawValue>, PortalError>,
}

/// A batch's `result`. PHP makes lists of the maps that are empty.
#[derive(Deserialize)]
struct Parts<'a> {
    #[serde(borrow)]
    result: &'a RawValue,
    #[serde(borrow, default)]
    result_error: Option<&'a RawValue>,
    #[serde(borrow, default)]
    result_time: Option<&'a RawValue>,
}

/// Something for each command's name.
type Named<'a> = BTreeMap<Cow<'a, str>, &'a RawValue>;

/// Why a command failed.
#[derive(Deserialize)]
struct Failure {
    #[serde(default)]
    error: Value,
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
        let result = self.call_raw(METHOD, &batch.params()).await?;
        self.outcomes(batch, &result)
    }

    /// The same without a further try.
    pub(super) async fn batch_once(&self, batch: Batch) -> Result<Outcomes, PortalError> {
        let result = self.call_once(METHOD, &batch.params()).await?;
        self.outcomes(batch, &result)
    }

    fn outcomes(&self, batch: Batch, result: &RawValue) -> Result<Outcomes, PortalError> {
        let parts: Parts<'_> =
            php::fields(result.get().as_bytes()).ok_or(PortalError::UnexpectedResult)?;
        let (results, errors) = (named(Some(parts.result)), named(parts.result_error));
        let frees = named(parts.result_time);
        let (access, times) = (self.access(), self.client().operating());
        let outcome = |(name, method, _): (String, &'static str, String)| {
            if let Some(frees_at) = frees.get(&*name).and_then(|time| frees_at(time)) {
                times.note(&access, method, frees_at);
            }
            let found = match errors.get(&*name) {
                None => results.get(&*name).ok_or(PortalError::UnexpectedResult),
                Some(error) => {
                    Err(PortalError::Refused(refusal(method, error, times.last(&access, method))))
                }
            };
            tally::answered(method, found.as_ref().err());
            Outcome { name, answer: found.map(|found| (*found).to_owned()) }
        };
        Ok(Outcomes(batch.0.into_iter().map(outcome).collect()))
    }
}

fn named(part: Option<&RawValue>) -> Named<'_> {
    part.and_then(|part| php::fields(part.get().as_bytes())).unwrap_or_default()
}

fn refusal(method: &'static str, error: &RawValue, frees_at: Option<Timestamp>) -> Refusal {
    let failure: Option<Failure> = php::fields(error.get().as_bytes());
    let word = failure.as_ref().and_then(|failure| error_word(&failure.error)).unwrap_or_default();
    Refusal::new(method, 200, &word, frees_at)
}

impl Outcomes {
    /// What a command gave, or its error.
    pub(super) fn of(&self, name: &str) -> Result<Value, PortalError> {
        let answer = self.answer(name)?;
        serde_json::from_str(answer.get()).map_err(|_| PortalError::UnexpectedResult)
    }

    /// Of the map that a command gave the fields that are wanted; `None` where it gave no map.
    pub(super) fn fields<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, PortalError> {
        Ok(php::fields(self.answer(name)?.get().as_bytes()))
    }

    fn answer(&self, name: &str) -> Result<&RawValue, PortalError> {
        let outcome = self.0.iter().find(|outcome| outcome.name == name);
        let answer = &outcome.ok_or(PortalError::UnexpectedResult)?.answer;
        if let Err(PortalError::Refused(refusal)) = answer {
            tracing::debug!(%refusal, "command of a batch failed");
        }
        answer.as_deref().map_err(Clone::clone)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{PortalClient, code::Code, settings::Settings},
        *,
    };
    use crate::domain::webhook::{HostPolicy, Webhook};

    fn outcomes(result: &Value) -> Outcomes {
        let client = PortalClient::new(Settings::default()).unwrap();
        let webhook = Webhook::parse("https://a.example/rest/7/n0tas3cret/", HostPolicy::Public);
        let mut batch = Batch::default();
        batch.add("a", "x.get", &[]);
        batch.add("b", "y.get", &[]);
        let result = serde_json::value::to_raw_value(result).unwrap();
        client.via(webhook.unwrap()).outcomes(batch, &result).unwrap()
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
        let outcomes = outcomes(&json!({
            "result": { "a": { "id": 5 } },
            "result_error": { "b": { "error": "ACCESS_DENIED", "error_description": "words" } },
        }));
        assert_eq!(outcomes.of("a"), Ok(json!({ "id": 5 })));
        let Err(PortalError::Refused(refusal)) = outcomes.of("b") else { panic!() };
        assert_eq!(
            (refusal.code, refusal.status, refusal.method),
            (Code::AccessDenied, 200, "y.get")
        );
    }

    #[test]
    fn empty_maps_are_lists() {
        let none = outcomes(&json!({ "result": [], "result_error": [], "result_time": [] }));
        assert_eq!(none.of("a"), Err(PortalError::UnexpectedResult));
        let all = outcomes(&json!({ "result": { "a": null }, "result_error": [] }));
        assert_eq!(all.of("a"), Ok(Value::Null));
    }
}
