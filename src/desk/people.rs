//! Who somebody is to the bot.

use std::collections::BTreeSet;

use futures_util::future::join_all;

use super::{Desk, DeskError, known_trouble, portals::listed};
use crate::{
    domain::{
        connection::Connection,
        reply::{ConnectionHealth, Reply, Whoami},
        scope::Scope,
        supervisor::{Role, TelegramId},
        toggle::Reason,
    },
    store::Settings,
};

/// What the bot knows of whoever wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What they may do; `None` for strangers.
    pub role: Option<Role>,
    /// The tag of the language that they chose.
    pub language: Option<String>,
    /// The language of their Telegram, as far as it is kept.
    pub spoken: Option<String>,
}

impl Desk {
    /// What the bot knows of this person.
    pub async fn know(&self, id: TelegramId) -> Result<Known, DeskError> {
        let role = self.role(id).await?;
        if role.is_none() {
            return Ok(Known { role, language: None, spoken: None });
        }
        let Settings { language, spoken, .. } = self.records.settings(id).await?;
        Ok(Known { role, language, spoken })
    }

    /// Keeps the language of somebody's Telegram, for what they are told unasked.
    pub async fn set_spoken(&self, id: TelegramId, code: &str) -> Result<(), DeskError> {
        Ok(self.records.set_spoken(id, code).await?)
    }

    /// Keeps the language of somebody who is let in.
    pub async fn set_language(&self, id: TelegramId, tag: &str) -> Result<(), DeskError> {
        Ok(self.records.set_language(id, Some(tag)).await?)
    }

    /// Answers `/start`.
    pub async fn greet(&self, id: TelegramId, role: Option<Role>) -> Result<Reply, DeskError> {
        let Some(role) = role else { return Ok(Reply::Stranger { id }) };
        Ok(Reply::Welcome { role, connected: self.is_connected(id).await? })
    }

    /// Answers `/whoami`: asks each connected portal how the connection does just now.
    pub async fn whoami(&self, id: TelegramId, role: Option<Role>) -> Result<Reply, DeskError> {
        let connections = self.connections(id).await?.0;
        let looks = connections.iter().enumerate().map(|(rank, c)| self.health(c, rank == 0));
        let health = join_all(looks).await;
        for (connection, health) in connections.iter().zip(&health) {
            if let Err(trouble) = &health.health {
                self.note_failure(connection, &Reason::Trouble(trouble.clone())).await?;
            }
        }
        Ok(Reply::Whoami(Whoami { id, role, connections: health }))
    }

    /// Everybody who is let in.
    pub async fn everybody(&self) -> Result<BTreeSet<TelegramId>, DeskError> {
        let members = self.records.members().await?;
        Ok(members.iter().map(|m| m.id).chain(self.settings.admins.iter().copied()).collect())
    }

    /// Everybody who is an admin.
    pub async fn admins(&self) -> Result<BTreeSet<TelegramId>, DeskError> {
        let members = self.records.members().await?;
        let in_store = members.iter().filter(|m| m.role == Role::Admin).map(|m| m.id);
        Ok(in_store.chain(self.settings.admins.iter().copied()).collect())
    }

    /// Those who are admins by the settings.
    pub fn set_admins(&self) -> BTreeSet<TelegramId> {
        self.settings.admins.clone()
    }

    pub(super) async fn is_connected(&self, id: TelegramId) -> Result<bool, DeskError> {
        Ok(!self.records.connections(id).await?.is_empty())
    }

    async fn health(&self, connection: &Connection, is_default: bool) -> ConnectionHealth {
        let health = if let Some(known) = known_trouble(connection) {
            Err(known)
        } else {
            let profile = self.portals.via(&connection.access).profile().await;
            profile.map(|_| ()).map_err(|error| error.trouble(self.now()))
        };
        ConnectionHealth {
            connection: listed(connection, is_default),
            days_left: connection.access.signed_in().map(|s| s.tokens.days_left(self.now())),
            generation: connection.facts.generation,
            since: connection.facts.since,
            missing_scopes: Scope::missing_from(&connection.facts.scopes),
            health,
        }
    }
}
