//! PHP values from and to JSON.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{Array, Key, Value};

impl From<serde_json::Value> for Value {
    fn from(json: serde_json::Value) -> Self {
        use serde_json::Value as Json;
        match json {
            Json::Null => Self::Null,
            Json::Bool(yes) => Self::Bool(yes),
            Json::Number(number) => number
                .as_i64()
                .map_or_else(|| Self::Float(number.as_f64().unwrap_or_default()), Self::Int),
            Json::String(text) => Self::Str(text),
            Json::Array(items) => {
                let items = items.into_iter().map(Self::from);
                Self::Array(Array((0..).map(Key::Int).zip(items).collect()))
            }
            // Its keys differ, so there is nothing to merge.
            Json::Object(map) => Self::Array(Array(
                map.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
            )),
        }
    }
}

/// What [`Serialize`] writes.
impl From<Value> for serde_json::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(yes) => yes.into(),
            Value::Int(number) => number.into(),
            Value::Float(number) => number.into(),
            Value::Str(text) => Self::String(text),
            Value::Array(array) => array.into(),
        }
    }
}

/// What [`Serialize`] writes.
impl From<Array> for serde_json::Value {
    fn from(array: Array) -> Self {
        if array.is_list() {
            array.0.into_iter().map(|(_, value)| Self::from(value)).collect()
        } else {
            let pairs = array.0.into_iter();
            Self::Object(pairs.map(|(key, value)| (key.into(), value.into())).collect())
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Int(number) => serializer.serialize_i64(*number),
            Self::Float(number) => serializer.serialize_f64(*number),
            Self::Str(text) => serializer.serialize_str(text),
            Self::Array(array) => array.serialize(serializer),
        }
    }
}

impl Serialize for Array {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_list() {
            let mut list = serializer.serialize_seq(Some(self.0.len()))?;
            for (_, value) in &self.0 {
                list.serialize_element(value)?;
            }
            return list.end();
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(&key.to_string(), value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

/// Reads JSON in the order it was written: the commands of a batch run in that order.
struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Int(number))
    }

    #[expect(clippy::cast_precision_loss, reason = "PHP makes a float of it too")]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::Float(number as f64), Value::Int))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(value) = items.next_element()? {
            let key = i64::try_from(pairs.len()).unwrap_or(i64::MAX);
            pairs.push((Key::Int(key), value));
        }
        Ok(Value::Array(Array(pairs)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut array = Array::default();
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            array.set(Key::new(&key), value);
        }
        Ok(Value::Array(array))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_and_shows_empty_maps_as_lists() {
        let text = r#"{"z":1,"a":{},"0":[1,{"x":null}]}"#;
        let value: Value = serde_json::from_str(text).unwrap();
        let shown = serde_json::to_string(&value).unwrap();
        assert_eq!(shown, r#"{"z":1,"a":[],"0":[1,{"x":null}]}"#);
    }
}
