//! The updates that have no answer yet, and the log of what was switched.

use zeroize::Zeroizing;

use super::{Connections, Desk, DeskError};
use crate::{
    domain::{
        audit::AuditEntry,
        connection::Connection,
        dialog::{DialogId, DialogRef, Target, Via},
        reply::{LogEntry, Reply},
        supervisor::{Role, Supervisor},
        toggle::{Failed, Reason},
    },
    store::{Retention, Settled, Taken, Unsettled},
};

/// An update's payload; wiped from memory when it is dropped.
pub type Kept = Zeroizing<Vec<u8>>;

/// How many switches a list shows.
const LISTED: usize = 20;

impl Desk {
    /// Keeps updates, in one write, before anybody is told that they were received. For each,
    /// whether it is new: one that is known is in work or has been answered.
    pub async fn take_in(&self, updates: Vec<(u64, Vec<u8>)>) -> Result<Vec<bool>, DeskError> {
        let taken = self.records.take_in(updates, self.now()).await?;
        Ok(taken.into_iter().map(|taken| taken == Taken::New).collect())
    }

    /// Forgets an update whose answer has gone out, and keeps what was switched because of it: in
    /// the log, and in what is watched.
    pub async fn settle(&self, update: u64, audit: &[AuditEntry]) -> Result<(), DeskError> {
        let settled = Settled { update, at: self.now(), audit };
        let mut watches = Vec::new();
        let kept = self.records.settle_with(settled, || {
            watches = self.watched.unwritten(update);
            watches.clone()
        });
        let kept = kept.await;
        if kept.is_err() {
            self.watched.put_back(update, &watches);
        }
        Ok(kept?)
    }

    /// What an earlier process took in and did not answer.
    pub async fn unsettled(&self) -> Result<Vec<Unsettled>, DeskError> {
        Ok(self.records.unsettled().await?)
    }

    /// Keeps the message that will be edited into the answer.
    pub async fn note_interim(&self, update: u64, message: i32) -> Result<(), DeskError> {
        self.records.note_interim(update, message).await?;
        Ok(())
    }

    /// Keeps an order that came too late, for a day.
    pub async fn offer(&self, update: u64) -> Result<(), DeskError> {
        self.records.offer(update, self.now()).await?;
        Ok(())
    }

    /// An order that came too late, as it was kept.
    pub async fn offered(&self, update: u64) -> Result<Option<Kept>, DeskError> {
        Ok(self.records.offered(update).await?.map(|(payload, _)| payload))
    }

    /// Takes an order that came too late back into work; only one of two presses gets it.
    pub async fn take_offer(&self, update: u64) -> Result<bool, DeskError> {
        Ok(self.records.take_offer(update).await?.is_some())
    }

    /// Forgets the orders that came too late and were not taken, of those that are somebody's.
    pub async fn forget_offers(&self, theirs: impl Fn(&[u8]) -> bool) -> Result<(), DeskError> {
        Ok(self.records.forget_offers(theirs).await?)
    }

    /// When Telegram was last heard.
    pub async fn last_contact(&self) -> Result<Option<jiff::Timestamp>, DeskError> {
        Ok(self.records.last_contact().await?)
    }

    /// Forgets what is too old to be of use.
    pub async fn sweep(&self, limits: &Retention) -> Result<(), DeskError> {
        let swept = self.records.sweep(limits, self.now()).await?;
        if let Ok(oldest) = self.now().checked_sub(limits.watches_for) {
            self.watched.retain(|watch| watch.since >= oldest);
        }
        tracing::debug!(?swept, "old rows are forgotten");
        Ok(())
    }

    /// Answers `/log`: the newest switches on the person's portals; an admin sees every portal's.
    pub async fn log(
        &self,
        who: &Supervisor,
        dialog: Option<DialogRef>,
    ) -> Result<Reply, DeskError> {
        let mine = self.connections_of(who).await?;
        let mut portals: Vec<String> = mine.0.iter().map(Connection::portal).collect();
        if let Some(DialogRef { via: Via::Host(host), .. }) = &dialog {
            portals.retain(|portal| portal == host);
        }
        let number = match &dialog {
            None => None,
            Some(reference) => match self.number_of(&mine, reference).await {
                Ok(number) => Some(number),
                Err(reason) => {
                    let (reference, place) = (reference.clone(), None);
                    let failed = Failed { reference, place, reason };
                    return Ok(Reply::Status(vec![Err(Box::new(failed))]));
                }
            },
        };
        let everything = who.role() == Role::Admin && number.is_none();
        let among = (!everything).then_some(portals.as_slice());
        let entries = self.records.audit(among, number, LISTED).await?;
        // An admin's list of everything names each portal.
        let several = everything || mine.0.len() > 1;
        let entries = entries.into_iter().map(|entry| LogEntry {
            age: entry.age(self.now()),
            portal: several.then(|| entry.portal.clone()),
            entry,
        });
        Ok(Reply::Log { dialog, entries: entries.collect() })
    }

    pub(super) async fn number_of(
        &self,
        mine: &Connections,
        reference: &DialogRef,
    ) -> Result<DialogId, Reason> {
        if let Target::Chat(id) = &reference.target {
            return Ok(*id);
        }
        let portal = self.portals.via(&mine.pick(&reference.via)?.access);
        let found = portal.find(&reference.target).await;
        found.map(|found| found.id).map_err(|error| Reason::Trouble(error.trouble(self.now())))
    }
}
