//! Backups: all rows of a store in one file, as they are stored, so that what is sealed stays so.
//! To read one, it takes the key that the store was sealed with, too.

mod draft;
mod error;
mod frame;
mod rotation;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

pub(super) use self::{
    draft::Draft,
    frame::{FrameReader, FrameWriter},
};
pub use self::{
    error::BackupError,
    rotation::{backup_name, keep_newest},
};
use tokio::task::spawn_blocking;

use super::{StoreError, durable, sled_store};

/// Writes the rows of an open database into a draft, and gives their number back.
pub(super) fn export(db: &sled::Db, draft: &Draft) -> Result<u64, BackupError> {
    let explain = |source| draft.explain(source);
    let mut frames = FrameWriter::begin(draft.file()).map_err(explain)?;
    for row in db.iter() {
        let (key, value) = row.map_err(sled_store::unreadable)?;
        frames.row(&key, &value).map_err(explain)?;
    }
    frames.finish().map_err(explain)
}

/// Backs up the store in the directory `dir`, which nobody has open, into the file `file`, and
/// gives the number of rows back. A store of an older format stays as it is. Blocks.
pub fn backup_closed(dir: &Path, file: &Path) -> Result<u64, BackupError> {
    let db = sled_store::open_as_it_is(dir)?;
    let draft = Draft::create(file)?;
    let rows = export(&db, &draft)?;
    draft.publish().map(|()| rows)
}

/// Makes a store in `into` out of a backup, and gives the number of rows back. `into` must be
/// empty, or not exist: the store appears there whole or not at all. Blocks.
pub fn restore(file: &Path, into: &Path) -> Result<u64, BackupError> {
    // Once to check it, before anything is made of it.
    FrameReader::open(file)?.read(|_, _| Ok(()))?;
    let explain = |source| BackupError::Io { path: into.to_path_buf(), source };
    if !is_free(into).map_err(explain)? {
        return Err(BackupError::NotEmpty { path: into.to_path_buf() });
    }
    let unfinished = beside(into, ".restoring").map_err(explain)?;
    // What an interrupted try has left.
    match fs::remove_dir_all(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(explain(error)),
        _ => {}
    }
    let mut frames = FrameReader::open(file)?;
    let rows = sled_store::fill(&unfinished, |put| frames.read(put))?;
    // An empty directory gives way, too.
    fs::rename(&unfinished, into)
        .and_then(|()| durable::sync_dir(parent(&into.canonicalize()?)))
        .map_err(explain)?;
    Ok(rows)
}

fn is_free(dir: &Path) -> io::Result<bool> {
    match fs::read_dir(dir) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
    }
}

/// Does what waits for the disk elsewhere.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    // The runtime drops such work only when it ends itself.
    spawn_blocking(work).await.map_err(|_| StoreError::Closed)?
}

/// A path next to another, with a longer name.
pub(super) fn beside(path: &Path, ending: &str) -> io::Result<PathBuf> {
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
    name.push(ending);
    Ok(path.with_file_name(name))
}

/// The directory that a path is in.
pub(super) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests;
