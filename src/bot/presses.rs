//! Presses of a card's buttons: whether the card may still be acted on, and for whom its answer is.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use futures_util::future::{Either, select};
use jiff::{SignedDuration, Timestamp};
use teloxide::types::CallbackQueryId;

use super::{
    authorise::Order,
    handlers::By,
    incoming::{Content, Incoming},
    pipeline::{Answered, Job, Pipeline},
};
use crate::{
    desk::{CardState, Context, DeskError, Done, until_back},
    domain::{
        card::Back,
        chat::ChatPlace,
        dialog::DialogRef,
        reply::Reply,
        silent_mode::Switch,
        supervisor::Supervisor,
        toggle::{Failed, Reason, Toggled},
    },
    i18n::{self, Locale},
};

/// For how long the spinner may turn while it is not known whom an answer is for: Telegram waits
/// some seconds, and after three the card says that the work goes on.
const UNDECIDED: Duration = Duration::from_secs(2);

/// How many cards are remembered, and for how long: past that age a card is old anyway.
const MOST: usize = 10_000;
const REMEMBERED: SignedDuration = SignedDuration::from_mins(15);

/// When cards were last found to be up to date. Telegram does not date an edit that changes
/// nothing, so a card that still shows the state would stay old for ever.
#[derive(Debug, Default)]
pub(super) struct Refreshed(Mutex<HashMap<(i64, i32), Timestamp>>);

impl Refreshed {
    fn of(&self, place: ChatPlace) -> Option<Timestamp> {
        self.lock().get(&(place.chat, place.message)).copied()
    }

