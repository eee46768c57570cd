//! Turns: orders for one dialog are carried out one at a time, and the newest one wins.
//!
//! An order's number is that of the update it came with, so that "newest" means what arrived last,
//! whatever the tasks' own order is.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use tokio::sync::OwnedMutexGuard;

use crate::domain::dialog::DialogId;

/// How many dialogs are remembered after their last order. Past it those that nobody waits for are
/// forgotten: at worst an order that arrived earlier, and waited longer, comes after a newer one.
const MOST: usize = 10_000;

/// The orders in work, by portal and dialog. Clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct Turns(Arc<Mutex<HashMap<Key, Arc<Slot>>>>);

type Key = (String, DialogId);

#[derive(Debug, Default)]
struct Slot {
    in_work: Arc<tokio::sync::Mutex<()>>,
    /// The newest order of each user of the portal.
    newest: Mutex<HashMap<u64, Newest>>,
    /// When an order of each user of the portal was last carried out.
    changed: Mutex<HashMap<u64, Timestamp>>,
}

#[derive(Debug, Clone)]
struct Newest {
    update: u64,
    name: String,
}

/// An order's place among those for its dialog.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    slot: Arc<Slot>,
    /// The portal's user behind the credentials.
    user: u64,
    update: u64,
}

/// Whose orders can take an order's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rivals {
    /// Only those of the same user of the portal: the flag is their own.
    Own,
    /// Everybody's: the flag is the chat's.
    All,
}

/// Who gave the order that took another's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rival {
    /// Their name, where it was somebody else.
    pub(super) by: Option<String>,
}

impl Turns {
    /// Enters an order. From now on older ones give way to it.
    pub(super) fn enter(
        &self,
        portal: &str,
        dialog: DialogId,
        user: u64,
        update: u64,
        name: &str,
    ) -> Turn {
        let slot = self.slot(portal, dialog);
        {
            let mut newest = lock(&slot.newest);
            let known = newest.get(&user).map_or(0, |known| known.update);
            if update >= known {
                newest.insert(user, Newest { update, name: name.to_owned() });
            }
        }
        Turn { slot, user, update }
    }

    /// When an order for the dialog was last carried out that concerns this user of the portal.
    pub(super) fn changed(
        &self,
        portal: &str,
        dialog: DialogId,
        user: u64,
        rivals: Rivals,
    ) -> Option<Timestamp> {
        let slot = lock(&self.0).get(&(portal.to_owned(), dialog)).map(Arc::clone)?;
        let changed = lock(&slot.changed);
        let concerns = |who: u64| rivals == Rivals::All || who == user;
        changed.iter().filter(|(who, _)| concerns(**who)).map(|(_, at)| *at).max()
    }

    /// Whether an order for the dialog is in work.
    pub(super) fn in_work(&self, portal: &str, dialog: DialogId) -> bool {
        let slots = lock(&self.0);
        let slot = slots.get(&(portal.to_owned(), dialog));
        slot.is_some_and(|slot| slot.in_work.try_lock().is_err())
    }

    fn slot(&self, portal: &str, dialog: DialogId) -> Arc<Slot> {
        let mut slots = lock(&self.0);
        if slots.len() >= MOST {
            slots.retain(|_, slot| Arc::strong_count(slot) > 1);
        }
        Arc::clone(slots.entry((portal.to_owned(), dialog)).or_default())
    }
}

impl Turn {
    /// Waits until no other order for the dialog is in work.
    pub(super) async fn wait(&self) -> OwnedMutexGuard<()> {
        Arc::clone(&self.slot.in_work).lock_owned().await
    }

    /// Remembers when the order was carried out: what was shown before is old.
    pub(super) fn carried_out(&self, at: Timestamp) {
        let mut changed = lock(&self.slot.changed);
        let known = changed.entry(self.user).or_insert(at);
        *known = at.max(*known);
    }

    /// The newer order that took this one's place, if there is one.
    pub(super) fn rival(&self, rivals: Rivals) -> Option<Rival> {
        let newest = lock(&self.slot.newest);
        let newer = |(user, newest): &(&u64, &Newest)| {
            newest.update > self.update && (rivals == Rivals::All || **user == self.user)
        };
        let (user, rival) = newest.iter().filter(newer).max_by_key(|(_, n)| n.update)?;
        Some(Rival { by: (*user != self.user).then(|| rival.name.clone()) })
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialog(number: u64) -> DialogId {
        DialogId::new(number).unwrap()
    }

    #[test]
    fn the_newest_order_wins_whichever_comes_first() {
        let turns = Turns::default();
        let new = turns.enter("p", dialog(1), 7, 20, "Ada");
        let old = turns.enter("p", dialog(1), 7, 10, "Ada");
        assert_eq!(old.rival(Rivals::Own), Some(Rival { by: None }));
        assert_eq!(new.rival(Rivals::All), None);
    }

    #[test]
    fn whose_flag_it_is_decides_who_is_a_rival() {
        let turns = Turns::default();
        let mine = turns.enter("p", dialog(1), 7, 10, "Ada");
        turns.enter("p", dialog(1), 8, 20, "Sam");
        turns.enter("p", dialog(2), 7, 30, "Ada");
        turns.enter("q", dialog(1), 7, 40, "Ada");
        assert_eq!(mine.rival(Rivals::Own), None);
        assert_eq!(mine.rival(Rivals::All), Some(Rival { by: Some("Sam".to_owned()) }));
    }

    #[test]
    fn a_change_is_remembered_for_whom_it_concerns() {
        let turns = Turns::default();
        let at = |second| Timestamp::from_second(second).unwrap();
        let changed = |user, rivals| turns.changed("p", dialog(1), user, rivals);
        assert_eq!(changed(7, Rivals::All), None);
        turns.enter("p", dialog(1), 8, 20, "Sam").carried_out(at(50));
        turns.enter("p", dialog(1), 8, 30, "Sam").carried_out(at(40));
        assert_eq!(changed(7, Rivals::Own), None);
        assert_eq!(changed(7, Rivals::All), Some(at(50)));
        assert_eq!(changed(8, Rivals::Own), Some(at(50)));
    }

    #[tokio::test]
    async fn one_order_for_a_dialog_is_in_work_at_a_time() {
        let turns = Turns::default();
        let first = turns.enter("p", dialog(1), 7, 10, "Ada");
        let second = turns.enter("p", dialog(1), 7, 20, "Ada");
        let other = turns.enter("p", dialog(2), 7, 30, "Ada");
        let held = first.wait().await;
        let _free = other.wait().await;
        let mut waiting = Box::pin(second.wait());
        assert!(futures_util::poll!(&mut waiting).is_pending());
        assert!(turns.in_work("p", dialog(1)) && !turns.in_work("q", dialog(1)));
        drop(held);
        drop(waiting.await);
        assert!(!turns.in_work("p", dialog(1)));
    }
}
