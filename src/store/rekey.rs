//! Another key for the whole store, while nobody has it open.
//!
//! A new store is filled beside the old one, each secret sealed with the new key, and takes its
//! place by two renames. So a process that dies on the way leaves one whole store at least, and
//! what was sealed with the old key is gone from the disk in the end; in the same files, the old
//! pages would stay readable for whoever has the old key.
//!
//! ```text
//! store                                 old key    before
//! store  store.rekeyed                  old key    while it is filled
//!        store.rekeyed  store.replaced  new key    after the first rename: decided
//! store                 store.replaced  new key    after the second
//! store                                 new key    after
//! ```

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    thread,
    time::Instant,
};

use super::{
    BackupError, FORMAT, StoreError, Table, Vault,
    backup::{self, Draft, beside, parent},
    durable,
    format::{FORMAT_KEY, read_format},
    records::{Change, KEY_CHECK, fits},
    round::place,
    sled_store::{self, PATIENCE, PAUSE, unreadable},
};

/// Why a store's key was not changed. It still has the old one.
#[derive(Debug, thiserror::Error)]
pub enum RekeyError {
    /// There is no store, it is in use, or no backup can be made.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// An older hushbot wrote the store.
    #[error("the store has the older format {0}: start this hushbot once, which updates it")]
    OldFormat(u32),
    /// The new key is the one that the store has.
    #[error("the new key is the one that the store has already")]
    SameKey,
}

impl From<StoreError> for RekeyError {
    fn from(error: StoreError) -> Self {
        Self::Backup(error.into())
    }
}

/// A store whose key was changed. Until it is finished nobody else can open it.
#[derive(Debug)]
#[must_use = "the old store stays until it is finished"]
pub struct Rekeyed {
    /// How many rows it has.
    pub rows: u64,
    replaced: PathBuf,
    _lock: File,
}

impl Rekeyed {
    /// Removes the old store. Call it once the new key is where the next start looks for it.
    pub fn finish(self) -> Result<(), BackupError> {
        remove(&self.replaced)
    }
}

/// Changes the key of the store in `dir` from `old` to `new`, after a backup to the file `backup`.
/// The new key must be kept safely before. Blocks.
pub fn rekey(dir: &Path, old: &Vault, new: &Vault, backup: &Path) -> Result<Rekeyed, RekeyError> {
    let (fresh, replaced) = neighbours(dir)?;
    let db = sled_store::open_as_it_is(dir)?;
    check(&db, old, new)?;
    let draft = Draft::create(backup)?;
    backup::export(&db, &draft)?;
    draft.publish()?;
    remove(&fresh)?;
    let rows = sled_store::fill(&fresh, |put| copy(&db, Change { old, new }, put))?;
    // The database writes to its files until it is dropped; the lock alone can be held on.
    drop(db);
    let lock =
        lock_patiently(dir)?.ok_or_else(|| BackupError::NoStore { path: dir.to_path_buf() })?;
    rename(dir, &replaced)?;
    rename(&fresh, dir)?;
    Ok(Rekeyed { rows, replaced, _lock: lock })
}

/// Ends a change of key that was interrupted after it was decided. Says whether there was one.
/// Call it before the store in `dir` is opened.
pub fn settle_rekey(dir: &Path) -> Result<bool, BackupError> {
    let (fresh, replaced) = neighbours(dir)?;
    if !replaced.exists() {
        return Ok(false);
    }
    let _lock = lock_patiently(&replaced)?;
    if !dir.exists() {
        rename(if fresh.exists() { &fresh } else { &replaced }, dir)?;
    }
    remove(&replaced)?;
    Ok(true)
}

/// Removes what an interrupted change of key left before it was decided. Only while this process
/// has the store open: another's change would be disturbed.
pub fn forget_rekey(dir: &Path) -> Result<(), BackupError> {
    remove(&neighbours(dir)?.0)
}

/// Whether this key opens the store in `dir`, which nobody has open; also one that has no secrets
/// yet. Blocks.
pub fn key_fits(dir: &Path, vault: &Vault) -> Result<bool, BackupError> {
    let db = sled_store::open_as_it_is(dir)?;
    let sealed = db.get(place(Table::Meta, KEY_CHECK)).map_err(unreadable)?;
    Ok(fits(vault, sealed.as_deref()).unwrap_or(true))
}

