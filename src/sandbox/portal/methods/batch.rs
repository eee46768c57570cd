//! `batch`: what its commands mean. Running them is the server's part.

use crate::sandbox::portal::php::{Array, Key, Value};
use crate::sandbox::portal::query;

/// How many commands are carried out.
pub(in super::super) const LONGEST: usize = 50;

/// The parts of the answer, under the names by which commands refer to them.
const PARTS: [&str; 5] = ["result", "error", "total", "next", "time"];

/// What the commands have given so far, each part keyed as the commands are.
#[derive(Debug, Default)]
pub(in super::super) struct Results([Array; 5]);

impl Results {
    /// Files a command's part under the command's key.
    pub(in super::super) fn put(&mut self, part: &str, key: &Key, value: Value) {
        if let Some(place) = PARTS.iter().position(|name| *name == part) {
            self.0[place].set(key.clone(), value);
        }
    }

    /// The `result` of the batch. Parts without an entry are shown as `[]`.
    pub(in super::super) fn into_value(self) -> Value {
        let [result, error, total, next, time] = self.0;
        let names = ["result", "result_error", "result_total", "result_next", "result_time"];
        let parts = [result, error, total, next, time];
        Value::Array(
            names
                .iter()
                .zip(parts)
                .map(|(name, part)| (Key::new(name), Value::Array(part)))
                .collect(),
        )
    }

    /// The method and parameters of a command such as `im.dialog.get?DIALOG_ID=$result[a][id]`.
    pub(in super::super) fn parse(&self, command: &str) -> (String, Array) {
        let command = command.split_once('#').map_or(command, |(kept, _)| kept);
        let (method, params) = command.split_once('?').unwrap_or((command, ""));
        (method.to_owned(), self.resolve_all(&query::parse(params)))
    }

    fn resolve_all(&self, params: &Array) -> Array {
        let resolved = params.iter().map(|(key, value)| {
            let value = match value {
                Value::Array(inner) => Value::Array(self.resolve_all(inner)),
                Value::Str(text) => self.resolve(text),
                other => other.clone(),
            };
            (key.clone(), value)
        });
        resolved.collect()
    }

    /// Replaces references to earlier results. A text that is nothing but one becomes the value
    /// itself; within a longer text only strings and numbers are put in.
    fn resolve(&self, text: &str) -> Value {
        let mut replaced = text.to_owned();
        for reference in
            text.split_whitespace().filter_map(|word| word.find('$').map(|at| &word[at..]))
        {
            let Some(value) = self.look_up(reference) else { continue };
            if reference == text {
                return value;
            }
            if matches!(value, Value::Str(_)) || value.is_numeric() {
                replaced = replaced.replace(reference, &value.text());
            }
        }
        Value::Str(replaced)
    }

    /// What `$result[key][field]` stands for. A step that leads nowhere ends the walk where it
    /// is. None if the text is no reference.
    fn look_up(&self, reference: &str) -> Option<Value> {
        let reference = reference.strip_prefix('$')?;
        let place = PARTS.iter().position(|part| reference.starts_with(part))?;
        let steps = brackets(&reference[PARTS[place].len()..]);
        let (first, rest) = steps.split_first()?;
        let Some(mut value) = self.0[place].get(first) else {
            return Some(Value::Array(self.0[place].clone()));
        };
        for step in rest {
            match value.array().and_then(|array| array.get(step)) {
                Some(inner) => value = inner,
                None => break,
            }
        }
        Some(value.clone())
    }
}

/// What stands in each pair of brackets.
fn brackets(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, inner)) = rest.split_once('[') {
        let Some((content, after)) = inner.split_once(']') else { break };
        if !content.is_empty() {
            found.push(content);
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refers_to_earlier_results() {
        let mut results = Results::default();
        let person = serde_json::json!({ "ID": "7", "TAGS": ["x"] });
        results.put("result", &Key::new("me"), person.into());
        let cases = [
            ("m?A=$result[me][ID]", r#"{"A":"7"}"#),
            ("m?A=chat$result[me][ID]", r#"{"A":"chat7"}"#),
            ("m?A[b]=$result[me][TAGS][0]", r#"{"A":{"b":"x"}}"#),
            ("m?A=$result[me][TAGS]", r#"{"A":["x"]}"#),
            ("m?A=x+$result[me][TAGS]", r#"{"A":"x $result[me][TAGS]"}"#),
            ("m?A=$result[me][ID][deeper]", r#"{"A":"7"}"#),
            ("m?A=$5", r#"{"A":"$5"}"#),
            ("m?A=%24result%5Bme%5D%5BID%5D", r#"{"A":"7"}"#),
            ("m", "[]"),
        ];
        for (command, expected) in cases {
            let (method, params) = results.parse(command);
            assert_eq!(method, "m");
            assert_eq!(serde_json::to_string(&params).unwrap(), expected, "{command}");
        }
    }
}
