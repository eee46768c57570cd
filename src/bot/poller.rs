//! Long polling: `getUpdates`, over and over, whatever Telegram and the network do.

use std::time::{Duration, Instant};

use teloxide::{
    ApiError, Bot, RequestError,
    payloads::GetUpdatesSetters as _,
    requests::{Request, Requester as _},
    types::{AllowedUpdate, Me, Update},
};

use tokio::sync::mpsc;

use super::sender::SendError;
use crate::domain::reply::Alarm;

/// How long Telegram holds a request when there is nothing new.
pub const LONG_POLL: Duration = Duration::from_secs(25);

/// The longest pause between tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Asks Telegram for updates.
pub struct Poller {
    bot: Bot,
    offset: i32,
    pause: Pause,
    alarms: mpsc::UnboundedSender<Alarm>,
    heard: Instant,
}

/// Updates, and how long Telegram was not heard before them.
pub struct Batch {
    /// At least one.
    pub updates: Vec<Update>,
    /// How long no request had been answered.
    pub silence: Duration,
}

impl Poller {
    /// Polls in the name of this bot. What only an admin can mend goes to `alarms`.
    pub fn new(bot: Bot, alarms: mpsc::UnboundedSender<Alarm>) -> Self {
        Self { bot, offset: 0, pause: Pause::default(), alarms, heard: Instant::now() }
    }

    /// The next updates, at least one; asking for the batch after it confirms this one.
    /// Waits and tries again through every failure.
    pub async fn next(&mut self) -> Batch {
        loop {
            let request = self
                .bot
                .get_updates()
                .offset(self.offset)
                .timeout(u32::try_from(LONG_POLL.as_secs()).unwrap_or(u32::MAX))
                .allowed_updates([AllowedUpdate::Message, AllowedUpdate::CallbackQuery]);
            match request.send().await {
                Ok(updates) => {
                    self.pause = Pause::default();
                    let silence = std::mem::replace(&mut self.heard, Instant::now()).elapsed();
                    if let Some(last) = updates.last() {
                        self.offset = last.id.as_offset();
                        return Batch { updates, silence };
                    }
                }
                Err(error) => {
                    if let RequestError::Api(
                        ApiError::TerminatedByOtherGetUpdates | ApiError::CantGetUpdates,
                    ) = error
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
struct Pause {
    failures: u32,
}

impl Pause {
    async fn after(&mut self, error: RequestError, what: &str) {
        let pause = match error {
            RequestError::RetryAfter(wait) => wait.duration(),
            _ => (Duration::from_millis(500) * 2_u32.saturating_pow(self.failures))
                .min(LONGEST_PAUSE),
        };
        self.failures = (self.failures + 1).min(10);
        let error = SendError::from(error);
        tracing::warn!(%error, pause_ms = pause.as_millis(), "{what}; trying again");
        tokio::time::sleep(pause).await;
    }
}
