//! The main job: switch, then read back what became of it.

use std::collections::HashMap;

use futures_util::{StreamExt as _, future::join_all, stream};

use super::{
    Desk, DeskError,
    locate::{AT_ONCE, Located, Row, group, ids, locate, place},
};
use crate::{
    domain::{
        connection::Connection,
        dialog::{DialogId, DialogRef},
        reply::Reply,
        silent_mode::{Generation, Reading, Switch, generation_after},
        supervisor::Supervisor,
        toggle::{Failed, Proof, Reason, Switched, Toggled},
    },
    portal::{DialogReading, Portal, PortalError},
};

type Readings = HashMap<DialogId, DialogReading>;
type Answers = HashMap<DialogId, Result<(), PortalError>>;

impl Desk {
    /// Switches dialogs and answers with what the portals said and what was read back, a row per
    /// dialog in the order they were named.
    pub async fn toggle(
        &self,
        who: &Supervisor,
        dialogs: Vec<DialogRef>,
        order: Switch,
    ) -> Result<Reply, DeskError> {
        let mine = self.connections_of(who).await?;
        let (groups, mut rows) =
            group(&mine, dialogs, |failed| Toggled { order, outcome: Err(Box::new(failed)) });
        let work = groups.into_iter().map(|(connection, group)| {
            let label = mine.label(connection);
            self.toggle_on(connection, label, group, order)
        });
        for answered in join_all(work).await {
            rows.extend(answered?);
        }
        rows.sort_by_key(|(number, _)| *number);
        Ok(Reply::Toggled(rows.into_iter().map(|(_, toggled)| toggled).collect()))
    }

    /// One portal's share of an order.
    async fn toggle_on(
        &self,
        connection: &Connection,
        label: Option<String>,
        group: Vec<Row>,
        order: Switch,
    ) -> Result<Vec<(usize, Toggled)>, DeskError> {
        let portal = self.portals.via(&connection.webhook);
        let located = locate(&portal, group).await;
        let known = connection.facts.generation;
        let done = carry_out(&portal, &ids(&located), order, known).await;
        self.remember(connection, done.generation, &portal).await?;

        let at = |dialog| place(connection, dialog, done.title(dialog), label.clone());
        let failed = |reference, dialog: Option<DialogId>, error: &PortalError| {
            let reason = Reason::Trouble(error.trouble(self.now()));
            Err(Box::new(Failed { reference, place: dialog.map(at), reason }))
        };
        let outcome = |reference, dialog| match dialog {
            Err(error) => failed(reference, None, &error),
            Ok(dialog) => match done.answers.get(&dialog) {
                Some(Err(error)) => failed(reference, Some(dialog), error),
                _ => Ok(Switched {
                    place: at(dialog),
                    generation: done.generation,
                    proof: done.proof(dialog, order),
                }),
            },
        };
        let rows = located.into_iter().map(|Located { row, dialog }| {
            (row.number, Toggled { order, outcome: outcome(row.reference, dialog) })
        });
        Ok(rows.collect())
    }

    /// Keeps what was learned of a portal while it was used: its generation, its new address.
    pub(super) async fn remember(
        &self,
        connection: &Connection,
        generation: Generation,
        portal: &Portal<'_>,
    ) -> Result<(), DeskError> {
        let host = connection.portal();
        if generation != connection.facts.generation {
            tracing::info!(portal = %host, ?generation, "the portal's generation is known");
            self.records.update_generation(connection.owner, connection.id, generation).await?;
        }
        if let Some(address) = portal.moved() {
            tracing::info!(from = %host, to = %address, "the portal has moved");
            self.records.update_address(connection.owner, connection.id, address).await?;
        }
        Ok(())
    }
}

/// What a portal answered to an order, and what was read before and after.
struct Done {
    answers: Answers,
    before: Readings,
    after: Readings,
    generation: Generation,
}

/// Switches the dialogs and reads back those that the portal said `true` to.
async fn carry_out(
    portal: &Portal<'_>,
    ids: &[DialogId],
    order: Switch,
    known: Generation,
) -> Done {
    // What a switch does to the field tells the generation, if the field was seen before.
    let before = match known {
        Generation::Unknown => read_all(portal, ids).await,
        Generation::ChatWide | Generation::Personal => Readings::new(),
    };
    let answers = switch_all(portal, ids, order).await;
    let taken: Vec<DialogId> =
        ids.iter().copied().filter(|id| matches!(answers.get(id), Some(Ok(())))).collect();
    let after = read_all(portal, &taken).await;
    let generation = after.iter().fold(known, |known, (id, after)| {
        let before = before.get(id).map(|read| read.reading);
        generation_after(known, before, order, after.reading)
    });
    Done { answers, before, after, generation }
}

impl Done {
    fn title(&self, dialog: DialogId) -> Option<String> {
        let read = self.after.get(&dialog).or_else(|| self.before.get(&dialog))?;
        read.title.clone()
    }

    /// How far the order is proven where the portal said `true`.
    fn proof(&self, dialog: DialogId, order: Switch) -> Proof {
        let reading = self.after.get(&dialog).map_or_else(Reading::default, |read| read.reading);
        match reading.silent(self.generation) {
            None => Proof::SaidOnly,
            Some(silent) if silent == order.is_on() => Proof::ReadBack,
            Some(_) => Proof::Contradicted,
        }
    }
}

async fn switch_all(portal: &Portal<'_>, ids: &[DialogId], order: Switch) -> Answers {
    let switch = |id: DialogId| async move { (id, portal.switch(id, order).await) };
    stream::iter(ids.iter().copied()).map(switch).buffer_unordered(AT_ONCE).collect().await
}

/// What can be read; a dialog that can't is left out.
async fn read_all(portal: &Portal<'_>, ids: &[DialogId]) -> Readings {
    if ids.is_empty() {
        return Readings::new();
    }
    match portal.read_all(ids).await {
        Ok(readings) => {
            ids.iter().copied().zip(readings).filter_map(|(id, r)| Some((id, r.ok()?))).collect()
        }
        Err(error) => {
            tracing::info!(%error, "the dialogs' state can't be read");
            Readings::new()
        }
    }
}
