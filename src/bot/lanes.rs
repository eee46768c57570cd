//! Lanes: what one chat asks is answered in order, and no chat waits for another.

use std::{
    collections::{HashMap, HashSet, VecDeque, hash_map::Entry},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use futures_util::future::BoxFuture;
use tokio::task::JoinSet;

use super::pipeline::{Job, Pipeline};
use crate::domain::pulse::Pulse;

/// Hands updates to the pipeline: one at a time per chat, all chats side by side.
pub(super) struct Lanes {
    pipeline: Arc<Pipeline>,
    queues: Arc<Queues>,
    /// The updates that wait or are in work. By itself: what is in work must not keep the queues.
    in_hand: Arc<Mutex<HashSet<u64>>>,
    workers: JoinSet<()>,
    pulse: Pulse,
}

/// The chats that have something to do, each with what waits behind the update in work.
#[derive(Default)]
struct Queues {
    waiting: Mutex<HashMap<i64, VecDeque<Job>>>,
    /// What takes so long that it left its lane free.
    late: Mutex<JoinSet<()>>,
    closed: AtomicBool,
}

impl Lanes {
    /// Lanes into this pipeline. What waits in them, and whether it gets on, shows in the pulse.
    pub(super) fn new(pipeline: Arc<Pipeline>, pulse: Pulse) -> Self {
        let (queues, in_hand) = <_>::default();
        Self { pipeline, queues, in_hand, workers: JoinSet::new(), pulse }
    }

    /// Takes an update in. Returns at once; never blocks on a busy chat.
    pub(super) fn take(&mut self, job: Job) {
        let chat = job.incoming.place.chat;
        self.pulse.enter();
        lock(&self.in_hand).insert(job.incoming.update);
        match lock(&self.queues.waiting).entry(chat) {
            Entry::Occupied(mut busy) => return busy.get_mut().push_back(job),
            Entry::Vacant(idle) => idle.insert(VecDeque::new()),
        };
        let (pipeline, queues) = (Arc::clone(&self.pipeline), Arc::clone(&self.queues));
        let (in_hand, pulse) = (Arc::clone(&self.in_hand), self.pulse.clone());
        self.workers.spawn(async move {
            let mut next = Some(job);
            while let Some(job) = next {
                let working = pulse.begin();
                let in_hand = InHand(Arc::clone(&in_hand), job.incoming.update);
                if let Some(rest) = Arc::clone(&pipeline).run(job).await {
                    queues.go_on(Box::pin(async move {
                        rest.await;
                        drop((working, in_hand));
                    }));
                }
                next = queues.following(chat);
            }
        });
        while self.workers.try_join_next().is_some() {}
    }

    /// Whether an update waits or is in work.
    pub(super) fn has(&self, update: u64) -> bool {
        lock(&self.in_hand).contains(&update)
    }

    /// Begins nothing new and waits for what is in work. What waits stays in the inbox.
    pub(super) async fn close(&mut self) {
        self.queues.closed.store(true, Ordering::Relaxed);
        while self.workers.join_next().await.is_some() {}
        let mut late = std::mem::take(&mut *lock(&self.queues.late));
        while late.join_next().await.is_some() {}
    }
}

/// An update in work, until it is dropped.
struct InHand(Arc<Mutex<HashSet<u64>>>, u64);

impl Drop for InHand {
    fn drop(&mut self) {
        lock(&self.0).remove(&self.1);
    }
}

impl Queues {
    /// Lets work go on beside its lane.
    fn go_on(&self, rest: BoxFuture<'static, ()>) {
        let mut late = lock(&self.late);
        while late.try_join_next().is_some() {}
        late.spawn(rest);
    }

    /// The chat's next update, or the end of its lane.
    fn following(&self, chat: i64) -> Option<Job> {
        let mut waiting = lock(&self.waiting);
        let closed = self.closed.load(Ordering::Relaxed);
        let next = waiting.get_mut(&chat).filter(|_| !closed).and_then(VecDeque::pop_front);
        if next.is_none() {
            waiting.remove(&chat);
        }
        next
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
