//! What was asked of the bot, in the order of arrival.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use hushbot::sandbox::telegram::BotApi;

use crate::record::{Said, Seen};

/// How its answer is known among the bot's messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It names a dialog that no other command names, and so does its answer.
    Tagged(u64),
    /// The same, and the silence ends by itself after a minute.
    Timer(u64),
    /// In a group: the answer is a reply.
    InGroup,
    /// A button that leads to "off": the answer takes the place of the message.
    Press,
    /// The only command in its chat.
    Invite,
}

/// One thing asked.
#[derive(Debug, Clone)]
pub(crate) struct Command {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) chat: i64,
    /// The message that asks, or the one whose button was pressed.
    pub(crate) message: i64,
    /// Who asks, by their number on the portal.
    pub(crate) user: u64,
    /// The dialogs that are to be switched, and which way.
    pub(crate) orders: Vec<(u64, bool)>,
    pub(crate) when: jiff::Timestamp,
}

/// All that was asked. Sending holds the lock: the ledger's order is that of arrival.
#[derive(Default)]
pub(crate) struct Ledger(Mutex<Vec<Command>>);

impl Ledger {
    pub(crate) fn lock(&self) -> MutexGuard<'_, Vec<Command>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes in a chat.
    pub(crate) fn write(
        &self,
        telegram: &BotApi,
        (chat, from): (i64, u64),
        (kind, user): (Kind, u64),
        text: String,
        orders: Vec<(u64, bool)>,
    ) {
        let mut commands = self.lock();
        let when = jiff::Timestamp::now();
        let message = telegram.say(chat, from, &text);
        commands.push(Command { kind, text, chat, message, user, orders, when });
    }

    /// Presses the button that switches the one dialog of an answer off.
    pub(crate) fn press(
        &self,
        telegram: &BotApi,
        said: &Said,
        (from, user): (u64, u64),
        (dialog, data): (u64, &str),
    ) {
        let mut commands = self.lock();
        let when = jiff::Timestamp::now();
        let (chat, message) = (said.message.chat, said.message.id);
        telegram.press(chat, message, from, data);
        let (kind, text, orders) = (Kind::Press, format!("[{data}]"), vec![(dialog, false)]);
        commands.push(Command { kind, text, chat, message, user, orders, when });
    }
}

/// The bot's messages, found by what they answer.
pub(crate) struct Index<'a> {
    tagged: HashMap<(i64, u64), Vec<&'a Said>>,
    replies: HashMap<(i64, i64), Vec<&'a Said>>,
    chats: HashMap<i64, Vec<&'a Said>>,
    ids: HashMap<(i64, i64), &'a Said>,
}

impl<'a> Index<'a> {
    pub(crate) fn of(seen: &'a Seen) -> Self {
        let (mut tagged, mut replies) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        let (mut chats, mut ids) = (HashMap::<_, Vec<_>>::new(), HashMap::new());
        for said in &seen.said {
            let message = &said.message;
            ids.insert((message.chat, message.id), said);
            chats.entry(message.chat).or_default().push(said);
            for number in message.text.split(|c: char| !c.is_ascii_digit()) {
                if let Ok(number) = number.parse::<u64>() {
                    tagged.entry((message.chat, number)).or_default().push(said);
                }
            }
            if let Some(to) = message.reply_to {
                replies.entry((message.chat, to)).or_default().push(said);
            }
        }
        for list in tagged.values_mut() {
            list.dedup_by_key(|said| said.message.id);
        }
        Self { tagged, replies, chats, ids }
    }

    /// The messages that answer a command, the earliest first; of a timer also its notices.
    pub(crate) fn answers(&self, command: &Command) -> Vec<&'a Said> {
        let Command { chat, message, .. } = *command;
        let found = match command.kind {
            Kind::Tagged(tag) | Kind::Timer(tag) => self.tagged.get(&(chat, tag)),
            Kind::InGroup => self.replies.get(&(chat, message)),
            Kind::Invite => self.chats.get(&chat),
            Kind::Press => {
                let pressed = self.ids.get(&(chat, message));
                return pressed
                    .copied()
                    .filter(|said| says_off(said) || is_offer(said))
                    .into_iter()
                    .collect();
            }
        };
        found.cloned().unwrap_or_default()
    }

    /// Whether a command has an answer that will stay, or an offer to run it.
    pub(crate) fn is_answered(&self, command: &Command) -> bool {
        let answers = self.answers(command);
        answers.iter().any(|said| is_final(said))
    }
}

/// Whether nothing more is promised.
pub(crate) fn is_final(said: &Said) -> bool {
    !said.message.text.starts_with('⏳')
}

/// Whether the order came too late and may be run by a button.
pub(crate) fn is_offer(said: &Said) -> bool {
    let mut data = said.message.keyboard.iter().flatten().filter_map(|b| b.callback_data.as_ref());
    data.any(|data| data.starts_with("run:"))
}

fn says_off(said: &Said) -> bool {
    said.message.text.starts_with('🔊')
}
