//! The data directory, the key and the store.

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::MetadataExt as _,
    path::Path,
    process::{Command, Stdio},
};

use super::{Group, Report, Stored};
use crate::{
    config::{STORE, StoreSettings},
    disk, keys,
    store::{self, FORMAT, Vault},
};

const GROUP: Group = Group::Storage;

/// Less room than this, in MiB, is too little for long, or for now.
const LITTLE: u64 = 200;
const TOO_LITTLE: u64 = 20;

/// Looks at the data directory, the key and the store, and opens the store where that is possible.
pub(super) async fn check(variables: &BTreeMap<String, String>, report: &mut Report) -> Stored {
    let Ok(settings) = StoreSettings::from_lookup(|name| variables.get(name).cloned()) else {
        report.skipped(GROUP, "store", "not looked at: the settings are wrong");
        return Stored::default();
    };
    if !directory(&settings.data_dir, report) {
        return Stored::default();
    }
    disk(&settings.data_dir, report);
    let vault = key(&settings, report);
    open(&settings, vault, report).await
}

/// Whether there is a data directory.
fn directory(dir: &Path, report: &mut Report) -> bool {
    let name = "directory";
    let shown = dir.display();
    match fs::metadata(dir) {
        Ok(about) if about.is_dir() => {
            let probe = dir.join(format!(".doctor-{}", std::process::id()));
            let written = fs::write(&probe, "").and_then(|()| fs::remove_file(&probe));
            match written {
                Ok(()) => report.ok(GROUP, name, format!("{shown} is there and can be written")),
                Err(error) => {
                    let me = fs::metadata("/proc/self").map_or(0, |process| process.uid());
                    let finding = format!("{shown} can't be written: {error}");
                    let advice =
                        format!("it belongs to user {}, and this is user {me}", about.uid());
                    report.error(GROUP, name, finding, advice);
                }
            }
            true
        }
        Ok(_) => {
            let advice = "set HUSHBOT_DATA_DIR to a directory";
            report.error(GROUP, name, format!("{shown} is not a directory"), advice);
            false
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            report.ok(GROUP, name, format!("{shown} is not there yet; the first start makes it"));
            false
        }
        Err(error) => {
            let advice = "check its permissions and HUSHBOT_DATA_DIR";
            report.error(GROUP, name, format!("{shown} can't be looked at: {error}"), advice);
            false
        }
    }
}

fn disk(dir: &Path, report: &mut Report) {
    match disk::look(dir) {
        Some(why) => report.error(GROUP, "disk", why.to_string(), "without that, nothing is kept"),
        None => report.ok(GROUP, "disk", "as far as can be seen, it stays"),
    }
    match free_mib(dir) {
        None => report.skipped(GROUP, "room", "unknown: there is no df here"),
        Some(free) if free >= LITTLE => report.ok(GROUP, "room", format!("{free} MiB are free")),
        Some(free) => {
            let (finding, advice) = (format!("{free} MiB are free"), "make room on the disk");
            if free < TOO_LITTLE {
                report.error(GROUP, "room", finding, advice);
            } else {
                report.warning(GROUP, "room", finding, advice);
            }
        }
    }
}

/// The free room on a directory's disk. The standard library can't tell it, `df` can.
fn free_mib(dir: &Path) -> Option<u64> {
    let output =
        Command::new("df").args(["-P", "-k", "--"]).arg(dir).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let kib: u64 = text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(kib / 1024)
}

fn key(settings: &StoreSettings, report: &mut Report) -> Option<Vault> {
    let name = "key";
    let (vault, source) = if let Some(key) = &settings.secret_key {
        (Vault::from_base64(key).map_err(|e| format!("HUSHBOT_SECRET_KEY: {e}")), "the settings")
    } else {
        let path = settings.data_dir.join(keys::KEY_FILE);
        if !path.exists() {
            if settings.store().exists() {
                let finding = format!("{} is missing, and there is a store", path.display());
                let advice = "put the key file back, or set HUSHBOT_SECRET_KEY as it was";
                report.error(GROUP, name, finding, advice);
            } else {
                report.ok(GROUP, name, "none yet; the first start makes a key file");
            }
            return None;
        }
        (Vault::open_key_file(&path).map_err(|error| error.to_string()), "the key file")
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

async fn open(settings: &StoreSettings, vault: Option<Vault>, report: &mut Report) -> Stored {
    let (name, dir) = ("store", settings.data_dir.join(STORE));
    match store::is_in_use(&dir) {
        Ok(None) => report.ok(GROUP, name, "none yet; the first start makes it"),
        Ok(Some(true)) => {
            report.ok(GROUP, name, "in use: a bot runs on it");
            return Stored { in_use: true, ..Stored::default() };
        }
        Ok(Some(false)) => return look(&dir, vault, report).await,
        Err(error) => report.error(GROUP, name, error.to_string(), "see the line above"),
    }
    Stored::default()
}

/// Opens a store that nobody has open.
async fn look(dir: &Path, vault: Option<Vault>, report: &mut Report) -> Stored {
    let name = "store";
    let about = match store::look(dir) {
        Ok(about) => about,
        Err(error) => {
            report.error(
                GROUP,
                name,
                error.to_string(),
                "a backup is put back with hushbot restore",
            );
            return Stored::default();
        }
    };
    let size = about.bytes / 1024;
    report.ok(GROUP, name, format!("{} rows, {size} KiB, format {}", about.rows, about.format));
    if about.format != FORMAT {
        report.skipped(GROUP, "rows", "of an older format; the next start updates them");
        return Stored::default();
    }
    let Some(vault) = vault else { return Stored::default() };
    if !store::key_fits(dir, &vault).unwrap_or(false) {
        let advice = "put the old key back, or start the bot if a rekey was interrupted";
        report.error(GROUP, "key", "the store was sealed with another key", advice);
        return Stored::default();
    }
    match keys::open_with(dir, vault).await {
        Ok((store, records)) => {
            report.ok(GROUP, "key", "it opens the store");
            Stored { in_use: false, records: Some(records), store: Some(store) }
        }
        Err(error) => {
            report.error(
                GROUP,
                name,
                error.to_string(),
                "a backup is put back with hushbot restore",
            );
            Stored::default()
        }
    }
}
