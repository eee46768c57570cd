//! Where the store's key is, and how it is changed.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;
use secrecy::SecretString;

use crate::{
    app::StartError,
    backup,
    config::StoreSettings,
    store::{
        BackupError, KeyError, KeyFileError, Records, RekeyError, SledStore, StoreError, Vault,
        VaultError, backup_name, forget_rekey, rekey, settle_rekey,
    },
};

/// The key file, in the data directory; used where no key is set.
pub const KEY_FILE: &str = "secret.key";

/// The key that is about to take its place.
const NEW_KEY_FILE: &str = "secret.key.new";

/// Opens the store with its key, and ends a change of the key that was interrupted.
pub(crate) async fn open(
    data_dir: &Path,
    key: Option<&SecretString>,
) -> Result<(Arc<SledStore>, Records), StartError> {
    let dir = data_dir.join(crate::config::STORE);
    if settle_rekey(&dir)? {
        tracing::warn!("an interrupted change of the key has been finished");
    }
    let vault = vault(data_dir, key)?;
    let store = Arc::new(SledStore::open(&dir)?);
    forget_rekey(&dir)?;
    let new_key = data_dir.join(NEW_KEY_FILE);
    let records = match Records::open(store.clone(), vault).await {
        Err(StoreError::WrongKey) if key.is_none() && new_key.exists() => {
            let records = Records::open(store.clone(), Vault::open_key_file(&new_key)?).await?;
            promote(data_dir)?;
            tracing::warn!("the key file that an interrupted change of the key left is in place");
            records
        }
        opened => opened?,
    };
    Ok((store, records))
}

/// Opens a store with the key that fits it, without settling anything. `dir` is the store's.
pub(crate) async fn open_with(
    dir: &Path,
    vault: Vault,
) -> Result<(Arc<SledStore>, Records), StoreError> {
    let store = Arc::new(SledStore::open(dir)?);
    let records = Records::open(store.clone(), vault).await?;
    Ok((store, records))
}

/// The vault with the key that is set, else with that of the key file.
fn vault(data_dir: &Path, key: Option<&SecretString>) -> Result<Vault, StartError> {
    if let Some(key) = key {
        return Ok(Vault::from_base64(key)?);
    }
    let path = data_dir.join(KEY_FILE);
    let (vault, created) = Vault::open_or_create_key_file(&path)?;
    if created {
        tracing::warn!(
            file = %path.display(),
            "HUSHBOT_SECRET_KEY is not set: made a key file. A backup needs both it and the store"
        );
    }
    Ok(vault)
}

/// Where the new key comes from, or goes to, besides `HUSHBOT_NEW_SECRET_KEY`.
#[derive(Debug, Default)]
pub struct NewKey {
    /// A file that holds it.
    pub from: Option<PathBuf>,
    /// A file that is made for a generated one.
    pub to: Option<PathBuf>,
}

/// What became of the store.
#[derive(Debug)]
pub struct Changed {
    /// How many rows it has.
    pub rows: u64,
    /// The backup from before; it needs the old key.
    pub backup: PathBuf,
    /// Where the new key is now, if hushbot itself put it there.
    pub key_file: Option<PathBuf>,
}

