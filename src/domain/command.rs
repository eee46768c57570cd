//! What somebody asks for: a message's text, read once into a [`Command`].

mod dialogs;
mod nearest;
mod people;
mod plain;
mod print;
mod room;
mod silent;
mod status;
mod watch;
mod whisper;

use secrecy::SecretString;

use super::{
    dialog::DialogRef,
    hint::{Hint, Usage, Word},
    invite::InviteToken,
    lasting::Lasting,
    picker::Wanted,
    sign_in::PortalName,
    silent_mode::Switch,
    supervisor::TelegramId,
    vocabulary::Vocabulary,
    watch::Remind,
    webhook::holds_webhook_secret,
};

/// The most dialogs in one command: what fits one answer on a phone, and one batch of the
/// portal's with two calls each.
pub const MOST_DIALOGS: usize = 20;

pub use self::{
    plain::parse_plain,
    whisper::{LONGEST_NOTE, kept_size, kept_size_of},
};

/// One of the bot's commands with its arguments.
#[derive(Debug, Clone)]
pub enum Command {
    /// `/start`: greets.
    Start,
    /// `/start TOKEN`, also as a pasted `?start=` link: opens an invite. `None` where the text
    /// can't be a token.
    OpenInvite(Option<InviteToken>),
    /// `/help`
    Help,
    /// `/whoami`
    Whoami,
    /// `/language [code]`
    Language(Option<Word>),
    /// `/connect URL`: what was pasted, which may hold a secret.
    Connect(SecretString),
    /// `/connect PORTAL`: to sign in there.
    SignIn(PortalName),
    /// `/disconnect [portal]`
    Disconnect(Option<Word>),
    /// `/portal [portal]`
    Portal(Option<Word>),
    /// `/silent DIALOG… on|off [time] [reason]`
    Silent(SilentOrder),
    /// `/status DIALOG…`, and `/silent DIALOG…` without on or off, which never toggles.
    Status(Vec<DialogRef>),
    /// `/log [DIALOG]`
    Log(Option<DialogRef>),
    /// `/invite`
    Invite,
    /// `/supervisors`
    Supervisors,
    /// `/revoke ID`
    Revoke(TelegramId),
    /// `/dialogs [words]`
    Dialogs(Wanted),
    /// `/silenced`
    Silenced,
    /// `/remind [TIME|off]`; `None` asks what is set.
    Remind(Option<Remind>),
    /// `/here` (`true`) and `/here off` (`false`): makes the group the on-call room, or ends that.
    Here(bool),
    /// `/handover`
    Handover,
    /// `/whisper DIALOG text`: the text is the person's own and is posted as it is.
    Whisper(DialogRef, String),
}

/// An order to switch dialogs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilentOrder {
    /// Which dialogs, each once.
    pub dialogs: Vec<DialogRef>,
    /// On or off.
    pub switch: Switch,
    /// After how long a silence ends by itself; `None` for never, and with off.
    pub lasting: Option<Lasting>,
    /// Why, in the person's words, at most 200 characters; foreign text.
    pub reason: Option<String>,
}

/// What became of a text.
#[derive(Debug, Clone)]
pub enum Parsed {
    /// A command, whole.
    Command(Command),
    /// A try at one; or, without a slash, some other text.
    Hint(Hint),
    /// A command for another bot (`/silent@other_bot`).
    NotForUs,
}

/// Reads a message's text as far as it is understood wherever it is written. `bot` is the bot's own
/// name in Telegram, without `@`.
pub fn parse(text: &str, bot: &str, vocabulary: &Vocabulary) -> Parsed {
    let text = text.trim();
    let Some(line) = text.strip_prefix('/') else {
        return read_pasted(text, bot);
    };
    let (head, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (name, addressee) = head.split_once('@').unwrap_or((head, ""));
    if !addressee.is_empty() && !addressee.eq_ignore_ascii_case(bot) {
        return Parsed::NotForUs;
    }
    let name = name.to_lowercase();
    match read(&name, rest.trim(), bot, vocabulary) {
        Some(Ok(command)) => Parsed::Command(command),
        Some(Err(hint)) => Parsed::Hint(hint),
        None => {
            let meant = nearest::meant(&name, rest.trim(), vocabulary);
            Parsed::Hint(Hint::UnknownCommand { word: Word::new(&name), meant })
        }
    }
}

/// A text without a slash that means something anywhere: a pasted invite, or a pasted webhook and
/// nothing else.
fn read_pasted(text: &str, bot: &str) -> Parsed {
    if let Some(payload) = people::invite_payload(text, bot) {
        Parsed::Command(Command::OpenInvite(InviteToken::parse(payload)))
    } else if holds_webhook_secret(text) && !text.contains(char::is_whitespace) {
        Parsed::Command(Command::Connect(text.into()))
    } else {
        Parsed::Hint(Hint::NotACommand)
    }
}

/// The commands' names, the everyday ones first.
const NAMES: [&str; 19] = [
    "silent",
    "status",
    "dialogs",
    "silenced",
    "log",
    "whisper",
    "remind",
    "handover",
    "help",
    "whoami",
    "connect",
    "portal",
    "disconnect",
    "language",
    "start",
    "here",
    "invite",
    "supervisors",
    "revoke",
];

/// The commands that nobody but admins may run.
const FOR_ADMINS: [&str; 4] = ["here", "invite", "supervisors", "revoke"];

/// Reads a command's words; `None` where there is no such command.
fn read(
    name: &str,
    rest: &str,
    bot: &str,
    vocabulary: &Vocabulary,
) -> Option<Result<Command, Hint>> {
    let word = || rest.split_whitespace().next().map(Word::new);
    let alone = |command, usage| {
        if rest.is_empty() { Ok(command) } else { Err(Hint::TakesNothing(usage)) }
    };
    Some(match name {
        "start" if rest.is_empty() => Ok(Command::Start),
        "start" => {
            let payload = people::invite_payload(rest, bot).unwrap_or(rest);
            Ok(Command::OpenInvite(InviteToken::parse(payload)))
        }
        "help" => alone(Command::Help, Usage::Help),
        "whoami" => alone(Command::Whoami, Usage::Whoami),
        "language" => Ok(Command::Language(word())),
        "connect" if rest.is_empty() => Err(Hint::NoWebhook),
        "connect" => {
            Ok(PortalName::read(rest)
                .map_or_else(|| Command::Connect(rest.into()), Command::SignIn))
        }
        "disconnect" => Ok(Command::Disconnect(word())),
        "portal" => Ok(Command::Portal(word())),
        "silent" => silent::read(rest, vocabulary),
        "status" => status::read(rest),
        "log" => status::log(rest),
        "dialogs" => Ok(dialogs::read(rest)),
        "silenced" => alone(Command::Silenced, Usage::Silenced),
        "remind" => watch::remind(rest, vocabulary),
        "whisper" => whisper::read(rest),
        "here" => room::here(rest, vocabulary),
        "handover" => alone(Command::Handover, Usage::Handover),
        "invite" => alone(Command::Invite, Usage::Invite),
        "supervisors" => alone(Command::Supervisors, Usage::Supervisors),
        "revoke" => people::revoke(rest),
        _ => return None,
    })
}

#[cfg(test)]
#[path = "command_tests.rs"]
mod tests;
