//! An answer may be doubled in one case only: the process died after Telegram had taken it and
//! before the store knew.

use std::time::{Duration, Instant};

use super::{Evidence, name};
use crate::{
    bot::Kill,
    orders::{Index, Kind},
    record::Said,
    verdict::Verdict,
};

/// A dying process's last request may be taken this long after it is gone.
const TAKEN_LATE: Duration = Duration::from_millis(100);

pub(super) fn judge(evidence: &Evidence<'_>, index: &Index<'_>, verdict: &mut Verdict) {
    let mut doubled = 0;
    let mut longest = Duration::ZERO;
    let mut findings = Vec::new();
    for command in evidence.commands {
        // A timer's second message is its notice, which is looked at elsewhere.
        if matches!(command.kind, Kind::Timer(_)) {
            continue;
        }
        let answers = index.answers(command);
        for pair in answers.windows(2) {
            doubled += 1;
            match gap(&moments(pair[0]), pair[1].at, evidence.kills) {
                Some(gap) if gap <= evidence.gap => longest = longest.max(gap),
                gap => findings.push(format!("{gap:?} before a kill: {}", name(command))),
            }
        }
    }
    let value = format!("{doubled}, at most {longest:.1?} before a kill");
    verdict.fact("doubled answers in the gap", value);
    verdict.check("no other answer is doubled", findings);
}

/// When a message was sent and changed: the store may not have known of the last.
fn moments(said: &Said) -> Vec<Instant> {
    std::iter::once(said.at).chain(said.edits.iter().copied()).collect()
}

/// How long before the next kill the latest of the moments was that a kill cut off from `again`;
/// `None` if no kill lies between.
pub(super) fn gap(moments: &[Instant], again: Instant, kills: &[Kill]) -> Option<Duration> {
    let gap_of = |moment: &Instant| {
        let next = kills.iter().find(|kill| kill.to + TAKEN_LATE >= *moment)?;
        (next.from <= again).then(|| next.from.saturating_duration_since(*moment))
    };
    moments.iter().filter_map(gap_of).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_double_is_excused_by_the_next_kill_only() {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let kills = [1_000, 3_000].map(|ms| Kill { from: at(ms), to: at(ms + 2) });
        let gap = |first, again| gap(&[at(first)], at(again), &kills);
        assert_eq!(gap(990, 1_200), Some(Duration::from_millis(10)));
        assert_eq!(gap(1_001, 1_200), Some(Duration::ZERO), "taken while it died");
        assert_eq!(gap(100, 1_200), Some(Duration::from_millis(900)));
        assert_eq!(gap(100, 900), None, "by the same process");
        assert_eq!(gap(1_500, 2_500), None, "by the same process");
        assert_eq!(gap(3_500, 4_000), None, "after the last kill");
    }
}
