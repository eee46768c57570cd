//! One connection to the database.

use std::{error::Error as _, fmt, future::poll_fn, io, time::Duration};

use tokio::{
    io::{AsyncRead, AsyncWrite},
    task::JoinHandle,
    time::{error::Elapsed, timeout},
};
use tokio_postgres::{
    Client, Connection, NoTls, Socket,
    config::SslMode,
    error::{Severity, SqlState},
};

use super::{Database, tls};

/// How long a polite end of a connection may take.
const FAREWELL: Duration = Duration::from_secs(2);

/// What every connection asks of the server first.
///
/// The rows are few, and found by their keys, whatever the planner believes to know of them. The
/// server looks after this side of the connection, too: what has gone away without a word is to
/// lose its lock soon.
const SETTINGS: &str = "\
    SET client_min_messages = error;\
    SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;\
    SET jit = off;\
    SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3;";

/// Makes the schema that holds our tables, or would hold them, the only one that is looked at: a
/// schema that somebody adds to the search path must not hide them. Gives its number and name.
const SETTLE_SCHEMA: &str = "\
    SELECT n.oid, set_config('search_path', quote_ident(n.nspname), false) \
    FROM pg_namespace n WHERE n.oid = coalesce(\
        (SELECT c.relnamespace FROM pg_class c WHERE c.oid = to_regclass('hushbot_rows')), \
        (SELECT s.oid FROM pg_namespace s WHERE s.nspname = current_schema()))";

/// Commits have to be on the disk when the server says that they are.
const SETTLE_SYNC: &str = "SELECT set_config('synchronous_commit', 'on', false) \
    WHERE current_setting('synchronous_commit') = 'off'";

/// What went wrong with the database.
#[derive(Debug, Clone)]
pub(super) struct Trouble {
    /// In one line, without secrets.
    pub(super) reason: String,
    /// What kind of error of the system it was, if it was one.
    pub(super) kind: Option<io::ErrorKind>,
    /// Whether the server has refused a statement, and the connection lives on.
    pub(super) is_refusal: bool,
    /// Whether it has refused because it only reads.
    pub(super) is_read_only: bool,
}

impl Trouble {
    pub(super) fn lost(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), kind: None, is_refusal: false, is_read_only: false }
    }

    pub(super) fn refused(reason: impl Into<String>) -> Self {
        Self { is_refusal: true, ..Self::lost(reason) }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl From<tokio_postgres::Error> for Trouble {
    fn from(error: tokio_postgres::Error) -> Self {
        let Some(said) = error.as_db_error() else {
            let mut reason = error.to_string();
            let mut source = error.source();
            while let Some(cause) = source {
                reason = format!("{reason}: {cause}");
                source = cause.source();
            }
            return Self::lost(one_line(&reason));
        };
        let ends = matches!(said.parsed_severity(), Some(Severity::Fatal | Severity::Panic));
        let kind = (*said.code() == SqlState::DISK_FULL).then_some(io::ErrorKind::StorageFull);
        // Without the details, which may quote a row.
        let is_read_only = *said.code() == SqlState::READ_ONLY_SQL_TRANSACTION;
        Self { reason: one_line(said.message()), kind, is_refusal: !ends, is_read_only }
    }
}

impl From<Elapsed> for Trouble {
    fn from(_: Elapsed) -> Self {
        Self { kind: Some(io::ErrorKind::TimedOut), ..Self::lost("it does not answer in time") }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An open connection, and the task that carries it. It is cut when it is dropped; to
/// [`end`](Self::end) it is politer.
pub(super) struct Session {
    pub(super) client: Client,
    /// The number of the schema that the tables are in.
    pub(super) schema: u32,
    driver: Driver,
}

/// Carries a connection until it is lost; to drop it is to cut the connection.
struct Driver(JoinHandle<Trouble>);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Session {
    /// Connects, within `limit`.
    pub(super) async fn open(database: &Database, limit: Duration) -> Result<Self, Trouble> {
        timeout(limit, Self::try_open(database)).await?
    }

    async fn try_open(database: &Database) -> Result<Self, Trouble> {
        let config = database.config();
        let (client, driver) = if config.get_ssl_mode() == SslMode::Disable {
            start(config.connect(NoTls).await?)
        } else {
            let connector = tls::connector(database.trust()).map_err(Trouble::lost)?;
            start(config.connect(connector).await?)
        };
        let mut session = Self { client, schema: 0, driver };
        session.client.batch_execute(SETTINGS).await?;
        let schema = session.client.query_opt(SETTLE_SCHEMA, &[]).await?;
        let schema = schema.ok_or_else(|| {
            Trouble::refused("its search_path names no schema that exists and may be used")
        })?;
        session.schema = schema.try_get(0)?;
        session.client.query_opt(SETTLE_SYNC, &[]).await?;
        Ok(session)
    }

    /// Returns when the connection is lost, and says why. Not to be called again then.
    pub(super) async fn lost(&mut self) -> Trouble {
        match (&mut self.driver.0).await {
            Ok(trouble) => trouble,
            Err(_) => Trouble::lost("its task has ended"),
        }
    }

    /// Whether the connection is known to be lost.
    pub(super) fn is_lost(&self) -> bool {
        self.client.is_closed()
    }

    /// Takes leave of the server.
    pub(super) async fn end(self) {
        let Self { client, mut driver, .. } = self;
        drop(client);
        // One that does not listen is cut.
        let _ = timeout(FAREWELL, &mut driver.0).await;
    }
}

fn start<S>((client, mut connection): (Client, Connection<Socket, S>)) -> (Client, Driver)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let driver = tokio::spawn(async move {
        loop {
            match poll_fn(|cx| connection.poll_message(cx)).await {
                // Notices and notifications are not for us.
                Some(Ok(_)) => {}
                Some(Err(error)) => return error.into(),
                None => return Trouble::lost("the connection was closed"),
            }
        }
    });
    (client, Driver(driver))
}
