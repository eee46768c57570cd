//! The names of the daily backups, and how many of them stay.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{BackupError, draft::UNFINISHED};

const PREFIX: &str = "hushbot-";
const SUFFIX: &str = ".backup";

/// The name of the file of a backup made at `at`. Such names are ordered by time.
pub fn backup_name(at: Timestamp) -> String {
    format!("{PREFIX}{}{SUFFIX}", at.strftime("%Y%m%dT%H%M%SZ"))
}

/// Removes all files in `dir` with a name as [`backup_name`] makes it but the newest `n`, and what
/// interrupted backups have left. Gives the paths of those it removed back. Call it when no backup
/// is under way; it blocks.
pub fn keep_newest(dir: &Path, n: usize) -> Result<Vec<PathBuf>, BackupError> {
    try_keep_newest(dir, n).map_err(|source| BackupError::Io { path: dir.to_path_buf(), source })
}

fn try_keep_newest(dir: &Path, n: usize) -> io::Result<Vec<PathBuf>> {
    let (mut whole, mut gone) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(dir)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if is_backup(&name) {
            whole.push(name);
        } else if name.strip_suffix(UNFINISHED).is_some_and(is_backup) {
            gone.push(name);
        }
    }
    whole.sort_unstable();
    whole.truncate(whole.len().saturating_sub(n));
    gone.extend(whole);
    let paths: Vec<_> = gone.iter().map(|name| dir.join(name)).collect();
    paths.iter().try_for_each(fs::remove_file)?;
    Ok(paths)
}

fn is_backup(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}
