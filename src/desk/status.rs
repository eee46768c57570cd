//! A dialog's state, asked and not changed.

use futures_util::future::join_all;

use super::{
    Context, Desk, DeskError,
    locate::{Located, Row, group, ids, locate},
};
use crate::{
    domain::{
        card::Card,
        connection::Connection,
        dialog::DialogRef,
        reply::Reply,
        silent_mode::Generation,
        supervisor::Supervisor,
        toggle::{Failed, Reason},
    },
    portal::{DialogReading, PortalError},
};

type Read = Result<DialogReading, PortalError>;
type Answered = Result<Card, Box<Failed>>;

impl Desk {
    /// Answers what the portals tell of dialogs, a row per dialog in the order they were named.
    pub async fn status(
        &self,
        who: &Supervisor,
        dialogs: Vec<DialogRef>,
        context: &Context,
    ) -> Result<Reply, DeskError> {
        let mine = self.connections_of(who).await?;
        let (groups, mut rows) = group(&mine, dialogs, |failed| Err(Box::new(failed)));
        let work = groups.into_iter().map(|(connection, group)| {
            let label = mine.label(connection);
            self.status_on(connection, label, group, context)
        });
        for answered in join_all(work).await {
            rows.extend(answered?);
        }
        rows.sort_by_key(|(number, _)| *number);
        Ok(Reply::Status(rows.into_iter().map(|(_, status)| status).collect()))
    }

    /// One portal's share of a question.
    async fn status_on(
        &self,
        connection: &Connection,
        label: Option<String>,
        group: Vec<Row>,
        context: &Context,
    ) -> Result<Vec<(usize, Answered)>, DeskError> {
        let portal = self.portal(connection).reporting_to(&context.progress);
        let located = locate(&portal, group).await;
        let ids = ids(&located);
        let mut readings = match portal.read_all(&ids).await {
            Ok(readings) => readings.into_iter(),
            Err(error) => vec![Err(error); ids.len()].into_iter(),
        };
        // There is a reading for each dialog that was found, in their order.
        let mut next = || readings.next().unwrap_or(Err(PortalError::UnexpectedResult));
        let rows =
            located.into_iter().map(|Located { row, dialog }| (row, dialog.and_then(|_| next())));
        let rows: Vec<(Row, Read)> = rows.collect();
        let generation = evident(connection.facts.generation, &rows);
        self.remember(connection, generation, &portal).await?;

        let status = |reference, read: Read| match read {
            Err(error) => {
                let reason = Reason::Trouble(error.trouble(self.now()));
                Err(Box::new(Failed { reference, place: None, reason }))
            }
            Ok(read) => Ok(self.card(connection, &read, generation, label.clone())),
        };
        let rows = rows.into_iter().map(|(row, read)| (row.number, status(row.reference, read)));
        let rows: Vec<(usize, Answered)> = rows.collect();
        for failed in rows.iter().filter_map(|(_, answered)| answered.as_ref().err()) {
            self.note_failure(connection, &failed.reason).await?;
        }
        Ok(rows)
    }
}

/// The generation as far as these readings prove it.
fn evident(known: Generation, rows: &[(Row, Read)]) -> Generation {
    let readings = rows.iter().filter_map(|(_, read)| read.as_ref().ok());
    readings.fold(known, |known, read| match read.reading.evidence() {
        Generation::Unknown => known,
        proven => proven,
    })
}
