//! Backups, in the files that every other store's are in: a backup of one is put back into any.

use std::path::{Path, PathBuf};

use tokio::sync::mpsc;

use super::{
    Database,
    decisive::Decisive,
    pages::{PAGE, Pages, PlacedRow},
    rows::{Statements, Writes},
    schema,
    session::{Session, Trouble},
    state::Limits,
};
use crate::store::{
    BackupError, StoreError,
    backup::{Draft, FrameReader, FrameWriter, blocking},
};

/// Backs up the store in the database into the file `file`, and gives the number of rows back. A
/// bot may run on it meanwhile.
pub async fn backup_database(database: &Database, file: &Path) -> Result<u64, BackupError> {
    let explain = |trouble: Trouble| database.unreachable(&trouble);
    let session = Session::open(database, Limits::DEFAULT.connect).await.map_err(explain)?;
    // All of it as it was at one moment.
    let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    session.client.batch_execute(begin).await.map_err(|error| explain(error.into()))?;
    check_store(&session, database).await?;
    let rows = save(&session, database, file).await?;
    session.end().await;
    Ok(rows)
}

/// Refuses a database without a whole store of a known format. Gives the format back.
pub(super) async fn check_store(
    session: &Session,
    database: &Database,
) -> Result<u32, BackupError> {
    if !schema::exists(session, database).await? {
        return Err(BackupError::NoStoreInDatabase { database: database.to_string() });
    }
    let format = schema::format(&session.client, database).await?;
    Ok(format.ok_or_else(|| database.foreign("the rows are gone".to_owned()))?)
}

/// Writes all rows that the session's transaction sees into the file, and gives their number back.
pub(super) async fn save(
    session: &Session,
    database: &Database,
    file: &Path,
) -> Result<u64, BackupError> {
    let path = file.to_path_buf();
    let draft = blocking(move || Draft::create(&path)).await?;
    let rows = {
        let explain = |source| draft.explain(source);
        let mut frames = FrameWriter::begin(draft.file()).map_err(explain)?;
        let mut pages = Pages::of(&session.client);
        loop {
            let page = pages.next().await.map_err(|trouble| database.unreachable(&trouble))?;
            if page.is_empty() {
                break;
            }
            for (place, value) in page {
                frames.row(&place, &value).map_err(explain)?;
            }
        }
        frames.finish().map_err(explain)?
    };
    blocking(move || draft.publish()).await.map(|()| rows)
}

/// Makes a store in the database out of a backup, of this or of the other kind of store, and gives
/// the number of rows back. There must be no store there yet: it appears whole or not at all.
pub async fn restore_database(file: &Path, database: &Database) -> Result<u64, BackupError> {
    let path = file.to_path_buf();
    // Once to check it, before anything is made of it.
    blocking(move || FrameReader::open(&path)?.read(|_, _| Ok(()))).await?;
    let decisive = Decisive::begin(database).await?;
    let session = &decisive.session;
    schema::make(session, database).await?;
    let query = "SELECT EXISTS (SELECT 1 FROM hushbot_rows)";
    let is_taken = session.client.query_one_scalar(query, &[]).await;
    if is_taken.map_err(|error| database.unreachable(&error.into()))? {
        return Err(BackupError::DatabaseNotEmpty { database: database.to_string() });
    }
    decisive.fence().await?;
    let rows = fill(session, database, file.to_path_buf()).await?;
    let format = schema::format(&session.client, database).await?;
    format.ok_or_else(|| database.foreign("the backup has no rows".to_owned()))?;
    decisive.commit().await?.end().await;
    Ok(rows)
}

/// Writes the rows of a backup's file, and gives their number back.
async fn fill(session: &Session, database: &Database, file: PathBuf) -> Result<u64, BackupError> {
    let explain = |error: tokio_postgres::Error| database.unreachable(&error.into());
    let by = Statements::prepare(&session.client).await.map_err(explain)?;
    let (pages, incoming) = mpsc::channel(1);
    let reading = blocking(move || read(&file, &pages));
    let by = &by.upsert;
    let writing = async move {
        // Its own, so that a reader at work notices when this ends early.
        let mut incoming = incoming;
        while let Some(page) = incoming.recv().await {
            let page: Vec<PlacedRow> = page;
            let mut writes = Writes::default();
            for (place, value) in &page {
                writes.put(place, value);
            }
            writes.upsert(&session.client, by).await.map_err(explain)?;
        }
        Ok::<_, StoreError>(())
    };
    let (rows, written) = tokio::join!(reading, writing);
    written?;
    rows
}

/// Reads a backup's file page by page.
fn read(file: &Path, pages: &mpsc::Sender<Vec<PlacedRow>>) -> Result<u64, BackupError> {
    let mut page = Vec::new();
    // Whoever has gone away says why.
    let send = |page| pages.blocking_send(page).map_err(|_| BackupError::from(StoreError::Closed));
    let rows = FrameReader::open(file)?.read(|place, value| {
        page.push((place.to_vec(), value.to_vec()));
        if page.len() == usize::from(PAGE) { send(std::mem::take(&mut page)) } else { Ok(()) }
    })?;
    send(page)?;
    Ok(rows)
}
