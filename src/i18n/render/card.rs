//! What every answer about one dialog shows below its first words, and its buttons.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME, is_blank},
    },
    Button, dialog, keyboard,
};
use crate::domain::{
    card::{Back, Card, Operator, parties},
    silent_mode::Switch,
};

/// What a silence that has only begun is not told for.
const BEGUN: jiff::SignedDuration = jiff::SignedDuration::from_mins(1);

/// What the dialog's state means for what people write, where it is known.
pub(super) fn means(card: &Card, locale: Locale) -> Option<Html> {
    if card.closed {
        return Some(locale.html(Key::StatusClosed, Args::new()));
    }
    card.silent.map(|silent| dialog::means(silent, card.generation, locale))
}

/// The facts that are known, a short line for each.
pub(super) fn facts(card: &Card, locale: Locale) -> Vec<Html> {
    let lines = [where_from(card, locale), operator(card, locale), silenced(card, locale)];
    lines.into_iter().flatten().chain(ends(card, locale)).collect()
}

/// The rows of a card: what is done to the dialog, for how long, and where to look.
pub(super) fn keyboard(card: &Card, first: Vec<Button>, locale: Locale) -> Vec<Vec<Button>> {
    vec![first, keyboard::times(&card.place, locale), look(card, locale)]
}

/// The buttons that change nothing.
pub(super) fn look(card: &Card, locale: Locale) -> Vec<Button> {
    let refresh = keyboard::status(&card.place, Key::ButtonRefresh, locale);
    [refresh].into_iter().chain(keyboard::open(card, locale)).collect()
}

/// The orders that change something, as far as it is known, and the way back.
pub(super) fn orders(card: &Card, back: Option<Back>, locale: Locale) -> Vec<Button> {
    let orders: &[Switch] = match card.silent {
        Some(true) => &[Switch::Off],
        Some(false) => &[Switch::On],
        None => &[Switch::On, Switch::Off],
    };
    let switch = |order: &Switch| keyboard::switch(&card.place, *order, locale);
    let undo = back.map(|back| keyboard::undo(&card.place, back, locale));
    orders.iter().map(switch).chain(undo).collect()
}

/// The channel and the line.
fn where_from(card: &Card, locale: Locale) -> Option<Html> {
    let channel = card.channel.as_deref().filter(|code| !is_blank(code));
    let channel = channel.map(|code| {
        let args = Args::new().choice("channel", kind(code)).name("code", code, NAME);
        locale.html(Key::CardChannel, args)
    });
    let line = card.place.name.as_deref().and_then(|name| parties(name).1);
    let line = line.map(|line| locale.html(Key::CardLine, Args::new().name("line", line, NAME)));
    let parts: Vec<Html> = channel.into_iter().chain(line).collect();
    (!parts.is_empty()).then(|| Html::dotted(parts))
}

/// The connectors that the locales have a word for, by their codes.
fn kind(code: &str) -> &'static str {
    const KINDS: [(&str, &str); 18] = [
        ("livechat", "livechat"),
        ("telegram", "telegram"),
        ("whatsapp", "whatsapp"),
        ("viber", "viber"),
        ("fbinstagram", "instagram"),
        ("instagram", "instagram"),
        ("facebook", "facebook"),
        ("vk", "vk"),
        ("ok", "ok"),
        ("avito", "avito"),
        ("imessage", "imessage"),
        ("network", "network"),
        ("olx", "olx"),
        ("wechat", "wechat"),
        ("notifications", "notifications"),
        ("max", "max"),
        ("wazzup", "wazzup"),
        ("skype", "skype"),
    ];
    let code = code.to_ascii_lowercase();
    // Two letters say too little about how a longer code goes on.
    let fits = |name: &str| if name == "ok" { code == name } else { code.starts_with(name) };
    KINDS.iter().find(|(name, _)| fits(name)).map_or("unknown", |(_, kind)| kind)
}

fn operator(card: &Card, locale: Locale) -> Option<Html> {
    let args = Args::new();
    match &card.operator {
        Operator::Unknown => None,
        Operator::Nobody => Some(locale.html(Key::CardOperatorNobody, args)),
        Operator::Numbered(id) => {
            let args = args.exact("number", &id.to_string(), NAME);
            Some(locale.html(Key::CardOperatorNumber, args))
        }
        Operator::Named(name) => {
            Some(locale.html(Key::CardOperator, args.name("name", name, NAME)))
        }
    }
}

fn silenced(card: &Card, locale: Locale) -> Option<Html> {
    let silenced = card.silenced.as_ref().filter(|silenced| silenced.lasts >= BEGUN)?;
    let args = Args::new().html("duration", format::lasted(locale, silenced.lasts));
    Some(locale.html(Key::CardSilenced, args.name("name", &silenced.by, NAME)))
}

fn ends(card: &Card, locale: Locale) -> Option<Html> {
    let ends = card.ends?;
    let args = Args::new().html("duration", format::minutes(locale, ends.left));
    Some(match ends.clock {
        Some(clock) => {
            locale.html(Key::CardEndsAt, args.html("clock", format::clock(locale, clock)))
        }
        None => locale.html(Key::CardEnds, args),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connectors_are_told_by_how_their_codes_begin() {
        for (code, expected) in [
            ("livechat", "livechat"),
            ("telegrambot", "telegram"),
            ("whatsappbytwilio", "whatsapp"),
            ("whatsappbyedna", "whatsapp"),
            ("fbinstagramdirect", "instagram"),
            ("facebookcomments", "facebook"),
            ("vkgroup", "vk"),
            ("Avito", "avito"),
            ("ok", "ok"),
            ("okdesk_chat", "unknown"),
            ("my_app", "unknown"),
            ("", "unknown"),
        ] {
            assert_eq!(kind(code), expected, "{code}");
        }
    }
}
