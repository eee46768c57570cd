//! What a switch means for the dialogs that are watched, and how a watch ends.

use jiff::SignedDuration;

use super::{Connections, Context, Desk, DeskError, Notice, watched::drop_of};
use crate::{
    domain::{
        card::Silenced,
        chat::ChatPlace,
        connection::{Connection, PortalTag},
        dialog::DialogId,
        lasting::Lasting,
        reply::Reply,
        silent_mode::{Generation, Switch},
        supervisor::TelegramId,
        toggle::{Place, Proof},
        watch::{Ended, SilencedRow, WatchOver},
    },
    store::Watch,
};

/// How much is kept of a dialog's name, in characters.
const LONGEST_TITLE: usize = 100;

/// A silence that is over, and what its owner is to be told.
#[derive(Debug, Clone)]
pub struct Finding {
    pub(super) watch: Watch,
    pub(super) over: WatchOver,
}

impl Desk {
    /// Since when a dialog is silent, and through whom, as far as hushbot did it: through anybody
    /// where the flag is the chat's, else through the connection's owner.
    pub(super) fn silenced_since(
        &self,
        connection: &Connection,
        dialog: DialogId,
        generation: Generation,
    ) -> Option<Silenced> {
        let portal = connection.portal();
        let first = if generation == Generation::ChatWide {
            let concerns = |row: &Watch| row.dialog == dialog && row.portal == portal;
            self.watched.filtered(concerns).into_iter().next()?
        } else {
            self.watched.get(connection.owner, portal, dialog)?
        };
        Some(Silenced { lasts: self.lasts(&first), by: first.name })
    }

    /// Everybody's silent dialogs as they are stored, the longest silent first; no portal is asked.
    pub(super) fn silenced_rows(&self) -> Vec<SilencedRow> {
        let watches = self.watched.filtered(|_| true);
        let several = watches.iter().any(|watch| watch.portal != watches[0].portal);
        let row = |watch: Watch| SilencedRow {
            place: place_of(&watch, several),
            lasts: self.lasts(&watch),
            ends_in: self.watch_ends_in(&watch),
            by: Some(watch.name),
            generation: watch.generation,
            proven: None,
        };
        watches.into_iter().map(row).collect()
    }

    /// Notes what a switch means, while it has its turn; it is written with the order's update.
    pub(super) fn watch(
        &self,
        connection: &Connection,
        place: &Place,
        switched: (Switch, Proof),
        generation: Generation,
        context: &Context,
    ) {
        let (portal, owner) = (connection.portal(), connection.owner);
        match switched {
            (Switch::Off, Proof::Contradicted) => {}
            (Switch::On, Proof::Contradicted) => {
                self.watched.end_by_owner(owner, &portal, place.dialog, context.update);
            }
            (Switch::On, _) => {
                let now = self.now();
                let title = place.name.as_ref().map(|name| cut(name));
                self.watched.begin(Watch {
                    owner,
                    portal,
                    dialog: place.dialog,
                    title,
                    name: context.name.to_string(),
                    place: context.place,
                    generation,
                    since: now,
                    asked: now,
                    update: context.update,
                    over: None,
                });
            }
            (Switch::Off, _) => {
                let (by, update) = (&context.name, context.update);
                self.unwatch(&portal, owner, place.dialog, generation, by, update);
            }
        }
    }

    /// Notes that a dialog is not silent any more. Whoever else silenced it is told.
    pub(super) fn unwatch(
        &self,
        portal: &str,
        owner: TelegramId,
        dialog: DialogId,
        generation: Generation,
        by: &str,
        update: u64,
    ) {
        self.watched.end_by_owner(owner, portal, dialog, update);
        if generation == Generation::ChatWide && !by.is_empty() {
            self.watched.end_by_other(owner, portal, dialog, by, update);
        }
    }

    /// Waits until somebody's silence was ended by another.
    pub async fn watch_ended(&self) {
        self.watched.ended().await;
    }

