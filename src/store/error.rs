//! What can go wrong with a store, told to the operator.

use std::{io, path::PathBuf};

use super::{Table, VaultError};

/// What went wrong. Each message is one line that says what it means and what to do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// One of a batch's expectations did not hold; nothing was written.
    #[error("a row was changed by somebody else meanwhile; nothing was written: try again")]
    Conflict,
    /// Another process has the store open.
    #[error(
        "the store {} is in use by another process: stop the other hushbot, or choose another \
         HUSHBOT_DATA_DIR",
        path.display()
    )]
    InUse {
        /// The store's directory.
        path: PathBuf,
    },
    /// Another process has the store in the database open.
    #[error(
        "the store in the database {database} is in use by another process: stop the other \
         hushbot, or give this one a database or schema of its own in DATABASE_URL"
    )]
    DatabaseInUse {
        /// Its host, port and name.
        database: String,
    },
    /// The database can't be used from the start.
    #[error(
        "the database {database} can't be used ({reason}): check DATABASE_URL, and that the \
         database is up and lets hushbot in"
    )]
    Unreachable {
        /// Its host, port and name.
        database: String,
        /// What went wrong.
        reason: String,
    },
    /// The database has tables of our names that aren't a store, or are what is left of one.
    #[error(
        "the database {database} does not hold a whole store of hushbot ({reason}): choose \
         another database or schema in DATABASE_URL, or drop the tables hushbot_rows and \
         hushbot_writer and put back the newest backup"
    )]
    NotADatabaseOfHushbot {
        /// Its host, port and name.
        database: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The database is away, or has refused this. Nothing was written, unless the reason says that
    /// this is not known; the store heals by itself.
    #[error(
        "the database is away or refuses what it is told ({reason}): check it; hushbot goes on by \
         itself as soon as it can"
    )]
    Unavailable {
        /// What went wrong.
        reason: String,
        /// What kind of error of the system it was, if it was one.
        kind: Option<io::ErrorKind>,
    },
    /// The directory can't be made or written to.
    #[error(
        "the store {} can't be written ({source}): check that it is a directory of the user who \
         runs hushbot, on a disk that is writable and not full, or choose another HUSHBOT_DATA_DIR",
        path.display()
    )]
    NotWritable {
        /// The store's directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The files are there but can't be read as a store.
    #[error(
        "the store {} is damaged ({reason}): move the directory aside and put the newest backup \
         in its place",
        path.display()
    )]
    Damaged {
        /// The store's directory.
        path: PathBuf,
        /// What the database said.
        reason: String,
    },
    /// A newer hushbot has written the store.
    #[error(
        "the store has format {found} and this hushbot knows formats up to {known}: run the newer \
         hushbot that wrote it, or put back the backup from before the update"
    )]
    UnknownFormat {
        /// The format that the store says it has.
        found: String,
        /// The newest format that this program knows.
        known: u32,
    },
    /// The store was sealed with another key.
    #[error(
        "the store was sealed with another key: set HUSHBOT_SECRET_KEY, or put back the key file, \
         as it was when the store was made"
    )]
    WrongKey,
    /// A write failed, so nothing is certain any more and nothing more is written.
    #[error(
        "the store stopped writing after a failure ({reason}): check the disk, then restart hushbot"
    )]
    Broken {
        /// What failed first.
        reason: String,
        /// What kind of error of the system it was, if it was one.
        kind: Option<io::ErrorKind>,
    },
    /// A store of an older format could not be saved before it was to be changed; it is as it was.
    #[error(
        "the store has the older format {format} and no backup of it can be made, so it was left \
         alone: {reason}"
    )]
    NotSaved {
        /// The format that the store has.
        format: u32,
        /// Why there is no backup.
        reason: String,
    },
    /// The store was closed.
    #[error("the store is closed: hushbot is shutting down")]
    Closed,
    /// A read failed.
    #[error("the store can't be read ({reason}): check the disk, then restart hushbot")]
    Unreadable {
        /// What the database said.
        reason: String,
    },
    /// A row is there but is not what it should be.
    #[error("a row of {table:?} can't be understood ({reason}): put back the newest backup")]
    BadRow {
        /// Its table.
        table: Table,
        /// What is wrong with it.
        reason: String,
    },
    /// A row is larger than a store takes; nothing was written.
    #[error("a row of {table:?} is too large to be stored; nothing was written")]
    TooLarge {
        /// Its table.
        table: Table,
    },
    /// An update was to have its effect a second time; nothing was written.
    #[error("update {update} has had its effect before; nothing was written")]
    AlreadyDone {
        /// The update's id.
        update: u64,
    },
    /// A secret could not be sealed.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl StoreError {
    /// Whether the system had no more room for a write, as far as is known: a full disk, a spent
    /// quota, or a limit on the size of files.
    pub fn is_disk_full(&self) -> bool {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        let kind = match self {
            Self::Broken { kind, .. } | Self::Unavailable { kind, .. } => *kind,
            Self::NotWritable { source, .. } => Some(source.kind()),
            _ => None,
        };
        matches!(kind, Some(StorageFull | QuotaExceeded | FileTooLarge))
    }
}
