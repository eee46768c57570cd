//! The way of one update: parse, authorise, act, render, send, settle.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::{
    FutureExt as _,
    future::{BoxFuture, join},
};
use jiff::{SignedDuration, Timestamp};
use tokio::{sync::mpsc, time::Instant};

use super::{
    incoming::{Content, Incoming},
    reference::internal_error,
    request::Request,
    sender::{SendError, Sender},
    speakers::Speakers,
    strangers::Strangers,
    tally,
};
use crate::{
    desk::{Desk, Held, Notice, Progress},
    domain::{
        audit::AuditEntry,
        clock::Clock,
        reply::{Alarm, Interim, Reply},
        supervisor::TelegramId,
        vocabulary::Vocabulary,
    },
    i18n::{self, Locale, Rendered},
};

/// After how long somebody who waits is told that the work goes on, and the lane is free again.
const INTERIM_AFTER: Duration = Duration::from_secs(3);

/// For how long a dialog is kept closed to newer orders while an answer is sent.
const LONGEST_HOLD: Duration = Duration::from_secs(2);

/// The pauses between tries to send an answer while Telegram can't be reached.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
const LONGEST_PAUSE: Duration = Duration::from_mins(5);

/// Answers updates.
pub struct Pipeline {
    pub(super) desk: Desk,
    pub(super) settings: Settings,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) strangers: Strangers,
    pub(super) speakers: Speakers,
    pub(super) vocabulary: Vocabulary,
    pub(super) alarms: mpsc::UnboundedSender<Alarm>,
    sender: Sender,
}

/// What the operator of the bot, and Telegram, decide about answers.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bot's name in Telegram, without `@`.
    pub bot: String,
    /// The language of those whose own the bot does not speak.
    pub default_locale: Locale,
    /// An order that is older when it is first seen is offered, not run.
    pub old_after: SignedDuration,
}

/// An update in work.
#[derive(Debug, Clone)]
pub struct Job {
    /// What somebody did.
    pub incoming: Incoming,
    /// When it was first seen.
    pub seen_at: Timestamp,
    /// It may have been under way for long: a press in what had piled up while Telegram was not
    /// heard, or an update that an earlier process took in long ago.
    pub late: bool,
    /// It came too late, and whoever gave it wants it all the same.
    pub confirmed: bool,
    /// The message that says that the work goes on, to be edited into the answer.
    pub interim: Option<i32>,
}

/// An answer, and what goes with it.
pub(super) struct Answered {
    /// `None` where a stranger was told within the hour.
    pub(super) reply: Option<Reply>,
    pub(super) locale: Locale,
    /// For nobody but who asked: a button's press is answered with an alert, the card stays.
    pub(super) aside: bool,
    pub(super) audit: Vec<AuditEntry>,
    pub(super) notices: Vec<Notice>,
    /// The dialogs that it was about, closed to newer orders.
    pub(super) held: Held,
    /// The order came too late; it stays in the inbox until it is run or forgotten.
    pub(super) offered: bool,
}

impl Pipeline {
    /// A pipeline over this desk. What only an admin can mend goes to `alarms`.
    pub fn new(
        desk: Desk,
        sender: Sender,
        settings: Settings,
        clock: Arc<dyn Clock>,
        alarms: mpsc::UnboundedSender<Alarm>,
    ) -> Self {
        Self {
            desk,
            settings,
            clock,
            strangers: Strangers::default(),
            speakers: Speakers::default(),
            vocabulary: i18n::vocabulary(),
            alarms,
            sender,
        }
    }

