//! Giving tokens out.

use serde_json::{Value, json};

use super::state::{Grant, Offence, REFRESH_LIVES, State, TOKEN_LIVES};

/// What a request for tokens says.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub(super) grant: String,
    pub(super) client: String,
    pub(super) secret: String,
    pub(super) code: String,
    pub(super) refresh: String,
}

/// A refusal: status and code.
pub(super) type Refused = (u16, &'static str);

impl State {
    /// Gives tokens, or says why not.
    pub(super) fn issue(
        &mut self,
        wanted: &Wanted,
        host: &str,
        tells_user: bool,
    ) -> Result<Value, Refused> {
        let app = self.apps.get(&wanted.client);
        let app = app.filter(|app| app.client_secret == wanted.secret);
        let scope = app.ok_or((401, "invalid_client"))?.scopes.join(",");
        let by_code = match wanted.grant.as_str() {
            "authorization_code" => true,
            "refresh_token" => false,
            _ => return Err((400, "invalid_request")),
        };
        let (stock, key) = if by_code {
            (&mut self.codes, &wanted.code)
        } else {
            (&mut self.refreshes, &wanted.refresh)
        };
        let theirs = |grant: &&Grant| grant.client == wanted.client;
        let grant = stock.get(key).filter(theirs).cloned().ok_or((400, "invalid_grant"))?;
        let site = self.sites.get(&grant.member).cloned().ok_or((400, "wrong_client"))?;
        match self.offences.get(&grant.member) {
            Some(Offence::Unpaid) => return Err((402, "PAYMENT_REQUIRED")),
            Some(Offence::NotInstalled) => return Err((400, "wrong_client")),
            None => {}
        }
        // It is used, whatever comes of it.
        let stock = if by_code { &mut self.codes } else { &mut self.refreshes };
        stock.remove(key);
        if grant.until <= self.now() {
            return Err((400, "invalid_grant"));
        }
        let (access, refresh) = (self.secret(), self.secret());
        let (expires, now) = (self.now() + TOKEN_LIVES, self.now());
        self.tokens.insert(access.clone(), Grant { until: expires, ..grant.clone() });
        self.refreshes
            .insert(refresh.clone(), Grant { until: now + REFRESH_LIVES, ..grant.clone() });
        let mut answer = json!({
            "access_token": access,
            "refresh_token": refresh,
            "expires_in": 3600,
            "member_id": grant.member,
            "domain": host,
            "client_endpoint": format!("{}/rest/", site.url),
            "server_endpoint": format!("http://{host}/rest/"),
            "scope": scope,
            "status": "L",
        });
        if !by_code {
            answer["expires"] = expires.as_second().into();
        }
        if !by_code || tells_user {
            answer["user_id"] = grant.user.into();
        }
        Ok(answer)
    }
}
