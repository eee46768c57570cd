//! Signing in on a portal: begun in a chat, gone on with in a browser, told in the chat.

use std::sync::Arc;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::Notify;
use url::Url;

use super::{Context, Desk, DeskError, connect::inspect};
use crate::{
    domain::{
        access::{SignedIn, Tokens},
        chat::ChatPlace,
        connection::{ConnectionId, PortalAddress},
        reply::{Connected, Reply},
        sign_in::{NoWay, NotDone, Page, PortalName, SignInReply, SignedOut},
        supervisor::{Supervisor, TelegramId},
    },
    portal::{PortalError, auth::AuthError},
    store::{self, PendingSignIn, SignInId},
};

/// How long somebody may take to come back from the portal.
const LASTS: SignedDuration = SignedDuration::from_mins(10);

/// How long after that somebody who came back in time may keep the portal busy.
const FINISHES: SignedDuration = SignedDuration::from_mins(2);

/// The page of a portal where people sign in.
const PAGE: &str = "/oauth/authorize/";

/// What a portal sends somebody back with. All of it is foreign.
#[derive(Debug)]
pub struct ComeBack {
    /// What was sent along, and says whose sign-in it is.
    pub state: SecretString,
    /// Lasts for 30 seconds, for one use. `None` where the portal gave none.
    pub code: Option<SecretString>,
    /// The portal's host.
    pub domain: Option<String>,
    /// Names the portal for good.
    pub member: Option<String>,
    /// The authorisation server.
    pub server: Option<String>,
}

/// What came of somebody's coming back.
#[derive(Debug, PartialEq, Eq)]
pub enum CameBack {
    /// Nothing: a page says why.
    Stray(Page),
    /// Something to tell in the chat.
    Done {
        /// What.
        said: Box<Spoken>,
        /// What the browser shows.
        page: Page,
    },
}

/// Something about a sign-in that the bot says by itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Whom it is for: it is in their language.
    pub to: TelegramId,
    /// Where; it takes the place of the message there, if there is one.
    pub place: ChatPlace,
    /// What.
    pub reply: Reply,
}

/// Wakes whoever tells news of sign-ins.
#[derive(Debug, Clone, Default)]
pub(super) struct News(Arc<Notify>);

impl News {
    pub(super) fn tell(&self) {
        self.0.notify_one();
    }
}

impl Desk {
    /// Begins a sign-in: a page on the portal for this person, for ten minutes.
    pub async fn sign_in(
        &self,
        who: &Supervisor,
        portal: &PortalName,
        context: &Context,
    ) -> Result<Reply, DeskError> {
        let no_way = |why| Ok(Reply::SignIn(SignInReply::NoWay { portal: portal.clone(), why }));
        let address = match portal.address(self.settings.policy) {
            Ok(address) => address,
            Err(error) => return no_way(NoWay::Address(error)),
        };
        let apps = &self.settings.apps;
        let Some(keys) = apps.of_portal(&address.host()) else { return no_way(NoWay::NoKeys) };
        if !apps.reachable {
            return no_way(NoWay::NoPublicAddress);
        }
        let state = new_state()?;
        let pending = PendingSignIn {
            owner: who.id(),
            name: context.name.to_string(),
            place: ChatPlace { message: 0, ..context.place },
            portal: address.clone(),
            client: keys.id.clone(),
            until: self.now() + LASTS,
            used: false,
        };
        self.records.begin_sign_in(SignInId::of(state.expose_secret()), &pending).await?;
        self.sign_ins.tell();
        let url = page(&address, &keys.id, &state);
        let portal = portal.clone();
        let reply = SignInReply::GoThere { portal, url, minutes: LASTS.as_mins() };
        Ok(Reply::SignIn(reply))
    }

    /// Keeps which message has the button that leads to a portal.
    pub async fn note_sign_in(&self, reply: &Reply, message: i32) -> Result<(), DeskError> {
        let Reply::SignIn(SignInReply::GoThere { url, .. }) = reply else { return Ok(()) };
        let url = Url::parse(url).ok();
        let state = url.and_then(|url| {
            url.query_pairs().find(|(name, _)| name == "state").map(|(_, value)| value.into_owned())
        });
        if let Some(state) = state {
            self.records.note_sign_in(SignInId::of(&state), message).await?;
        }
        Ok(())
    }

    /// Takes somebody who comes back from a portal. Goes on to its end even if nobody waits.
    pub async fn come_back(&self, back: ComeBack) -> Result<CameBack, DeskError> {
        let desk = self.clone();
        let taken = self.tokens.whole(async move { desk.take_back(back).await }).await;
        taken.unwrap_or(Ok(CameBack::Stray(Page::GoesOn)))
    }

