//! Comparing what is shown with what is secret, in a time that tells nothing.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use subtle::{Choice, ConstantTimeEq as _};

/// The hash of a secret: all that comparing needs. Equal lengths hide the secret's own.
pub(super) struct Secret([u8; 32]);

impl Secret {
    pub(super) fn new(secret: &SecretString) -> Self {
        Self(hash(secret.expose_secret().as_bytes()))
    }

    /// Of something that may be compared with in the same way, but is no secret type.
    pub(super) fn of(text: &str) -> Self {
        Self(hash(text.as_bytes()))
    }

    /// Whether this is the secret. Nothing shown is compared as an empty text.
    pub(super) fn is(&self, shown: Option<&[u8]>) -> Choice {
        self.0.ct_eq(&hash(shown.unwrap_or_default()))
    }
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The last part of the webhook's path: nobody guesses it who does not know the secret, and the
/// secret does not follow from it.
pub fn path_of(secret: &SecretString) -> String {
    let mut hash = Sha256::new_with_prefix(b"hushbot webhook path\0");
    hash.update(secret.expose_secret().as_bytes());
    let mut path = BASE64_URL_SAFE_NO_PAD.encode(hash.finalize());
    path.truncate(32);
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_secret_is_it() {
        let secret = Secret::new(&"s3cret".to_owned().into());
        assert!(bool::from(secret.is(Some(b"s3cret"))));
        for shown in [None, Some(&b""[..]), Some(b"s3cre"), Some(b"s3crets"), Some(b"S3cret")] {
            assert!(!bool::from(secret.is(shown)), "{shown:?}");
        }
    }

    #[test]
    fn the_path_is_a_word_of_its_own_for_each_secret() {
        let path = |secret: &str| path_of(&secret.to_owned().into());
        assert_eq!(path("a").len(), 32);
        assert_eq!(path("a"), path("a"));
        assert_ne!(path("a"), path("b"));
        assert!(path("a").bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)));
    }
}
