//! The user's mistakes.

use super::{Foreign, Sample, sample};
use crate::domain::{
    dialog::{DialogId, DialogRef, Via},
    hint::{Hint, HintFor, Meant, Usage, Word},
    reply::Reply,
    supervisor::Role,
};

pub(super) fn hints(foreign: &Foreign) -> Vec<Sample> {
    let word = || Word::new(&foreign.word);
    let dialog = || DialogRef::chat(DialogId::new(77).unwrap());
    let link = || DialogRef { via: Via::Host(foreign.host.clone()), ..dialog() };
    let meant = || Meant {
        text: foreign.order.chars().take(200).collect(),
        for_admins: false,
        whole: true,
    };
    let admins = || Meant { text: "/invite".to_owned(), for_admins: true, whole: true };
    let mut hints = vec![
        ("no dialog, silent", Hint::NoDialog(Usage::Silent)),
        ("no dialog, status", Hint::NoDialog(Usage::Status)),
        ("neither", Hint::NeitherDialogNorSwitch { word: word(), dialog: Some(dialog()) }),
        ("neither, no dialog", Hint::NeitherDialogNorSwitch { word: word(), dialog: None }),
        ("neither, link", Hint::NeitherDialogNorSwitch { word: word(), dialog: Some(link()) }),
        ("not a dialog", Hint::NotADialog(word())),
        ("left over", Hint::LeftOver { word: word(), dialog: dialog() }),
        ("time with off", Hint::TimeWithOff { dialog: dialog() }),
        ("time out of range", Hint::TimeOutOfRange { dialog: link() }),
        ("too many dialogs", Hint::TooManyDialogs { most: 20 }),
        ("no person", Hint::NoPerson(None)),
        ("no person, word", Hint::NoPerson(Some(word()))),
        ("no webhook", Hint::NoWebhook),
        ("unknown language", Hint::UnknownLanguage(word())),
        ("unknown command", Hint::UnknownCommand { word: word(), meant: None }),
        ("unknown command, meant", Hint::UnknownCommand { word: word(), meant: Some(meant()) }),
        ("nearly a command", Hint::Meant(meant())),
        ("no dialog, whisper", Hint::NoDialog(Usage::Whisper)),
        ("no note", Hint::NoNote { dialog: dialog() }),
        ("note too long", Hint::NoteTooLong { most: 2000 }),
        ("secret in note", Hint::SecretInNote),
        ("not a time", Hint::NotATime(word())),
        ("remind, out of range", Hint::RemindOutOfRange),
        ("here takes off", Hint::HereTakesOff(word())),
        ("not a command", Hint::NotACommand),
        ("stale button", Hint::StaleButton),
        ("unknown portal", Hint::UnknownPortal(word())),
    ];
    for usage in [
        Usage::Help,
        Usage::Whoami,
        Usage::Invite,
        Usage::Supervisors,
        Usage::Silenced,
        Usage::Handover,
    ] {
        hints.push(("takes nothing", Hint::TakesNothing(usage)));
    }
    let admin = Some(Role::Admin);
    let mut samples: Vec<Sample> = hints
        .into_iter()
        .map(|(title, hint)| {
            sample(format!("hint, {title}"), Reply::Hint(HintFor { hint, role: admin }))
        })
        .collect();
    for (title, hint, role) in [
        ("for an admin only", Hint::NoPerson(None), Some(Role::Supervisor)),
        (
            "unknown, meant for an admin",
            Hint::UnknownCommand { word: word(), meant: Some(admins()) },
            Some(Role::Supervisor),
        ),
        ("nearly one for an admin", Hint::Meant(admins()), Some(Role::Supervisor)),
        ("stranger, not a command", Hint::NotACommand, None),
        ("stranger, unknown language", Hint::UnknownLanguage(word()), None),
        ("stranger, whoami with words", Hint::TakesNothing(Usage::Whoami), None),
    ] {
        samples.push(sample(format!("hint, {title}"), Reply::Hint(HintFor { hint, role })));
    }
    samples
}
