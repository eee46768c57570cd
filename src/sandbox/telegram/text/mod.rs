//! Message text: parse modes, entities, and what Telegram finds by itself.
//!
//! Offsets and lengths are in UTF-16 code units, as everywhere in the Bot API.

mod detect;
mod html;
mod markdown;
mod render;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{error::ApiError, params::Params};

pub(super) use detect::detect;
pub(super) use render::to_html;

/// A text ends at this many UTF-16 units, counted after entities parsing (`sendMessage`).
const MAX_LENGTH: usize = 4096;

/// A marked piece of a text (`MessageEntity`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// `bold`, `bot_command`, `text_link`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// Where it starts, in UTF-16 units.
    pub offset: usize,
    /// How long it is, in UTF-16 units.
    pub length: usize,
    /// The link of a `text_link`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The person of a `text_mention`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Value>,
    /// The programming language of a `pre`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The sticker of a `custom_emoji`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_emoji_id: Option<String>,
}

impl Entity {
    /// An entity without the fields that only some kinds have.
    pub(super) fn new(kind: &str, offset: usize, length: usize) -> Self {
        Self {
            kind: kind.to_owned(),
            offset,
            length,
            url: None,
            user: None,
            language: None,
            custom_emoji_id: None,
        }
    }

    /// The first unit after it.
    pub(super) fn end(&self) -> usize {
        self.offset + self.length
    }
}

/// A text and what is marked in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Formatted {
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
}

/// How many UTF-16 units a text has.
pub(super) fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The text of `sendMessage` and `editMessageText`: `text` with `parse_mode` or `entities`.
pub(super) fn read(params: &Params) -> Result<Formatted, ApiError> {
    let text = params.text("text");
    if text.is_empty() {
        return Err(ApiError::bad("message text is empty"));
    }
    let parse = |parsed: Result<Formatted, String>| {
        parsed.map_err(|why| ApiError::bad(format!("can't parse entities: {why}")))
    };
    let formatted = match params.text("parse_mode").to_ascii_lowercase().as_str() {
        "html" => parse(html::parse(&text))?,
        "markdownv2" => parse(markdown::parse_v2(&text))?,
        "markdown" => parse(markdown::parse_legacy(&text))?,
        "" | "none" => Formatted { entities: given_entities(params, utf16_len(&text))?, text },
        _ => return Err(ApiError::bad("unsupported parse_mode")),
    };
    let formatted = finish(formatted);
    if formatted.text.is_empty() {
        return Err(ApiError::bad("message text is empty"));
    }
    if utf16_len(&formatted.text) > MAX_LENGTH {
        return Err(ApiError::bad("message is too long"));
    }
    Ok(formatted)
}

fn given_entities(params: &Params, length: usize) -> Result<Vec<Entity>, ApiError> {
    let cant = || ApiError::bad("can't parse entities JSON object");
    let Some(given) = params.json("entities").map_err(|_| cant())? else { return Ok(Vec::new()) };
    let entities: Vec<Entity> = serde_json::from_value(given).map_err(|_| cant())?;
    // What a person's client would find by itself is found again, not taken from the bot.
    Ok(entities
        .into_iter()
        .filter(|entity| !matches!(entity.kind.as_str(), "bot_command" | "url" | "hashtag"))
        .filter(|entity| entity.length > 0 && entity.end() <= length)
        .collect())
}

/// Trims the text, adds what Telegram finds by itself, puts the entities in order.
pub(super) fn finish(formatted: Formatted) -> Formatted {
    let Formatted { text, mut entities } = formatted;
    let trimmed = text.trim();
    let lead = utf16_len(&text[..text.len() - text.trim_start().len()]);
    let length = utf16_len(trimmed);
    entities.retain_mut(|entity| {
        let end = entity.end().saturating_sub(lead).min(length);
        entity.offset = entity.offset.saturating_sub(lead);
        entity.length = end.saturating_sub(entity.offset);
        entity.length > 0
    });
    let text = trimmed.to_owned();
    entities.extend(detect(&text, &entities));
    entities.sort_by(|a, b| {
        (a.offset, std::cmp::Reverse(a.length)).cmp(&(b.offset, std::cmp::Reverse(b.length)))
    });
    Formatted { text, entities }
}

/// The link of an `<a href>` or `[text](link)`: a mention of a person, a link, or nothing.
fn link_entity(url: &str, offset: usize, length: usize) -> Option<Entity> {
    if let Some(id) = url.strip_prefix("tg://user?id=").and_then(|id| id.parse::<u64>().ok()) {
        let user = Some(serde_json::json!({ "id": id }));
        return Some(Entity { user, ..Entity::new("text_mention", offset, length) });
    }
    let with_scheme = if url.contains("://") { url.to_owned() } else { format!("http://{url}") };
    let parsed = url::Url::parse(&with_scheme).ok()?;
    let known = matches!(parsed.scheme(), "http" | "https" | "tg" | "ton" | "tonsite");
    let host = parsed.host_str().is_some_and(|host| host.contains('.') || parsed.scheme() == "tg");
    (known && host)
        .then(|| Entity { url: Some(parsed.into()), ..Entity::new("text_link", offset, length) })
}

#[cfg(test)]
mod tests;
