//! Whether what was seen is what was ordered.

mod doubles;
mod order;
mod timers;

use std::{collections::BTreeMap, time::Duration};

use hushbot::sandbox::portal::Snapshot;

use crate::{
    bot::Kill,
    orders::{Command, Index, Kind, is_final, is_offer},
    record::{Seen, Switched},
    verdict::Verdict,
    world::World,
};

pub(crate) use timers::is_over;

/// All that is known of a run.
pub(crate) struct Evidence<'a> {
    pub(crate) commands: &'a [Command],
    pub(crate) seen: &'a Seen,
    pub(crate) kills: &'a [Kill],
    pub(crate) snapshot: &'a Snapshot,
    /// By an invite's place among the commands: the tokens in its answers, and how many
    /// newcomers they let in.
    pub(crate) invites: &'a [(usize, Vec<String>, usize)],
    /// How long before a kill an answer may have been taken to be doubled.
    pub(crate) gap: Duration,
    /// What the bot logged.
    pub(crate) log: &'a str,
}

/// Orders by user and dialog, in the order of arrival, each with its command.
type Orders<'a> = BTreeMap<(u64, u64), Vec<(bool, &'a Command)>>;

pub(crate) fn judge(evidence: &Evidence<'_>) -> Verdict {
    let index = Index::of(evidence.seen);
    let mut verdict = Verdict::default();
    facts(evidence, &index, &mut verdict);
    verdict.check("the record is whole", missed(evidence));
    verdict.check("every command is answered", unanswered(evidence, &index));
    doubles::judge(evidence, &index, &mut verdict);
    let orders = orders(evidence, &index);
    verdict.check("each dialog is as last ordered", wrong_state(&orders, evidence.snapshot));
    order::judge(evidence, &orders, &mut verdict);
    verdict.check("an invite makes one working token", bad_invites(evidence));
    timers::judge(evidence, &index, &mut verdict);
    verdict.check("the bot never panicked", panics(evidence.log));
    verdict
}

fn facts(evidence: &Evidence<'_>, index: &Index<'_>, verdict: &mut Verdict) {
    let count =
        |kind: fn(&Kind) -> bool| evidence.commands.iter().filter(|c| kind(&c.kind)).count();
    let offered = evidence.commands.iter().filter(|c| was_offered(index, c)).count();
    let commands = format!(
        "{} ({} private, {} in groups, {} presses, {} invites, {} timers)",
        evidence.commands.len(),
        count(|kind| matches!(kind, Kind::Tagged(_))),
        count(|kind| *kind == Kind::InGroup),
        count(|kind| *kind == Kind::Press),
        count(|kind| *kind == Kind::Invite),
        count(|kind| matches!(kind, Kind::Timer(_))),
    );
    verdict.fact("commands", commands);
    verdict.fact("kills", evidence.kills.len());
    verdict.fact("messages of the bot", evidence.seen.said.len());
    verdict.fact("switches on the portal", evidence.seen.switched.len());
    verdict.fact("offered to be run, not run", offered);
}

fn missed(evidence: &Evidence<'_>) -> Vec<String> {
    let missed = evidence.seen.missed.then(|| "events were missed: prove nothing".to_owned());
    missed.into_iter().collect()
}

fn unanswered(evidence: &Evidence<'_>, index: &Index<'_>) -> Vec<String> {
    let mut findings = Vec::new();
    for command in evidence.commands {
        let answers = index.answers(command);
        if answers.is_empty() {
            findings.push(format!("no answer to {}", name(command)));
        }
        for said in answers.iter().filter(|said| !is_final(said)) {
            findings.push(format!("left at {:?}: {}", said.message.text, name(command)));
        }
    }
    findings
}

/// What was ordered and not only offered.
fn orders<'a>(evidence: &Evidence<'a>, index: &Index<'_>) -> Orders<'a> {
    let mut orders = Orders::new();
    for command in evidence.commands {
        if matches!(command.kind, Kind::Timer(_)) || was_offered(index, command) {
            continue;
        }
        for (dialog, on) in &command.orders {
            orders.entry((command.user, *dialog)).or_default().push((*on, command));
        }
    }
    orders
}

fn was_offered(index: &Index<'_>, command: &Command) -> bool {
    index.answers(command).iter().any(|said| is_offer(said))
}

fn wrong_state(orders: &Orders<'_>, snapshot: &Snapshot) -> Vec<String> {
    let mut findings = Vec::new();
    for ((user, dialog), orders) in orders {
        let Some((on, command)) = orders.last() else { continue };
        if World::is_silent(snapshot, *user, *dialog) != *on {
            let last = name(command);
            findings.push(format!("{dialog} of user {user} is not as last ordered by {last}"));
        }
    }
    findings
}

fn bad_invites(evidence: &Evidence<'_>) -> Vec<String> {
    let bad = evidence.invites.iter().filter(|(_, _, let_in)| *let_in != 1);
    bad.map(|(place, tokens, let_in)| {
        let command = name(&evidence.commands[*place]);
        format!("{command}: {} tokens let {let_in} people in", tokens.len())
    })
    .collect()
}

fn panics(log: &str) -> Vec<String> {
    log.lines().filter(|line| line.contains("panic")).map(ToOwned::to_owned).collect()
}

/// A command, as a person who looks for it needs it.
fn name(command: &Command) -> String {
    let Command { text, chat, message, when, .. } = command;
    format!("{text:?} (chat {chat}, message {message}, {when:.3})")
}

/// The switches of a user's dialog in order of arrival.
fn switches(seen: &Seen, user: u64, dialog: u64) -> Vec<&Switched> {
    let mut calls: Vec<&Switched> =
        seen.switched.iter().filter(|call| (call.user, call.dialog) == (user, dialog)).collect();
    calls.sort_by_key(|call| call.number);
    calls
}