    async fn take_back(&self, back: ComeBack) -> Result<CameBack, DeskError> {
        let id = SignInId::of(back.state.expose_secret());
        let pending = match self.records.come_back(id, self.now()).await? {
            store::CameBack::With(pending) => pending,
            store::CameBack::Expired => return Ok(CameBack::Stray(Page::Expired)),
            store::CameBack::Unknown => return Ok(CameBack::Stray(Page::Unknown)),
        };
        if self.role(pending.owner).await?.is_none() {
            self.records.end_sign_in(id).await?;
            return Ok(CameBack::Stray(Page::Unknown));
        }
        let portal = PortalName::of(&pending.portal);
        let outcome = self.finish(&pending, back).await?;
        // As it is now: the message may have been sent in the meantime.
        let ended = self.records.end_sign_in(id).await?;
        let (to, place) = (pending.owner, ended.map_or(pending.place, |ended| ended.place));
        let (reply, page) = match outcome {
            Ok(connected) => {
                let page = Page::Connected {
                    portal: connected.portal.clone(),
                    person: connected.person.clone(),
                    owner: pending.name,
                };
                self.drop_sign_ins(to, Some(&pending.portal)).await?;
                (Reply::Connected(connected), page)
            }
            Err(why) => {
                tracing::info!(person = %to, portal = portal.as_str(), ?why, "no sign-in");
                (Reply::SignIn(SignInReply::NotDone { portal, why }), Page::NotDone)
            }
        };
        Ok(CameBack::Done { said: Box::new(Spoken { to, place, reply }), page })
    }

    /// The code for tokens, the tokens for a look at the portal, and all of that kept.
    async fn finish(
        &self,
        pending: &PendingSignIn,
        back: ComeBack,
    ) -> Result<Result<Connected, NotDone>, DeskError> {
        let Some(code) = back.code else { return Ok(Err(NotDone::Abandoned)) };
        let host = pending.portal.host();
        let domain = back.domain.map(|domain| domain.to_ascii_lowercase());
        let renamed = domain.as_ref().filter(|domain| **domain != host);
        if renamed.is_some() && !self.is_renamed(pending, back.member.as_deref()).await? {
            return Ok(Err(NotDone::OtherPortal));
        }
        let redeeming = self.tokens.redeem(&code, &pending.client, back.server.as_deref(), &host);
        let granted = match redeeming.await {
            Ok(granted) => granted,
            Err(error) => return Ok(Err(why_no_tokens(&error))),
        };
        let member = granted.member;
        let address = match (granted.address, renamed) {
            (Some(address), _) => address,
            (None, None) => pending.portal.clone(),
            (None, Some(_)) => return Ok(Err(NotDone::OtherPortal)),
        };
        let meant = domain.as_ref().unwrap_or(&host);
        let same_member = back.member.is_none_or(|named| named == member);
        if !same_member || address.host() != *meant {
            return Ok(Err(NotDone::OtherPortal));
        }
        let tokens = Tokens {
            access: granted.access,
            refresh: granted.refresh,
            given_at: self.now(),
            server: granted.server,
        };
        let (owner, client) = (pending.owner, pending.client.clone());
        let user = granted.user.unwrap_or_default();
        let signed_in = SignedIn { address, user, member, owner, client, tokens };
        self.look_and_keep(signed_in).await
    }

    async fn look_and_keep(
        &self,
        signed_in: SignedIn,
    ) -> Result<Result<Connected, NotDone>, DeskError> {
        // Whoever signs in anew wants to be asked anew.
        self.portals.forget_blocks(signed_in.clone());
        let looked = {
            let portal = self.portals.via(signed_in.clone());
            inspect(&portal).await.map(|seen| (seen, portal.moved()))
        };
        let (seen, moved) = match looked {
            Ok(looked) => looked,
            Err(PortalError::SignedOut(SignedOut { why, .. })) => {
                return Ok(Err(NotDone::Ended(why)));
            }
            Err(error) => return Ok(Err(NotDone::Trouble(error.trouble(self.now())))),
        };
        if signed_in.user != 0 && signed_in.user != seen.user {
            return Ok(Err(NotDone::OtherPortal));
        }
        // The look has taken its time.
        if self.role(signed_in.owner).await?.is_none() {
            return Ok(Err(NotDone::Abandoned));
        }
        let address = moved.unwrap_or_else(|| signed_in.address.clone());
        let signed_in = SignedIn { user: seen.user, address, ..signed_in };
        self.portals.forget_blocks(signed_in.clone());
        Ok(Ok(self.keep(signed_in.owner, signed_in.into(), seen).await?))
    }

