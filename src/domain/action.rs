//! What a button does, and its form in a callback query's data (1 to 64 bytes, no secrets).

use jiff::Timestamp;

use super::{
    card::Back,
    connection::{ConnectionId, PortalTag},
    dialog::DialogId,
    hint::Word,
    lasting::Lasting,
    picker::Wanted,
    sign_in::PortalName,
    silent_mode::Switch,
};

/// What pressing a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Switch a dialog. An order, not a toggle: a button does what its label says or nothing.
    Switch {
        /// On which portal.
        portal: PortalTag,
        /// Which dialog.
        dialog: DialogId,
        /// Which way.
        order: Switch,
    },
    /// Switch a dialog on for some time, from now.
    Silence {
        /// On which portal.
        portal: PortalTag,
        /// Which dialog.
        dialog: DialogId,
        /// For how long.
        lasting: Lasting,
    },
    /// Run an order that was too old to be run when it came.
    RunNow {
        /// The update that it came with.
        update: u64,
    },
    /// Show a dialog's state afresh.
    Status {
        /// On which portal.
        portal: PortalTag,
        /// Which dialog.
        dialog: DialogId,
    },
    /// Speak this language from now on.
    Language(Word),
    /// Use this connection by default.
    UsePortal(ConnectionId),
    /// Forget this connection.
    Disconnect(ConnectionId),
    /// Lead a dialog back to what was before a switch.
    Undo {
        /// On which portal.
        portal: PortalTag,
        /// Which dialog.
        dialog: DialogId,
        /// What was before.
        back: Back,
    },
    /// Show a page of a list of dialogs.
    Dialogs(Wanted),
    /// Show all that is silent.
    Silenced,
    /// Switch off all that the person has silenced.
    AllOff,
    /// Sign in on a portal.
    SignIn(PortalName),
}

impl Action {
    /// The button's data. The longest is that of a sign-in on a portal with a long name, of those
    /// that fit a button: 64 bytes.
    pub fn encode(&self) -> String {
        match self {
            Self::Switch { portal, dialog, order: Switch::On } => format!("on:{portal}:{dialog}"),
            Self::Switch { portal, dialog, order: Switch::Off } => format!("off:{portal}:{dialog}"),
            Self::Silence { portal, dialog, lasting } => {
                format!("for:{portal}:{dialog}:{}", lasting.minutes())
            }
            Self::RunNow { update } => format!("run:{update}"),
            Self::Status { portal, dialog } => format!("st:{portal}:{dialog}"),
            Self::Language(code) => format!("lang:{}", code.as_str()),
            Self::UsePortal(connection) => format!("use:{connection}"),
            Self::Disconnect(connection) => format!("bye:{connection}"),
            Self::Undo { portal, dialog, back } => {
                let back = match back {
                    Back::Off => "off".to_owned(),
                    Back::On => "on".to_owned(),
                    Back::Until(end) => end.as_second().to_string(),
                };
                format!("undo:{portal}:{dialog}:{back}")
            }
            Self::Dialogs(Wanted { portal, words, page }) => {
                let portal = portal.map(|portal| portal.to_string()).unwrap_or_default();
                format!("list:{portal}:{page}:{words}")
            }
            Self::Silenced => "all:".to_owned(),
            Self::AllOff => "alloff:".to_owned(),
            Self::SignIn(portal) => format!("sign:{}", portal.as_str()),
        }
    }

    /// Reads a button's data; `None` for what this version of the bot has not written.
    pub fn decode(data: &str) -> Option<Self> {
        let (verb, rest) = data.split_once(':')?;
        let read_pair = |text: &str| {
            let (portal, dialog) = text.split_once(':')?;
            let portal = u32::from_str_radix(portal, 16).ok().map(PortalTag)?;
            Some((portal, DialogId::new(dialog.parse().ok()?)?))
        };
        let pair = || read_pair(rest);
        let connection = || rest.parse().ok().map(ConnectionId);
        match verb {
            "on" | "off" => {
                let order = Switch::to(verb == "on");
                pair().map(|(portal, dialog)| Self::Switch { portal, dialog, order })
            }
            "st" => pair().map(|(portal, dialog)| Self::Status { portal, dialog }),
            "for" => {
                let (place, minutes) = rest.rsplit_once(':')?;
                let (portal, dialog) = read_pair(place)?;
                let lasting = Lasting::from_minutes(minutes.parse().ok()?)?;
                Some(Self::Silence { portal, dialog, lasting })
            }
            "run" => rest.parse().ok().map(|update| Self::RunNow { update }),
            "lang" if !rest.is_empty() && rest.len() <= 35 => Some(Self::Language(Word::new(rest))),
            "use" => connection().map(Self::UsePortal),
            "bye" => connection().map(Self::Disconnect),
            "undo" => {
                let (place, back) = rest.rsplit_once(':')?;
                let (portal, dialog) = read_pair(place)?;
                let back = match back {
                    "off" => Back::Off,
                    "on" => Back::On,
                    end => Back::Until(Timestamp::from_second(end.parse().ok()?).ok()?),
                };
                Some(Self::Undo { portal, dialog, back })
            }
            "list" => {
                let (portal, rest) = rest.split_once(':')?;
                let (page, words) = rest.split_once(':')?;
                let portal = match portal {
                    "" => None,
                    tag => Some(PortalTag(u32::from_str_radix(tag, 16).ok()?)),
                };
                let page = page.parse().ok()?;
                Some(Self::Dialogs(Wanted { portal, words: words.to_owned(), page }))
            }
            "all" => Some(Self::Silenced),
            "alloff" => Some(Self::AllOff),
            "sign" => PortalName::read(rest).map(Self::SignIn),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_survives_its_data_at_the_largest_ids() {
        let connection = ConnectionId(u16::MAX);
        let portal = PortalTag(u32::MAX);
        let dialog = DialogId::new(1 << 53).unwrap();
        for action in [
            Action::Switch { portal, dialog, order: Switch::On },
            Action::Switch { portal, dialog, order: Switch::Off },
            Action::Status { portal, dialog },
            Action::Silence { portal, dialog, lasting: Lasting::LONGEST },
            Action::RunNow { update: u64::MAX },
            Action::Language(Word::new("zh-hans")),
            Action::UsePortal(connection),
            Action::Disconnect(connection),
            Action::Undo { portal, dialog, back: Back::Off },
            Action::Undo { portal, dialog, back: Back::On },
            Action::Undo {
                portal,
                dialog,
                back: Back::Until(Timestamp::from_second(99_999_999_999).unwrap()),
            },
            Action::Dialogs(Wanted {
                portal: Some(portal), words: "я".repeat(20), page: u16::MAX
            }),
            Action::Dialogs(Wanted::default()),
            Action::Silenced,
            Action::AllOff,
            Action::SignIn(PortalName::read(&format!("http://{}.com", "x".repeat(48))).unwrap()),
        ] {
            let data = action.encode();
            assert!((1..=64).contains(&data.len()), "{data}");
            assert_eq!(Action::decode(&data), Some(action));
        }
    }

    #[test]
    fn foreign_data_is_not_understood() {
        for data in [
            "",
            "on",
            "on:1",
            "on:1:0",
            "on:xyz:5",
            "off:1:-5",
            "toggle:1:5",
            "lang:",
            "use:99999",
            "for:1:5:0",
            "for:1:5",
            "run:x",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
