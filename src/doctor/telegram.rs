//! The way to Telegram, and who else is on it.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp, fmt::rfc2822};
use teloxide::{
    ApiError, Bot, RequestError,
    payloads::GetUpdatesSetters as _,
    requests::{Request, Requester as _},
    types::{Me, WebhookInfo},
};

use super::{Group, Report};
use crate::{app, bot::sender::SendError, config::Config};

const GROUP: Group = Group::Telegram;

/// How long one question to Telegram may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long to listen for another poller: whoever is cut off by us comes back sooner.
const LISTEN_SECONDS: u32 = 3;

/// How wrong a clock may be: timers, and what counts as late, go by it.
const SKEW: SignedDuration = SignedDuration::from_secs(30);

/// As many updates pile up where nobody takes them.
const MANY: u32 = 100;

/// What is known besides the settings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// The bot runs here.
    pub(super) in_use: bool,
    /// Updates are to come by webhook.
    pub(super) by_webhook: bool,
}

pub(super) async fn check(config: &Config, known: Known, report: &mut Report) {
    let bot = match app::telegram(&config.telegram) {
        Ok(bot) => bot,
        Err(error) => {
            report.error(GROUP, "client", error.to_string(), "check TELOXIDE_PROXY");
            return;
        }
    };
    clock(&bot, config, report).await;
    if !token(&bot, report).await {
        return;
    }
    let Some(info) = webhook(&bot, known.by_webhook, report).await else { return };
    poller(&bot, known.in_use, &info, report).await;
}

/// The clock of this machine against Telegram's.
async fn clock(bot: &Bot, config: &Config, report: &mut Report) {
    let name = "clock";
    let asked = bot.client().get(config.telegram.api_url.clone()).timeout(PATIENCE).send().await;
    let Ok(answer) = asked else {
        report.skipped(GROUP, name, "Telegram does not answer");
        return;
    };
    let date = answer.headers().get("date").and_then(|date| date.to_str().ok());
    let Some(there) = date.and_then(|date| rfc2822::parse(date).ok()) else {
        report.skipped(GROUP, name, "the Bot API server tells no time");
        return;
    };
    let skew = Timestamp::now().duration_since(there.timestamp());
    let finding = format!("{} s from Telegram's", skew.as_secs());
    if skew.abs() <= SKEW {
        report.ok(GROUP, name, finding);
    } else {
        report.warning(GROUP, name, finding, "set this machine's clock, best by NTP");
    }
}

/// Whether the token is a bot's.
async fn token(bot: &Bot, report: &mut Report) -> bool {
    let me = match tokio::time::timeout(PATIENCE, bot.get_me().send()).await {
        Ok(Ok(me)) => me,
        Ok(Err(RequestError::Api(ApiError::InvalidToken))) => {
            let advice = "copy TELOXIDE_TOKEN again from BotFather";
            report.error(GROUP, "token", "Telegram knows no bot with this token", advice);
            return false;
        }
        Ok(Err(error)) => {
            unreachable(&SendError::from(error).to_string(), report);
            return false;
        }
        Err(_) => {
            unreachable("no answer", report);
            return false;
        }
    };
    report.ok(GROUP, "token", format!("of @{}", me.username()));
    privacy(&me, report);
    true
}

fn unreachable(why: &str, report: &mut Report) {
    let advice = "check the network, TELOXIDE_PROXY and TELOXIDE_API_URL";
    report.error(GROUP, "Telegram", format!("can't be asked: {why}"), advice);
}

fn privacy(me: &Me, report: &mut Report) {
    if me.can_read_all_group_messages {
        let advice = "BotFather: /setprivacy, Enable; then add the bot to its groups anew";
        let finding = "off: the bot gets everything that is written in its groups";
        report.warning(GROUP, "privacy mode", finding, advice);
    } else {
        report.ok(GROUP, "privacy mode", "on");
    }
}

async fn webhook(bot: &Bot, wanted: bool, report: &mut Report) -> Option<WebhookInfo> {
    let name = "webhook";
    let asked = tokio::time::timeout(PATIENCE, bot.get_webhook_info().send()).await;
    let Ok(Ok(info)) = asked else {
        report.skipped(GROUP, name, "Telegram does not tell");
        return None;
    };
    match (&info.url, wanted) {
        // The host alone: the path may be a secret.
        (Some(url), _) => {
            let host = url.host_str().unwrap_or_default();
            if !wanted {
                let advice =
                    "if that is not this bot, it takes all updates: use a token of your own";
                let finding = format!("set to {host}, and this bot polls");
                report.warning(GROUP, name, finding, advice);
            } else if let Some(error) = &info.last_error_message {
                let advice = "check HUSHBOT_PUBLIC_URL and what stands before the bot";
                report.warning(GROUP, name, format!("{host}; last error: {error}"), advice);
            } else {
                report.ok(GROUP, name, format!("set to {host}"));
            }
        }
        (None, true) => report.ok(GROUP, name, "not set; the next start sets it"),
        (None, false) => report.ok(GROUP, name, "none: the bot polls"),
    }
    let waiting = info.pending_update_count;
    let finding = format!("{waiting} updates wait");
    if waiting < MANY {
        report.ok(GROUP, "updates", finding);
    } else {
        report.warning(GROUP, "updates", finding, "is the bot running?");
    }
    Some(info)
}

/// Whether somebody else polls with the same token. The question confirms no update. Whoever polls
/// is cut off once, comes back at once, and cuts this off in turn.
async fn poller(bot: &Bot, in_use: bool, info: &WebhookInfo, report: &mut Report) {
    let name = "second poller";
    if in_use || info.url.is_some() {
        let why = if in_use { "the bot runs here" } else { "a webhook is set" };
        report.skipped(GROUP, name, format!("not looked for: {why}"));
        return;
    }
    let question = bot.get_updates().limit(1).timeout(LISTEN_SECONDS);
    match tokio::time::timeout(PATIENCE, question.send()).await {
        Ok(Err(RequestError::Api(ApiError::TerminatedByOtherGetUpdates))) => {
            let advice = "stop the other one, or give this one a token of its own";
            report.error(GROUP, name, "another process polls with this token", advice);
        }
        Ok(Ok(_)) => report.ok(GROUP, name, "none was seen"),
        _ => report.skipped(GROUP, name, "Telegram does not tell"),
    }
}
