//! Opening the store.

use super::{
    Database,
    hold::Held,
    lock::{Owner, lock, take},
    migrate::migrate,
    schema,
    session::Session,
    state::Limits,
};
use crate::store::{FORMAT, StoreError, Table, format::FORMAT_KEY, steps::Step};

/// Takes the lock, makes the tables where there are none, becomes their owner, and brings the rows
/// into this program's format; all of it or nothing.
pub(super) async fn open(
    database: &Database,
    limits: &Limits,
    steps: &[Step],
) -> Result<(Held, Owner), StoreError> {
    let owner = Owner::random().map_err(|trouble| database.unreachable(&trouble))?;
    let session = Session::open(database, limits.connect).await;
    let session = session.map_err(|trouble| database.unreachable(&trouble))?;
    if let Err(error) = own(&session, database, limits, owner, steps).await {
        session.end().await;
        return Err(error);
    }
    let held = Held::prepare(session, limits).await;
    Ok((held.map_err(|trouble| database.unreachable(&trouble))?, owner))
}

async fn own(
    session: &Session,
    database: &Database,
    limits: &Limits,
    owner: Owner,
    steps: &[Step],
) -> Result<(), StoreError> {
    let explain = |error: tokio_postgres::Error| database.unreachable(&error.into());
    lock(session, database, limits.patience).await?;
    // In it each statement sees what others have committed before.
    let begin = "BEGIN ISOLATION LEVEL READ COMMITTED";
    session.client.batch_execute(begin).await.map_err(explain)?;
    settle(session, database, owner, steps).await?;
    // Each statement has succeeded: else COMMIT would roll back, and call that a success.
    session.client.batch_execute("COMMIT").await.map_err(explain)
}

async fn settle(
    session: &Session,
    database: &Database,
    owner: Owner,
    steps: &[Step],
) -> Result<(), StoreError> {
    let is_new = schema::make(session, database).await?;
    let client = &session.client;
    take(client, owner).await.map_err(|trouble| database.unreachable(&trouble))?;
    match schema::format(client, database).await? {
        Some(format) => {
            migrate(client, format, steps, |trouble| database.unreachable(&trouble)).await
        }
        // Everybody would be a stranger to an empty store, and the first who came could become its
        // admin.
        None if !is_new => Err(database.foreign("the rows are gone".to_owned())),
        None => {
            let query = "INSERT INTO hushbot_rows (tab, key, value) VALUES ($1, $2, $3)";
            let (tab, format) = (i16::from(Table::Meta.tag()), FORMAT.to_string().into_bytes());
            let written = client.execute(query, &[&tab, &FORMAT_KEY, &format]).await;
            written.map(drop).map_err(|error| database.unreachable(&error.into()))
        }
    }
}
