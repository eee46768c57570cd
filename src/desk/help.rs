//! `/help`: examples with a dialog of the person's own.

use std::time::Duration;

use super::{Desk, DeskError};
use crate::domain::{
    connection::Connection,
    dialog::DialogId,
    reply::Reply,
    supervisor::{Role, TelegramId},
};

/// How long the portal may take: the examples are worth no longer wait.
const PATIENCE: Duration = Duration::from_millis(1500);

/// How far back the log is searched for a dialog of theirs.
const LOOK_AT: usize = 50;

type Example = (DialogId, Option<String>);

impl Desk {
    /// Answers `/help`.
    pub async fn help(&self, id: TelegramId, role: Option<Role>) -> Result<Reply, DeskError> {
        let mine = if role.is_some() { self.connections(id).await?.0 } else { Vec::new() };
        let dialog = match mine.first() {
            Some(connection) => self.example(id, connection).await?,
            None => None,
        };
        Ok(Reply::Help { role, connected: !mine.is_empty(), dialog })
    }

    /// The dialog that they switched last on the portal they use by default, else their newest
    /// one there; none where the portal shows neither in time.
    async fn example(
        &self,
        id: TelegramId,
        connection: &Connection,
    ) -> Result<Option<Example>, DeskError> {
        let host = [connection.portal()];
        let log = self.records.audit(Some(&host), None, LOOK_AT).await?;
        let theirs = log.iter().find(|entry| entry.who == id && entry.outcome.may_have_acted());
        let last = theirs.map(|entry| entry.dialog);
        let portal = self.portals.via(&connection.access);
        let look = async {
            if let Some(last) = last {
                // One that they can't see any more is no example.
                if let Ok(read) = portal.read(last).await {
                    return Some((last, read.title));
                }
            }
            let newest = portal.own_dialogs().await.ok()?;
            let newest = newest.into_iter().find(|dialog| !dialog.closed)?;
            Some((newest.id, newest.title))
        };
        let looked = tokio::time::timeout(PATIENCE, look).await;
        self.remember(connection, connection.facts.generation, &portal).await?;
        Ok(looked.unwrap_or_else(|_| last.map(|last| (last, None))))
    }
}
