//! Getting to the database, and what is said when it can't be got to.

use std::env;

use super::*;

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_unix_socket_leads_to_the_database() {
    let schema = Schema::new();
    let socket = env::var("HUSHBOT_TEST_DATABASE_SOCKET").unwrap().replace('/', "%2F");
    let server = schema::server();
    let (credentials, rest) = server.rsplit_once('@').unwrap();
    let port = rest.split_once(':').unwrap().1;
    for url in [
        schema.url_at(&format!("{credentials}@{socket}:{port}"), "&sslmode=disable"),
        schema.url_at(
            &format!("{credentials}@/postgres"),
            &format!("&host={socket}&port={}", port.split_once('/').unwrap().0),
        ),
    ] {
        let database = Database::parse(&url).unwrap();
        let store = PostgresStore::open_with(&database, HASTY, STEPS).await.unwrap();
        store.commit(put(b"k")).await.unwrap();
        assert!(has(&store, b"k").await);
        store.close().await;
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn what_is_wrong_with_the_address_is_said_without_secrets() {
    const MARKER: &str = "n0tforthelog";
    let schema = Schema::new();
    let server = schema::server();
    let (credentials, host) = server.rsplit_once('@').unwrap();
    let (host, _) = host.split_once('/').unwrap();
    let user = credentials.rsplit_once(':').unwrap().0;
    for (url, reason) in [
        (format!("{user}:{MARKER}@{host}/postgres"), "password authentication failed"),
        (format!("{credentials}@{host}/{MARKER}"), "does not exist"),
        (format!("postgres://u:{MARKER}@127.0.0.1:1/d"), "refused"),
        (format!("postgres://u:{MARKER}@no.such.host.invalid/d"), ""),
    ] {
        let database = format!("{url}?sslmode=disable&connect_timeout=2");
        let database = Database::parse(&database.into()).unwrap();
        let opened = PostgresStore::open_with(&database, HASTY, STEPS).await;
        let error = opened.err().expect("it should not open");
        assert!(matches!(error, StoreError::Unreachable { .. }), "{error}");
        assert!(error.to_string().contains(reason), "{error}");
        assert_eq!(error.to_string().lines().count(), 1);
        // The database's name is no secret.
        let shown = format!("{error} {error:?}");
        assert!(url.ends_with(MARKER) || !shown.contains(MARKER), "{error}");
        assert!(look_database(&database).await.is_err());
    }
    let elsewhere = schema.url("&sslmode=disable");
    let elsewhere = secrecy::ExposeSecret::expose_secret(&elsewhere)
        .replace(&format!("search_path%3D{}", schema.name), "search_path%3Dnone");
    let database = Database::parse(&elsewhere.into()).unwrap();
    let error = PostgresStore::open(&database).await.err().unwrap();
    assert!(error.to_string().contains("search_path"), "{error}");
}
