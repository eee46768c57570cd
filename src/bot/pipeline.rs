//! The way of one update: parse, authorise, act, render, send, settle.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::{
    FutureExt as _,
    future::{BoxFuture, join},
};
use jiff::{SignedDuration, Timestamp};
use tokio::{sync::mpsc, time::Instant};

use super::{
    incoming::{Content, Incoming, Moved},
    menus::Changed,
    presses::Refreshed,
    reference::internal_error,
    request::Request,
    sender::Sender,
    strangers::Strangers,
    tally,
};
use crate::{
    desk::{Desk, DeskError, Held, Notice, Progress},
    domain::{
        audit::AuditEntry,
        clock::Clock,
        reply::{Alarm, Interim, Reply},
        vocabulary::Vocabulary,
    },
    i18n::{self, Locale},
};

/// After how long somebody who waits is told that the work goes on, and the lane is free again.
const INTERIM_AFTER: Duration = Duration::from_secs(3);

/// Answers updates.
pub struct Pipeline {
    pub(super) desk: Desk,
    pub(super) settings: Settings,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) strangers: Strangers,
    pub(super) vocabulary: Vocabulary,
    pub(super) alarms: mpsc::UnboundedSender<Alarm>,
    pub(super) refreshed: Refreshed,
    pub(super) menus: mpsc::UnboundedSender<Changed>,
    pub(super) sender: Sender,
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
    /// heard.
    pub late: bool,
    /// An earlier process took it in, long ago, and did not get so far as to settle it.
    pub interrupted: bool,
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
    /// A pipeline over this desk. What only an admin can mend goes to `alarms`, whose menu is to
    /// be set anew to `menus`.
    pub fn new(
        desk: Desk,
        sender: Sender,
        settings: Settings,
        clock: Arc<dyn Clock>,
        alarms: mpsc::UnboundedSender<Alarm>,
        menus: mpsc::UnboundedSender<Changed>,
    ) -> Self {
        Self {
            desk,
            settings,
            clock,
            strangers: Strangers::default(),
            vocabulary: i18n::vocabulary(),
            alarms,
            refreshed: Refreshed::default(),
            menus,
            sender,
        }
    }

    /// Answers one update. Returns when the answer is sent, or, if that takes longer than a person
    /// should wait in silence, when that is said; the rest of the work is then given back, to go on
    /// beside the lane. Neither panics.
    pub(super) async fn run(self: Arc<Self>, job: Job) -> Option<BoxFuture<'static, ()>> {
        let begun = Arc::clone(&self).begin(job.clone());
        match AssertUnwindSafe(begun).catch_unwind().await {
            Ok(None) => None,
            Ok(Some(rest)) => Some(Box::pin(async move {
                if AssertUnwindSafe(rest).catch_unwind().await.is_err() {
                    self.recover(job).await;
                }
            })),
            Err(_) => {
                self.recover(job).await;
                None
            }
        }
    }

    async fn begin(self: Arc<Self>, job: Job) -> Option<BoxFuture<'static, ()>> {
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

    /// Ends an update after a panic outside of the work itself: while its answer was made or sent,
    /// or when it was to be settled. Says so, since nobody knows whether the answer has gone out, and
    /// settles it: what panics once would do so at every start.
    async fn recover(&self, job: Job) {
        let locale = self.locale(&job.incoming.from, None);
        let reply = internal_error("a panic around an answer", "its own line says where");
        let answered = Answered::new(reply, locale);
        if AssertUnwindSafe(self.deliver(&job, answered)).catch_unwind().await.is_err() {
            tracing::error!(update = job.incoming.update, "a second panic: the update stays");
        }
    }

    /// Authorises and acts, and deletes a message with a secret meanwhile. A panic is caught,
    /// logged and answered under a reference: it must neither end the process nor leave somebody
    /// without an answer.
    async fn work(self: Arc<Self>, request: Request, job: Job, progress: Progress) -> Answered {
        let Request { asked, secret } = request;
        let incoming = &job.incoming;
        let answer = AssertUnwindSafe(self.answer(asked, &job, progress)).catch_unwind();
        let (deleted, answered) = join(self.delete_secret(secret, incoming), answer).await;
        let mut answered = answered.unwrap_or_else(|_| {
            let reply = internal_error("a panic while answering", "its own line says where");
            Answered::new(reply, self.locale(&incoming.from, None))
        });
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

    pub(super) fn sender(&self) -> &Sender {
        &self.sender
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
        // An order by a press may turn out to come from an old card, and is then not carried out.
        let pressed = matches!(job.incoming.content, Content::Press { .. });
        let order = interim.order.filter(|_| !pressed);
        let rendered = i18n::render(&Reply::Interim(Interim { order, waiting, ..interim }), locale);
        let place = job.incoming.place;
        let said = match job.incoming.content {
            Content::Press { .. } => {
                self.sender.replace(place, &rendered).await.map(|_| place.message)
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

    /// Learns where groups have moved while earlier processes ran. To be done before anything is
    /// said.
    pub async fn load(&self) -> Result<(), DeskError> {
        for (from, to) in self.desk.moves().await? {
            self.follow(Moved { from, to });
        }
        Ok(())
    }

    /// From now on what is for the old id of a group goes to its new one.
    pub(super) fn follow(&self, moved: Moved) {
        self.sender.follow(moved.from, moved.to);
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
