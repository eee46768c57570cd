//! Waiting for what the bot does, without polling.

use std::{
    pin::pin,
    sync::{Arc, MutexGuard, PoisonError},
};

use tokio::sync::broadcast;

use super::{BotApi, Call, CallbackAnswer, Event, Message, chat::Chat, state::State};

/// The sandbox at one moment.
pub struct View<'a>(&'a State);

impl View<'_> {
    /// A chat's history, oldest first.
    pub fn messages(&self, chat: i64) -> impl DoubleEndedIterator<Item = &Message> {
        self.0.chats.get(&chat).into_iter().flat_map(Chat::messages)
    }

    /// How many messages were ever written in the chat by anybody: the deleted ones and those
    /// that are no longer kept count too.
    pub fn message_count(&self, chat: i64) -> u64 {
        self.0.chats.get(&chat).map_or(0, Chat::message_count)
    }

    /// A message, unless it was deleted.
    pub fn message(&self, chat: i64, id: i64) -> Option<&Message> {
        self.0.chats.get(&chat)?.message(id)
    }

    /// What the bot answered to a callback query; `None` as long as it has not.
    pub fn callback_answer(&self, id: &str) -> Option<&CallbackAnswer> {
        self.0.callbacks.answered(id)
    }

    /// Whether the bot has confirmed the update: by an offset, or by a webhook's 2xx.
    pub fn is_confirmed(&self, update_id: u64) -> bool {
        self.0.updates.is_confirmed(update_id)
    }

    /// How many updates wait for the bot.
    pub fn pending(&self) -> usize {
        self.0.updates.len()
    }

    /// The commands that the person's app offers in the chat; `None` if the bot has set none.
    pub fn commands(&self, chat: i64, user: u64) -> Option<&serde_json::Value> {
        self.0.commands_shown(chat, user)
    }

    /// The kept calls, oldest first. Each is copied as it is reached; `.rev()` for the latest.
    pub fn calls(&self) -> impl DoubleEndedIterator<Item = Call> {
        self.0.calls.iter()
    }
}

impl BotApi {
    /// The chat's history as it stands, oldest first; the last
    /// [`Settings::history`](super::Settings::history) messages are kept.
    pub fn messages(&self, chat: i64) -> Vec<Message> {
        self.view(|view| view.messages(chat).cloned().collect())
    }

    /// How many messages were ever written in the chat, as [`View::message_count`].
    pub fn message_count(&self, chat: i64) -> u64 {
        self.view(|view| view.message_count(chat))
    }

    /// The last [`CALLS`](super::CALLS) calls, oldest first.
    pub fn calls(&self) -> Vec<Call> {
        self.view(|view| view.calls().collect())
    }

    /// What the bot answered to a callback query; `None` as long as it has not.
    pub fn callback_answer(&self, id: &str) -> Option<CallbackAnswer> {
        self.view(|view| view.callback_answer(id).cloned())
    }

    /// The commands that the person's app offers in the chat: an array of `BotCommand`, empty
    /// if the bot has set none.
    pub fn commands(&self, chat: i64, user: u64) -> serde_json::Value {
        let shown = self.view(|view| view.commands(chat, user).cloned());
        shown.unwrap_or_else(|| serde_json::json!([]))
    }

    /// Takes all lists of commands away, as if the bot had never set any.
    pub fn forget_commands(&self) {
        self.server().change(|state| state.commands.clear());
    }

    /// The id of the last update made.
    pub fn last_update_id(&self) -> u64 {
        self.server().lock().updates.last_id()
    }

    /// Everything that happens from now on. A receiver that is too slow misses the oldest.
    pub fn subscribe(&self) -> broadcast::Receiver<Event> {
        self.server().lock().events.subscribe()
    }

    /// Looks at the sandbox. The sandbox stands still meanwhile: don't call it from within.
    pub fn view<T>(&self, look: impl FnOnce(&View<'_>) -> T) -> T {
        look(&View(&self.server().lock()))
    }

    /// Waits for the bot's first message after the id (0: the first at all).
    pub async fn next_bot_message(&self, chat: i64, after: i64) -> Message {
        let news = Arc::clone(self.server().lock().news.entry(chat).or_default());
        loop {
            let mut woken = pin!(news.notified());
            woken.as_mut().enable();
            let found = self.view(|view| {
                view.0.chats.get(&chat).and_then(|chat| chat.bot_message_after(after)).cloned()
            });
            if let Some(message) = found {
                return message;
            }
            woken.await;
        }
    }

    /// Waits until the condition holds. It is looked at after each change: a call, a message, an
    /// update. The sandbox stands still meanwhile: don't call it from within.
    pub async fn wait_until(&self, condition: impl Fn(&View<'_>) -> bool) {
        let mut changes = self.server().changes.subscribe();
        while !self.view(&condition) {
            if changes.changed().await.is_err() {
                return;
            }
        }
    }
}

impl super::Server {
    /// The state, to be held shortly.
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        // A panic of a condition in a test must not hide behind a second one.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state, and wakes who waits for a change.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let done = change(&mut self.lock());
        // Who waits has subscribed before looking, so that no change is missed.
        if self.changes.receiver_count() > 0 {
            self.changes.send_modify(|count| *count = count.wrapping_add(1));
        }
        done
    }
}
