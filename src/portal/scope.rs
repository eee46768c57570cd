//! `scope` and `method.get`: what the credentials may call, and what the portal has.

use serde_json::{Value, json};

use super::{error::PortalError, handle::Portal, php};

const SCOPES: &str = "scope";
const METHOD_STATE: &str = "method.get";

/// Whether a method can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodState {
    /// The portal has it.
    pub existing: bool,
    /// The credentials' scopes include it.
    pub available: bool,
}

impl Portal<'_> {
    /// The scopes that the credentials were granted.
    pub async fn scopes(&self) -> Result<Vec<String>, PortalError> {
        let result = self.call(SCOPES, &json!({})).await?;
        let names = php::items(&result).ok_or(PortalError::UnexpectedResult)?;
        Ok(names.into_iter().filter_map(php::text).collect())
    }

    /// Whether a method can be called. Not for `imopenlines.v2.…`: of those the portal only knows
    /// that their class exists.
    pub async fn method_state(&self, method: &str) -> Result<MethodState, PortalError> {
        // The portal keeps its names in lower case and finds no others.
        let result = self.call(METHOD_STATE, &json!({ "name": method.to_lowercase() })).await?;
        parse(&result).ok_or(PortalError::UnexpectedResult)
    }
}

fn parse(result: &Value) -> Option<MethodState> {
    Some(MethodState {
        existing: php::flag(result.get("isExisting")?)?,
        available: php::flag(result.get("isAvailable")?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_facts_are_told_or_nothing_is_known() {
        let state = parse(&json!({ "isExisting": true, "isAvailable": false }));
        assert_eq!(state, Some(MethodState { existing: true, available: false }));
        for result in [json!({ "isExisting": true }), json!([]), json!(true), json!(null)] {
            assert_eq!(parse(&result), None, "{result}");
        }
    }
}