/// Why the key was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// No new key is named, and there is no place for one.
    #[error(
        "the key comes from HUSHBOT_SECRET_KEY, so the new one has to go there, too: name it with \
         --new-key-file FILE or HUSHBOT_NEW_SECRET_KEY, or have one made with --write-key FILE"
    )]
    NoNewKey,
    /// Two new keys are named.
    #[error("name the new key once: {0}")]
    TwoNewKeys(&'static str),
    /// A key that is none.
    #[error("{0}: {1}")]
    Key(&'static str, KeyError),
    /// A key file can't be used.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// No key can be made.
    #[error(transparent)]
    Random(#[from] VaultError),
    /// The store can't be changed.
    #[error(transparent)]
    Store(#[from] RekeyError),
    /// The key was changed, and the last step failed: the next start of the bot repeats it.
    #[error(
        "the key is changed, but not everything is in its place ({0}): start hushbot to end it"
    )]
    Unfinished(String),
}

/// Changes the store's key, while the bot is stopped, after a backup.
pub fn change(
    keeping: &StoreSettings,
    new: &NewKey,
    now: Timestamp,
) -> Result<Changed, ChangeError> {
    let data_dir = &keeping.data_dir;
    let store = keeping.store();
    settle_rekey(&store).map_err(RekeyError::from)?;
    settle_key_file(keeping)?;
    let old = match &keeping.secret_key {
        Some(key) => {
            Vault::from_base64(key).map_err(|e| ChangeError::Key("HUSHBOT_SECRET_KEY", e))?
        }
        None => Vault::open_key_file(&data_dir.join(KEY_FILE))?,
    };
    let vault = new_vault(keeping, new)?;
    let in_file = keeping.secret_key.is_none();
    if in_file {
        // Left by a change that was interrupted before it was decided.
        let path = data_dir.join(NEW_KEY_FILE);
        remove_file(&path)?;
        vault.write_key_file(&path)?;
    }
    let backup = data_dir.join(backup::DIRECTORY).join(format!("rekey-{}", backup_name(now)));
    let changed = rekey(&store, &old, &vault, &backup)?;
    let rows = changed.rows;
    let unfinished = |error: &dyn std::fmt::Display| ChangeError::Unfinished(error.to_string());
    if in_file {
        promote(data_dir).map_err(|error| unfinished(&error))?;
    }
    changed.finish().map_err(|error| unfinished(&error))?;
    let key_file = if in_file { Some(data_dir.join(KEY_FILE)) } else { new.to.clone() };
    Ok(Changed { rows, backup, key_file })
}

fn new_vault(keeping: &StoreSettings, new: &NewKey) -> Result<Vault, ChangeError> {
    let variable = "HUSHBOT_NEW_SECRET_KEY";
    let set = keeping.new_secret_key.as_ref();
    match (&new.from, set, &new.to) {
        (None, None, None) if keeping.secret_key.is_some() => Err(ChangeError::NoNewKey),
        (None, None, None) => Ok(Vault::generate()?),
        (Some(path), None, None) => Ok(Vault::open_key_file(path)?),
        (None, Some(key), None) => {
            Vault::from_base64(key).map_err(|error| ChangeError::Key(variable, error))
        }
        (None, None, Some(path)) => {
            let vault = Vault::generate()?;
            vault.write_key_file(path)?;
            Ok(vault)
        }
        (Some(_), Some(_), _) => {
            Err(ChangeError::TwoNewKeys("--new-key-file and HUSHBOT_NEW_SECRET_KEY are both set"))
        }
        (.., Some(_)) => Err(ChangeError::TwoNewKeys("--write-key makes one, and another is set")),
    }
}

/// Puts the new key file in its place if it is the one that fits the store.
fn settle_key_file(keeping: &StoreSettings) -> Result<(), ChangeError> {
    let new_key = keeping.data_dir.join(NEW_KEY_FILE);
    if keeping.secret_key.is_some() || !new_key.exists() {
        return Ok(());
    }
    let new = Vault::open_key_file(&new_key);
    if new.is_ok_and(|vault| crate::store::key_fits(&keeping.store(), &vault).unwrap_or(false)) {
        let explain = |source| KeyFileError::Io { path: new_key.clone(), source };
        promote_file(&keeping.data_dir).map_err(explain)?;
    }
    Ok(())
}

/// Puts the new key file in the place of the old one.
fn promote(data_dir: &Path) -> Result<(), KeyFileError> {
    let explain = |source| KeyFileError::Io { path: data_dir.join(KEY_FILE), source };
    promote_file(data_dir).map_err(explain)
}

fn promote_file(data_dir: &Path) -> io::Result<()> {
    fs::rename(data_dir.join(NEW_KEY_FILE), data_dir.join(KEY_FILE))?;
    fs::File::open(data_dir)?.sync_all()
}

fn remove_file(path: &Path) -> Result<(), KeyFileError> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(KeyFileError::Io { path: path.to_path_buf(), source })
        }
        _ => Ok(()),
    }
}

impl From<BackupError> for StartError {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::InUse { path } => Self::Store(StoreError::InUse { path }),
            BackupError::Store(error) => Self::Store(error),
            error => Self::Rekey(error),
        }
    }
}
