//! Tokens of sign-ins: renewed when a portal says that they have expired, one renewal at a time,
//! and stored before they are used.
//!
//! A refresh token is good for one use. Between the moment when the authorisation server gives the
//! next pair and the moment when it is on disk lies one write; a process that dies in it, or an
//! answer that is lost on the way, costs the sign-in, and the person is offered a new one. Nothing
//! can close that gap: the server is asked by a token that it forgets with the answer. So nothing
//! else is done in it, the work goes on when whoever asked is gone, and a stop waits for it.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use futures_util::future::BoxFuture;
use tokio::sync::Semaphore;

use super::{DeskError, Settings, until_back};
use crate::{
    domain::{
        access::{self, SignedIn},
        clock::Clock,
        connection::{Connection, ConnectionId},
        sign_in::{Ended, PortalName, SignedOut},
        supervisor::TelegramId,
    },
    portal::{
        PortalClient, PortalError, TokenKeeper,
        auth::{AppKeys, AuthClient, AuthError, Grant, Granted},
    },
    store::Records,
};

/// How many renewals and sign-ins may be under way at a time.
const MOST: u32 = 1024;

/// The applications through which people can sign in.
#[derive(Debug, Clone, Default)]
pub struct Apps {
    /// Whether a portal can call back: the bot has an address on the internet.
    pub reachable: bool,
    /// The keys for every portal without keys of its own.
    pub general: Option<AppKeys>,
    /// Keys by the portal's host.
    pub by_host: BTreeMap<String, AppKeys>,
}

impl Apps {
    /// Whether people can sign in anywhere.
    pub(super) fn any(&self) -> bool {
        self.reachable && (self.general.is_some() || !self.by_host.is_empty())
    }

    /// The keys for a portal.
    pub(super) fn of_portal(&self, host: &str) -> Option<&AppKeys> {
        self.by_host.get(host).or(self.general.as_ref())
    }

    /// The keys of the application `client`, or, if the operator has changed them, those for the
    /// portal now: the portal may have another host by now, and the application stays the same.
    fn of_client(&self, client: &str, host: &str) -> Option<&AppKeys> {
        let mut all = self.by_host.values().chain(&self.general);
        all.find(|keys| keys.id == client).or_else(|| self.of_portal(host))
    }
}

/// Renews tokens. Clones are the same keeper.
#[derive(Clone)]
pub(super) struct Tokens(Arc<Inner>);

struct Inner {
    records: Records,
    auth: AuthClient,
    clock: Arc<dyn Clock>,
    settings: Arc<Settings>,
    /// A lock for each sign-in whose tokens are being renewed.
    flights: Mutex<HashMap<Account, Weak<tokio::sync::Mutex<()>>>>,
    /// What must not be cut off.
    under_way: Arc<Semaphore>,
}

/// Whose sign-in: the person, the portal by its lasting name, the portal's user.
type Account = (TelegramId, String, u64);

/// Why there is no other token.
enum NotRenewed {
    /// By the authorisation server.
    Auth(AuthError),
    /// The connection is gone.
    Gone,
    /// It was known before that the sign-in has ended.
    Ended(Ended),
    Store(DeskError),
}

impl From<DeskError> for NotRenewed {
    fn from(error: DeskError) -> Self {
        Self::Store(error)
    }
}

impl Tokens {
    pub(super) fn new(
        records: &Records,
        portals: &PortalClient,
        clock: &Arc<dyn Clock>,
        settings: &Arc<Settings>,
    ) -> Self {
        Self(Arc::new(Inner {
            records: records.clone(),
            auth: portals.auth(),
            clock: Arc::clone(clock),
            settings: Arc::clone(settings),
            flights: Mutex::default(),
            under_way: Arc::new(Semaphore::new(MOST as usize)),
        }))
    }

    /// Gives the code of somebody who comes back for tokens.
    pub(super) async fn redeem(
        &self,
        code: &secrecy::SecretString,
        client: &str,
        named: Option<&str>,
        host: &str,
    ) -> Result<Granted, AuthError> {
        let keys = self.0.settings.apps.of_client(client, host).ok_or(AuthError::Keys)?;
        self.0.auth.redeem(Grant::Code(code), keys, named, host).await
    }

    /// Does something that must not be cut off by whoever waits for it, or by a stop. `None` once
    /// the process stops.
    pub(super) async fn whole<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Option<T> {
        let permit = Arc::clone(&self.0.under_way).acquire_owned().await.ok()?;
        let working = tokio::spawn(async move {
            let done = work.await;
            drop(permit);
            done
        });
        working.await.ok()
    }

    /// Lets nothing more begin, and waits for what is under way.
    pub(super) async fn close(&self) {
        // An error means that it was closed before.
        let _ = self.0.under_way.acquire_many(MOST).await;
        self.0.under_way.close();
    }
}

