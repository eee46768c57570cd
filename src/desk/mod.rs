//! The use cases: what the bot does once it is known who asks and that they may.
//!
//! The desk speaks to portals and to the store and answers with replies as data. It takes proof of
//! a right as a type, so it checks none.

mod away;
mod card;
mod connect;
mod context;
mod crm;
mod handover;
mod help;
mod inbox;
mod invite;
mod keep_alive;
mod locate;
mod look;
mod moves;
mod people;
mod picker;
mod portals;
mod remind;
mod room;
mod schedule;
mod service;
mod sign_in;
mod silenced;
mod stale;
mod status;
mod switching;
mod toggle;
mod tokens;
mod turns;
mod undo;
mod watch;
mod watched;
mod whisper;

use std::{collections::BTreeSet, sync::Arc};

use jiff::Timestamp;

use crate::{
    domain::{
        clock::Clock,
        connection::Connection,
        dialog::Via,
        sign_in::{PortalName, SignedOut},
        supervisor::{Role, Supervisor, TelegramId},
        toggle::Reason,
        trouble::Trouble,
        webhook::HostPolicy,
    },
    portal::PortalClient,
    store::{Records, StoreError},
};

pub use away::until_back;
pub use context::{Context, Done, Held, Notice};
pub use crm::Which;
pub use inbox::Kept;
pub use look::Look;
pub use people::Known;
pub use portals::Choice;
pub use sign_in::{CameBack, ComeBack, Spoken, Told};
pub use stale::CardState;
pub use tokens::Apps;
pub use watch::Finding;

pub use crate::{
    portal::{Progress, auth::AppKeys},
    store::{LARGEST_PAYLOAD, Retention, Room, Timer, Unsettled, Watch},
};

/// Where the use cases are.
#[derive(Clone)]
pub struct Desk {
    records: Records,
    portals: PortalClient,
    clock: Arc<dyn Clock>,
    settings: Arc<Settings>,
    turns: turns::Turns,
    schedule: schedule::Schedule,
    tokens: tokens::Tokens,
    sign_ins: sign_in::News,
    watched: watched::Watched,
}

/// What the operator of the bot decides about people and portals.
#[derive(Debug, Default)]
pub struct Settings {
    /// Admins by the environment: nobody in a chat can take that away.
    pub admins: BTreeSet<TelegramId>,
    /// Which portals are admitted.
    pub policy: HostPolicy,
    /// The applications through which people can sign in.
    pub apps: Apps,
    /// Whether notes that only colleagues see may be posted.
    pub whisper: bool,
}

/// A mistake of ours, or of the disk's: nothing that the person could mend.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gave no random bytes.
    #[error("no randomness: {0}")]
    Random(getrandom::Error),
}

impl Desk {
    /// A desk over these records and portals.
    pub fn new(
        records: Records,
        portals: PortalClient,
        clock: Arc<dyn Clock>,
        settings: Settings,
    ) -> Self {
        let (turns, schedule, watched, sign_ins) = <_>::default();
        let settings = Arc::new(settings);
        let tokens = tokens::Tokens::new(&records, &portals, &clock, &settings);
        let portals = portals.kept_by(Arc::new(tokens.clone()));
        Self { records, portals, clock, settings, turns, schedule, tokens, sign_ins, watched }
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The person's role: by the environment, else by the store.
    async fn role(&self, id: TelegramId) -> Result<Option<Role>, DeskError> {
        if self.settings.admins.contains(&id) {
            return Ok(Some(Role::Admin));
        }
        Ok(self.records.member(id).await?.map(|member| member.role))
    }

    /// Keeps what a portal said by failing: that it is closed for good, or that the sign-in has
    /// ended. Whoever hears of the failure is told by that.
    async fn note_failure(
        &self,
        connection: &Connection,
        reason: &Reason,
    ) -> Result<(), DeskError> {
        if *reason == Reason::Trouble(Trouble::PortalDeleted) && !connection.facts.closed {
            tracing::warn!(portal = %connection.portal(), "the portal is closed");
            self.records.mark_closed(connection.owner, connection.id).await?;
        }
        if let Reason::Trouble(Trouble::SignedOut(SignedOut { why, .. })) = reason
            && self.records.mark_ended(connection, *why, false).await?
        {
            tracing::warn!(portal = %connection.portal(), ?why, "a sign-in has ended");
        }
        Ok(())
    }

    /// The person's connections, the one they use by default first.
    async fn connections_of(&self, who: &Supervisor) -> Result<Connections, DeskError> {
        self.connections(who.id()).await
    }

    async fn connections(&self, id: TelegramId) -> Result<Connections, DeskError> {
        let mut all = self.records.connections(id).await?;
        let default = self.records.settings(id).await?.default_connection;
        all.sort_by_key(|connection| (Some(connection.id) != default, connection.id));
        Ok(Connections(all))
    }
}

/// Why a connection's portal is not asked any more.
fn known_trouble(connection: &Connection) -> Option<Trouble> {
    if connection.facts.closed {
        return Some(Trouble::PortalDeleted);
    }
    let why = connection.facts.ended?;
    let portal = PortalName::of(connection.access.address());
    Some(Trouble::SignedOut(SignedOut { portal, why }))
}

/// One person's connections, the one used by default first.
struct Connections(Vec<Connection>);

impl Connections {
    /// The connection that a reference means, if its portal may be asked.
    fn pick(&self, via: &Via) -> Result<&Connection, Reason> {
        let meant = self.meant(via)?;
        known_trouble(meant).map_or(Ok(meant), |known| Err(Reason::Trouble(known)))
    }

    fn meant(&self, via: &Via) -> Result<&Connection, Reason> {
        let Some(default) = self.0.first() else { return Err(Reason::NotConnected) };
        let leads_to = |wanted: &dyn Fn(&Connection) -> bool| self.0.iter().find(|c| wanted(c));
        match via {
            Via::Default => Ok(default),
            Via::Host(host) => leads_to(&|c| c.portal() == *host)
                .ok_or_else(|| Reason::OtherPortal { host: host.clone() }),
            Via::Portal(tag) => {
                leads_to(&|c| c.access.address().tag() == *tag).ok_or(Reason::NoSuchConnection)
            }
        }
    }

    /// The portal's host for a reply: only where there could be a doubt.
    fn label(&self, connection: &Connection) -> Option<String> {
        (self.0.len() > 1).then(|| connection.portal())
    }
}
