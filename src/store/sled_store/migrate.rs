//! Bringing a store of an older program into the format of this one.
//!
//! Each step is one batch that also holds the new format's number, so that a store is never between
//! two formats. Before the first step, all rows are saved in a file.

use std::path::{Path, PathBuf};

use super::{open::explain, read, writer::Writer};
use crate::store::{
    Page, StoreError, Table,
    backup::{self, Draft},
    format::FORMAT_KEY,
    steps::Step,
};

/// Takes the steps that a store of format `from` lacks; `path` is its directory.
pub(super) fn migrate(
    path: &Path,
    db: &sled::Db,
    writer: &mut Writer,
    from: u32,
    steps: &[Step],
) -> Result<(), StoreError> {
    let mut steps = steps.iter().filter(|step| step.to > from).peekable();
    if steps.peek().is_none() {
        return Ok(());
    }
    let backup = save(path, db, from)?;
    tracing::info!(from, backup = %backup.display(), "the store has an older format: it is brought up to date");
    for step in steps {
        let batch = (step.changes)(&|table| read::page(db, table, &[], Page::first(usize::MAX)))?;
        let batch = batch.put(Table::Meta, FORMAT_KEY, step.to.to_string());
        batch.check()?;
        writer.write(&[batch]).map_err(|error| explain(path, error))?;
    }
    Ok(())
}

/// Writes all rows to a new file in the directory `backups` next to the store's.
fn save(path: &Path, db: &sled::Db, format: u32) -> Result<PathBuf, StoreError> {
    let file = free_name(&path.with_file_name("backups"), format);
    let saved = Draft::create(&file).and_then(|draft| {
        backup::export(db, &draft)?;
        draft.publish()
    });
    match saved {
        Ok(()) => Ok(file),
        Err(error) => Err(StoreError::NotSaved { format, reason: error.to_string() }),
    }
}

/// A name that no backup has: one of an earlier migration stays.
fn free_name(dir: &Path, format: u32) -> PathBuf {
    let first = dir.join(format!("format-{format}.backup"));
    let others = (2..).map(|n| dir.join(format!("format-{format}-{n}.backup")));
    std::iter::once(first.clone()).chain(others).find(|path| !path.exists()).unwrap_or(first)
}

#[cfg(test)]
#[path = "migrate_tests.rs"]
mod tests;
