//! Greetings, help, and the choice of a language.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME, is_blank},
    },
    Rendered, keyboard,
};
use crate::domain::{dialog::DialogId, reply::InviteProblem, supervisor::Role};

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

/// Examples for what somebody may do: nobody is shown a command that they may not run.
pub(super) fn help(
    role: Option<Role>,
    connected: bool,
    dialog: Option<&(DialogId, Option<String>)>,
    locale: Locale,
) -> Rendered {
    let Some(role) = role else { return Rendered::say(locale, Key::HelpStranger) };
    let number = match dialog {
        Some((number, _)) => number.to_string(),
        None => locale.plain(Key::ExampleDialog, Args::new()),
    };
    let head = match dialog.and_then(|(_, name)| name.as_deref()).filter(|name| !is_blank(name)) {
        Some(name) => locale.html(Key::HelpExamplesWith, Args::new().name("name", name, NAME)),
        None => locale.html(Key::HelpExamples, Args::new()),
    };
    let say = |key| locale.html(key, Args::new());
    let examples = locale.html(Key::HelpSupervisor, Args::new().exact("dialog", &number, NAME));
    let admin = (role == Role::Admin).then(|| say(Key::HelpAdmin));
    let more = Html::lines([Some(say(Key::HelpMore)), admin].into_iter().flatten());
    let missing = (!connected).then(|| say(Key::HelpNotConnected));
    let parts = [missing, Some(Html::lines([head, examples])), Some(more)];
    Rendered::new(Html::paragraphs(parts.into_iter().flatten()))
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
