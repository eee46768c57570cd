//! Who somebody is to the bot, and who is let in.

use super::ConnectionHealth;
use crate::domain::supervisor::{Member, Role, TelegramId};

/// Why an invite can't be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteProblem {
    /// Never made, already used, or ended so long ago that it is forgotten.
    Unknown,
    /// Its time is over.
    Expired,
}

/// Why somebody's access can't be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevokeProblem {
    /// Nobody with this id is let in.
    NotListed(TelegramId),
    /// The id is an admin by the bot's environment, which only its operator changes.
    AdminByEnvironment(TelegramId),
    /// An admin can't take away their own access: nobody might be left.
    Oneself,
}

/// A row of the list of those who are let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub id: TelegramId,
    /// What they may do.
    pub role: Role,
    /// Their row in the store; `None` for an admin by the environment who has none.
    pub member: Option<Member>,
    /// The hosts of the portals they are connected to.
    pub portals: Vec<String>,
}

/// Who somebody is to the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whoami {
    /// Their Telegram id.
    pub id: TelegramId,
    /// `None` for strangers.
    pub role: Option<Role>,
    /// Their connections, the one used by default first.
    pub connections: Vec<ConnectionHealth>,
}
