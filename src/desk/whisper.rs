//! A note that only colleagues see.
//!
//! It can't be taken back. So it is posted only where what was read a moment before leaves no
//! doubt, and at most once for an update: that it is about to be posted is on disk before.

use super::{Context, Desk, DeskError, locate::place};
use crate::{
    domain::{
        connection::Connection,
        dialog::{DialogId, DialogRef},
        reply::Reply,
        scope::Scope,
        supervisor::Supervisor,
        toggle::{Place, Reason},
        trouble::Trouble,
        whisper::{Doubt, NotPosted, Whispered},
    },
    portal::{NoteError, Portal, PortalError},
    store::Effect,
};

/// Why a note was not posted, or is not known to be.
enum Stopped {
    NotPosted(NotPosted),
    Unclear,
}

impl Desk {
    /// Whether notes may be posted at all.
    pub fn whispers(&self) -> bool {
        self.settings.whisper
    }

    /// Posts a note as it is written, once. Its text is kept nowhere.
    pub async fn whisper(
        &self,
        who: &Supervisor,
        reference: DialogRef,
        text: &str,
        context: &Context,
    ) -> Result<Reply, DeskError> {
        let whispered = match self.try_whisper(who, &reference, text, context).await? {
            Ok(place) => Whispered::Posted { place },
            Err(Stopped::NotPosted(why)) => Whispered::NotPosted { reference, why },
            Err(Stopped::Unclear) => Whispered::Unclear { reference },
        };
        Ok(Reply::Whispered(whispered))
    }

    async fn try_whisper(
        &self,
        who: &Supervisor,
        reference: &DialogRef,
        text: &str,
        context: &Context,
    ) -> Result<Result<Place, Stopped>, DeskError> {
        if !self.settings.whisper {
            return Ok(Err(Stopped::NotPosted(NotPosted::NotEnabled)));
        }
        if self.records.effect(context.order).await? == Some(Effect::Whispering) {
            return Ok(Err(Stopped::Unclear));
        }
        let mine = self.connections_of(who).await?;
        let found = match mine.pick(&reference.via) {
            Ok(connection) => {
                self.number_of(&mine, reference).await.map(|dialog| (connection, dialog))
            }
            Err(reason) => Err(reason),
        };
        let (connection, dialog) = match found {
            Ok(found) => found,
            Err(reason) => return Ok(Err(reason.into())),
        };
        let portal = self.portals.via(&connection.access).reporting_to(&context.progress);
        let name = self.ready(connection, &portal, dialog).await;
        self.remember(connection, connection.facts.generation, &portal).await?;
        let name = match name {
            Ok(name) => name,
            Err(stopped) => return Ok(Err(stopped)),
        };
        if !self.records.once(context.order).begin_whisper().await? {
            return Ok(Err(Stopped::Unclear));
        }
        Ok(match portal.post_note(dialog, text).await {
            Ok(()) => Ok(place(connection, dialog, name, mine.label(connection))),
            Err(NoteError::Unclear) => Err(Stopped::Unclear),
            Err(NoteError::NotMember) => Err(Stopped::NotPosted(NotPosted::NotMember)),
            Err(NoteError::NotPosted(error)) => Err(self.failed(&error)),
        })
    }

    /// Whether a note in the dialog would surely stay from the client. The dialog's name, where it
    /// has one.
    async fn ready(
        &self,
        connection: &Connection,
        portal: &Portal<'_>,
        dialog: DialogId,
    ) -> Result<Option<String>, Stopped> {
        let may = |scopes: &[String]| scopes.iter().any(|scope| scope == Scope::Im.name());
        // What was granted since the portal was connected counts, too.
        if !may(&connection.facts.scopes) {
            let scopes = portal.scopes().await.map_err(|error| self.failed(&error))?;
            if !may(&scopes) {
                return Err(Reason::Trouble(Trouble::MissingScopes(vec![Scope::Im])).into());
            }
        }
        match portal.fit_for_note(dialog).await {
            Ok(Ok(name)) => Ok(name),
            Ok(Err(doubt)) => Err(doubt.into()),
            Err(error) => Err(self.failed(&error)),
        }
    }

    fn failed(&self, error: &PortalError) -> Stopped {
        Reason::Trouble(error.trouble(self.now())).into()
    }
}

impl From<Reason> for Stopped {
    fn from(reason: Reason) -> Self {
        Self::NotPosted(NotPosted::Failed(reason))
    }
}

impl From<Doubt> for Stopped {
    fn from(doubt: Doubt) -> Self {
        Self::NotPosted(NotPosted::Doubtful(doubt))
    }
}
