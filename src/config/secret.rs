//! Settings that are secrets. Each can also come from a file, which Docker and Kubernetes call a
//! secret, or from a credential that systemd hands over; neither shows in a list of processes.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read as _},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use super::{ConfigError, wrong};

/// The names of a secret setting.
struct Names {
    variable: &'static str,
    /// The variable that names a file with its value.
    file: &'static str,
    /// The file's name among systemd's credentials.
    credential: &'static str,
}

const SECRETS: [Names; 6] = [
    Names { variable: "TELOXIDE_TOKEN", file: "TELOXIDE_TOKEN_FILE", credential: "teloxide-token" },
    Names {
        variable: "HUSHBOT_SECRET_KEY",
        file: "HUSHBOT_SECRET_KEY_FILE",
        credential: "hushbot-secret-key",
    },
    Names {
        variable: "HUSHBOT_NEW_SECRET_KEY",
        file: "HUSHBOT_NEW_SECRET_KEY_FILE",
        credential: "hushbot-new-secret-key",
    },
    Names {
        variable: "HUSHBOT_WEBHOOK_SECRET",
        file: "HUSHBOT_WEBHOOK_SECRET_FILE",
        credential: "hushbot-webhook-secret",
    },
    Names {
        variable: "BITRIX24_CLIENT_SECRET",
        file: "BITRIX24_CLIENT_SECRET_FILE",
        credential: "bitrix24-client-secret",
    },
    Names { variable: "DATABASE_URL", file: "DATABASE_URL_FILE", credential: "database-url" },
];

/// Where systemd puts a service's credentials.
const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

/// The longest value that is read from a file, in bytes. What is longer is no secret of these.
const LONGEST: u64 = 16 * 1024;

/// The secrets that were found, and how.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    found: BTreeMap<&'static str, SecretString>,
    /// Files that everybody on the machine may read.
    pub(super) open_to_all: Vec<PathBuf>,
}

impl Secrets {
    /// Looks for each secret in its variable, in the file that its `_FILE` variable names, and
    /// among systemd's credentials, where the other two are not set.
    pub(super) fn find(lookup: &impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let mut secrets = Self::default();
        for names in &SECRETS {
            secrets.look_for(names, lookup)?;
        }
        Ok(secrets)
    }

