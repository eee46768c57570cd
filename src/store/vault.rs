//! Secrets at rest. Nothing else sees the key.

mod key;
mod key_file;

use std::path::Path;

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Generate, Payload},
};
use secrecy::{ExposeSecret, SecretBox, SecretString};
use zeroize::Zeroizing;

pub use self::{key::KeyError, key_file::KeyFileError};

/// The first byte of what is sealed: XChaCha20-Poly1305, nonce in front.
const XCHACHA20_POLY1305: u8 = 1;

/// The length of a nonce, in bytes. That long, random ones never meet.
const NONCE: usize = 24;

/// Why something can't be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The system has no random numbers, or the secret has many gigabytes.
    #[error("a secret can't be sealed: the system gives no random numbers")]
    DoesNotSeal,
    /// Sealed with another key, for another row, or changed since.
    #[error("a sealed secret does not open: its row was changed, or sealed with another key")]
    DoesNotOpen,
}

/// Seals secrets, each for its own row, and opens them.
///
/// The row's key is authenticated with the secret: one that is moved to another row doesn't open
/// there.
#[derive(Debug)]
pub struct Vault {
    key: SecretBox<[u8; 32]>,
}

impl Vault {
    /// A vault with this key.
    pub fn from_key(key: SecretBox<[u8; 32]>) -> Self {
        Self { key }
    }

    /// A vault with the key in `text`: 32 bytes in base64, of either alphabet, with padding or
    /// without (`HUSHBOT_SECRET_KEY`).
    pub fn from_base64(text: &SecretString) -> Result<Self, KeyError> {
        key::parse(text.expose_secret()).map(Self::from_key)
    }

    /// A vault with the key in the file `path`. Makes the file, readable by its owner only, if
    /// there is none, and says whether it did: a backup of the store needs the file, too.
    pub fn open_or_create_key_file(path: &Path) -> Result<(Self, bool), KeyFileError> {
        let (key, created) = key_file::open_or_create(path)?;
        Ok((Self::from_key(key), created))
    }

    /// A vault with the key in the file `path`, which must be there.
    pub fn open_key_file(path: &Path) -> Result<Self, KeyFileError> {
        key_file::open(path).map(Self::from_key)
    }

    /// A vault with a new random key.
    pub fn generate() -> Result<Self, VaultError> {
        key_file::generate().map(Self::from_key).map_err(|_| VaultError::DoesNotSeal)
    }

    /// Writes the key to the new file `path`, readable by its owner only, and comes back once it
    /// would survive a power loss. A file that is there stays as it is, and is an error.
    pub fn write_key_file(&self, path: &Path) -> Result<(), KeyFileError> {
        key_file::write(path, &self.key)
    }

    /// Seals a secret for the row with this key: a format byte, the nonce, the ciphertext.
    pub fn seal(&self, row_key: &[u8], plaintext: &[u8]) -> Result<Vec<u8>, VaultError> {
        let nonce = XNonce::try_generate().map_err(|_| VaultError::DoesNotSeal)?;
        let payload = Payload { msg: plaintext, aad: row_key };
        let ciphertext = self.cipher().encrypt(&nonce, payload);
        let ciphertext = ciphertext.map_err(|_| VaultError::DoesNotSeal)?;
        Ok([&[XCHACHA20_POLY1305][..], nonce.as_slice(), &ciphertext].concat())
    }

    /// Opens what was sealed for the row with this key. The secret is wiped from memory when it
    /// is dropped.
    pub fn open(&self, row_key: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (nonce, ciphertext) = sealed
            .strip_prefix(&[XCHACHA20_POLY1305])
            .and_then(<[u8]>::split_first_chunk::<NONCE>)
            .ok_or(VaultError::DoesNotOpen)?;
        let payload = Payload { msg: ciphertext, aad: row_key };
        let plaintext = self.cipher().decrypt(nonce.into(), payload);
        plaintext.map(Zeroizing::new).map_err(|_| VaultError::DoesNotOpen)
    }

    /// Made anew each time, so that the key itself stays in one place. It costs a copy.
    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.key.expose_secret().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(byte: u8) -> Vault {
        Vault::from_key(SecretBox::new(Box::new([byte; 32])))
    }

    #[test]
    fn what_is_sealed_opens_and_looks_different_each_time() {
        for secret in [&b""[..], b"s", &[0xa5; 5000]] {
            let sealed = vault(1).seal(b"row", secret).unwrap();
            assert_eq!(vault(1).open(b"row", &sealed).unwrap().as_slice(), secret);
            assert_ne!(sealed, vault(1).seal(b"row", secret).unwrap());
        }
    }

    #[test]
    fn neither_another_key_nor_another_row_opens_it() {
        let sealed = vault(1).seal(b"row", b"secret").unwrap();
        assert_eq!(vault(2).open(b"row", &sealed), Err(VaultError::DoesNotOpen));
        for row in [&b""[..], b"ro", b"row2", b"Row"] {
            assert_eq!(vault(1).open(row, &sealed), Err(VaultError::DoesNotOpen));
        }
    }

    #[test]
    fn nothing_shortened_or_changed_opens() {
        let sealed = vault(1).seal(b"row", b"secret").unwrap();
        for len in 0..sealed.len() {
            assert_eq!(vault(1).open(b"row", &sealed[..len]), Err(VaultError::DoesNotOpen));
        }
        for at in 0..sealed.len() {
            for bit in 0..8 {
                let mut changed = sealed.clone();
                changed[at] ^= 1 << bit;
                assert_eq!(vault(1).open(b"row", &changed), Err(VaultError::DoesNotOpen), "{at}");
            }
        }
    }

    #[test]
    fn no_secret_shows() {
        let sealed = vault(0x41).seal(b"row", b"n0tas3cret").unwrap();
        assert!(!sealed.windows(4).any(|bytes| b"n0tas3cret".windows(4).any(|s| s == bytes)));
        let shown = format!("{:?}", vault(0x41));
        assert!(shown.contains("REDACTED") && !shown.contains("65") && !shown.contains("AAA"));
    }
}
