//! Telegram's edge: updates come in, answers go out.
//!
//! An update's way is [`pipeline`]'s: parse, authorise, act, render, send,
//! settle. Before it, [`Inbox`] keeps the update on disk. Updates come from the [`poller`] or
//! through the [`webhook`].

pub mod alarms;
mod answer;
pub mod authorise;
mod crm;
mod delivery;
mod handlers;
mod inbox;
mod incoming;
mod keyboards;
mod lanes;
pub mod menus;
pub mod pipeline;
pub mod poller;
mod presses;
mod reference;
mod request;
mod room;
pub mod sender;
pub mod sign_ins;
mod strangers;
pub(crate) mod tally;
mod timers;
mod unkept;
mod watcher;
pub mod webhook;

pub use inbox::{Batch, Inbox, WhenBroken};
pub use timers::Timers;
pub use watcher::Watcher;
