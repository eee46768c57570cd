//! What every answer of Bitrix24's REST is wrapped in.

use std::borrow::Cow;

use jiff::Timestamp;
use serde_json::Value;

use super::{
    error::{PortalError, Refusal},
    php,
};

/// The answer to a call that the portal did not refuse.
#[derive(Debug, PartialEq)]
pub(super) struct Reply {
    /// What the method gave, `null` included.
    pub(super) result: Value,
    /// When the method's operating time frees again; boxes don't tell.
    pub(super) frees_at: Option<Timestamp>,
}

/// Opens an answer: `result` with `time`, or `error`.
///
/// The error decides, not the status. One that is empty counts if the status says so or nothing
/// else is there. What has neither `result` nor `error`, or a failing status with no `error`, is
/// no answer of the interface: a proxy's, most likely.
///
/// `known_frees_at` is what is known from earlier answers; the error itself does not tell.
pub(super) fn open(
    method: &'static str,
    status: u16,
    body: &[u8],
    known_frees_at: Option<Timestamp>,
) -> Result<Reply, PortalError> {
    let unreadable = PortalError::Unreadable { status };
    let Ok(Value::Object(mut fields)) = serde_json::from_slice(body) else {
        return Err(unreadable);
    };
    let frees_at = fields.get("time").and_then(frees_at);
    let result = fields.remove("result");
    match (fields.get("error").and_then(error_word), result) {
        (Some(word), result) if !word.is_empty() || status >= 400 || result.is_none() => {
            let frees_at = frees_at.or(known_frees_at);
            Err(PortalError::Refused(Refusal::new(method, status, &word, frees_at)))
        }
        (_, Some(result)) if status < 400 => Ok(Reply { result, frees_at }),
        _ => Err(unreadable),
    }
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
pub(super) fn frees_at(time: &Value) -> Option<Timestamp> {
    let seconds = php::number(time.get("operating_reset_at")?)?;
    Timestamp::from_second(seconds.try_into().ok()?).ok().filter(|_| seconds > 0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::code::Code, *};
    use crate::domain::hint::Word;

    fn read(status: u16, body: &str) -> Result<Reply, PortalError> {
        open("scope", status, body.as_bytes(), None)
    }

    fn refused(code: Code, status: u16) -> Result<Reply, PortalError> {
        Err(PortalError::Refused(Refusal { code, status, method: "scope", frees_at: None }))
    }

    #[test]
    fn answers_and_refusals() {
        let ok = |result| Ok(Reply { result, frees_at: None });
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
            let reply = read(200, &format!(r#"{{"result":1,"time":{time}}}"#)).unwrap();
            assert_eq!(reply.frees_at, expected, "{time}");
        }
    }
}
