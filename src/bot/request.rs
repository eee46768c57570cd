//! What an update asks for.

use secrecy::ExposeSecret as _;

use super::{
    authorise::Asked,
    incoming::{Content, Incoming},
};
use crate::domain::{
    action::Action,
    command::{Command, Parsed, parse, parse_plain},
    dialog::{DialogRef, Target, Via},
    hint::Hint,
    reply::Interim,
    silent_mode::Switch,
    vocabulary::Vocabulary,
    webhook::holds_webhook_secret,
};

/// What an update asks for.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) asked: Asked,
    /// The message may hold a webhook's secret and must not stay in the chat.
    pub(super) secret: bool,
}

impl Request {
    fn unclear(hint: Hint) -> Self {
        Self { asked: Asked::Unclear(hint), secret: false }
    }

    /// Reads an update. `bot` is the bot's own name. `None` where no answer is expected: commands
    /// for other bots, and what people say among themselves in a group.
    pub(super) fn read(incoming: &Incoming, bot: &str, vocabulary: &Vocabulary) -> Option<Self> {
        let private = incoming.place.private;
        let text = match &incoming.content {
            Content::Text(text) => text.expose_secret(),
            Content::Other => return private.then(|| Self::unclear(Hint::NotACommand)),
            Content::Press { data, .. } => {
                let action = Action::decode(data);
                let asked = action.map_or(Asked::Unclear(Hint::StaleButton), Asked::Action);
                return Some(Self { asked, secret: false });
            }
        };
        let parsed = match parse(text, bot, vocabulary) {
            // In a group people talk to each other.
            Parsed::Hint(Hint::NotACommand) if private => {
                match parse_plain(text, bot, vocabulary) {
                    Ok(command) => Parsed::Command(command),
                    Err(hint) => Parsed::Hint(hint),
                }
            }
            parsed => parsed,
        };
        let connects = matches!(parsed, Parsed::Command(Command::Connect(_)));
        let secret = connects || holds_webhook_secret(text);
        let for_somebody_else = |hint: &Hint| match hint {
            Hint::NotACommand => true,
            Hint::UnknownCommand { .. } => !text.contains('@'),
            _ => false,
        };
        let asked = match parsed {
            Parsed::NotForUs => return None,
            Parsed::Hint(hint) if !private && !secret && for_somebody_else(&hint) => return None,
            Parsed::Hint(hint) => Asked::Unclear(hint),
            Parsed::Command(command) => Asked::Command(command),
        };
        Some(Self { asked, secret })
    }

    /// What can be said of it while it is in work.
    pub(super) fn in_work(&self) -> Interim {
        let (order, dialogs) = match &self.asked {
            Asked::Command(Command::Silent(order)) => (Some(order.switch), order.dialogs.clone()),
            Asked::Command(Command::Status(dialogs)) => (None, dialogs.clone()),
            Asked::Action(Action::Switch { portal, dialog, order }) => {
                (Some(*order), vec![at(*portal, *dialog)])
            }
            Asked::Action(Action::Silence { portal, dialog, .. }) => {
                (Some(Switch::On), vec![at(*portal, *dialog)])
            }
            Asked::Action(Action::Status { portal, dialog }) => (None, vec![at(*portal, *dialog)]),
            _ => (None, Vec::new()),
        };
        Interim { order, dialogs, waiting: None }
    }
}

fn at(
    portal: crate::domain::connection::PortalTag,
    dialog: crate::domain::dialog::DialogId,
) -> DialogRef {
    DialogRef { target: Target::Chat(dialog), via: Via::Portal(portal) }
}
