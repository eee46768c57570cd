//! The sandbox's world: people, chats, updates, and the rules that hold among them.
//!
//! All of it is behind one mutex that is held for single look-ups and changes only: updates are
//! serialised one at a time as they happen, and answers are put together outside of it.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::{Value, json};
use tokio::sync::{Notify, broadcast};

use super::{
    Settings, User,
    callbacks::Callbacks,
    chat::{Chat, Group, Kind},
    error::ApiError,
    events::{CallLog, EVENT_BACKLOG, Event},
    faults::{Fault, On},
    keyboard::Keyboard,
    message::Message,
    params::Params,
    text::Formatted,
    updates::UpdateQueue,
    webhook::Webhook,
};
use crate::sandbox::{Time, armed::Armed};

pub(super) struct State {
    pub(super) bot: User,
    pub(super) users: HashMap<u64, User>,
    pub(super) chats: HashMap<i64, Chat>,
    /// How many messages each chat keeps.
    history: usize,
    pub(super) updates: UpdateQueue,
    /// Wakes whoever waits for updates: the long poll, the webhook.
    pub(super) wake: Arc<Notify>,
    /// Woken by each message of the bot in the chat.
    pub(super) news: HashMap<i64, Arc<Notify>>,
    pub(super) callbacks: Callbacks,
    pub(super) faults: Armed<On, Fault>,
    pub(super) calls: CallLog,
    /// Command lists by scope and language.
    pub(super) commands: BTreeMap<(String, String), Value>,
    pub(super) webhook: Option<Webhook>,
    pub(super) events: broadcast::Sender<Event>,
    /// What messages are dated by.
    pub(super) time: Time,
}

/// A message that is about to be written.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) from: u64,
    pub(super) text: Formatted,
    pub(super) keyboard: Keyboard,
    pub(super) reply_to: Option<i64>,
    pub(super) thread: Option<i64>,
    /// Unix seconds; `None` is now.
    pub(super) date: Option<i64>,
}

