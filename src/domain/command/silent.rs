//! `/silent DIALOG… [on|off [time] [reason]]`.

use super::{Command, SilentOrder, status};
use crate::domain::{
    dialog::DialogRef,
    hint::{Hint, Usage, Word},
    lasting::{Lasting, Read},
    silent_mode::Switch,
    vocabulary::Vocabulary,
    webhook::holds_webhook_secret,
};

/// How much of a reason is kept, in characters.
const LONGEST_REASON: usize = 200;

pub(super) fn read(rest: &str, vocabulary: &Vocabulary) -> Result<Command, Hint> {
    let mut dialogs = Vec::new();
    let mut words = rest.split_whitespace();
    while let Some(word) = words.next() {
        if let Some(switch) = vocabulary.switch(word) {
            let rest: Vec<&str> = words.collect();
            return finish(dialogs, switch, &rest, vocabulary);
        }
        let Some(dialog) = DialogRef::parse(word) else {
            let dialog = dialogs.into_iter().next();
            return Err(Hint::NeitherDialogNorSwitch { word: Word::new(word), dialog });
        };
        status::add(&mut dialogs, dialog)?;
    }
    if dialogs.is_empty() {
        Err(Hint::NoDialog(Usage::Silent))
    } else {
        Ok(Command::Status(dialogs))
    }
}

fn finish(
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
