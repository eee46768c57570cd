//! What can go wrong with a backup, told to the operator.

use std::{io, path::PathBuf};

use crate::store::StoreError;

/// What went wrong. Each message is one line that says what it means and what to do.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is no store to back up.
    #[error("there is no store in {}: check HUSHBOT_DATA_DIR", path.display())]
    NoStore {
        /// The store's directory.
        path: PathBuf,
    },
    /// A running hushbot has the store open.
    #[error(
        "the store {} is in use: a running hushbot makes a backup every day by itself, see the \
         directory backups next to the store; or stop it first",
        path.display()
    )]
    InUse {
        /// The store's directory.
        path: PathBuf,
    },
    /// Something is where a backup is to be put back.
    #[error(
        "{} is not empty: move it aside first, so that nothing is overwritten",
        path.display()
    )]
    NotEmpty {
        /// The directory.
        path: PathBuf,
    },
    /// There is no store in the database.
    #[error("there is no store in the database {database}: check DATABASE_URL")]
    NoStoreInDatabase {
        /// Its host, port and name.
        database: String,
    },
    /// A running hushbot has the store in the database open.
    #[error(
        "the store in the database {database} is in use: stop the hushbot that runs on it first"
    )]
    DatabaseInUse {
        /// Its host, port and name.
        database: String,
    },
    /// There is a store already where a backup is to be put back.
    #[error(
        "the database {database} holds a store already: drop its tables hushbot_rows and \
         hushbot_writer, or choose another database or schema in DATABASE_URL, so that nothing is \
         overwritten"
    )]
    DatabaseNotEmpty {
        /// Its host, port and name.
        database: String,
    },
    /// The file is not a whole backup.
    #[error("{} is no whole backup ({reason}): take another one", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A newer hushbot has written the file.
    #[error(
        "the backup {} has version {found} and this hushbot reads version {known}: use the newer \
         hushbot that wrote it",
        path.display()
    )]
    UnknownVersion {
        /// The file.
        path: PathBuf,
        /// The version that it says it has.
        found: u8,
        /// The version that this program reads.
        known: u8,
    },
    /// A file or directory can't be read or written.
    #[error(
        "{} can't be read or written ({source}): check its permissions and the room on the disk",
        path.display()
    )]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The store itself is in trouble.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::InUse { path } => Self::InUse { path },
            StoreError::DatabaseInUse { database } => Self::DatabaseInUse { database },
            error => Self::Store(error),
        }
    }
}
