//! How people name a dialog: a number, a link, a session or a user code.

use std::{fmt, num::NonZeroU64};

use serde::{Deserialize, Serialize};
use url::Url;

use super::{connection::PortalTag, crm::CrmCard};

/// The number of an open channel's chat: `CHAT_ID` of the REST methods, the digits of the
/// `DIALOG_ID` form `chat2024`. Between 1 and 2^53, so that it survives every JSON on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DialogId(NonZeroU64);

impl DialogId {
    /// `None` for 0 and for what is past 2^53.
    pub fn new(number: u64) -> Option<Self> {
        NonZeroU64::new(number).filter(|n| n.get() <= 1 << 53).map(Self)
    }

    /// The bare number.
    pub fn get(self) -> u64 {
        self.0.get()
    }

    fn from_digits(text: &str) -> Option<Self> {
        digits(text).and_then(Self::new)
    }
}

impl fmt::Display for DialogId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The four parts that name a client in a connector (`USER_CODE`), without the leading `imol|`:
/// connector, line, the connector's chat, the connector's user.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UserCode(String);

impl UserCode {
    fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('|').collect();
        let plain = |part: &&str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_graphic() && !"<>\"'&".contains(c))
        };
        let line_is_a_number = parts.get(1).is_some_and(|line| digits(line).is_some());
        // What a word loses at its ends must not be part of a code, nor what stands for a `|`.
        let whole = text.trim_matches(is_around) == text && !text.to_lowercase().contains("%7c");
        (parts.len() == 4
            && line_is_a_number
            && whole
            && text.len() <= 255
            && parts.iter().all(plain))
        .then(|| Self(text.to_owned()))
    }

    /// The code as the REST methods take it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a reference names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// The chat itself: no look-up needed.
    Chat(DialogId),
    /// A session of the chat; the portal knows which chat.
    Session(u64),
    /// A client's code; the portal knows which chat.
    UserCode(UserCode),
    /// A CRM card; the portal knows which chats, and it may be several or none.
    Crm(CrmCard),
}

/// Which of their connections somebody means.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Via {
    /// The one they use by default.
    #[default]
    Default,
    /// The one to the portal with this host (lower case, with a port where the link had one).
    Host(String),
    /// The one to the portal that a button belongs to.
    Portal(PortalTag),
}

/// A dialog as somebody named it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DialogRef {
    /// What it names.
    pub target: Target,
    /// On which portal.
    pub via: Via,
}

impl DialogRef {
    /// A chat on the portal that the person uses by default.
    pub fn chat(id: DialogId) -> Self {
        Self { target: Target::Chat(id), via: Via::Default }
    }

    /// Reads one word of a message: `2024`, `#2024`, `chat2024`, `imol|321` (a session),
    /// `imol|livechat|22|1775|599` (a user code, also without `imol|`), `crm|deal|77` (a CRM
    /// card), a link that holds one of the first in `IM_DIALOG` or `IM_HISTORY`, or a link to a
    /// CRM card. In any letter case, with `%7C` for `|`, and with punctuation around it. `None`
    /// if it names no dialog.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim_matches(is_around);
        if word.contains("://") {
            return Self::from_link(word);
        }
        // Some apps show links without their scheme.
        if word.split('/').next().is_some_and(|host| host.len() < word.len() && host.contains('.'))
        {
            return Self::from_link(&format!("https://{word}"));
        }
        let target = match word.strip_prefix('#') {
            Some(number) => DialogId::from_digits(number).map(Target::Chat),
            None => parse_target(&word.replace("%7C", "|").replace("%7c", "|")),
        }?;
        Some(Self { target, via: Via::Default })
    }

    /// The links to dialogs and to CRM cards that stand anywhere in a word.
    pub fn links_in(word: &str) -> impl Iterator<Item = Self> {
        let scheme =
            |at: usize| word[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        let starts: Vec<usize> = word.match_indices("://").map(|(at, _)| scheme(at)).collect();
        let starts = if starts.is_empty() { vec![0] } else { starts };
        let ends = starts.iter().skip(1).copied().chain([word.len()]);
        let parts = starts.clone().into_iter().zip(ends.collect::<Vec<_>>());
        let links = parts.filter_map(|(from, to)| Self::parse(word.get(from..to)?));
        links.filter(|reference| matches!(reference.via, Via::Host(_)))
    }

    fn from_link(link: &str) -> Option<Self> {
        let url = Url::parse(link).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let host = url.host_str()?;
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let named =
            |key: &str| ["IM_DIALOG", "IM_HISTORY"].iter().any(|k| key.eq_ignore_ascii_case(k));
        let mut pairs = url.query_pairs().filter(|(key, _)| named(key));
        let target =
            match pairs.find_map(|(_, value)| parse_target(value.trim_end_matches(is_around))) {
                Some(target) => target,
                None => CrmCard::from_path(url.path_segments()?).map(Target::Crm)?,
            };
        Some(Self { target, via: Via::Host(host) })
    }
}

/// What may stand around a reference in a sentence.
fn is_around(c: char) -> bool {
    "<>()[]{},;.:!?…\"'`«»“”„‘’".contains(c)
}

/// After `imol|`, one number is a session and four parts are a user code.
fn parse_target(text: &str) -> Option<Target> {
    if let Some(card) = strip_prefix_ignore_case(text, "crm|") {
        return CrmCard::parse(card).map(Target::Crm);
    }
    if let Some(rest) = strip_prefix_ignore_case(text, "imol|") {
        return digits(rest)
            .filter(|session| *session > 0)
            .map(Target::Session)
            .or_else(|| UserCode::parse(rest).map(Target::UserCode));
    }
    let number = strip_prefix_ignore_case(text, "chat").unwrap_or(text);
    DialogId::from_digits(number)
        .map(Target::Chat)
        .or_else(|| UserCode::parse(text).map(Target::UserCode))
}

fn strip_prefix_ignore_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, tail) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(tail)
}

/// A number written in ASCII digits only: no sign, no spaces.
fn digits(text: &str) -> Option<u64> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chat(id) => write!(f, "{id}"),
            Self::Session(id) => write!(f, "imol|{id}"),
            Self::UserCode(code) => write!(f, "imol|{}", code.as_str()),
            Self::Crm(card) => write!(f, "crm|{}|{}", card.kind.name(), card.id),
        }
    }
}

/// Prints what parses back to the same reference. The portal of a button has no form that
/// could be typed and is left out.
impl fmt::Display for DialogRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Via::Host(host) = &self.via else { return self.target.fmt(f) };
        let (key, value) = match &self.target {
            Target::Chat(id) => ("IM_DIALOG", format!("chat{id}")),
            Target::Session(_) => ("IM_HISTORY", self.target.to_string()),
            Target::UserCode(_) => ("IM_DIALOG", self.target.to_string()),
            Target::Crm(card) => return write!(f, "https://{host}{}", card.path()),
        };
        let value: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
        write!(f, "https://{host}/online/?{key}={value}")
    }
}

#[cfg(test)]
#[path = "dialog_tests.rs"]
mod tests;
