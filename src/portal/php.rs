//! Values as PHP writes them in JSON: numbers as text, empty maps as `[]`, absent things as
//! `false`, `""` or `null`.

use serde::Deserialize;
use serde_json::Value;

/// The fields of a map that are wanted; `None` of what is no map, a list included, which serde
/// would take for the fields in their order.
pub(super) fn fields<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Option<T> {
    json.trim_ascii_start().starts_with(b"{").then(|| serde_json::from_slice(json).ok())?
}

/// A whole number, written as a number or as its digits. What is absent or anything else is
/// `None`.
pub(super) fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64().or_else(|| whole(number.as_f64()?)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// The whole part of a float that is a time stamp or an id: between 0 and 2^53.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked, and the fraction is to go"
)]
fn whole(number: f64) -> Option<u64> {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    (0.0..=LARGEST).contains(&number).then_some(number as u64)
}

/// A text that says something; a number counts as its digits.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Yes or no in one of PHP's ways; `None` where it is neither.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(yes) => Some(*yes),
        Value::Number(number) => number.as_u64().and_then(|number| match number {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }),
        Value::String(text) => match text.to_ascii_lowercase().as_str() {
            "y" | "1" | "true" => Some(true),
            "n" | "0" | "false" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// What a list holds, or a map: PHP writes a list with a gap in its keys as a map.
pub(super) fn items(value: &Value) -> Option<Vec<&Value>> {
    match value {
        Value::Array(items) => Some(items.iter().collect()),
        Value::Object(map) => Some(map.values().collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers() {
        for (value, expected) in [
            (json!(1763), Some(1763)),
            (json!("1763"), Some(1763)),
            (json!(" 7 "), Some(7)),
            (json!(0), Some(0)),
            (json!(1_764_000_000.25), Some(1_764_000_000)),
            (json!(-1), None),
            (json!(-1.5), None),
            (json!(1e300), None),
            (json!("chat7"), None),
            (json!(""), None),
            (json!(false), None),
            (json!(true), None),
            (json!(null), None),
            (json!([]), None),
        ] {
            assert_eq!(number(&value), expected, "{value}");
        }
    }

    #[test]
    fn texts() {
        for (value, expected) in [
            (json!("Anna"), Some("Anna")),
            (json!("  Anna "), Some("Anna")),
            (json!(744), Some("744")),
            (json!(""), None),
            (json!("  "), None),
            (json!(false), None),
            (json!(null), None),
            (json!([]), None),
            (json!({}), None),
        ] {
            assert_eq!(text(&value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn flags() {
        for (value, expected) in [
            (json!(true), Some(true)),
            (json!(false), Some(false)),
            (json!("Y"), Some(true)),
            (json!("N"), Some(false)),
            (json!(1), Some(true)),
            (json!("0"), Some(false)),
            (json!(""), None),
            (json!("maybe"), None),
            (json!(2), None),
            (json!(null), None),
            (json!([]), None),
        ] {
            assert_eq!(flag(&value), expected, "{value}");
        }
    }

    #[test]
    fn lists_with_and_without_gaps() {
        let (one, two) = (json!(1), json!(2));
        assert_eq!(items(&json!([1, 2])), Some(vec![&one, &two]));
        assert_eq!(items(&json!({"0": 1, "5": 2})), Some(vec![&one, &two]));
        assert_eq!(items(&json!([])), Some(vec![]));
        assert_eq!(items(&json!(false)), None);
    }
}
