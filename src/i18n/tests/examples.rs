//! The examples work: what a tap copies is understood, in every language, by its reader's role.

use super::{
    super::{
        locale::{Locale, vocabulary},
        render::render,
    },
    samples::{self, Foreign},
};
use crate::domain::{
    command::{Command, Parsed, parse},
    reply::Reply,
    supervisor::Role,
};

/// What stands in `<code>` and begins with a slash and a letter.
fn examples(text: &str) -> Vec<&str> {
    text.split("<code>")
        .skip(1)
        .filter_map(|tail| tail.split("</code>").next())
        .filter(|code| code.starts_with('/') && !code.starts_with("/rest"))
        .collect()
}

/// The commands that Telegram makes tappable: slash words outside of `<code>`.
fn tappable(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .filter(|word| word.starts_with('/') && word[1..].starts_with(char::is_alphabetic))
        .map(|word| word.trim_end_matches(|c: char| !c.is_ascii_lowercase()))
        .collect()
}

#[test]
fn every_example_is_a_command() {
    let vocabulary = vocabulary();
    for locale in Locale::all() {
        let mut seen = 0;
        for (title, reply) in samples::all(&Foreign::usual()) {
            let text = render(&reply, locale).text;
            for example in examples(&text) {
                seen += 1;
                let parsed = parse(example, "hushbot", &vocabulary);
                let whole = matches!(&parsed, Parsed::Command(command)
                    if !example.starts_with("/silent") || matches!(command, Command::Silent(..)));
                assert!(whole, "{title}: {example} is read as {parsed:?}");
            }
            for command in tappable(&text) {
                let alone = parse(command, "hushbot", &vocabulary);
                let known = matches!(alone, Parsed::Command(_)) || command == "/connect";
                assert!(known, "{title}: {command} is read as {alone:?}");
            }
        }
        assert!(seen > 30, "{}: {seen} examples", locale.tag());
    }
}

#[test]
fn nobody_is_shown_a_command_that_they_may_not_run() {
    let admins = ["/invite", "/supervisors", "/revoke", "/here"];
    let supervisors = [
        "/silent",
        "/status",
        "/log",
        "/connect",
        "/disconnect",
        "/portal",
        "/dialogs",
        "/silenced",
        "/remind",
        "/whisper",
        "/handover",
    ];
    for locale in Locale::all() {
        for (title, reply) in samples::all(&Foreign::usual()) {
            let role = match &reply {
                Reply::Help { role, .. } => *role,
                Reply::Hint(hint) => hint.role,
                Reply::Whoami(whoami) => whoami.role,
                Reply::Stranger { .. } | Reply::InviteRefused(_) => None,
                Reply::Welcome { role, .. } | Reply::LetIn { role, .. } => Some(*role),
                _ => continue,
            };
            let text = render(&reply, locale).text;
            let shown = |commands: &[&str]| commands.iter().any(|command| text.contains(command));
            assert!(role == Some(Role::Admin) || !shown(&admins), "{title}: {text}");
            assert!(role.is_some() || !shown(&supervisors), "{title}: {text}");
        }
    }
}
