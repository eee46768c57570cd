//! The queue of updates: kept until the bot confirms them.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
};

use serde_json::Value;

/// Unconfirmed updates kept. Telegram drops them after a day; a sandbox whose bot is not
/// running must not grow for ever.
const PENDING: usize = 100_000;

/// Confirmed updates kept for being delivered once more.
const REMEMBERED: usize = 1_000;

/// Kinds that a bot gets only if it names them in `allowed_updates`.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// An update as it goes over the wire. Serialised once, when it happens.
#[derive(Debug, Clone)]
pub(super) struct Update {
    pub(super) id: u64,
    pub(super) json: Arc<str>,
}

#[derive(Debug)]
pub(super) struct UpdateQueue {
    next_id: u64,
    pending: VecDeque<Update>,
    /// To be delivered once whatever the offset says, before everything else.
    again: VecDeque<Update>,
    confirmed: VecDeque<Update>,
    /// Everything below is confirmed.
    offset: u64,
    allowed: BTreeSet<String>,
    /// Counts the calls of `getUpdates` and `setWebhook`: a long poll ends when it changes.
    pub(super) turn: u64,
}

impl UpdateQueue {
    pub(super) fn new(first_id: u64) -> Self {
        Self {
            next_id: first_id,
            pending: VecDeque::new(),
            again: VecDeque::new(),
            confirmed: VecDeque::new(),
            offset: first_id,
            allowed: BTreeSet::new(),
            turn: 0,
        }
    }

    /// Queues an update of the kind, unless the bot does not want that kind.
    pub(super) fn push(&mut self, kind: &str, body: &str) -> Option<u64> {
        let wanted = if self.allowed.is_empty() {
            !ON_REQUEST.contains(&kind)
        } else {
            self.allowed.contains(kind)
        };
        if !wanted {
            return None;
        }
        let id = self.next_id;
        self.next_id += 1;
        let json = format!("{{\"update_id\":{id},\"{kind}\":{body}}}");
        if self.pending.len() == PENDING {
            self.pending.pop_front();
        }
        self.pending.push_back(Update { id, json: json.into() });
        Some(id)
    }

    /// Queues any JSON. With an `update_id` of its own it is delivered as it is, once.
    pub(super) fn push_raw(&mut self, mut raw: Value) -> u64 {
        if let Some(id) = raw.get("update_id").and_then(Value::as_u64) {
            self.again.push_back(Update { id, json: raw.to_string().into() });
            return id;
        }
        let id = self.next_id;
        self.next_id += 1;
        raw["update_id"] = id.into();
        self.pending.push_back(Update { id, json: raw.to_string().into() });
        id
    }

    /// Queues an earlier update once more; `false` if it is not known any more.
    pub(super) fn redeliver(&mut self, id: u64) -> bool {
        let found = [&self.pending, &self.confirmed].into_iter().find_map(|updates| {
            updates.binary_search_by_key(&id, |update| update.id).ok().map(|at| updates[at].clone())
        });
        let known = found.is_some();
        self.again.extend(found);
        known
    }

    /// Forgets what is below the offset. A negative one keeps that many from the end.
    pub(super) fn confirm(&mut self, offset: i64) {
        let below = u64::try_from(offset).unwrap_or_else(|_| {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let first = self.pending.len().saturating_sub(keep);
            self.pending.get(first).map_or(0, |update| update.id)
        });
        while let Some(update) = self.pending.pop_front_if(|update| update.id < below) {
            if self.confirmed.len() == REMEMBERED {
                self.confirmed.pop_front();
            }
            self.confirmed.push_back(update);
        }
        self.offset = self.offset.max(below.min(self.next_id));
    }

    /// Up to `limit` updates, to be sent now.
    pub(super) fn take(&mut self, limit: usize) -> Vec<Update> {
        let again = self.again.len().min(limit);
        let mut batch: Vec<_> = self.again.drain(..again).collect();
        batch.extend(self.pending.iter().take(limit - again).cloned());
        batch
    }

    /// The update that a webhook gets next.
    pub(super) fn first(&self) -> Option<&Update> {
        self.again.front().or_else(|| self.pending.front())
    }

    /// The webhook has taken the update.
    pub(super) fn settle(&mut self, update: &Update) {
        let is_it = |front: &mut Update| Arc::ptr_eq(&front.json, &update.json);
        if self.again.pop_front_if(is_it).is_none()
            && self.pending.front().is_some_and(|front| front.id == update.id)
        {
            self.confirm(i64::try_from(update.id + 1).unwrap_or(i64::MAX));
        }
    }

    pub(super) fn len(&self) -> usize {
        self.pending.len() + self.again.len()
    }

    pub(super) fn drop_all(&mut self) {
        self.pending.clear();
        self.again.clear();
        self.offset = self.next_id;
    }

    /// Whether the bot has said that it has the update.
    pub(super) fn is_confirmed(&self, id: u64) -> bool {
        id < self.offset
    }

    /// The id of the last update so far.
    pub(super) fn last_id(&self) -> u64 {
        self.next_id - 1
    }

    /// Remembers `allowed_updates`; `None` leaves it as it was, an empty list is the default.
    pub(super) fn allow(&mut self, kinds: Option<Value>) {
        if let Some(Value::Array(kinds)) = kinds {
            self.allowed =
                kinds.iter().filter_map(|kind| kind.as_str().map(str::to_owned)).collect();
        }
    }

    pub(super) fn allowed(&self) -> &BTreeSet<String> {
        &self.allowed
    }
}
