//! Notes that only colleagues see.

use super::{
    Foreign, Sample,
    dialogs::{near, place},
    sample,
};
use crate::domain::{
    dialog::{DialogRef, Target, Via},
    reply::Reply,
    scope::Scope,
    toggle::Reason,
    trouble::Trouble,
    whisper::{Doubt, NotPosted, Whispered},
};

pub(super) fn whispers(foreign: &Foreign) -> Vec<Sample> {
    let reference = || DialogRef::chat(near(foreign, 2024).dialog);
    let elsewhere =
        || DialogRef { target: Target::Session(321), via: Via::Host(foreign.host.clone()) };
    let one =
        |title: &str, whispered| sample(format!("whisper, {title}"), Reply::Whispered(whispered));
    let mut samples = vec![
        one("posted", Whispered::Posted { place: near(foreign, 2024) }),
        one("posted, several portals", Whispered::Posted { place: place(foreign, 2024) }),
        one("unclear", Whispered::Unclear { reference: reference() }),
    ];
    let doubts = [
        Doubt::Closed,
        Doubt::NotAnOpenChannel,
        Doubt::Moved,
        Doubt::Unreadable,
        Doubt::OtherDialog,
    ];
    let host = foreign.host.clone();
    let reasons = [
        Reason::NotConnected,
        Reason::OtherPortal { host },
        Reason::Trouble(Trouble::MissingScopes(vec![Scope::Im])),
        Reason::Trouble(Trouble::DialogUnavailable),
    ];
    let whys = [NotPosted::NotEnabled, NotPosted::NotMember].into_iter();
    let whys = whys.chain(doubts.map(NotPosted::Doubtful));
    for why in whys.chain(reasons.map(NotPosted::Failed)) {
        let title = match &why {
            NotPosted::Failed(Reason::OtherPortal { .. }) => "Failed(OtherPortal)".to_owned(),
            why => format!("{why:?}"),
        };
        let reference = if title.contains("Other") { elsewhere() } else { reference() };
        samples.push(one(&title, Whispered::NotPosted { reference, why }));
    }
    samples
}
