//! Lanes: what one chat asks is answered in order, and no chat waits for another.

use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    sync::{Arc, Mutex, PoisonError},
};

use teloxide::types::ChatId;
use tokio::task::JoinSet;

use super::{incoming::Incoming, pipeline::Pipeline};

/// The chats that have something to do, each with what waits behind the update in work.
type Queues = Arc<Mutex<HashMap<ChatId, VecDeque<Incoming>>>>;

/// Hands updates to the pipeline: one at a time per chat, all chats side by side.
pub struct Lanes {
    pipeline: Arc<Pipeline>,
    queues: Queues,
    workers: JoinSet<()>,
}

impl Lanes {
    /// Lanes into this pipeline.
    pub fn new(pipeline: Arc<Pipeline>) -> Self {
        Self { pipeline, queues: Queues::default(), workers: JoinSet::new() }
    }

    /// Takes an update in. Returns at once; never blocks on a busy chat.
    pub fn take(&mut self, incoming: Incoming) {
        let chat = incoming.place.chat;
        match lock(&self.queues).entry(chat) {
            Entry::Occupied(mut busy) => return busy.get_mut().push_back(incoming),
            Entry::Vacant(idle) => idle.insert(VecDeque::new()),
        };
        let (pipeline, queues) = (Arc::clone(&self.pipeline), Arc::clone(&self.queues));
        self.workers.spawn(async move {
            let mut next = Some(incoming);
            while let Some(incoming) = next {
                pipeline.run_guarded(incoming).await;
                next = following(&queues, chat);
            }
        });
        while self.workers.try_join_next().is_some() {}
    }

    /// Waits until everything taken in is answered.
    pub async fn drain(&mut self) {
        while self.workers.join_next().await.is_some() {}
    }

    /// How many updates wait behind others of their chat.
    pub fn waiting(&self) -> usize {
        lock(&self.queues).values().map(VecDeque::len).sum()
    }
}

/// The chat's next update, or the end of its lane.
fn following(queues: &Queues, chat: ChatId) -> Option<Incoming> {
    let mut queues = lock(queues);
    let next = queues.get_mut(&chat).and_then(VecDeque::pop_front);
    if next.is_none() {
        queues.remove(&chat);
    }
    next
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
