//! `/oauth/callback`: where portals send browsers back to.

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse as _, Response},
};
use secrecy::SecretString;
use url::form_urlencoded;

use super::routes::Shared;
use crate::desk::ComeBack;

/// The longest query that is read, in bytes. A portal's has a few hundred.
const LONGEST: usize = 4096;

/// Takes a browser that comes back. Whatever is in the query stays out of the answer and the log.
pub(super) async fn come_back(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
) -> Response {
    let back = query.filter(|query| query.len() <= LONGEST).and_then(|query| read(&query));
    let (Some(back), Some(gate)) = (back, &shared.parts.sign_ins) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match gate(back).await {
        Some((worked, page)) => {
            let status = if worked { StatusCode::OK } else { StatusCode::BAD_REQUEST };
            (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
        }
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn read(query: &str) -> Option<ComeBack> {
    let (mut state, mut code, mut domain, mut member, mut server) = <_>::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let value = value.into_owned();
        match &*name {
            "state" => state = Some(SecretString::from(value)),
            "code" if !value.is_empty() => code = Some(SecretString::from(value)),
            "domain" if !value.is_empty() => domain = Some(value),
            "member_id" if !value.is_empty() => member = Some(value),
            "server_domain" if !value.is_empty() => server = Some(value),
            _ => {}
        }
    }
    state.map(|state| ComeBack { state, code, domain, member, server })
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn a_call_back_as_portals_make_it() {
        let query = "code=c0de&state=st%2Fate&domain=a.example&member_id=m&scope=im%2Cimopenlines\
                     &server_domain=oauth.bitrix.info";
        let back = read(query).unwrap();
        assert_eq!(back.state.expose_secret(), "st/ate");
        assert_eq!(back.code.unwrap().expose_secret(), "c0de");
        assert_eq!(back.domain.as_deref(), Some("a.example"));
        assert_eq!(back.member.as_deref(), Some("m"));
        assert_eq!(back.server.as_deref(), Some("oauth.bitrix.info"));
        assert!(read("code=1").is_none());
        assert!(read("state=1&code=&domain=").is_some_and(|back| back.code.is_none()));
    }
}
