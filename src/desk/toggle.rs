//! The main job: switch, then say what became of it.

use std::borrow::Cow;

use futures_util::future::join_all;
use jiff::Timestamp;
use tokio::sync::OwnedMutexGuard;

use super::{
    Context, Desk, DeskError, Done, Held, Notice,
    locate::{Located, Row, group, ids, locate, place},
    switching::{self, Switching},
    turns::{Rivals, Turn},
};
use crate::{
    domain::{
        audit::{AuditEntry, AuditOutcome},
        command::SilentOrder,
        connection::Connection,
        dialog::DialogId,
        reply::Reply,
        silent_mode::Generation,
        supervisor::Supervisor,
        toggle::{Failed, Proof, Reason, Switched, Toggled},
    },
    portal::{Portal, PortalError},
};

/// One portal's share of an answer.
#[derive(Default)]
struct Share {
    rows: Vec<(usize, Toggled)>,
    audit: Vec<AuditEntry>,
    notices: Vec<Notice>,
    held: Vec<OwnedMutexGuard<()>>,
}

impl Desk {
    /// Switches dialogs and answers with what the portals said and what was read back, a row per
    /// dialog in the order they were named.
    pub async fn toggle(
        &self,
        who: &Supervisor,
        order: &SilentOrder,
        context: &Context,
    ) -> Result<Done, DeskError> {
        let until = order.lasting.map(|lasting| context.seen_at + lasting.duration());
        self.toggle_until(who, order, until, context).await
    }

    /// The same with an end that does not count from now.
    pub(super) async fn toggle_until(
        &self,
        who: &Supervisor,
        order: &SilentOrder,
        until: Option<Timestamp>,
        context: &Context,
    ) -> Result<Done, DeskError> {
        let mine = self.connections_of(who).await?;
        let (switch, lasting) = (order.switch, order.lasting);
        let refused = |failed| Toggled { order: switch, lasting, outcome: Err(Box::new(failed)) };
        let (groups, rows) = group(&mine, order.dialogs.clone(), refused);
        let work = groups.into_iter().map(|(connection, group)| {
            let label = mine.label(connection);
            self.toggle_on(connection, label, group, Timed { order, until }, context)
        });
        let mut whole = Share { rows, ..Share::default() };
        for share in join_all(work).await {
            let share = share?;
            whole.rows.extend(share.rows);
            whole.audit.extend(share.audit);
            whole.notices.extend(share.notices);
            whole.held.extend(share.held);
        }
        whole.rows.sort_by_key(|(number, _)| *number);
        let Share { rows, audit, notices, held } = whole;
        let rows = rows.into_iter().map(|(_, toggled)| toggled).collect();
        Ok(Done { reply: Reply::Toggled(rows), audit, notices, held: Held(held) })
    }

    /// One portal's share of an order: each dialog in its turn, the newest order first.
    async fn toggle_on(
        &self,
        connection: &Connection,
        label: Option<String>,
        group: Vec<Row>,
        timed: Timed<'_>,
        context: &Context,
    ) -> Result<Share, DeskError> {
        let order = timed.order;
        let known = connection.facts.generation;
        let portal = self.portal(connection).reporting_to(&context.progress);
        let located = locate(&portal, group).await;
        let turns = self.enter(connection, ids(&located), context);
        // In the order of their numbers, so that two orders never wait for each other.
        let mut held = Vec::with_capacity(turns.len());
        for (_, turn) in &turns {
            held.push(turn.wait().await);
        }
        let rivals = rivals(known);
        let wanted: Vec<DialogId> =
            turns.iter().filter(|(_, t)| t.rival(rivals).is_none()).map(|(id, _)| *id).collect();
        let checked = turns.clone();
        let portal = portal.unless(move || checked.iter().all(|(_, t)| t.rival(rivals).is_some()));
        let done = switching::switch(&portal, &wanted, order.switch, known).await;
        let connection = &self.remember(connection, done.generation, &portal).await?;

        let mut share = Share::default();
        for Located { row, dialog } in located {
            let turn = |id| turns.iter().find(|(known, _)| *known == id).map(|(_, turn)| turn);
            let rival = dialog.as_ref().ok().and_then(|id| turn(*id)?.rival(rivals));
            let unsent = dialog.as_ref().is_ok_and(|id| !wanted.contains(id));
            let result = match (dialog, rival) {
                (Err(error), _) => Err((None, Reason::Trouble(error.trouble(self.now())))),
                (Ok(id), Some(rival)) if unsent => {
                    Err((Some(id), Reason::Superseded { by: rival.by }))
                }
                (Ok(id), rival) => match done.outcome(id, order.switch) {
                    Ok(proof) => Ok((id, proof)),
                    Err(PortalError::Superseded) => {
                        let by = rival.and_then(|rival| rival.by);
                        Err((Some(id), Reason::Superseded { by }))
                    }
                    Err(error) => Err((Some(id), Reason::Trouble(error.trouble(self.now())))),
                },
            };
            let (id, acted) = match &result {
                Ok((id, _)) => (Some(*id), true),
                Err((id, reason)) => (*id, outcome_of(reason).may_have_acted()),
            };
            if let Some(turn) = id.and_then(turn).filter(|_| acted) {
                turn.carried_out(self.now());
            }
            let row = Outcome { row, result, label: label.clone() };
            self.conclude(connection, &done, row, timed, context, &mut share).await?;
        }
        share.held = held;
        Ok(share)
    }

