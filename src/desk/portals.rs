//! Choosing among one's connections, and forgetting one.

use super::{Connections, Desk, DeskError};
use crate::{
    domain::{
        connection::{Connection, ConnectionId},
        hint::{Hint, HintFor, Word},
        reply::{ListedConnection, PortalPurpose, Reply},
        supervisor::Supervisor,
    },
    store::Effect,
};

/// Which of their connections somebody named.
#[derive(Debug, Clone)]
pub enum Choice {
    /// None: the only one, or a question back.
    Unsaid,
    /// By a part of its host.
    Named(Word),
    /// By its number.
    Numbered(ConnectionId),
}

enum Found<'a> {
    One(&'a Connection),
    Reply(Reply),
}

impl Desk {
    /// Makes a connection the one used by default, or offers the choice.
    pub async fn use_portal(&self, who: &Supervisor, choice: &Choice) -> Result<Reply, DeskError> {
        let mine = self.connections_of(who).await?;
        // Without a name it is a question: the list says which one is used.
        let found = match (choice, mine.0.is_empty()) {
            (Choice::Unsaid, false) => Found::Reply(choice_of(&mine, PortalPurpose::Use)),
            _ => mine.find(who, choice, PortalPurpose::Use),
        };
        match found {
            Found::Reply(reply) => Ok(reply),
            Found::One(connection) => {
                self.records.set_default_connection(who.id(), connection.id).await?;
                Ok(Reply::PortalChosen { portal: connection.portal() })
            }
        }
    }

    /// Forgets a connection and its secret, once for an update, or asks which one.
    pub async fn disconnect(
        &self,
        who: &Supervisor,
        choice: &Choice,
        update: u64,
    ) -> Result<Reply, DeskError> {
        if let Some(Effect::Forgotten { portal }) = self.records.effect(update).await? {
            return Ok(Reply::Disconnected { portal });
        }
        let mine = self.connections_of(who).await?;
        match mine.find(who, choice, PortalPurpose::Forget) {
            Found::Reply(reply) => Ok(reply),
            Found::One(connection) => {
                self.records.once(update).forget_connection(who.id(), connection.id).await?;
                let portal = connection.portal();
                self.watched.retain(|watch| watch.owner != who.id() || watch.portal != portal);
                tracing::info!(person = %who.id(), portal = %connection.portal(), "disconnected");
                Ok(Reply::Disconnected { portal: connection.portal() })
            }
        }
    }
}

impl Connections {
    fn find(&self, who: &Supervisor, choice: &Choice, purpose: PortalPurpose) -> Found<'_> {
        let matching: Vec<&Connection> = match choice {
            Choice::Unsaid => self.0.iter().collect(),
            Choice::Numbered(id) => self.0.iter().filter(|c| c.id == *id).collect(),
            Choice::Named(word) => {
                let wanted = word.as_str().to_lowercase();
                self.0.iter().filter(|c| c.portal().contains(&wanted)).collect()
            }
        };
        match (matching.as_slice(), choice) {
            ([one], _) => Found::One(one),
            ([], _) if self.0.is_empty() => Found::Reply(Reply::NotConnected),
            ([], Choice::Named(word)) => Found::Reply(Reply::Hint(HintFor {
                hint: Hint::UnknownPortal(word.clone()),
                role: Some(who.role()),
            })),
            _ => Found::Reply(choice_of(self, purpose)),
        }
    }
}

fn choice_of(mine: &Connections, purpose: PortalPurpose) -> Reply {
    let rows = mine.0.iter().enumerate().map(|(rank, c)| listed(c, rank == 0));
    Reply::PortalChoice { purpose, connections: rows.collect() }
}

/// A connection as lists show it.
pub(super) fn listed(connection: &Connection, is_default: bool) -> ListedConnection {
    ListedConnection {
        id: connection.id,
        portal: connection.portal(),
        person: connection.facts.person.clone(),
        is_default,
    }
}
