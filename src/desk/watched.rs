//! The dialogs that are silent because of an order, in memory. On disk they change with the orders
//! that they come from: what a switch means is noted here while it has its turn, and is written
//! when its update is settled.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use tokio::sync::Notify;

use crate::{
    domain::{dialog::DialogId, supervisor::TelegramId},
    store::{Watch, WatchChange},
};

type Key = (TelegramId, String, DialogId);

/// All watches. Clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct Watched(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    ended: Notify,
}

#[derive(Debug, Default)]
struct State {
    rows: HashMap<Key, Watch>,
    /// Those whose end is being told.
    telling: HashSet<Key>,
    /// What an update changed and is yet to be written.
    unwritten: HashMap<u64, Vec<Key>>,
}

impl State {
    fn live(&self, wanted: impl Fn(&Watch) -> bool) -> impl Iterator<Item = &Watch> {
        let live = move |(key, row): &(&Key, &Watch)| wanted(row) && self.is_live(key, row);
        self.rows.iter().filter(live).map(|(_, row)| row)
    }

    fn is_live(&self, key: &Key, row: &Watch) -> bool {
        row.over.is_none() && !self.telling.contains(key)
    }

    fn note(&mut self, update: u64, key: Key) {
        let keys = self.unwritten.entry(update).or_default();
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
}

impl Watched {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in what an earlier process left.
    pub(super) fn load(&self, watches: Vec<Watch>) {
        self.state().rows.extend(watches.into_iter().map(|watch| (key(&watch), watch)));
    }

    /// A dialog is silent by an order. One that was silent before keeps its beginning.
    pub(super) fn begin(&self, watch: Watch) {
        let mut state = self.state();
        let key = key(&watch);
        let before = state.rows.get(&key).filter(|row| state.is_live(&key, row));
        let since = before.map_or(watch.since, |before| before.since);
        let title = watch.title.clone().or_else(|| before.and_then(|before| before.title.clone()));
        state.telling.remove(&key);
        state.note(watch.update, key.clone());
        state.rows.insert(key, Watch { title, since, ..watch });
    }

    /// A dialog is not silent any more by an order of its owner.
    pub(super) fn end_by_owner(
        &self,
        owner: TelegramId,
        portal: &str,
        dialog: DialogId,
        update: u64,
    ) {
        let mut state = self.state();
        let key = (owner, portal.to_owned(), dialog);
        if state.rows.remove(&key).is_some() {
            state.telling.remove(&key);
            state.note(update, key);
        }
    }

    /// A dialog whose flag is the chat's is not silent any more by an order of somebody else:
    /// whoever silenced it has to be told. Their ids.
    pub(super) fn end_by_other(
        &self,
        owner: TelegramId,
        portal: &str,
        dialog: DialogId,
        by: &str,
        update: u64,
    ) -> BTreeSet<TelegramId> {
        let mut state = self.state();
        let others: Vec<Key> = state
            .live(|row| row.dialog == dialog && row.portal == portal && row.owner != owner)
            .map(key)
            .collect();
        for key in &others {
            if let Some(row) = state.rows.get_mut(key) {
                row.over = Some(by.to_owned());
            }
            state.note(update, key.clone());
        }
        if !others.is_empty() {
            self.0.ended.notify_one();
        }
        others.into_iter().map(|(owner, ..)| owner).collect()
    }

    /// What is to be written with an update, as it is now.
    pub(super) fn unwritten(&self, update: u64) -> Vec<WatchChange> {
        let mut state = self.state();
        let keys = state.unwritten.remove(&update).unwrap_or_default();
        keys.into_iter()
            .map(|key| match state.rows.get(&key) {
                Some(row) => WatchChange::Put(Box::new(row.clone())),
                None => dropped(key),
            })
            .collect()
    }

    /// What was to be written with an update was not: it is the next time.
    pub(super) fn put_back(&self, update: u64, changes: &[WatchChange]) {
        let mut state = self.state();
        for change in changes {
            let key = match change {
                WatchChange::Put(row) => key(row),
                WatchChange::Drop { owner, portal, dialog } => (*owner, portal.clone(), *dialog),
            };
            state.note(update, key);
        }
    }

    /// Waits until somebody's silence was ended by another.
    pub(super) async fn ended(&self) {
        self.0.ended.notified().await;
    }

