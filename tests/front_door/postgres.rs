//! The bot on a PostgreSQL database: through the binary.

use std::{path::PathBuf, process::Output};

use hushbot::sandbox::telegram::View;
use serde_json::Value;
use tokio::{
    io::AsyncReadExt as _,
    process::{Child, Command},
};

use crate::{
    binary::{fails, hushbot, signal},
    doctor::{doctor, row, status},
    house::{ADMIN, SILENT, private, within},
    keep::KEY,
    keys::Scene,
    schema::Schema,
};

/// A marker in place of a password.
const PASSWORD: &str = "n0tas3cret";
const OTHER_KEY: &str = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

/// A scene whose bot has its rows in a schema, and no directory at all.
pub(crate) struct Stage {
    pub(crate) scene: Scene,
    pub(crate) schema: Schema,
    url: String,
}

impl Stage {
    pub(crate) async fn connected() -> Self {
        let schema = Schema::new();
        let url = schema.url();
        let settings = Self::settings_of(&url);
        Self { scene: Scene::connected(&settings).await, schema, url }
    }

    fn settings_of(url: &str) -> [(&str, &str); 3] {
        // A place that can't be made: it is not needed.
        let data = ("HUSHBOT_DATA_DIR", "/proc/no/such/place");
        [("DATABASE_URL", url), ("HUSHBOT_SECRET_KEY", KEY), data]
    }

    fn settings(&self) -> [(&str, &str); 3] {
        Self::settings_of(&self.url)
    }

    pub(crate) fn command(&self) -> Command {
        self.scene.command(&self.settings())
    }

    /// A bot that listens.
    pub(crate) async fn start(&self) -> Child {
        let before = self.scene.telegram.calls().last().map_or(0, |call| call.number);
        let bot = self.command().spawn().unwrap();
        let polls = |view: &View<'_>| {
            view.calls().any(|call| call.number > before && call.method == "getUpdates")
        };
        within(self.scene.telegram.wait_until(|view| polls(view))).await;
        bot
    }

    pub(crate) async fn say(&self, text: &str) -> String {
        let telegram = &self.scene.telegram;
        let asked = telegram.say(private(ADMIN), ADMIN, text);
        within(telegram.next_bot_message(private(ADMIN), asked)).await.text
    }

    fn path(&self, name: &str) -> PathBuf {
        self.scene.data.path().join(name)
    }

    pub(crate) fn switches(&self) -> usize {
        self.scene.portal.calls().iter().filter(|call| call.method == SILENT).count()
    }
}

