//! Which shape the rows have, so that an older program does not misread a newer store.

use super::StoreError;

/// The format of the rows that this program reads and writes.
pub const FORMAT: u32 = 1;

/// The row of `Meta` that names the format, as decimal digits. Written when a store is made.
pub(super) const FORMAT_KEY: &[u8] = b"format";

/// Refuses a store whose format this program does not know.
pub(super) fn check_format(found: &[u8]) -> Result<(), StoreError> {
    let found = String::from_utf8_lossy(found);
    match found.parse::<u32>() {
        Ok(format) if (1..=FORMAT).contains(&format) => Ok(()),
        _ => Err(StoreError::UnknownFormat { found: found.into_owned(), known: FORMAT }),
    }
}
