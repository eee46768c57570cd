//! What a button does, and its form in a callback query's data (1 to 64 bytes, no secrets).

use super::{
    connection::{ConnectionId, PortalTag},
    dialog::DialogId,
    hint::Word,
    silent_mode::Switch,
};

/// What pressing a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Switch a dialog. An order, not a toggle: an old button does what its label says.
    Switch {
        /// On which portal.
        portal: PortalTag,
        /// Which dialog.
        dialog: DialogId,
        /// Which way.
        order: Switch,
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
}

impl Action {
    /// The button's data. The longest is a switch with the largest ids: 29 bytes.
    pub fn encode(&self) -> String {
        match self {
            Self::Switch { portal, dialog, order: Switch::On } => format!("on:{portal}:{dialog}"),
            Self::Switch { portal, dialog, order: Switch::Off } => format!("off:{portal}:{dialog}"),
            Self::Status { portal, dialog } => format!("st:{portal}:{dialog}"),
            Self::Language(code) => format!("lang:{}", code.as_str()),
            Self::UsePortal(connection) => format!("use:{connection}"),
            Self::Disconnect(connection) => format!("bye:{connection}"),
        }
    }

    /// Reads a button's data; `None` for what this version of the bot has not written.
    pub fn decode(data: &str) -> Option<Self> {
        let (verb, rest) = data.split_once(':')?;
        let pair = || {
            let (portal, dialog) = rest.split_once(':')?;
            let portal = u32::from_str_radix(portal, 16).ok().map(PortalTag)?;
            Some((portal, DialogId::new(dialog.parse().ok()?)?))
        };
        let connection = || rest.parse().ok().map(ConnectionId);
        match verb {
            "on" | "off" => {
                let order = Switch::to(verb == "on");
                pair().map(|(portal, dialog)| Self::Switch { portal, dialog, order })
            }
            "st" => pair().map(|(portal, dialog)| Self::Status { portal, dialog }),
            "lang" if !rest.is_empty() && rest.len() <= 35 => Some(Self::Language(Word::new(rest))),
            "use" => connection().map(Self::UsePortal),
            "bye" => connection().map(Self::Disconnect),
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
            Action::Language(Word::new("zh-hans")),
            Action::UsePortal(connection),
            Action::Disconnect(connection),
        ] {
            let data = action.encode();
            assert!((1..=64).contains(&data.len()), "{data}");
            assert_eq!(Action::decode(&data), Some(action));
        }
    }

    #[test]
    fn foreign_data_is_not_understood() {
        for data in
            ["", "on", "on:1", "on:1:0", "on:xyz:5", "off:1:-5", "toggle:1:5", "lang:", "use:99999"]
        {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
