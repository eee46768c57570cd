//! What the next shift has to know.

use std::{cmp::Reverse, collections::BTreeSet};

use jiff::SignedDuration;

use super::{Connections, Context, Desk, DeskError};
use crate::domain::{
    audit::{AuditEntry, AuditOutcome},
    chat::ChatPlace,
    connection::{Connection, PortalTag},
    dialog::DialogId,
    reply::Reply,
    room::Handover,
    silent_mode::Generation,
    supervisor::{Role, Supervisor},
    watch::SilencedRow,
};

/// How far back the counts look.
const OVER: SignedDuration = SignedDuration::from_hours(12);

/// How many switches are counted: more than a shift has.
const MOST_COUNTED: usize = 10_000;

/// How many dialogs are looked up on one portal for their names: two requests.
const MOST_NAMED: usize = 50;

impl Desk {
    /// Answers `/handover`: all that is silent through hushbot, and what was switched lately. An
    /// admin, and everybody in the on-call room, sees every portal's, anybody else their own
    /// portals'.
    pub async fn handover(&self, who: &Supervisor, context: &Context) -> Result<Reply, DeskError> {
        let mine = self.connections_of(who).await?;
        let everything = who.role() == Role::Admin || self.is_room(context.place).await?;
        let tags: Vec<PortalTag> = mine.0.iter().map(|c| c.access.address().tag()).collect();
        let sees = |tag: PortalTag| everything || tags.contains(&tag);

        let mut silent = self.silenced_rows();
        silent.retain(|row| sees(row.place.tag));
        self.freshen(&mine, &mut silent, context).await;
        let portals: BTreeSet<u32> = silent.iter().map(|row| row.place.tag.0).collect();
        if portals.len() < 2 {
            for row in &mut silent {
                row.place.portal = None;
            }
        }
        silent.sort_by_key(|row| (row.ends_in.is_some(), Reverse(row.lasts)));

        let mut handover = Handover { silent, over: OVER, on: 0, off: 0, failed: 0 };
        for entry in self.records.audit_since(self.now() - OVER, MOST_COUNTED).await? {
            if sees(PortalTag::of_host(&entry.portal)) {
                handover.count(&entry);
            }
        }
        Ok(Reply::Handover(handover))
    }

    async fn is_room(&self, place: ChatPlace) -> Result<bool, DeskError> {
        let room = self.records.room().await?.map(|room| room.place);
        Ok(room.is_some_and(|room| (room.chat, room.thread) == (place.chat, place.thread)))
    }

    /// Reads the dialogs on the reader's own portals: their names, and which of them are not
    /// silent any more for certain. What can't be read stays as it is.
    async fn freshen(&self, mine: &Connections, rows: &mut Vec<SilencedRow>, context: &Context) {
        let mut over: Vec<(PortalTag, DialogId)> = Vec::new();
        for connection in &mine.0 {
            over.extend(self.freshen_on(connection, rows, context).await);
        }
        rows.retain(|row| !over.contains(&(row.place.tag, row.place.dialog)));
    }

    async fn freshen_on(
        &self,
        connection: &Connection,
        rows: &mut [SilencedRow],
        context: &Context,
    ) -> Vec<(PortalTag, DialogId)> {
        let tag = connection.access.address().tag();
        let ids: BTreeSet<DialogId> =
            rows.iter().filter(|row| row.place.tag == tag).map(|row| row.place.dialog).collect();
        let ids: Vec<DialogId> = ids.into_iter().take(MOST_NAMED).collect();
        if ids.is_empty() {
            return Vec::new();
        }
        let portal = self.portals.via(&connection.access).reporting_to(&context.progress);
        let readings = match portal.read_all(&ids).await {
            Ok(readings) => readings,
            Err(error) => {
                tracing::info!(%error, "the dialogs of a handover can't be read");
                return Vec::new();
            }
        };
        let mut over = Vec::new();
        for read in readings.into_iter().flatten() {
            let here = |row: &&mut SilencedRow| row.place.tag == tag && row.place.dialog == read.id;
            for row in rows.iter_mut().filter(here) {
                row.place.name = row.place.name.take().or_else(|| read.title.clone());
                let off = row.generation == Generation::ChatWide
                    && read.reading.silent(row.generation) == Some(false);
                if read.closed || off {
                    over.push((tag, read.id));
                }
            }
        }
        over
    }
}

impl Handover {
    fn count(&mut self, entry: &AuditEntry) {
        match entry.outcome {
            AuditOutcome::Done | AuditOutcome::SaidOnly if entry.order.is_on() => self.on += 1,
            AuditOutcome::Done | AuditOutcome::SaidOnly => self.off += 1,
            AuditOutcome::Contradicted | AuditOutcome::Failed | AuditOutcome::Unclear => {
                self.failed += 1;
            }
            AuditOutcome::Superseded => {}
        }
    }
}
