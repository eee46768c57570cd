//! What `sslmode` makes of a server with a certificate of an authority that nobody knows.

use std::env;

use super::{
    super::session::{Session, Trouble},
    *,
};

async fn connect(database: &Database) -> Result<(Session, bool), Trouble> {
    let session = Session::open(database, HASTY.connect).await?;
    let query = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let is_encrypted = session.client.query_one_scalar(query, &[]).await?;
    Ok((session, is_encrypted))
}

fn authority() -> String {
    env::var("HUSHBOT_TEST_DATABASE_CA").unwrap()
}

/// The server by another name, which its certificate does not have.
fn nameless() -> String {
    schema::server().replace("@localhost:", "@127.0.0.1:")
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn the_server_is_believed_as_far_as_sslmode_says() {
    let schema = Schema::new();
    let ca = authority();
    let own = ca.replace("ca.crt", "server.crt");
    let (named, nameless) = (schema::server(), nameless());
    let root = |mode: &str, file: &str| format!("&sslmode={mode}&sslrootcert={file}");
    for (server, parameters, is_encrypted) in [
        (&named, String::new(), true),
        (&named, "&sslmode=disable".to_owned(), false),
        (&named, "&sslmode=prefer".to_owned(), true),
        (&named, "&sslmode=require".to_owned(), true),
        (&nameless, "&sslmode=require".to_owned(), true),
        (&named, root("require", &ca), true),
        (&nameless, root("verify-ca", &ca), true),
        (&named, root("verify-full", &ca), true),
        (&named, root("verify-full", &own), true),
        (&nameless, root("verify-ca", &own), true),
    ] {
        let database = Database::parse(&schema.url_at(server, &parameters)).unwrap();
        let (session, found) = connect(&database).await.expect(&parameters);
        assert_eq!(found, is_encrypted, "{parameters}");
        session.end().await;
    }
    for (server, parameters, reason) in [
        (&named, "&sslmode=verify-full".to_owned(), "UnknownIssuer"),
        (&named, "&sslmode=verify-ca".to_owned(), "UnknownIssuer"),
        (&nameless, root("verify-full", &ca), "not valid for name"),
        (&nameless, root("verify-full", &own), "not valid for name"),
        (&named, root("verify-full", "/none"), "sslrootcert /none"),
    ] {
        let database = Database::parse(&schema.url_at(server, &parameters)).unwrap();
        let trouble = connect(&database).await.err().expect(&parameters);
        assert!(trouble.to_string().contains(reason), "{parameters}: {trouble}");
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_store_works_over_an_encrypted_connection() {
    let schema = Schema::new();
    let parameters = format!("&sslmode=verify-full&sslrootcert={}", authority());
    let database = Database::parse(&schema.url(&parameters)).unwrap();
    let store = PostgresStore::open_with(&database, HASTY, STEPS).await.unwrap();
    store.commit(put(b"k")).await.unwrap();
    assert!(has(&store, b"k").await);
    store.close().await;
}
