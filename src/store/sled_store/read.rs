//! Reading rows in order.

use super::unreadable;
use crate::store::{Page, Rows, StoreError, Table, range::Range, round::place};

/// A page of the rows of `table` whose keys begin with `prefix`.
pub(super) fn page(
    db: &sled::Db,
    table: Table,
    prefix: &[u8],
    page: Page<'_>,
) -> Result<Rows, StoreError> {
    let after = page.after.map(|key| place(table, key));
    let Some(range) = Range::of(&place(table, prefix), after.as_deref(), page) else {
        return Ok(Rows::new());
    };
    let rows = match range.end {
        Some(end) => db.range(range.start..end),
        None => db.range(range.start..),
    };
    if page.reverse { collect(rows.rev(), page.limit) } else { collect(rows, page.limit) }
}

fn collect(
    rows: impl Iterator<Item = sled::Result<(sled::IVec, sled::IVec)>>,
    limit: usize,
) -> Result<Rows, StoreError> {
    rows.take(limit)
        .map(|row| {
            let (key, value) = row.map_err(unreadable)?;
            // Without the table's byte.
            Ok((key[1..].to_vec(), value.to_vec()))
        })
        .collect()
}
