//! The daily backup of the running bot.

use std::path::Path;

use jiff::{Timestamp, tz::TimeZone};

use crate::store::{BackupError, SledStore, keep_newest};

/// Below the data directory.
pub(crate) const DIRECTORY: &str = "backups";

/// How many daily backups are kept.
const KEPT: usize = 7;

/// Makes today's backup (UTC), unless it is there, and forgets those that are too many.
///
/// # Errors
/// The store can't be read, or the backup can't be written.
pub async fn daily(store: &SledStore, data_dir: &Path, now: Timestamp) -> Result<(), BackupError> {
    let directory = data_dir.join(DIRECTORY);
    let today = now.to_zoned(TimeZone::UTC).date();
    let file = directory.join(format!("{today}.backup"));
    if file.exists() {
        return Ok(());
    }
    let rows = store.backup(&file).await?;
    tracing::info!(file = %file.display(), rows, "backup made");
    keep_newest(&directory, KEPT)?;
    Ok(())
}
