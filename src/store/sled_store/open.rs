//! Opening the database, and saying in plain words why it does not open.

use std::{
    fs::{self, File},
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use super::{
    migrate::migrate,
    writer::{SyncFile, Writer, panic_text},
};
use crate::store::{
    BackupError, FORMAT, StoreError, Table, durable,
    format::{FORMAT_KEY, read_format},
    round::place,
    steps::STEPS,
};

/// sled keeps its pages in 256 parts, none ever empty, and a page holds up to 16 rows: mostly 2 to
/// 8 KiB. So this is the least that sled would use anyway once it is filled, and 2,000 rows or more
/// stay in memory. Others cost one read of the system's cache; the whole bot is to stay under
/// 15 MB when idle, and sled's default would be a gigabyte.
const CACHE_BYTES: u64 = 2 * 1024 * 1024;

/// How long to wait for another process to let go. The system needs a moment to close the files
/// of one that was killed.
pub(in crate::store) const PATIENCE: Duration = Duration::from_secs(1);

/// The file that says that the store has been made.
const MADE: &str = "made";

/// How long between two tries.
pub(in crate::store) const PAUSE: Duration = Duration::from_millis(20);

/// Opens the database in `path`, brought into this program's format, and what syncs its file.
pub(super) fn open(path: &Path) -> Result<(sled::Db, SyncFile), StoreError> {
    let not_writable = |source| StoreError::NotWritable { path: path.to_path_buf(), source };
    let path = &durable::create_dir(path).map_err(not_writable)?;
    let db = open_patiently(path)?;
    // Also the settings that sled writes once and never syncs. At every start, since an earlier
    // one may have died before it.
    let file = sync_files(path).map_err(not_writable)?;
    let format = settle_format(path, &db, &file)?;
    let again = file.try_clone().map_err(not_writable)?;
    let mut writer = Writer::new(db.clone(), syncing(again), Arc::default());
    migrate(path, &db, &mut writer, format, STEPS)?;
    Ok((db, syncing(file)))
}

fn syncing(file: File) -> SyncFile {
    Box::new(move || file.sync_data())
}

/// Opens the database in `path` for reading, if there is one; its format stays as it is.
pub(in crate::store) fn open_as_it_is(path: &Path) -> Result<sled::Db, BackupError> {
    if !path.join("db").is_file() {
        return Err(BackupError::NoStore { path: path.to_path_buf() });
    }
    let db = open_patiently(path)?;
    match format_of(path, &db)? {
        Some(_) => Ok(db),
        None => Err(nothing_readable(path).into()),
    }
}

/// Makes a store in `path` out of the rows that `source` gives to the function it is called with.
/// If it fails, nothing is left of it. Gives back what `source` does.
pub(in crate::store) fn fill(
    path: &Path,
    source: impl FnOnce(&mut PutRow<'_>) -> Result<u64, BackupError>,
) -> Result<u64, BackupError> {
    let filled = try_fill(path, source);
    if filled.is_err() {
        // The reason is the better error.
        let _ = fs::remove_dir_all(path);
    }
    filled
}

/// Writes a row of the tree.
pub(in crate::store) type PutRow<'a> = dyn FnMut(&[u8], &[u8]) -> Result<(), BackupError> + 'a;

fn try_fill(
    path: &Path,
    source: impl FnOnce(&mut PutRow<'_>) -> Result<u64, BackupError>,
) -> Result<u64, BackupError> {
    let not_writable = |source| StoreError::NotWritable { path: path.to_path_buf(), source };
    durable::create_dir(path).map_err(not_writable)?;
    let db = open_once(path)?;
    let rows = source(&mut |key, value| {
        db.insert(key, value).map(drop).map_err(|error| explain(path, error).into())
    })?;
    db.flush().map_err(|error| explain(path, error))?;
    format_of(path, &db)?.ok_or_else(|| nothing_readable(path))?;
    File::create_new(path.join(MADE)).map_err(not_writable)?;
    drop(db);
    sync_files(path).map_err(not_writable)?;
    Ok(rows)
}

/// The format of an open database; `None` if it names none.
fn format_of(path: &Path, db: &sled::Db) -> Result<Option<u32>, StoreError> {
    let row = db.get(place(Table::Meta, FORMAT_KEY)).map_err(|error| explain(path, error))?;
    row.map(|format| read_format(&format)).transpose()
}

fn nothing_readable(path: &Path) -> StoreError {
    damaged(path, "none of its rows can be read".to_owned())
}

/// The format, which is written into a store that is new.
///
/// sled opens a file of which it can read nothing as an empty store. Everybody would be a stranger
/// to that, and the first who came could become its admin. So a file next to it keeps that there
/// was a store.
fn settle_format(path: &Path, db: &sled::Db, file: &File) -> Result<u32, StoreError> {
    let made = path.join(MADE);
    let format = match format_of(path, db)? {
        Some(format) => format,
        None if made.exists() || !db.is_empty() => return Err(nothing_readable(path)),
        None => {
            db.insert(place(Table::Meta, FORMAT_KEY), FORMAT.to_string().as_bytes())
                .and_then(|_| db.flush())
                .and_then(|_| Ok(file.sync_data()?))
                .map_err(|error| explain(path, error))?;
            FORMAT
        }
    };
    if !made.exists() {
        File::create_new(made)
            .and_then(|_| durable::sync_dir(path))
            .map_err(|source| StoreError::NotWritable { path: path.to_path_buf(), source })?;
    }
    Ok(format)
}

fn open_patiently(path: &Path) -> Result<sled::Db, StoreError> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match open_once(path) {
            Err(StoreError::InUse { .. }) if Instant::now() < deadline => thread::sleep(PAUSE),
            outcome => return outcome,
        }
    }
}

fn open_once(path: &Path) -> Result<sled::Db, StoreError> {
    // No flushes in the background: the writer flushes each round.
    let config = sled::Config::new().path(path).cache_capacity(CACHE_BYTES).flush_every_ms(None);
    // sled panics over some damage that it finds.
    match catch_unwind(AssertUnwindSafe(|| config.open())) {
        Ok(outcome) => outcome.map_err(|error| explain(path, error)),
        Err(panic) => Err(damaged(path, panic_text(panic.as_ref()))),
    }
}

pub(super) fn explain(path: &Path, error: sled::Error) -> StoreError {
    let sled::Error::Io(error) = error else {
        return damaged(path, error.to_string());
    };
    // The words are all by which sled 0.34.7 tells this from other errors.
    if error.to_string().contains("could not acquire lock") {
        return StoreError::InUse { path: path.to_path_buf() };
    }
    match error.kind() {
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::Other => {
            damaged(path, error.to_string())
        }
        _ => StoreError::NotWritable { path: path.to_path_buf(), source: error },
    }
}

fn damaged(path: &Path, reason: String) -> StoreError {
    StoreError::Damaged { path: path.to_path_buf(), reason }
}

/// Syncs the directory and the files in it; gives back the one that holds the rows.
fn sync_files(path: &Path) -> io::Result<File> {
    File::open(path.join("conf"))?.sync_all()?;
    let file = File::options().read(true).write(true).open(path.join("db"))?;
    file.sync_all()?;
    durable::sync_dir(path)?;
    Ok(file)
}
