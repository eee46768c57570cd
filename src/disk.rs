//! A disk that does not outlive the process: told at the start, where it can be known.

use std::{fmt, path::Path};

/// Why what is kept will vanish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vanishing {
    /// The host gives each start a fresh disk.
    Host {
        /// Its name.
        host: &'static str,
        /// What is to be done there.
        remedy: &'static str,
    },
    /// The data directory is in a file system that is not on a disk.
    FileSystem {
        /// The file system's kind, such as `tmpfs`.
        kind: String,
    },
}

/// A host by what it sets in the environment.
struct Host {
    name: &'static str,
    /// Set on this host only.
    sign: &'static str,
    /// Set where a volume is mounted; its value is the volume's place.
    volume: Option<&'static str>,
    remedy: &'static str,
}

const VOLUME: &str = "mount a volume and set HUSHBOT_DATA_DIR to a directory on it, or set \
                      DATABASE_URL to a PostgreSQL database and HUSHBOT_SECRET_KEY";

const DATABASE: &str = "set DATABASE_URL to a PostgreSQL database and HUSHBOT_SECRET_KEY";

const HOSTS: [Host; 5] = [
    Host { name: "Heroku", sign: "DYNO", volume: None, remedy: DATABASE },
    Host { name: "Cloud Run", sign: "K_SERVICE", volume: None, remedy: DATABASE },
    Host {
        name: "Railway",
        sign: "RAILWAY_ENVIRONMENT",
        volume: Some("RAILWAY_VOLUME_MOUNT_PATH"),
        remedy: VOLUME,
    },
    Host { name: "Render", sign: "RENDER", volume: None, remedy: VOLUME },
    Host { name: "Fly.io", sign: "FLY_APP_NAME", volume: None, remedy: VOLUME },
];

/// File systems whose files end with the machine, or with the container.
const PASSING: [&str; 5] = ["tmpfs", "ramfs", "overlay", "overlayfs", "aufs"];

/// Whether the data in `dir` will vanish: by the environment, and by `mountinfo`, which is Linux's
/// `/proc/self/mountinfo`; an empty one says nothing. `dir` is a full path without links.
///
/// A volume mounted on the directory, or above it, is a volume on every host. Kubernetes' emptyDir
/// looks like one and can't be told from it.
pub fn vanishing(
    lookup: impl Fn(&str) -> Option<String>,
    mountinfo: &str,
    dir: &Path,
) -> Option<Vanishing> {
    let mount = mount_of(mountinfo, dir);
    if let Some(mount) = mount.as_ref().filter(|mount| PASSING.contains(&mount.kind)) {
        return Some(match host(&lookup, dir) {
            Some(host) => host,
            None => Vanishing::FileSystem { kind: mount.kind.to_owned() },
        });
    }
    if mount.is_some_and(|mount| mount.place != "/") {
        return None;
    }
    host(&lookup, dir)
}

/// The same for this process.
pub fn look(dir: &Path) -> Option<Vanishing> {
    // Where there is no such file, the environment alone has to do.
    let mountinfo = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_path_buf());
    vanishing(|name| std::env::var(name).ok(), &mountinfo, &dir)
}

fn host(lookup: &impl Fn(&str) -> Option<String>, dir: &Path) -> Option<Vanishing> {
    let set = |name: &str| lookup(name).filter(|value| !value.is_empty());
    let host = HOSTS.iter().find(|host| set(host.sign).is_some())?;
    let volume = host.volume.and_then(set);
    if volume.is_some_and(|volume| dir.starts_with(volume)) {
        return None;
    }
    Some(Vanishing::Host { host: host.name, remedy: host.remedy })
}

struct Mount<'a> {
    place: String,
    kind: &'a str,
}

