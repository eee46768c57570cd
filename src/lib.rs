//! hushbot: the silent mode of Bitrix24 open-channel dialogs, switched from Telegram.
//!
//! The rooms, and what each may import:
//!
//! | Room | What it is | Imports |
//! |---|---|---|
//! | [`domain`] | commands, dialogs, silent mode, people, replies: data, no IO | nothing |
//! | [`portal`] | the client of Bitrix24's REST | `domain` |
//! | [`store`] | what is kept: the port, sled, PostgreSQL, the vault, the records | `domain` |
//! | [`i18n`] | every word that a person reads | `domain` |
//! | [`desk`] | the use cases | `domain`, `portal`, `store` |
//! | [`bot`] | Telegram's edge: polling, the pipeline, the sender | `domain`, `desk`, `i18n` |
//! | [`http`] | the HTTP side: health, metrics, the webhook | `domain`, `desk`, `i18n` |
//! | `sandbox` | a local Telegram, a local portal and a page (feature `demo`) | nothing |
//! | [`app`], [`backup`], [`keeping`], [`keys`], `demo`, `main` | wiring | everything |

pub mod app;
pub mod backup;
pub mod bot;
pub mod clock;
pub mod config;
#[cfg(feature = "demo")]
pub mod demo;
pub mod desk;
pub mod disk;
pub mod doctor;
pub mod domain;
pub mod health;
pub mod http;
pub mod i18n;
pub mod keeping;
pub mod keys;
pub mod portal;
#[cfg(feature = "demo")]
pub mod sandbox;
pub mod store;
pub mod telemetry;
