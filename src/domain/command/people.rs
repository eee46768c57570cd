//! `/revoke ID`, and what a pasted invite holds.

use super::Command;
use crate::domain::{
    hint::{Hint, Word},
    supervisor::TelegramId,
};

pub(super) fn revoke(rest: &str) -> Result<Command, Hint> {
    let mut words = rest.split_whitespace();
    let id = words.next().ok_or(Hint::NoPerson(None))?;
    match (id.parse(), words.next()) {
        (Ok(id), None) => Ok(Command::Revoke(TelegramId(id))),
        _ => Err(Hint::NoPerson(Some(Word::new(id)))),
    }
}

/// The payload of a pasted `https://t.me/BOT?start=PAYLOAD` of this bot.
pub(super) fn invite_payload<'a>(text: &'a str, bot: &str) -> Option<&'a str> {
    let tail =
        text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    let tail = tail.strip_prefix("t.me/").or_else(|| tail.strip_prefix("telegram.me/"))?;
    let (name, payload) = tail.split_once("?start=")?;
    name.eq_ignore_ascii_case(bot).then_some(payload)
}