    /// Answers one update. Returns when the answer is sent, or, if that takes longer than a person
    /// should wait in silence, when that is said; the rest of the work is then given back, to go on
    /// beside the lane.
    pub(super) async fn run(self: Arc<Self>, job: Job) -> Option<BoxFuture<'static, ()>> {
        let Some(request) = Request::read(&job.incoming, &self.settings.bot, &self.vocabulary)
        else {
            self.settle(job.incoming.update, &[]).await;
            return None;
        };
        let command = tally::command(&request.asked);
        let interim = request.in_work();
        let progress = Progress::default();
        let work = Arc::clone(&self).work(request, job.clone(), progress.clone());
        let mut work = Box::pin(work);
        if let Ok(answered) = tokio::time::timeout(INTERIM_AFTER, &mut work).await {
            self.finish(&job, answered, command).await;
            return None;
        }
        let job = self.say_interim(job, interim, &progress).await;
        Some(Box::pin(async move {
            let answered = work.await;
            self.finish(&job, answered, command).await;
        }))
    }

    /// Authorises and acts, and deletes a message with a secret meanwhile. A panic is caught,
    /// logged and answered under a reference: it must neither end the process nor leave somebody
    /// without an answer.
    async fn work(self: Arc<Self>, request: Request, job: Job, progress: Progress) -> Answered {
        let Request { asked, secret } = request;
        let incoming = &job.incoming;
        let work = join(self.delete_secret(secret, incoming), self.answer(asked, &job, progress));
        let Ok((deleted, mut answered)) = AssertUnwindSafe(work).catch_unwind().await else {
            let reply = internal_error("a panic while answering", "its own line says where");
            return Answered::new(reply, self.locale(&incoming.from, None));
        };
        if let Some(deleted) = deleted {
            let exposed = !incoming.place.private;
            let seen = |inner| Reply::SecretSeen { deleted, exposed, inner: Box::new(inner) };
            answered.reply = answered.reply.map(seen);
        }
        answered
    }

    /// Deletes a message that may hold a secret. Whether it is gone; `None` if it held none.
    async fn delete_secret(&self, secret: bool, incoming: &Incoming) -> Option<bool> {
        if secret { Some(self.sender.delete(incoming.place).await) } else { None }
    }

    /// Ends the spinner of a pressed button before the work is done: Telegram waits seconds only.
    pub(super) async fn acknowledge(&self, incoming: &Incoming) {
        if let Content::Press { query, .. } = &incoming.content {
            self.sender.answer_press(query.clone(), None).await;
        }
    }

    /// Says that the work goes on, and keeps where, so that the answer takes that place.
    async fn say_interim(&self, mut job: Job, interim: Interim, progress: &Progress) -> Job {
        if job.interim.is_some() {
            return job;
        }
        let waiting = progress.waiting().map(|(error, until)| {
            let left = until.saturating_duration_since(Instant::now());
            (error.trouble(self.clock.now()), SignedDuration::try_from(left).unwrap_or_default())
        });
        let locale = self.locale(&job.incoming.from, None);
        let rendered = i18n::render(&Reply::Interim(Interim { waiting, ..interim }), locale);
        let place = job.incoming.place;
        let said = match job.incoming.content {
            Content::Press { .. } => {
                self.sender.replace(place, &rendered).await.map(|()| place.message)
            }
            _ => self.sender.answer(place, &rendered).await,
        };
        match said {
            Ok(message) => {
                job.interim = Some(message);
                let noted = self.desk.note_interim(job.incoming.update, message).await;
                if let Err(error) = noted {
                    tracing::error!(%error, "an interim answer could not be noted");
                }
            }
            Err(error) => tracing::warn!(%error, "an interim answer was not sent"),
        }
        job
    }

    /// Renders and sends an answer, and settles the update. While Telegram can't be reached it
    /// tries again and again; a restart meanwhile finds the update unsettled.
    async fn finish(&self, job: &Job, mut answered: Answered, command: &'static str) {
        tally::answered(command, tally::outcome(answered.reply.as_ref()));
        let held = std::mem::take(&mut answered.held);
        let mut deliver = Box::pin(self.deliver(job, answered));
        // A chat that Telegram holds back must not keep others from the dialog.
        if tokio::time::timeout(LONGEST_HOLD, &mut deliver).await.is_err() {
            drop(held);
            deliver.await;
        }
    }

    async fn deliver(&self, job: &Job, answered: Answered) {
        let Answered { reply, locale, aside, audit, notices, offered, .. } = answered;
        if let Some(reply) = reply {
            let rendered = i18n::render(&reply, locale);
            let mut pause = FIRST_PAUSE;
            while let Err(error) = self.send(job, &rendered, aside).await {
                tracing::warn!(%error, update = job.incoming.update, "an answer was not sent");
                if error.is_final() {
                    break;
                }
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
            let press = matches!(job.incoming.content, Content::Press { .. });
            tally::answer_took(press, self.clock.now().duration_since(job.seen_at));
        }
        if !offered {
            self.settle(job.incoming.update, &audit).await;
        }
        for notice in notices {
            self.notify(&notice).await;
        }
    }

    async fn send(&self, job: &Job, rendered: &Rendered, aside: bool) -> Result<(), SendError> {
        let place = job.incoming.place;
        match (&job.incoming.content, job.interim) {
            (Content::Press { query, .. }, None) if aside => {
                self.sender.answer_press(query.clone(), rendered.toast.as_deref()).await;
                Ok(())
            }
            (Content::Press { .. }, _) => self.sender.replace(place, rendered).await,
            (_, Some(message)) => {
                let place = crate::domain::chat::ChatPlace { message, ..place };
                self.sender.replace(place, rendered).await
            }
            (_, None) => self.sender.answer(place, rendered).await.map(|_| ()),
        }
    }

    /// Tells whoever expects an answer that their update could not be kept and is not acted on.
    pub(super) async fn refuse(&self, incoming: Incoming) {
        if Request::read(&incoming, &self.settings.bot, &self.vocabulary).is_none() {
            return;
        }
        let rendered = i18n::render(&Reply::NotKept, self.locale(&incoming.from, None));
        let (update, seen_at) = (incoming.update, self.clock.now());
        let job = Job { incoming, seen_at, late: false, confirmed: false, interim: None };
        if let Err(error) = self.send(&job, &rendered, true).await {
            tracing::warn!(%error, update, "a refusal was not sent");
        }
    }

    /// Says something that nobody asked for just now, in the language of whom it is for.
    pub(super) async fn notify(&self, notice: &Notice) {
        let rendered = i18n::render(&notice.reply, self.locale_of(notice.to).await);
        if let Err(error) = self.sender.notify(notice.place, &rendered).await {
            tracing::warn!(%error, person = %notice.to, "a notice was not sent");
        }
    }

    async fn settle(&self, update: u64, audit: &[AuditEntry]) {
        if let Err(error) = self.desk.settle(update, audit).await {
            tracing::error!(%error, update, "an answered update could not be settled");
        }
    }

    /// The language of somebody who is not asking just now.
    pub(super) async fn locale_of(&self, id: TelegramId) -> Locale {
        let chosen = self.desk.know(id).await.ok().and_then(|known| known.language);
        chosen
            .as_deref()
            .and_then(Locale::negotiate)
            .or_else(|| self.speakers.locale(id))
            .unwrap_or(self.settings.default_locale)
    }
}

impl Answered {
    /// An answer in the chat that goes with nothing else.
    pub(super) fn new(reply: Reply, locale: Locale) -> Self {
        Self {
            reply: Some(reply),
            locale,
            aside: false,
            audit: Vec::new(),
            notices: Vec::new(),
            held: Held::default(),
            offered: false,
        }
    }

    /// The same for nobody but who asked.
    pub(super) fn aside(reply: Reply, locale: Locale) -> Self {
        Self { aside: true, ..Self::new(reply, locale) }
    }
}
