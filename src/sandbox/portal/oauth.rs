//! Signing in on the portal: its page, and the tokens that applications call with.

use std::sync::Arc;

use url::form_urlencoded::{self, Serializer};

use super::access::Caller;
use super::failure::Failure;
use super::reply::Reply;
use super::server::{Server, lock};
use crate::sandbox::auth::{Bearer, Shared, Site};

/// The page where people let applications in.
pub(super) const PAGE: &str = "/oauth/authorize";

/// The authorisation server that the portal belongs to.
#[derive(Debug, Clone)]
pub(super) struct Membership {
    pub(super) auth: Arc<Shared>,
    /// The portal's lasting name.
    pub(super) member: String,
    /// Its host, as it is called now.
    pub(super) host: String,
    /// The name by which it calls its server, if it lies about that.
    pub(super) false_server: Option<String>,
}

/// What whoever sits before the browser does with the portal's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visitor {
    /// Nobody is signed in: the page asks for a password.
    #[default]
    Nobody,
    /// This user, who lets the application in.
    Accepts(u64),
    /// Somebody without the right to the application: an error page, and no way back.
    Refused,
}

impl Membership {
    pub(super) fn join(self, url: String) -> Self {
        self.auth.lock().join(Site { member: self.member.clone(), url });
        self
    }

    /// Who calls with a token. All failures leave the server as 401.
    pub(super) fn caller(&self, token: &str) -> Result<Caller, Failure> {
        let failed = |code, words| Err(Failure::new(401, code, words));
        match self.auth.lock().bearer(token, &self.member) {
            Bearer::Of { user, scopes } => Ok(Caller { user_id: user, scopes: scopes.into() }),
            Bearer::Expired => failed("expired_token", "The access token provided has expired."),
            Bearer::Unknown => failed("invalid_token", "Unable to get application by token"),
            Bearer::Uninstalled => failed("APPLICATION_NOT_FOUND", "Application not found"),
        }
    }
}

impl Server {
    /// The page: back to the application with a code, or no way back at all.
    pub(super) fn authorise_page(&self, query: &str) -> Reply {
        let (mut client, mut state) = (String::new(), String::new());
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "client_id" => client = value.into_owned(),
                "state" => state = value.into_owned(),
                _ => {}
            }
        }
        let (visitor, membership) = {
            let world = lock(&self.world);
            (world.visitor, world.membership.clone())
        };
        let Some(Membership { auth, member, host, false_server }) = membership else {
            return Reply::html(404, "No such page");
        };
        let mut known = auth.lock();
        let app = known
            .installed(&client, &member)
            .map(|app| (app.redirect.clone(), app.scopes.join(",")));
        let Some((redirect, scope)) = app else {
            return Reply::html(200, "Application not found");
        };
        let user = match visitor {
            Visitor::Nobody => return Reply::html(200, "Enter your login and password"),
            Visitor::Refused => return Reply::html(200, "Access denied"),
            Visitor::Accepts(user) => user,
        };
        let code = known.code(&client, &member, user);
        let back = Serializer::new(String::new())
            .append_pair("code", &code)
            .append_pair("state", &state)
            .append_pair("domain", &host)
            .append_pair("member_id", &member)
            .append_pair("scope", &scope)
            .append_pair("server_domain", false_server.as_deref().unwrap_or(auth.host()))
            .finish();
        Reply::redirect(&format!("{redirect}?{back}"))
    }
}
