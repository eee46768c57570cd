//! Every reply in every locale, to be read in one place: `tests/golden/replies.<tag>.txt`.
//!
//! After a wanted change write the files anew with
//! `HUSHBOT_WRITE_GOLDEN=1 cargo test --lib i18n::tests::golden` and read the difference.

use std::{collections::BTreeSet, env, fmt::Write, fs, path::PathBuf};

use super::{
    super::{
        catalogue::tests::LogBuffer,
        format,
        keys::Key,
        locale::{Locale, vocabulary},
        menu::{Audience, menu},
        render::{ButtonKind, Rendered, page as web_page, render},
    },
    limits::longest,
    samples::{self, Foreign},
    used,
};
use crate::domain::supervisor::Role;

fn golden(locale: Locale) -> String {
    let mut page = String::new();
    for (title, reply) in samples::all(&Foreign::usual()) {
        let Rendered { text, keyboard, toast } = render(&reply, locale);
        writeln!(page, "=== {title}\n{text}").unwrap();
        for row in keyboard {
            let buttons = row.iter().map(|button| match &button.kind {
                ButtonKind::Action(action) => format!("[{}]({})", button.label, action.encode()),
                ButtonKind::Url(url) => format!("[{}]({url})", button.label),
            });
            writeln!(page, "{}", buttons.collect::<Vec<_>>().join(" ")).unwrap();
        }
        if let Some(toast) = toast {
            writeln!(page, "toast: {toast}").unwrap();
        }
        page.push('\n');
    }
    for (title, shown) in samples::pages(&Foreign::usual()) {
        writeln!(page, "=== {title}\n{}", web_page(&shown, locale)).unwrap();
    }
    for (title, audience) in [
        ("strangers", Audience::Strangers),
        ("admins", Audience::Person(Role::Admin)),
        ("groups", Audience::Group),
    ] {
        writeln!(page, "=== menu of commands, {title}").unwrap();
        for entry in menu(audience, true, locale) {
            assert!((1..=256).contains(&entry.description.chars().count()), "{entry:?}");
            writeln!(page, "/{} {}", entry.command, entry.description).unwrap();
        }
        page.push('\n');
    }
    page
}

#[test]
fn every_reply_reads_as_it_was_approved() {
    for locale in Locale::all() {
        let mut path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        path.push(format!("tests/golden/replies.{}.txt", locale.tag()));
        let page = golden(locale);
        if env::var_os("HUSHBOT_WRITE_GOLDEN").is_some() {
            fs::write(&path, &page).unwrap();
        }
        let approved = fs::read_to_string(&path).unwrap_or_default();
        let difference = page.lines().zip(approved.lines()).find(|(new, old)| new != old);
        assert!(
            page == approved,
            "{} differs, first in {difference:?} (new, approved); see the top of this test",
            path.display()
        );
    }
}

#[test]
fn every_message_is_asked_for_and_nothing_is_logged_as_missing() {
    let log = LogBuffer::default();
    log.recorded(|| {
        for locale in Locale::all() {
            golden(locale);
            for (_, reply) in longest() {
                render(&reply, locale);
            }
            format::duration(locale, jiff::SignedDuration::from_hours(25));
        }
        vocabulary();
        Locale::from_word("");
    });
    assert_eq!(log.text(), "");
    let keys: BTreeSet<&str> = Key::ALL.iter().map(|key| key.name()).collect();
    assert_eq!(used(), keys, "what no sample shows, nobody has read");
}
