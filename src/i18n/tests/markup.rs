//! Whatever comes from outside, the text stays valid in Telegram's HTML.

use super::{
    super::{
        locale::Locale,
        render::{ButtonKind, render},
    },
    samples::{self, Foreign},
};

const ALLOWED: [&str; 4] = ["b", "i", "code", "a"];

/// Checks tags and entities as strictly as Telegram does, and that no tag but the allowed ones
/// is used.
fn check(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', '&']) {
        let tail = &rest[at..];
        if tail.starts_with('&') {
            let end = tail.find(';').ok_or("an entity without an end")?;
            if !["&lt;", "&gt;", "&amp;", "&quot;"].contains(&&tail[..=end]) {
                return Err(format!("unknown entity {}", &tail[..=end]));
            }
            rest = &tail[end + 1..];
            continue;
        }
        let end = tail.find('>').filter(|_| tail.starts_with('<')).ok_or("a bracket alone")?;
        match tail[1..end].strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            None if ALLOWED.contains(&&tail[1..end]) => open.push(&tail[1..end]),
            _ => return Err(format!("unexpected {}", &tail[..=end])),
        }
        rest = &tail[end + 1..];
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

#[test]
fn the_check_finds_what_telegram_would_refuse() {
    for good in ["plain", "<b>x</b> &amp; <code>y</code>", "<b><i>x</i></b>"] {
        assert_eq!(check(good), Ok(()), "{good}");
    }
    for bad in ["<b>x", "x</b>", "<b><i>x</b></i>", "<u>x</u>", "a < b", "a > b", "&", "&nbsp;"] {
        assert!(check(bad).is_err(), "{bad}");
    }
}

#[test]
fn foreign_text_is_escaped_in_every_reply() {
    for (foreign, escaped) in [
        ("<b>&\"", "&lt;b&gt;&amp;&quot;"),
        ("</code>", "&lt;/"),
        ("&amp;", "&amp;amp;"),
        ("{ $x }", "{ $"),
    ] {
        let usual = samples::all(&Foreign::usual());
        let replies = samples::all(&Foreign::all(foreign));
        for locale in Locale::all() {
            let mut shown = 0;
            for ((title, reply), (_, usual)) in replies.iter().zip(&usual) {
                let text = render(reply, locale).text;
                check(&text).unwrap_or_else(|error| panic!("{title}: {error} in {text}"));
                if text != render(usual, locale).text {
                    shown += 1;
                    assert!(text.contains(escaped), "{title}: {text}");
                }
            }
            assert!(shown > 60, "foreign text is shown in {shown} replies only");
        }
    }
}

#[test]
fn foreign_text_stays_on_its_line_and_in_its_direction() {
    let replies = samples::all(&Foreign::all("a\nb\u{202e}\u{2066}c\u{7}"));
    let usual = samples::all(&Foreign::usual());
    for locale in Locale::all() {
        for ((title, reply), (_, usual)) in replies.iter().zip(&usual) {
            let (rendered, usual) = (render(reply, locale), render(usual, locale));
            let odd = |c: char| {
                matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                    || (c.is_control() && c != '\n')
            };
            assert!(!rendered.text.contains(odd), "{title}: {:?}", rendered.text);
            let lines = |text: &str| text.lines().count();
            assert_eq!(lines(&rendered.text), lines(&usual.text), "{title}");
            for button in rendered.keyboard.iter().flatten() {
                assert!(!button.label.contains(|c| odd(c) || c == '\n'), "{title}");
            }
        }
    }
}

#[test]
fn the_invite_link_can_be_shared_whole() {
    for (_, reply) in samples::all(&Foreign::usual()) {
        if !matches!(reply, crate::domain::reply::Reply::Invite { .. }) {
            continue;
        }
        for button in render(&reply, Locale::DEFAULT).keyboard.into_iter().flatten() {
            let ButtonKind::Url(url) = button.kind else { continue };
            let url = url::Url::parse(&url).unwrap();
            let link = url.query_pairs().find(|(key, _)| key == "url").unwrap().1.into_owned();
            assert_eq!(link, "https://t.me/hushbot?start=AAAAAAAAAAAAAAAAAAAAAA");
        }
    }
}
