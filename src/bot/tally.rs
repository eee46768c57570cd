//! The numbers of this room. No label holds a person, a chat or anything that somebody wrote.

use std::time::Instant;

use jiff::SignedDuration;
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use teloxide::types::UpdateKind;

use super::authorise::Asked;
use crate::domain::{
    action::Action,
    command::Command,
    reply::{Reply, TimerOver},
    sign_in::SignInReply,
};

const UPDATES: &str = "hushbot_updates_total";
const REPEATED: &str = "hushbot_updates_repeated_total";
const COMMANDS: &str = "hushbot_commands_total";
const ANSWERS: &str = "hushbot_answer_seconds";
const CALLS: &str = "hushbot_telegram_calls_total";
const CALL_SECONDS: &str = "hushbot_telegram_call_seconds";
const FLOODS: &str = "hushbot_telegram_floods_total";
const PENDING: &str = "hushbot_webhook_pending_updates";

/// Says what the numbers mean.
pub(crate) fn describe() {
    describe_counter!(UPDATES, "Updates from Telegram, by kind.");
    describe_counter!(REPEATED, "Updates that came again and had no effect.");
    describe_counter!(COMMANDS, "What people asked for, by command and outcome.");
    describe_histogram!(ANSWERS, "From keeping an update to its answer, by message or press.");
    describe_counter!(CALLS, "Requests to Telegram, by method and outcome.");
    describe_histogram!(CALL_SECONDS, "How long a request to Telegram takes, by method.");
    describe_counter!(FLOODS, "Answers of Telegram that ask to wait (429), by method.");
    describe_gauge!(PENDING, "Updates that Telegram has not delivered to the webhook yet.");
    counter!(REPEATED).increment(0);
}

/// An update came.
pub(super) fn update(kind: &UpdateKind) {
    let kind = match kind {
        UpdateKind::Message(_) => "message",
        UpdateKind::CallbackQuery(_) => "press",
        _ => "other",
    };
    counter!(UPDATES, "kind" => kind).increment(1);
}

/// Something came to the webhook that is no update.
pub(super) fn unreadable_update() {
    counter!(UPDATES, "kind" => "unreadable").increment(1);
}

/// So many updates were known already.
pub(super) fn repeated(updates: usize) {
    counter!(REPEATED).increment(u64::try_from(updates).unwrap_or_default());
}

/// Something that was asked has its answer.
pub(super) fn answered(command: &'static str, outcome: &'static str) {
    counter!(COMMANDS, "command" => command, "outcome" => outcome).increment(1);
}

/// An answer has gone out, so long after its update was kept.
pub(super) fn answer_took(press: bool, took: SignedDuration) {
    let asked = if press { "press" } else { "message" };
    histogram!(ANSWERS, "asked" => asked).record(took.as_secs_f64().max(0.0));
}

/// A request to Telegram was made.
pub(super) fn called(method: &'static str, begun: Instant, outcome: &'static str) {
    count_call(method, outcome);
    histogram!(CALL_SECONDS, "method" => method).record(begun.elapsed());
}

/// The same where Telegram holds the request on purpose: how long it takes means nothing.
pub(super) fn count_call(method: &'static str, outcome: &'static str) {
    counter!(CALLS, "method" => method, "outcome" => outcome).increment(1);
    if outcome == "flood" {
        counter!(FLOODS, "method" => method).increment(1);
    }
}

/// So many updates wait at Telegram for the webhook.
pub(super) fn pending(updates: u32) {
    gauge!(PENDING).set(updates);
}

/// What was asked, without what was asked about.
pub(super) fn command(asked: &Asked) -> &'static str {
    match asked {
        Asked::Unclear(_) => "unclear",
        Asked::Command(command) => by_message(command),
        Asked::Action(action) => by_button(action),
    }
}

fn by_message(command: &Command) -> &'static str {
    match command {
        Command::Start => "start",
        Command::OpenInvite(_) => "open_invite",
        Command::Help => "help",
        Command::Whoami => "whoami",
        Command::Language(_) => "language",
        Command::Connect(_) => "connect",
        Command::SignIn(_) => "sign_in",
        Command::Disconnect(_) => "disconnect",
        Command::Portal(_) => "portal",
        Command::Silent(_) => "silent",
        Command::Status(_) => "status",
        Command::Log(_) => "log",
        Command::Invite => "invite",
        Command::Supervisors => "supervisors",
        Command::Revoke(_) => "revoke",
        Command::Dialogs(_) => "dialogs",
        Command::Silenced => "silenced",
        Command::Remind(_) => "remind",
        Command::Here(_) => "here",
        Command::Handover => "handover",
        Command::Whisper(..) => "whisper",
    }
}

fn by_button(action: &Action) -> &'static str {
    match action {
        Action::Switch { .. } => "button_switch",
        Action::Silence { .. } => "button_silence",
        Action::RunNow { .. } => "button_run",
        Action::Status { .. } => "button_status",
        Action::Language(_) => "button_language",
        Action::UsePortal(_) => "button_portal",
        Action::Disconnect(_) => "button_disconnect",
        Action::Undo { .. } => "button_undo",
        Action::Dialogs(_) => "button_dialogs",
        Action::Silenced => "button_silenced",
        Action::AllOff => "button_all_off",
        Action::SignIn(_) => "button_sign_in",
    }
}

/// How it ended, in one word.
pub(super) fn outcome(reply: Option<&Reply>) -> &'static str {
    let Some(reply) = reply else { return "unanswered" };
    match reply {
        Reply::SecretSeen { inner, .. } => outcome(Some(inner)),
        Reply::Toggled(rows) => worst(rows.iter().map(|row| row.outcome.is_ok())),
        Reply::Status(rows) => worst(rows.iter().map(Result::is_ok)),
        Reply::TimerOver(TimerOver { outcome: Err(_), .. })
        | Reply::ConnectFailed(_)
        | Reply::SignIn(SignInReply::NoWay { .. })
        | Reply::NotConnected
        | Reply::NoDialogs(_) => "failed",
        Reply::Stranger { .. }
        | Reply::Denied(_)
        | Reply::InviteRefused(_)
        | Reply::RevokeRefused(_) => "denied",
        Reply::Hint(_) => "unclear",
        Reply::OldOrder(_) => "too_late",
        Reply::OldOrderGone => "gone",
        Reply::InternalError { .. } => "internal_error",
        _ => "ok",
    }
}

/// Several dialogs are as well as the worst of them.
fn worst(mut rows: impl Iterator<Item = bool>) -> &'static str {
    if rows.all(|ok| ok) { "ok" } else { "failed" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::supervisor::TelegramId;

    #[test]
    fn the_answer_in_a_warning_counts() {
        let stranger = Reply::Stranger { id: TelegramId(7) };
        let inner = Box::new(stranger);
        let seen = Reply::SecretSeen { deleted: true, exposed: false, inner };
        assert_eq!(outcome(Some(&seen)), "denied");
        assert_eq!(outcome(None), "unanswered");
        assert_eq!(outcome(Some(&Reply::LanguageChoice)), "ok");
    }

    #[test]
    fn several_dialogs_are_as_well_as_the_worst_of_them() {
        assert_eq!(worst([true, true].into_iter()), "ok");
        assert_eq!(worst([true, false].into_iter()), "failed");
    }
}
