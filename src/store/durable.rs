//! Directories that survive a power loss: a new name is safe once its directory has been synced.

use std::{
    fs::{DirBuilder, File},
    io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

/// Makes a directory and what is missing above it, readable by its owner only, and syncs the
/// directories that hold the new names. Gives the full path back.
pub(super) fn create_dir(path: &Path) -> io::Result<PathBuf> {
    let is_missing = |dir: &&Path| !dir.as_os_str().is_empty() && !dir.exists();
    let missing = path.ancestors().take_while(is_missing).count();
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    let path = path.canonicalize()?;
    // The parent even if nothing was missing: an earlier start may have died before this line.
    for parent in path.ancestors().skip(1).take(missing.max(1)) {
        match sync_dir(parent) {
            // It was made by somebody who lets us pass but not look; it is theirs to sync.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
            done => done?,
        }
    }
    Ok(path)
}

/// Syncs the names in a directory.
pub(super) fn sync_dir(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}
