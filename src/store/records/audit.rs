//! Who switched what: the audit log. Rows are only added, until they are swept.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::{Records, inbox::PAGE, to_json};
use crate::{
    domain::{audit::AuditEntry, dialog::DialogId},
    store::{Batch, Page, StoreError, Table},
};

const TABLE: Table = Table::Audit;

/// What a row begins with, in the clear: the portal and the dialog, so that a search need not
/// unseal what it does not look for.
pub(super) const HEADER: usize = 16;

/// The longest an entry may be as JSON, in bytes. Longer ones lose part of their foreign text.
const LARGEST_ENTRY: usize = 5_000;

/// How much of foreign text always fits, in characters, even if JSON needs six bytes for each.
const REASON_CHARS: usize = 500;
const NAME_CHARS: usize = 100;

impl Records {
    /// The newest entries, newest first: of these portals, by host, or of all for `None`; of one
    /// dialog, or of all.
    pub async fn audit(
        &self,
        portals: Option<&[String]>,
        dialog: Option<DialogId>,
        limit: usize,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        let tags: Option<Vec<_>> = portals.map(|hosts| hosts.iter().map(|h| tag(h)).collect());
        let may_match = |row: &[u8]| {
            let (portal, rest) = row.split_at_checked(8).unwrap_or_default();
            tags.as_ref().is_none_or(|tags| tags.iter().any(|tag| tag == portal))
                && dialog.is_none_or(|dialog| rest.starts_with(&dialog.get().to_be_bytes()))
        };
        let mut entries = Vec::new();
        let mut last: Option<Vec<u8>> = None;
        while entries.len() < limit {
            let page = Page::last(PAGE).after(last.as_deref());
            let rows = self.store.page(TABLE, &[], page).await?;
            let Some((key, _)) = rows.last() else { break };
            last = Some(key.clone());
            for (key, row) in rows.iter().filter(|(_, row)| may_match(row)) {
                let entry = self.read_audit(key, row)?;
                // Two hosts may share a tag.
                if portals.is_none_or(|hosts| hosts.contains(&entry.portal)) {
                    entries.push(entry);
                }
            }
            // The log may be long, and the store reads it in this thread.
            tokio::task::yield_now().await;
        }
        entries.truncate(limit);
        Ok(entries)
    }

    /// The entries since a moment, newest first, `limit` at most.
    pub async fn audit_since(
        &self,
        since: Timestamp,
        limit: usize,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        let (mut entries, first) = (Vec::new(), time_key(since));
        let mut last: Option<Vec<u8>> = None;
        loop {
            let page = Page::last(PAGE).after(last.as_deref());
            let rows = self.store.page(TABLE, &[], page).await?;
            let Some((key, _)) = rows.last() else { return Ok(entries) };
            last = Some(key.clone());
            for (key, row) in &rows {
                if key.as_slice() < first.as_slice() || entries.len() == limit {
                    return Ok(entries);
                }
                entries.push(self.read_audit(key, row)?);
            }
            tokio::task::yield_now().await;
        }
    }

    /// Adds to a batch what an update did.
    pub(super) fn put_audit(
        &self,
        batch: Batch,
        update: u64,
        entries: &[AuditEntry],
    ) -> Result<Batch, StoreError> {
        entries.iter().zip(0_u16..).try_fold(batch, |batch, (entry, ordinal)| {
            let key = audit_key(entry.at, update, ordinal);
            let sealed = self.seal_row(TABLE, &key, &encode(entry)?)?;
            let header = [tag(&entry.portal), entry.dialog.get().to_be_bytes()].concat();
            Ok(batch.put(TABLE, &key, [header, sealed].concat()))
        })
    }

    fn read_audit(&self, key: &[u8], row: &[u8]) -> Result<AuditEntry, StoreError> {
        let bad = |reason: String| StoreError::BadRow { table: TABLE, reason };
        let sealed = row.get(HEADER..).ok_or_else(|| bad("it is too short".to_owned()))?;
        let json = self.open_row(TABLE, key, sealed)?;
        serde_json::from_slice(&json).map_err(|error| bad(error.to_string()))
    }
}

/// The entry as JSON that fits a row.
fn encode(entry: &AuditEntry) -> Result<Vec<u8>, StoreError> {
    let json = to_json(TABLE, entry)?;
    if json.len() <= LARGEST_ENTRY {
        return Ok(json);
    }
    let cut = |text: &str, chars: usize| text.chars().take(chars).collect();
    let reason = entry.reason.as_ref().map(|reason| cut(reason, REASON_CHARS));
    to_json(TABLE, &AuditEntry { name: cut(&entry.name, NAME_CHARS), reason, ..entry.clone() })
}

/// The time in nanoseconds, the update, and the number among the update's entries: all big-endian,
/// so that the order of the keys is that of time.
fn audit_key(at: Timestamp, update: u64, ordinal: u16) -> Vec<u8> {
    [&time_key(at)[..], &update.to_be_bytes(), &ordinal.to_be_bytes()].concat()
}

/// What the keys of a moment's entries begin with. Times before 1970 count as 1970.
pub(super) fn time_key(at: Timestamp) -> [u8; 8] {
    u64::try_from(at.as_nanosecond().max(0)).unwrap_or(u64::MAX).to_be_bytes()
}

/// A portal in a row's header: the first bytes of its host's SHA-256.
fn tag(host: &str) -> [u8; 8] {
    let mut tag = [0; 8];
    tag.copy_from_slice(&Sha256::digest(host.as_bytes())[..8]);
    tag
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod tests;
