//! The way of one update: parse, authorise, act, render, send.

use std::{panic::AssertUnwindSafe, sync::Arc};

use futures_util::{FutureExt as _, future::join};
use secrecy::ExposeSecret as _;

use super::{
    authorise::{Asked, Asker, Order, authorise},
    handlers::Asking,
    incoming::{Content, Incoming, Sender as From},
    reference::internal_error,
    sender::Sender,
    strangers::Strangers,
};
use crate::{
    desk::{Desk, DeskError, Known},
    domain::{
        action::Action,
        clock::Clock,
        command::{Command, Parsed, parse},
        hint::Hint,
        reply::Reply,
        supervisor::Denial,
        vocabulary::Vocabulary,
        webhook::holds_webhook_secret,
    },
    i18n::{self, Locale, Rendered},
};

/// Answers updates.
pub struct Pipeline {
    pub(super) desk: Desk,
    /// The bot's name in Telegram, without `@`.
    pub(super) bot: String,
    pub(super) strangers: Strangers,
    sender: Sender,
    vocabulary: Vocabulary,
    default_locale: Locale,
    clock: Arc<dyn Clock>,
}

/// What an update asks for.
struct Request {
    asked: Asked,
    /// The message may hold a webhook's secret and must not stay in the chat.
    secret: bool,
}

/// How an answer is to reach whoever asked.
enum Answered {
    /// In the chat: as a message, or in the place of the card whose button was pressed.
    InChat(Reply, Locale),
    /// To nobody but who asked: a button's press is answered with an alert, the card stays.
    Aside(Reply, Locale),
    /// Not at all: a stranger was told within the hour.
    Silence,
}

impl Pipeline {
    /// A pipeline for the bot of this name.
    pub fn new(
        desk: Desk,
        sender: Sender,
        bot: String,
        default_locale: Locale,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let vocabulary = i18n::vocabulary();
        let strangers = Strangers::default();
        Self { desk, bot, strangers, sender, vocabulary, default_locale, clock }
    }

    /// [`Pipeline::run`], with a panic caught, logged and answered under a reference: it must
    /// neither end the process nor leave somebody without an answer.
    pub async fn run_guarded(&self, incoming: Incoming) {
        let (place, from) = (incoming.place, incoming.from.clone());
        if AssertUnwindSafe(self.run(incoming)).catch_unwind().await.is_err() {
            let reply = internal_error("a panic while answering", "its own line says where");
            let rendered = i18n::render(&reply, self.locale(&from, None));
            if let Err(error) = self.sender.answer(place, &rendered).await {
                tracing::warn!(%error, "an answer was not sent");
            }
        }
    }

    /// Answers one update.
    pub async fn run(&self, incoming: Incoming) {
        let Some(Request { asked, secret }) = self.parse(&incoming) else { return };
        let (deleted, answered) =
            join(self.delete_secret(secret, &incoming), self.answer(asked, &incoming)).await;
        let (reply, locale, aside) = match answered {
            Answered::InChat(reply, locale) => (reply, locale, false),
            Answered::Aside(reply, locale) => (reply, locale, true),
            Answered::Silence => return,
        };
        let reply = match deleted {
            None => reply,
            Some(deleted) => {
                let exposed = !incoming.place.private;
                Reply::SecretSeen { deleted, exposed, inner: Box::new(reply) }
            }
        };
        let rendered = i18n::render(&reply, locale);
        self.send(&incoming, &rendered, aside).await;
    }

