//! The only place that writes to Telegram, with Telegram's manners.
//!
//! A chat is written to by one at a time, in the order of asking. Whatever holds one message up
//! (Telegram's 429, the network) holds up what comes behind it in the same chat, and no other
//! chat. An answer to a person is never paced in advance; what the bot says by itself is, and
//! comes behind the answers.
//!
//! ```text
//! mod       what others call        call      one request: payload → result or fault
//! draft     reply → payload         persist   what is done about a fault
//! chats     turns, limits, moves    window    so many within so long
//! notices   what waits, merged      error     why Telegram did not take something
//! menus     the commands' menus     settings  pace and patience
//! ```

mod call;
mod chats;
mod draft;
mod error;
mod menus;
mod notices;
mod persist;
mod settings;
mod window;

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use serde::{Deserialize, de::IgnoredAny};
use teloxide::{
    ApiError, Bot,
    payloads::{
        AnswerCallbackQuery, AnswerCallbackQuerySetters as _, DeleteMessage, EditMessageText,
        SendMessage,
    },
    types::{CallbackQueryId, ChatId, MessageId},
};
use tokio::{
    sync::oneshot,
    time::{Instant, sleep_until},
};

use self::{
    call::{Fault, Wire},
    chats::{Chats, MOST_HOPS, lock},
    notices::{Notice, Notices},
    persist::{End, Repeat, persist},
    window::Window,
};
use crate::{domain::chat::ChatPlace, i18n::Rendered};

pub use self::{error::SendError, menus::MenuScope, settings::Settings};

/// A press that is not answered by then has expired at Telegram.
const PRESS_LIVES: Duration = Duration::from_secs(10);

/// Writes into chats. A clone is cheap and is the same sender.
#[derive(Clone)]
pub struct Sender(Arc<Inner>);

struct Inner {
    wire: Wire,
    settings: Settings,
    chats: Chats,
    /// What all chats together take.
    overall: Mutex<Window>,
    notices: Notices,
}

/// As much of a sent `Message` as is of use.
#[derive(Deserialize)]
struct Message {
    message_id: i32,
}

impl Sender {
    /// Writes through this bot: its token, its address, its HTTP client.
    pub fn new(bot: Bot, settings: Settings) -> Self {
        Self(Arc::new(Inner {
            wire: Wire::new(bot, settings.timeout),
            settings,
            chats: Chats::new(settings),
            overall: Mutex::new(Window::new(settings.notices_per_second, Duration::from_secs(1))),
            notices: Notices::default(),
        }))
    }

    /// Sends an answer at once to where it was asked for: in a group as a reply, in a forum in
    /// its topic (`sendMessage`). The message's id.
    ///
    /// Where it stays unclear whether Telegram took it (a time-out, a broken connection, a 5xx),
    /// it is sent once more and may appear twice: no command may stay without an answer.
    pub async fn answer(&self, place: ChatPlace, reply: &Rendered) -> Result<i32, SendError> {
        self.count();
        let to = (!place.private && place.message != 0).then_some(place.message);
        self.send(place, to, reply).await
    }

    /// Puts an answer in the place of the bot's own message, `place.message`
    /// (`editMessageText`). A message that is gone is sent anew. `false` if it was just so already.
    pub async fn replace(&self, place: ChatPlace, reply: &Rendered) -> Result<bool, SendError> {
        self.count();
        let mut edit = draft::edit(place, reply);
        let mut edited = self.edit(place, &edit).await;
        if refuses_link(&edited) {
            edit = draft::edit(place, &draft::without_links(reply));
            edited = self.edit(place, &edit).await;
        }
        if too_long(&edited) {
            edit.text = draft::shortened(&edit.text);
            edit.parse_mode = None;
            edited = self.edit(place, &edit).await;
        }
        match edited {
            Err(SendError::Api(ApiError::MessageNotModified)) => Ok(false),
            Err(SendError::Api(
                ApiError::MessageToEditNotFound
                | ApiError::MessageCantBeEdited
                | ApiError::MessageIdInvalid,
            )) => self.answer(place, reply).await.map(|_| true),
            other => other.map(|IgnoredAny| true),
        }
    }

