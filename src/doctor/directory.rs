//! The data directory and its disk.

use std::{
    fs,
    os::unix::fs::MetadataExt as _,
    path::Path,
    process::{Command, Stdio},
};

use super::{Group, Report};
use crate::disk;

const GROUP: Group = Group::Storage;

/// Less room than this, in MiB, is too little for long, or for now.
const LITTLE: u64 = 200;
const TOO_LITTLE: u64 = 20;

/// Reports the data directory and its disk; whether there is a data directory.
pub(super) fn check(dir: &Path, report: &mut Report) -> bool {
    let there = directory(dir, report);
    if there {
        disk(dir, report);
    }
    there
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
