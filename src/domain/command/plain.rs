//! Texts without a slash, in a private chat.

use super::{Command, FOR_ADMINS, NAMES, nearest, read, silent, status};
use crate::domain::{
    dialog::DialogRef, hint::Hint, vocabulary::Vocabulary, webhook::holds_webhook_secret,
};

/// Reads a text that somebody wrote to the bot alone: references and nothing else, a text that
/// holds links, a command without its slash, or `2024 on`. What is not understood whole switches
/// nothing and gets a hint.
///
/// # Errors
/// The hint.
pub fn parse_plain(text: &str, bot: &str, vocabulary: &Vocabulary) -> Result<Command, Hint> {
    let text = text.trim();
    if text.starts_with('/') || holds_webhook_secret(text) {
        return Err(Hint::NotACommand);
    }
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (name, rest) = (first.to_lowercase(), rest.trim());
    let named = NAMES.contains(&name.as_str()).then(|| command(&name, rest, bot, vocabulary));
    let hint = match named {
        Some(Ok(command)) => return Ok(command),
        Some(Err(hint)) => hint,
        None => match silent::read(text, vocabulary) {
            Ok(command) => return Ok(command),
            // These tell what keeps an order from being one; the others only that it is none.
            Err(hint @ (Hint::TimeWithOff { .. } | Hint::TimeOutOfRange { .. })) => {
                return Err(hint);
            }
            Err(hint @ (Hint::LeftOver { .. } | Hint::TooManyDialogs { .. })) => hint,
            Err(_) => meant(text, &name, rest, vocabulary),
        },
    };
    links(text)?.map_or(Err(hint), |dialogs| Ok(Command::Status(dialogs)))
}

/// A command whose slash is missing. Its own hint only where a dialog shows that it was meant to
/// be one: "help me" and "status quo" are not.
fn command(name: &str, rest: &str, bot: &str, vocabulary: &Vocabulary) -> Result<Command, Hint> {
    let words = rest.split_whitespace().count();
    let most = match name {
        // What these don't need they don't look at, so that a sentence would pass for one.
        "language" | "portal" | "disconnect" => 1,
        "start" | "connect" => 0,
        _ => usize::MAX,
    };
    let hint = match read(name, rest, bot, vocabulary) {
        Some(Ok(command)) if words <= most => return Ok(command),
        Some(Err(hint)) => hint,
        _ => return Err(Hint::NotACommand),
    };
    let tried = rest.split_whitespace().next().and_then(DialogRef::parse).is_some();
    Err(if tried && !FOR_ADMINS.contains(&name) { hint } else { Hint::NotACommand })
}

/// What a text that is none may have been meant to be: `on 2024`, or a command with a slip of the
/// finger that would be understood whole.
fn meant(text: &str, name: &str, rest: &str, vocabulary: &Vocabulary) -> Hint {
    let numbered = text.chars().any(|c| c.is_ascii_digit());
    let meant = numbered.then(|| nearest::meant(name, rest, vocabulary)).flatten();
    meant.filter(|meant| meant.whole).map_or(Hint::NotACommand, Hint::Meant)
}

/// The links in a text, of which there may be many words; numbers among words are none.
fn links(text: &str) -> Result<Option<Vec<DialogRef>>, Hint> {
    let mut dialogs = Vec::new();
    for dialog in text.split_whitespace().flat_map(DialogRef::links_in) {
        status::add(&mut dialogs, dialog)?;
    }
    Ok((!dialogs.is_empty()).then_some(dialogs))
}
