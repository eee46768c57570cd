//! A silence for a minute ends once, with one notice, and not before its time.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::{Evidence, doubles::gap, name, switches, was_offered};
use crate::{
    orders::{Command, Index, Kind},
    record::{Seen, Switched},
    verdict::Verdict,
};

const MINUTE: SignedDuration = SignedDuration::from_secs(60);

/// Whether nothing more is to come of a command: of a timer, its notice was sent.
pub(crate) fn is_over(command: &Command, index: &Index<'_>, seen: &Seen) -> bool {
    let Kind::Timer(tag) = command.kind else { return true };
    match first_off(seen, command, tag) {
        Some(off) => index.answers(command).iter().any(|said| said.when > off.when),
        None => was_offered(index, command),
    }
}

pub(super) fn judge(evidence: &Evidence<'_>, index: &Index<'_>, verdict: &mut Verdict) {
    let (mut doubled, mut latest) = (0, SignedDuration::ZERO);
    let (mut never, mut early, mut twice) = (Vec::new(), Vec::new(), Vec::new());
    for command in evidence.commands {
        let Kind::Timer(tag) = command.kind else { continue };
        if was_offered(index, command) {
            continue;
        }
        let Some(off) = first_off(evidence.seen, command, tag) else {
            never.push(format!("not switched off: {}", name(command)));
            continue;
        };
        let due = due(command.when);
        latest = latest.max(off.when.duration_since(due));
        if off.when < due {
            early.push(format!("{:.1?} early: {}", due.duration_since(off.when), name(command)));
        }
        let answers = index.answers(command);
        let notices = answers.iter().filter(|said| said.when > off.when).collect::<Vec<_>>();
        if notices.is_empty() {
            never.push(format!("no notice: {}", name(command)));
        }
        let mut excuse = |first, again| match gap(&[first], again, evidence.kills) {
            Some(gap) if gap <= evidence.gap.max(Duration::from_secs(1)) => doubled += 1,
            _ => twice.push(name(command)),
        };
        let offs = switches(evidence.seen, command.user, tag);
        let offs = offs.into_iter().filter(|call| !call.on).collect::<Vec<_>>();
        offs.windows(2).for_each(|pair| excuse(pair[0].at, pair[1].at));
        notices.windows(2).for_each(|pair| excuse(pair[0].at, pair[1].at));
    }
    if evidence.commands.iter().any(|command| matches!(command.kind, Kind::Timer(_))) {
        verdict.fact("timers: repeated after a kill", doubled);
        verdict.fact("timers: the latest after its time", format!("{latest:.1?}"));
        verdict.check("timers: each fires and says so", never);
        verdict.check("timers: none fires early", early);
        verdict.check("timers: none fires twice, but for kills", twice);
    }
}

/// A minute after the order, whose date Telegram gives in whole seconds.
fn due(ordered: Timestamp) -> Timestamp {
    let second = Timestamp::from_second(ordered.as_second()).expect("a time of today");
    second + MINUTE
}

fn first_off<'a>(seen: &'a Seen, command: &Command, tag: u64) -> Option<&'a Switched> {
    switches(seen, command.user, tag).into_iter().find(|call| !call.on)
}
