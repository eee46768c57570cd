//! What a button does, and its form in a callback query's data (1 to 64 bytes, no secrets).

use super::{connection::ConnectionId, dialog::DialogId, hint::Word, silent_mode::Switch};

/// What pressing a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Switch a dialog. An order, not a toggle: an old button does what its label says.
    Switch {
        /// On which of the person's connections.
        connection: ConnectionId,
        /// Which dialog.
        dialog: DialogId,
        /// Which way.
        order: Switch,
    },
    /// Show a dialog's state afresh.
    Status {
        /// On which of the person's connections.
        connection: ConnectionId,
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
    /// The button's data. The longest is a switch with the largest ids: 26 bytes.
    pub fn encode(&self) -> String {
        match self {
            Self::Switch { connection, dialog, order: Switch::On } => {
                format!("on:{connection}:{dialog}")
            }
            Self::Switch { connection, dialog, order: Switch::Off } => {
                format!("off:{connection}:{dialog}")
            }
            Self::Status { connection, dialog } => format!("st:{connection}:{dialog}"),
            Self::Language(code) => format!("lang:{}", code.as_str()),
            Self::UsePortal(connection) => format!("use:{connection}"),
            Self::Disconnect(connection) => format!("bye:{connection}"),
        }
    }

    /// Reads a button's data; `None` for what this version of the bot has not written.
    pub fn decode(data: &str) -> Option<Self> {
        let (verb, rest) = data.split_once(':')?;
        let connection = |text: &str| text.parse().ok().map(ConnectionId);
        let pair = || {
            let (first, second) = rest.split_once(':')?;
            Some((connection(first)?, DialogId::new(second.parse().ok()?)?))
        };
        match verb {
            "on" | "off" => pair().map(|(connection, dialog)| Self::Switch {
                connection,
                dialog,
                order: Switch::to(verb == "on"),
            }),
            "st" => pair().map(|(connection, dialog)| Self::Status { connection, dialog }),
            "lang" if !rest.is_empty() && rest.len() <= 35 => Some(Self::Language(Word::new(rest))),
            "use" => connection(rest).map(Self::UsePortal),
            "bye" => connection(rest).map(Self::Disconnect),
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
        let dialog = DialogId::new(1 << 53).unwrap();
        for action in [
            Action::Switch { connection, dialog, order: Switch::On },
            Action::Switch { connection, dialog, order: Switch::Off },
            Action::Status { connection, dialog },
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
            ["", "on", "on:1", "on:1:0", "on:x:5", "off:1:-5", "toggle:1:5", "lang:", "use:99999"]
        {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
