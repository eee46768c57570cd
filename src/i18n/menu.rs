//! The menu of commands that Telegram shows beside the message field.

use super::{Locale, keys::Key, text::Args};

/// A command of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// The command's name, without the slash.
    pub command: &'static str,
    /// What it does: plain, at most 256 characters.
    pub description: String,
}

/// The everyday commands, the most wanted first.
pub fn menu(locale: Locale) -> Vec<MenuEntry> {
    [
        ("silent", Key::MenuSilent),
        ("status", Key::MenuStatus),
        ("log", Key::MenuLog),
        ("whoami", Key::MenuWhoami),
        ("connect", Key::MenuConnect),
        ("portal", Key::MenuPortal),
        ("disconnect", Key::MenuDisconnect),
        ("language", Key::MenuLanguage),
        ("help", Key::MenuHelp),
    ]
    .map(|(command, key)| MenuEntry { command, description: locale.plain(key, Args::new()) })
    .into()
}
