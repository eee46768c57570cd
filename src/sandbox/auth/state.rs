//! What the server knows.

use std::collections::HashMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};

use crate::sandbox::armed::Armed;

/// How long a code lives.
pub(super) const CODE_LIVES: SignedDuration = SignedDuration::from_secs(30);
/// How long an access token lives.
pub(super) const TOKEN_LIVES: SignedDuration = SignedDuration::from_hours(1);
/// How long a refresh token lives.
pub(super) const REFRESH_LIVES: SignedDuration = SignedDuration::from_hours(180 * 24);

/// An application.
#[derive(Debug, Clone)]
pub struct App {
    /// Names it.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// Where people are sent back to.
    pub redirect: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// The portals that it is installed on, by `member_id`; a local application has one.
    pub portals: Vec<String>,
}

/// A request for tokens. Has neither codes nor tokens nor secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// `grant_type`
    pub grant: String,
    /// `client_id`
    pub client: String,
    /// How it was sent: `POST` or `GET`.
    pub verb: String,
    /// The error that it met.
    pub error: Option<String>,
}

/// What goes wrong with a request for tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// An error inside the server; nothing is done.
    ServerError,
    /// No answer ever comes; nothing is done.
    Hang,
    /// The request is carried out, and its answer is lost.
    AnswerLost,
    /// The answer is none, with status 200; nothing is done.
    Garbage,
    /// A redirect (307) to there; nothing is done.
    Redirect(String),
    /// The answer comes late.
    Slow(std::time::Duration),
}

/// Why a portal's grants are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offence {
    /// `PAYMENT_REQUIRED`
    Unpaid,
    /// `wrong_client`
    NotInstalled,
}

/// A portal as the server knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::sandbox) struct Site {
    /// Its lasting name.
    pub(in crate::sandbox) member: String,
    /// Its address with its prefix, without a slash at the end.
    pub(in crate::sandbox) url: String,
}

/// Whose token it is.
#[derive(Debug, Clone)]
pub(super) struct Grant {
    pub(super) client: String,
    pub(super) member: String,
    pub(super) user: u64,
    pub(super) until: Timestamp,
}

/// What a portal hears of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::sandbox) enum Bearer {
    /// Whose it is, and what the application may do.
    Of { user: u64, scopes: Vec<String> },
    /// Its hour is over.
    Expired,
    /// There is none like it, not for this portal.
    Unknown,
    /// Its application is not on the portal any more.
    Uninstalled,
}

#[derive(Debug, Default)]
pub(in crate::sandbox) struct State {
    pub(super) apps: HashMap<String, App>,
    /// By `member_id`.
    pub(super) sites: HashMap<String, Site>,
    pub(super) codes: HashMap<String, Grant>,
    pub(super) tokens: HashMap<String, Grant>,
    pub(super) refreshes: HashMap<String, Grant>,
    pub(super) offences: HashMap<String, Offence>,
    pub(super) armed: Armed<(), Fault>,
    pub(super) calls: Vec<Call>,
    /// Everything secret that was ever given out.
    pub(super) given: Vec<String>,
    pub(super) stands_at: Option<Timestamp>,
}

impl State {
    pub(super) fn now(&self) -> Timestamp {
        self.stands_at.unwrap_or_else(Timestamp::now)
    }

    /// Makes a portal known, or its new address.
    pub(in crate::sandbox) fn join(&mut self, site: Site) {
        self.sites.insert(site.member.clone(), site);
    }

    pub(super) fn expire_tokens(&mut self) {
        let now = self.now();
        self.tokens.values_mut().for_each(|token| token.until = now);
    }

    /// The application with this id, if it is installed on the portal.
    pub(in crate::sandbox) fn installed(&self, client: &str, member: &str) -> Option<&App> {
        let app = self.apps.get(client)?;
        let here = app.portals.iter().any(|portal| portal == member);
        (here && self.offences.get(member) != Some(&Offence::NotInstalled)).then_some(app)
    }

    /// A code for a user of a portal who has let an application in.
    pub(in crate::sandbox) fn code(&mut self, client: &str, member: &str, user: u64) -> String {
        let code = self.secret();
        let until = self.now() + CODE_LIVES;
        let grant = Grant { client: client.to_owned(), member: member.to_owned(), user, until };
        self.codes.insert(code.clone(), grant);
        code
    }

    /// Whose a token is, for a portal that was called with it.
    pub(in crate::sandbox) fn bearer(&self, token: &str, member: &str) -> Bearer {
        let Some(grant) = self.tokens.get(token).filter(|grant| grant.member == member) else {
            return Bearer::Unknown;
        };
        if grant.until <= self.now() {
            return Bearer::Expired;
        }
        match self.installed(&grant.client, member) {
            Some(app) => Bearer::Of { user: grant.user, scopes: app.scopes.clone() },
            None => Bearer::Uninstalled,
        }
    }

    /// Something that nobody can guess.
    pub(super) fn secret(&mut self) -> String {
        let mut bytes = [0; 33];
        // Without randomness the test that wants it fails, which is as it should be.
        let _ = getrandom::fill(&mut bytes);
        let secret = URL_SAFE_NO_PAD.encode(bytes);
        self.given.push(secret.clone());
        secret
    }
}
