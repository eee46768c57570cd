//! Timers: silences that end by themselves. On disk, and in memory what is due when.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use super::{
    Context, Desk, DeskError, Done, Held, Notice, known_trouble,
    locate::place,
    switching,
    toggle::{outcome_of, proven, rivals},
};
use crate::{
    domain::{
        audit::AuditEntry,
        connection::Connection,
        dialog::DialogId,
        lasting::Lasting,
        reply::{Reply, TimerOver},
        silent_mode::{Generation, Switch},
        supervisor::TelegramId,
        toggle::{Place, Proof, Reason, Switched},
    },
    store::Timer,
};

/// After how many minutes a timer that could not switch off tries again; after the last of them it
/// gives up.
const AGAIN_AFTER_MINUTES: [i64; 5] = [1, 2, 5, 10, 20];

/// How far back the orders of an earlier process are looked at, and how many at most: longer than
/// an order can have waited for its turn.
const REMEMBERED: SignedDuration = SignedDuration::from_mins(30);
const MOST_REMEMBERED: usize = 2_000;

type Key = (String, DialogId, TelegramId);

/// The timers that are to come. Clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct Schedule(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    timers: Mutex<HashMap<Key, Timer>>,
    /// Those that are being carried out.
    firing: Mutex<HashMap<Key, Timer>>,
    /// The new host of each owner's portals that have moved, by the old one.
    hosts: Mutex<HashMap<(TelegramId, String), String>>,
    changed: Notify,
}

