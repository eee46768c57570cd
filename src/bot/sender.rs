//! The only place that writes to Telegram.

use std::time::Duration;

use teloxide::{
    ApiError, Bot, RequestError,
    payloads::{
        AnswerCallbackQuerySetters as _, EditMessageTextSetters as _, SendMessageSetters as _,
    },
    requests::{Request, Requester as _},
    types::{
        BotCommand, CallbackQueryId, LinkPreviewOptions, MessageId, ParseMode, ReplyParameters,
    },
};

use super::{incoming::ChatPlace, keyboards};
use crate::i18n::{self, Locale, Rendered};

/// How often a message is tried when Telegram asks to wait, before it is given up.
const TRIES: u32 = 5;

/// Writes answers into chats.
#[derive(Debug, Clone)]
pub struct Sender {
    bot: Bot,
}

impl Sender {
    /// Writes through this bot.
    pub fn new(bot: Bot) -> Self {
        Self { bot }
    }

    /// Sends an answer to where it was asked for: in a group as a reply, in a forum in its topic
    /// (`sendMessage`).
    pub async fn answer(&self, place: ChatPlace, reply: &Rendered) -> Result<MessageId, SendError> {
        let request = || {
            let mut send = self
                .bot
                .send_message(place.chat, &reply.text)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview());
            if !reply.keyboard.is_empty() {
                send = send.reply_markup(keyboards::inline(&reply.keyboard));
            }
            if let Some(thread) = place.thread {
                send = send.message_thread_id(thread);
            }
            if !place.private {
                let to = ReplyParameters::new(place.message).allow_sending_without_reply();
                send = send.reply_parameters(to);
            }
            send
        };
        Ok(patiently(|| request().send()).await?.id)
    }

    /// Puts an answer in the place of the message whose button was pressed (`editMessageText`).
    /// A message that is gone is sent anew.
    pub async fn replace(&self, place: ChatPlace, reply: &Rendered) -> Result<(), SendError> {
        let request = || {
            self.bot
                .edit_message_text(place.chat, place.message, &reply.text)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview())
                .reply_markup(keyboards::inline(&reply.keyboard))
        };
        match patiently(|| request().send()).await {
            Ok(_) | Err(SendError::Api(ApiError::MessageNotModified)) => Ok(()),
            Err(SendError::Api(
                ApiError::MessageToEditNotFound | ApiError::MessageCantBeEdited,
            )) => self.answer(place, reply).await.map(|_| ()),
            Err(error) => Err(error),
        }
    }

    /// Ends the spinner on a pressed button (`answerCallbackQuery`), with an alert where there is
    /// something to tell. A query that is too old hurts nobody.
    pub async fn answer_press(&self, query: CallbackQueryId, alert: Option<&str>) {
        let mut answer = self.bot.answer_callback_query(query);
        if let Some(text) = alert {
            answer = answer.text(text).show_alert(true);
        }
        if let Err(error) = answer.send().await {
            let error = SendError::from(error);
            tracing::debug!(%error, "a press was answered too late");
        }
    }

    /// Puts the commands into Telegram's menu, in each language and for everybody
    /// (`setMyCommands`). Without it everything works but the menu.
    pub async fn set_menus(&self, default: Locale) {
        let in_default = (default, None);
        let in_own = Locale::all().map(|locale| (locale, Some(locale.tag())));
        for (locale, language_code) in std::iter::once(in_default).chain(in_own) {
            let commands = i18n::menu(locale).into_iter().map(|entry| BotCommand {
                command: entry.command.to_owned(),
                description: entry.description,
            });
            let mut request = self.bot.set_my_commands(commands);
            request.language_code = language_code.map(str::to_owned);
            if let Err(error) = patiently(|| request.clone().send()).await {
                tracing::warn!(%error, "the menu of commands could not be set");
                return;
            }
        }
    }

    /// Deletes somebody's message (`deleteMessage`). Whether it is gone.
    pub async fn delete(&self, place: ChatPlace) -> bool {
        match patiently(|| self.bot.delete_message(place.chat, place.message).send()).await {
            Ok(_) | Err(SendError::Api(ApiError::MessageToDeleteNotFound)) => true,
            Err(error) => {
                tracing::warn!(%error, "a message with a secret could not be deleted");
                false
            }
        }
    }
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// Repeats a request that Telegram refuses for now (429), after exactly the time that it names.
async fn patiently<T, F>(mut request: impl FnMut() -> F) -> Result<T, SendError>
where
    F: Future<Output = Result<T, RequestError>>,
{
    for _ in 1..TRIES {
        match request().await {
            Err(RequestError::RetryAfter(wait)) => tokio::time::sleep(wait.duration()).await,
            other => return other.map_err(SendError::from),
        }
    }
    request().await.map_err(SendError::from)
}

/// Why Telegram did not take something. Printing one never shows the bot's token or a body.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SendError {
    /// Telegram refused it.
    #[error("Telegram: {0}")]
    Api(ApiError),
    /// Telegram still asks to wait after several tries.
    #[error("Telegram asks to wait {} s", .0.as_secs())]
    Flood(Duration),
    /// No answer, or none that can be read.
    #[error("{0}")]
    Network(&'static str),
}

impl From<RequestError> for SendError {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::Api(error) => Self::Api(error),
            RequestError::RetryAfter(wait) => Self::Flood(wait.duration()),
            RequestError::Network(error) if error.is_timeout() => Self::Network("time-out"),
            RequestError::Network(error) if error.is_connect() => Self::Network("can't connect"),
            RequestError::Network(_) => Self::Network("the connection broke"),
            RequestError::InvalidJson { .. } => Self::Network("the answer can't be read"),
            RequestError::MigrateToChatId(_) => Self::Network("the group has moved"),
            RequestError::Io(_) => Self::Network("input or output failed"),
        }
    }
}
