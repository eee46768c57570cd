//! The menus of commands that Telegram shows beside the message field.

use super::{Locale, keys::Key, text::Args};
use crate::domain::supervisor::Role;

/// A command of the menu.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MenuEntry {
    /// The command's name, without the slash.
    pub command: &'static str,
    /// What it does: plain, at most 256 characters.
    pub description: String,
}

/// Whom a menu is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Whoever is not let in, in a private chat.
    Strangers,
    /// Somebody who is let in, in their private chat.
    Person(Role),
    /// Everybody in a group.
    Group,
}

const STRANGERS: [(&str, Key); 4] = [
    ("start", Key::MenuStart),
    ("help", Key::MenuHelp),
    ("whoami", Key::MenuWhoami),
    ("language", Key::MenuLanguage),
];

/// The everyday commands, the most wanted first.
const SUPERVISORS: [(&str, Key); 14] = [
    ("dialogs", Key::MenuDialogs),
    ("silent", Key::MenuSilent),
    ("status", Key::MenuStatus),
    ("silenced", Key::MenuSilenced),
    ("whisper", Key::MenuWhisper),
    ("handover", Key::MenuHandover),
    ("remind", Key::MenuRemind),
    ("log", Key::MenuLog),
    ("whoami", Key::MenuWhoami),
    ("connect", Key::MenuConnect),
    ("portal", Key::MenuPortal),
    ("disconnect", Key::MenuDisconnect),
    ("language", Key::MenuLanguage),
    ("help", Key::MenuHelp),
];

const ADMINS: [(&str, Key); 4] = [
    ("invite", Key::MenuInvite),
    ("supervisors", Key::MenuSupervisors),
    ("revoke", Key::MenuRevoke),
    ("here", Key::MenuHere),
];

const GROUPS: [(&str, Key); 5] = [
    ("silent", Key::MenuSilent),
    ("status", Key::MenuStatus),
    ("dialogs", Key::MenuDialogs),
    ("silenced", Key::MenuSilenced),
    ("handover", Key::MenuHandover),
];

/// The commands for an audience. `whisper` says whether notes can be posted.
pub fn menu(audience: Audience, whisper: bool, locale: Locale) -> Vec<MenuEntry> {
    let (common, more): (&[_], &[_]) = match audience {
        Audience::Strangers => (&STRANGERS, &[]),
        Audience::Person(Role::Supervisor) => (&SUPERVISORS, &[]),
        Audience::Person(Role::Admin) => (&SUPERVISORS, &ADMINS),
        Audience::Group => (&GROUPS, &[]),
    };
    let wanted = common.iter().chain(more).filter(|(command, _)| whisper || *command != "whisper");
    let (commands, keys): (Vec<_>, Vec<_>) = wanted.copied().unzip();
    // A person's language is spoken soon; these menus are set in all of them.
    let descriptions = match audience {
        Audience::Strangers | Audience::Group => locale.briefly(keys),
        Audience::Person(_) => keys.into_iter().map(|key| locale.plain(key, Args::new())).collect(),
    };
    let entry = |(command, description)| MenuEntry { command, description };
    commands.into_iter().zip(descriptions).map(entry).collect()
}
