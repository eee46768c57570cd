//! A schema of one's own for each test.

use std::{env, future::Future, thread};

use secrecy::SecretString;
use tokio_postgres::{Client, NoTls};

use super::*;

/// A schema with a random name; it is dropped with all it holds.
pub(super) struct Schema {
    pub(super) name: String,
}

/// The server's address, without parameters.
pub(super) fn server() -> String {
    env::var("HUSHBOT_TEST_DATABASE_URL")
        .expect("HUSHBOT_TEST_DATABASE_URL: see tests/postgres/run")
}

/// Limits that let a test see the end of them.
pub(super) const HASTY: Limits = Limits {
    patience: Duration::from_millis(600),
    connect: Duration::from_secs(2),
    answer: Duration::from_secs(2),
    away: Duration::from_secs(2),
    closing: Duration::from_secs(1),
    probe: Duration::from_millis(200),
};

impl Schema {
    pub(super) fn new() -> Self {
        let mut random = [0; 8];
        getrandom::fill(&mut random).unwrap();
        let name = format!("test_{:016x}", u64::from_be_bytes(random));
        now(format!("CREATE SCHEMA {name}"));
        Self { name }
    }

    /// An address with further parameters, each with a `&` in front.
    pub(super) fn url(&self, parameters: &str) -> SecretString {
        self.url_at(&server(), parameters)
    }

    /// The same at another server.
    pub(super) fn url_at(&self, server: &str, parameters: &str) -> SecretString {
        let name = &self.name;
        format!("{server}?application_name={name}&options=-c%20search_path%3D{name}{parameters}")
            .into()
    }

    pub(super) fn database(&self) -> Database {
        Database::parse(&self.url("&sslmode=disable")).unwrap()
    }

    pub(super) async fn store(&self) -> PostgresStore {
        PostgresStore::open(&self.database()).await.unwrap()
    }

    pub(super) async fn hasty(&self) -> PostgresStore {
        PostgresStore::open_with(&self.database(), HASTY, STEPS).await.unwrap()
    }

    /// Why the store does not open.
    pub(super) async fn refusal(&self) -> StoreError {
        let opened = PostgresStore::open_with(&self.database(), HASTY, STEPS).await;
        opened.err().expect("it should not open")
    }

    /// Somebody else in the schema.
    pub(super) async fn admin(&self) -> Client {
        connect(&self.url("&sslmode=disable")).await
    }

    /// Ends sessions of the stores in this schema; all, or those that have its lock. Gives their
    /// number back.
    pub(super) async fn cut(&self, admin: &Client, only_with_lock: bool) -> i64 {
        let query = "SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a \
            WHERE a.application_name = $1 AND (NOT $2 OR EXISTS ( \
                SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory'))";
        admin.query_one_scalar(query, &[&self.name, &only_with_lock]).await.unwrap()
    }
}

pub(super) async fn connect(url: &SecretString) -> Client {
    use secrecy::ExposeSecret as _;
    let url = format!("{}&application_name=admin", url.expose_secret());
    let config: tokio_postgres::Config = url.parse().unwrap();
    let (client, connection) = config.connect(NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// Runs a command on the server, from wherever it is called.
fn now(command: String) {
    block_on(async move {
        let url = format!("{}?sslmode=disable", server()).into();
        connect(&url).await.batch_execute(&command).await.unwrap();
    });
}

/// Waits for a future in a thread of its own, since the caller's runtime can't wait.
fn block_on(future: impl Future<Output = ()> + Send + 'static) {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    thread::spawn(move || runtime().block_on(future)).join().unwrap();
}

impl Drop for Schema {
    fn drop(&mut self) {
        // A session that is still at work would make it wait for ever.
        let drop = format!("SET lock_timeout = '10s'; DROP SCHEMA {} CASCADE", self.name);
        if !thread::panicking() {
            now(drop);
        }
    }
}