    /// Remembers that a card shows what is so now, and has shown it before.
    pub(super) fn note(&self, place: ChatPlace, now: Timestamp) {
        let mut cards = self.lock();
        if cards.len() >= MOST {
            cards.retain(|_, at| now.duration_since(*at) <= REMEMBERED);
        }
        if cards.len() < MOST {
            cards.insert((place.chat, place.message), now);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<(i64, i32), Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pipeline {
    /// What becomes of a pressed order for dialogs instead of being carried out: a card that is
    /// old is brought up to date, and who pressed is told so; somebody whom it does not concern is
    /// told that, and nobody else. `None` if it is to be carried out.
    pub(super) async fn instead(
        &self,
        order: &Order,
        job: &Job,
        by: By<'_>,
        context: &Context,
    ) -> Result<Option<Answered>, DeskError> {
        let Content::Press { query, shown, .. } = &job.incoming.content else { return Ok(None) };
        if let Order::RunOld(who, update) = order {
            let Some(order) = self.old_order(who, *update, by).await? else { return Ok(None) };
            let instead = self.judge(&order, (query, *shown), (job, false), by, context).await?;
            if instead.as_ref().is_some_and(|answered| !answered.aside) {
                // The card has buttons of its own; what came too late is not run any more.
                self.desk.take_offer(*update).await?;
                until_back(|| self.desk.settle(*update, &[])).await?;
            }
            return Ok(instead);
        }
        let late = job.late && !job.confirmed;
        self.judge(order, (query, *shown), (job, late), by, context).await
    }

    async fn judge(
        &self,
        order: &Order,
        (query, shown): (&CallbackQueryId, Option<Timestamp>),
        (job, late): (&Job, bool),
        by: By<'_>,
        context: &Context,
    ) -> Result<Option<Answered>, DeskError> {
        let Some((who, dialogs, changes)) = card_order(order) else { return Ok(None) };
        let place = job.incoming.place;
        let shown = shown.max(self.refreshed.of(place));
        match self.desk.card_state(who, dialogs, shown, job.seen_at).await? {
            CardState::NotTheirs(reason) if !place.private => {
                Ok(Some(Answered::aside(not_theirs(order, dialogs, &reason), by.locale)))
            }
            CardState::Old if changes => {
                self.refresh(who, dialogs, query, by, context).await.map(Some)
            }
            // It may have been pressed long ago.
            CardState::Fresh if changes && late => {
                self.refresh(who, dialogs, query, by, context).await.map(Some)
            }
            _ => Ok(None),
        }
    }

    async fn refresh(
        &self,
        who: &Supervisor,
        dialogs: &[DialogRef],
        query: &CallbackQueryId,
        by: By<'_>,
        context: &Context,
    ) -> Result<Answered, DeskError> {
        let toast = i18n::render(&Reply::OldCard, by.locale).toast;
        let telling = self.sender().answer_press(query.clone(), toast.as_deref());
        let reading = self.desk.status(who, dialogs.to_vec(), context);
        let (reply, ()) = futures_util::future::join(reading, telling).await;
        Ok(Answered::new(reply?, by.locale))
    }

    /// Acts, and ends the spinner of a press meanwhile. In a group it is ended only when it is
    /// known that the answer is for all: what keeps one person from a dialog is told to them alone.
    pub(super) async fn act_and_acknowledge(
        &self,
        order: Order,
        by: By<'_>,
        incoming: &Incoming,
        context: &Context,
    ) -> Result<(Done, Locale, bool), DeskError> {
        let pressed = matches!(incoming.content, Content::Press { .. });
        let mut acting = Box::pin(self.act_on(order, by, context));
        if pressed && !incoming.place.private {
            let undecided = std::pin::pin!(tokio::time::sleep(UNDECIDED));
            if let Either::Left((acted, _)) = select(&mut acting, undecided).await {
                let (done, locale) = acted?;
                let aside = is_ones_own(&done.reply);
                if !aside {
                    self.acknowledge(incoming).await;
                }
                return Ok((done, locale, aside));
            }
        }
        let acknowledge = self.acknowledge(incoming);
        let (acted, ()) = futures_util::future::join(acting, acknowledge).await;
        let (done, locale) = acted?;
        Ok((done, locale, false))
    }
}

/// What whoever pressed is told where it is none of their portals.
fn not_theirs(order: &Order, dialogs: &[DialogRef], reason: &Reason) -> Reply {
    let failed = |dialog: &DialogRef| {
        Box::new(Failed { reference: dialog.clone(), place: None, reason: reason.clone() })
    };
    let order = match order {
        Order::Silent(_, order) => order.switch,
        Order::Undo(_, _, back) => Switch::to(*back != Back::Off),
        _ => return Reply::Status(dialogs.iter().map(|dialog| Err(failed(dialog))).collect()),
    };
    let row = |dialog| Toggled { order, lasting: None, outcome: Err(failed(dialog)) };
    Reply::Toggled(dialogs.iter().map(row).collect())
}

/// Whose order a card's button is, for which dialogs, and whether it changes anything.
fn card_order(order: &Order) -> Option<(&Supervisor, &[DialogRef], bool)> {
    match order {
        Order::Silent(who, order) => Some((who, &order.dialogs, true)),
        Order::Undo(who, dialog, _) => Some((who, std::slice::from_ref(dialog), true)),
        Order::Status(who, dialogs) => Some((who, dialogs, false)),
        _ => None,
    }
}

/// Whether all that an answer says is what keeps one person from the dialogs.
fn is_ones_own(reply: &Reply) -> bool {
    let own = |failed: &Failed| failed.reason.is_ones_own();
    match reply {
        Reply::Toggled(rows) => {
            let failed = |row: &Toggled| row.outcome.as_ref().is_err_and(|failed| own(failed));
            !rows.is_empty() && rows.iter().all(failed)
        }
        Reply::Status(rows) => {
            !rows.is_empty() && rows.iter().all(|row| row.as_ref().is_err_and(|failed| own(failed)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_remembered_for_as_long_as_that_makes_it_fresh() {
        let refreshed = Refreshed::default();
        let at = |second| Timestamp::from_second(second).unwrap();
        let place = |message| ChatPlace { chat: 5, private: true, thread: None, message };
        refreshed.note(place(1), at(10));
        refreshed.note(place(1), at(20));
        assert_eq!((refreshed.of(place(1)), refreshed.of(place(2))), (Some(at(20)), None));
        for message in 2..=i32::try_from(MOST).unwrap() {
            refreshed.note(place(message), at(30));
        }
        refreshed.note(place(0), at(20 + 15 * 60));
        assert_eq!(refreshed.of(place(0)), None, "all that is remembered may still be of use");
        refreshed.note(place(0), at(21 + 15 * 60));
        assert_eq!(
            (refreshed.of(place(1)), refreshed.of(place(0))),
            (None, Some(at(21 + 15 * 60)))
        );
    }
}