    /// Says something that nobody asked for (`sendMessage`), in the forum topic of the place and
    /// as a reply to nothing. It keeps to Telegram's limits, behind the chat's answers; what
    /// waits for the same chat and has no buttons goes out as one message. The message's id.
    ///
    /// It is sent even if the caller does not wait for it.
    pub async fn notify(&self, place: ChatPlace, reply: &Rendered) -> Result<i32, SendError> {
        let chat = self.moved(place.chat).unwrap_or(place.chat);
        let (sent, done) = oneshot::channel();
        if self.0.notices.add(chat, Notice { place, reply: reply.clone(), sent }) {
            let sender = self.clone();
            tokio::spawn(async move { sender.work_off(chat).await });
        }
        done.await.unwrap_or(Err(SendError::Network("the bot stops")))
    }

    /// Ends the spinner on a pressed button (`answerCallbackQuery`), with an alert where there
    /// is something to tell. Without one it does not wait for Telegram: the answer in the chat
    /// must not either. A query that is too old hurts nobody.
    pub async fn answer_press(&self, query: CallbackQueryId, alert: Option<&str>) {
        let mut answer = AnswerCallbackQuery::new(query);
        if let Some(text) = alert {
            answer = answer.text(text).show_alert(true);
        }
        let Inner { wire, settings, .. } = &*self.0;
        let (wire, patience) = (wire.clone(), settings.patience);
        let answering = async move {
            let attempt = || wire.call::<_, IgnoredAny>(answer.clone());
            let answered = persist(Repeat::Harmless, patience, attempt);
            match tokio::time::timeout(PRESS_LIVES, answered).await {
                Ok(Ok(_)) => {}
                Ok(Err(End::Failed(error))) => tracing::debug!(%error, "a press was not answered"),
                _ => tracing::debug!("a press was answered too late"),
            }
        };
        match alert {
            Some(_) => answering.await,
            None => drop(tokio::spawn(answering)),
        }
    }

    /// Deletes somebody's message, `place.message` (`deleteMessage`). Whether it is gone.
    pub async fn delete(&self, place: ChatPlace) -> bool {
        let delete = |chat| DeleteMessage::new(ChatId(chat), MessageId(place.message));
        let deleted = self
            .in_turn(place.chat, Repeat::Harmless, async |chat| {
                here(place, chat)?;
                self.0.wire.call(delete(chat)).await
            })
            .await
            .map(|IgnoredAny| ());
        match deleted {
            Ok(()) | Err(SendError::Api(ApiError::MessageToDeleteNotFound)) => true,
            Err(error) => {
                tracing::warn!(%error, "a message with a secret could not be deleted");
                false
            }
        }
    }

    /// Notes that a group has become a supergroup. Messages have other numbers there: what was to
    /// reply to one, or to be put in its place, becomes a message of its own.
    pub fn follow(&self, from: i64, to: i64) {
        if from != to {
            self.0.chats.note_move(from, to);
        }
    }

    /// Where a group has moved, as far as Telegram has said so; `None` if it has not. The sender
    /// itself takes either id.
    pub fn moved(&self, chat: i64) -> Option<i64> {
        self.0.chats.moved(chat)
    }
}

impl Sender {
    /// Counts an answer, which goes out at once, against what the notices may take.
    fn count(&self) {
        lock(&self.0.overall).note(Instant::now());
    }

    async fn send(
        &self,
        place: ChatPlace,
        to: Option<i32>,
        reply: &Rendered,
    ) -> Result<i32, SendError> {
        let mut message = draft::message(place, to, reply);
        let mut sent = self.say(place, &message).await;
        if refuses_link(&sent) {
            message = draft::message(place, to, &draft::without_links(reply));
            sent = self.say(place, &message).await;
        }
        if too_long(&sent) {
            message.text = draft::shortened(&message.text);
            message.parse_mode = None;
            sent = self.say(place, &message).await;
        }
        sent.map(|Message { message_id }| message_id)
    }

