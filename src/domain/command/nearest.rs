//! What an unknown command was meant to be. It is only suggested, never run.

use super::{FOR_ADMINS, NAMES, read, silent};
use crate::domain::{
    dialog::DialogRef, hint::Meant, vocabulary::Vocabulary, webhook::holds_webhook_secret,
};

/// How many letters may be wrong.
const MOST_WRONG: usize = 2;

/// The longest suggestion, in characters: it is copied by a tap, so it must be shown whole.
const LONGEST: usize = 200;

/// The known command that an unknown one is most like, with the person's own words.
pub(super) fn meant(name: &str, rest: &str, vocabulary: &Vocabulary) -> Option<Meant> {
    if let Some(order) = order(name, rest, vocabulary) {
        return suggest("silent", &order, true);
    }
    // `/silent2024 on`, `/silent_2024`.
    let letters = name.find(|c: char| !c.is_alphabetic()).unwrap_or(name.len());
    let (head, tail) = name.split_at(letters);
    let rest = format!("{} {rest}", tail.replace('_', " "));
    let rest = rest.trim();
    let whole = |name: &str| matches!(read(name, rest, "", vocabulary), Some(Ok(_)));
    let near =
        NAMES.map(|name| (distance(head, name), name)).into_iter().filter(|(wrong, name)| {
            *wrong <= MOST_WRONG && wrong * 2 < head.chars().count().min(name.len())
        });
    // One that takes the words comes before one that is nearer.
    let (_, best) = near.min_by_key(|(wrong, name)| (!whole(name), *wrong))?;
    suggest(best, rest, whole(best))
}

/// A command with these words, if it can be shown.
fn suggest(name: &str, rest: &str, whole: bool) -> Option<Meant> {
    let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = format!("/{name} {rest}").trim_end().to_owned();
    let shown = text.chars().count() <= LONGEST && !holds_webhook_secret(&text);
    shown.then(|| Meant { text, for_admins: FOR_ADMINS.contains(&name), whole })
}

/// `/mute 2024`, `/off 2024`: a word for on or off in a command's place. It belongs behind the
/// dialogs.
fn order(name: &str, rest: &str, vocabulary: &Vocabulary) -> Option<String> {
    vocabulary.switch(name)?;
    let words: Vec<&str> = rest.split_whitespace().collect();
    let dialogs = words.iter().take_while(|word| DialogRef::parse(word).is_some()).count();
    let (dialogs, rest) = words.split_at(dialogs);
    let order = [dialogs, &[name], rest].concat().join(" ");
    silent::read(&order, vocabulary).ok().map(|_| order)
}

/// How many letters have to be added, left out, replaced, or swapped with their neighbour
/// (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(20).collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for (i, left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, right) in b.iter().enumerate() {
            let replaced = rows[i][j] + usize::from(left != right);
            let mut best = replaced.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *right && *left == b[j - 1] {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_wrong() {
        for (a, b, wrong) in [
            ("silent", "silent", 0),
            ("slient", "silent", 1),
            ("silnt", "silent", 1),
            ("silennt", "silent", 1),
            ("selent", "silent", 1),
            ("sielnt", "silent", 1),
            ("silence", "silent", 2),
            ("", "log", 3),
            ("статус", "status", 6),
        ] {
            assert_eq!(distance(a, b), wrong, "{a} {b}");
        }
    }
}
