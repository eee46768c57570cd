//! How the sender paces itself and how patient it is.

use std::time::Duration;

/// How the sender paces itself and how patient it is.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// What the bot says by itself, a second, in all chats together; 0 is no limit. Telegram
    /// takes about 30; the rest is for answers.
    pub notices_per_second: u32,
    /// The same in one chat; 0 is no limit.
    pub chat_notices_per_second: u32,
    /// The same a minute in one group; 0 is no limit.
    pub group_notices_per_minute: u32,
    /// How long Telegram may take for a request. A message that is waited for in vain is sent
    /// again and may come twice: so it is well above what Telegram takes on a bad day.
    pub timeout: Duration,
    /// How long faults of the network are sat out for one message.
    pub patience: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            notices_per_second: 25,
            chat_notices_per_second: 1,
            group_notices_per_minute: 20,
            timeout: Duration::from_secs(8),
            patience: Duration::from_secs(30),
        }
    }
}
