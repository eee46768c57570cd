//! Bringing the rows of an older program into the format of this one, within the transaction that
//! opens the store: there is nothing between before and after, so that no file is saved before.

use std::collections::BTreeMap;

use tokio_postgres::Client;

use super::{
    rows::{Statements, Writes},
    session::Trouble,
};
use crate::store::{
    Rows, StoreError, Table,
    format::FORMAT_KEY,
    round::{Decided, decide},
    steps::Step,
};

/// Takes the steps that rows of format `from` lack.
pub(super) async fn migrate(
    client: &Client,
    from: u32,
    steps: &[Step],
    explain: impl Fn(Trouble) -> StoreError + Copy,
) -> Result<(), StoreError> {
    let steps: Vec<_> = steps.iter().filter(|step| step.to > from).collect();
    if steps.is_empty() {
        return Ok(());
    }
    let by = Statements::prepare(client).await.map_err(|error| explain(error.into()))?;
    for step in steps {
        let tables = read_all(client).await.map_err(explain)?;
        let read = |table: Table| Ok(tables.get(&table).cloned().unwrap_or_default());
        let batch = (step.changes)(&read)?.put(Table::Meta, FORMAT_KEY, step.to.to_string());
        batch.check()?;
        let Ok(Decided { writes, .. }) =
            decide([&batch].into_iter(), |_, _| Ok::<_, std::convert::Infallible>(true));
        let writes = Writes::of(&writes);
        writes.delete(client, &by.delete).await.map_err(|error| explain(error.into()))?;
        writes.upsert(client, &by.upsert).await.map_err(|error| explain(error.into()))?;
        tracing::info!(to = step.to, "the store had an older format: it is brought up to date");
    }
    Ok(())
}

async fn read_all(client: &Client) -> Result<BTreeMap<Table, Rows>, Trouble> {
    let mut tables = BTreeMap::<Table, Rows>::new();
    let query = "SELECT tab, key, value FROM hushbot_rows ORDER BY tab, key";
    for row in client.query(query, &[]).await? {
        let tag: i16 = row.try_get(0)?;
        if let Some(table) = u8::try_from(tag).ok().and_then(Table::from_tag) {
            tables.entry(table).or_default().push((row.try_get(1)?, row.try_get(2)?));
        }
    }
    Ok(tables)
}
