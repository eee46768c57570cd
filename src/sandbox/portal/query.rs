//! Query strings and form bodies, taken apart as PHP's `parse_str` does.

use super::php::{Array, Key, Value};

/// How deep brackets may nest (PHP's `max_input_nesting_level`).
const DEEPEST: usize = 64;

/// Parses `a[b][]=1&c=2` into nested arrays.
pub(super) fn parse(text: &str) -> Array {
    let mut array = Array::default();
    for (name, value) in url::form_urlencoded::parse(text.as_bytes()) {
        insert(&mut array, &name, Value::Str(value.into_owned()));
    }
    array
}

/// Puts one named value in its place among the others.
pub(super) fn insert(array: &mut Array, name: &str, value: Value) {
    let name = name.trim_start_matches(' ');
    if name.is_empty() || name.starts_with('[') {
        return;
    }
    let (first, brackets) = split(name);
    let path: Vec<&str> = brackets.iter().take(DEEPEST).copied().collect();
    store(array, Some(&first), &path, value);
}

/// The plain name, with PHP's underscores, and what stands in each pair of brackets after it.
fn split(name: &str) -> (String, Vec<&str>) {
    let underscored = |text: &str| text.replace(['.', ' '], "_");
    let Some(open) = name.find('[').filter(|open| name[*open..].contains(']')) else {
        return (underscored(name).replacen('[', "_", 1), Vec::new());
    };
    let mut brackets = Vec::new();
    let mut rest = &name[open..];
    while let Some(inner) = rest.strip_prefix('[') {
        let Some(close) = inner.find(']') else { break };
        brackets.push(&inner[..close]);
        rest = &inner[close + 1..];
    }
    (underscored(&name[..open]), brackets)
}

/// Walks down to the place and stores; `None` and empty brackets append.
fn store(array: &mut Array, key: Option<&str>, path: &[&str], value: Value) {
    let key = match key {
        Some(text) => Key::new(text),
        None => Key::Int(array.next_index()),
    };
    let Some((next, rest)) = path.split_first() else {
        array.set(key, value);
        return;
    };
    store(array.array_at(key), (!next.is_empty()).then_some(*next), rest, value);
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn nests_like_php() {
        let cases = [
            ("CHAT_ID=2024&ACTIVATE=Y", r#"{"CHAT_ID":"2024","ACTIVATE":"Y"}"#),
            ("a[b][c]=1&a[b][d]=2", r#"{"a":{"b":{"c":"1","d":"2"}}}"#),
            ("a[]=x&a[]=y", r#"{"a":["x","y"]}"#),
            ("cmd[two]=b&halt=0&cmd[one]=a", r#"{"cmd":{"two":"b","one":"a"},"halt":"0"}"#),
            ("a.b=1&c d=2", r#"{"a_b":"1","c_d":"2"}"#),
            ("a[=1", r#"{"a_":"1"}"#),
            ("a=1&a=2", r#"{"a":"2"}"#),
            ("a%5B0%5D=%D1%8F+x", r#"{"a":["я x"]}"#),
            ("=1&[x]=2&flag", r#"{"flag":""}"#),
            ("a=1&a[b]=2", r#"{"a":{"b":"2"}}"#),
        ];
        for (text, expected) in cases {
            assert_eq!(serde_json::to_string(&parse(text)).unwrap(), expected, "{text}");
        }
    }
}
