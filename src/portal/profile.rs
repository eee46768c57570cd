//! `profile`: who the credentials act as.

use serde_json::{Value, json};

use super::{error::PortalError, handle::Portal, php};

const METHOD: &str = "profile";

/// The person behind the credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Their number on the portal.
    pub user_id: u64,
    /// First and last name; empty where they gave none. Foreign text.
    pub name: String,
    /// Whether they administer the portal.
    pub admin: bool,
    /// Their time zone by its IANA name, where they have set one (`TIME_ZONE`). Foreign text.
    pub zone: Option<String>,
}

impl Portal<'_> {
    /// Whom the credentials act as. Needs no scope, so it is the first thing to ask.
    pub async fn profile(&self) -> Result<Profile, PortalError> {
        let result = self.call(METHOD, &json!({})).await?;
        parse(&result).ok_or(PortalError::UnexpectedResult)
    }
}

fn parse(result: &Value) -> Option<Profile> {
    let text = |key| result.get(key).and_then(php::text);
    let names: Vec<String> = [text("NAME"), text("LAST_NAME")].into_iter().flatten().collect();
    Some(Profile {
        user_id: php::number(result.get("ID")?).filter(|id| *id > 0)?,
        name: names.join(" "),
        admin: result.get("ADMIN").and_then(php::flag).unwrap_or_default(),
        zone: text("TIME_ZONE"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_as_portals_write_them() {
        let person = |user_id, name: &str, admin| {
            Some(Profile { user_id, name: name.into(), admin, zone: None })
        };
        for (result, expected) in [
            (
                json!({ "ID": "17", "ADMIN": true, "NAME": "Olga", "LAST_NAME": "Ivanova" }),
                person(17, "Olga Ivanova", true),
            ),
            (json!({ "ID": 17, "NAME": "Olga", "LAST_NAME": "" }), person(17, "Olga", false)),
            (json!({ "ID": 17, "NAME": "Olga", "TIME_ZONE": "" }), person(17, "Olga", false)),
            (json!({ "ID": "17", "ADMIN": "N", "NAME": null }), person(17, "", false)),
            (json!({ "ID": "0" }), None),
            (json!({ "NAME": "Olga" }), None),
            (json!([]), None),
            (json!(true), None),
        ] {
            assert_eq!(parse(&result), expected, "{result}");
        }
        let zone = json!({ "ID": 17, "TIME_ZONE": "Europe/Berlin" });
        assert_eq!(parse(&zone).unwrap().zone.as_deref(), Some("Europe/Berlin"));
    }
}
