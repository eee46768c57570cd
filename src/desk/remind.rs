//! Reminders of silences without an end.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::{
    Desk, DeskError, Notice,
    watch::{is_same_chat, place_of},
};
use crate::{
    domain::{
        connection::Connection,
        dialog::DialogId,
        reply::Reply,
        scope::Scope,
        supervisor::{Supervisor, TelegramId},
        watch::{Remind, Reminder},
    },
    store::{Watch, WatchChange},
};

type Waiting = HashMap<DialogId, Option<Timestamp>>;

impl Desk {
    /// Sets when the person is reminded; `None` tells what is set.
    pub async fn remind(
        &self,
        who: &Supervisor,
        remind: Option<Remind>,
    ) -> Result<Reply, DeskError> {
        let remind = match remind {
            Some(remind) => {
                self.records.set_remind(who.id(), remind).await?;
                remind
            }
            None => self.records.settings(who.id()).await?.remind,
        };
        Ok(Reply::Remind(remind))
    }

    /// What somebody is to be reminded of on a portal: a notice for each chat, and the watches that
    /// it is about. The portal is asked only if something is due, and at most once.
    pub async fn reminders(
        &self,
        owner: TelegramId,
        portal: &str,
    ) -> Result<Vec<(Notice, Vec<Watch>)>, DeskError> {
        let watches = self.watched.of(owner, portal);
        if watches.is_empty() {
            return Ok(Vec::new());
        }
        let Remind::After(interval) = self.records.settings(owner).await?.remind else {
            return Ok(Vec::new());
        };
        let latest = self.now() - interval.duration();
        let is_due = |watch: &Watch| watch.asked <= latest && self.watch_ends_in(watch).is_none();
        let due: Vec<Watch> = watches.into_iter().filter(is_due).collect();
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let mine = self.connections(owner).await?;
        let waiting = match mine.to(portal) {
            Some(connection) => self.waiting(connection).await,
            None => Waiting::new(),
        };
        // Orders may have come while the portal was asked.
        let still = due.into_iter().filter(|watch| {
            self.watched.is_as(watch) && !self.turns.in_work(&watch.portal, watch.dialog)
        });
        Ok(self.notices_of(still.collect(), &waiting, mine.0.len() > 1))
    }

    fn notices_of(
        &self,
        due: Vec<Watch>,
        waiting: &Waiting,
        several: bool,
    ) -> Vec<(Notice, Vec<Watch>)> {
        let mut notices: Vec<(Notice, Vec<Watch>)> = Vec::new();
        for watch in due {
            let reminder = Reminder {
                place: place_of(&watch, several),
                lasts: self.lasts(&watch),
                generation: watch.generation,
                waits: waits(&watch, waiting),
            };
            let same = notices.iter_mut().find(|(n, _)| is_same_chat(n.place, watch.place));
            if let Some((Notice { reply: Reply::Reminder(reminders), .. }, watches)) = same {
                reminders.push(reminder);
                watches.push(watch);
            } else {
                let reply = Reply::Reminder(vec![reminder]);
                notices.push((Notice { to: watch.owner, place: watch.place, reply }, vec![watch]));
            }
        }
        notices
    }

    /// Keeps that somebody was reminded: the next reminder counts from `at`.
    pub async fn reminded(&self, watches: &[Watch], at: Timestamp) -> Result<(), DeskError> {
        let rows = watches.iter().filter_map(|watch| self.watched.reminded(watch, at));
        let changes: Vec<_> = rows.map(|watch| WatchChange::Put(Box::new(watch))).collect();
        Ok(self.records.change_watches(&changes).await?)
    }

    /// The dialogs whose client waits; none where the portal does not tell.
    async fn waiting(&self, connection: &Connection) -> Waiting {
        if Scope::missing_from(&connection.facts.scopes).contains(&Scope::Im) {
            return Waiting::new();
        }
        let portal = self.portals.via(&connection.access).in_background();
        portal.waiting().await.unwrap_or_else(|error| {
            tracing::info!(%error, "who waits can't be read");
            Waiting::new()
        })
    }
}

/// Whether the client waits and something was written since the silence began. Portals tell times
/// in whole seconds.
fn waits(watch: &Watch, waiting: &Waiting) -> bool {
    let since = watch.since - SignedDuration::from_secs(1);
    waiting.get(&watch.dialog).is_some_and(|last| last.is_none_or(|last| last >= since))
}
