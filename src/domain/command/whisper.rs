//! `/whisper DIALOG text…`.

use super::Command;
use crate::domain::{
    dialog::DialogRef,
    hint::{Hint, Usage},
    webhook::holds_webhook_secret,
};

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 2_000;

/// The longest note by [`kept_size`]. Longer messages are cut before they come here, and of a cut
/// one nothing may be posted.
const LARGEST_NOTE: usize = 4_000;

/// How many bytes a text takes where messages are kept, which is as JSON.
pub fn kept_size(text: &str) -> usize {
    text.chars().map(kept_size_of).sum()
}

/// The same of one character.
pub fn kept_size_of(c: char) -> usize {
    match c {
        '"' | '\\' | '\n' | '\r' | '\t' => 2,
        c if c.is_control() => 6,
        c => c.len_utf8(),
    }
}

/// All that stands behind the dialog is the text, line breaks and spaces within it included. A
/// webhook's secret is not posted.
pub(super) fn read(rest: &str) -> Result<Command, Hint> {
    let (dialog, text) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let Some(dialog) = DialogRef::parse(dialog) else { return Err(Hint::NoDialog(Usage::Whisper)) };
    let text = text.trim();
    if text.is_empty() {
        return Err(Hint::NoNote { dialog });
    }
    if text.chars().count() > LONGEST_NOTE || kept_size(text) > LARGEST_NOTE {
        return Err(Hint::NoteTooLong { most: LONGEST_NOTE });
    }
    if holds_webhook_secret(text) {
        return Err(Hint::SecretInNote);
    }
    Ok(Command::Whisper(dialog, text.to_owned()))
}
