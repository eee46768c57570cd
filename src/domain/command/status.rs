//! `/status DIALOG…` and `/log [DIALOG]`: questions about dialogs.

use super::{Command, MOST_DIALOGS};
use crate::domain::{
    dialog::DialogRef,
    hint::{Hint, Usage, Word},
};

pub(super) fn read(rest: &str) -> Result<Command, Hint> {
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

pub(super) fn log(rest: &str) -> Result<Command, Hint> {
    match rest.split_whitespace().collect::<Vec<_>>().as_slice() {
        [] => Ok(Command::Log(None)),
        [word] => match DialogRef::parse(word) {
            Some(dialog) => Ok(Command::Log(Some(dialog))),
            None => Err(Hint::NotADialog(Word::new(word))),
        },
        [_, second, ..] => Err(Hint::NotADialog(Word::new(second))),
    }
}

/// Adds a dialog once, however often it is named.
pub(super) fn add(dialogs: &mut Vec<DialogRef>, dialog: DialogRef) -> Result<(), Hint> {
    if !dialogs.contains(&dialog) {
        dialogs.push(dialog);
    }
    if dialogs.len() > MOST_DIALOGS {
        return Err(Hint::TooManyDialogs { most: MOST_DIALOGS });
    }
    Ok(())
}
