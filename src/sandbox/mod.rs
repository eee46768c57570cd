//! Local servers that stand in for Telegram and Bitrix24: for `hushbot demo` and for the tests.
//!
//! They import no other room of the house, so that they can't share a mistake with what they
//! test.

mod armed;
pub mod auth;
mod connection;
pub mod page;
pub mod portal;
pub mod telegram;
mod time;

pub use time::Time;
