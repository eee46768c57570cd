//! What people do: write, answer, press buttons, block the bot.

use serde_json::{Value, json};

use super::{
    BotApi, Event, User,
    chat::{Chat, Group, Kind},
    state::{Draft, State},
    text::{Formatted, finish},
};

/// A chat, person or message that the sandbox was never told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sandbox knows no such chat, person or message")]
pub struct UnknownChat;

/// A message that a person writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line<'a> {
    /// The chat.
    pub chat: i64,
    /// The person.
    pub from: u64,
    /// The text.
    pub text: &'a str,
    /// The message it answers.
    pub reply_to: Option<i64>,
    /// The forum topic; a new id makes a new topic.
    pub thread: Option<i64>,
    /// When it was written, in Unix seconds; `None` is now.
    pub date: Option<i64>,
}

impl BotApi {
    /// Adds a person, or changes what is known of them. Until they write, the bot may not write
    /// to them.
    pub fn add_user(&self, user: User) {
        self.server().change(|state| {
            if let Ok(id) = i64::try_from(user.id) {
                state.chats.entry(id).or_insert_with(|| Chat::private(id));
                state.users.insert(user.id, user);
            }
        });
    }

    /// Adds a group; the id is negative, from -1,000,000,000,000 downwards it is a supergroup.
    /// The first member owns it. The bot is in it, without being an administrator.
    pub fn add_group(&self, id: i64, title: &str, members: &[u64]) {
        self.server().change(|state| state.chats.insert(id, Chat::group(id, title, members)));
    }

    /// Makes the bot an administrator of the group, or no longer one.
    pub fn set_bot_admin(&self, group: i64, is_admin: bool) {
        self.with_group(group, |group| group.bot_is_admin = is_admin);
    }

    /// Turns the group into a forum with these topics besides "General".
    pub fn set_topics(&self, group: i64, topics: &[i64]) {
        self.with_group(group, |group| group.topics = Some(topics.iter().copied().collect()));
    }

    fn with_group(&self, id: i64, change: impl FnOnce(&mut Group)) {
        self.server().change(|state| {
            if let Some(Kind::Group(group)) = state.chats.get_mut(&id).map(|chat| &mut chat.kind) {
                change(group);
            }
        });
    }

    /// The person blocks the bot, or lets it write again; the bot is told by `my_chat_member`.
    pub fn set_blocked(&self, user: u64, is_blocked: bool) {
        self.server().change(|state| state.set_blocked(user, is_blocked));
    }

    /// Stops the clock that messages are dated by at a time, in Unix seconds: whoever stopped it
    /// moves it from then on.
    pub fn stand_at(&self, time: i64) {
        let time = jiff::Timestamp::from_second(time).unwrap_or_default();
        self.server().change(|state| state.time.stand_at(time));
    }

    /// A person writes; gives the message's id. In a group the bot hears of it only if privacy
    /// mode lets it: a command, or an answer to the bot.
    ///
    /// # Panics
    /// The chat or the person was never added. [`BotApi::write`] gives an error instead.
    pub fn say(&self, chat: i64, from: u64, text: &str) -> i64 {
        self.write(&Line { chat, from, text, ..Line::default() }).expect("a known chat and person")
    }

    /// A person wrote at a time of one's own, in Unix seconds: the bot may find an old message
    /// in its queue. Gives the message's id.
    ///
    /// # Panics
    /// As [`BotApi::say`].
    pub fn say_at(&self, chat: i64, from: u64, text: &str, date: i64) -> i64 {
        self.write(&Line { chat, from, text, date: Some(date), ..Line::default() })
            .expect("a known chat and person")
    }

    /// A person answers a message; gives the new message's id.
    ///
    /// # Panics
    /// As [`BotApi::say`].
    pub fn reply(&self, chat: i64, from: u64, to_message: i64, text: &str) -> i64 {
        self.write(&Line { chat, from, text, reply_to: Some(to_message), ..Line::default() })
            .expect("a known chat and person")
    }

    /// A person writes, in full; gives the message's id.
    ///
    /// # Errors
    /// The chat or the person was never added.
    pub fn write(&self, line: &Line<'_>) -> Result<i64, UnknownChat> {
        self.server().change(|state| state.hear(line))
    }

    /// A person changes a message of theirs.
    ///
    /// # Errors
    /// They have no such message.
    pub fn edit(&self, chat: i64, message: i64, from: u64, text: &str) -> Result<(), UnknownChat> {
        self.server().change(|state| state.rewrite(chat, message, from, text))
    }

    /// A person presses a button; gives the callback query's id. Nothing checks that the message
    /// has such a button, or is still there: old keyboards get pressed, and forged.
    ///
    /// # Panics
    /// The chat or the person was never added. [`BotApi::try_press`] gives an error instead.
    pub fn press(&self, chat: i64, message_id: i64, from: u64, data: &str) -> String {
        self.try_press(chat, message_id, from, data).expect("a known chat and person")
    }

    /// As [`BotApi::press`].
    ///
    /// # Errors
    /// The chat or the person was never added.
    pub fn try_press(
        &self,
        chat: i64,
        message_id: i64,
        from: u64,
        data: &str,
    ) -> Result<String, UnknownChat> {
        self.server().change(|state| state.pressed(chat, message_id, from, data))
    }

