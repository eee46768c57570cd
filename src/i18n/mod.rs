//! Every word that a person reads: replies rendered in the languages of `locales/`.
//!
//! To add a language: write `locales/<tag>.ftl` and name it in `LOCALES` (see `locale.rs`). The
//! tests tell what is still missing.

mod catalogue;
mod format;
mod keys;
mod locale;
mod menu;
mod render;
mod text;

pub use locale::{Locale, vocabulary};
pub use menu::{Audience, MenuEntry, menu};
pub use render::{Button, ButtonKind, Rendered, page, render};

#[cfg(test)]
mod tests;
