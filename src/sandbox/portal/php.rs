//! Values as PHP sees them, because Bitrix24's quirks are mostly PHP's.
//!
//! Arrays are ordered maps, an empty one is sent as `[]` whether it stands for a list or a map,
//! and casts never fail.

mod json;

use std::fmt;

/// A PHP value, limited to what JSON and forms can carry.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A floating point number.
    Float(f64),
    /// A string.
    Str(String),
    /// An array: list and map at once.
    Array(Array),
}

/// A key of an array: PHP turns decimal strings into integers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// A number, given or turned from a decimal string.
    Int(i64),
    /// Anything else.
    Str(String),
}

/// An ordered map.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Array(Vec<(Key, Value)>);

impl Key {
    /// The key that PHP makes of a string: `"12"` is the number 12, `"012"` stays a string.
    pub(super) fn new(text: &str) -> Self {
        Self::number(text).map_or_else(|| Self::Str(text.to_owned()), Self::Int)
    }

    fn number(text: &str) -> Option<i64> {
        text.parse().ok().filter(|number: &i64| number.to_string() == text)
    }
}

/// As [`Key::new`].
impl From<String> for Key {
    fn from(text: String) -> Self {
        Self::number(&text).map_or(Self::Str(text), Self::Int)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        match key {
            Key::Int(number) => number.to_string(),
            Key::Str(text) => text,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(number) => number.fmt(f),
            Self::Str(text) => text.fmt(f),
        }
    }
}

impl Array {
    /// The value under a key that is set, as `isset` sees it: null counts as absent.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.at(&Key::new(key)).filter(|value| **value != Value::Null)
    }

    /// The value under a key, null included.
    pub(super) fn at(&self, key: &Key) -> Option<&Value> {
        self.0.iter().find(|(held, _)| held == key).map(|(_, value)| value)
    }

    /// Puts a value under a key; an earlier one keeps its place and loses its value.
    pub(super) fn set(&mut self, key: Key, value: Value) {
        match self.0.iter_mut().find(|(held, _)| *held == key) {
            Some((_, held)) => *held = value,
            None => self.0.push((key, value)),
        }
    }

    /// The array under a key, put there if there is none, in place of anything else.
    pub(super) fn array_at(&mut self, key: Key) -> &mut Self {
        let place = self.0.iter().position(|(held, _)| *held == key).unwrap_or_else(|| {
            self.0.push((key, Value::Null));
            self.0.len() - 1
        });
        let value = &mut self.0[place].1;
        if !matches!(value, Value::Array(_)) {
            *value = Value::Array(Self::default());
        }
        match value {
            Value::Array(array) => array,
            _ => unreachable!("an array was put there"),
        }
    }

    /// The number under which PHP appends.
    pub(super) fn next_index(&self) -> i64 {
        let used = self.0.iter().filter_map(|(key, _)| match key {
            Key::Int(number) => Some(*number),
            Key::Str(_) => None,
        });
        used.max().map_or(0, |highest| highest + 1)
    }

    /// The same values under upper-case keys, as the methods that take any letter case do.
    /// Of two keys that become one, the later wins.
    pub(super) fn upper_keys(&self) -> Self {
        let mut upper = Self::default();
        for (key, value) in &self.0 {
            let key = match key {
                Key::Str(text) => Key::Str(text.to_uppercase()),
                number @ Key::Int(_) => number.clone(),
            };
            upper.set(key, value.clone());
        }
        upper
    }

    /// The pairs, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Whether JSON shows it as a list: the keys are 0, 1, 2 and so on. An empty array is one.
    fn is_list(&self) -> bool {
        self.0.iter().zip(0..).all(|((key, _), place)| *key == Key::Int(place))
    }

    /// `isset($array[$key]) && $array[$key] === 'Y'`: nothing but this exact string means yes.
    pub(super) fn is_yes(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Value::Str(text)) if text == "Y")
    }

    /// The value cast to an integer; 0 when absent.
    pub(super) fn int(&self, key: &str) -> i64 {
        self.get(key).map_or(0, Value::int)
    }
}

