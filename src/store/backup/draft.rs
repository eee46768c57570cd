//! A file that gets its name when it is whole.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use super::{BackupError, beside, parent};
use crate::store::durable;

/// What the name of an unfinished file ends in.
pub(super) const UNFINISHED: &str = ".part";

/// A file under a temporary name, readable by its owner only. It is removed when it is dropped
/// before it was published.
pub(in crate::store) struct Draft {
    file: File,
    /// `None` once it has been published.
    unfinished: Option<PathBuf>,
    path: PathBuf,
}

impl Draft {
    /// Begins a file that will be `path`. Makes the directories above it that are missing.
    pub(in crate::store) fn create(path: &Path) -> Result<Self, BackupError> {
        Self::try_create(path)
            .map_err(|source| BackupError::Io { path: path.to_path_buf(), source })
    }

    fn try_create(path: &Path) -> io::Result<Self> {
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let path = durable::create_dir(parent(path))?.join(name);
        let unfinished = beside(&path, UNFINISHED)?;
        let mut options = OpenOptions::new();
        let options = options.write(true).create(true).truncate(true).mode(0o600);
        Ok(Self { file: options.open(&unfinished)?, unfinished: Some(unfinished), path })
    }

    /// The file to write to.
    pub(in crate::store) fn file(&self) -> &File {
        &self.file
    }

    /// Gives the file its name, in place of an older one, once it would survive a power loss.
    pub(in crate::store) fn publish(mut self) -> Result<(), BackupError> {
        let published = self.try_publish();
        published.map_err(|source| self.explain(source))
    }

    fn try_publish(&mut self) -> io::Result<()> {
        self.file.sync_all()?;
        if let Some(unfinished) = &self.unfinished {
            fs::rename(unfinished, &self.path)?;
        }
        self.unfinished = None;
        durable::sync_dir(parent(&self.path))
    }

    /// The error of a write to it.
    pub(in crate::store) fn explain(&self, source: io::Error) -> BackupError {
        BackupError::Io { path: self.path.clone(), source }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(unfinished) = &self.unfinished {
            // If it stays, it is in nobody's way: the next one with its name takes its place.
            let _ = fs::remove_file(unfinished);
        }
    }
}
