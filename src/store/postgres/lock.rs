//! Who owns the store: a lock that others wait for, and a fence that stops whoever lost it.
//!
//! The lock is the connection's. It is politeness: it may be lost without anybody noticing. What
//! counts is the row in `hushbot_writer`. Each process that opens the store writes a new owner
//! there, and each round moves its number on in the transaction that writes the rows; so one whose
//! owner is there no more writes nothing, and the number tells whether a round was committed when
//! the connection was lost before the answer came.

use std::time::Duration;

use tokio::time::{Instant, sleep};
use tokio_postgres::Client;

use super::{
    Database,
    session::{Session, Trouble},
};
use crate::store::StoreError;

/// The first half of the lock's key: "hush". The second is the number of the schema.
const LOCK: i32 = 0x6875_7368;

/// How long between two tries to get the lock.
const PAUSE: Duration = Duration::from_millis(250);

/// The sessions that have the lock of this database and schema.
const HOLDERS: &str = "\
    FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted \
    AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()) \
    AND l.classid = $1::int4::oid AND l.objid = $2 AND l.objsubid = 2";

/// A process's name in `hushbot_writer`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Owner([u8; 16]);

impl Owner {
    /// A name that nobody has had.
    pub(super) fn random() -> Result<Self, Trouble> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)
            .map_err(|_| Trouble::refused("the system gives no random numbers"))?;
        Ok(Self(bytes))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A session as the server knows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backend {
    pid: i32,
    /// Numbers of processes come back; this one was born then, in seconds since 1970.
    since: f64,
}

impl Backend {
    pub(super) async fn of(session: &Session) -> Result<Self, Trouble> {
        let query = "SELECT pid, extract(epoch FROM backend_start)::float8 \
            FROM pg_stat_activity WHERE pid = pg_backend_pid()";
        let row = session.client.query_one(query, &[]).await?;
        Ok(Self { pid: row.try_get(0)?, since: row.try_get(1)? })
    }

    /// Ends this session, one of ours, if it still has the lock: the server may not know yet that
    /// its connection was lost.
    pub(super) async fn terminate(self, session: &Session) -> Result<(), Trouble> {
        let query = format!(
            "SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.pid = $3 \
             AND extract(epoch FROM a.backend_start)::float8 = $4 \
             AND a.pid IN (SELECT l.pid {HOLDERS})"
        );
        let Self { pid, since } = self;
        session.client.query(&query, &[&LOCK, &session.schema, &pid, &since]).await?;
        Ok(())
    }
}

/// Takes the lock if nobody has it.
pub(super) async fn try_lock(session: &Session) -> Result<bool, Trouble> {
    let query = "SELECT pg_try_advisory_lock($1, $2::oid::int4)";
    Ok(session.client.query_one_scalar(query, &[&LOCK, &session.schema]).await?)
}

/// Takes the lock, which another process may have for up to `patience` yet.
pub(super) async fn lock(
    session: &Session,
    database: &Database,
    patience: Duration,
) -> Result<(), StoreError> {
    let deadline = Instant::now() + patience;
    let mut is_told = false;
    while !try_lock(session).await.map_err(|trouble| database.unreachable(&trouble))? {
        if Instant::now() >= deadline {
            return Err(StoreError::DatabaseInUse { database: database.to_string() });
        }
        if !is_told && patience > PAUSE {
            is_told = true;
            tracing::info!(%database, "another process has the store: waiting for it to end");
        }
        sleep(PAUSE).await;
    }
    Ok(())
}

/// Gives the lock back. The server does so, too, as soon as it sees the end of the connection.
pub(super) async fn unlock(session: &Session) -> Result<(), Trouble> {
    let query = "SELECT pg_advisory_unlock($1, $2::oid::int4)";
    session.client.query(query, &[&LOCK, &session.schema]).await?;
    Ok(())
}

/// Whether anybody has the lock.
pub(super) async fn is_locked(session: &Session) -> Result<bool, Trouble> {
    let query = format!("SELECT EXISTS (SELECT 1 {HOLDERS})");
    Ok(session.client.query_one_scalar(&query, &[&LOCK, &session.schema]).await?)
}

/// Writes `owner` into `hushbot_writer`: from now on nobody else writes. It waits for a
/// transaction that has passed the fence.
pub(super) async fn take(client: &Client, owner: Owner) -> Result<(), Trouble> {
    let query = "INSERT INTO hushbot_writer (owner, round) VALUES ($1, 0) \
        ON CONFLICT (\"only\") DO UPDATE SET owner = excluded.owner, round = 0";
    client.execute(query, &[&owner.as_bytes()]).await?;
    Ok(())
}
