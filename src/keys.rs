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
    backup::{self, Daily},
    config::{STORE, StoreSettings},
    keeping::Keeping,
    store::{
        BackupError, Database, KeyError, KeyFileError, PostgresStore, Records, RekeyError,
        SledStore, Store, StoreError, Vault, VaultError, backup_name, forget_rekey, rekey,
        rekey_database, settle_rekey,
    },
};

/// The key file, in the data directory; used where no key is set.
pub const KEY_FILE: &str = "secret.key";

/// The key that is about to take its place.
const NEW_KEY_FILE: &str = "secret.key.new";

/// An open store.
pub(crate) struct Opened {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) records: Records,
    /// Its daily backups; with a database they are the database's own.
    pub(crate) daily: Option<Daily>,
}

/// Opens the store with its key.
pub(crate) async fn open(
    keeping: &Keeping,
    key: Option<&SecretString>,
) -> Result<Opened, StartError> {
    match keeping {
        Keeping::Directory(data_dir) => open_directory(data_dir, key).await,
        Keeping::Database(database) => open_database(database, key).await,
    }
}

async fn open_database(
    database: &Database,
    key: Option<&SecretString>,
) -> Result<Opened, StartError> {
    // The key first: a store is not made for a key that is none.
    let vault = Vault::from_base64(key.ok_or(StartError::NoKey)?)?;
    let store: Arc<dyn Store> = Arc::new(PostgresStore::open(database).await?);
    let records = Records::open(Arc::clone(&store), vault).await?;
    Ok(Opened { store, records, daily: None })
}

/// Opens a store on the disk, and ends a change of the key that was interrupted.
async fn open_directory(data_dir: &Path, key: Option<&SecretString>) -> Result<Opened, StartError> {
    let dir = data_dir.join(STORE);
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
    let daily = Some(Daily::new(Arc::clone(&store), data_dir));
    Ok(Opened { store, records, daily })
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
    /// With a database, the key that the store has is not set.
    #[error("HUSHBOT_SECRET_KEY: not set; it is the key that the database is sealed with")]
    NoKey,
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
pub async fn change(
    settings: &StoreSettings,
    new: &NewKey,
    now: Timestamp,
) -> Result<Changed, ChangeError> {
    let backups = settings.data_dir.join(backup::DIRECTORY);
    let backup = backups.join(format!("rekey-{}", backup_name(now)));
    match settings.keeping() {
        Keeping::Directory(data_dir) => change_directory(settings, &data_dir, new, backup),
        Keeping::Database(database) => {
            let old = set_key(settings)?.ok_or(ChangeError::NoKey)?;
            let vault = new_vault(settings, new)?;
            let rows = rekey_database(&database, &old, &vault, &backup).await?;
            Ok(Changed { rows, backup, key_file: new.to.clone() })
        }
    }
}

/// The key that is set.
fn set_key(settings: &StoreSettings) -> Result<Option<Vault>, ChangeError> {
    let set = settings.secret_key.as_ref().map(Vault::from_base64);
    set.transpose().map_err(|error| ChangeError::Key("HUSHBOT_SECRET_KEY", error))
}

fn change_directory(
    settings: &StoreSettings,
    data_dir: &Path,
    new: &NewKey,
    backup: PathBuf,
) -> Result<Changed, ChangeError> {
    let store = data_dir.join(STORE);
    settle_rekey(&store).map_err(RekeyError::from)?;
    settle_key_file(settings, data_dir)?;
    let old = match set_key(settings)? {
        Some(key) => key,
        None => Vault::open_key_file(&data_dir.join(KEY_FILE))?,
    };
    let vault = new_vault(settings, new)?;
    let in_file = settings.secret_key.is_none();
    if in_file {
        // Left by a change that was interrupted before it was decided.
        let path = data_dir.join(NEW_KEY_FILE);
        remove_file(&path)?;
        vault.write_key_file(&path)?;
    }
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

fn new_vault(settings: &StoreSettings, new: &NewKey) -> Result<Vault, ChangeError> {
    let variable = "HUSHBOT_NEW_SECRET_KEY";
    let set = settings.new_secret_key.as_ref();
    match (&new.from, set, &new.to) {
        (None, None, None) if settings.secret_key.is_some() => Err(ChangeError::NoNewKey),
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
fn settle_key_file(settings: &StoreSettings, data_dir: &Path) -> Result<(), ChangeError> {
    let new_key = data_dir.join(NEW_KEY_FILE);
    if settings.secret_key.is_some() || !new_key.exists() {
        return Ok(());
    }
    let new = Vault::open_key_file(&new_key);
    let store = data_dir.join(STORE);
    if new.is_ok_and(|vault| crate::store::key_fits(&store, &vault).unwrap_or(false)) {
        let explain = |source| KeyFileError::Io { path: new_key.clone(), source };
        promote_file(data_dir).map_err(explain)?;
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
