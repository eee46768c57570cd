//! The daily backup of the running bot.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, tz::TimeZone};

use crate::store::{BackupError, SledStore, keep_newest};

/// Below the data directory.
pub(crate) const DIRECTORY: &str = "backups";

/// How many daily backups are kept.
const KEPT: usize = 7;

/// Backs an open store up, once a day.
pub struct Daily {
    store: Arc<SledStore>,
    directory: PathBuf,
}

impl Daily {
    /// Backups of this store, which is in this data directory.
    pub fn new(store: Arc<SledStore>, data_dir: &Path) -> Self {
        Self { store, directory: data_dir.join(DIRECTORY) }
    }

    /// Makes today's backup (UTC), unless it is there, and forgets those that are too many.
    ///
    /// # Errors
    /// The store can't be read, or the backup can't be written.
    pub async fn make(&self, now: Timestamp) -> Result<(), BackupError> {
        let today = now.to_zoned(TimeZone::UTC).date();
        // As `keep_newest` knows them.
        let file = self.directory.join(format!("hushbot-{today}.backup"));
        if file.exists() {
            return Ok(());
        }
        let rows = self.store.backup(&file).await?;
        tracing::info!(file = %file.display(), rows, "backup made");
        keep_newest(&self.directory, KEPT)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[tokio::test]
    async fn one_a_day_is_made_and_a_week_of_them_stays() {
        let home = tempfile::tempdir().unwrap();
        let store = Arc::new(SledStore::open(&home.path().join("store")).unwrap());
        let daily = Daily::new(store, home.path());
        let directory = home.path().join(DIRECTORY);
        std::fs::create_dir(&directory).unwrap();
        // Those that were made by hand, or before something risky, are not ours to remove.
        for kept in ["format-1.backup", "rekey-hushbot-20260101T000000Z.backup"] {
            std::fs::write(directory.join(kept), "").unwrap();
        }
        let start: Timestamp = "2026-01-28T10:00:00Z".parse().unwrap();
        for hour in 0..(10 * 24) {
            daily.make(start + SignedDuration::from_hours(hour)).await.unwrap();
        }
        let entries = std::fs::read_dir(&directory).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort_unstable();
        assert_eq!(names.len(), 2 + KEPT, "{names:?}");
        assert_eq!(names[1], "hushbot-2026-02-01.backup");
        assert_eq!(names[KEPT], "hushbot-2026-02-07.backup");
    }
}
