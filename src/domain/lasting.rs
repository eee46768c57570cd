//! How long a silence is to last.

use std::fmt;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::vocabulary::{Unit, Vocabulary};

/// How long a silence is to last: whole minutes, from one minute to seven days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lasting {
    minutes: u32,
}

impl Lasting {
    /// The longest: seven days.
    pub const LONGEST: Self = Self { minutes: 7 * 24 * 60 };

    /// `None` for 0 and for more than seven days.
    pub fn from_minutes(minutes: u32) -> Option<Self> {
        (1..=Self::LONGEST.minutes).contains(&minutes).then_some(Self { minutes })
    }

    /// In minutes.
    pub fn minutes(self) -> u32 {
        self.minutes
    }

    /// As a duration.
    pub fn duration(self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.minutes))
    }
}

/// What the words behind "on" are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read<'a> {
    /// A time, and the words behind it.
    Time(Lasting, &'a [&'a str]),
    /// A time that is too short or too long.
    OutOfRange,
    /// No time.
    NoTime,
}

impl Lasting {
    /// Reads a time at the start of `words`: `30m`, `1h30m`, `1h 30m`, `2 ч`, `90 min`. A number
    /// without a unit is no time: nobody should guess what it counts.
    pub fn read<'a>(words: &'a [&'a str], vocabulary: &Vocabulary) -> Read<'a> {
        let mut minutes: u64 = 0;
        let mut smallest = None;
        let mut rest = words;
        while let Some((parts, after)) = amounts(rest, vocabulary) {
            // `1h 30m` goes on with a smaller unit; `1h 2h` does not.
            if parts.iter().any(|(_, unit)| smallest.is_some_and(|known| *unit >= known)) {
                break;
            }
            for (amount, unit) in parts {
                minutes = minutes.saturating_add(amount.saturating_mul(u64::from(unit.minutes())));
                smallest = Some(unit);
            }
            rest = after;
        }
        match (smallest, u32::try_from(minutes).ok().and_then(Self::from_minutes)) {
            (None, _) => Read::NoTime,
            (Some(_), Some(lasting)) => Read::Time(lasting, rest),
            (Some(_), None) => Read::OutOfRange,
        }
    }
}

type Amounts<'a> = (Vec<(u64, Unit)>, &'a [&'a str]);

/// The amounts in the first word (`1h30m`), or in the first two (`90 min`), and what follows.
fn amounts<'a>(words: &'a [&'a str], vocabulary: &Vocabulary) -> Option<Amounts<'a>> {
    let (first, after) = words.split_first()?;
    if first.bytes().all(|b| b.is_ascii_digit()) {
        let (unit, after) = after.split_first()?;
        return Some((vec![(first.parse().ok()?, vocabulary.unit(unit)?)], after));
    }
    let mut parts: Vec<(u64, Unit)> = Vec::new();
    let mut text = *first;
    while !text.is_empty() {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = text.split_at(digits);
        let end = tail.find(|c: char| c.is_ascii_digit()).unwrap_or(tail.len());
        let (unit, next) = tail.split_at(end);
        let unit = vocabulary.unit(unit)?;
        if parts.last().is_some_and(|(_, before)| unit >= *before) {
            return None;
        }
        parts.push((number.parse().ok()?, unit));
        text = next;
    }
    Some((parts, after))
}

/// Prints what parses back to the same time in a vocabulary with the English short units.
impl fmt::Display for Lasting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, rest) = (self.minutes / 1440, self.minutes % 1440);
        let parts = [(days, 'd'), (rest / 60, 'h'), (rest % 60, 'm')];
        parts.iter().filter(|(n, _)| *n > 0).try_for_each(|(n, unit)| write!(f, "{n}{unit}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words() -> Vocabulary {
        let units = [
            (Unit::Minute, "m"),
            (Unit::Minute, "min"),
            (Unit::Minute, "мин"),
            (Unit::Hour, "h"),
            (Unit::Hour, "ч"),
            (Unit::Day, "d"),
        ];
        Vocabulary::new([]).unwrap().with_units(units).unwrap()
    }

    fn read(text: &str) -> Option<(u32, usize)> {
        let split: Vec<&str> = text.split_whitespace().collect();
        match Lasting::read(&split, &words()) {
            Read::Time(lasting, rest) => Some((lasting.minutes(), rest.len())),
            Read::OutOfRange => Some((0, 0)),
            Read::NoTime => None,
        }
    }

    #[test]
    fn times_as_people_write_them() {
        for (text, minutes, rest) in [
            ("30m", 30, 0),
            ("1h30m", 90, 0),
            ("1h 30m lunch break", 90, 2),
            ("2 ч", 120, 0),
            ("90 min", 90, 0),
            ("2ч 15мин", 135, 0),
            ("7d", 10_080, 0),
            ("1H", 60, 0),
            ("30m 2 clients", 30, 2),
            ("1h 2h", 60, 1),
        ] {
            assert_eq!(read(text), Some((minutes, rest)), "{text}");
        }
        for text in ["8d", "0m", "169h", "99999999999999999999m 5h"] {
            let odd = matches!(read(text), Some((0, 0)) | None);
            assert!(odd, "{text}");
        }
        for text in ["", "90", "lunch", "m", "30x", "30m1h", "1.5h", "-5m"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn times_print_back_to_themselves(minutes in 1_u32..=10_080) {
            let lasting = Lasting::from_minutes(minutes).unwrap();
            prop_assert_eq!(read(&lasting.to_string()), Some((minutes, 0)));
        }

        #[test]
        fn no_words_panic(text in "\\PC{0,40}") {
            read(&text);
        }
    }
}
