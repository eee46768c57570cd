//! `/remind [TIME|off]`.

use super::Command;
use crate::domain::{
    hint::{Hint, Word},
    lasting::{Lasting, Read},
    silent_mode::Switch,
    vocabulary::Vocabulary,
    watch::Remind,
};

pub(super) fn remind(rest: &str, vocabulary: &Vocabulary) -> Result<Command, Hint> {
    let words: Vec<&str> = rest.split_whitespace().collect();
    let not_a_time = |word: &&str| Err(Hint::NotATime(Word::new(word)));
    match (words.as_slice(), Lasting::read(&words, vocabulary)) {
        ([], _) => Ok(Command::Remind(None)),
        ([word], _) if vocabulary.switch(word) == Some(Switch::Off) => {
            Ok(Command::Remind(Some(Remind::Off)))
        }
        (_, Read::Time(lasting, [])) => Ok(Command::Remind(Some(Remind::After(lasting)))),
        (_, Read::OutOfRange) => Err(Hint::RemindOutOfRange),
        (_, Read::Time(_, [word, ..])) | ([word, ..], Read::NoTime) => not_a_time(word),
    }
}
