//! Holding the store: the writer's connection with the lock, and getting it again when it was lost.

use std::time::Duration;

use tokio::time::{sleep, timeout};

use super::{
    Database,
    lock::{Backend, Owner, try_lock, unlock},
    round::{Unwritten, owner_and_round, taken_over},
    rows::Statements,
    session::{Session, Trouble},
    state::Limits,
};

/// How long until the first try to get a lost connection again, and the longest pause between two.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(4);

/// A connection that has the lock.
pub(super) struct Held {
    pub(super) session: Session,
    pub(super) statements: Statements,
    pub(super) backend: Backend,
}

impl Held {
    /// Prepares a connection that has the lock for rounds.
    pub(super) async fn prepare(session: Session, limits: &Limits) -> Result<Self, Trouble> {
        // The server is to give up before we do: what it says then is certain.
        let statement = limits.answer.mul_f32(0.8).as_millis();
        let idle = limits.answer.as_millis() * 3;
        let settings = format!(
            "SET statement_timeout = {statement}; SET idle_in_transaction_session_timeout = {idle}"
        );
        session.client.batch_execute(&settings).await?;
        let statements = Statements::prepare(&session.client).await?;
        let backend = Backend::of(&session).await?;
        Ok(Self { session, statements, backend })
    }

    /// Gives the lock back and ends the connection.
    pub(super) async fn leave(self) {
        // The end of the connection does it, too, a moment later.
        let _ = timeout(Duration::from_secs(1), unlock(&self.session)).await;
        self.session.end().await;
    }
}

/// What it takes to get the store again.
pub(super) struct Connector {
    pub(super) database: Database,
    pub(super) limits: Limits,
    pub(super) owner: Owner,
}

impl Connector {
    /// Tries to get the store again until it has it, and gives the number of the last round that
    /// was committed; or says why the store is lost. `previous` is the session that was lost.
    pub(super) async fn regain(&self, previous: Option<Backend>) -> Result<(Held, i64), String> {
        let mut pause = FIRST_PAUSE;
        let mut last_reason = String::new();
        loop {
            match self.try_regain(previous).await {
                Ok(regained) => return Ok(regained),
                Err(Unwritten::TakenOver(reason)) => return Err(reason),
                Err(Unwritten::Trouble(Trouble { reason, .. })) if reason != last_reason => {
                    tracing::warn!(database = %self.database, reason, "the database is away: trying to reach it");
                    last_reason = reason;
                }
                Err(Unwritten::Trouble(_)) => {}
            }
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    async fn try_regain(&self, previous: Option<Backend>) -> Result<(Held, i64), Unwritten> {
        let session = Session::open(&self.database, self.limits.connect).await?;
        timeout(self.limits.answer, self.take(session, previous)).await?
    }

    /// Takes the lock on a new connection. Whoever has it knows that the transactions of the one
    /// before have ended: it is given back after them.
    async fn take(
        &self,
        session: Session,
        previous: Option<Backend>,
    ) -> Result<(Held, i64), Unwritten> {
        let is_locked = try_lock(&session).await?;
        let writer = "SELECT owner, round FROM hushbot_writer";
        let writer = session.client.query_opt(writer, &[]).await?;
        match owner_and_round(writer.as_ref())? {
            Some((owner, round)) if owner == self.owner.as_bytes() => {
                if !is_locked {
                    if let Some(previous) = previous {
                        previous.terminate(&session).await?;
                    }
                    return Err(Trouble::lost("the lock of the store is not free yet").into());
                }
                Ok((Held::prepare(session, &self.limits).await?, round))
            }
            found => Err(Unwritten::TakenOver(taken_over(found.as_ref()))),
        }
    }
}
