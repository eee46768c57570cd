//! Why the bot does not start, or does not go on.

use std::{io, net::SocketAddr, path::PathBuf};

use crate::{
    bot::poller::TokenRefused,
    desk::DeskError,
    store::{BackupError, KeyError, KeyFileError, StoreError},
};

/// Why the bot can't start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data directory can't be made.
    #[error("HUSHBOT_DATA_DIR: {} can't be made: {error}", path.display())]
    DataDir {
        /// The directory.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The HTTP side's address can't be listened on.
    #[error("{variable}: {address} can't be listened on: {error}")]
    Listen {
        /// The variable that names it.
        variable: &'static str,
        /// The address.
        address: SocketAddr,
        /// Why.
        error: io::Error,
    },
    /// The store can't be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// With a database there must be a key. The settings have been refused before.
    #[error("HUSHBOT_SECRET_KEY: not set, and with DATABASE_URL it must be")]
    NoKey,
    /// The key in the environment is none.
    #[error("HUSHBOT_SECRET_KEY: {0}")]
    Key(#[from] KeyError),
    /// The key file can't be used.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// An interrupted change of the key can't be finished.
    #[error("an interrupted change of the key can't be finished: {0}")]
    Rekey(BackupError),
    /// What an earlier process left can't be read.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The HTTP clients can't be set up: the system's certificates or the proxy.
    #[error("no HTTP client: {0}")]
    Client(String),
}

/// Why the bot stopped by itself.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Telegram knows no bot with this token.
    #[error("TELOXIDE_TOKEN: {0}")]
    Token(#[from] TokenRefused),
    /// What an earlier process left can't be read.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// Another process has the database now.
    #[error("{0}: see that only one hushbot runs on this database")]
    TakenOver(String),
}
