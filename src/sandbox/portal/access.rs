//! Who calls, and what they may do.
//!
//! An incoming webhook, or the token of an application: both resolve to a [`Caller`] here.

use std::sync::Arc;

use super::failure::Failure;
use super::php::Array;
use super::world::World;

/// An incoming webhook.
#[derive(Debug, Clone)]
pub(super) struct Webhook {
    pub(super) scopes: Arc<[String]>,
}

/// Somebody whose credential was accepted.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    pub(super) user_id: u64,
    pub(super) scopes: Arc<[String]>,
}

/// A credential as the request's address gives it.
#[derive(Clone, Copy)]
pub(super) enum Credential<'a> {
    /// A webhook's owner and secret.
    Webhook { user: &'a str, secret: &'a str },
    /// The token of an application, from a header.
    Bearer(&'a str),
    /// None; a token may be among the parameters.
    Absent,
}

impl Caller {
    /// Whether a method of this scope may be called.
    pub(super) fn has_scope(&self, scope: &str) -> bool {
        let held = |scope: &str| self.scopes.iter().any(|held| held == scope);
        match scope {
            "" => true,
            // The narrower forms of `user` open its methods too.
            "user" => held("user") || held("user_basic") || held("user_brief"),
            other => held(other),
        }
    }
}

fn no_auth() -> Failure {
    Failure::new(401, "NO_AUTH_FOUND", "Wrong authorization data")
}

impl World {
    /// Finds out who calls. All failures of this stage leave the server as 401, whatever the
    /// documentation says.
    pub(super) fn authorise(
        &self,
        credential: Credential<'_>,
        params: &Array,
        scope: &str,
    ) -> Result<Caller, Failure> {
        let caller = match credential {
            Credential::Webhook { user, secret } => self.owner_of(user, secret)?,
            Credential::Bearer(token) => self.caller_by(token)?,
            Credential::Absent => match params.get("auth") {
                Some(token) => self.caller_by(&token.text())?,
                None => return Err(no_auth()),
            },
        };
        let user_id = caller.user_id;
        if !caller.has_scope(scope) {
            return Err(Failure::new(
                401,
                "insufficient_scope",
                "The request requires higher privileges than provided by the webhook token",
            ));
        }
        match self.users.get(&user_id) {
            Some(user) if user.active => Ok(caller),
            _ => Err(Failure::new(401, "authorization_error", "Unable to authorize user")),
        }
    }

    fn caller_by(&self, token: &str) -> Result<Caller, Failure> {
        self.membership.as_ref().ok_or_else(no_auth)?.caller(token)
    }

    fn owner_of(&self, user: &str, secret: &str) -> Result<Caller, Failure> {
        let denied = || Failure::new(401, "INVALID_CREDENTIALS", "Invalid request credentials");
        let user_id: u64 = user.parse().map_err(|_| denied())?;
        let webhook = self.webhooks.get(&(user_id, secret.to_owned())).ok_or_else(denied)?;
        Ok(Caller { user_id, scopes: Arc::clone(&webhook.scopes) })
    }

    /// The check before almost every open-line method, in the server's order. It gives the
    /// dialog's number back as a proper one.
    pub(super) fn check_dialog(&self, chat_id: i64, user_id: u64) -> Result<u64, Failure> {
        let no_chat = || Failure::bad_request("CHAT_ID", "Incorrect chat ID");
        let not_a_line = || Failure::bad_request("CHAT_TYPE", "This is not an open channel chat");
        let chat_id = u64::try_from(chat_id).ok().filter(|id| *id > 0).ok_or_else(no_chat)?;
        if user_id == 0 {
            return Err(Failure::bad_request("USER_ID", "Incorrect user ID"));
        }
        // A member of another chat and a stranger to it get the same answer.
        if self.others.contains_key(&chat_id) {
            return Err(not_a_line());
        }
        let room = self.rooms.get(&chat_id).ok_or_else(no_chat)?;
        let inside = room.is_member(user_id) || room.is_queued_for(user_id);
        if inside || self.can_join(chat_id, user_id) {
            return Ok(chat_id);
        }
        Err(Failure::bad_request("ACCESS_DENIED", "You cannot access this conversation"))
    }

    /// Whether the user has the line's permission to join, or may read the linked CRM card.
    pub(super) fn can_join(&self, chat_id: u64, user_id: u64) -> bool {
        self.rooms.get(&chat_id).is_some_and(|room| {
            let card = room.dialog.crm.as_ref();
            room.dialog.may_join.contains(&user_id)
                || card.is_some_and(|card| card.readers.contains(&user_id))
        })
    }

    /// Whether the user may look at the dialog: members, and those who may join.
    pub(super) fn may_see(&self, chat_id: u64, user_id: u64) -> bool {
        self.rooms.get(&chat_id).is_some_and(|room| room.is_member(user_id))
            || self.can_join(chat_id, user_id)
    }
}
