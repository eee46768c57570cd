//! What every answer of Bitrix24's REST is wrapped in.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, value::RawValue};

use super::{
    error::{PortalError, Refusal},
    php,
};

/// The answer to a call that the portal did not refuse.
#[derive(Debug)]
pub(super) struct Reply<'a> {
    /// What the method gave, `null` included.
    pub(super) result: &'a RawValue,
    /// When the method's operating time frees again; boxes don't tell.
    pub(super) frees_at: Option<Timestamp>,
}

/// The fields that count. What they hold is read when it is known what is wanted of it: answers
/// are rich, and little of them is used.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow, default, deserialize_with = "present")]
    result: Option<&'a RawValue>,
    #[serde(default)]
    error: Value,
    #[serde(borrow, default)]
    time: Option<&'a RawValue>,
}

/// What `time` is read for.
#[derive(Deserialize)]
struct Time {
    #[serde(default)]
    operating_reset_at: Value,
}

/// Opens an answer: `result` with `time`, or `error`.
///
/// The error decides, not the status. One that is empty counts if the status says so or nothing
/// else is there. What has neither `result` nor `error`, or a failing status with no `error`, is
/// no answer of the interface: a proxy's, most likely.
///
/// `known_frees_at` is what is known from earlier answers; the error itself does not tell.
pub(super) fn open<'a>(
    method: &'static str,
    status: u16,
    body: &'a [u8],
    known_frees_at: Option<Timestamp>,
) -> Result<Reply<'a>, PortalError> {
    let unreadable = PortalError::Unreadable { status };
    let Some(Fields { result, error, time }) = php::fields(body) else {
        return Err(unreadable);
    };
    let frees_at = time.and_then(frees_at);
    match (error_word(&error), result) {
        (Some(word), result) if !word.is_empty() || status >= 400 || result.is_none() => {
            let frees_at = frees_at.or(known_frees_at);
            Err(PortalError::Refused(Refusal::new(method, status, &word, frees_at)))
        }
        (_, Some(result)) if status < 400 => Ok(Reply { result, frees_at }),
        _ => Err(unreadable),
    }
}

/// A field that is there, though it be `null`.
fn present<'de, D: Deserializer<'de>>(field: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(field).map(Some)
}

/// The code in an `error` field, empty where it is an error without one; `None` where it is none.
/// REST 3.0 writes an object with a `code`.
pub(super) fn error_word(error: &Value) -> Option<Cow<'_, str>> {
    match error {
        Value::Null | Value::Bool(false) => None,
        Value::String(word) => Some(Cow::Borrowed(word)),
        Value::Array(list) if list.is_empty() => None,
        Value::Object(fields) => {
            Some(fields.get("code").and_then(error_word).unwrap_or(Cow::Borrowed("")))
        }
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(true) | Value::Array(_) => Some(Cow::Borrowed("")),
    }
}

/// `operating_reset_at` of a `time` object, in Unix seconds.
pub(super) fn frees_at(time: &RawValue) -> Option<Timestamp> {
    let Time { operating_reset_at } = php::fields(time.get().as_bytes())?;
    let seconds = php::number(&operating_reset_at)?;
    Timestamp::from_second(seconds.try_into().ok()?).ok().filter(|_| seconds > 0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::code::Code, *};
    use crate::domain::hint::Word;

    /// The result, and when operating time frees.
    type Read = Result<(Value, Option<Timestamp>), PortalError>;

    fn read(status: u16, body: &str) -> Read {
        open("scope", status, body.as_bytes(), None).map(|Reply { result, frees_at }| {
            (serde_json::from_str(result.get()).unwrap(), frees_at)
        })
    }

    fn refused(code: Code, status: u16) -> Read {
        Err(PortalError::Refused(Refusal { code, status, method: "scope", frees_at: None }))
    }

    #[test]
    fn answers_and_refusals() {
        let ok = |result| Ok((result, None));
        let other = |word: &str| Code::Other(Word::new(word));
        for (status, body, expected) in [
            (200, r#"{"result":true,"time":{"start":1.5,"operating":0}}"#, ok(json!(true))),
            (200, r#"{"result":[],"time":[]}"#, ok(json!([]))),
            (200, r#"{"result":null}"#, ok(json!(null))),
            (200, r#"{"result":false,"error":false}"#, ok(json!(false))),
            (200, r#"{"result":1,"error":""}"#, ok(json!(1))),
            (200, r#"{"result":1,"error":null,"next":50}"#, ok(json!(1))),
            (200, r#"{"result":1,"error":[]}"#, ok(json!(1))),
            (200, r#"{"result":1,"error":"CHAT_ID"}"#, refused(Code::ChatId, 200)),
            (400, r#"{"error":"chat_id","error_description":"x"}"#, refused(Code::ChatId, 400)),
            (400, r#"{"error":"","error_description":""}"#, refused(Code::Nameless, 400)),
            (200, r#"{"error":"","error_description":""}"#, refused(Code::Nameless, 200)),
            (400, r#"{"result":false,"error":""}"#, refused(Code::Nameless, 400)),
            (
                400,
                r#"{"error":{"code":"BITRIX_REST_V3_EXCEPTION","message":"words"}}"#,
                refused(other("BITRIX_REST_V3_EXCEPTION"), 400),
            ),
            (400, r#"{"error":{"message":"words"}}"#, refused(Code::Nameless, 400)),
            (400, r#"{"error":17}"#, refused(other("17"), 400)),
            (400, r#"{"error":true}"#, refused(Code::Nameless, 400)),
        ] {
            assert_eq!(read(status, body), expected, "{status} {body}");
        }
    }

    #[test]
    fn what_is_no_answer_of_the_interface() {
        for (status, body) in [
            (200, ""),
            (200, "<html></html>"),
            (502, "<html></html>"),
            (200, r#"{"result":tr"#),
            (200, "[]"),
            (200, "[true,null,{}]"),
            (200, "true"),
            (200, "{}"),
            (200, r#"{"error":null}"#),
            (500, r#"{"result":true}"#),
            (404, r#"{"message":"not here"}"#),
        ] {
            assert_eq!(read(status, body), Err(PortalError::Unreadable { status }), "{body}");
        }
    }

    #[test]
    fn the_time_tells_when_operating_time_frees() {
        let at = |second: i64| Some(Timestamp::from_second(second).unwrap());
        for (time, expected) in [
            (r#"{"operating_reset_at":1764000000}"#, at(1_764_000_000)),
            (r#"{"operating_reset_at":"1764000000"}"#, at(1_764_000_000)),
            (r#"{"operating_reset_at":1764000000.9}"#, at(1_764_000_000)),
            (r#"{"operating_reset_at":0}"#, None),
            (r#"{"operating_reset_at":1e15}"#, None),
            (r#"{"start":1}"#, None),
            ("[]", None),
            ("null", None),
        ] {
            let (_, frees_at) = read(200, &format!(r#"{{"result":1,"time":{time}}}"#)).unwrap();
            assert_eq!(frees_at, expected, "{time}");
        }
    }
}
