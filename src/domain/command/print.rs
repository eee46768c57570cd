//! Commands as they could be typed.

use super::{Command, SilentOrder};
use crate::domain::{dialog::DialogRef, vocabulary::Vocabulary, watch::Remind};

impl Command {
    /// Prints a command about dialogs as it could be typed, with the vocabulary's first words;
    /// `None` for the others, some of which hold secrets.
    pub fn to_text(&self, vocabulary: &Vocabulary) -> Option<String> {
        let list = |dialogs: &[DialogRef]| {
            dialogs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        Some(match self {
            Self::Silent(SilentOrder { dialogs, switch, lasting, reason }) => {
                let mut text = format!("/silent {} {}", list(dialogs), vocabulary.word(*switch));
                for word in lasting.map(|l| l.to_string()).iter().chain(reason) {
                    text.push(' ');
                    text.push_str(word);
                }
                text
            }
            Self::Status(dialogs) => format!("/status {}", list(dialogs)),
            Self::Log(None) => "/log".to_owned(),
            Self::Log(Some(dialog)) => format!("/log {dialog}"),
            Self::Dialogs(wanted) => format!("/dialogs {}", wanted.words).trim_end().to_owned(),
            Self::Whisper(dialog, text) => format!("/whisper {dialog} {text}"),
            Self::Silenced => "/silenced".to_owned(),
            Self::Remind(None) => "/remind".to_owned(),
            Self::Remind(Some(Remind::After(lasting))) => format!("/remind {lasting}"),
            Self::Remind(Some(Remind::Off)) => {
                format!("/remind {}", vocabulary.word(crate::domain::silent_mode::Switch::Off))
            }
            _ => return None,
        })
    }
}
