//! What an order is carried out for, and what comes of it besides the answer.

use std::{sync::Arc, time::Instant};

use jiff::Timestamp;
use tokio::sync::OwnedMutexGuard;

use crate::{
    domain::{audit::AuditEntry, chat::ChatPlace, reply::Reply, supervisor::TelegramId},
    portal::Progress,
};

/// Where an order comes from.
#[derive(Debug, Clone)]
pub struct Context {
    /// The update that it came with: its number among orders, and what makes a repeat of it known.
    pub update: u64,
    /// The update that the order itself was given with: another one where it came too late and was
    /// wanted all the same.
    pub order: u64,
    /// The name of whoever ordered, as Telegram shows it; foreign text.
    pub name: Arc<str>,
    /// Where it was ordered.
    pub place: ChatPlace,
    /// When it was first seen: what a time in it counts from, also when it is carried out again
    /// after the process died.
    pub seen_at: Timestamp,
    /// When work on it began.
    pub began: Instant,
    /// What it waits for, for whoever wants to say so meanwhile.
    pub progress: Progress,
}

/// An answer, and what is to be kept of how it came about.
#[derive(Debug)]
pub struct Done {
    /// The answer.
    pub reply: Reply,
    /// The switches that were tried.
    pub audit: Vec<AuditEntry>,
    /// What others are to be told because of it.
    pub notices: Vec<Notice>,
    /// The dialogs that it was about, closed to newer orders. Keep it until the order is settled:
    /// were a newer one settled first and the process killed then, the older would be repeated
    /// after it.
    pub held: Held,
}

/// Turns that an order has. They end when it is dropped.
#[derive(Debug, Default)]
#[expect(dead_code, reason = "a guard is kept for its end")]
pub struct Held(pub(super) Vec<OwnedMutexGuard<()>>);

/// Something that the bot says by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Whom it is for: it is in their language.
    pub to: TelegramId,
    /// Where it is said.
    pub place: ChatPlace,
    /// What.
    pub reply: Reply,
}

impl From<Reply> for Done {
    fn from(reply: Reply) -> Self {
        Self { reply, audit: Vec::new(), notices: Vec::new(), held: Held::default() }
    }
}
