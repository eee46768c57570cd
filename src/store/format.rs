//! Which shape the rows have, so that an older program does not misread a newer store.

use super::StoreError;

/// The format of the rows that this program reads and writes.
pub const FORMAT: u32 = 2;

/// The row of `Meta` that names the format, as decimal digits. Written when a store is made.
pub(super) const FORMAT_KEY: &[u8] = b"format";

/// The format that a store says it has; refuses one that this program does not know.
pub(super) fn read_format(found: &[u8]) -> Result<u32, StoreError> {
    let found = String::from_utf8_lossy(found);
    match found.parse::<u32>() {
        Ok(format) if (1..=FORMAT).contains(&format) => Ok(format),
        _ => Err(StoreError::UnknownFormat { found: found.into_owned(), known: FORMAT }),
    }
}
