//! Reading rows in order.

use std::ops::Bound;

use super::{row_key, unreadable};
use crate::store::{Page, Rows, StoreError, Table};

type Bounds = (Bound<Vec<u8>>, Bound<Vec<u8>>);

/// A page of the rows of `table` whose keys begin with `prefix`.
pub(super) fn page(
    db: &sled::Db,
    table: Table,
    prefix: &[u8],
    page: Page<'_>,
) -> Result<Rows, StoreError> {
    let Some(bounds) = bounds(table, prefix, page) else {
        return Ok(Rows::new());
    };
    let rows = db.range(bounds);
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

/// The keys in the tree that a page may hold; `None` if none can be.
fn bounds(table: Table, prefix: &[u8], page: Page<'_>) -> Option<Bounds> {
    let (start, end) = (row_key(table, prefix), end_of(&row_key(table, prefix)));
    let after = page.after.map(|key| row_key(table, key));
    let bounds = match after {
        Some(after) if page.reverse && end.as_ref().is_none_or(|end| after < *end) => {
            (Bound::Included(start), Bound::Excluded(after))
        }
        Some(after) if !page.reverse && after >= start => {
            (Bound::Excluded(after), end.map_or(Bound::Unbounded, Bound::Excluded))
        }
        _ => (Bound::Included(start), end.map_or(Bound::Unbounded, Bound::Excluded)),
    };
    // The database does not take a range that ends before it begins.
    match (&bounds.0, &bounds.1) {
        (Bound::Included(start), Bound::Excluded(end)) if start >= end => None,
        (Bound::Excluded(start), Bound::Excluded(end)) if start >= end => None,
        _ => Some(bounds),
    }
}

/// The first key behind all that begin with `prefix`.
fn end_of(prefix: &[u8]) -> Option<Vec<u8>> {
    let last = prefix.iter().rposition(|byte| *byte != 0xff)?;
    let mut end = prefix[..=last].to_vec();
    end[last] += 1;
    Some(end)
}