/// Runs what must succeed. What it said.
async fn done(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = within(command.output()).await.unwrap();
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

/// The status and the finding of the row with exactly this name.
fn exactly<'a>(report: &'a Value, name: &str) -> Vec<(&'a str, &'a str)> {
    let checks = report["checks"].as_array().unwrap().iter();
    let found = checks.filter(|check| check["name"] == name);
    found.map(|c| (c["status"].as_str().unwrap(), c["finding"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn a_wrong_address_and_a_missing_key_are_settings_errors() {
    let data = tempfile::tempdir().unwrap();
    let url = format!("mysql://bot:{PASSWORD}@db.example/hushbot");
    for arguments in
        [&["run"][..], &["backup", "file"], &["restore", "file"], &["rekey"], &["health"]]
    {
        let mut command = hushbot(data.path());
        command.args(arguments).env("DATABASE_URL", &url).env("HUSHBOT_SECRET_KEY", KEY);
        let line = fails(&mut command, 2).await;
        assert!(line.contains("DATABASE_URL") && !line.contains(PASSWORD), "{line}");
    }
    let url = format!("postgres://bot:{PASSWORD}@127.0.0.1:9/hushbot");
    for command in ["run", "rekey"] {
        let line = fails(hushbot(data.path()).arg(command).env("DATABASE_URL", &url), 2).await;
        assert!(line.contains("HUSHBOT_SECRET_KEY") && !line.contains(PASSWORD), "{line}");
    }
    assert_eq!(std::fs::read_dir(data.path()).unwrap().count(), 0, "nothing is made");
}

#[tokio::test]
async fn an_address_in_a_file_is_one_too() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("url");
    std::fs::write(&file, format!("mysql://bot:{PASSWORD}@db.example/hushbot\n")).unwrap();
    let line = fails(hushbot(data.path()).env("DATABASE_URL_FILE", &file), 2).await;
    assert!(line.contains("DATABASE_URL") && !line.contains(PASSWORD), "{line}");
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_named_without_its_password() {
    let data = tempfile::tempdir().unwrap();
    let url = format!("postgres://bot:{PASSWORD}@127.0.0.1:9/hushbot");
    let command = || {
        let mut command = hushbot(data.path());
        command.env("DATABASE_URL", &url).env("HUSHBOT_SECRET_KEY", KEY);
        command
    };
    let file = data.path().join("file");
    for arguments in [&["run"][..], &["backup", file.to_str().unwrap()], &["health"]] {
        let line = fails(command().args(arguments), 1).await;
        assert!(line.contains("127.0.0.1:9/hushbot") && !line.contains(PASSWORD), "{line}");
    }
    let report = doctor(&mut command()).await;
    let [(bad, finding)] = exactly(&report, "database")[..] else { panic!("{report:#}") };
    assert!(bad == "error" && finding.contains("127.0.0.1:9/hushbot"), "{finding}");
    assert!(!report.to_string().contains(PASSWORD));
    for name in ["directory", "disk", "room"] {
        assert!(exactly(&report, name).is_empty(), "{name} in {report:#}");
    }
    assert_eq!(std::fs::read_dir(data.path()).unwrap().count(), 0, "nothing is made");
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_bot_without_a_directory_survives_its_death() {
    let stage = Stage::connected().await;
    let mut bot = stage.start().await;
    assert!(stage.say("/silent 2024 on").await.starts_with('🔇'));
    // The next answer of the chat comes when that one is settled.
    stage.say("/whoami").await;
    bot.kill().await.unwrap();
    // At once: the database may not know yet that the first one is dead.
    let bot = stage.start().await;
    // What was not settled is answered once more, so the first answer may be another one's.
    let telegram = &stage.scene.telegram;
    let asked = telegram.say(private(ADMIN), ADMIN, "/silenced");
    let listed = |view: &View<'_>| {
        let mut after = view.messages(private(ADMIN)).filter(|m| m.from_bot && m.id > asked);
        after.any(|message| message.text.contains("2024"))
    };
    within(telegram.wait_until(|view| listed(view))).await;
    assert_eq!(stage.switches(), 1, "nothing is repeated");
    assert_eq!(signal(bot, "-TERM").await.code(), Some(0));
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_first_start_says_so_and_a_second_one_does_not() {
    let stage = Stage::connected().await;
    let log = async |url: &str| {
        let settings = Stage::settings_of(url);
        let before = stage.scene.telegram.calls().last().map_or(0, |call| call.number);
        let mut bot = stage.scene.command(&settings).spawn().unwrap();
        let mut stderr = bot.stderr.take().unwrap();
        let polls = |view: &View<'_>| {
            view.calls().any(|call| call.number > before && call.method == "getUpdates")
        };
        within(stage.scene.telegram.wait_until(|view| polls(view))).await;
        signal(bot, "-TERM").await;
        let mut log = String::new();
        stderr.read_to_string(&mut log).await.unwrap();
        log
    };
    let other = Schema::new();
    assert!(log(&other.url()).await.contains("first start"));
    let known = log(&stage.url).await;
    assert!(!known.contains("first start") && !known.contains("WARN"), "{known}");
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn health_and_doctor_look_at_the_database_and_take_nothing_from_the_bot() {
    let stage = Stage::connected().await;
    let health = async || within(stage.command().arg("health").output()).await.unwrap().status;
    assert_eq!(health().await.code(), Some(1));
    for runs in [false, true] {
        let bot = if runs { Some(stage.start().await) } else { None };
        assert_eq!(health().await.success(), runs);
        let report = doctor(&mut stage.command()).await;
        for name in ["database", "store", "key", "token"] {
            assert_eq!(status(&report, name), "ok", "{name} in {report:#}");
        }
        for name in ["directory", "disk", "room"] {
            assert!(exactly(&report, name).is_empty(), "{name} in {report:#}");
        }
        let used = exactly(&report, "store").iter().any(|(_, found)| found.contains("in use"));
        assert_eq!(used, runs, "{report:#}");
        // The portals are asked beside a running bot, too.
        let (well, finding) = row(&report, &format!("of {ADMIN}"));
        assert!(well == "ok" && finding.contains("Olga Nord"), "{finding}");
        if let Some(bot) = bot {
            assert!(stage.say("/silent 2024 on").await.starts_with('🔇'));
            assert_eq!(signal(bot, "-TERM").await.code(), Some(0));
        }
    }
    let other = [("DATABASE_URL", stage.url.as_str()), ("HUSHBOT_SECRET_KEY", OTHER_KEY)];
    let report = doctor(&mut stage.scene.command(&other)).await;
    assert!(row(&report, "key").1.contains("another key"), "{report:#}");
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_store_moves_to_a_database_and_back() {
    let scene = Scene::connected(&[("HUSHBOT_SECRET_KEY", KEY)]).await;
    let schema = Schema::new();
    let url = schema.url();
    let (there, back) = (scene.data.path().join("there"), scene.data.path().join("back"));
    done(scene.command(&[]).arg("backup").arg(&there)).await;
    let database = Stage::settings_of(&url);
    done(scene.command(&database).arg("restore").arg(&there)).await;
    // Nothing is written over.
    fails(scene.command(&database).arg("restore").arg(&there), 1).await;
    let bot = scene.command(&database).spawn().unwrap();
    let asked = scene.telegram.say(private(ADMIN), ADMIN, "/silent 2024 on");
    let on = within(scene.telegram.next_bot_message(private(ADMIN), asked)).await;
    assert!(on.text.starts_with('🔇'), "{}", on.text);
    // Beside the running bot.
    done(scene.command(&database).arg("backup").arg(&back)).await;
    fails(scene.command(&database).arg("restore").arg(&back), 1).await;
    assert_eq!(signal(bot, "-TERM").await.code(), Some(0));
    let home = scene.data.path().join("home");
    let disk = [("HUSHBOT_DATA_DIR", home.to_str().unwrap()), ("HUSHBOT_SECRET_KEY", KEY)];
    done(scene.command(&disk).arg("restore").arg(&back)).await;
    let listed = scene.ask(&disk, "/silenced").await;
    assert!(listed.contains("2024"), "{listed}");
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn the_key_of_a_database_is_changed_after_a_backup() {
    let stage = Stage::connected().await;
    let data = stage.path("data");
    let new = stage.path("new.key");
    let rekey = |key: &str| {
        let mut command = stage.command();
        command.arg("rekey").env("HUSHBOT_DATA_DIR", &data).env("HUSHBOT_SECRET_KEY", key);
        command
    };
    // While a bot runs nothing is changed.
    let bot = stage.start().await;
    let line = fails(rekey(KEY).env("HUSHBOT_NEW_SECRET_KEY", OTHER_KEY), 1).await;
    assert!(line.contains("in use"), "{line}");
    assert_eq!(signal(bot, "-TERM").await.code(), Some(0));
    fails(&mut rekey(KEY), 2).await;
    done(rekey(KEY).env("HUSHBOT_NEW_SECRET_KEY", OTHER_KEY)).await;
    let line = fails(&mut stage.command(), 1).await;
    assert!(line.contains("another key"), "{line}");
    let said = done(rekey(OTHER_KEY).arg("--write-key").arg(&new)).await;
    let key = std::fs::read_to_string(&new).unwrap();
    assert!(!said.contains(key.trim()), "{said}");
    let settings = [("DATABASE_URL", stage.url.as_str()), ("HUSHBOT_SECRET_KEY", key.trim())];
    let on = stage.scene.ask(&settings, "/silent 2024 on").await;
    assert!(on.starts_with('🔇'), "{on}");
    // Two in one second have one name.
    let backups = std::fs::read_dir(data.join("backups")).unwrap().count();
    assert!((1..=2).contains(&backups), "{backups}");
}
