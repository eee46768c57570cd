//! What an authorisation server answers.

use secrecy::SecretString;
use serde_json::Value;
use url::Url;

use super::{super::php, error::AuthError, servers::AuthServers};
use crate::domain::{connection::PortalAddress, webhook::HostPolicy};

/// Tokens, and what came with them.
#[derive(Debug)]
pub struct Granted {
    /// Lets calls through, for an hour.
    pub access: SecretString,
    /// Gives the next pair, within 180 days.
    pub refresh: SecretString,
    /// Names the portal for good (`member_id`).
    pub member: String,
    /// The portal's user, where the answer tells (`user_id`).
    pub user: Option<u64>,
    /// Where the portal is (`client_endpoint`), where the answer tells and the policy admits it.
    /// The answer's `domain` is not it: that is the authorisation server's own.
    pub address: Option<PortalAddress>,
    /// The server to ask the next time (`server_endpoint`), if it is one of the vendor's.
    pub server: Option<String>,
}

/// Reads an answer.
pub(super) fn open(
    status: u16,
    body: &[u8],
    policy: HostPolicy,
    servers: &AuthServers,
) -> Result<Granted, AuthError> {
    // A redirect is none of the vendor's answers, and what it leads to must not get the secret.
    if (300..400).contains(&status) {
        return Err(AuthError::Silent);
    }
    let answer: Value = serde_json::from_slice(body).map_err(|_| AuthError::Silent)?;
    if let Some(error) = answer.get("error") {
        return Err(AuthError::read(status, error.as_str().unwrap_or_default()));
    }
    if status != 200 {
        return Err(AuthError::Silent);
    }
    parse(&answer, policy, servers).ok_or(AuthError::Silent)
}

fn parse(answer: &Value, policy: HostPolicy, servers: &AuthServers) -> Option<Granted> {
    let text = |key: &str| answer.get(key)?.as_str().filter(|text| !text.is_empty());
    let server = text("server_endpoint").or_else(|| text("domain"));
    Some(Granted {
        access: token(text("access_token")?)?,
        refresh: token(text("refresh_token")?)?,
        member: text("member_id")?.to_owned(),
        user: answer.get("user_id").and_then(php::number).filter(|id| *id > 0),
        address: text("client_endpoint").and_then(|endpoint| address(endpoint, policy)),
        server: server.and_then(|name| servers.known(name)),
    })
}

/// A token as it can stand in a header.
fn token(text: &str) -> Option<SecretString> {
    let plain = text.len() <= 512 && text.bytes().all(|b| b.is_ascii_graphic());
    plain.then(|| text.into())
}

/// The portal's address by the address of its REST.
fn address(endpoint: &str, policy: HostPolicy) -> Option<PortalAddress> {
    let mut url = Url::parse(endpoint).ok().filter(|url| policy.check(url).is_ok())?;
    let path = url.path().trim_end_matches('/').strip_suffix("rest")?.to_owned();
    url.set_path(&path);
    PortalAddress::new(url)
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;
    use serde_json::json;

    use super::*;

    fn read(status: u16, answer: &Value) -> Result<Granted, AuthError> {
        open(status, answer.to_string().as_bytes(), HostPolicy::Public, &AuthServers::default())
    }

    #[test]
    fn an_answer_as_the_documentation_has_it() {
        let answer = json!({
            "access_token": "s1morf609228iwyjjpvfv6wsvuja4p8u",
            "client_endpoint": "https://portal.bitrix24.com/rest/",
            "domain": "oauth.bitrix.info",
            "expires_in": 3600,
            "member_id": "a223c6b3710f85df22e9377d6c4f7553",
            "refresh_token": "4f9k4jpmg13usmybzuqknt2v9fh0q6rl",
            "scope": "app",
            "server_endpoint": "https://oauth.bitrix24.tech/rest/",
            "status": "T",
        });
        let granted = read(200, &answer).unwrap();
        assert_eq!(granted.access.expose_secret(), "s1morf609228iwyjjpvfv6wsvuja4p8u");
        assert_eq!(granted.user, None);
        assert_eq!(granted.address.unwrap().url().as_str(), "https://portal.bitrix24.com/");
        assert_eq!(granted.server.as_deref(), Some("oauth.bitrix24.tech"));
    }

    #[test]
    fn what_a_foreign_server_or_address_names_is_not_taken() {
        let answer = json!({
            "access_token": "a", "refresh_token": "b", "member_id": "m", "user_id": "7",
            "client_endpoint": "https://10.0.0.8/rest/", "server_endpoint": "https://evil.example/",
        });
        let granted = read(200, &answer).unwrap();
        assert_eq!((granted.user, granted.address, granted.server), (Some(7), None, None));
    }

    #[test]
    fn anything_else_gives_no_tokens() {
        let whole = json!({ "access_token": "a", "refresh_token": "b", "member_id": "m" });
        assert!(read(200, &whole).is_ok());
        for (status, answer) in [
            (302, whole.clone()),
            (500, whole.clone()),
            (200, json!([])),
            (200, json!({ "access_token": "a", "refresh_token": "b" })),
            (200, json!({ "access_token": "a\nb", "refresh_token": "b", "member_id": "m" })),
        ] {
            assert_eq!(read(status, &answer).unwrap_err(), AuthError::Silent, "{answer}");
        }
        let refused = json!({ "error": "invalid_grant", "error_description": "…" });
        assert_eq!(read(400, &refused).unwrap_err(), AuthError::Grant);
    }
}
