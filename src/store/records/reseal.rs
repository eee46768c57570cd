//! Sealing a row with another key: which part of each table's rows is sealed.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    KEY_CHECK,
    audit::HEADER,
    connections::ConnectionRow,
    inbox::{InboxRow, LAST_CONTACT},
    invites::FIRST_ADMIN_INVITE,
    moves::PREFIX as MOVED,
    sealing_place, to_json,
};
use crate::store::{StoreError, Table, Vault, format::FORMAT_KEY};

/// The rows of `Meta` that are not sealed, besides those of moved groups.
const CLEAR: [&[u8]; 4] = [FORMAT_KEY, FIRST_ADMIN_INVITE, LAST_CONTACT, b"probe"];

/// From one key to another.
#[derive(Clone, Copy)]
pub(in crate::store) struct Change<'a> {
    /// What opens the rows.
    pub(in crate::store) old: &'a Vault,
    /// What seals them.
    pub(in crate::store) new: &'a Vault,
}

impl Change<'_> {
    /// The value of a row with its secrets sealed with the new key; `None` for a row that has none.
    /// Each table has to be named here, so that none with secrets can be forgotten.
    pub(in crate::store) fn reseal(
        self,
        table: Table,
        key: &[u8],
        value: &[u8],
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let bad = |reason: &str| StoreError::BadRow { table, reason: reason.to_owned() };
        match table {
            Table::Meta if key == KEY_CHECK => {
                self.sealed(table, key, value).map_err(|_| StoreError::WrongKey).map(Some)
            }
            Table::Audit => {
                let (header, sealed) =
                    value.split_at_checked(HEADER).ok_or_else(|| bad("it is too short"))?;
                Ok(Some([header, &self.sealed(table, key, sealed)?].concat()))
            }
            Table::Inbox => {
                let mut row = InboxRow::read(value)?;
                row.sealed = self.sealed(table, key, &row.sealed)?;
                Ok(Some(row.to_bytes()))
            }
            Table::Connections => {
                let mut row: ConnectionRow =
                    serde_json::from_slice(value).map_err(|error| bad(&error.to_string()))?;
                let sealed = STANDARD.decode(&row.secret).map_err(|_| bad("no base64"))?;
                row.secret = STANDARD.encode(self.sealed(table, key, &sealed)?);
                to_json(table, &row).map(Some)
            }
            Table::Meta if CLEAR.contains(&key) || key.starts_with(MOVED) => Ok(None),
            // A row of `Meta` that is in the clear has to be named above; so none is forgotten.
            Table::Meta | Table::Effects | Table::Watches => {
                self.sealed(table, key, value).map(Some)
            }
            Table::People
            | Table::Settings
            | Table::Invites
            | Table::Settled
            | Table::Schedule
            | Table::Rooms
            // Only a hash is kept of what is secret in it.
            | Table::SignIns => Ok(None),
        }
    }

    fn sealed(self, table: Table, key: &[u8], sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        let place = sealing_place(table, key);
        let plain = self
            .old
            .open(&place, sealed)
            .map_err(|error| StoreError::BadRow { table, reason: error.to_string() })?;
        Ok(self.new.seal(&place, &plain)?)
    }
}

/// Whether this key opens a store, by its row of `Meta` that only the right key opens; `None` if
/// the store has none yet.
pub(in crate::store) fn fits(vault: &Vault, check: Option<&[u8]>) -> Option<bool> {
    let place = sealing_place(Table::Meta, KEY_CHECK);
    check.map(|sealed| vault.open(&place, sealed).is_ok())
}
