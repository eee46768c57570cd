//! What is kept of every switch.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{
    chat::ChatPlace, dialog::DialogId, lasting::Lasting, silent_mode::Switch,
    supervisor::TelegramId,
};

/// One switch of one dialog, as it is kept and listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// The update that it was ordered with: its number among orders.
    pub update: u64,
    /// When it was done.
    pub at: Timestamp,
    /// Who ordered it.
    pub who: TelegramId,
    /// The name they had in Telegram; foreign text.
    pub name: String,
    /// Where they ordered it; `None` for what a timer did.
    pub place: Option<ChatPlace>,
    /// The portal's host.
    pub portal: String,
    /// The portal's user behind the credentials.
    pub user: u64,
    /// The dialog.
    pub dialog: DialogId,
    /// On or off.
    pub order: Switch,
    /// For how long.
    pub lasting: Option<Lasting>,
    /// Why, in the person's words; foreign text.
    pub reason: Option<String>,
    /// What came of it.
    pub outcome: AuditOutcome,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
}

impl AuditEntry {
    /// How long ago it was done.
    pub fn age(&self, now: Timestamp) -> SignedDuration {
        now.duration_since(self.at)
    }
}

impl AuditOutcome {
    /// Whether the portal was asked and may have done it.
    pub fn may_have_acted(self) -> bool {
        !matches!(self, Self::Failed | Self::Superseded)
    }
}

/// What came of a switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditOutcome {
    /// Done, and read back.
    Done,
    /// The portal said `true`; the state could not be read.
    SaidOnly,
    /// The portal said `true`, and the state was the other one.
    Contradicted,
    /// It failed; nothing was done.
    Failed,
    /// It failed in a way that leaves open whether it was done.
    Unclear,
    /// A newer order for the dialog took its place.
    Superseded,
}
