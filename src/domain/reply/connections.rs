//! Access to portals.

use jiff::Timestamp;

use crate::domain::{
    connection::ConnectionId, scope::Scope, silent_mode::Generation, trouble::Trouble,
    webhook::WebhookError,
};

/// A connection and how it does just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionHealth {
    /// Which.
    pub connection: ListedConnection,
    /// How many days the sign-in lasts if it is not used; `None` for a webhook.
    pub days_left: Option<i64>,
    /// Whose flag silent mode is there.
    pub generation: Generation,
    /// When it was connected.
    pub since: Timestamp,
    /// Scopes that the webhook lacked when it was last looked at.
    pub missing_scopes: Vec<Scope>,
    /// What the portal said when it was asked just now.
    pub health: Result<(), Trouble>,
}

/// A connection in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedConnection {
    /// Its number.
    pub id: ConnectionId,
    /// The portal's host.
    pub portal: String,
    /// The person's name there. Foreign text.
    pub person: String,
    /// Whether it is the one used by default.
    pub is_default: bool,
}

/// What a choice among connections is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PortalPurpose {
    /// To use it by default.
    Use,
    /// To forget it.
    Forget,
}

/// A portal that was connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connected {
    /// The portal's host.
    pub portal: String,
    /// The person's name there. Foreign text.
    pub person: String,
    /// Scopes to add to the webhook; without a required one nothing will work.
    pub missing_scopes: Vec<Scope>,
    /// Whether the portal has the method that switches silent mode.
    pub can_switch: bool,
    /// Whose flag silent mode is there, as far as it can be seen without switching anything.
    pub generation: Generation,
    /// Whether it replaced an older connection of the same person to the same portal.
    pub replaced: bool,
    /// Whether the person has other connections besides; this one is used by default now.
    pub others: bool,
}

/// Why a portal could not be connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConnectProblem {
    /// What was pasted is no webhook that the bot may use.
    Webhook(WebhookError),
    /// The portal says that the webhook acts as somebody else than its URL says.
    OtherUser,
    /// The portal did not confirm the webhook.
    Trouble(Trouble),
}
