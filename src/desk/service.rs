//! What the process asks on its own behalf.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretBox, SecretString};

use super::{Desk, DeskError};

/// The length of a webhook's secret, in bytes before they are written as text.
const SECRET: usize = 32;

impl Desk {
    /// Whether the store takes writes: a few bytes are written, durably.
    pub async fn probe(&self) -> Result<(), DeskError> {
        Ok(self.records.probe(self.now()).await?)
    }

    /// The same by what is known without trying.
    pub fn store_health(&self) -> Result<(), DeskError> {
        Ok(self.records.health()?)
    }

    /// How many timers are to come.
    pub fn timers_waiting(&self) -> usize {
        self.schedule.len()
    }

    /// The secret that Telegram shows with each update it brings: made once, and kept sealed.
    pub async fn webhook_secret(&self) -> Result<SecretString, DeskError> {
        let mut random = SecretBox::new(Box::new([0_u8; SECRET]));
        getrandom::fill(secrecy::ExposeSecretMut::expose_secret_mut(&mut random))
            .map_err(DeskError::Random)?;
        let fresh = SecretString::from(BASE64_URL_SAFE_NO_PAD.encode(random.expose_secret()));
        let kept = self.records.webhook_secret(fresh.expose_secret().as_bytes()).await?;
        Ok(String::from_utf8_lossy(&kept).into_owned().into())
    }
}