    /// Those that another has ended; from now on they count as being told.
    pub(super) fn take_ended(&self) -> Vec<Watch> {
        let mut state = self.state();
        let rows = state.rows.iter();
        let ended = rows.filter(|(key, row)| row.over.is_some() && !state.telling.contains(*key));
        let ended: Vec<Watch> = ended.map(|(_, row)| row.clone()).collect();
        state.telling.extend(ended.iter().map(key));
        ended
    }

    /// Whose dialogs on which portals are silent.
    pub(super) fn connections(&self) -> BTreeSet<(TelegramId, String)> {
        self.state().live(|_| true).map(|row| (row.owner, row.portal.clone())).collect()
    }

    /// Somebody's for one dialog.
    pub(super) fn get(&self, owner: TelegramId, portal: String, dialog: DialogId) -> Option<Watch> {
        let state = self.state();
        let key = (owner, portal, dialog);
        state.rows.get(&key).filter(|row| state.is_live(&key, row)).cloned()
    }

    /// Somebody's on one portal, the longest silent first.
    pub(super) fn of(&self, owner: TelegramId, portal: &str) -> Vec<Watch> {
        self.filtered(|row| row.owner == owner && row.portal == portal)
    }

    /// Those that fit, the longest silent first.
    pub(super) fn filtered(&self, wanted: impl Fn(&Watch) -> bool) -> Vec<Watch> {
        let state = self.state();
        let mut rows: Vec<Watch> = state.live(wanted).cloned().collect();
        rows.sort_by_key(|row| (row.since, row.dialog, row.owner));
        rows
    }

    /// Whether a watch is still what it was.
    pub(super) fn is_as(&self, watch: &Watch) -> bool {
        let state = self.state();
        let key = key(watch);
        state
            .rows
            .get(&key)
            .is_some_and(|row| row.update == watch.update && state.is_live(&key, row))
    }

    /// Marks a watch as one whose end is being told; `false` if it is not what it was any more.
    pub(super) fn start_telling(&self, watch: &Watch) -> bool {
        self.is_as(watch) && self.state().telling.insert(key(watch))
    }

    /// Its end could not be told: it goes on.
    pub(super) fn stop_telling(&self, watch: &Watch) {
        self.state().telling.remove(&key(watch));
    }

    /// Ends a watch; `false` if a newer order has come.
    pub(super) fn end(&self, watch: &Watch) -> bool {
        let mut state = self.state();
        let key = key(watch);
        if state.rows.get(&key).is_none_or(|row| row.update != watch.update) {
            return false;
        }
        state.telling.remove(&key);
        state.rows.remove(&key).is_some()
    }

    /// The same, to be written with an update.
    pub(super) fn end_with(&self, watch: &Watch, update: u64) -> bool {
        let ended = self.end(watch);
        if ended {
            self.state().note(update, key(watch));
        }
        ended
    }

    /// The owner was reminded; `None` if a newer order has come.
    pub(super) fn reminded(&self, watch: &Watch, now: Timestamp) -> Option<Watch> {
        let mut state = self.state();
        let row = state.rows.get_mut(&key(watch)).filter(|row| row.update == watch.update)?;
        row.asked = now;
        Some(row.clone())
    }

    /// Forgets those that are not `kept`.
    pub(super) fn retain(&self, kept: impl Fn(&Watch) -> bool) {
        self.state().rows.retain(|_, row| kept(row));
    }

    /// Somebody's portal has a new host.
    pub(super) fn moved(&self, owner: TelegramId, from: &str, to: &str) {
        let mut state = self.state();
        let rows = state.rows.values();
        let theirs = rows.filter(|row| row.owner == owner && row.portal == from);
        let theirs: Vec<Watch> = theirs.cloned().collect();
        for row in theirs {
            state.rows.remove(&key(&row));
            let row = Watch { portal: to.to_owned(), ..row };
            state.rows.insert(key(&row), row);
        }
    }
}

/// What is to be written when a watch has ended.
pub(super) fn drop_of(watch: &Watch) -> WatchChange {
    dropped(key(watch))
}

fn dropped((owner, portal, dialog): Key) -> WatchChange {
    WatchChange::Drop { owner, portal, dialog }
}

fn key(watch: &Watch) -> Key {
    (watch.owner, watch.portal.clone(), watch.dialog)
}
