//! Reading, on a connection of its own.

use std::sync::Arc;

use tokio::{
    sync::Mutex,
    time::{Instant, timeout},
};
use tokio_postgres::{Row, Statement};

use super::{
    Database,
    session::{Session, Trouble},
    state::Limits,
};
use crate::store::{LONGEST_KEY, Page, Rows, StoreError, Table, range::Range};

/// A connection with its statements.
struct Reading {
    session: Session,
    get: Statement,
    forwards: Statement,
    backwards: Statement,
}

impl Reading {
    async fn open(database: &Database, limits: &Limits) -> Result<Self, Trouble> {
        let session = Session::open(database, limits.connect).await?;
        timeout(limits.answer, Self::prepare(session, limits)).await?
    }

    async fn prepare(session: Session, limits: &Limits) -> Result<Self, Trouble> {
        let statement = limits.answer.mul_f32(0.8).as_millis();
        session.client.batch_execute(&format!("SET statement_timeout = {statement}")).await?;
        let page = |order: &str| {
            format!(
                "SELECT key, value FROM hushbot_rows \
                 WHERE tab = $1 AND key >= $2 AND key < $3 ORDER BY key {order} LIMIT $4"
            )
        };
        let get = "SELECT value FROM hushbot_rows WHERE tab = $1 AND key = $2";
        let get = session.client.prepare(get).await?;
        let forwards = session.client.prepare(&page("ASC")).await?;
        let backwards = session.client.prepare(&page("DESC")).await?;
        Ok(Self { session, get, forwards, backwards })
    }

    async fn ask(&self, question: &Question<'_>) -> Result<Vec<Row>, Trouble> {
        let client = &self.session.client;
        Ok(match question {
            Question::Get { tab, key } => client.query(&self.get, &[tab, key]).await?,
            Question::Page { tab, start, end, is_reverse, limit } => {
                let by = if *is_reverse { &self.backwards } else { &self.forwards };
                client.query(by, &[tab, start, end, limit]).await?
            }
        })
    }
}

enum Question<'a> {
    Get { tab: i16, key: &'a [u8] },
    Page { tab: i16, start: Vec<u8>, end: Vec<u8>, is_reverse: bool, limit: i64 },
}

#[derive(Default)]
struct Slot {
    reading: Option<Arc<Reading>>,
    /// When a connection could not be made last, and why.
    failed: Option<(Instant, Trouble)>,
    is_closed: bool,
}

/// Reads rows. What it asks is sent at once, whatever is still to be answered.
pub(super) struct Reader {
    database: Database,
    limits: Limits,
    slot: Mutex<Slot>,
}

impl Reader {
    pub(super) fn new(database: Database, limits: Limits) -> Self {
        Self { database, limits, slot: Mutex::default() }
    }

    pub(super) async fn get(
        &self,
        table: Table,
        key: &[u8],
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let question = Question::Get { tab: table.tag().into(), key };
        let rows = self.ask(&question).await?;
        rows.first().map(|row| row.try_get(0)).transpose().map_err(unreadable)
    }

    pub(super) async fn page(
        &self,
        table: Table,
        prefix: &[u8],
        page: Page<'_>,
    ) -> Result<Rows, StoreError> {
        let Some(Range { start, end }) = Range::of(prefix, page.after, page) else {
            return Ok(Rows::new());
        };
        let question = Question::Page {
            tab: table.tag().into(),
            start,
            // Behind every key.
            end: end.unwrap_or_else(|| vec![0xff; LONGEST_KEY + 1]),
            is_reverse: page.reverse,
            limit: i64::try_from(page.limit).unwrap_or(i64::MAX),
        };
        let rows = self.ask(&question).await?;
        let pair = |row: &Row| Ok((row.try_get(0)?, row.try_get(1)?));
        rows.iter().map(pair).collect::<Result<_, _>>().map_err(unreadable)
    }

    /// Asks; once more, on another connection, if the first was lost.
    async fn ask(&self, question: &Question<'_>) -> Result<Vec<Row>, StoreError> {
        let mut is_second = false;
        loop {
            let reading = self.reading().await?;
            let answer = timeout(self.limits.answer, reading.ask(question)).await;
            match answer.map_err(Trouble::from).flatten() {
                Ok(rows) => return Ok(rows),
                Err(trouble) if trouble.is_refusal || is_second => return Err(trouble.error()),
                Err(_) => {
                    is_second = true;
                    self.forget(&reading).await;
                }
            }
        }
    }

    /// The connection; a new one if there is none or it was lost.
    async fn reading(&self) -> Result<Arc<Reading>, StoreError> {
        let begun = Instant::now();
        let mut slot = self.slot.lock().await;
        if slot.is_closed {
            return Err(StoreError::Closed);
        }
        if let Some(reading) = slot.reading.as_ref().filter(|reading| !reading.session.is_lost()) {
            return Ok(Arc::clone(reading));
        }
        // Those who waited for a try that failed are not to wait for another one each.
        if let Some((_, trouble)) = slot.failed.as_ref().filter(|(at, _)| *at > begun) {
            return Err(trouble.error());
        }
        match Reading::open(&self.database, &self.limits).await {
            Ok(reading) => {
                let reading = Arc::new(reading);
                slot.reading = Some(Arc::clone(&reading));
                Ok(reading)
            }
            Err(trouble) => {
                slot.reading = None;
                let error = trouble.error();
                slot.failed = Some((Instant::now(), trouble));
                Err(error)
            }
        }
    }

    async fn forget(&self, lost: &Arc<Reading>) {
        let mut slot = self.slot.lock().await;
        if slot.reading.as_ref().is_some_and(|reading| Arc::ptr_eq(reading, lost)) {
            slot.reading = None;
        }
    }

    /// Ends the connection. Nothing is read afterwards.
    pub(super) async fn close(&self) {
        let reading = {
            let mut slot = self.slot.lock().await;
            slot.is_closed = true;
            slot.reading.take()
        };
        if let Some(reading) = reading.and_then(Arc::into_inner) {
            reading.session.end().await;
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn unreadable(error: tokio_postgres::Error) -> StoreError {
    StoreError::Unreadable { reason: error.to_string() }
}
