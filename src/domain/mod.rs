//! What hushbot is about: commands, dialogs, silent mode, people, connections and replies.
//!
//! No IO, no clock and no words for people: everything here is data and pure functions, and no
//! other room is imported.

pub mod access;
pub mod action;
pub mod address;
pub mod audit;
pub mod card;
pub mod chat;
pub mod clock;
pub mod command;
pub mod connection;
pub mod crm;
pub mod dialog;
pub mod hint;
pub mod invite;
pub mod lasting;
pub mod picker;
pub mod pulse;
pub mod reply;
pub mod room;
pub mod scope;
pub mod sign_in;
pub mod silent_mode;
pub mod supervisor;
pub mod toggle;
pub mod trouble;
pub mod vocabulary;
pub mod watch;
pub mod webhook;
pub mod whisper;