impl Schedule {
    fn timers(&self) -> MutexGuard<'_, HashMap<Key, Timer>> {
        lock(&self.0.timers)
    }

    fn put(&self, timer: Timer) {
        self.timers().insert(key(&timer), timer);
        self.0.changed.notify_one();
    }

    /// Forgets all timers of somebody.
    pub(super) fn forget(&self, owner: TelegramId) {
        self.timers().retain(|(.., of), _| *of != owner);
    }

    pub(super) fn len(&self) -> usize {
        self.timers().len()
    }

    fn of(&self, portal: &str, dialog: DialogId, owner: TelegramId) -> Option<Timer> {
        self.timers().get(&(portal.to_owned(), dialog, owner)).cloned()
    }

    /// Everybody's timers for a dialog.
    fn of_dialog(&self, portal: &str, dialog: DialogId) -> Vec<Timer> {
        let timers = self.timers();
        timers.values().filter(|t| t.dialog == dialog && t.portal == portal).cloned().collect()
    }

    /// Takes a timer away; whether there was one.
    pub(super) fn remove(&self, portal: &str, dialog: DialogId, owner: TelegramId) -> bool {
        self.timers().remove(&(portal.to_owned(), dialog, owner)).is_some()
    }

    /// When a silence ends by itself, be it that it ends just now.
    pub(super) fn end_of(
        &self,
        portal: &str,
        dialog: DialogId,
        owner: TelegramId,
    ) -> Option<Timestamp> {
        let key = (portal.to_owned(), dialog, owner);
        let due = |timers: &Mutex<HashMap<Key, Timer>>| Some(lock(timers).get(&key)?.due);
        due(&self.0.timers).or_else(|| due(&self.0.firing))
    }

    /// Somebody's portal has a new host.
    pub(super) fn moved(&self, owner: TelegramId, from: &str, to: &str) {
        lock(&self.0.hosts).insert((owner, from.to_owned()), to.to_owned());
        let mut timers = self.timers();
        let theirs = timers.extract_if(|_, timer| timer.owner == owner && timer.portal == from);
        let theirs: Vec<Timer> =
            theirs.map(|(_, timer)| Timer { portal: to.to_owned(), ..timer }).collect();
        timers.extend(theirs.into_iter().map(|timer| (key(&timer), timer)));
    }

    /// A timer that is being carried out, under the portal's host as it is now.
    fn up_to_date(&self, timer: &Timer) -> Timer {
        let hosts = lock(&self.0.hosts);
        let portal = hosts.get(&(timer.owner, timer.portal.clone())).unwrap_or(&timer.portal);
        Timer { portal: portal.clone(), ..timer.clone() }
    }

    fn first(&self) -> Option<Timer> {
        self.timers().values().min_by_key(|timer| timer.due).cloned()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn key(timer: &Timer) -> Key {
    (timer.portal.clone(), timer.dialog, timer.owner)
}

impl Desk {
    /// Reads what an earlier process left: the timers, and which orders were carried out last. An
    /// older one that it did not come to must still give way to them.
    pub async fn load(&self) -> Result<(), DeskError> {
        let recent = self.now() - REMEMBERED;
        for entry in self.records.audit(None, None, MOST_REMEMBERED).await? {
            if entry.at >= recent && entry.outcome.may_have_acted() {
                let AuditEntry { portal, dialog, user, update, name, at, .. } = &entry;
                self.turns.enter(portal, *dialog, *user, *update, name).carried_out(*at);
            }
        }
        for timer in self.records.timers().await? {
            self.schedule.put(timer);
        }
        self.watched.load(self.records.watches().await?);
        Ok(())
    }

    /// Waits for the next timer that is due, and takes it out of the waiting ones. On disk it stays
    /// until [`Desk::finish_timer`].
    pub async fn next_timer(&self) -> Timer {
        loop {
            let changed = self.schedule.0.changed.notified();
            match self.schedule.first() {
                None => changed.await,
                Some(first) if first.due <= self.now() => {
                    lock(&self.schedule.0.firing).insert(key(&first), first.clone());
                    self.schedule.timers().remove(&key(&first));
                    return first;
                }
                Some(first) => {
                    tokio::select! {
                        () = self.clock.sleep_until(first.due) => {}
                        () = changed => {}
                    }
                }
            }
        }
    }

    /// When a dialog's silence ends by itself: through anybody's timer where the flag is the
    /// chat's, else through the connection's owner's.
    pub(super) fn end_of(
        &self,
        connection: &Connection,
        dialog: DialogId,
        generation: Generation,
    ) -> Option<Timestamp> {
        let timers = self.schedule.of_dialog(&connection.portal(), dialog);
        let shared = generation == Generation::ChatWide;
        let counts = |timer: &Timer| shared || timer.owner == connection.owner;
        timers.into_iter().filter(counts).map(|timer| timer.due).min()
    }

    /// Sets the timer of a dialog that was just switched, in place of those that the order made
    /// void. Whoever else had one is told. `end` is how long the silence lasts, and when it is
    /// over.
    pub(super) async fn reschedule(
        &self,
        connection: &Connection,
        place: &Place,
        order: Switch,
        end: Option<(Lasting, Timestamp)>,
        generation: Generation,
        context: &Context,
    ) -> Result<Vec<Notice>, DeskError> {
        let (portal, owner) = (connection.portal(), connection.owner);
        let mut notices = Vec::new();
        for old in self.schedule.of_dialog(&portal, place.dialog) {
            let shared = generation == Generation::ChatWide;
            if old.owner != owner && !shared {
                continue;
            }
            self.schedule.timers().remove(&key(&old));
            self.records.drop_timer(old.owner, &old.portal, old.dialog).await?;
            // Whoever silenced it and is to hear that somebody ended it need not hear of the timer.
            if old.owner != owner && !(order == Switch::Off && self.is_watched(&old)) {
                let (place, by) = (place.clone(), context.name.to_string());
                let reply = Reply::TimerReplaced { place, order, by };
                notices.push(Notice { to: old.owner, place: old.place, reply });
            }
        }
        if let Some((lasting, due)) = end.filter(|_| order.is_on()) {
            let (dialog, update) = (place.dialog, context.update);
            let timer = Timer { portal, dialog, owner, due, lasting, place: context.place, update };
            self.records.set_timer(&timer).await?;
            self.schedule.put(timer);
        }
        Ok(notices)
    }

    /// Switches off what a timer is for. `None` if there is nothing to do or to tell any more: the
    /// person has lost their access, or a newer order has come.
    pub async fn fire(&self, timer: &Timer) -> Result<Option<Done>, DeskError> {
        let connections = self.connections(timer.owner).await?;
        let named = |c: &&Connection| c.portal() == timer.portal;
        let Some(connection) = connections.0.iter().find(named) else { return Ok(None) };
        let label = connections.label(connection);
        if let Some(known) = known_trouble(connection) {
            let place = place(connection, timer.dialog, None, label);
            let outcome = Err(Reason::Trouble(known));
            let over = TimerOver { place, lasting: timer.lasting, outcome };
            return Ok(Some(Reply::TimerOver(over).into()));
        }
        let (user, known) = (connection.access.user(), connection.facts.generation);
        let turn = self.turns.enter(&timer.portal, timer.dialog, user, timer.update, "");
        let held = turn.wait().await;
        let newer_timer = self.schedule.of(&timer.portal, timer.dialog, timer.owner).is_some();
        if newer_timer || turn.rival(rivals(known)).is_some() {
            return Ok(None);
        }
        let began = std::time::Instant::now();
        let portal = self.portal(connection);
        let done = switching::switch(&portal, &[timer.dialog], Switch::Off, known).await;
        let connection = &self.remember(connection, done.generation, &portal).await?;
        let place = place(connection, timer.dialog, done.title(timer.dialog), label.clone());
        let (outcome, audited) = match done.outcome(timer.dialog, Switch::Off) {
            Ok(proof) => {
                self.note_end(timer, proof, done.generation);
                let card = Box::new(self.card_after(connection, &done, timer.dialog, label));
                (Ok(Switched { card, proof, lasting: None, back: None }), proven(proof))
            }
            Err(error) => {
                let reason = Reason::Trouble(error.trouble(self.now()));
                self.note_failure(connection, &reason).await?;
                let audited = outcome_of(&reason);
                (Err(reason), audited)
            }
        };
        if audited.may_have_acted() {
            turn.carried_out(self.now());
        }
        let entry = AuditEntry {
            update: timer.update,
            at: self.now(),
            who: timer.owner,
            name: String::new(),
            place: None,
            portal: timer.portal.clone(),
            user,
            dialog: timer.dialog,
            order: Switch::Off,
            lasting: Some(timer.lasting),
            reason: None,
            outcome: audited,
            took_ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        };
        let reply = Reply::TimerOver(TimerOver { place, lasting: timer.lasting, outcome });
        let held = Held(vec![held]);
        Ok(Some(Done { reply, audit: vec![entry], notices: Vec::new(), held }))
    }

    /// Forgets a timer that has fired, and keeps what came of it.
    pub async fn finish_timer(&self, timer: &Timer, audit: &[AuditEntry]) -> Result<(), DeskError> {
        let watches = self.watched.unwritten(timer.update);
        let kept = self.schedule.up_to_date(timer);
        if let Err(error) = self.records.finish_timer(&kept, audit, &watches).await {
            self.watched.put_back(timer.update, &watches);
            return Err(error.into());
        }
        lock(&self.schedule.0.firing).remove(&key(timer));
        Ok(())
    }

    /// Sets a timer that could not switch off to try again. `false` when it has tried often enough.
    pub async fn retry_timer(&self, timer: &Timer, tries: usize) -> Result<bool, DeskError> {
        let Some(minutes) = AGAIN_AFTER_MINUTES.get(tries) else { return Ok(false) };
        let kept = self.schedule.up_to_date(timer);
        let again = Timer { due: later(self.now(), *minutes), ..kept };
        self.records.set_timer(&again).await?;
        self.schedule.put(again);
        lock(&self.schedule.0.firing).remove(&key(timer));
        Ok(true)
    }

    /// Notes that a timer has ended a silence.
    fn note_end(&self, timer: &Timer, proof: Proof, generation: Generation) {
        if proof == Proof::Contradicted {
            return;
        }
        let Timer { portal, dialog, owner, update, .. } = &self.schedule.up_to_date(timer);
        let watch = self.watched.of(*owner, portal).into_iter().find(|w| w.dialog == *dialog);
        let by = watch.map(|watch| watch.name).unwrap_or_default();
        self.unwatch(portal, *owner, *dialog, generation, &by, *update);
    }

    fn is_watched(&self, timer: &Timer) -> bool {
        let watches = self.watched.of(timer.owner, &timer.portal);
        watches.iter().any(|watch| watch.dialog == timer.dialog)
    }
}

fn later(now: Timestamp, minutes: i64) -> Timestamp {
    now + SignedDuration::from_mins(minutes)
}
