//! The process: started, killed, started again.

use std::{
    fs::OpenOptions,
    path::{Path, PathBuf},
    process::Stdio,
    time::Instant,
};

use hushbot::sandbox::telegram::BotApi;
use tokio::process::{Child, Command};

use crate::{schema::Schema, world::ADMINS};

/// A key where there must be one.
const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

/// The running bot, and when its ancestors were killed.
pub(crate) struct Bot {
    data: PathBuf,
    database: Option<String>,
    telegram: BotApi,
    admins: String,
    child: Child,
    pub(crate) kills: Vec<Kill>,
}

/// A death: between these moments.
#[derive(Clone, Copy)]
pub(crate) struct Kill {
    /// Before the signal.
    pub(crate) from: Instant,
    /// When the process was gone.
    pub(crate) to: Instant,
}

impl Bot {
    /// Starts the bot; `admins` many people are its admins.
    pub(crate) fn start(
        telegram: &BotApi,
        data: &Path,
        schema: Option<&Schema>,
        admins: usize,
    ) -> Self {
        let ids = (0..admins as u64).map(|n| (ADMINS + n).to_string());
        let admins = ids.collect::<Vec<_>>().join(",");
        let database = schema.map(Schema::url);
        let child = spawn(telegram, data, database.as_deref(), &admins);
        let (data, telegram, kills) = (data.to_owned(), telegram.clone(), Vec::new());
        Self { data, database, telegram, admins, child, kills }
    }

    /// SIGKILL, and a new process on the same data at once.
    pub(crate) async fn kill_and_restart(&mut self) {
        let from = Instant::now();
        self.child.kill().await.unwrap();
        self.kills.push(Kill { from, to: Instant::now() });
        let database = self.database.as_deref();
        self.child = spawn(&self.telegram, &self.data, database, &self.admins);
    }

    /// Ends the bot as a deployment does, so that what it has in work is done. Its kills.
    pub(crate) async fn stop(mut self) -> Vec<Kill> {
        if let Some(status) = self.child.try_wait().unwrap() {
            panic!("the bot ended by itself: {status}; its log: {}", self.log());
        }
        let pid = self.child.id().unwrap().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().await.unwrap().success());
        self.child.wait().await.unwrap();
        self.kills
    }

    /// What the processes have logged.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.data.join("log")).unwrap_or_default()
    }
}

fn spawn(telegram: &BotApi, data: &Path, database: Option<&str>, admins: &str) -> Child {
    let log = OpenOptions::new().create(true).append(true).open(data.join("log")).unwrap();
    Command::new(env!("CARGO_BIN_EXE_hushbot"))
        .env_clear()
        .current_dir(data)
        .env("TELOXIDE_TOKEN", telegram.token())
        .env("TELOXIDE_API_URL", telegram.url())
        .env("HUSHBOT_ADMINS", admins)
        .env("HUSHBOT_DATA_DIR", data.join("data"))
        .envs(database.map(|url| ("DATABASE_URL", url)))
        .envs(database.map(|_| ("HUSHBOT_SECRET_KEY", KEY)))
        .env("HUSHBOT_ALLOW_INSECURE_PORTALS", "true")
        // The portal's pace is the local one's.
        .env("HUSHBOT_PORTAL_RATE", "0")
        .env("RUST_LOG", std::env::var("HUSHBOT_CRASH_LOG").unwrap_or_else(|_| "warn".to_owned()))
        .stdout(Stdio::null())
        .stderr(log)
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}
