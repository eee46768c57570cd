//! CRM cards where dialogs are asked for: the one dialog of a card, or a choice.

use super::{Connections, Context, Desk, DeskError, locate::place, picker::no_picker};
use crate::{
    domain::{
        connection::Connection,
        crm::CrmCard,
        dialog::{DialogId, DialogRef, Target},
        picker::{Picker, PickerRow, Source, Wanted},
        reply::Reply,
        supervisor::Supervisor,
        toggle::Reason,
    },
    portal::{Portal, PortalError},
};

/// The most dialogs of a card that are offered: what one request reads.
const OFFERED: usize = 20;

/// What dialogs are meant.
#[derive(Debug)]
pub enum Which {
    /// These.
    Dialogs(Vec<DialogRef>),
    /// A card does not lead to exactly one; nothing was done.
    Unclear(Reply),
}

impl Desk {
    /// Puts the only open dialog of each CRM card in the card's place. Where a card has several,
    /// they are offered; where it has none, or can't be asked about, that is the answer.
    pub async fn settle_cards(
        &self,
        who: &Supervisor,
        mut dialogs: Vec<DialogRef>,
        context: &Context,
    ) -> Result<Which, DeskError> {
        if !dialogs.iter().any(|dialog| matches!(dialog.target, Target::Crm(_))) {
            return Ok(Which::Dialogs(dialogs));
        }
        let mine = self.connections_of(who).await?;
        for dialog in &mut dialogs {
            let Target::Crm(card) = dialog.target else { continue };
            let source = || Source::Crm(dialog.clone());
            let unclear = |reason| {
                let reply = no_picker(Wanted::default(), source(), Vec::new(), reason);
                Ok(Which::Unclear(reply))
            };
            let connection = match mine.pick(&dialog.via) {
                Ok(connection) => connection,
                Err(reason) => return unclear(reason),
            };
            let portal = self.portals.via(&connection.access).reporting_to(&context.progress);
            match self.card_rows(card, connection, &mine, &portal).await {
                Err(error) => return unclear(Reason::Trouble(error.trouble(self.now()))),
                Ok(rows) => match rows.as_slice() {
                    [one] => dialog.target = Target::Chat(one.place.dialog),
                    _ => return Ok(Which::Unclear(offer(source(), connection, &mine, rows))),
                },
            }
        }
        let mut seen = std::collections::HashSet::new();
        dialogs.retain(|dialog| seen.insert(dialog.clone()));
        Ok(Which::Dialogs(dialogs))
    }

    /// The open dialogs of a card; with their names and states only where there is a choice.
    async fn card_rows(
        &self,
        card: CrmCard,
        connection: &Connection,
        mine: &Connections,
        portal: &Portal<'_>,
    ) -> Result<Vec<PickerRow>, PortalError> {
        let mut ids = portal.card_dialogs(card).await?;
        ids.truncate(OFFERED);
        let row = |id: DialogId, title, silent| PickerRow {
            place: place(connection, id, title, mine.label(connection)),
            silent,
            age: None,
            waits: false,
            closed: false,
        };
        if let [only] = ids.as_slice() {
            return Ok(vec![row(*only, None, None)]);
        }
        let readings = portal.read_all(&ids).await?;
        let generation = connection.facts.generation;
        Ok(ids
            .iter()
            .zip(readings)
            .map(|(id, read)| match read {
                Ok(read) => row(*id, read.title, read.reading.silent(generation)),
                Err(_) => row(*id, None, None),
            })
            .collect())
    }
}

fn offer(
    source: Source,
    connection: &Connection,
    mine: &Connections,
    rows: Vec<PickerRow>,
) -> Reply {
    Reply::Dialogs(Box::new(Picker {
        wanted: Wanted::default(),
        source,
        tag: connection.access.address().tag(),
        portal: mine.label(connection),
        others: Vec::new(),
        pages: 1,
        total: rows.len(),
        rows,
    }))
}
