//! Orders about a dialog are carried out so that the last one wins. One that is repeated after a
//! kill may set the dialog back for a moment; nothing else may.

use super::{Evidence, Orders, switches};
use crate::verdict::Verdict;

pub(super) fn judge(evidence: &Evidence<'_>, orders: &Orders<'_>, verdict: &mut Verdict) {
    let (mut repeated, mut back, mut not_last) = (0, Vec::new(), Vec::new());
    for ((user, dialog), orders) in orders {
        let wanted = orders.iter().map(|(on, _)| *on).collect::<Vec<_>>();
        let calls = switches(evidence.seen, *user, *dialog);
        let made = calls.iter().map(|call| call.on).collect::<Vec<_>>();
        // Every dialog begins switched off, and what is off need not be switched off.
        if made.last().unwrap_or(&false) != wanted.last().unwrap_or(&false) {
            not_last.push(format!("{dialog} of user {user}: ordered {wanted:?}, made {made:?}"));
        }
        for step in steps_back(&wanted, &made) {
            let (from, to) = (calls[step.saturating_sub(1)].at, calls[step].at);
            if step > 0 && evidence.kills.iter().any(|kill| kill.to >= from && kill.from <= to) {
                repeated += 1;
            } else {
                let when = calls[step].when;
                back.push(format!(
                    "{dialog} of user {user} at {when:.3}: ordered {wanted:?}, made {made:?}"
                ));
            }
        }
    }
    verdict.fact("set back for a moment after a kill", repeated);
    verdict.check("the last order was carried out last", not_last);
    verdict.check("no order after a newer one, but for kills", back);
}

/// The places among `made` of switches that no order explains from where the orders stood: an
/// order explains any number of switches, and orders may be passed over.
fn steps_back(wanted: &[bool], made: &[bool]) -> Vec<usize> {
    let mut stand = 0;
    let mut back = Vec::new();
    for (place, on) in made.iter().enumerate() {
        if let Some(ahead) = wanted[stand..].iter().position(|order| order == on) {
            stand += ahead;
        } else {
            back.push(place);
            stand = wanted[..stand].iter().rposition(|order| order == on).unwrap_or(0);
        }
    }
    back
}

#[cfg(test)]
mod tests {
    use super::steps_back;

    #[test]
    fn only_what_goes_back_is_found() {
        for (wanted, made, back) in [
            ("+-+", "+-+", vec![]),
            ("+-+", "++--++", vec![]),
            ("+-+", "+", vec![]),
            ("+-", "-", vec![]),
            ("+-", "+-+", vec![2]),
            ("+-", "+-+-", vec![2]),
            ("+", "-+", vec![0]),
            ("-+", "+-+", vec![1]),
        ] {
            let read = |text: &str| text.chars().map(|c| c == '+').collect::<Vec<_>>();
            assert_eq!(steps_back(&read(wanted), &read(made)), back, "{wanted} {made}");
        }
    }
}
