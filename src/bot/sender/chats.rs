//! What is known of each chat: whose turn it is to write there, how much was written lately, and
//! where it has moved.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

use super::{Settings, window::Window};

/// Fewer chats than this are not worth looking through for idle ones.
const FEW: usize = 256;

/// How many moved groups are remembered. Past it all are forgotten at once: Telegram tells again.
const MOST_MOVES: usize = 1000;

/// A group that moves more often than this within one message is not followed further.
pub(super) const MOST_HOPS: usize = 4;

/// The chats that were written to lately. Idle ones are forgotten.
pub(super) struct Chats {
    settings: Settings,
    table: Mutex<Table>,
    moves: Mutex<HashMap<i64, i64>>,
}

struct Table {
    chats: HashMap<i64, Arc<Chat>>,
    /// How many there may be before the idle ones are looked for.
    roomy: usize,
}

/// A chat that is written to.
pub(super) struct Chat {
    /// Whoever holds it writes; the others wait in order.
    pub(super) turn: tokio::sync::Mutex<()>,
    /// What the chat takes, as far as it has limits.
    limits: Mutex<[Window; 2]>,
}

impl Chats {
    pub(super) fn new(settings: Settings) -> Self {
        let table = Table { chats: HashMap::new(), roomy: FEW };
        Self { settings, table: Mutex::new(table), moves: Mutex::default() }
    }

    /// The chat of this id. It is not forgotten as long as somebody holds it.
    pub(super) fn get(&self, id: i64) -> Arc<Chat> {
        let mut table = lock(&self.table);
        if table.chats.len() >= table.roomy && !table.chats.contains_key(&id) {
            let now = Instant::now();
            table.chats.retain(|_, chat| Arc::strong_count(chat) > 1 || !chat.is_idle(now));
            table.roomy = FEW.max(table.chats.len() * 2);
        }
        Arc::clone(table.chats.entry(id).or_insert_with(|| Arc::new(Chat::new(id, &self.settings))))
    }

    /// Remembers that a group has become a supergroup.
    pub(super) fn note_move(&self, from: i64, to: i64) {
        let mut moves = lock(&self.moves);
        if moves.len() >= MOST_MOVES {
            moves.clear();
        }
        moves.insert(from, to);
        // Whatever was known before: there it is now.
        moves.remove(&to);
    }

    /// Where a chat has moved, as far as it is known; `None` if it has not.
    pub(super) fn moved(&self, chat: i64) -> Option<i64> {
        let moves = lock(&self.moves);
        std::iter::successors(moves.get(&chat), |to| moves.get(to)).take(MOST_HOPS).last().copied()
    }
}

impl Chat {
    fn new(id: i64, settings: &Settings) -> Self {
        // Ids below zero are groups.
        let a_minute = if id < 0 { settings.group_notices_per_minute } else { 0 };
        Self {
            turn: tokio::sync::Mutex::default(),
            limits: Mutex::new([
                Window::new(settings.chat_notices_per_second, Duration::from_secs(1)),
                Window::new(a_minute, Duration::from_mins(1)),
            ]),
        }
    }

    /// When the chat next has room for something that can wait.
    pub(super) fn earliest(&self, now: Instant) -> Instant {
        lock(&self.limits).iter().map(|limit| limit.earliest(now)).max().unwrap_or(now)
    }

    /// Counts a message.
    pub(super) fn note(&self, at: Instant) {
        lock(&self.limits).iter_mut().for_each(|limit| limit.note(at));
    }

    fn is_idle(&self, now: Instant) -> bool {
        lock(&self.limits).iter().all(|limit| limit.is_idle(now))
    }
}

/// Takes a lock; a panic of whoever held it spoils nothing that is kept here.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn idle_chats_are_forgotten_and_busy_ones_are_not() {
        let chats = Chats::new(Settings::default());
        let held = chats.get(-1);
        chats.get(-2).note(Instant::now());
        (0..5000).for_each(|id| drop(chats.get(id)));
        let knows = |id| lock(&chats.table).chats.contains_key(&id);
        assert!(lock(&chats.table).chats.len() <= FEW + 2);
        assert!(Arc::ptr_eq(&held, &chats.get(-1)) && knows(-2));
        tokio::time::advance(Duration::from_mins(1)).await;
        (0..5000).for_each(|id| drop(chats.get(id)));
        assert!(knows(-1) && !knows(-2));
    }

    #[test]
    fn a_group_is_paced_by_the_minute_and_a_person_by_the_second() {
        let (chats, start) = (Chats::new(Settings::default()), Instant::now());
        for (id, second, minute) in [(5, 1, 20), (-5, 1, 60)] {
            let chat = chats.get(id);
            let wait = |at| (chat.earliest(start + Duration::from_secs(at)) - start).as_secs();
            chat.note(start);
            assert_eq!(wait(0), second, "{id}");
            (1..20).for_each(|at| chat.note(start + Duration::from_secs(at)));
            assert_eq!(wait(19), minute, "{id}");
        }
    }

    #[test]
    fn moves_are_followed_and_bounded() {
        let chats = Chats::new(Settings::default());
        chats.note_move(-1, -100);
        chats.note_move(-100, -200);
        assert_eq!((chats.moved(-1), chats.moved(-200)), (Some(-200), None));
        chats.note_move(-200, -1);
        assert_eq!((chats.moved(-200), chats.moved(-1)), (Some(-1), None), "no circle");
        (0..5000).for_each(|id| chats.note_move(id, id - 10_000));
        assert!(lock(&chats.moves).len() <= MOST_MOVES);
    }
}
