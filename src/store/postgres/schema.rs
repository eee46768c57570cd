//! The two tables: made, checked, and what they say of the store.

use tokio_postgres::Client;

use super::{
    Database,
    session::{Session, Trouble},
};
use crate::store::{
    StoreError, Table,
    format::{FORMAT_KEY, read_format},
};

/// A table, what makes it, and the shape that it has to have then.
struct Shape {
    name: &'static str,
    create: &'static str,
    columns: &'static str,
    primary_key: &'static str,
}

/// `bytea` is ordered by its bytes, as the port wants it, whatever the database's language.
const ROWS: Shape = Shape {
    name: "hushbot_rows",
    create: "CREATE TABLE hushbot_rows (tab smallint NOT NULL, key bytea NOT NULL, \
        value bytea NOT NULL, PRIMARY KEY (tab, key))",
    columns: "tab smallint not null, key bytea not null, value bytea not null",
    primary_key: "PRIMARY KEY (tab, key)",
};

/// One row, [`super::lock`] says what for.
const WRITER: Shape = Shape {
    name: "hushbot_writer",
    create: "CREATE TABLE hushbot_writer (\"only\" boolean NOT NULL DEFAULT true CHECK (\"only\"), \
        owner bytea NOT NULL, round bigint NOT NULL, PRIMARY KEY (\"only\"))",
    columns: "only boolean not null, owner bytea not null, round bigint not null",
    primary_key: "PRIMARY KEY (\"only\")",
};

/// What is there of a table; no row if there is nothing of its name.
const LOOK: &str = "\
    SELECT c.relkind = 'r' AND c.relpersistence = 'p', \
        coalesce((SELECT string_agg(a.attname::text || ' ' || format_type(a.atttypid, a.atttypmod) \
                || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, ', ' ORDER BY a.attnum) \
            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 \
            AND NOT a.attisdropped), ''), \
        coalesce((SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k \
            WHERE k.conrelid = c.oid AND k.contype = 'p'), '') \
    FROM pg_class c WHERE c.relnamespace = $1 AND c.relname = $2";

/// Whether a table is there; an error if it is another one of its name.
async fn is_there(
    session: &Session,
    client: &Client,
    database: &Database,
    shape: &Shape,
) -> Result<bool, StoreError> {
    let explain = |trouble: Trouble| database.unreachable(&trouble);
    let params: [&(dyn tokio_postgres::types::ToSql + Sync); 2] = [&session.schema, &shape.name];
    let row = client.query_opt(LOOK, &params).await.map_err(|error| explain(error.into()))?;
    let Some(row) = row else { return Ok(false) };
    let read = || -> Result<(bool, String, String), tokio_postgres::Error> {
        Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?))
    };
    let (is_table, columns, primary_key) = read().map_err(|error| explain(error.into()))?;
    if is_table && columns == shape.columns && primary_key == shape.primary_key {
        return Ok(true);
    }
    Err(database.foreign(format!("{} is another table than hushbot makes", shape.name)))
}

/// Whether the tables are there. An error if they are not ours, or one is without the other.
pub(super) async fn exists(session: &Session, database: &Database) -> Result<bool, StoreError> {
    let rows = is_there(session, &session.client, database, &ROWS).await?;
    let writer = is_there(session, &session.client, database, &WRITER).await?;
    match (rows, writer) {
        (true, false) => Err(database.foreign("hushbot_writer is missing".to_owned())),
        (false, true) => Err(database.foreign("hushbot_rows is missing".to_owned())),
        (both, _) => Ok(both),
    }
}

/// Makes the tables where there are none. Says whether it did.
pub(super) async fn make(session: &Session, database: &Database) -> Result<bool, StoreError> {
    if exists(session, database).await? {
        return Ok(false);
    }
    for shape in [&ROWS, &WRITER] {
        let made = session.client.batch_execute(shape.create).await;
        made.map_err(|error| database.unreachable(&error.into()))?;
    }
    Ok(true)
}

/// The format that the rows say they have; `None` if there are none. Rows without one are an
/// error: they are what is left of a store.
pub(super) async fn format(
    client: &Client,
    database: &Database,
) -> Result<Option<u32>, StoreError> {
    let explain = |error: tokio_postgres::Error| database.unreachable(&error.into());
    let tab = i16::from(Table::Meta.tag());
    let query = "SELECT value FROM hushbot_rows WHERE tab = $1 AND key = $2";
    let value: Option<Vec<u8>> =
        client.query_opt_scalar(query, &[&tab, &FORMAT_KEY]).await.map_err(explain)?;
    if let Some(value) = value {
        return read_format(&value).map(Some);
    }
    let query = "SELECT EXISTS (SELECT 1 FROM hushbot_rows)";
    if client.query_one_scalar(query, &[]).await.map_err(explain)? {
        return Err(database.foreign("its rows name no format".to_owned()));
    }
    Ok(None)
}

impl Database {
    /// The error of a database that can't be used from the start.
    pub(super) fn unreachable(&self, trouble: &Trouble) -> StoreError {
        StoreError::Unreachable { database: self.to_string(), reason: trouble.reason.clone() }
    }

    /// The error of tables that are not those of a store.
    pub(super) fn foreign(&self, reason: String) -> StoreError {
        StoreError::NotADatabaseOfHushbot { database: self.to_string(), reason }
    }
}
