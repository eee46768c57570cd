//! The user's mistakes, explained with examples that work.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, NAME, WHOLE},
    },
    Rendered, keyboard, people,
};
use crate::domain::{
    dialog::DialogRef,
    hint::{Hint, HintFor, Meant, Usage, Word},
    supervisor::{Denial, Role},
};

/// A hint for whoever made the mistake: nobody is shown a command that they may not run.
pub(super) fn hint(hint: &HintFor, locale: Locale) -> Rendered {
    match (needs(&hint.hint), hint.role) {
        (Some(_), None) => Rendered::say(locale, Key::HintStranger).with_toast(),
        (Some(Role::Admin), Some(Role::Supervisor)) => people::denied(Denial::AdminsOnly, locale),
        _ => explain(&hint.hint, hint.role, locale),
    }
}

/// The least role that has a use for a hint; `None` where everybody has.
fn needs(hint: &Hint) -> Option<Role> {
    match hint {
        Hint::UnknownLanguage(_)
        | Hint::UnknownCommand { .. }
        | Hint::TakesNothing(Usage::Help | Usage::Whoami) => None,
        Hint::NoPerson(_)
        | Hint::HereTakesOff(_)
        | Hint::TakesNothing(Usage::Invite | Usage::Supervisors) => Some(Role::Admin),
        _ => Some(Role::Supervisor),
    }
}

fn explain(hint: &Hint, role: Option<Role>, locale: Locale) -> Rendered {
    let say = |key, args| Rendered::new(locale.html(key, args));
    match hint {
        Hint::NoDialog(Usage::Silent) => say(Key::HintNoDialogSilent, example(None, locale)),
        Hint::NoDialog(Usage::Whisper) => say(Key::HintNoDialogWhisper, example(None, locale)),
        Hint::NoDialog(_) => say(Key::HintNoDialogStatus, example(None, locale)),
        Hint::NeitherDialogNorSwitch { word, dialog } => {
            let args = with_word(example(dialog.as_ref(), locale), word);
            say(Key::HintNeitherDialogNorSwitch, args)
        }
        Hint::NotADialog(word) => say(Key::HintNotADialog, with_word(example(None, locale), word)),
        Hint::LeftOver { word, dialog } => {
            say(Key::HintLeftOver, with_word(example(Some(dialog), locale), word))
        }
        Hint::TimeWithOff { dialog } => say(Key::HintTimeWithOff, example(Some(dialog), locale)),
        Hint::TimeOutOfRange { dialog } => {
            say(Key::HintTimeOutOfRange, example(Some(dialog), locale))
        }
        Hint::TooManyDialogs { most } => {
            say(Key::HintTooManyDialogs, Args::new().number("most", *most))
        }
        Hint::NoPerson(None) => say(Key::HintNoPerson, Args::new()),
        Hint::NoPerson(Some(word)) => say(Key::HintNoPersonWord, with_word(Args::new(), word)),
        Hint::NoWebhook => say(Key::WebhookHowto, Args::new()),
        Hint::TakesNothing(usage) => say(Key::HintTakesNothing, of_command(command(*usage))),
        Hint::UnknownLanguage(word) => {
            let text = say(Key::HintUnknownLanguage, with_word(Args::new(), word));
            text.with_keyboard(keyboard::languages())
        }
        Hint::UnknownCommand { word, meant } => match may_run(meant.as_ref(), role) {
            Some(meant) => {
                say(Key::HintUnknownCommandMeant, with_word(of_command(&meant.text), word))
            }
            None => say(Key::HintUnknownCommand, with_word(Args::new(), word)),
        },
        Hint::Meant(meant) => match may_run(Some(meant), role) {
            Some(meant) => say(Key::HintMeant, of_command(&meant.text)),
            None => say(Key::HintNotACommand, example(None, locale)),
        },
        Hint::NotATime(word) => say(Key::HintNotATime, with_word(Args::new(), word)),
        Hint::RemindOutOfRange => say(Key::HintRemindOutOfRange, Args::new()),
        Hint::HereTakesOff(word) => say(Key::HintHereTakesOff, with_word(Args::new(), word)),
        Hint::NoNote { dialog } => say(Key::HintNoNote, example(Some(dialog), locale)),
        Hint::NoteTooLong { most } => say(Key::HintNoteTooLong, Args::new().number("most", *most)),
        Hint::SecretInNote => say(Key::HintSecretInNote, Args::new()),
        Hint::NotACommand => say(Key::HintNotACommand, example(None, locale)),
        Hint::StaleButton => say(Key::HintStaleButton, example(None, locale)).with_toast(),
        Hint::UnknownPortal(word) => say(Key::HintUnknownPortal, with_word(Args::new(), word)),
    }
}

/// The user's own dialog for the example, or one that shows what a number looks like.
fn example(dialog: Option<&DialogRef>, locale: Locale) -> Args<'static> {
    let dialog = match dialog {
        Some(dialog) => dialog.to_string(),
        None => locale.plain(Key::ExampleDialog, Args::new()),
    };
    Args::new().exact("dialog", &dialog, WHOLE)
}

/// A command, for words that show it.
fn of_command(command: &str) -> Args<'static> {
    Args::new().exact("command", command, WHOLE)
}

/// A suggestion, for whoever may follow it.
fn may_run(meant: Option<&Meant>, role: Option<Role>) -> Option<&Meant> {
    meant.filter(|meant| match role {
        Some(Role::Admin) => true,
        Some(Role::Supervisor) => !meant.for_admins,
        None => false,
    })
}

fn with_word<'a>(args: Args<'a>, word: &Word) -> Args<'a> {
    args.name("word", word.as_str(), NAME)
}

fn command(usage: Usage) -> &'static str {
    match usage {
        Usage::Silent => "/silent",
        Usage::Status => "/status",
        Usage::Help => "/help",
        Usage::Whoami => "/whoami",
        Usage::Invite => "/invite",
        Usage::Supervisors => "/supervisors",
        Usage::Silenced => "/silenced",
        Usage::Handover => "/handover",
        Usage::Whisper => "/whisper",
    }
}
