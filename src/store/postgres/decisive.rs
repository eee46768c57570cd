//! A transaction on a closed store whose end is known, even if the answer to COMMIT is lost.

use std::time::Duration;

use tokio::time::sleep;

use super::{
    Database,
    lock::{Owner, lock, take},
    session::{Session, Trouble},
    state::Limits,
};
use crate::store::StoreError;

/// How long another process may need to let go of the store. One that was stopped has done so.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often to ask how a transaction has ended, and how long between.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_secs(1);

/// A transaction that nobody else can write beside.
pub(super) struct Decisive<'a> {
    pub(super) session: Session,
    database: &'a Database,
    owner: Owner,
}

impl<'a> Decisive<'a> {
    /// Takes the lock and begins. Dropped before its end, it has changed nothing.
    pub(super) async fn begin(database: &'a Database) -> Result<Self, StoreError> {
        let explain = |trouble: Trouble| database.unreachable(&trouble);
        let owner = Owner::random().map_err(explain)?;
        let session = Session::open(database, Limits::DEFAULT.connect).await.map_err(explain)?;
        lock(&session, database, PATIENCE).await?;
        // Who commits behind our back, having lost the lock, makes it fail.
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ";
        session.client.batch_execute(begin).await.map_err(|error| explain(error.into()))?;
        Ok(Self { session, database, owner })
    }

    /// Fences everybody off who might have the store open without knowing that it is lost. The
    /// tables must be there.
    pub(super) async fn fence(&self) -> Result<(), StoreError> {
        let taken = take(&self.session.client, self.owner).await;
        taken.map_err(|trouble| self.database.unreachable(&trouble))
    }

    /// Commits. Each statement must have succeeded.
    pub(super) async fn commit(self) -> Result<Session, StoreError> {
        let Self { session, database, owner } = self;
        let Err(error) = session.client.batch_execute("COMMIT").await else {
            return Ok(session);
        };
        let trouble = Trouble::from(error);
        if trouble.is_refusal {
            return Err(trouble.error());
        }
        drop(session);
        for _ in 0..TRIES {
            sleep(PAUSE).await;
            match ended(database, owner).await {
                Ok((session, true)) => return Ok(session),
                Ok((_, false)) => return Err(trouble.error()),
                Err(_) => {}
            }
        }
        Err(trouble.doubtful())
    }
}

/// Whether the transaction of this owner was committed. Whoever has the lock knows that it has
/// ended.
async fn ended(database: &Database, owner: Owner) -> Result<(Session, bool), StoreError> {
    let explain = |trouble: Trouble| database.unreachable(&trouble);
    let session = Session::open(database, Limits::DEFAULT.connect).await.map_err(explain)?;
    lock(&session, database, PATIENCE).await?;
    let query = "SELECT coalesce((SELECT owner = $1 FROM hushbot_writer), false)";
    let is_ours = session.client.query_one_scalar(query, &[&owner.as_bytes()]).await;
    Ok((session, is_ours.map_err(|error| explain(error.into()))?))
}
