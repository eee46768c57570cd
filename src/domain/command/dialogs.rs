//! `/dialogs [words]`.

use super::Command;
use crate::domain::{
    dialog::{DialogRef, Via},
    picker::{LONGEST_WORDS, Wanted},
    webhook::holds_webhook_secret,
};

/// Words to look for; a link alone already names what is looked for. Of what may hold a secret
/// nothing is kept: the words go into buttons.
pub(super) fn read(rest: &str) -> Command {
    match DialogRef::parse(rest) {
        Some(link @ DialogRef { via: Via::Host(_), .. }) => Command::Status(vec![link]),
        _ => Command::Dialogs(Wanted { words: words(rest), ..Wanted::default() }),
    }
}

fn words(text: &str) -> String {
    if holds_webhook_secret(text) {
        return String::new();
    }
    let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.truncate(words.floor_char_boundary(LONGEST_WORDS));
    words.truncate(words.trim_end().len());
    words
}
