//! Where the bot of a house keeps everything: in a directory, or, with
//! `HUSHBOT_TEST_STORE=postgres`, in a schema of its own; and a store that can be taken away.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use futures_util::{FutureExt as _, future::BoxFuture};
use hushbot::{
    app::{App, StartError},
    config::{Config, STORE},
    store::{Batch, Page, Records, Rows, SledStore, Store, StoreError, Table, Vault},
};

use tokio::sync::watch;

use crate::{clock::HandClock, house::within, schema::Schema};

/// A key where there must be one.
pub(crate) const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

pub(crate) struct Keep {
    data: tempfile::TempDir,
    schema: Option<Schema>,
    moods: Option<Moods>,
}

impl Keep {
    pub(crate) fn new() -> Self {
        Self { data: tempfile::tempdir().unwrap(), schema: Schema::if_wanted(), moods: None }
    }

    /// The bot's settings about it.
    pub(crate) fn settings(&self) -> Vec<(&'static str, String)> {
        let data = ("HUSHBOT_DATA_DIR", self.data.path().to_str().unwrap().to_owned());
        let Some(schema) = &self.schema else { return vec![data] };
        let key = ("HUSHBOT_SECRET_KEY", KEY.to_owned());
        vec![data, ("DATABASE_URL", schema.url()), key]
    }

    /// From the next start on the store is a new one on the disk, and has moods.
    pub(crate) fn be_moody(&mut self) -> Moods {
        let _ = std::fs::remove_dir_all(self.data.path().join(STORE));
        self.moods.insert(Moods::default()).clone()
    }

    pub(crate) async fn build(
        &self,
        config: Config,
        clock: Arc<HandClock>,
    ) -> Result<App, StartError> {
        let Some(moods) = &self.moods else { return App::build(config, clock).await };
        let store = SledStore::open(&self.data.path().join(STORE))?;
        let store: Arc<dyn Store> = Arc::new(Moody { store, moods: moods.clone() });
        let vault = Vault::from_base64(&KEY.to_owned().into())?;
        let records = Records::open(Arc::clone(&store), vault).await?;
        App::over(config, clock, store, records).await
    }

    /// Where something can be read.
    pub(crate) async fn find(&self, text: &str) -> Option<String> {
        let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        for file in files(self.data.path()) {
            if holds(&std::fs::read(&file).unwrap()) {
                return Some(file.display().to_string());
            }
        }
        let schema = self.schema.as_ref()?;
        let rows = schema.admin().await;
        let rows = rows.query("SELECT tab, key, value FROM hushbot_rows", &[]).await.unwrap();
        assert!(!rows.is_empty(), "nothing is kept at all");
        rows.iter()
            .find(|row| holds(row.get(1)) || holds(row.get(2)))
            .map(|row| format!("a row of table {}", row.get::<_, i16>(0)))
    }
}

/// Every file below a directory.
fn files(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// What a store does, as a database may.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Mood {
    #[default]
    Well,
    /// It can be read, and takes nothing.
    Full,
    /// Neither.
    Away,
    /// It takes what is written, and nobody hears that it has.
    Mute,
    /// It says nothing at all.
    Stuck,
}

/// The mood of a store. Clones are the same one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Moods(Arc<watch::Sender<(Mood, usize)>>);

impl Moods {
    pub(crate) fn set(&self, mood: Mood) {
        self.0.send_replace((mood, 0));
    }

    /// Waits until the store has refused something in this mood.
    pub(crate) async fn shown(&self) {
        within(self.0.subscribe().wait_for(|(_, refused)| *refused > 0)).await.unwrap();
    }

    fn now(&self) -> Mood {
        self.0.borrow().0
    }

    fn refuse(&self) -> StoreError {
        self.0.send_modify(|(_, refused)| *refused += 1);
        unavailable()
    }

    fn readable(&self) -> Result<(), StoreError> {
        if self.now() == Mood::Away { Err(self.refuse()) } else { Ok(()) }
    }
}

fn unavailable() -> StoreError {
    StoreError::Unavailable { reason: "a mood".to_owned(), kind: None }
}

struct Moody {
    store: SledStore,
    moods: Moods,
}

impl Store for Moody {
    fn get<'a>(
        &'a self,
        table: Table,
        key: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        async move {
            self.moods.readable()?;
            self.store.get(table, key).await
        }
        .boxed()
    }

    fn page<'a>(
        &'a self,
        table: Table,
        prefix: &'a [u8],
        page: Page<'a>,
    ) -> BoxFuture<'a, Result<Rows, StoreError>> {
        async move {
            self.moods.readable()?;
            self.store.page(table, prefix, page).await
        }
        .boxed()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        async move {
            match self.moods.now() {
                Mood::Well => self.store.commit(batch).await,
                Mood::Mute => {
                    self.store.commit(batch).await.and_then(|()| Err(self.moods.refuse()))
                }
                Mood::Full | Mood::Away => Err(self.moods.refuse()),
                Mood::Stuck => {
                    drop(self.moods.refuse());
                    std::future::pending().await
                }
            }
        }
        .boxed()
    }

    fn health(&self) -> Result<(), StoreError> {
        match self.moods.now() {
            Mood::Well => self.store.health(),
            _ => Err(unavailable()),
        }
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.store.close()
    }
}
