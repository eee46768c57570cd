//! Telegram's limits, and a phone's.

use std::time::Instant;

use super::{
    super::{
        locale::Locale,
        render::{Button, ButtonKind, render},
        text::units,
    },
    samples::{self, Foreign, Sample},
};
use crate::domain::{
    command::MOST_DIALOGS,
    connection::ConnectionId,
    dialog::{DialogRef, Target, Via},
    reply::{ConnectionHealth, Interim, Listed, ListedConnection, PortalPurpose, Reply, Whoami},
    supervisor::{Member, Role, TelegramId},
    trouble::Trouble,
};

/// Replies as long as they can get: twenty dialogs, and lists without a limit of their own.
pub(super) fn longest() -> Vec<Sample> {
    let foreign = Foreign::all(&"&😀Wы".repeat(200));
    let mut samples = samples::all(&foreign);
    samples.extend(samples::several_of_many(&foreign, MOST_DIALOGS as u64));
    samples.push(samples::full_log(&foreign));
    samples.push(samples::full_handover(&foreign));
    samples.extend(samples::many_watched(&foreign));
    samples.push(samples::full_log(&Foreign::all(&"W".repeat(200))));
    let dialogs = (0..MOST_DIALOGS as u64).map(|_| link(&foreign)).collect();
    let interim = Interim { order: None, dialogs, waiting: None };
    samples.push(("interim, most".to_owned(), Reply::Interim(interim)));
    let since = "2026-03-05T12:00:00Z".parse().unwrap();
    let id = TelegramId(u64::MAX);
    let member =
        Member { id, role: Role::Admin, name: foreign.name.clone(), since, invited_by: None };
    let listed =
        Listed { id, role: Role::Admin, member: Some(member), portals: vec![foreign.host.clone()] };
    let connection = ListedConnection {
        id: ConnectionId(u16::MAX),
        portal: foreign.host.clone(),
        person: foreign.name,
        is_default: true,
    };
    let health = ConnectionHealth {
        connection: connection.clone(),
        days_left: Some(180),
        generation: crate::domain::silent_mode::Generation::Unknown,
        since,
        missing_scopes: vec![],
        health: Err(Trouble::CredentialsRefused),
    };
    let whoami = Whoami { id, role: Some(Role::Admin), connections: vec![health; 100] };
    let connections = vec![connection; 200];
    samples.extend([
        ("many people".to_owned(), Reply::Supervisors(vec![listed; 500])),
        ("many connections".to_owned(), Reply::Whoami(whoami)),
        (
            "many choices".to_owned(),
            Reply::PortalChoice { purpose: PortalPurpose::Forget, connections },
        ),
    ]);
    samples
}

fn link(foreign: &Foreign) -> DialogRef {
    DialogRef { target: Target::Session(u64::MAX), via: Via::Host(foreign.host.clone()) }
}

#[test]
fn every_reply_fits_a_message_and_its_buttons_a_phone() {
    for locale in Locale::all() {
        for (title, reply) in longest() {
            let rendered = render(&reply, locale);
            let length = units(&rendered.text);
            assert!((1..=4096).contains(&length), "{title}: {length} units");
            assert!(!rendered.text.contains(['\u{2068}', '\u{2069}']), "{title}");
            let row =
                |row: &Vec<Button>| row.iter().map(|b| (b.clone(), row.len())).collect::<Vec<_>>();
            let buttons: Vec<_> = rendered.keyboard.iter().flat_map(row).collect();
            assert!(buttons.len() <= 100, "{title}: {} buttons", buttons.len());
            assert!(rendered.keyboard.iter().all(|row| (1..=8).contains(&row.len())), "{title}");
            for (button, beside) in buttons {
                let label = units(&button.label);
                // One that has its row to itself has room for more.
                let most = if beside == 1 { 40 } else { 24 };
                assert!((1..=most).contains(&label), "{title}: {}", button.label);
                if let ButtonKind::Action(action) = &button.kind {
                    assert!((1..=64).contains(&action.encode().len()), "{title}: {action:?}");
                }
            }
            if let Some(toast) = rendered.toast {
                assert!((1..=200).contains(&units(&toast)), "{title}: {toast}");
                assert!(!toast.contains(['\n', '\u{2068}']), "{title}: {toast}");
            }
        }
    }
}

#[test]
fn twenty_dialogs_are_all_listed() {
    let foreign = Foreign::all(&"W".repeat(200));
    for locale in Locale::all() {
        for (title, reply) in samples::several_of_many(&foreign, MOST_DIALOGS as u64) {
            let text = render(&reply, locale).text;
            let rows = text.lines().filter(|line| line.contains("<b>9007199254740")).count();
            assert_eq!(rows, MOST_DIALOGS, "{}: {title}", locale.tag());
        }
    }
}

#[test]
fn a_full_log_is_listed_whole_and_few_rows_show_their_reasons_whole() {
    let foreign = Foreign::all(&"W".repeat(200));
    for locale in Locale::all() {
        let (_, reply) = samples::full_log(&foreign);
        let text = render(&reply, locale).text;
        assert_eq!(text.matches("<b>9007199254740").count(), 20, "{}: {text}", locale.tag());
        let Reply::Log { dialog, mut entries } = reply else { panic!("no log: {reply:?}") };
        entries.truncate(10);
        let text = render(&Reply::Log { dialog, entries }, locale).text;
        assert_eq!(text.matches(&foreign.reason).count(), 10, "{}: {text}", locale.tag());
    }
}

#[test]
fn labels_of_the_locales_own_words_are_never_cut() {
    for locale in Locale::all() {
        for (title, reply) in samples::all(&Foreign::all("x")) {
            for button in render(&reply, locale).keyboard.into_iter().flatten() {
                assert!(!button.label.contains('…'), "{title}: {}", button.label);
            }
        }
    }
}

/// A guard against something silly, such as a bundle built for each reply: the true cost is in
/// the benchmarks.
#[test]
fn rendering_is_quick() {
    let replies = samples::all(&Foreign::usual());
    let round = || {
        let started = Instant::now();
        for locale in Locale::all() {
            for (_, reply) in &replies {
                std::hint::black_box(render(reply, locale));
            }
        }
        started.elapsed()
    };
    round();
    let best = (0..5).map(|_| round()).min().unwrap();
    let each = best / u32::try_from(replies.len() * Locale::all().count()).unwrap();
    assert!(each.as_micros() < 1000, "{each:?} a reply");
}