    /// Enters an order for each dialog, once however often it was named, by their numbers.
    fn enter(
        &self,
        connection: &Connection,
        mut ids: Vec<DialogId>,
        context: &Context,
    ) -> Vec<(DialogId, Turn)> {
        ids.sort_unstable();
        ids.dedup();
        let (portal, user) = (connection.portal(), connection.access.user());
        ids.into_iter()
            .map(|id| (id, self.turns.enter(&portal, id, user, context.update, &context.name)))
            .collect()
    }

    /// Adds a dialog's row, its entry in the log, and its timer.
    async fn conclude(
        &self,
        connection: &Connection,
        done: &Switching,
        outcome: Outcome,
        timed: Timed<'_>,
        context: &Context,
        share: &mut Share,
    ) -> Result<(), DeskError> {
        let Outcome { row: Row { number, reference }, result, label } = outcome;
        let order = timed.order;
        let at = |id| place(connection, id, done.title(id), label.clone());
        let outcome = match result {
            Err((id, reason)) => {
                self.note_failure(connection, &reason).await?;
                if let Some(id) = id {
                    let entry = self.entry(connection, id, order, context, outcome_of(&reason));
                    share.audit.push(entry);
                }
                Err(Box::new(Failed { reference, place: id.map(at), reason }))
            }
            Ok((id, proof)) => {
                let entry = self.entry(connection, id, order, context, proven(proof));
                share.audit.push(entry);
                let (place, generation) = (at(id), done.generation);
                let was = self.state_of(connection, id, generation, done.before(id));
                let lasting = order.lasting.filter(|_| proof != Proof::Contradicted);
                let end = lasting.zip(timed.until);
                let notices = self
                    .reschedule(connection, &place, order.switch, end, generation, context)
                    .await?;
                share.notices.extend(notices);
                self.watch(connection, &place, (order.switch, proof), generation, context);
                let card = self.card_after(connection, done, id, label);
                let is = self.state_of(connection, id, generation, card.silent);
                let back = was.filter(|was| proof == Proof::ReadBack && is != Some(*was));
                Ok(Switched { card: Box::new(card), proof, lasting, back })
            }
        };
        share.rows.push((number, Toggled { order: order.switch, lasting: order.lasting, outcome }));
        Ok(())
    }

    fn entry(
        &self,
        connection: &Connection,
        dialog: DialogId,
        order: &SilentOrder,
        context: &Context,
        outcome: AuditOutcome,
    ) -> AuditEntry {
        AuditEntry {
            update: context.update,
            at: self.now(),
            who: connection.owner,
            name: context.name.to_string(),
            place: Some(context.place),
            portal: connection.portal(),
            user: connection.access.user(),
            dialog,
            order: order.switch,
            lasting: order.lasting,
            reason: order.reason.clone(),
            outcome,
            took_ms: u64::try_from(context.began.elapsed().as_millis()).unwrap_or(u64::MAX),
        }
    }

    /// Keeps what was learned of a portal while it was used: its generation, its new address. The
    /// connection as it is from now on.
    pub(super) async fn remember<'a>(
        &self,
        connection: &'a Connection,
        generation: Generation,
        portal: &Portal<'_>,
    ) -> Result<Cow<'a, Connection>, DeskError> {
        let (host, mut now) = (connection.portal(), Cow::Borrowed(connection));
        if generation != connection.facts.generation {
            tracing::info!(portal = %host, ?generation, "the portal's generation is known");
            self.records.update_generation(connection.owner, connection.id, generation).await?;
            now.to_mut().facts.generation = generation;
        }
        if let Some(address) = portal.moved() {
            tracing::info!(from = %host, to = %address, "the portal has moved");
            let moved = address.host();
            let access = now.access.clone().moved_to(address.clone());
            now.to_mut().access = access;
            self.records.update_address(connection.owner, connection.id, address).await?;
            self.schedule.moved(connection.owner, &host, &moved);
            self.watched.moved(connection.owner, &host, &moved);
        }
        Ok(now)
    }
}

/// An order, and when the silence is over.
#[derive(Clone, Copy)]
struct Timed<'a> {
    order: &'a SilentOrder,
    until: Option<Timestamp>,
}

/// What came of one dialog, before it is put into a row.
struct Outcome {
    row: Row,
    result: Result<(DialogId, Proof), (Option<DialogId>, Reason)>,
    label: Option<String>,
}

/// Whose orders can take the place of one on a portal of this generation.
pub(super) fn rivals(generation: Generation) -> Rivals {
    match generation {
        Generation::ChatWide => Rivals::All,
        Generation::Personal | Generation::Unknown => Rivals::Own,
    }
}

pub(super) fn proven(proof: Proof) -> AuditOutcome {
    match proof {
        Proof::ReadBack => AuditOutcome::Done,
        Proof::SaidOnly => AuditOutcome::SaidOnly,
        Proof::Contradicted => AuditOutcome::Contradicted,
    }
}

pub(super) fn outcome_of(reason: &Reason) -> AuditOutcome {
    match reason {
        Reason::Superseded { .. } => AuditOutcome::Superseded,
        Reason::Trouble(trouble) if trouble.may_have_acted() => AuditOutcome::Unclear,
        _ => AuditOutcome::Failed,
    }
}