    /// What the update asks for; `None` where no answer is expected: commands for other bots,
    /// and what people say among themselves in a group.
    fn parse(&self, incoming: &Incoming) -> Option<Request> {
        let private = incoming.place.private;
        let unclear = |hint| Asked::Unclear(hint);
        match &incoming.content {
            Content::Press { data, .. } => {
                let action = Action::decode(data);
                let asked = action.map_or_else(|| unclear(Hint::StaleButton), Asked::Action);
                Some(Request { asked, secret: false })
            }
            Content::Other => {
                private.then(|| Request { asked: unclear(Hint::NotACommand), secret: false })
            }
            Content::Text(text) => {
                let text = text.expose_secret();
                let parsed = parse(text, &self.bot, &self.vocabulary);
                let connects = matches!(parsed, Parsed::Command(Command::Connect(_)));
                let secret = connects || holds_webhook_secret(text);
                let for_another_bot = |hint: &Hint| match hint {
                    Hint::NotACommand => true,
                    Hint::UnknownCommand(_) => !text.contains('@'),
                    _ => false,
                };
                match parsed {
                    Parsed::NotForUs => None,
                    Parsed::Hint(hint) if !private && !secret && for_another_bot(&hint) => None,
                    Parsed::Hint(hint) => Some(Request { asked: unclear(hint), secret }),
                    Parsed::Command(command) => {
                        Some(Request { asked: Asked::Command(command), secret })
                    }
                }
            }
        }
    }

    /// Deletes a message that may hold a secret. Whether it is gone; `None` if it held none.
    async fn delete_secret(&self, secret: bool, incoming: &Incoming) -> Option<bool> {
        if secret { Some(self.sender.delete(incoming.place).await) } else { None }
    }

    /// Authorises and acts. A mistake of ours becomes an answer with a reference.
    async fn answer(&self, asked: Asked, incoming: &Incoming) -> Answered {
        let from = &incoming.from;
        let answered = match self.desk.know(from.id).await {
            Ok(known) => self.answer_known(asked, incoming, &known).await,
            Err(error) => Err(error),
        };
        answered.unwrap_or_else(|error| {
            let reply = internal_error("an order failed", error);
            Answered::InChat(reply, self.locale(from, None))
        })
    }

    async fn answer_known(
        &self,
        asked: Asked,
        incoming: &Incoming,
        known: &Known,
    ) -> Result<Answered, DeskError> {
        let from = &incoming.from;
        let locale = self.locale(from, Some(known));
        let who = Asker { id: from.id, role: known.role, private: incoming.place.private };
        let order = match authorise(asked, who) {
            Ok(order) => order,
            Err(denial) => return Ok(self.deny(denial, incoming, locale)),
        };
        let aside = matches!(order, Order::Explain(_));
        let act = self.act(order, Asking { from, known, locale });
        if aside {
            return act.await.map(|(reply, locale)| Answered::Aside(reply, locale));
        }
        let ((), acted) = join(self.acknowledge(incoming), act).await;
        acted.map(|(reply, locale)| Answered::InChat(reply, locale))
    }

    fn deny(&self, denial: Denial, incoming: &Incoming, locale: Locale) -> Answered {
        let id = incoming.from.id;
        let pressed = matches!(incoming.content, Content::Press { .. });
        match denial {
            Denial::Stranger if pressed || self.strangers.may_tell(id, self.clock.now()) => {
                Answered::Aside(Reply::Stranger { id }, locale)
            }
            Denial::Stranger => Answered::Silence,
            other => Answered::Aside(Reply::Denied(other), locale),
        }
    }

    /// Ends the spinner of a pressed button before the work is done: Telegram waits seconds only.
    async fn acknowledge(&self, incoming: &Incoming) {
        if let Content::Press { query, .. } = &incoming.content {
            self.sender.answer_press(query.clone(), None).await;
        }
    }

    async fn send(&self, incoming: &Incoming, rendered: &Rendered, aside: bool) {
        let place = incoming.place;
        let sent = match &incoming.content {
            Content::Press { query, .. } if aside => {
                return self.sender.answer_press(query.clone(), rendered.toast.as_deref()).await;
            }
            Content::Press { .. } => self.sender.replace(place, rendered).await,
            _ => self.sender.answer(place, rendered).await.map(|_| ()),
        };
        if let Err(error) = sent {
            tracing::warn!(%error, update = incoming.update, "an answer was not sent");
        }
    }

    /// The language to answer in: chosen, else the person's own in Telegram, else the default.
    fn locale(&self, from: &From, known: Option<&Known>) -> Locale {
        let chosen = known.and_then(|known| known.language.as_deref());
        chosen
            .and_then(Locale::negotiate)
            .or_else(|| self.strangers.locale(from.id))
            .or_else(|| from.language_code.as_deref().and_then(Locale::negotiate))
            .unwrap_or(self.default_locale)
    }
}
