//! The local Bot API, over HTTP, as a bot sees it.
#![cfg(feature = "demo")]
#![allow(clippy::unwrap_used, reason = "a test may panic, and so may its helpers")]

mod calls;
mod errors;
mod faults;
mod groups;
mod people_http;
mod support;
mod teloxide_bot;
mod updates;
mod webhook;
