//! From what somebody asks to the answer: authorise, then act.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

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
    desk::{Context, DeskError, Done, Known, Progress, until_back},
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

/// The longest language tag that is kept, in bytes; Telegram's have five at most.
const LONGEST_CODE: usize = 35;

impl Pipeline {
    /// Authorises and acts. A mistake of ours becomes an answer with a reference. While the store
    /// is away an order waits, and is begun anew then, as by a restart; one that has waited for
    /// long is offered.
    pub(super) async fn answer(&self, asked: Asked, job: &Job, progress: Progress) -> Answered {
        let from = &job.incoming.from;
        let begun = AtomicBool::new(false);
        let answered = until_back(async || {
            let again = begun.swap(true, Ordering::Relaxed);
            let interrupted = job.interrupted || (again && self.is_long_ago(job));
            let job = Job { interrupted, ..job.clone() };
            let known = self.desk.know(from.id).await?;
            self.answer_known(asked.clone(), &job, &known, progress.clone()).await
        });
        answered.await.unwrap_or_else(|error| {
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
        self.note_language(&incoming.from, known).await;
        let order = match authorise(asked, asker(incoming, known)) {
            Ok(order) => order,
            Err(denial) => return Ok(self.deny(denial, incoming, locale)),
        };
        let by = By { from: &incoming.from, known, locale };
        let context = context(job, progress);
        if let Some(answered) = self.instead(&order, job, by, &context).await? {
            return Ok(answered);
        }
        if order.must_be_fresh() && self.is_old(job) {
            let (reply, ()) = (self.offer(job).await?, self.acknowledge(incoming).await);
            return Ok(Answered { offered: true, ..Answered::new(reply, locale) });
        }
        if matches!(order, Order::Explain(_)) {
            let (done, locale) = self.act(order, by, &context).await?;
            return Ok(Answered::aside(done.reply, locale));
        }
        let names_who = !incoming.place.private && order.must_be_fresh();
        let acted = self.act_and_acknowledge(order, by, incoming, &context).await?;
        let (Done { reply, audit, notices, held }, locale, aside) = acted;
        self.raise_alarms(&reply, &audit);
        self.refresh_menu(&reply, incoming, locale);
        let reply = if names_who && !aside { signed(reply, &incoming.from.name) } else { reply };
        Ok(Answered { aside, audit, notices, held, ..Answered::new(reply, locale) })
    }

    /// Acts; of an order that came too late, on what was ordered then.
    pub(super) async fn act_on(
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
        let Some(order) = self.old_order(who, update, by).await? else { return gone };
        if !self.desk.take_offer(update).await? {
            return gone;
        }
        let context = &Context { order: update, ..context.clone() };
        // It is not offered any more: who tried again would not find it.
        let done = until_back(|| self.act(order.clone(), by, context)).await?;
        until_back(|| self.desk.settle(update, &[])).await?;
        Ok(done)
    }

    /// What somebody ordered that came too late, if it is kept and was theirs.
    pub(super) async fn old_order(
        &self,
        who: &Supervisor,
        update: u64,
        by: By<'_>,
    ) -> Result<Option<Order>, DeskError> {
        let Some(offer) = self.desk.offered(update).await? else { return Ok(None) };
        let theirs = Incoming::from_bytes(&offer).filter(|old| old.from.id == who.id());
        let Some(old) = theirs else { return Ok(None) };
        let request = Request::read(&old, &self.settings.bot, &self.vocabulary);
        let order = request.map(|request| authorise(request.asked, asker(&old, by.known)));
        Ok(order.and_then(Result::ok).filter(|order| !matches!(order, Order::RunOld(..))))
    }

    fn is_long_ago(&self, job: &Job) -> bool {
        self.clock.now().duration_since(job.seen_at) > self.settings.old_after
    }

    /// Whether an update was under way for so long that an order in it is a question.
    fn is_old(&self, job: &Job) -> bool {
        !job.confirmed && (job.late || job.interrupted || self.came_late(job))
    }

    /// Whether a message was too old already when it was first seen.
    fn came_late(&self, job: &Job) -> bool {
        let under_way = |date| job.seen_at.duration_since(date) > self.settings.old_after;
        job.incoming.date.is_some_and(under_way)
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
        // What came late was not run by anybody: it was to be offered.
        let interrupted = job.interrupted && !self.came_late(job);
        let began = date.or(interrupted.then_some(job.seen_at));
        let age = began.map_or(self.settings.old_after, |at| self.clock.now().duration_since(at));
        Ok(Reply::OldOrder(OldOrder { update: *update, age, text, interrupted }))
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

    /// Keeps the language of somebody's Telegram when it is new, for what the bot says by itself.
    async fn note_language(&self, from: &From, known: &Known) {
        let code = from.language_code.as_deref().filter(|code| code.len() <= LONGEST_CODE);
        let Some(code) = code.filter(|_| known.role.is_some()) else { return };
        if known.spoken.as_deref() == Some(code) {
            return;
        }
        if let Err(error) = self.desk.set_spoken(from.id, code).await {
            tracing::error!(%error, "a language could not be kept");
        }
        // Nobody listens only while the process ends.
        let _ = self.menus.send(Changed { id: from.id, locale: None });
    }

    /// The language to answer in: chosen, else the person's own in Telegram, else the default.
    pub(super) fn locale(&self, from: &From, known: Option<&Known>) -> Locale {
        let own = from.language_code.as_deref().and_then(Locale::negotiate);
        let chosen = known.and_then(|known| known.language.as_deref());
        chosen
            .and_then(Locale::negotiate)
            .or_else(|| self.strangers.locale(from.id))
            .or(own)
            .unwrap_or(self.settings.default_locale)
    }
}

/// An answer with the name of whoever acted, for a group.
fn signed(reply: Reply, name: &str) -> Reply {
    match reply {
        Reply::Toggled(_) | Reply::Whispered(_) => {
            Reply::By { name: name.to_owned(), inner: Box::new(reply) }
        }
        other => other,
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
