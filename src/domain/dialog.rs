//! How people name a dialog: a number, a link, a session or a user code.

use std::{fmt, num::NonZeroU64};

use serde::{Deserialize, Serialize};
use url::Url;

use super::connection::PortalTag;

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
        (parts.len() == 4 && line_is_a_number && text.len() <= 255 && parts.iter().all(plain))
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
    /// `imol|livechat|22|1775|599` (a user code, also without `imol|`), or a link that holds one
    /// of them in `IM_DIALOG` or `IM_HISTORY`. `None` if it names no dialog.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim_matches(|c: char| "<>,;\"'`".contains(c));
        if word.contains("://") {
            return Self::from_link(word);
        }
        let target = match word.strip_prefix('#') {
            Some(number) => DialogId::from_digits(number).map(Target::Chat),
            None => parse_target(word),
        }?;
        Some(Self { target, via: Via::Default })
    }

    fn from_link(link: &str) -> Option<Self> {
        let url = Url::parse(link).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let host = url.host_str()?;
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let target = url.query_pairs().find_map(|(key, value)| match key.as_ref() {
            "IM_DIALOG" | "IM_HISTORY" => parse_target(&value),
            _ => None,
        })?;
        Some(Self { target, via: Via::Host(host) })
    }
}

/// After `imol|`, one number is a session and four parts are a user code.
fn parse_target(text: &str) -> Option<Target> {
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
        };
        let value: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
        write!(f, "https://{host}/online/?{key}={value}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chat(number: u64) -> Option<Target> {
        DialogId::new(number).map(Target::Chat)
    }

    fn code(text: &str) -> Option<Target> {
        UserCode::parse(text).map(Target::UserCode)
    }

    #[test]
    fn every_form_that_people_paste() {
        let host = |host: &str| Via::Host(host.to_owned());
        for (text, target, via) in [
            ("2024", chat(2024), Via::Default),
            ("#2024", chat(2024), Via::Default),
            ("chat2024", chat(2024), Via::Default),
            ("CHAT2024,", chat(2024), Via::Default),
            ("<2024>", chat(2024), Via::Default),
            ("imol|321", Some(Target::Session(321)), Via::Default),
            ("imol|livechat|22|1775|599", code("livechat|22|1775|599"), Via::Default),
            ("telegrambot|2|209607941|744", code("telegrambot|2|209607941|744"), Via::Default),
            (
                "https://a.bitrix24.com/online/?IM_DIALOG=chat2024",
                chat(2024),
                host("a.bitrix24.com"),
            ),
            (
                "https://A.Bitrix24.com/online/?IM_DIALOG=chat7&IM_MESSAGE=9",
                chat(7),
                host("a.bitrix24.com"),
            ),
            (
                "https://box.example:8443/b/online/?x=1&IM_DIALOG=chat7",
                chat(7),
                host("box.example:8443"),
            ),
            (
                "https://a.bitrix24.ru/online/?IM_HISTORY=imol%7C321",
                Some(Target::Session(321)),
                host("a.bitrix24.ru"),
            ),
            (
                "https://a.bitrix24.ru/contact_center/dialog_list/?CONFIG_ID=3&IM_HISTORY=imol|321",
                Some(Target::Session(321)),
                host("a.bitrix24.ru"),
            ),
            (
                "https://a.bitrix24.ru/online/?IM_DIALOG=imol%7Clivechat%7C22%7C1775%7C599",
                code("livechat|22|1775|599"),
                host("a.bitrix24.ru"),
            ),
        ] {
            assert_eq!(
                DialogRef::parse(text),
                target.map(|target| DialogRef { target, via }),
                "{text}"
            );
        }
    }

    #[test]
    fn what_names_no_dialog() {
        for text in [
            "",
            "0",
            "-1",
            "+5",
            "chat",
            "chat0",
            "chat-1",
            "sg12",
            "crm12",
            "on",
            "20a24",
            "2 024",
            "２０２４",
            "99999999999999999999",
            "imol|",
            "imol|a",
            "imol|a|b|c|d",
            "a|1|2",
            "a|1||4",
            "https://a.example/online/",
            "https://a.example/?IM_DIALOG=sg5",
            "ftp://a.example/?IM_DIALOG=chat5",
            "https://?IM_DIALOG=chat5",
        ] {
            assert_eq!(DialogRef::parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_word_panics_and_what_parses_prints_back_to_itself(word in "\\PC{0,60}") {
            if let Some(reference) = DialogRef::parse(&word) {
                prop_assert_eq!(DialogRef::parse(&reference.to_string()), Some(reference));
            }
        }

        #[test]
        fn links_print_back_to_themselves(
            host in "[a-z]{1,8}\\.bitrix24\\.(com|ru|com\\.tr)(:[1-9][0-9]{3})?",
            path in "(online/|b24/online/)?",
            value in "(chat[0-9]{1,12}|imol\\|[0-9]{1,9}|imol\\|[a-z_]{1,8}\\|[0-9]{1,3}\\|[a-z0-9+%]{1,9}\\|[0-9]{1,9})",
        ) {
            let value: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
            let link = format!("https://{host}/{path}?IM_DIALOG={value}");
            if let Some(reference) = DialogRef::parse(&link) {
                prop_assert_eq!(DialogRef::parse(&reference.to_string()), Some(reference));
            }
        }
    }
}
