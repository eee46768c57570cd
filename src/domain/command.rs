//! What somebody asks for: a message's text, read once into a [`Command`].

use secrecy::SecretString;

use super::{
    dialog::DialogRef,
    hint::{Hint, Usage, Word},
    invite::InviteToken,
    lasting::{Lasting, Read},
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

/// How much of a reason is kept, in characters.
const LONGEST_REASON: usize = 200;

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

/// Reads a message's text. `bot` is the bot's own name in Telegram, without `@`.
pub fn parse(text: &str, bot: &str, vocabulary: &Vocabulary) -> Parsed {
    let text = text.trim();
    let Some(line) = text.strip_prefix('/') else {
        return read_plain(text, bot);
    };
    let (head, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (name, addressee) = head.split_once('@').unwrap_or((head, ""));
    if !addressee.is_empty() && !addressee.eq_ignore_ascii_case(bot) {
        return Parsed::NotForUs;
    }
    match read(&name.to_lowercase(), rest.trim(), bot, vocabulary) {
        Ok(command) => Parsed::Command(command),
        Err(hint) => Parsed::Hint(hint),
    }
}

/// A text without a slash: a pasted invite, or a pasted webhook and nothing else.
fn read_plain(text: &str, bot: &str) -> Parsed {
    if let Some(payload) = invite_payload(text, bot) {
        Parsed::Command(Command::OpenInvite(InviteToken::parse(payload)))
    } else if holds_webhook_secret(text) && !text.contains(char::is_whitespace) {
        Parsed::Command(Command::Connect(text.into()))
    } else {
        Parsed::Hint(Hint::NotACommand)
    }
}

fn read(name: &str, rest: &str, bot: &str, vocabulary: &Vocabulary) -> Result<Command, Hint> {
    let word = || rest.split_whitespace().next().map(Word::new);
    let alone = |command, usage| {
        if rest.is_empty() { Ok(command) } else { Err(Hint::TakesNothing(usage)) }
    };
    match name {
        "start" if rest.is_empty() => Ok(Command::Start),
        "start" => {
            let payload = invite_payload(rest, bot).unwrap_or(rest);
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
        "silent" => silent(rest, vocabulary),
        "status" => status(rest),
        "log" => log(rest),
        "invite" => alone(Command::Invite, Usage::Invite),
        "supervisors" => alone(Command::Supervisors, Usage::Supervisors),
        "revoke" => revoke(rest),
        _ => Err(Hint::UnknownCommand(Word::new(name))),
    }
}

/// `DIALOG… [on|off [time] [reason]]`.
fn silent(rest: &str, vocabulary: &Vocabulary) -> Result<Command, Hint> {
    let mut dialogs = Vec::new();
    let mut words = rest.split_whitespace();
    while let Some(word) = words.next() {
        if let Some(switch) = vocabulary.switch(word) {
            let rest: Vec<&str> = words.collect();
            return finish_silent(dialogs, switch, &rest, vocabulary);
        }
        let Some(dialog) = DialogRef::parse(word) else {
            let dialog = dialogs.into_iter().next();
            return Err(Hint::NeitherDialogNorSwitch { word: Word::new(word), dialog });
        };
        add(&mut dialogs, dialog)?;
    }
    if dialogs.is_empty() {
        Err(Hint::NoDialog(Usage::Silent))
    } else {
        Ok(Command::Status(dialogs))
    }
}

fn finish_silent(
    dialogs: Vec<DialogRef>,
    switch: Switch,
    rest: &[&str],
    vocabulary: &Vocabulary,
) -> Result<Command, Hint> {
    let Some(dialog) = dialogs.first().cloned() else { return Err(Hint::NoDialog(Usage::Silent)) };
    let order = |dialogs, lasting, reason| {
        Ok(Command::Silent(SilentOrder { dialogs, switch, lasting, reason }))
    };
    match (Lasting::read(rest, vocabulary), rest.first()) {
        (Read::NoTime, None) => order(dialogs, None, None),
        (Read::NoTime, Some(word)) => Err(Hint::LeftOver { word: Word::new(word), dialog }),
        (_, _) if !switch.is_on() => Err(Hint::TimeWithOff { dialog }),
        (Read::OutOfRange, _) => Err(Hint::TimeOutOfRange { dialog }),
        (Read::Time(lasting, reason), _) => order(dialogs, Some(lasting), reason_of(reason)),
    }
}

/// The left-over words behind a time. Of what may hold a secret nothing is kept.
fn reason_of(words: &[&str]) -> Option<String> {
    let text = words.join(" ");
    let text: String = text.chars().filter(|c| !c.is_control()).take(LONGEST_REASON).collect();
    (!text.is_empty() && !holds_webhook_secret(&text)).then_some(text)
}

fn log(rest: &str) -> Result<Command, Hint> {
    match rest.split_whitespace().collect::<Vec<_>>().as_slice() {
        [] => Ok(Command::Log(None)),
        [word] => match DialogRef::parse(word) {
            Some(dialog) => Ok(Command::Log(Some(dialog))),
            None => Err(Hint::NotADialog(Word::new(word))),
        },
        [_, second, ..] => Err(Hint::NotADialog(Word::new(second))),
    }
}

fn status(rest: &str) -> Result<Command, Hint> {
    let mut dialogs = Vec::new();
    for word in rest.split_whitespace() {
        let dialog = DialogRef::parse(word).ok_or_else(|| Hint::NotADialog(Word::new(word)))?;
        add(&mut dialogs, dialog)?;
    }
    if dialogs.is_empty() {
        Err(Hint::NoDialog(Usage::Status))
    } else {
        Ok(Command::Status(dialogs))
    }
}

/// Adds a dialog once, however often it is named.
fn add(dialogs: &mut Vec<DialogRef>, dialog: DialogRef) -> Result<(), Hint> {
    if !dialogs.contains(&dialog) {
        dialogs.push(dialog);
    }
    if dialogs.len() > MOST_DIALOGS {
        return Err(Hint::TooManyDialogs { most: MOST_DIALOGS });
    }
    Ok(())
}

fn revoke(rest: &str) -> Result<Command, Hint> {
    let mut words = rest.split_whitespace();
    let id = words.next().ok_or(Hint::NoPerson(None))?;
    match (id.parse(), words.next()) {
        (Ok(id), None) => Ok(Command::Revoke(TelegramId(id))),
        _ => Err(Hint::NoPerson(Some(Word::new(id)))),
    }
}

/// The payload of a pasted `https://t.me/BOT?start=PAYLOAD` of this bot.
fn invite_payload<'a>(text: &'a str, bot: &str) -> Option<&'a str> {
    let tail =
        text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    let tail = tail.strip_prefix("t.me/").or_else(|| tail.strip_prefix("telegram.me/"))?;
    let (name, payload) = tail.split_once("?start=")?;
    name.eq_ignore_ascii_case(bot).then_some(payload)
}

impl Command {
    /// Prints a command of the main job as it could be typed, with the vocabulary's first words;
    /// `None` for the others, some of which hold secrets.
    pub fn to_text(&self, vocabulary: &Vocabulary) -> Option<String> {
        let list = |dialogs: &[DialogRef]| {
            dialogs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        match self {
            Self::Silent(SilentOrder { dialogs, switch, lasting, reason }) => {
                let mut text = format!("/silent {} {}", list(dialogs), vocabulary.word(*switch));
                for word in lasting.map(|l| l.to_string()).iter().chain(reason) {
                    text.push(' ');
                    text.push_str(word);
                }
                Some(text)
            }
            Self::Status(dialogs) => Some(format!("/status {}", list(dialogs))),
            _ => None,
        }
    }
}

#[cfg(test)]
#[path = "command_tests.rs"]
mod tests;