    async fn say(&self, place: ChatPlace, message: &SendMessage) -> Result<Message, SendError> {
        self.in_turn(place.chat, Repeat::Doubles, |chat| {
            let mut message = message.clone();
            message.chat_id = ChatId(chat).into();
            if chat != place.chat {
                message.reply_parameters = None;
            }
            self.0.wire.call(message)
        })
        .await
    }

    async fn edit(
        &self,
        place: ChatPlace,
        edit: &EditMessageText,
    ) -> Result<IgnoredAny, SendError> {
        self.in_turn(place.chat, Repeat::Harmless, async |chat| {
            here(place, chat)?;
            self.0.wire.call(edit.clone()).await
        })
        .await
    }

    /// Makes a request that concerns a chat when it is its turn there. `attempt` gets the chat's
    /// id as it is now: a group that moves meanwhile is followed.
    async fn in_turn<T, F>(
        &self,
        chat: i64,
        repeat: Repeat,
        mut attempt: impl FnMut(i64) -> F,
    ) -> Result<T, SendError>
    where
        F: Future<Output = Result<T, Fault>>,
    {
        for _ in 0..=MOST_HOPS {
            let id = self.moved(chat).unwrap_or(chat);
            let known = self.0.chats.get(id);
            let _turn = known.turn.lock().await;
            if self.moved(id).is_some() {
                continue;
            }
            known.note(Instant::now());
            match persist(repeat, self.0.settings.patience, || attempt(id)).await {
                Ok(result) => return Ok(result),
                Err(End::Moved(to)) => self.0.chats.note_move(id, to),
                Err(End::Failed(error)) => {
                    tracing::debug!(%error, "Telegram did not take something");
                    return Err(error);
                }
            }
        }
        Err(SendError::Network("the group keeps moving"))
    }

    /// Sends the notices of a chat until none waits.
    async fn work_off(&self, chat: i64) {
        while self.0.notices.any(chat) {
            let id = self.moved(chat).unwrap_or(chat);
            let room = self.0.chats.get(id).earliest(Instant::now());
            sleep_until(room).await;
            let room = lock(&self.0.overall).reserve(Instant::now());
            sleep_until(room).await;
            let Some(batch) = self.0.notices.next(chat) else { return };
            let result = self.send(batch.place, None, &batch.reply).await;
            for waiting in batch.sent {
                // Who asked may be gone; it is said all the same.
                let _ = waiting.send(result.clone());
            }
        }
    }
}

/// Refuses to touch a message by its number in a chat where the number is another message's.
fn here(place: ChatPlace, chat: i64) -> Result<(), Fault> {
    let gone = || Fault::Refused(SendError::Api(ApiError::MessageToEditNotFound));
    if chat == place.chat { Ok(()) } else { Err(gone()) }
}

/// Whether Telegram does not like where a button leads: then it takes nothing of the message. An
/// answer without the button is better than none.
fn refuses_link<T>(result: &Result<T, SendError>) -> bool {
    match result {
        Err(SendError::Api(ApiError::ButtonUrlInvalid | ApiError::WrongHttpUrl)) => true,
        Err(SendError::Api(ApiError::Unknown(why))) => why.contains("button URL"),
        _ => false,
    }
}

/// Whether Telegram found a text too long. The limits of the texts are tested, so this is a
/// mistake of ours; half an answer is still better than none.
fn too_long<T>(result: &Result<T, SendError>) -> bool {
    let too_long = matches!(
        result,
        Err(SendError::Api(ApiError::MessageIsTooLong | ApiError::EditedMessageIsTooLong))
    );
    if too_long {
        tracing::error!("a reply is longer than Telegram takes; the end of it is cut off");
    }
    too_long
}
