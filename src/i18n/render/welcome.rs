//! Greetings, help, and the choice of a language.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, Html},
    },
    Rendered, keyboard,
};
use crate::domain::{reply::InviteProblem, supervisor::Role};

/// To `/start` of somebody who is let in.
pub(super) fn welcome(role: Role, connected: bool, locale: Locale) -> Rendered {
    greeting(Key::Welcome, role, connected, locale)
}

/// To an invite that was opened.
pub(super) fn let_in(role: Role, connected: bool, locale: Locale) -> Rendered {
    greeting(Key::LetIn, role, connected, locale)
}

fn greeting(key: Key, role: Role, connected: bool, locale: Locale) -> Rendered {
    let greeting = locale.html(key, Args::new().choice("role", role_name(role)));
    let next = if connected {
        locale.html(Key::NextSilent, Args::new())
    } else {
        let next = locale.html(Key::NextConnect, Args::new());
        Html::lines([next, locale.html(Key::WebhookHowto, Args::new())])
    };
    Rendered::new(Html::paragraphs([greeting, next]))
}

/// To an invite that gives nothing new.
pub(super) fn already_in(role: Role, locale: Locale) -> Rendered {
    Rendered::new(locale.html(Key::AlreadyIn, Args::new().choice("role", role_name(role))))
}

/// To an invite that can't be opened.
pub(super) fn invite_refused(problem: InviteProblem, locale: Locale) -> Rendered {
    let key = match problem {
        InviteProblem::Unknown => Key::InviteUnknown,
        InviteProblem::Expired => Key::InviteExpired,
    };
    Rendered::say(locale, key)
}

/// What somebody may do: nobody is shown a command that they may not run.
pub(super) fn help(role: Option<Role>, connected: bool, locale: Locale) -> Rendered {
    let Some(role) = role else { return Rendered::say(locale, Key::HelpStranger) };
    let keys = [
        (!connected).then_some(Key::HelpNotConnected),
        Some(Key::HelpSupervisor),
        (role == Role::Admin).then_some(Key::HelpAdmin),
    ];
    let parts = keys.into_iter().flatten().map(|key| locale.html(key, Args::new()));
    Rendered::new(Html::paragraphs(parts))
}

/// A button for each language.
pub(super) fn language_choice(locale: Locale) -> Rendered {
    Rendered::say(locale, Key::LanguageChoice).with_keyboard(keyboard::languages())
}

/// A role, as the locales choose their words by.
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Admin => "admin",
        Role::Supervisor => "supervisor",
    }
}