    /// A secret's value; `None` if it is not set or `name` is no secret.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.found.get(name).map(SecretString::expose_secret)
    }

    fn look_for(
        &mut self,
        names: &Names,
        lookup: &impl Fn(&str) -> Option<String>,
    ) -> Result<(), ConfigError> {
        let set = |name: &str| {
            lookup(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        let value = match (set(names.variable), set(names.file)) {
            (Some(_), Some(_)) => {
                let also = format_args!("set together with {}: keep one of them", names.file);
                return wrong(names.variable, also);
            }
            (Some(value), None) => SecretString::from(value),
            (None, Some(path)) => self.read(names.file, Path::new(&path))?,
            (None, None) => {
                match set(CREDENTIALS).map(|dir| Path::new(&dir).join(names.credential)) {
                    // One that is there but can't be reached is not taken for none: another key
                    // would be made instead.
                    Some(path) if path.try_exists().unwrap_or(true) => {
                        self.read(CREDENTIALS, &path)?
                    }
                    _ => return Ok(()),
                }
            }
        };
        self.found.insert(names.variable, value);
        Ok(())
    }

    fn read(&mut self, variable: &'static str, path: &Path) -> Result<SecretString, ConfigError> {
        let (text, mode) = match read(path) {
            Ok(read) => read,
            Err(error) => {
                return wrong(variable, format_args!("{} can't be read: {error}", path.display()));
            }
        };
        if text.trim().is_empty() {
            return wrong(variable, format_args!("{} is empty", path.display()));
        }
        // What Docker mounts is shut off from the machine by the container itself.
        if mode & 0o004 != 0 && !path.starts_with("/run/secrets") {
            self.open_to_all.push(path.to_path_buf());
        }
        Ok(text.trim().into())
    }
}

/// A file's text and its permission bits.
fn read(path: &Path) -> io::Result<(Zeroizing<String>, u32)> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.len() > LONGEST {
        return Err(io::Error::other("it is too long for a secret"));
    }
    let mut text = Zeroizing::new(String::with_capacity(usize::try_from(LONGEST).unwrap_or(0)));
    file.take(LONGEST).read_to_string(&mut text)?;
    Ok((text, about.permissions().mode()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn find(pairs: &[(&str, &str)]) -> Result<Secrets, ConfigError> {
        Secrets::find(&|name: &str| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn file(dir: &Path, name: &str, text: &str, mode: u32) -> String {
        let path = dir.join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        path.to_str().unwrap().to_owned()
    }

    #[test]
    fn the_variable_the_file_and_the_credential_are_tried_in_turn() {
        let dir = tempfile::tempdir().unwrap();
        let by_file = file(dir.path(), "token", "from-file\n", 0o600);
        file(dir.path(), "teloxide-token", " from-credential\r\n", 0o400);
        let credentials = ("CREDENTIALS_DIRECTORY", dir.path().to_str().unwrap());
        for (pairs, expected) in [
            (vec![], None),
            (vec![credentials], Some("from-credential")),
            (vec![credentials, ("TELOXIDE_TOKEN_FILE", &by_file)], Some("from-file")),
            (vec![credentials, ("TELOXIDE_TOKEN", "mine")], Some("mine")),
            (vec![credentials, ("TELOXIDE_TOKEN", " ")], Some("from-credential")),
        ] {
            let secrets = find(&pairs).unwrap();
            assert_eq!(secrets.get("TELOXIDE_TOKEN"), expected, "{pairs:?}");
            assert_eq!(secrets.get("HUSHBOT_SECRET_KEY"), None);
            assert!(secrets.open_to_all.is_empty());
        }
    }

    #[test]
    fn credentials_that_cannot_be_reached_are_not_taken_for_none() {
        let dir = tempfile::tempdir().unwrap();
        let no_directory = file(dir.path(), "credentials", "", 0o600);
        let error = find(&[("CREDENTIALS_DIRECTORY", &no_directory)]).unwrap_err();
        assert_eq!(error.variable, "CREDENTIALS_DIRECTORY");
        assert!(error.to_string().contains(&no_directory), "{error}");
    }

    #[test]
    fn every_secret_has_all_three_forms() {
        for Names { variable, file, credential } in &SECRETS {
            assert_eq!(*file, format!("{variable}_FILE"));
            assert_eq!(*credential, variable.to_lowercase().replace('_', "-"));
        }
    }

    #[test]
    fn two_at_once_are_refused_and_both_are_named() {
        let error = find(&[
            ("HUSHBOT_SECRET_KEY", "n0tas3cret"),
            ("HUSHBOT_SECRET_KEY_FILE", "/run/secrets/key"),
        ])
        .unwrap_err();
        let shown = error.to_string();
        assert!(shown.contains("HUSHBOT_SECRET_KEY:"), "{shown}");
        assert!(shown.contains("HUSHBOT_SECRET_KEY_FILE"), "{shown}");
        assert!(!shown.contains("n0tas3cret"), "{shown}");
    }

    #[test]
    fn a_file_that_is_none_names_its_variable_and_its_path() {
        let dir = tempfile::tempdir().unwrap();
        let empty = file(dir.path(), "empty", " \n", 0o600);
        let long = file(dir.path(), "long", &"n0tas3cret".repeat(2_000), 0o600);
        let missing = dir.path().join("missing").to_str().unwrap().to_owned();
        for path in [empty, long, missing, dir.path().to_str().unwrap().to_owned()] {
            let error = find(&[("TELOXIDE_TOKEN_FILE", &path)]).unwrap_err();
            assert_eq!(error.variable, "TELOXIDE_TOKEN_FILE");
            let shown = error.to_string();
            assert!(shown.contains(&path) && !shown.contains("n0tas3cret"), "{shown}");
        }
    }

    #[test]
    fn a_file_that_everybody_may_read_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        for (mode, open) in [(0o600, false), (0o640, false), (0o644, true)] {
            let path = file(dir.path(), "token", "123:abc", mode);
            let secrets = find(&[("TELOXIDE_TOKEN_FILE", &path)]).unwrap();
            assert_eq!(!secrets.open_to_all.is_empty(), open, "{mode:o}");
            assert!(!format!("{secrets:?}").contains("123:abc"));
        }
    }
}