    /// The silences that others have ended, to be told and then [ended](Desk::end_watches).
    pub async fn ended_by_others(&self) -> Result<Vec<Finding>, DeskError> {
        let mut findings = Vec::new();
        for watch in self.watched.take_ended() {
            let by = watch.over.clone().unwrap_or_default();
            let mine = self.connections(watch.owner).await?;
            findings.push(self.finding(watch, Ended::By(by), None, mine.0.len() > 1));
        }
        Ok(findings)
    }

    /// What is told of silences that are over: a notice for each chat.
    pub fn notices(findings: Vec<Finding>) -> Vec<(Notice, Vec<Finding>)> {
        let mut notices: Vec<(Notice, Vec<Finding>)> = Vec::new();
        for finding in findings {
            let Watch { owner: to, place, .. } = finding.watch;
            let same = |(notice, _): &&mut (Notice, Vec<Finding>)| {
                notice.to == to && is_same_chat(notice.place, place)
            };
            if let Some((_, told)) = notices.iter_mut().find(same) {
                told.push(finding);
            } else {
                let reply = Reply::WatchOver(Vec::new());
                notices.push((Notice { to, place, reply }, vec![finding]));
            }
        }
        for (notice, findings) in &mut notices {
            let over = findings.iter().map(|finding| finding.over.clone());
            notice.reply = Reply::WatchOver(over.collect());
        }
        notices
    }

    /// Ends watches whose end was told, and their timers; `told` false lets them go on, to be
    /// looked at and told again.
    pub async fn end_watches(&self, findings: &[Finding], told: bool) -> Result<(), DeskError> {
        let mut changes = Vec::new();
        for Finding { watch, over } in findings {
            if !told {
                self.watched.stop_telling(watch);
            } else if self.watched.end(watch) {
                changes.push(drop_of(watch));
                // While the access is lost the timer still tries, and says so if it can't.
                if over.how != Ended::Lost {
                    self.drop_timer(watch).await?;
                }
            }
        }
        Ok(self.records.change_watches(&changes).await?)
    }

    pub(super) async fn drop_timer(&self, watch: &Watch) -> Result<(), DeskError> {
        if self.schedule.remove(&watch.portal, watch.dialog, watch.owner) {
            self.records.drop_timer(watch.owner, &watch.portal, watch.dialog).await?;
        }
        Ok(())
    }

    pub(super) fn finding(
        &self,
        watch: Watch,
        how: Ended,
        name: Option<String>,
        several: bool,
    ) -> Finding {
        let place = place_of(&watch, several);
        let name = name.or_else(|| place.name.clone());
        let over = WatchOver {
            place: Place { name, ..place },
            lasted: self.lasts(&watch),
            how,
            generation: watch.generation,
            left: self.watch_ends_in(&watch).and_then(whole_minutes),
        };
        Finding { watch, over }
    }

    pub(super) fn lasts(&self, watch: &Watch) -> SignedDuration {
        self.now().duration_since(watch.since).max(SignedDuration::ZERO)
    }

    pub(super) fn watch_ends_in(&self, watch: &Watch) -> Option<SignedDuration> {
        let due = self.schedule.end_of(&watch.portal, watch.dialog, watch.owner)?;
        Some(due.duration_since(self.now()).max(SignedDuration::ZERO))
    }
}

impl Connections {
    /// The connection to a portal by its host.
    pub(super) fn to(&self, portal: &str) -> Option<&Connection> {
        self.0.iter().find(|connection| connection.portal() == portal)
    }
}

/// Where a watched dialog is; with the portal's host where there are several.
pub(super) fn place_of(watch: &Watch, several: bool) -> Place {
    Place {
        dialog: watch.dialog,
        name: watch.title.clone(),
        tag: PortalTag::of_host(&watch.portal),
        portal: several.then(|| watch.portal.clone()),
    }
}

/// Whether two notices can be one message.
pub(super) fn is_same_chat(one: ChatPlace, other: ChatPlace) -> bool {
    one.chat == other.chat && one.thread == other.thread
}

fn whole_minutes(left: SignedDuration) -> Option<Lasting> {
    Lasting::from_minutes(u32::try_from((left.as_secs() + 59) / 60).ok()?)
}

fn cut(name: &str) -> String {
    name.chars().take(LONGEST_TITLE).collect()
}
