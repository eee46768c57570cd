//! The words that mean on and off, in every language at once.

use std::collections::HashMap;

use super::silent_mode::Switch;

/// A unit of time; a larger one is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// 24 hours.
    Day,
}

impl Unit {
    /// Its length.
    pub const fn minutes(self) -> u32 {
        match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day => 24 * 60,
        }
    }
}

/// The words of all languages for on and off and for units of time; the parser is handed one made from the locales.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    meaning: HashMap<String, Switch>,
    first: HashMap<Switch, String>,
    units: HashMap<String, Unit>,
}

impl Vocabulary {
    /// Takes the words as written in the locales; letter case does not matter. The first word of
    /// each meaning is the one that [`Vocabulary::word`] gives back.
    ///
    /// # Errors
    /// The word that would mean both on and off, or one that a dialog could be mistaken for.
    pub fn new<'a>(
        words: impl IntoIterator<Item = (Switch, &'a str)>,
    ) -> Result<Self, AmbiguousWord> {
        let mut vocabulary = Self::default();
        for (switch, word) in words {
            let word = word.to_lowercase();
            let two_meanings = vocabulary.meaning.get(&word).is_some_and(|known| *known != switch);
            let odd = word.is_empty() || word.contains(|c: char| c.is_whitespace() || c == '|');
            if two_meanings || odd || word.starts_with(|c: char| c.is_ascii_digit() || c == '#') {
                return Err(AmbiguousWord(word));
            }
            vocabulary.first.entry(switch).or_insert_with(|| word.clone());
            vocabulary.meaning.insert(word, switch);
        }
        Ok(vocabulary)
    }

    /// Adds the words for units of time, such as `m`, `min`, `ч`; letter case does not matter.
    ///
    /// # Errors
    /// The word that would mean two units, or that holds a digit or a space.
    pub fn with_units<'a>(
        mut self,
        words: impl IntoIterator<Item = (Unit, &'a str)>,
    ) -> Result<Self, AmbiguousWord> {
        for (unit, word) in words {
            let word = word.to_lowercase();
            let known = self.units.get(&word).is_some_and(|known| *known != unit);
            let odd = word.contains(|c: char| c.is_ascii_digit() || c.is_whitespace());
            if known || odd || word.is_empty() {
                return Err(AmbiguousWord(word));
            }
            self.units.insert(word, unit);
        }
        Ok(self)
    }

    /// The unit that a word means, in any letter case.
    pub fn unit(&self, word: &str) -> Option<Unit> {
        self.units.get(word).or_else(|| self.units.get(&word.to_lowercase())).copied()
    }

    /// What a word orders, in any letter case.
    pub fn switch(&self, word: &str) -> Option<Switch> {
        self.meaning.get(word).or_else(|| self.meaning.get(&word.to_lowercase())).copied()
    }

    /// A word that orders this, or an empty text where the vocabulary has none.
    pub fn word(&self, switch: Switch) -> &str {
        self.first.get(&switch).map_or("", String::as_str)
    }
}

/// A word that can't stand for one thing without doubt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} can't stand for one thing without doubt")]
pub struct AmbiguousWord(pub String);

#[cfg(test)]
mod tests {
    use super::{Switch::*, *};

    #[test]
    fn words_are_known_in_any_letter_case_and_mean_one_thing() {
        let words =
            Vocabulary::new([(On, "on"), (On, "вкл"), (Off, "off"), (Off, "Выкл")]).unwrap();
        assert_eq!(words.switch("ВКЛ"), Some(On));
        assert_eq!(words.switch("выкл"), Some(Off));
        assert_eq!(words.switch("of"), None);
        assert_eq!(words.word(Off), "off");
        for bad in ["on", "2024", "#x", "a b", ""] {
            assert!(Vocabulary::new([(On, "on"), (Off, bad)]).is_err(), "{bad}");
        }
    }
}
