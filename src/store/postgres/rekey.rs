//! Another key for the store, while nobody has it open: one transaction.

use std::path::Path;

use super::{
    Database,
    backup::{check_store, save},
    decisive::Decisive,
    look::key_check,
    pages::Pages,
    rows::{Statements, Writes},
    session::Session,
};
use crate::store::{
    FORMAT, RekeyError, StoreError, Table, Vault,
    records::{Change, fits},
};

/// Changes the key of the store in the database from `old` to `new`, after a backup to the file
/// `backup`, and gives the number of rows back. All or nothing.
pub async fn rekey_database(
    database: &Database,
    old: &Vault,
    new: &Vault,
    backup: &Path,
) -> Result<u64, RekeyError> {
    let decisive = Decisive::begin(database).await?;
    let session = &decisive.session;
    let format = check_store(session, database).await?;
    if format != FORMAT {
        return Err(RekeyError::OldFormat(format));
    }
    let sealed = key_check(session, database).await?;
    if fits(old, sealed.as_deref()) == Some(false) {
        return Err(StoreError::WrongKey.into());
    }
    if fits(new, sealed.as_deref()) == Some(true) {
        return Err(RekeyError::SameKey);
    }
    decisive.fence().await?;
    save(session, database, backup).await?;
    let rows = reseal(session, database, Change { old, new }).await?;
    let session = decisive.commit().await?;
    // What the old key opens would stay in the table's files until the server needs the room.
    if let Err(error) = session.client.batch_execute("VACUUM FULL hushbot_rows").await {
        tracing::warn!(%error, "the rows that the old key opens may be in the database's files yet");
    }
    session.end().await;
    Ok(rows)
}

/// Seals all rows anew, and gives their number back.
async fn reseal(
    session: &Session,
    database: &Database,
    change: Change<'_>,
) -> Result<u64, StoreError> {
    let client = &session.client;
    let explain = |error: tokio_postgres::Error| database.unreachable(&error.into());
    let by = Statements::prepare(client).await.map_err(explain)?;
    let (mut pages, mut rows) = (Pages::of(client), 0);
    loop {
        let page = pages.next().await.map_err(|trouble| database.unreachable(&trouble))?;
        if page.is_empty() {
            return Ok(rows);
        }
        rows += page.len() as u64;
        let mut resealed = Vec::with_capacity(page.len());
        for (place, value) in page {
            let (tag, key) = place.split_first().unwrap_or((&u8::MAX, &[]));
            // A table that this program does not know may hold secrets that it can't find.
            let table = Table::from_tag(*tag).ok_or_else(|| StoreError::Unreadable {
                reason: format!("it has a table {tag} that this hushbot does not know"),
            })?;
            if let Some(value) = change.reseal(table, key, &value)? {
                resealed.push((place, value));
            }
        }
        let mut writes = Writes::default();
        for (place, value) in &resealed {
            writes.put(place, value);
        }
        writes.upsert(client, &by.upsert).await.map_err(explain)?;
    }
}
