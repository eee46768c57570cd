//! Tests through the front door: an update in; the portal's requests and the reply out. The bot is
//! the real one, over HTTP, between the local Telegram and the local portal.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr, reason = "tests")]

mod binary;
mod buttons;
mod card;
mod clock;
mod closed_portal;
mod credentials;
mod doctor;
mod durable;
mod fault_table;
mod help;
mod house;
mod http_fuzz;
mod http_health;
mod http_numbers;
mod http_side;
mod http_webhook;
mod http_webhook_ways;
mod keep;
mod keys;
mod languages;
mod main_job;
mod menus;
mod migration;
mod oauth_house;
mod oauth_sign_in;
mod oauth_tokens;
mod panics;
mod people;
mod picker;
mod plain_words;
mod postgres;
mod postgres_trouble;
mod redaction;
mod references;
mod reminders;
mod requests;
mod resilience;
mod room;
#[path = "../postgres/schema.rs"]
mod schema;
mod silenced;
mod status;
mod store_away;
mod switches;
mod telegram_manners;
mod timers;
mod watch;
mod whisper;
