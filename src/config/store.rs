//! The settings of what is done while the bot is stopped.

use std::path::PathBuf;

use secrecy::SecretString;

use super::{ConfigError, STORE, data_dir, secret::Secrets, variable};

/// What concerns the store alone: all that is needed while the bot is stopped.
#[derive(Debug, Clone)]
pub struct StoreSettings {
    /// `HUSHBOT_DATA_DIR`
    pub data_dir: PathBuf,
    /// `HUSHBOT_SECRET_KEY`; `None`: a key file in the data directory.
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
            secret_key: secret("HUSHBOT_SECRET_KEY"),
            new_secret_key: secret("HUSHBOT_NEW_SECRET_KEY"),
        })
    }

    /// The store's directory.
    pub fn store(&self) -> PathBuf {
        self.data_dir.join(STORE)
    }
}
