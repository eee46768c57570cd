//! All that is silent now, and an end to it.

use std::time::Duration;

use futures_util::future::join_all;

use super::{
    Context, Desk, DeskError, Done,
    look::{ended, is_lost},
    watch::{Finding, place_of},
};
use crate::{
    domain::{
        command::SilentOrder,
        connection::{Connection, PortalTag},
        dialog::{DialogId, DialogRef, Target, Via},
        reply::{Reply, SilencedList},
        silent_mode::Switch,
        supervisor::{Admin, Supervisor, TelegramId},
        toggle::Place,
        watch::{Ended, SilencedRow},
    },
    portal::{DialogReading, PortalError},
    store::Watch,
};

/// How long others' portals are waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// A share of the list: one person's dialogs on one portal.
#[derive(Default)]
struct Share {
    rows: Vec<SilencedRow>,
    over: Vec<Finding>,
}

impl Desk {
    /// Answers `/silenced`: all that is silent now; everybody's for an admin. The portals are
    /// asked; what turns out to be over is said and not watched any more, if it is the reader's.
    pub async fn silenced(
        &self,
        who: &Supervisor,
        admin: Option<&Admin>,
        context: &Context,
    ) -> Result<Reply, DeskError> {
        let mine = self.connections_of(who).await?;
        let everybody = admin.is_some();
        let all = self.watched.filtered(|watch| everybody || watch.owner == who.id());
        let several = all.iter().any(|watch| watch.portal != all[0].portal);
        let connections = self.watched.connections().into_iter();
        let shown = connections.filter(|(owner, _)| everybody || *owner == who.id());
        let shares = shown.map(|(owner, portal)| async move {
            self.share(owner, &portal, who.id(), several).await
        });
        let (mut rows, mut over) = (Vec::new(), Vec::new());
        for share in join_all(shares).await {
            let share = share?;
            rows.extend(share.rows);
            over.extend(share.over);
        }
        for Finding { watch, over } in &over {
            if self.watched.end_with(watch, context.update) && over.how != Ended::Lost {
                self.drop_timer(watch).await?;
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.lasts));
        let over = over.into_iter().map(|finding| finding.over).collect();
        let reach = mine.0.iter().map(|mine| mine.access.address().tag()).collect();
        Ok(Reply::Silenced(SilencedList { everybody, rows, over, reach }))
    }

    async fn share(
        &self,
        owner: TelegramId,
        portal: &str,
        reader: TelegramId,
        several: bool,
    ) -> Result<Share, DeskError> {
        let watches = self.watched.of(owner, portal);
        let connections = self.connections(owner).await?;
        let Some(connection) = connections.to(portal) else { return Ok(Share::default()) };
        let ids: Vec<DialogId> = watches.iter().map(|watch| watch.dialog).collect();
        let reading = self.read_silenced(connection, &ids);
        let reads = if owner == reader {
            reading.await
        } else {
            tokio::time::timeout(PATIENCE, reading).await.unwrap_or(Err(PortalError::NoAnswer))
        };
        let reads = reads.unwrap_or_else(|error| vec![Err(error); ids.len()]);
        let mut share = Share::default();
        for (watch, read) in watches.into_iter().zip(reads) {
            let title = read.as_ref().ok().and_then(|read| read.title.clone());
            let generation = connection.facts.generation;
            let how = match &read {
                Ok(read) => ended(read, generation),
                Err(error) => is_lost(&error.trouble(self.now())).then_some(Ended::Lost),
            };
            match how {
                None => {
                    let place = place_of(&watch, several);
                    let name = title.or_else(|| place.name.clone());
                    share.rows.push(SilencedRow {
                        place: Place { name, ..place },
                        lasts: self.lasts(&watch),
                        ends_in: self.watch_ends_in(&watch),
                        by: (owner != reader).then(|| watch.name.clone()),
                        generation,
                        proven: read.ok().and_then(|read| read.reading.silent(generation)),
                    });
                }
                // Its owner is told by the next look.
                Some(_) if owner != reader => {}
                Some(how) if self.may_tell(&watch) => {
                    share.over.push(self.finding(watch, how, title, several));
                }
                // An order is in work: its own answer says what is true.
                Some(_) => {}
            }
        }
        Ok(share)
    }

    async fn read_silenced(
        &self,
        connection: &Connection,
        ids: &[DialogId],
    ) -> Result<Vec<Result<DialogReading, PortalError>>, PortalError> {
        self.portals.via(&connection.access).read_all(ids).await
    }

    /// Switches off all that the person has silenced.
    pub async fn all_off(&self, who: &Supervisor, context: &Context) -> Result<Done, DeskError> {
        let mine = self.connections_of(who).await?;
        let theirs = self.watched.filtered(|watch| watch.owner == who.id());
        let theirs = theirs.iter().filter(|watch| mine.to(&watch.portal).is_some());
        let dialogs: Vec<DialogRef> = theirs.map(reference).collect();
        if dialogs.is_empty() {
            return Ok(self.silenced(who, None, context).await?.into());
        }
        let order = SilentOrder { dialogs, switch: Switch::Off, lasting: None, reason: None };
        self.toggle(who, &order, context).await
    }
}

fn reference(watch: &Watch) -> DialogRef {
    let via = Via::Portal(PortalTag::of_host(&watch.portal));
    DialogRef { target: Target::Chat(watch.dialog), via }
}
