//! What somebody wrote that is no command, and which example would help.

use super::{dialog::DialogRef, supervisor::Role, webhook::holds_webhook_secret};

/// A word of the user's own, cut to what fits a hint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word(String);

impl Word {
    const LONGEST: usize = 40;

    /// Keeps the first 40 characters, and no control characters. Of a word that may hold a
    /// webhook's secret nothing is kept.
    pub fn new(word: &str) -> Self {
        if holds_webhook_secret(word) {
            return Self("…".to_owned());
        }
        let mut text: String =
            word.chars().filter(|c| !c.is_control()).take(Self::LONGEST + 1).collect();
        if text.chars().count() > Self::LONGEST {
            text.pop();
            text.push('…');
        }
        Self(text)
    }

    /// The word; foreign text, to be escaped where it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The user's mistake, explained to the user with an example that works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// No dialog was named. `usage` of the command that was tried.
    NoDialog(Usage),
    /// A word is neither a dialog nor on or off.
    NeitherDialogNorSwitch {
        /// The word.
        word: Word,
        /// The dialog that was understood, for an example with it.
        dialog: Option<DialogRef>,
    },
    /// A word that names no dialog, where only dialogs are expected.
    NotADialog(Word),
    /// More words after on or off than the command takes.
    LeftOver {
        /// The first of them.
        word: Word,
        /// The dialog that was understood, for an example with it.
        dialog: DialogRef,
    },
    /// A time behind "off": only a silence can end by itself.
    TimeWithOff {
        /// The dialog that was understood, for an example with it.
        dialog: DialogRef,
    },
    /// A time that is shorter than a minute or longer than seven days.
    TimeOutOfRange {
        /// The dialog that was understood, for an example with it.
        dialog: DialogRef,
    },
    /// More dialogs than one command takes.
    TooManyDialogs {
        /// How many it takes.
        most: usize,
    },
    /// `/revoke` without the id of somebody.
    NoPerson(Option<Word>),
    /// `/connect` without a webhook's URL.
    NoWebhook,
    /// A command that takes no words was given some.
    TakesNothing(Usage),
    /// A language that the bot does not speak.
    UnknownLanguage(Word),
    /// A slash command that does not exist.
    UnknownCommand {
        /// Its name.
        word: Word,
        /// What it may have been meant to be.
        meant: Option<Meant>,
    },
    /// A text that is no command, but nearly one.
    Meant(Meant),
    /// `/remind` with something that is neither a time nor off.
    NotATime(Word),
    /// `/remind` with a time that is shorter than a minute or longer than seven days.
    RemindOutOfRange,
    /// `/here` with something else than off.
    HereTakesOff(Word),
    /// `/whisper` without a text.
    NoNote {
        /// The dialog that was understood, for an example with it.
        dialog: DialogRef,
    },
    /// `/whisper` with more text than a note takes.
    NoteTooLong {
        /// How much it takes, in characters.
        most: usize,
    },
    /// `/whisper` with a webhook's secret in the text.
    SecretInNote,
    /// A text that is no command, in a private chat.
    NotACommand,
    /// A button whose data can't be read: it is older than this version of the bot.
    StaleButton,
    /// A portal's name that none of the person's connections has.
    UnknownPortal(Word),
}

/// A command that somebody may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// The command with the person's own words, as it can be sent; at most 200 characters.
    pub text: String,
    /// Only admins may run it.
    pub for_admins: bool,
    /// It would be understood whole.
    pub whole: bool,
}

/// The commands that hints show the use of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usage {
    /// `/silent`
    Silent,
    /// `/status`
    Status,
    /// `/help`
    Help,
    /// `/whoami`
    Whoami,
    /// `/invite`
    Invite,
    /// `/supervisors`
    Supervisors,
    /// `/silenced`
    Silenced,
    /// `/handover`
    Handover,
    /// `/whisper`
    Whisper,
}

/// A hint and who it is for: an example is no use to somebody who may not run it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HintFor {
    /// The mistake.
    pub hint: Hint,
    /// The role of who made it.
    pub role: Option<Role>,
}
