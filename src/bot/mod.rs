//! Telegram's edge: updates come in, answers go out.
//!
//! An update's way is [`pipeline::Pipeline::run`]: parse, authorise, act, render, send.

pub mod authorise;
mod handlers;
mod incoming;
mod keyboards;
mod lanes;
pub mod pipeline;
pub mod poller;
mod reference;
pub mod sender;
mod strangers;

pub use incoming::{Content, Incoming};
pub use lanes::Lanes;
