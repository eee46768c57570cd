//! Going through all rows, some at a time.

use tokio_postgres::Client;

use super::{rows::place, session::Trouble};

/// How many rows at a time: three megabytes at most.
pub(super) const PAGE: u16 = 500;

/// A row's place and its value.
pub(super) type PlacedRow = (Vec<u8>, Vec<u8>);

/// All rows in the order of their places. Its transaction must see the same rows throughout, but
/// for those that are written to it on the way.
pub(super) struct Pages<'a> {
    client: &'a Client,
    after: (i16, Vec<u8>),
}

impl<'a> Pages<'a> {
    pub(super) fn of(client: &'a Client) -> Self {
        Self { client, after: (-1, Vec::new()) }
    }

    /// The next rows; none at the end.
    pub(super) async fn next(&mut self) -> Result<Vec<PlacedRow>, Trouble> {
        let query = "SELECT tab, key, value FROM hushbot_rows \
            WHERE (tab, key) > ($1, $2) ORDER BY tab, key LIMIT $3";
        let (tab, key) = &self.after;
        let limit = i64::from(PAGE);
        let rows = self.client.query(query, &[tab, key, &limit]).await?;
        let mut page = Vec::with_capacity(rows.len());
        for row in &rows {
            let (tab, key) = (row.try_get(0)?, row.try_get::<_, Vec<u8>>(1)?);
            let place = place(tab, &key).ok_or_else(|| {
                Trouble::refused(format!("it has a table {tab} that is none of hushbot's"))
            })?;
            page.push((place, row.try_get(2)?));
            self.after = (tab, key);
        }
        Ok(page)
    }
}
