//! The key in a file of its own, made on a first start.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use chacha20poly1305::aead::Generate;
use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox};
use zeroize::Zeroizing;

use super::key::{self, KeyError};
use crate::store::durable;

/// Why a key file can't be used. One line for the operator each, without any of the key.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// Others than its owner may read it, or write it.
    #[error(
        "the key file {} is open to others (mode {mode:03o}): allow it to its owner only, with \
         `chmod 600`",
        path.display()
    )]
    OpenToOthers {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It holds no key.
    #[error(
        "the key file {} holds no key ({source}); put back the one that the store was made with, \
         or delete it if there is no store yet",
        path.display()
    )]
    NotAKey {
        /// The file.
        path: PathBuf,
        /// What is wrong with the text.
        source: KeyError,
    },
    /// It can't be read or made.
    #[error(
        "the key file {} can't be read or made ({source}): check the directory's permissions, or \
         set HUSHBOT_SECRET_KEY",
        path.display()
    )]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The key in the file, and whether the file was made just now.
pub(super) fn open_or_create(path: &Path) -> Result<(SecretBox<[u8; 32]>, bool), KeyFileError> {
    let io_error = |source| KeyFileError::Io { path: path.to_path_buf(), source };
    match create(path) {
        Ok(key) => Ok((key, true)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            open(path).map(|key| (key, false))
        }
        Err(error) => Err(io_error(error)),
    }
}

/// The key in a file that is there.
pub(super) fn open(path: &Path) -> Result<SecretBox<[u8; 32]>, KeyFileError> {
    let file =
        File::open(path).map_err(|source| KeyFileError::Io { path: path.to_path_buf(), source })?;
    read(path, file)
}

/// Makes a file with this key.
pub(super) fn write(path: &Path, key: &SecretBox<[u8; 32]>) -> Result<(), KeyFileError> {
    try_write(path, key).map_err(|source| KeyFileError::Io { path: path.to_path_buf(), source })
}

fn create(path: &Path) -> io::Result<SecretBox<[u8; 32]>> {
    let key = generate()?;
    try_write(path, &key)?;
    Ok(key)
}

/// Makes the file with its final permissions, so that nobody can open it before they are set, and
/// comes back only when it would survive a power loss: what is sealed later needs it.
fn try_write(path: &Path, key: &SecretBox<[u8; 32]>) -> io::Result<()> {
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let directory = durable::create_dir(directory)?;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let written = writeln!(file, "{}", key::to_text(key.expose_secret()).as_str())
        .and_then(|()| file.sync_all())
        .and_then(|()| durable::sync_dir(&directory));
    if written.is_err() {
        // Half a file would be in the way of the next start.
        fs::remove_file(path)?;
    }
    written
}

pub(super) fn generate() -> io::Result<SecretBox<[u8; 32]>> {
    let mut key = SecretBox::<[u8; 32]>::default();
    *key.expose_secret_mut() = Generate::try_generate().map_err(io::Error::other)?;
    Ok(key)
}

fn read(path: &Path, file: File) -> Result<SecretBox<[u8; 32]>, KeyFileError> {
    let io_error = |source| KeyFileError::Io { path: path.to_path_buf(), source };
    // Of the open file, not of the path, which could lead elsewhere by now.
    let mode = file.metadata().map_err(io_error)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(KeyFileError::OpenToOthers { path: path.to_path_buf(), mode });
    }
    let mut text = Zeroizing::new(String::with_capacity(1024));
    // A key is 45 characters; what is much longer is no key, and not worth reading.
    file.take(1024).read_to_string(&mut text).map_err(io_error)?;
    key::parse(&text).map_err(|source| KeyFileError::NotAKey { path: path.to_path_buf(), source })
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn the_first_start_makes_the_file_and_later_ones_read_it() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("data/key");
        let (key, created) = open_or_create(&path).unwrap();
        assert!(created);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let (again, created) = open_or_create(&path).unwrap();
        assert!(!created);
        assert_eq!(key.expose_secret(), again.expose_secret());
        let (other, _) = open_or_create(&dir.path().join("other")).unwrap();
        assert_ne!(key.expose_secret(), other.expose_secret());
        // The file's text is a value for the environment, too.
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(key::parse(&text).unwrap().expose_secret(), key.expose_secret());
    }

    #[test]
    fn a_file_that_others_can_open_is_refused() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("key");
        open_or_create(&path).unwrap();
        for (open_to, refused) in
            [(0o640, true), (0o604, true), (0o620, true), (0o666, true), (0o400, false)]
        {
            fs::set_permissions(&path, fs::Permissions::from_mode(open_to)).unwrap();
            match open_or_create(&path) {
                Err(KeyFileError::OpenToOthers { mode, .. }) => assert!(refused && mode == open_to),
                outcome => assert!(!refused && outcome.is_ok(), "{open_to:o}"),
            }
        }
    }

    #[test]
    fn a_file_without_a_key_is_left_alone_and_not_shown() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("key");
        for text in ["", "n0tas3cret", &"n0tas3cret".repeat(1000)] {
            let _ = fs::remove_file(&path);
            let mut options = OpenOptions::new();
            let mut file = options.write(true).create_new(true).mode(0o600).open(&path).unwrap();
            file.write_all(text.as_bytes()).unwrap();
            let error = open_or_create(&path).map(|_| ()).unwrap_err();
            assert!(matches!(error, KeyFileError::NotAKey { .. }), "{error}");
            assert!(!format!("{error} {error:?}").contains("n0tas3cret"));
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[test]
    fn no_place_for_the_file_is_an_error() {
        let dir = TempDir::new().unwrap();
        fs::write(dir.path().join("file"), "").unwrap();
        let error = open_or_create(&dir.path().join("file/key")).map(|_| ()).unwrap_err();
        assert!(matches!(error, KeyFileError::Io { .. }), "{error}");
    }
}
