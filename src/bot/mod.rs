//! Telegram's edge: updates come in, answers go out.
//!
//! An update's way is [`pipeline`]'s: parse, authorise, act, render, send,
//! settle. Before it, [`Inbox`] keeps the update on disk. Updates come from the [`poller`] or
//! through the [`webhook`].

pub mod alarms;
mod answer;
pub mod authorise;
mod delivery;
mod handlers;
mod inbox;
mod incoming;
mod keyboards;
mod lanes;
pub mod pipeline;
pub mod poller;
mod presses;
mod reference;
mod request;
pub mod sender;
pub mod sign_ins;
mod strangers;
pub(crate) mod tally;
mod timers;
pub mod webhook;

pub use inbox::{Batch, Inbox};
pub use timers::Timers;
