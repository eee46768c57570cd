//! A REST request, taken apart: whose it is, which method, which parameters.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{Method, header};

use super::access::Credential;
use super::php::{Array, Value};
use super::query;

/// The largest body that is looked at.
const LARGEST: usize = 8 << 20;

/// What the address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// Owner and secret of a webhook; none in the address of an application's call.
    webhook: Option<(String, String)>,
    /// The token of an application's call, from its header.
    bearer: Option<String>,
    /// The method as written, less `.json`.
    pub(super) method: String,
}

impl Target {
    /// Parses `/rest/7/secret/method.json` or `/rest/method`. None if it is neither.
    pub(super) fn parse(path: &str, prefix: &str) -> Option<Self> {
        let rest = path.strip_prefix(prefix)?.strip_prefix("/rest/")?;
        let parts: Vec<&str> = rest.strip_suffix('/').unwrap_or(rest).split('/').collect();
        let (webhook, method) = match parts[..] {
            [user, secret, method] => (Some((user.to_owned(), secret.to_owned())), method),
            [method] => (None, method),
            _ => return None,
        };
        let method = method.strip_suffix(".json").unwrap_or(method);
        (!method.is_empty()).then(|| Self { webhook, bearer: None, method: method.to_owned() })
    }

    /// What an address that leads to no method is recorded as.
    pub(super) fn nothing() -> Self {
        Self { webhook: None, bearer: None, method: String::new() }
    }

    /// The same with the token of a header `Authorization: Bearer`.
    pub(super) fn with_bearer(self, header: Option<&str>) -> Self {
        let token = header.and_then(|value| value.strip_prefix("Bearer "));
        Self { bearer: token.map(str::to_owned), ..self }
    }

    /// The same credential for another method.
    pub(super) fn with_method(&self, method: &str) -> Self {
        let (webhook, bearer) = (self.webhook.clone(), self.bearer.clone());
        Self { webhook, bearer, method: method.to_owned() }
    }

    /// The webhook's owner, if the address has one that is a number.
    pub(super) fn user_id(&self) -> Option<u64> {
        self.webhook.as_ref()?.0.parse().ok()
    }

    pub(super) fn secret(&self) -> Option<&str> {
        let webhook = self.webhook.as_ref().map(|(_, secret)| secret.as_str());
        webhook.or(self.bearer.as_deref())
    }

    pub(super) fn credential(&self) -> Credential<'_> {
        match (&self.webhook, &self.bearer) {
            (Some((user, secret)), _) => Credential::Webhook { user, secret },
            (None, Some(token)) => Credential::Bearer(token),
            (None, None) => Credential::Absent,
        }
    }
}

/// Reads the parameters: of the query, and for POST those of the body over them. A body that
/// cannot be understood counts as none.
pub(super) async fn params(request: Request) -> Array {
    let mut params = query::parse(request.uri().query().unwrap_or_default());
    if request.method() != Method::POST {
        return params;
    }
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let body = match kind.as_str() {
        "multipart/form-data" => multipart(request).await,
        "application/json" => json(request).await,
        _ => form(request).await,
    };
    for (key, value) in body.unwrap_or_default().iter() {
        params.set(key.clone(), value.clone());
    }
    params
}

async fn json(request: Request) -> Option<Array> {
    let body = to_bytes(request.into_body(), LARGEST).await.ok()?;
    match serde_json::from_slice(&body) {
        Ok(Value::Array(array)) => Some(array),
        _ => None,
    }
}

async fn form(request: Request) -> Option<Array> {
    let body = to_bytes(request.into_body(), LARGEST).await.ok()?;
    Some(query::parse(String::from_utf8_lossy(&body).trim()))
}

/// Files are left out: PHP keeps them apart from the parameters.
async fn multipart(request: Request) -> Option<Array> {
    let mut form = Multipart::from_request(request, &()).await.ok()?;
    let mut params = Array::default();
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.file_name().is_some();
        let text = field.text().await.ok()?;
        if !is_file {
            query::insert(&mut params, &name, Value::Str(text));
        }
    }
    Some(params)
}

#[cfg(test)]
mod tests {
    use super::Target;

    #[test]
    fn takes_addresses_apart() {
        let cases = [
            ("/rest/7/s/profile", "", Some((Some(7), "profile"))),
            ("/rest/7/s/profile.json", "", Some((Some(7), "profile"))),
            ("/rest/7/s/profile/", "", Some((Some(7), "profile"))),
            ("/b24/rest/7/s/profile", "/b24", Some((Some(7), "profile"))),
            ("/rest/7/s/profile", "/b24", None),
            ("/rest/login/s/profile", "", Some((None, "profile"))),
            ("/rest/profile", "", Some((None, "profile"))),
            ("/rest/7/profile", "", None),
            ("/rest/7/s/", "", None),
            ("/rest/7/s/.json", "", None),
            ("/rest/api/7/s/profile", "", None),
            ("/online/", "", None),
        ];
        for (path, prefix, expected) in cases {
            let target = Target::parse(path, prefix);
            let found = target.as_ref().map(|found| (found.user_id(), found.method.as_str()));
            assert_eq!(found, expected, "{path}");
        }
    }
}