    /// Whether the portal that was asked for is known to be the one that answers, by the name
    /// that stays.
    async fn is_renamed(
        &self,
        pending: &PendingSignIn,
        member: Option<&str>,
    ) -> Result<bool, DeskError> {
        let known = self.records.connections(pending.owner).await?;
        let mut known = known.iter().filter_map(|connection| connection.access.signed_in());
        Ok(known.any(|s| s.address == pending.portal && Some(s.member.as_str()) == member))
    }

    /// Forgets the sign-ins of a person that nobody has come back from: those on one portal, or
    /// all.
    pub(super) async fn drop_sign_ins(
        &self,
        owner: TelegramId,
        portal: Option<&PortalAddress>,
    ) -> Result<(), DeskError> {
        for (id, pending) in self.records.sign_ins().await? {
            if pending.owner == owner
                && portal.is_none_or(|portal| pending.portal == *portal)
                && !pending.used
            {
                self.records.end_sign_in(id).await?;
            }
        }
        Ok(())
    }

    /// Waits for something about sign-ins that is to be said by itself: one that nobody came back
    /// from in time, or one that has ended. It comes again until [`Desk::spoken`].
    pub async fn next_about_sign_ins(&self) -> Result<(Told, Spoken), DeskError> {
        loop {
            let news = self.sign_ins.0.notified();
            if let Some(found) = self.untold().await? {
                return Ok(found);
            }
            let mut next = None;
            for (id, pending) in self.records.sign_ins().await? {
                let due =
                    pending.until + if pending.used { FINISHES } else { SignedDuration::ZERO };
                if due > self.now() {
                    next = Some(next.map_or(due, |first: Timestamp| first.min(due)));
                } else if let Some(said) = self.abandoned(&pending).await? {
                    return Ok((Told::Abandoned(id), said));
                } else {
                    self.records.end_sign_in(id).await?;
                }
            }
            match next {
                Some(due) => tokio::select! {
                    () = self.clock.sleep_until(due) => {}
                    () = news => {}
                },
                None => news.await,
            }
        }
    }

    /// What was said need not be said again.
    pub async fn spoken(&self, told: Told) -> Result<(), DeskError> {
        match told {
            Told::Abandoned(id) => drop(self.records.end_sign_in(id).await?),
            Told::Ended(owner, id) => drop(self.records.mark_told(owner, id).await?),
        }
        Ok(())
    }

    async fn abandoned(&self, pending: &PendingSignIn) -> Result<Option<Spoken>, DeskError> {
        let unsent = pending.place.message == 0;
        if unsent || self.role(pending.owner).await?.is_none() {
            return Ok(None);
        }
        let portal = PortalName::of(&pending.portal);
        let reply = Reply::SignIn(SignInReply::NotDone { portal, why: NotDone::Abandoned });
        Ok(Some(Spoken { to: pending.owner, place: pending.place, reply }))
    }

    async fn untold(&self) -> Result<Option<(Told, Spoken)>, DeskError> {
        for connection in self.records.signed_in().await? {
            let Some(why) = connection.facts.ended.filter(|_| connection.facts.untold) else {
                continue;
            };
            let (to, portal) = (connection.owner, PortalName::of(connection.access.address()));
            let chat = i64::try_from(to.0).unwrap_or_default();
            let place = ChatPlace { chat, private: true, thread: None, message: 0 };
            let reply = Reply::SignIn(SignInReply::Ended(SignedOut { portal, why }));
            let told = Told::Ended(to, connection.id);
            return Ok(Some((told, Spoken { to, place, reply })));
        }
        Ok(None)
    }
}

/// Names what was said.
#[derive(Debug, Clone, Copy)]
pub enum Told {
    /// That nobody came back.
    Abandoned(SignInId),
    /// That a sign-in has ended.
    Ended(TelegramId, ConnectionId),
}

fn why_no_tokens(error: &AuthError) -> NotDone {
    match error {
        AuthError::Grant => NotDone::TooLate,
        error => error.ends().map_or_else(|| NotDone::Trouble(error.trouble()), NotDone::Ended),
    }
}

/// 128 random bits as text.
fn new_state() -> Result<SecretString, DeskError> {
    let mut bytes = zeroize::Zeroizing::new([0; 16]);
    getrandom::fill(&mut *bytes).map_err(DeskError::Random)?;
    Ok(URL_SAFE_NO_PAD.encode(*bytes).into())
}

/// The portal's page for a sign-in.
fn page(portal: &PortalAddress, client: &str, state: &SecretString) -> String {
    let mut url = portal.url().clone();
    url.set_path(PAGE);
    url.query_pairs_mut()
        .append_pair("client_id", client)
        .append_pair("state", state.expose_secret());
    url.into()
}
