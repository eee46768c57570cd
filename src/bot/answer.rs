//! From what somebody asks to the answer: authorise, then act.

use std::{sync::Arc, time::Instant};

use secrecy::ExposeSecret as _;

use super::{
    authorise::{Asked, Asker, Order, authorise},
    handlers::By,
    incoming::{Content, Incoming, Sender as From},
    menus::Changed,
    pipeline::{Answered, Job, Pipeline},
    reference::internal_error,
    request::Request,
};
use crate::{
    desk::{Context, DeskError, Done, Known, Progress},
    domain::{
        audit::AuditEntry,
        reply::{Alarm, OldOrder, Reply},
        supervisor::{Denial, Supervisor},
        toggle::Reason,
        trouble::Trouble,
        webhook::holds_webhook_secret,
    },
    i18n::Locale,
};

/// How much of an old order's text is shown, in characters.
const SHOWN: usize = 200;

impl Pipeline {
    /// Authorises and acts. A mistake of ours becomes an answer with a reference.
    pub(super) async fn answer(&self, asked: Asked, job: &Job, progress: Progress) -> Answered {
        let from = &job.incoming.from;
        let answered = match self.desk.know(from.id).await {
            Ok(known) => self.answer_known(asked, job, &known, progress).await,
            Err(error) => Err(error),
        };
        answered.unwrap_or_else(|error| {
            let reply = internal_error("an order failed", error);
            Answered::new(reply, self.locale(from, None))
        })
    }

    async fn answer_known(
        &self,
        asked: Asked,
        job: &Job,
        known: &Known,
        progress: Progress,
    ) -> Result<Answered, DeskError> {
        let incoming = &job.incoming;
        let locale = self.locale(&incoming.from, Some(known));
        let order = match authorise(asked, asker(incoming, known)) {
            Ok(order) => order,
            Err(denial) => return Ok(self.deny(denial, incoming, locale)),
        };
        if order.must_be_fresh() && self.is_old(job) {
            let (reply, ()) = (self.offer(job).await?, self.acknowledge(incoming).await);
            return Ok(Answered { offered: true, ..Answered::new(reply, locale) });
        }
        let by = By { from: &incoming.from, known, locale };
        let context = context(job, progress);
        if matches!(order, Order::Explain(_)) {
            let (done, locale) = self.act(order, by, &context).await?;
            return Ok(Answered::aside(done.reply, locale));
        }
        let acting = self.act_on(order, by, &context);
        let (acted, ()) = futures_util::future::join(acting, self.acknowledge(incoming)).await;
        let (Done { reply, audit, notices, held }, locale) = acted?;
        self.raise_alarms(&reply, &audit);
        self.refresh_menu(&reply, incoming, locale);
        Ok(Answered { audit, notices, held, ..Answered::new(reply, locale) })
    }

    /// Acts; of an order that came too late, on what was ordered then.
    async fn act_on(
        &self,
        order: Order,
        by: By<'_>,
        context: &Context,
    ) -> Result<(Done, Locale), DeskError> {
        match order {
            Order::RunOld(who, update) => self.run_old(&who, update, by, context).await,
            order => self.act(order, by, context).await,
        }
    }

    /// Runs an order that came too late, for whoever gave it and nobody else, once.
    async fn run_old(
        &self,
        who: &Supervisor,
        update: u64,
        by: By<'_>,
        context: &Context,
    ) -> Result<(Done, Locale), DeskError> {
        let gone = Ok((Reply::OldOrderGone.into(), by.locale));
        let Some(offer) = self.desk.offered(update).await? else { return gone };
        let theirs = Incoming::from_bytes(&offer).filter(|old| old.from.id == who.id());
        let Some(old) = theirs else { return gone };
        let request = Request::read(&old, &self.settings.bot, &self.vocabulary);
        let order = request.map(|request| authorise(request.asked, asker(&old, by.known)));
        let Some(Ok(order)) = order else { return gone };
        if matches!(order, Order::RunOld(..)) || !self.desk.take_offer(update).await? {
            return gone;
        }
        let context = &Context { order: update, ..context.clone() };
        let done = self.act(order, by, context).await?;
        self.desk.settle(update, &[]).await?;
        Ok(done)
    }