/// What can be seen of a store without its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// The format of its rows.
    pub format: u32,
    /// How many they are.
    pub rows: usize,
    /// What they take on the disk.
    pub bytes: u64,
}

/// Looks at the store in `dir`, which nobody has open. Blocks.
pub fn look(dir: &Path) -> Result<About, BackupError> {
    let db = sled_store::open_as_it_is(dir)?;
    let format = db.get(place(Table::Meta, FORMAT_KEY)).map_err(unreadable)?;
    let format = format.map(|format| read_format(&format)).transpose()?.unwrap_or_default();
    Ok(About { format, rows: db.len(), bytes: db.size_on_disk().map_err(unreadable)? })
}

/// Whether a process has the store in `dir` open; `None` where there is no store.
pub fn is_in_use(dir: &Path) -> Result<Option<bool>, BackupError> {
    match lock(dir) {
        Ok(lock) => Ok(lock.map(|_| false)),
        Err(BackupError::InUse { .. }) => Ok(Some(true)),
        Err(error) => Err(error),
    }
}

/// Where the new store is filled, and where the old one goes.
fn neighbours(dir: &Path) -> Result<(PathBuf, PathBuf), BackupError> {
    let explain = |source| io_error(dir, source);
    Ok((beside(dir, ".rekeyed").map_err(explain)?, beside(dir, ".replaced").map_err(explain)?))
}

fn check(db: &sled::Db, old: &Vault, new: &Vault) -> Result<(), RekeyError> {
    let row = |key| db.get(place(Table::Meta, key)).map_err(unreadable);
    let format = row(FORMAT_KEY)?.map(|format| read_format(&format)).transpose()?;
    if let Some(format) = format.filter(|format| *format != FORMAT) {
        return Err(RekeyError::OldFormat(format));
    }
    let sealed = row(KEY_CHECK)?;
    let sealed = sealed.as_deref();
    if fits(old, sealed) == Some(false) {
        return Err(StoreError::WrongKey.into());
    }
    if fits(new, sealed) == Some(true) {
        return Err(RekeyError::SameKey);
    }
    Ok(())
}

fn copy(
    db: &sled::Db,
    change: Change<'_>,
    put: &mut sled_store::PutRow<'_>,
) -> Result<u64, BackupError> {
    let mut rows = 0;
    for row in db.iter() {
        let (place, value) = row.map_err(unreadable)?;
        let (tag, key) = place.split_first().unwrap_or((&u8::MAX, &[]));
        // A table that this program does not know may hold secrets that it can't find.
        let table = Table::from_tag(*tag).ok_or_else(|| StoreError::Unreadable {
            reason: format!("it has a table {tag} that this hushbot does not know"),
        })?;
        match change.reseal(table, key, &value)? {
            Some(resealed) => put(&place, &resealed)?,
            None => put(&place, &value)?,
        }
        rows += 1;
    }
    Ok(rows)
}

/// The same as [`lock`], after a wait where the store is in use: the system needs a moment to close
/// the files of a process that has ended.
fn lock_patiently(dir: &Path) -> Result<Option<File>, BackupError> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match lock(dir) {
            Err(BackupError::InUse { .. }) if Instant::now() < deadline => thread::sleep(PAUSE),
            outcome => return outcome,
        }
    }
}

/// The lock that a process has on an open store; `None` where there is no store.
fn lock(dir: &Path) -> Result<Option<File>, BackupError> {
    let path = dir.join("db");
    let file = match File::options().read(true).write(true).open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(io_error(&path, source)),
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(BackupError::InUse { path: dir.to_path_buf() }),
        Err(TryLockError::Error(source)) => Err(io_error(&path, source)),
    }
}

/// Renames a directory so that a power loss does not take the name back.
fn rename(from: &Path, to: &Path) -> Result<(), BackupError> {
    fs::rename(from, to)
        .and_then(|()| durable::sync_dir(parent(to)))
        .map_err(|source| io_error(to, source))
}

fn remove(dir: &Path) -> Result<(), BackupError> {
    match fs::remove_dir_all(dir) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(io_error(dir, source)),
        _ => Ok(()),
    }
}

fn io_error(path: &Path, source: io::Error) -> BackupError {
    BackupError::Io { path: path.to_path_buf(), source }
}

#[cfg(test)]
#[path = "rekey_tests.rs"]
mod tests;
