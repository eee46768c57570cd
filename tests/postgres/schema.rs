//! A schema of one's own in the server that `HUSHBOT_TEST_DATABASE_URL` names.

use std::{env, future::Future, thread};

use tokio_postgres::{Client, NoTls};

/// A schema with a random name. It is dropped with all it holds.
pub(crate) struct Schema {
    name: String,
}

/// The server's address, without parameters.
fn server() -> String {
    env::var("HUSHBOT_TEST_DATABASE_URL")
        .expect("HUSHBOT_TEST_DATABASE_URL: see tests/postgres/run")
}

impl Schema {
    pub(crate) fn new() -> Self {
        let name = format!("test_{:016x}", getrandom::u64().unwrap());
        now(format!("CREATE SCHEMA {name}"));
        Self { name }
    }

    /// A schema if the whole suite is to run on PostgreSQL (`HUSHBOT_TEST_STORE=postgres`).
    pub(crate) fn if_wanted() -> Option<Self> {
        match env::var("HUSHBOT_TEST_STORE").as_deref() {
            Ok("postgres") => Some(Self::new()),
            Ok("sled") | Err(_) => None,
            Ok(other) => panic!("HUSHBOT_TEST_STORE: {other:?} is neither sled nor postgres"),
        }
    }

    /// Its address for a bot.
    pub(crate) fn url(&self) -> String {
        self.url_at(&server())
    }

    /// The same at another server, or on the way of another address to it.
    fn url_at(&self, server: &str) -> String {
        let Self { name } = self;
        let parameters = format!("options=-c%20search_path%3D{name}&application_name={name}");
        format!("{server}?{parameters}")
    }

    /// Somebody else in the schema.
    pub(crate) async fn admin(&self) -> Client {
        connect(&self.url_at(&server()).replace("application_name=", "application_name=admin_"))
            .await
    }
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// Runs commands on the server, from wherever it is called.
fn now(commands: String) {
    block_on(async move {
        let url = format!("{}?sslmode=disable", server());
        connect(&url).await.batch_execute(&commands).await.unwrap();
    });
}

/// Waits for a future in a thread of its own, since the caller's runtime can't wait.
fn block_on(future: impl Future<Output = ()> + Send + 'static) {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let waited = thread::spawn(move || runtime().block_on(future)).join();
    // In the end of a test that has failed already, that is what counts.
    assert!(waited.is_ok() || thread::panicking(), "the server does not do it");
}

impl Drop for Schema {
    fn drop(&mut self) {
        let Self { name } = self;
        // A bot that was killed may have left a session with an open transaction.
        now(format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE application_name = '{name}'; \
             SET lock_timeout = '10s'; SET client_min_messages = error; \
             DROP SCHEMA {name} CASCADE"
        ));
    }
}
