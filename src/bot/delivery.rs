//! How what is said goes out: answers, and what the bot says by itself.

use std::time::Duration;

use super::{
    incoming::{Content, Incoming},
    pipeline::{Answered, Job, Pipeline},
    request::Request,
    sender::SendError,
    tally,
};
use crate::{
    desk::{Notice, until_back},
    domain::{audit::AuditEntry, reply::Reply, supervisor::TelegramId},
    i18n::{self, Locale, Rendered},
};

/// For how long a dialog is kept closed to newer orders while an answer is sent.
const LONGEST_HOLD: Duration = Duration::from_secs(2);

/// The pauses between tries to send an answer while Telegram can't be reached.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
const LONGEST_PAUSE: Duration = Duration::from_mins(5);

impl Pipeline {
    /// Renders and sends an answer, and settles the update. While Telegram can't be reached it
    /// tries again and again; a restart meanwhile finds the update unsettled.
    pub(super) async fn finish(&self, job: &Job, mut answered: Answered, command: &'static str) {
        tally::answered(command, tally::outcome(answered.reply.as_ref()));
        let held = std::mem::take(&mut answered.held);
        let mut deliver = Box::pin(self.deliver(job, answered));
        // A chat that Telegram holds back must not keep others from the dialog.
        if tokio::time::timeout(LONGEST_HOLD, &mut deliver).await.is_err() {
            drop(held);
            deliver.await;
        }
    }

    pub(super) async fn deliver(&self, job: &Job, answered: Answered) {
        let Answered { reply, locale, aside, audit, notices, offered, .. } = answered;
        if let Some(reply) = reply {
            let rendered = i18n::render(&reply, locale);
            let mut pause = FIRST_PAUSE;
            loop {
                let error = match self.send(job, &rendered, aside).await {
                    Ok(message) => {
                        self.note_sign_in(&reply, message).await;
                        break;
                    }
                    Err(error) => error,
                };
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

    /// Keeps where the button of a sign-in is, so that its outcome takes that place.
    async fn note_sign_in(&self, reply: &Reply, message: i32) {
        if let Err(error) = self.desk.note_sign_in(reply, message).await {
            tracing::error!(%error, "a sign-in's message could not be kept");
        }
    }

    /// The id of the message that the answer is in.
    async fn send(&self, job: &Job, rendered: &Rendered, aside: bool) -> Result<i32, SendError> {
        let place = job.incoming.place;
        match (&job.incoming.content, job.interim) {
            (Content::Press { query, .. }, None) if aside => {
                self.sender.answer_press(query.clone(), rendered.toast.as_deref()).await;
                Ok(place.message)
            }
            (Content::Press { .. }, _) => {
                if !self.sender.replace(place, rendered).await? {
                    self.refreshed.note(place, self.clock.now());
                }
                Ok(place.message)
            }
            (_, Some(message)) => {
                let place = crate::domain::chat::ChatPlace { message, ..place };
                self.sender.replace(place, rendered).await.map(|_| message)
            }
            (_, None) => self.sender.answer(place, rendered).await,
        }
    }

    /// Tells whoever expects an answer that their update could not be kept and is not acted on:
    /// why is `reply`.
    pub(super) async fn refuse(&self, incoming: Incoming, reply: &Reply) {
        if Request::read(&incoming, &self.settings.bot, &self.vocabulary).is_none() {
            return;
        }
        let rendered = i18n::render(reply, self.locale(&incoming.from, None));
        let (update, seen_at) = (incoming.update, self.clock.now());
        let job = Job {
            incoming,
            seen_at,
            late: false,
            interrupted: false,
            confirmed: false,
            interim: None,
        };
        if let Err(error) = self.send(&job, &rendered, true).await {
            tracing::warn!(%error, update, "a refusal was not sent");
        }
    }

    /// Says something that nobody asked for just now, in the language of whom it is for. `false` if
    /// it could not be said, and can be tried again.
    pub(super) async fn notify(&self, notice: &Notice) -> bool {
        let rendered = i18n::render(&notice.reply, self.locale_of(notice.to).await);
        let Err(error) = self.sender.notify(notice.place, &rendered).await else { return true };
        tracing::warn!(%error, person = %notice.to, "a notice was not sent");
        error.is_final()
    }

    /// Settles an update that was answered; what is not settled is answered again by the next
    /// process.
    pub(super) async fn settle(&self, update: u64, audit: &[AuditEntry]) {
        if let Err(error) = until_back(|| self.desk.settle(update, audit)).await {
            tracing::error!(%error, update, "an answered update could not be settled");
        }
    }

    /// The language of somebody who is not asking just now.
    pub(super) async fn locale_of(&self, id: TelegramId) -> Locale {
        let known = self.desk.know(id).await.ok();
        let (chosen, spoken) =
            known.map(|known| (known.language, known.spoken)).unwrap_or_default();
        let mut codes = [chosen, spoken].into_iter().flatten();
        codes.find_map(|code| Locale::negotiate(&code)).unwrap_or(self.settings.default_locale)
    }
}
