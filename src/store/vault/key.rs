//! The key as text.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use secrecy::{ExposeSecretMut, SecretBox};
use zeroize::Zeroizing;

/// Why a text is no key. Never holds any of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It has characters that base64 doesn't have, or ends in the middle.
    #[error("it is not base64: make a key with `openssl rand -base64 32`")]
    NotBase64,
    /// It is base64, but not of 32 bytes.
    #[error("it is not 32 bytes long: make a key with `openssl rand -base64 32`")]
    WrongLength,
}

/// Reads 32 bytes in base64: standard or URL-safe, with padding or without, spaces around it.
pub(super) fn parse(text: &str) -> Result<SecretBox<[u8; 32]>, KeyError> {
    // `=` is the padding; what is left can be read in one alphabet.
    let digits = text.trim().trim_end_matches('=').bytes().map(|byte| match byte {
        b'-' => b'+',
        b'_' => b'/',
        other => other,
    });
    // Room for it all at once: growing would leave copies behind.
    let mut standard = Zeroizing::new(Vec::with_capacity(text.len()));
    standard.extend(digits);
    let decoded = STANDARD_NO_PAD.decode(standard.as_slice()).map(Zeroizing::new);
    let decoded = decoded.map_err(|_| KeyError::NotBase64)?;
    if decoded.len() != 32 {
        return Err(KeyError::WrongLength);
    }
    let mut key = SecretBox::<[u8; 32]>::default();
    key.expose_secret_mut().copy_from_slice(&decoded);
    Ok(key)
}

/// The text that [`parse`] reads back.
pub(super) fn to_text(key: &[u8; 32]) -> Zeroizing<String> {
    Zeroizing::new(base64::engine::general_purpose::STANDARD.encode(key))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn every_form_of_a_key() {
        // Bytes whose digits are the ones that differ between the alphabets.
        let key: [u8; 32] = std::array::from_fn(|n| if n % 2 == 0 { 0xfb } else { 0xff });
        let standard = to_text(&key).to_string();
        assert!(standard.contains('+') && standard.contains('/') && standard.ends_with('='));
        let url_safe = standard.replace('+', "-").replace('/', "_");
        for text in [standard, url_safe] {
            for form in
                [text.clone(), text.replace('=', ""), format!(" {text}\n"), format!("{text}\r\n")]
            {
                assert_eq!(parse(&form).unwrap().expose_secret(), &key, "{form:?}");
            }
        }
    }

    #[test]
    fn what_is_no_key_and_why() {
        let text = |len| STANDARD_NO_PAD.encode(vec![0xfb; len]);
        for (form, error) in [
            (String::new(), KeyError::WrongLength),
            (text(31), KeyError::WrongLength),
            (text(33), KeyError::WrongLength),
            (text(64), KeyError::WrongLength),
            (text(32)[..40].to_owned(), KeyError::WrongLength),
            (text(32)[..41].to_owned(), KeyError::NotBase64),
            (text(32).replacen('+', " ", 1), KeyError::NotBase64),
            (text(32).replacen('+', "é", 1), KeyError::NotBase64),
            ("0xdeadbeef!".to_owned(), KeyError::NotBase64),
        ] {
            let refused = parse(&form).map(|_| ()).unwrap_err();
            assert_eq!(refused, error, "{form:?}");
            assert!(form.is_empty() || !format!("{refused} {refused:?}").contains(&form));
        }
    }
}