    /// Makes a callback query too old to be answered.
    pub fn expire_callback(&self, id: &str) {
        self.server().lock().callbacks.expire(id);
    }

    /// Delivers an update once more, whatever the bot has confirmed; `false` if it is not known
    /// any more.
    pub fn redeliver(&self, update_id: u64) -> bool {
        self.server().change(|state| {
            let known = state.updates.redeliver(update_id);
            state.wake.notify_waiters();
            known
        })
    }

    /// Delivers any JSON object as an update; gives its id. Without an `update_id` it gets the
    /// next one and its place in the queue; with one it is delivered once, as it is.
    ///
    /// # Panics
    /// `update` is not an object.
    pub fn push_raw(&self, update: Value) -> u64 {
        assert!(update.is_object(), "an update is a JSON object");
        self.server().change(|state| {
            let id = state.updates.push_raw(update);
            state.wake.notify_waiters();
            id
        })
    }
}

impl State {
    pub(super) fn hear(&mut self, line: &Line<'_>) -> Result<i64, UnknownChat> {
        let chat = self.chats.get_mut(&line.chat).ok_or(UnknownChat)?;
        if !self.users.contains_key(&line.from) {
            return Err(UnknownChat);
        }
        match &mut chat.kind {
            Kind::Private { started, .. } => *started = true,
            Kind::Group(group) => {
                if let (Some(topics), Some(thread)) = (&mut group.topics, line.thread) {
                    topics.insert(thread);
                }
            }
        }
        let text = finish(Formatted { text: line.text.to_owned(), entities: Vec::new() });
        let draft = Draft {
            from: line.from,
            text,
            reply_to: line.reply_to,
            thread: line.thread,
            date: line.date,
            ..Draft::default()
        };
        let id = self.write(line.chat, draft).ok_or(UnknownChat)?;
        let chat = self.chats.get(&line.chat).ok_or(UnknownChat)?;
        if self.bot_sees(chat, line.text.trim(), line.reply_to) {
            self.push_message("message", line.chat, id);
        }
        Ok(id)
    }

    fn rewrite(&mut self, chat: i64, id: i64, from: u64, text: &str) -> Result<(), UnknownChat> {
        let date = self.now();
        let found = self.chats.get_mut(&chat).and_then(|chat| chat.message_mut(id));
        let message = found.filter(|message| message.from == from).ok_or(UnknownChat)?;
        let text = finish(Formatted { text: text.to_owned(), entities: Vec::new() });
        message.text = text.text;
        message.entities = text.entities;
        message.edited = Some(date);
        self.emit_message(chat, id, |message| Event::MessageEdited { message });
        let known = self.chats.get(&chat).ok_or(UnknownChat)?;
        let message = known.message(id).ok_or(UnknownChat)?;
        if self.bot_sees(known, &message.text, message.reply_to) {
            self.push_message("edited_message", chat, id);
        }
        Ok(())
    }

    pub(super) fn pressed(
        &mut self,
        chat_id: i64,
        message_id: i64,
        from: u64,
        data: &str,
    ) -> Result<String, UnknownChat> {
        let chat = self.chats.get(&chat_id).ok_or(UnknownChat)?;
        if !self.users.contains_key(&from) {
            return Err(UnknownChat);
        }
        // A message that is gone is an InaccessibleMessage, told by its date.
        let message = match chat.message(message_id) {
            Some(message) => json!(self.wire_message(chat, message)),
            None => json!({"chat": self.wire_chat(chat), "message_id": message_id, "date": 0}),
        };
        let id = self.callbacks.open();
        let query = json!({
            "id": id,
            "from": self.wire_user(from),
            "message": message,
            "chat_instance": format!("{}", 7_000_000_000_i64 + chat_id.unsigned_abs().cast_signed()),
            "data": data,
        });
        self.push("callback_query", &query.to_string());
        self.emit(|| Event::ButtonPressed {
            id: id.clone(),
            chat: chat_id,
            message_id,
            from,
            data: data.to_owned(),
        });
        Ok(id)
    }

    fn set_blocked(&mut self, user: u64, is_blocked: bool) {
        let Ok(id) = i64::try_from(user) else { return };
        let Some(chat) = self.chats.get_mut(&id) else { return };
        let Kind::Private { blocked, .. } = &mut chat.kind else { return };
        if std::mem::replace(blocked, is_blocked) == is_blocked {
            return;
        }
        let bot = json!(self.wire_user(self.bot.id));
        let member = json!({"status": "member", "user": bot});
        let kicked = json!({"status": "kicked", "user": bot, "until_date": 0});
        let (old, new) = if is_blocked { (member, kicked) } else { (kicked, member) };
        let Some(chat) = self.chats.get(&id) else { return };
        let change = json!({
            "chat": self.wire_chat(chat),
            "from": self.wire_user(user),
            "date": self.now(),
            "old_chat_member": old,
            "new_chat_member": new,
        });
        self.push("my_chat_member", &change.to_string());
    }
}