/// The mount that a directory is on: the one with the longest path; of two on one place the later.
fn mount_of<'a>(mountinfo: &'a str, dir: &Path) -> Option<Mount<'a>> {
    let mounts = mountinfo.lines().filter_map(|line| {
        // "36 35 98:0 /root /place options shared:1 - ext4 /dev/sda rw": proc_pid_mountinfo(5).
        let (before, after) = line.split_once(" - ")?;
        let place = unescape(before.split(' ').nth(4)?);
        Some(Mount { place, kind: after.split(' ').next()? })
    });
    mounts.filter(|mount| dir.starts_with(&mount.place)).max_by_key(|mount| mount.place.len())
}

/// A path as the kernel writes it: blanks and backslashes are in octal.
fn unescape(path: &str) -> String {
    path.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\")
}

impl fmt::Display for Vanishing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lost = "people, their credentials, timers and the log of switches are lost";
        match self {
            Self::Host { host, remedy } => {
                write!(f, "{host} starts with an empty disk each time, and then {lost}: {remedy}")
            }
            Self::FileSystem { kind } => write!(
                f,
                "the data directory is on {kind}, which ends with the machine or the container, \
                 and then {lost}: {VOLUME}"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DISK: &str = "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard\n";
    const CONTAINER: &str = "27 1 0:50 / / ro - overlay overlay rw,lowerdir=/a:/b\n\
        30 27 254:1 /volumes/x/_data /data rw master:1 - ext4 /dev/vda rw\n\
        31 27 0:23 / /tmp rw,nosuid - tmpfs tmpfs rw\n\
        32 27 254:1 / /mnt/my\\040disk rw - ext4 /dev/vdb rw\n";

    #[test]
    fn what_vanishes_and_what_does_not() {
        let tmpfs = Some("tmpfs");
        for (environment, mounts, dir, expected) in [
            (&[][..], DISK, "/srv/data", None),
            (&[], "", "/srv/data", None),
            (&[], "nonsense\n - \n", "/srv/data", None),
            (&[], CONTAINER, "/app/data", Some("overlay")),
            (&[], CONTAINER, "/data", None),
            (&[], CONTAINER, "/data/hushbot", None),
            (&[], CONTAINER, "/database", Some("overlay")),
            (&[], CONTAINER, "/mnt/my disk/hushbot", None),
            (&[], CONTAINER, "/tmp/data", tmpfs),
            (&[("DYNO", "worker.1")], DISK, "/app/data", Some("Heroku")),
            (&[("DYNO", "")], DISK, "/app/data", None),
            (&[("K_SERVICE", "bot")], CONTAINER, "/app/data", Some("Cloud Run")),
            (&[("RENDER", "true")], CONTAINER, "/app/data", Some("Render")),
            (&[("RENDER", "true")], CONTAINER, "/data", None),
            (&[("FLY_APP_NAME", "bot")], DISK, "/app/data", Some("Fly.io")),
            (&[("FLY_APP_NAME", "bot")], CONTAINER, "/data", None),
            (&[("RAILWAY_ENVIRONMENT", "production")], DISK, "/app/data", Some("Railway")),
            (
                &[("RAILWAY_ENVIRONMENT", "production"), ("RAILWAY_VOLUME_MOUNT_PATH", "/app")],
                DISK,
                "/app/data",
                None,
            ),
            (
                &[("RAILWAY_ENVIRONMENT", "production"), ("RAILWAY_VOLUME_MOUNT_PATH", "/vol")],
                DISK,
                "/app/data",
                Some("Railway"),
            ),
        ] {
            let lookup = |name: &str| {
                environment.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned())
            };
            let found = vanishing(lookup, mounts, Path::new(dir)).map(|why| why.to_string());
            match expected {
                None => assert_eq!(found, None, "{environment:?} {dir}"),
                Some(name) => {
                    let found = found.unwrap_or_default();
                    assert!(found.contains(name), "{environment:?} {dir}: {found}");
                    assert!(found.contains("DATABASE_URL"), "{found}");
                    let volume = !["Heroku", "Cloud Run"].contains(&name);
                    assert_eq!(found.contains("volume"), volume, "{found}");
                }
            }
        }
    }
}