impl Inner {
    /// Renews, unless somebody else has meanwhile.
    async fn renew(&self, refused: &SignedIn) -> Result<SignedIn, NotRenewed> {
        let flight = self.flight(refused);
        let _alone = flight.lock().await;
        let Some((id, kept, ended)) = self.kept(refused).await? else {
            return Err(NotRenewed::Gone);
        };
        if let Some(ended) = ended {
            return Err(NotRenewed::Ended(ended));
        }
        if !kept.tokens.same_access(&refused.tokens) {
            return Ok(kept);
        }
        let renewed = self.redeem(&kept).await.map_err(NotRenewed::Auth)?;
        // The old pair is good for nothing any more: a store that is away is waited for.
        let keep = async || Ok(self.records.replace_tokens(id, &kept, &renewed).await?);
        if until_back(keep).await? || self.is_kept(&renewed).await? {
            tracing::debug!(portal = %renewed.address, "a token is renewed");
            Ok(renewed)
        } else {
            Err(NotRenewed::Gone)
        }
    }

    /// Whether a try whose outcome could not be told has kept these tokens.
    async fn is_kept(&self, renewed: &SignedIn) -> Result<bool, DeskError> {
        let kept = until_back(|| self.kept(renewed)).await?;
        Ok(kept.is_some_and(|(_, kept, _)| kept.tokens.same_access(&renewed.tokens)))
    }

    async fn redeem(&self, kept: &SignedIn) -> Result<SignedIn, AuthError> {
        let host = kept.address.host();
        let apps = &self.settings.apps;
        let keys = apps.of_client(&kept.client, &host).ok_or(AuthError::Keys)?;
        let (grant, named) = (Grant::Refresh(&kept.tokens.refresh), kept.tokens.server.as_deref());
        let granted = self.auth.redeem(grant, keys, named, &host).await?;
        let other_user = granted.user.is_some_and(|user| user != kept.user);
        if granted.member != kept.member || other_user {
            tracing::error!(portal = %host, "the authorisation server gave somebody else's tokens");
            return Err(AuthError::Grant);
        }
        let tokens = access::Tokens {
            access: granted.access,
            refresh: granted.refresh,
            given_at: self.clock.now(),
            server: granted.server.or_else(|| kept.tokens.server.clone()),
        };
        // A renamed portal is known by the name that stays.
        let address = granted.address.unwrap_or_else(|| kept.address.clone());
        let client = keys.id.clone();
        Ok(SignedIn { address, client, tokens, ..kept.clone() })
    }

    /// The sign-in as it is kept now.
    async fn kept(
        &self,
        of: &SignedIn,
    ) -> Result<Option<(ConnectionId, SignedIn, Option<Ended>)>, DeskError> {
        let mut connections = self.records.connections(of.owner).await?.into_iter();
        let found = connections.find_map(|Connection { id, access, facts, .. }| {
            let kept = access.signed_in()?;
            let same = kept.member == of.member && kept.user == of.user;
            same.then(|| (id, kept.clone(), facts.ended))
        });
        Ok(found)
    }

    fn flight(&self, of: &SignedIn) -> Arc<tokio::sync::Mutex<()>> {
        let account = (of.owner, of.member.clone(), of.user);
        let mut flights = self.flights.lock().unwrap_or_else(PoisonError::into_inner);
        flights.retain(|_, flight| flight.strong_count() > 0);
        let known = flights.get(&account).and_then(Weak::upgrade);
        known.unwrap_or_else(|| {
            let flight = Arc::default();
            flights.insert(account, Arc::downgrade(&flight));
            flight
        })
    }
}

impl TokenKeeper for Tokens {
    fn renew<'a>(&'a self, refused: &'a SignedIn) -> BoxFuture<'a, Result<SignedIn, PortalError>> {
        Box::pin(async move {
            let (inner, old) = (Arc::clone(&self.0), refused.clone());
            let renewed = self.whole(async move { inner.renew(&old).await }).await;
            let over = |why| {
                let portal = PortalName::of(&refused.address);
                Err(PortalError::SignedOut(SignedOut { portal, why }))
            };
            match renewed {
                Some(Ok(renewed)) => Ok(renewed),
                Some(Err(NotRenewed::Auth(error))) => {
                    tracing::warn!(portal = %refused.address, %error, "a token is not renewed");
                    error.ends().map_or(Err(PortalError::AuthServerSilent), over)
                }
                Some(Err(NotRenewed::Ended(why))) => over(why),
                Some(Err(NotRenewed::Gone)) => over(Ended::Over),
                Some(Err(NotRenewed::Store(error))) => {
                    tracing::error!(%error, "a renewed token could not be kept");
                    Err(PortalError::AuthServerSilent)
                }
                None => Err(PortalError::AuthServerSilent),
            }
        })
    }
}