impl State {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            bot: settings.bot.clone(),
            users: HashMap::new(),
            chats: HashMap::new(),
            // The last message must be there to be shown to who sent it.
            history: settings.history.max(1),
            updates: UpdateQueue::new(settings.first_update_id),
            wake: Arc::default(),
            news: HashMap::new(),
            callbacks: Callbacks::default(),
            faults: Armed::default(),
            calls: CallLog::default(),
            commands: BTreeMap::new(),
            webhook: None,
            events: broadcast::Sender::new(EVENT_BACKLOG),
            time: settings.time.clone(),
        }
    }

    /// What a message is dated, in Unix seconds.
    pub(super) fn now(&self) -> i64 {
        self.time.now().as_second()
    }

    /// Tells the subscribers, if there are any.
    pub(super) fn emit(&self, event: impl FnOnce() -> Event) {
        if self.events.receiver_count() > 0 {
            let _ = self.events.send(event());
        }
    }

    /// Writes a message into a chat's history.
    pub(super) fn write(&mut self, chat_id: i64, draft: Draft) -> Option<i64> {
        let from_bot = draft.from == self.bot.id;
        let date = self.now();
        let chat = self.chats.get_mut(&chat_id)?;
        let id = chat.next_id();
        let message = Message {
            id,
            chat: chat_id,
            from: draft.from,
            from_bot,
            date: draft.date.unwrap_or(date),
            edited: None,
            text: draft.text.text,
            entities: draft.text.entities,
            keyboard: draft.keyboard,
            reply_to: draft.reply_to,
            thread: draft.thread,
            reactions: Vec::new(),
        };
        chat.add(message, self.history);
        if let Some(news) = self.news.get(&chat_id).filter(|_| from_bot) {
            news.notify_waiters();
        }
        self.emit_message(chat_id, id, |message| Event::MessageAdded { message });
        Some(id)
    }

    /// Tells the subscribers about a message as it is now.
    pub(super) fn emit_message(&self, chat: i64, id: i64, event: impl FnOnce(Message) -> Event) {
        if self.events.receiver_count() > 0
            && let Some(message) = self.chats.get(&chat).and_then(|chat| chat.message(id))
        {
            let _ = self.events.send(event(message.clone()));
        }
    }

    /// Queues an update about a message, and wakes the bot.
    pub(super) fn push_message(&mut self, kind: &str, chat: i64, id: i64) -> Option<u64> {
        let body = self.message_json(chat, id)?;
        self.push(kind, &body)
    }

    /// Queues an update, and wakes the bot.
    pub(super) fn push(&mut self, kind: &str, body: &str) -> Option<u64> {
        let id = self.updates.push(kind, body);
        self.wake.notify_waiters();
        id
    }

    /// A message in the Bot API's form.
    pub(super) fn message_json(&self, chat: i64, id: i64) -> Option<String> {
        let chat = self.chats.get(&chat)?;
        Some(to_json(&self.wire_message(chat, chat.message(id)?)))
    }

    /// The chat that `chat_id` names.
    pub(super) fn chat(&self, params: &Params) -> Result<&Chat, ApiError> {
        if !params.has("chat_id") {
            return Err(ApiError::bad("chat_id is empty"));
        }
        let known = params.int("chat_id").and_then(|id| self.chats.get(&id));
        let chat = known.ok_or_else(|| ApiError::bad("chat not found"))?;
        match chat.kind {
            Kind::Group(Group { moved_to: Some(to), .. }) => Err(ApiError::migrated(to)),
            _ => Ok(chat),
        }
    }

    /// The chat that `chat_id` names, if the bot may write there.
    pub(super) fn open_chat(&mut self, params: &Params) -> Result<&mut Chat, ApiError> {
        let id = self.chat(params)?.id;
        let chat = self.chats.get_mut(&id).ok_or_else(|| ApiError::bad("chat not found"))?;
        match chat.kind {
            Kind::Private { blocked: true, .. } => {
                Err(ApiError::forbidden("bot was blocked by the user"))
            }
            Kind::Private { started: false, .. } => {
                Err(ApiError::forbidden("bot can't initiate conversation with a user"))
            }
            _ => Ok(chat),
        }
    }

    /// Fills in who is mentioned; a mention of someone unknown is dropped, as Telegram does.
    pub(super) fn resolve_mentions(&self, text: &mut Formatted) {
        text.entities.retain_mut(|entity| {
            if entity.kind != "text_mention" {
                return true;
            }
            let id = entity.user.as_ref().and_then(|user| user["id"].as_u64());
            let known = id.filter(|id| *id == self.bot.id || self.users.contains_key(id));
            entity.user = known.map(|id| json!(self.wire_user(id)));
            known.is_some()
        });
    }

    /// Whether the bot gets a group's message: with privacy mode on, only commands that are not
    /// another bot's, and answers to its own messages. An administrator gets everything.
    pub(super) fn bot_sees(&self, chat: &Chat, text: &str, reply_to: Option<i64>) -> bool {
        let Kind::Group(Group { bot_is_admin, .. }) = &chat.kind else { return true };
        if *bot_is_admin {
            return true;
        }
        let to_bot =
            reply_to.and_then(|id| chat.message(id)).is_some_and(|message| message.from_bot);
        to_bot || self.is_command_for_bot(text)
    }

    fn is_command_for_bot(&self, text: &str) -> bool {
        let found = super::text::detect(text, &[]);
        let Some(command) = found.first().filter(|entity| entity.kind == "bot_command") else {
            return false;
        };
        if command.offset != 0 {
            return false;
        }
        // A command is ASCII, so units are bytes.
        match text[..command.length].split_once('@') {
            None => true,
            Some((_, name)) => {
                self.bot.username.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name))
            }
        }
    }
}

/// Now, in Unix seconds.
pub(super) fn now() -> i64 {
    now_millis() / 1_000
}

/// Now, in Unix milliseconds.
pub(super) fn now_millis() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// JSON of a value that cannot fail to be written: its maps have text keys only.
pub(super) fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
