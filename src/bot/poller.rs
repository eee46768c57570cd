//! Long polling: `getUpdates`, over and over, whatever Telegram and the network do.

use std::time::{Duration, Instant};

use teloxide::{
    ApiError, Bot, RequestError,
    payloads::{DeleteWebhookSetters as _, GetUpdatesSetters as _},
    requests::{Request, Requester as _},
    types::{AllowedUpdate, Me},
};

use tokio::sync::mpsc;

use super::{inbox::Batch, sender::SendError, tally};
use crate::domain::{pulse::Pulse, reply::Alarm};

/// How long Telegram holds a request when there is nothing new.
pub const LONG_POLL: Duration = Duration::from_secs(25);

/// The kinds of updates that the bot has a use for.
pub(super) const WANTED: [AllowedUpdate; 2] =
    [AllowedUpdate::Message, AllowedUpdate::CallbackQuery];

/// How many updates Telegram hands out at once: a smaller batch is the last of what had piled up.
const FULL_BATCH: usize = 100;

/// The longest pause between tries, and how many failures are counted.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
const MOST_FAILURES: u32 = 10;

/// Asks Telegram for updates.
pub struct Poller {
    bot: Bot,
    offset: i32,
    /// Where the last batch began, and how often it could not be kept.
    last: i32,
    unkept: Pause,
    pause: Pause,
    alarms: mpsc::UnboundedSender<Alarm>,
    pulse: Pulse,
    heard: Instant,
    /// A webhook of an earlier process was removed; another one is somebody else's.
    freed: bool,
}

impl Poller {
    /// Polls in the name of this bot. What only an admin can mend goes to `alarms`.
    pub fn new(bot: Bot, alarms: mpsc::UnboundedSender<Alarm>, pulse: Pulse) -> Self {
        let (pause, unkept, heard) = (Pause::default(), Pause::default(), Instant::now());
        Self { bot, offset: 0, last: 0, unkept, pause, alarms, pulse, heard, freed: false }
    }

    /// The next updates, at least one; asking for the batch after it confirms this one, unless it
    /// was [not kept](Self::not_kept). Waits and tries again through every failure.
    pub async fn next(&mut self) -> Batch {
        self.unkept.wait().await;
        loop {
            let request = self
                .bot
                .get_updates()
                .offset(self.offset)
                .timeout(u32::try_from(LONG_POLL.as_secs()).unwrap_or(u32::MAX))
                .allowed_updates(WANTED);
            let answer = request.send().await;
            tally::count_call("GetUpdates", outcome(answer.as_ref().err()));
            match answer {
                Ok(updates) => {
                    self.pause = Pause::default();
                    self.pulse.heard();
                    let silence = std::mem::replace(&mut self.heard, Instant::now()).elapsed();
                    if let Some(last) = updates.last() {
                        self.last = std::mem::replace(&mut self.offset, last.id.as_offset());
                        let more = updates.len() >= FULL_BATCH;
                        return Batch { updates, silence, more, ..Batch::default() };
                    }
                }
                Err(error) if webhook_is_set(&error) && !self.freed => {
                    self.remove_webhook().await;
                }
                Err(error) => {
                    let other = ApiError::TerminatedByOtherGetUpdates;
                    if webhook_is_set(&error)
                        || matches!(&error, RequestError::Api(api) if *api == other)
                    {
                        // Nobody listens only while the process ends.
                        let _ = self.alarms.send(Alarm::SecondPoller);
                    }
                    self.pause.after(error, "no updates").await;
                }
            }
        }
    }
}

impl Poller {
    /// The last batch is on disk.
    pub fn kept(&mut self) {
        self.unkept = Pause::default();
    }

    /// The last batch could not be kept: it is fetched again, after a pause.
    pub fn not_kept(&mut self) {
        self.offset = self.last;
        self.unkept.failures = (self.unkept.failures + 1).min(MOST_FAILURES);
    }

    /// Removes a webhook that is set although this process polls. What waits for it at Telegram
    /// is handed out to the poller.
    async fn remove_webhook(&mut self) {
        match self.bot.delete_webhook().drop_pending_updates(false).send().await {
            Ok(_) => {
                tracing::warn!("a webhook was set; it is removed, because this process polls");
                self.freed = true;
            }
            Err(error) => self.pause.after(error, "a webhook can't be removed").await,
        }
    }

    /// Confirms what was taken in, before the process ends; what is not confirmed comes again.
    pub async fn confirm(self) {
        let request = self.bot.get_updates().offset(self.offset).limit(1).timeout(0);
        let confirmed = tokio::time::timeout(Duration::from_secs(2), request.send()).await;
        if !matches!(confirmed, Ok(Ok(_))) {
            tracing::warn!(
                "the last updates could not be confirmed; Telegram will send them again"
            );
        }
    }
}

/// Who the bot is (`getMe`). Tries until Telegram answers.
///
/// # Errors
/// Telegram says that there is no such bot: the token is wrong.
pub async fn who_am_i(bot: &Bot) -> Result<Me, TokenRefused> {
    let mut pause = Pause::default();
    loop {
        match bot.get_me().send().await {
            Ok(me) => return Ok(me),
            Err(RequestError::Api(ApiError::InvalidToken)) => {
                return Err(TokenRefused);
            }
            Err(error) => pause.after(error, "Telegram can't be asked who the bot is").await,
        }
    }
}

/// Telegram knows no bot with this token.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("Telegram knows no bot with this token; copy it again from BotFather")]
pub struct TokenRefused;

/// Growing pauses between failed tries: half a second, doubled up to 30 s.
#[derive(Debug, Default)]
pub(super) struct Pause {
    failures: u32,
}

impl Pause {
    pub(super) async fn after(&mut self, error: RequestError, what: &str) {
        let pause = match error {
            RequestError::RetryAfter(wait) => wait.duration(),
            _ => self.length(),
        };
        self.failures = (self.failures + 1).min(MOST_FAILURES);
        let error = SendError::from(error);
        tracing::warn!(%error, pause_ms = pause.as_millis(), "{what}; trying again");
        tokio::time::sleep(pause).await;
    }

    /// Waits, if something has failed.
    async fn wait(&self) {
        if self.failures > 0 {
            tokio::time::sleep(self.length()).await;
        }
    }

    fn length(&self) -> Duration {
        (Duration::from_millis(500) * 2_u32.saturating_pow(self.failures)).min(LONGEST_PAUSE)
    }
}

/// Whether Telegram hands nothing out because a webhook is set. teloxide knows a shorter text.
fn webhook_is_set(error: &RequestError) -> bool {
    match error {
        RequestError::Api(ApiError::CantGetUpdates) => true,
        RequestError::Api(ApiError::Unknown(text)) => text.contains("while webhook is active"),
        _ => false,
    }
}

/// How a request ended, in one of a few words.
pub(super) fn outcome(error: Option<&RequestError>) -> &'static str {
    match error {
        None => "ok",
        Some(RequestError::RetryAfter(_)) => "flood",
        Some(RequestError::Api(_)) => "refused",
        Some(_) => "unclear",
    }
}
