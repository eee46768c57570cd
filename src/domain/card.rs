//! What the card of one dialog shows besides its state.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use url::Host;

use super::{connection::PortalAddress, dialog::DialogId, silent_mode::Generation, toggle::Place};

/// What is known of one dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Where.
    pub place: Place,
    /// What connects the client: `livechat`, `telegrambot`, …. Foreign text.
    pub channel: Option<String>,
    /// Who answers.
    pub operator: Operator,
    /// Whether silent mode is on for the caller; `None` where the portal does not tell.
    pub silent: Option<bool>,
    /// Whose flag it is there: it decides whether the words are "your messages".
    pub generation: Generation,
    /// The session has ended: what is written reaches nobody until a new one starts.
    pub closed: bool,
    /// Since when it is silent, where hushbot did it.
    pub silenced: Option<Silenced>,
    /// When hushbot will switch it off by itself, if it will.
    pub ends: Option<Ends>,
    /// Where the dialog opens on the portal, if Telegram takes the address.
    pub link: Option<String>,
}

impl Card {
    /// A card of which nothing is known but where the dialog is.
    pub fn bare(place: Place, generation: Generation) -> Self {
        Self {
            place,
            channel: None,
            operator: Operator::Unknown,
            silent: None,
            generation,
            closed: false,
            silenced: None,
            ends: None,
            link: None,
        }
    }
}

/// Who answers a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operator {
    /// It was not read.
    Unknown,
    /// Nobody has taken it.
    Nobody,
    /// Somebody whose name can't be had: their number on the portal.
    Numbered(u64),
    /// Somebody by name. Foreign text.
    Named(String),
}

/// When a silence ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// In how long.
    pub left: SignedDuration,
    /// When, on the person's clock, where their time zone is known.
    pub clock: Option<Clock>,
}

/// A moment on somebody's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The moment.
    pub at: DateTime,
    /// The day it is there now.
    pub today: Date,
}

impl Ends {
    /// The end at `end`, seen at `now` by somebody in the time zone of this IANA name.
    pub fn at(end: Timestamp, now: Timestamp, zone: Option<&str>) -> Self {
        let left = end.duration_since(now).max(SignedDuration::ZERO);
        let zone = zone.and_then(|name| TimeZone::get(name).ok());
        let clock = zone
            .map(|zone| Clock { at: zone.to_datetime(end), today: zone.to_datetime(now).date() });
        Self { left, clock }
    }
}

/// What was before a switch, and what the undo button leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// Not silent.
    Off,
    /// Silent without an end.
    On,
    /// Silent until then.
    Until(Timestamp),
}

impl Back {
    /// What a state is to go back to, in whole seconds as buttons hold them.
    pub fn of(silent: bool, end: Option<Timestamp>) -> Self {
        let whole = |end: Timestamp| Timestamp::from_second(end.as_second()).unwrap_or(end);
        match (silent, end) {
            (false, _) => Self::Off,
            (true, None) => Self::On,
            (true, Some(end)) => Self::Until(whole(end)),
        }
    }
}

/// Since when a dialog is silent, and through whom, as far as hushbot did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silenced {
    /// For how long it has been silent.
    pub lasts: SignedDuration,
    /// The name of whoever ordered it. Foreign text.
    pub by: String,
}

/// Where a dialog opens on its portal. `None` where Telegram would refuse a button with the
/// address, and the whole message with it: it wants a host with a dot in it.
pub fn link(portal: &PortalAddress, dialog: DialogId) -> Option<String> {
    let takes = match portal.url().host()? {
        Host::Domain(name) => name.trim_matches('.').contains('.'),
        Host::Ipv4(_) => true,
        Host::Ipv6(_) => false,
    };
    let mut url = portal.url().join("online/").ok()?;
    url.set_query(Some(&format!("IM_DIALOG=chat{dialog}")));
    (takes && matches!(url.scheme(), "http" | "https")).then(|| url.into())
}

/// A dialog's name in its parts: the client, and the line behind the last dash, where there is
/// one.
pub fn parties(name: &str) -> (&str, Option<&str>) {
    match name.rsplit_once(" - ") {
        Some((client, line)) if !client.trim().is_empty() && !line.trim().is_empty() => {
            (client.trim(), Some(line.trim()))
        }
        _ => (name.trim(), None),
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    #[test]
    fn a_name_is_split_at_its_last_dash() {
        for (name, client, line) in [
            ("Anna - Website", "Anna", Some("Website")),
            ("Anna - VIP - Website", "Anna - VIP", Some("Website")),
            ("Anna-Maria", "Anna-Maria", None),
            ("Anna", "Anna", None),
            (" - Website", "- Website", None),
            ("Anna - ", "Anna -", None),
            ("", "", None),
        ] {
            assert_eq!(parties(name), (client, line), "{name:?}");
        }
    }

    #[test]
    fn a_link_is_one_that_telegram_takes() {
        let dialog = DialogId::new(2024).unwrap();
        for (portal, expected) in [
            ("https://a.bitrix24.com/", Some("https://a.bitrix24.com/online/?IM_DIALOG=chat2024")),
            (
                "https://box.example:8443/b24/",
                Some("https://box.example:8443/b24/online/?IM_DIALOG=chat2024"),
            ),
            ("http://127.0.0.1:80/", Some("http://127.0.0.1/online/?IM_DIALOG=chat2024")),
            ("https://localhost/", None),
            ("https://intranet/b24/", None),
            ("https://[::1]/", None),
        ] {
            let portal = PortalAddress::new(Url::parse(portal).unwrap()).unwrap();
            assert_eq!(link(&portal, dialog).as_deref(), expected, "{portal}");
        }
    }

    #[test]
    fn an_end_is_told_on_the_persons_clock() {
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        let ends =
            |zone| Ends::at(time("2026-03-05T23:10:00Z"), time("2026-03-05T22:45:00Z"), zone);
        assert_eq!(ends(None), Ends { left: SignedDuration::from_mins(25), clock: None });
        assert_eq!(ends(Some("Atlantis/Sunken")).clock, None);
        let clock = ends(Some("UTC")).clock.unwrap();
        assert_eq!((clock.at.time().hour(), clock.at.date()), (23, clock.today));
        let over = Ends::at(time("2026-03-05T22:00:00Z"), time("2026-03-05T22:45:00Z"), None);
        assert_eq!(over.left, SignedDuration::ZERO);
    }

    #[test]
    fn what_was_before_is_kept_to_the_second() {
        let end: Timestamp = "2026-03-05T22:45:00.7Z".parse().unwrap();
        let whole = "2026-03-05T22:45:00Z".parse().unwrap();
        assert_eq!(Back::of(true, Some(end)), Back::Until(whole));
        assert_eq!(Back::of(false, Some(end)), Back::Off);
        assert_eq!(Back::of(true, None), Back::On);
    }
}