    /// Whether an update was under way for so long that an order in it is a question.
    fn is_old(&self, job: &Job) -> bool {
        let under_way = |date| job.seen_at.duration_since(date) > self.settings.old_after;
        !job.confirmed && (job.late || job.incoming.date.is_some_and(under_way))
    }

    async fn offer(&self, job: &Job) -> Result<Reply, DeskError> {
        let Incoming { update, date, content, .. } = &job.incoming;
        self.desk.offer(*update).await?;
        let text = match content {
            Content::Text(text) if !holds_webhook_secret(text.expose_secret()) => {
                Some(text.expose_secret().chars().take(SHOWN).collect())
            }
            _ => None,
        };
        let now = self.clock.now();
        let age = date.map_or(self.settings.old_after, |date| now.duration_since(date));
        Ok(Reply::OldOrder(OldOrder { update: *update, age, text }))
    }

    fn deny(&self, denial: Denial, incoming: &Incoming, locale: Locale) -> Answered {
        let id = incoming.from.id;
        let pressed = matches!(incoming.content, Content::Press { .. });
        match denial {
            Denial::Stranger if pressed || self.strangers.may_tell(id, self.clock.now()) => {
                Answered::aside(Reply::Stranger { id }, locale)
            }
            Denial::Stranger => {
                Answered { reply: None, ..Answered::aside(Reply::Stranger { id }, locale) }
            }
            other => Answered::aside(Reply::Denied(other), locale),
        }
    }

    /// Has somebody's menu of commands set anew where their role or language has changed.
    fn refresh_menu(&self, reply: &Reply, incoming: &Incoming, locale: Locale) {
        let own = Changed { id: incoming.from.id, locale: Some(locale) };
        let changed = match reply {
            // Whoever greets may have begun the chat only now.
            Reply::Welcome { .. } | Reply::LetIn { .. } | Reply::LanguageChanged => own,
            Reply::Revoked { id, .. } => Changed { id: *id, locale: None },
            _ => return,
        };
        // Nobody listens only while the process ends.
        let _ = self.menus.send(changed);
    }

    /// Tells the admins of what only they can mend.
    fn raise_alarms(&self, reply: &Reply, audit: &[AuditEntry]) {
        let Reply::Toggled(rows) = reply else { return };
        for row in rows {
            let Err(failed) = &row.outcome else { continue };
            if failed.reason == Reason::Trouble(Trouble::BlockedByVendor) {
                // A reply names the portal only where there could be a doubt; the log always does.
                let dialog = failed.place.as_ref().map(|place| place.dialog);
                let entry = audit.iter().find(|entry| Some(entry.dialog) == dialog);
                let portal = entry.map(|entry| entry.portal.clone());
                // Nobody listens only while the process ends.
                let _ =
                    self.alarms.send(Alarm::PortalBlocked { portal: portal.unwrap_or_default() });
            }
        }
    }

    /// The language to answer in: chosen, else the person's own in Telegram, else the default.
    pub(super) fn locale(&self, from: &From, known: Option<&Known>) -> Locale {
        let own = from.language_code.as_deref().and_then(Locale::negotiate);
        if let (Some(own), Some(Known { role: Some(_), .. })) = (own, known)
            && self.speakers.note(from.id, own)
        {
            // Nobody listens only while the process ends.
            let _ = self.menus.send(Changed { id: from.id, locale: None });
        }
        let chosen = known.and_then(|known| known.language.as_deref());
        chosen
            .and_then(Locale::negotiate)
            .or_else(|| self.strangers.locale(from.id))
            .or(own)
            .unwrap_or(self.settings.default_locale)
    }
}

fn asker(incoming: &Incoming, known: &Known) -> Asker {
    Asker { id: incoming.from.id, role: known.role, private: incoming.place.private }
}

fn context(job: &Job, progress: Progress) -> Context {
    let incoming = &job.incoming;
    Context {
        seen_at: job.seen_at,
        update: incoming.update,
        order: incoming.update,
        name: Arc::from(incoming.from.name.as_str()),
        place: incoming.place,
        began: Instant::now(),
        progress,
    }
}
