//! A look at the dialogs that are silent because of an order: whether they still are.

use super::{Desk, DeskError, watch::Finding};
use crate::{
    domain::{
        connection::Connection, dialog::DialogId, silent_mode::Generation, supervisor::TelegramId,
        trouble::Trouble, watch::Ended,
    },
    portal::{DialogReading, Portal, PortalError},
    store::Watch,
};

/// What came of a look.
#[derive(Debug)]
pub enum Look {
    /// The portal answered; these silences are over and are being told.
    Seen(Vec<Finding>),
    /// The portal could not be asked just now.
    Trouble,
}

type Read = (DialogId, Result<DialogReading, PortalError>);

impl Desk {
    /// Whose dialogs on which portals are watched.
    pub fn watched_connections(&self) -> Vec<(TelegramId, String)> {
        self.watched.connections().into_iter().collect()
    }

    /// Looks at one person's watched dialogs on one portal: one request for 50 of them, and one
    /// more for those that are not silent or can't be read. Findings count as being told from now
    /// on: [`Desk::end_watches`] ends that.
    pub async fn look(&self, owner: TelegramId, portal: &str) -> Result<Look, DeskError> {
        let watches = self.watched.of(owner, portal);
        let mine = self.connections(owner).await?;
        let Some(connection) = mine.to(portal) else {
            self.forget_watches(owner, Some(portal)).await?;
            return Ok(Look::Seen(Vec::new()));
        };
        let several = mine.0.len() > 1;
        let asked = self.portals.via(&connection.access).in_background();
        let over = match doubtful(&asked, &watches).await {
            Ok(reads) => self.judge(connection, &asked, &watches, reads).await?,
            Err(error) if is_lost(&error.trouble(self.now())) => {
                watches.into_iter().map(|watch| (watch, Ended::Lost, None)).collect()
            }
            Err(error) => {
                tracing::info!(%error, %portal, "the silent dialogs can't be looked at");
                return Ok(Look::Trouble);
            }
        };
        let still = over.into_iter().filter(|(watch, ..)| self.may_tell(watch));
        let findings =
            still.map(|(watch, how, title)| self.finding(watch, how, title, several)).collect();
        Ok(Look::Seen(findings))
    }

    async fn judge(
        &self,
        connection: &Connection,
        portal: &Portal<'_>,
        watches: &[Watch],
        reads: Vec<Read>,
    ) -> Result<Vec<(Watch, Ended, Option<String>)>, DeskError> {
        let known = connection.facts.generation;
        let generation = reads.iter().fold(known, |known, (_, read)| match read {
            Ok(read) if read.reading.evidence() != Generation::Unknown => read.reading.evidence(),
            _ => known,
        });
        self.remember(connection, generation, portal).await?;
        let over = reads.into_iter().filter_map(|(id, read)| {
            let watch = watches.iter().find(|watch| watch.dialog == id)?;
            let how = match &read {
                Ok(read) => ended(read, generation)?,
                Err(error) => is_lost(&error.trouble(self.now())).then_some(Ended::Lost)?,
            };
            Some((watch.clone(), how, read.ok().and_then(|read| read.title)))
        });
        Ok(over.collect())
    }

    /// Whether what was read of a dialog may be told: no order has come since the look began, and
    /// none is in work. An order changes the watch while it has its turn, so whatever it did to the
    /// dialog before the look read it is seen here.
    pub(super) fn may_tell(&self, watch: &Watch) -> bool {
        !self.turns.in_work(&watch.portal, watch.dialog) && self.watched.start_telling(watch)
    }

    /// Ends the watches of somebody who has no access any more, without a word.
    pub(super) async fn forget_watches(
        &self,
        owner: TelegramId,
        portal: Option<&str>,
    ) -> Result<(), DeskError> {
        let theirs =
            |row: &Watch| row.owner == owner && portal.is_none_or(|portal| row.portal == portal);
        let gone = self.watched.filtered(theirs);
        self.watched.retain(|row| !theirs(row));
        let changes: Vec<_> = gone.iter().map(super::watched::drop_of).collect();
        Ok(self.records.change_watches(&changes).await?)
    }
}

/// What is read of the dialogs that are not silent, or of which that can't be told.
async fn doubtful(portal: &Portal<'_>, watches: &[Watch]) -> Result<Vec<Read>, PortalError> {
    let ids: Vec<DialogId> = watches.iter().map(|watch| watch.dialog).collect();
    let states = portal.is_silent(&ids).await?;
    let doubtful = ids.into_iter().zip(states).filter(|(_, state)| *state != Some(true));
    let doubtful: Vec<DialogId> = doubtful.map(|(id, _)| id).collect();
    if doubtful.is_empty() {
        return Ok(Vec::new());
    }
    let reads = portal.read_all(&doubtful).await?;
    Ok(doubtful.into_iter().zip(reads).collect())
}

/// How a silence has ended by what was read of its dialog, if it has.
pub(super) fn ended(read: &DialogReading, generation: Generation) -> Option<Ended> {
    match read.reading.silent(generation) {
        Some(true) => None,
        _ if read.closed => Some(Ended::Closed),
        Some(false) => Some(Ended::Dropped),
        None => None,
    }
}

/// Whether the person can't see the dialog any more, as long as nobody changes something.
pub(super) fn is_lost(trouble: &Trouble) -> bool {
    trouble.is_ones_own()
        || matches!(
            trouble,
            Trouble::NoSuchDialog | Trouble::NotAnOpenChannel | Trouble::PortalDeleted
        )
}