impl FromIterator<(Key, Value)> for Array {
    fn from_iter<T: IntoIterator<Item = (Key, Value)>>(pairs: T) -> Self {
        let mut array = Self::default();
        for (key, value) in pairs {
            array.set(key, value);
        }
        array
    }
}

impl Value {
    /// `(int)$value`: `"2024abc"` is 2024, `"chat2024"` is 0, `true` is 1.
    pub(super) fn int(&self) -> i64 {
        match self {
            Self::Null => 0,
            Self::Bool(yes) => i64::from(*yes),
            Self::Int(number) => *number,
            Self::Float(number) => truncate(*number),
            Self::Str(text) => leading_int(text),
            Self::Array(array) => i64::from(!array.0.is_empty()),
        }
    }

    /// `(string)$value`, with nothing for an array.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Null | Self::Bool(false) | Self::Array(_) => String::new(),
            Self::Bool(true) => "1".to_owned(),
            Self::Int(number) => number.to_string(),
            Self::Float(number) => number.to_string(),
            Self::Str(text) => text.clone(),
        }
    }

    /// `!empty($value)`: `0`, `"0"`, `""`, `false`, `null` and `[]` are empty.
    pub(super) fn truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(yes) => *yes,
            Self::Int(number) => *number != 0,
            Self::Float(number) => *number != 0.0,
            Self::Str(text) => !text.is_empty() && text != "0",
            Self::Array(array) => !array.0.is_empty(),
        }
    }

    /// The array inside, if it is one.
    pub(super) fn array(&self) -> Option<&Array> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// `is_numeric`.
    pub(super) fn is_numeric(&self) -> bool {
        match self {
            Self::Int(_) | Self::Float(_) => true,
            Self::Str(text) => text.trim().parse::<f64>().is_ok_and(f64::is_finite),
            _ => false,
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "PHP's cast, saturating instead of wrapping")]
fn truncate(number: f64) -> i64 {
    number as i64
}

/// The number that a string starts with, exponent included; 0 if it starts with none.
fn leading_int(text: &str) -> i64 {
    let text = text.trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    let mut end = 0;
    let mut seen_digit = false;
    let mut fraction = false;
    for (place, letter) in text.char_indices() {
        match letter {
            '0'..='9' => seen_digit = true,
            '+' | '-' if place == 0 => {}
            '.' if !fraction => fraction = true,
            _ => break,
        }
        end = place + 1;
    }
    if !seen_digit {
        return 0;
    }
    let exponent = exponent_length(&text[end..]);
    let number = &text[..end];
    if !fraction && exponent == 0 {
        let saturated = if number.starts_with('-') { i64::MIN } else { i64::MAX };
        return number.parse().unwrap_or(saturated);
    }
    text[..end + exponent].parse().map_or(0, truncate)
}

/// How many bytes of `e5`, `E-3` and the like the text starts with.
fn exponent_length(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['e', 'E']) else { return 0 };
    let digits = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    if count == 0 { 0 } else { text.len() - digits.len() + count }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Str(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn casts_to_integers_like_php() {
        let cases = [
            (Value::from("2024"), 2024),
            (Value::from("chat2024"), 0),
            (Value::from("2024abc"), 2024),
            (Value::from("  7"), 7),
            (Value::from("-3"), -3),
            (Value::from("1e3"), 1000),
            (Value::from("1e"), 1),
            (Value::from("12.9"), 12),
            (Value::from("."), 0),
            (Value::from("99999999999999999999"), i64::MAX),
            (Value::from(""), 0),
            (Value::Bool(true), 1),
            (Value::Float(7.9), 7),
            (Value::Null, 0),
        ];
        for (value, expected) in cases {
            assert_eq!(value.int(), expected, "{value:?}");
        }
    }
}
