//! What can be seen of the store without opening it. Nothing is changed.

use super::{
    Database,
    lock::is_locked,
    schema,
    session::{Session, Trouble},
    state::Limits,
};
use crate::store::{
    About, StoreError, Table, Vault,
    records::{KEY_CHECK, fits},
};

/// A connection for looking; the answers in one transaction fit together.
async fn begin(database: &Database) -> Result<Session, StoreError> {
    let explain = |trouble: Trouble| database.unreachable(&trouble);
    let session = Session::open(database, Limits::DEFAULT.connect).await.map_err(explain)?;
    let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    session.client.batch_execute(begin).await.map_err(|error| explain(error.into()))?;
    Ok(session)
}

/// Looks at the store in the database, changing nothing; `None` where there is none yet.
pub async fn look_database(database: &Database) -> Result<Option<About>, StoreError> {
    let session = begin(database).await?;
    let about = look(&session, database).await;
    session.end().await;
    about
}

async fn look(session: &Session, database: &Database) -> Result<Option<About>, StoreError> {
    if !schema::exists(session, database).await? {
        return Ok(None);
    }
    let format = schema::format(&session.client, database).await?;
    let format = format.ok_or_else(|| database.foreign("the rows are gone".to_owned()))?;
    let query = "SELECT (SELECT count(*) FROM hushbot_rows), \
        pg_total_relation_size('hushbot_rows') + pg_total_relation_size('hushbot_writer')";
    let read = async || -> Result<(i64, i64), tokio_postgres::Error> {
        let row = session.client.query_one(query, &[]).await?;
        Ok((row.try_get(0)?, row.try_get(1)?))
    };
    let (rows, bytes) = read().await.map_err(|error| database.unreachable(&error.into()))?;
    let rows = usize::try_from(rows).unwrap_or_default();
    Ok(Some(About { format, rows, bytes: bytes.unsigned_abs() }))
}

/// Whether a process has the store in the database open; `None` where there is none yet.
pub async fn is_database_in_use(database: &Database) -> Result<Option<bool>, StoreError> {
    let session = begin(database).await?;
    let is_in_use = match schema::exists(&session, database).await {
        Ok(false) => Ok(None),
        Ok(true) => match is_locked(&session).await {
            Ok(is_locked) => Ok(Some(is_locked)),
            Err(trouble) => Err(database.unreachable(&trouble)),
        },
        Err(error) => Err(error),
    };
    session.end().await;
    is_in_use
}

/// Whether this key opens the store in the database; also one that has no secrets yet.
pub async fn key_fits_database(database: &Database, vault: &Vault) -> Result<bool, StoreError> {
    let session = begin(database).await?;
    let sealed = match schema::exists(&session, database).await {
        Ok(false) => Ok(None),
        Ok(true) => key_check(&session, database).await,
        Err(error) => Err(error),
    };
    session.end().await;
    Ok(fits(vault, sealed?.as_deref()).unwrap_or(true))
}

/// The row that only the store's key opens.
pub(super) async fn key_check(
    session: &Session,
    database: &Database,
) -> Result<Option<Vec<u8>>, StoreError> {
    let query = "SELECT value FROM hushbot_rows WHERE tab = $1 AND key = $2";
    let tab = i16::from(Table::Meta.tag());
    let row = session.client.query_opt_scalar(query, &[&tab, &KEY_CHECK]).await;
    row.map_err(|error| database.unreachable(&error.into()))
}
