//! Where everything is kept: in a directory of the local disk, or in a PostgreSQL database. What
//! is done to a store from outside is asked here, so that nobody else has to know which it is.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use crate::{
    app::StartError,
    config::STORE,
    disk,
    store::{self, About, BackupError, Database, Vault},
};

/// Where everything is kept.
#[derive(Debug, Clone)]
pub enum Keeping {
    /// Below this data directory: the store, the key file, backups.
    Directory(PathBuf),
    /// In this database; nothing is on the disk.
    Database(Box<Database>),
}

impl Keeping {
    /// The database if there is one, else the data directory.
    pub fn new(data_dir: &Path, database: Option<&Database>) -> Self {
        match database {
            Some(database) => Self::Database(Box::new(database.clone())),
            None => Self::Directory(data_dir.to_path_buf()),
        }
    }

    /// Makes the data directory, and warns where it will vanish.
    pub(crate) fn prepare(&self) -> Result<(), StartError> {
        let Self::Directory(data_dir) = self else { return Ok(()) };
        std::fs::create_dir_all(data_dir)
            .map_err(|error| StartError::DataDir { path: data_dir.clone(), error })?;
        if let Some(why) = disk::look(data_dir) {
            tracing::warn!("{why}");
        }
        Ok(())
    }

    /// Warns where there is no store yet. What can't be looked at now is told by the start.
    pub async fn warn_if_new(&self) {
        let then = "Nobody is let in, and nothing is connected; `hushbot restore` brings a backup \
                    back";
        match self {
            Self::Directory(dir) if !dir.join(STORE).exists() => tracing::warn!(
                dir = %dir.display(),
                "there is no store yet: this is the first start, or the disk was wiped. {then}"
            ),
            Self::Database(database) if matches!(self.look().await, Ok(None)) => tracing::warn!(
                %database,
                "there is no store yet: this is the first start, or the database is another one. \
                 {then}"
            ),
            _ => {}
        }
    }

    /// Whether a bot has the store open; `None` where there is no store.
    pub async fn is_in_use(&self) -> Result<Option<bool>, BackupError> {
        match self {
            Self::Directory(dir) => store::is_in_use(&dir.join(STORE)),
            Self::Database(database) => Ok(store::is_database_in_use(database).await?),
        }
    }

    /// What can be seen of the store without its key; `None` where there is no store. Changes
    /// nothing. One in a directory must not be in use.
    pub async fn look(&self) -> Result<Option<About>, BackupError> {
        match self {
            Self::Directory(dir) => match store::look(&dir.join(STORE)) {
                Ok(about) => Ok(Some(about)),
                Err(BackupError::NoStore { .. }) => Ok(None),
                Err(error) => Err(error),
            },
            Self::Database(database) => Ok(store::look_database(database).await?),
        }
    }

    /// Whether this key opens the store; also one that has no secrets yet. Changes nothing.
    pub async fn key_fits(&self, vault: &Vault) -> Result<bool, BackupError> {
        match self {
            Self::Directory(dir) => store::key_fits(&dir.join(STORE), vault),
            Self::Database(database) => Ok(store::key_fits_database(database, vault).await?),
        }
    }

    /// Writes all rows to `file`, and gives their number back. In a directory nobody may have the
    /// store open.
    pub async fn backup(&self, file: &Path) -> Result<u64, BackupError> {
        match self {
            Self::Directory(dir) => {
                let dir = dir.join(STORE);
                store::settle_rekey(&dir)?;
                store::backup_closed(&dir, file)
            }
            Self::Database(database) => store::backup_database(database, file).await,
        }
    }

    /// Makes a store of the backup `file` where there is none, and gives the number of rows back.
    pub async fn restore(&self, file: &Path) -> Result<u64, BackupError> {
        match self {
            Self::Directory(dir) => {
                let dir = dir.join(STORE);
                store::settle_rekey(&dir)?;
                store::restore(file, &dir)
            }
            Self::Database(database) => store::restore_database(file, database).await,
        }
    }
}

impl fmt::Display for Keeping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Directory(dir) => write!(f, "{}", dir.join(STORE).display()),
            Self::Database(database) => write!(f, "{database}"),
        }
    }
}
