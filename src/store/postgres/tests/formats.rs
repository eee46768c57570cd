//! Stores of other programs.

use super::*;
use crate::store::{FORMAT, format::FORMAT_KEY};

async fn opened_with_format(format: &str) -> Schema {
    let schema = Schema::new();
    let store = schema.store().await;
    let batch = Batch::new().put(Table::Meta, FORMAT_KEY, format).put(TABLE, b"k", "v");
    store.commit(batch).await.unwrap();
    store.close().await;
    schema
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_newer_format_is_refused_and_left_alone() {
    let schema = opened_with_format("99").await;
    for _ in 0..2 {
        let refused = schema.refusal().await;
        assert!(matches!(refused, StoreError::UnknownFormat { .. }), "{refused}");
    }
    let looked = look_database(&schema.database()).await.unwrap_err();
    assert!(matches!(looked, StoreError::UnknownFormat { .. }), "{looked}");
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn an_older_format_is_brought_up_to_date() {
    let schema = opened_with_format("1").await;
    assert_eq!(look_database(&schema.database()).await.unwrap().unwrap().format, 1);
    for _ in 0..2 {
        let store = schema.hasty().await;
        let format = store.get(Table::Meta, FORMAT_KEY).await.unwrap();
        assert_eq!(format, Some(FORMAT.to_string().into_bytes()));
        assert!(has(&store, b"k").await);
        store.close().await;
    }
}

/// Steps of a future program.
const FUTURE: [Step; 2] = [
    Step { to: FORMAT, changes: |_| panic!("this step was taken before") },
    Step {
        to: FORMAT + 1,
        changes: |read| {
            let rows = read(TABLE)?.into_iter();
            Ok(rows.fold(Batch::new(), |batch, (key, value)| {
                let longer = [&value[..], b"!"].concat();
                batch.delete(TABLE, &key).put(Table::Settings, &key, longer)
            }))
        },
    },
];

const FAILS: [Step; 2] = [
    FUTURE[1],
    Step {
        to: FORMAT + 2,
        changes: |_| Err(StoreError::BadRow { table: TABLE, reason: "it is odd".to_owned() }),
    },
];

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn the_steps_are_taken_all_or_none() {
    let schema = opened_with_format(&FORMAT.to_string()).await;
    let failed = PostgresStore::open_with(&schema.database(), HASTY, &FAILS).await;
    assert!(matches!(failed.err(), Some(StoreError::BadRow { .. })));
    let store = schema.hasty().await;
    assert!(has(&store, b"k").await);
    store.close().await;
    let store = PostgresStore::open_with(&schema.database(), HASTY, &FUTURE).await.unwrap();
    assert!(!has(&store, b"k").await);
    let moved = store.get(Table::Settings, b"k").await.unwrap();
    assert_eq!(moved.as_deref(), Some(&b"v!"[..]));
    store.close().await;
    let newer = schema.refusal().await;
    assert!(matches!(newer, StoreError::UnknownFormat { .. }), "{newer}");
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn tables_that_are_not_ours_are_left_alone() {
    for (what, reason) in [
        ("CREATE TABLE hushbot_rows (id bigint PRIMARY KEY, price money)", "another table"),
        ("CREATE VIEW hushbot_writer AS SELECT 1 AS one", "another table"),
        (
            "CREATE TABLE hushbot_rows (tab int2 NOT NULL, key bytea NOT NULL, value bytea NOT NULL)",
            "another table",
        ),
        (
            "CREATE UNLOGGED TABLE hushbot_rows (tab int2, key bytea, value bytea NOT NULL, \
            PRIMARY KEY (tab, key))",
            "another table",
        ),
        (
            "CREATE TABLE hushbot_rows (tab int2, key bytea, value bytea NOT NULL, \
            PRIMARY KEY (tab, key))",
            "hushbot_writer is missing",
        ),
    ] {
        let schema = Schema::new();
        let admin = schema.admin().await;
        admin.batch_execute(&format!("SET search_path = {}; {what}", schema.name)).await.unwrap();
        let refused = schema.refusal().await;
        assert!(matches!(refused, StoreError::NotADatabaseOfHushbot { .. }), "{refused}");
        assert!(refused.to_string().contains(reason), "{refused}");
        assert!(look_database(&schema.database()).await.is_err());
    }
}

/// Everybody would be a stranger to an empty store.
#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_store_whose_rows_are_gone_does_not_open_as_a_new_one() {
    let schema = opened_with_format("2").await;
    let admin = schema.admin().await;
    let set = format!("SET search_path = {}", schema.name);
    admin.batch_execute(&set).await.unwrap();
    for (harm, reason) in
        [("DELETE FROM hushbot_rows WHERE tab = 0", "no format"), ("TRUNCATE hushbot_rows", "gone")]
    {
        admin.batch_execute(harm).await.unwrap();
        let refused = schema.refusal().await;
        assert!(matches!(refused, StoreError::NotADatabaseOfHushbot { .. }), "{refused}");
        assert!(refused.to_string().contains(reason), "{refused}");
    }
}

/// A schema that comes first in the search path later must not hide the rows.
#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn the_tables_are_found_where_they_are() {
    let [first, second] = [Schema::new(), Schema::new()];
    let store = first.store().await;
    store.commit(put(b"k")).await.unwrap();
    store.close().await;
    let url = secrecy::ExposeSecret::expose_secret(&second.url("&sslmode=disable"))
        .replace(&second.name, &format!("{},{}", second.name, first.name));
    let database = Database::parse(&url.into()).unwrap();
    let store = PostgresStore::open_with(&database, HASTY, STEPS).await.unwrap();
    assert!(has(&store, b"k").await);
    let refused = first.refusal().await;
    assert!(matches!(refused, StoreError::DatabaseInUse { .. }), "{refused}");
    store.close().await;
}
