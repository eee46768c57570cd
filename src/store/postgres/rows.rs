//! Rows on their way to the database.

use tokio_postgres::{Client, Error, Statement};

use crate::store::round::Pending;

/// What reads and writes rows, prepared on one connection.
pub(super) struct Statements {
    pub(super) fence: Statement,
    pub(super) read: Statement,
    pub(super) delete: Statement,
    pub(super) upsert: Statement,
    pub(super) advance: Statement,
}

impl Statements {
    pub(super) async fn prepare(client: &Client) -> Result<Self, Error> {
        Ok(Self {
            fence: client.prepare("SELECT owner, round FROM hushbot_writer FOR UPDATE").await?,
            read: client
                .prepare(
                    "SELECT r.tab, r.key, r.value FROM unnest($1::int2[], $2::bytea[]) AS w(tab, key) \
                     JOIN hushbot_rows r ON r.tab = w.tab AND r.key = w.key",
                )
                .await?,
            delete: client
                .prepare(
                    "DELETE FROM hushbot_rows r USING unnest($1::int2[], $2::bytea[]) AS w(tab, key) \
                     WHERE r.tab = w.tab AND r.key = w.key",
                )
                .await?,
            upsert: client
                .prepare(
                    "INSERT INTO hushbot_rows (tab, key, value) \
                     SELECT * FROM unnest($1::int2[], $2::bytea[], $3::bytea[]) \
                     ON CONFLICT (tab, key) DO UPDATE SET value = excluded.value",
                )
                .await?,
            advance: client.prepare("UPDATE hushbot_writer SET round = round + 1").await?,
        })
    }
}

/// Places in the form of the database: their tables' numbers, and their keys.
#[derive(Default)]
pub(super) struct Places<'a> {
    pub(super) tabs: Vec<i16>,
    pub(super) keys: Vec<&'a [u8]>,
}

impl<'a> Places<'a> {
    /// One more, by its bytes in the store.
    pub(super) fn push(&mut self, place: &'a [u8]) {
        if let Some((tag, key)) = place.split_first() {
            self.tabs.push(i16::from(*tag));
            self.keys.push(key);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tabs.is_empty()
    }
}

/// The bytes in the store of a place of the database; `None` if it can't be one of ours.
pub(super) fn place(tab: i16, key: &[u8]) -> Option<Vec<u8>> {
    u8::try_from(tab).ok().map(|tag| [&[tag], key].concat())
}

/// Rows to be written, in the form of the database.
#[derive(Default)]
pub(super) struct Writes<'a> {
    gone: Places<'a>,
    put: Places<'a>,
    values: Vec<&'a [u8]>,
}

impl<'a> Writes<'a> {
    pub(super) fn of(pending: &'a Pending) -> Self {
        let mut writes = Self::default();
        for (place, value) in pending {
            match value {
                Some(value) => writes.put(place, value),
                None => writes.gone.push(place),
            }
        }
        writes
    }

    /// One more row.
    pub(super) fn put(&mut self, place: &'a [u8], value: &'a [u8]) {
        self.put.push(place);
        self.values.push(value);
    }

    pub(super) async fn delete(&self, client: &Client, by: &Statement) -> Result<(), Error> {
        if !self.gone.is_empty() {
            client.execute(by, &[&self.gone.tabs, &self.gone.keys]).await?;
        }
        Ok(())
    }

    pub(super) async fn upsert(&self, client: &Client, by: &Statement) -> Result<(), Error> {
        if !self.put.is_empty() {
            client.execute(by, &[&self.put.tabs, &self.put.keys, &self.values]).await?;
        }
        Ok(())
    }
}
