//! `/here [off]`.

use super::Command;
use crate::domain::{
    hint::{Hint, Word},
    silent_mode::Switch,
    vocabulary::Vocabulary,
};

pub(super) fn here(rest: &str, vocabulary: &Vocabulary) -> Result<Command, Hint> {
    let mut words = rest.split_whitespace();
    match (words.next(), words.next()) {
        (None, _) => Ok(Command::Here(true)),
        (Some(word), None) if vocabulary.switch(word) == Some(Switch::Off) => {
            Ok(Command::Here(false))
        }
        (Some(word), None) | (Some(_), Some(word)) => Err(Hint::HereTakesOff(Word::new(word))),
    }
}
