//! What Telegram finds in a text by itself: bot commands, mentions, hashtags, links.

use super::{Entity, utf16_len};

/// Endings that make a bare host a link. Telegram knows all of them; these are the ones that
/// people of this bot paste.
const TOP_LEVEL: [&str; 24] = [
    "com", "net", "org", "ru", "by", "kz", "ua", "uz", "kg", "am", "ge", "io", "me", "dev", "app",
    "eu", "de", "fr", "uk", "pl", "info", "biz", "pro", "рф",
];

/// The entities of `text` outside of `marked` code, `pre` and links.
pub(in super::super) fn detect(text: &str, marked: &[Entity]) -> Vec<Entity> {
    let mut found = Vec::new();
    if !text.contains(['/', '@', '#', '.']) {
        return found;
    }
    let mut offset = 0;
    let mut before = None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let at_word_start = before.is_none_or(|c: char| !is_word(c) && !"/@#<>".contains(c));
        let hit = if at_word_start { starting(first, rest) } else { None };
        let (kind, bytes) = hit.unwrap_or(("", first.len_utf8()));
        let piece = &rest[..bytes];
        let length = utf16_len(piece);
        if !kind.is_empty() && !is_taken(marked, offset, offset + length) {
            found.push(Entity::new(kind, offset, length));
        }
        offset += length;
        before = piece.chars().next_back();
        rest = &rest[bytes..];
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_taken(marked: &[Entity], start: usize, end: usize) -> bool {
    marked.iter().any(|entity| {
        matches!(entity.kind.as_str(), "code" | "pre" | "text_link" | "text_mention")
            && entity.offset < end
            && start < entity.end()
    })
}

/// What starts at the beginning of `rest`, and its bytes.
fn starting(first: char, rest: &str) -> Option<(&'static str, usize)> {
    match first {
        '/' => command(rest).map(|bytes| ("bot_command", bytes)),
        '@' => name(&rest[1..], 4, 32).map(|bytes| ("mention", 1 + bytes)),
        '#' => hashtag(rest).map(|bytes| ("hashtag", bytes)),
        c if c.is_alphanumeric() => link(rest).map(|bytes| ("url", bytes)),
        _ => None,
    }
}

/// The bytes of an ASCII name at the start of `text`, if its length fits and a word ends there.
fn name(text: &str, least: usize, most: usize) -> Option<usize> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    let ends = text[end..].chars().next().is_none_or(|c| !is_word(c));
    (ends && (least..=most).contains(&end)).then_some(end)
}

fn command(rest: &str) -> Option<usize> {
    let end = 1 + name(&rest[1..], 1, 64)?;
    let after = &rest[end..];
    if after.starts_with('/') {
        return None;
    }
    match after.strip_prefix('@').and_then(|bot| name(bot, 3, 32)) {
        Some(bot) => Some(end + 1 + bot),
        None => Some(end),
    }
}

/// A hashtag needs a letter: `#2024` is none.
fn hashtag(rest: &str) -> Option<usize> {
    let body = &rest[1..];
    let end = body.find(|c| !is_word(c)).unwrap_or(body.len());
    body[..end].chars().any(char::is_alphabetic).then_some(1 + end)
}

fn link(rest: &str) -> Option<usize> {
    let end =
        rest.find(|c: char| c.is_whitespace() || "<>\"«»“”".contains(c)).unwrap_or(rest.len());
    let candidate = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', ']']);
    let lower = candidate.to_lowercase();
    let host_of = |text: &str| {
        let host = text.split(['/', '?', '#']).next().unwrap_or_default();
        host.rsplit('@').next().unwrap_or_default().to_owned()
    };
    let is_link = if let Some(after) = ["http://", "https://", "ftp://", "tg://"]
        .iter()
        .find_map(|scheme| lower.strip_prefix(scheme))
    {
        lower.starts_with("tg://") || host_of(after).contains('.')
    } else {
        let host = host_of(&lower);
        let host = host.split(':').next().unwrap_or_default();
        !lower.split('/').next().unwrap_or_default().contains('@')
            && host.rsplit_once('.').is_some_and(|(label, top)| {
                !label.is_empty() && !label.ends_with('.') && TOP_LEVEL.contains(&top)
            })
    };
    is_link.then_some(candidate.len())
}
