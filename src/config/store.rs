//! The settings of the store: all that is needed while the bot is stopped.

use std::path::PathBuf;

use secrecy::SecretString;

use super::{ConfigError, data_dir, secret::Secrets, variable, wrong};
use crate::{keeping::Keeping, store::Database};

/// What concerns the store alone: all that is needed while the bot is stopped.
#[derive(Debug, Clone)]
pub struct StoreSettings {
    /// `HUSHBOT_DATA_DIR`
    pub data_dir: PathBuf,
    /// `DATABASE_URL`; `None`: the store is in the data directory.
    pub database: Option<Database>,
    /// `HUSHBOT_SECRET_KEY`; `None`: a key file in the data directory, or, with a database, none.
    pub secret_key: Option<SecretString>,
    /// `HUSHBOT_NEW_SECRET_KEY`: for `hushbot rekey`.
    pub new_secret_key: Option<SecretString>,
}

impl StoreSettings {
    /// Reads the process's environment.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_lookup(variable)
    }

    /// Reads the settings from wherever `lookup` finds them.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let secrets = Secrets::find(&lookup)?;
        let secret = |name| secrets.get(name).map(SecretString::from);
        Ok(Self {
            data_dir: data_dir(lookup("HUSHBOT_DATA_DIR")),
            database: database(secrets.get("DATABASE_URL").map(str::to_owned))?,
            secret_key: secret("HUSHBOT_SECRET_KEY"),
            new_secret_key: secret("HUSHBOT_NEW_SECRET_KEY"),
        })
    }

    /// Where everything is kept.
    pub fn keeping(&self) -> Keeping {
        Keeping::new(&self.data_dir, self.database.as_ref())
    }
}

/// The database that a URL leads to.
pub(super) fn database(url: Option<String>) -> Result<Option<Database>, ConfigError> {
    let url = url.map(SecretString::from);
    url.map(|url| Database::parse(&url).or_else(|error| wrong("DATABASE_URL", error))).transpose()
}

/// The key. With a database it must be set: a key file would vanish with the disk.
pub(super) fn key(
    value: Option<String>,
    database: Option<&Database>,
) -> Result<Option<SecretString>, ConfigError> {
    match (value, database) {
        (None, Some(_)) => wrong(
            "HUSHBOT_SECRET_KEY",
            "not set, and with DATABASE_URL it must be: make a key with `openssl rand -base64 32` \
             and keep a copy of it",
        ),
        (value, _) => Ok(value.map(SecretString::from)),
    }
}
