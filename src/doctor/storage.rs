//! The key and the store, be it in the data directory or in a database.

use std::{collections::BTreeMap, sync::Arc};

use super::{Group, Report, Stored, directory};
use crate::{
    config::{STORE, StoreSettings},
    keeping::Keeping,
    keys,
    store::{self, About, BackupError, FORMAT, Records, SledStore, Store, StoreError, Vault},
};

const GROUP: Group = Group::Storage;

/// What to do about a store that can't be read.
const PUT_BACK: &str = "a backup is put back with hushbot restore";

/// Looks at where everything is kept, at the key and the store, and opens the store where that is
/// possible.
pub(super) async fn check(variables: &BTreeMap<String, String>, report: &mut Report) -> Stored {
    let Ok(settings) = StoreSettings::from_lookup(|name| variables.get(name).cloned()) else {
        report.skipped(GROUP, "store", "not looked at: the settings are wrong");
        return Stored::default();
    };
    let keeping = settings.keeping();
    if let Keeping::Directory(dir) = &keeping
        && !directory::check(dir, report)
    {
        return Stored::default();
    }
    let vault = key(&settings, &keeping, report);
    let in_use = match keeping.is_in_use().await {
        Ok(in_use) => in_use,
        Err(error) => {
            out_of_reach(&keeping, &error, report);
            return Stored::default();
        }
    };
    if let Keeping::Database(database) = &keeping {
        report.ok(GROUP, "database", format!("{database} answers"));
    }
    let stored = Stored { in_use: in_use == Some(true), ..Stored::default() };
    match in_use {
        None => report.ok(GROUP, "store", "none yet; the first start makes it"),
        Some(true) => report.ok(GROUP, "store", "in use: a bot runs on it"),
        Some(false) => {}
    }
    // What is in a directory can't be looked at while a bot has it.
    if in_use.is_none() || (stored.in_use && matches!(keeping, Keeping::Directory(_))) {
        return stored;
    }
    match fitting(&keeping, vault, report).await {
        Some(vault) => open(&keeping, vault, stored, report).await,
        None => stored,
    }
}

fn out_of_reach(keeping: &Keeping, error: &BackupError, report: &mut Report) {
    let (name, advice) = match keeping {
        Keeping::Directory(_) => ("store", "see the line above"),
        Keeping::Database(_) => {
            ("database", "check DATABASE_URL, and that the database runs and admits this machine")
        }
    };
    report.error(GROUP, name, error.to_string(), advice);
}

fn key(settings: &StoreSettings, keeping: &Keeping, report: &mut Report) -> Option<Vault> {
    let name = "key";
    let (vault, source) = match (&settings.secret_key, keeping) {
        (Some(key), _) => (
            Vault::from_base64(key).map_err(|e| format!("HUSHBOT_SECRET_KEY: {e}")),
            "the settings",
        ),
        (None, Keeping::Database(_)) => {
            report.skipped(GROUP, name, "none is set: see HUSHBOT_SECRET_KEY above");
            return None;
        }
        (None, Keeping::Directory(dir)) => {
            let path = dir.join(keys::KEY_FILE);
            if !path.exists() {
                if dir.join(STORE).exists() {
                    let finding = format!("{} is missing, and there is a store", path.display());
                    let advice = "put the key file back, or set HUSHBOT_SECRET_KEY as it was";
                    report.error(GROUP, name, finding, advice);
                } else {
                    report.ok(GROUP, name, "none yet; the first start makes a key file");
                }
                return None;
            }
            (Vault::open_key_file(&path).map_err(|error| error.to_string()), "the key file")
        }
    };
    match vault {
        Ok(vault) => {
            report.ok(GROUP, name, format!("a whole key, from {source}"));
            Some(vault)
        }
        Err(error) => {
            report.error(GROUP, name, error, "see docs/keys.md");
            None
        }
    }
}

/// Looks at the store; the key, if the store can be opened with it.
async fn fitting(keeping: &Keeping, vault: Option<Vault>, report: &mut Report) -> Option<Vault> {
    let About { rows, bytes, format } = match keeping.look().await {
        Ok(about) => about?,
        Err(error) => {
            report.error(GROUP, "store", error.to_string(), PUT_BACK);
            return None;
        }
    };
    let size = bytes / 1024;
    report.ok(GROUP, "store", format!("{rows} rows, {size} KiB, format {format}"));
    if format != FORMAT {
        report.skipped(GROUP, "rows", "of an older format; the next start updates them");
        return None;
    }
    let vault = vault?;
    if keeping.key_fits(&vault).await.unwrap_or(false) {
        report.ok(GROUP, "key", "it opens the store");
        return Some(vault);
    }
    let advice = "put the old key back, or start the bot if a rekey was interrupted";
    report.error(GROUP, "key", "the store was sealed with another key", advice);
    None
}

/// Opens the store with the key that fits it; in a database to read only, since a bot may have it
/// open, or may be about to get it again.
async fn open(keeping: &Keeping, vault: Vault, stored: Stored, report: &mut Report) -> Stored {
    let store: Arc<dyn Store> = match keeping {
        Keeping::Directory(dir) => match SledStore::open(&dir.join(STORE)) {
            Ok(store) => Arc::new(store),
            Err(error) => {
                report.error(GROUP, "store", error.to_string(), PUT_BACK);
                return stored;
            }
        },
        Keeping::Database(database) => store::read_database(database),
    };
    match Records::open(Arc::clone(&store), vault).await {
        Ok(records) => Stored { records: Some(records), store: Some(store), ..stored },
        // There is nothing in it yet, and nothing may be written.
        Err(StoreError::Closed) => stored,
        Err(error) => {
            report.error(GROUP, "store", error.to_string(), PUT_BACK);
            stored
        }
    }
}
