//! The binary itself: what it needs, how it fails, how it stops.

use std::{
    path::Path,
    process::{ExitStatus, Output, Stdio},
};

use hushbot::{
    sandbox::telegram::{self, BotApi},
    store::{Batch, SledStore, Store as _, Table},
};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader},
    process::{Child, Command},
};

use crate::house::{ADMIN, private, token_in, within};

/// The bot with all settings that it needs, and a Telegram that nobody answers for.
pub(crate) fn hushbot(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hushbot"));
    command
        .env_clear()
        .current_dir(data)
        .env("TELOXIDE_TOKEN", "4242:sandbox-token-that-opens-nothing")
        .env("TELOXIDE_API_URL", "http://127.0.0.1:9")
        .env("HUSHBOT_ADMINS", ADMIN.to_string())
        .env("HUSHBOT_DATA_DIR", data.join("data"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Runs what must fail with this exit code. Its one line.
pub(crate) async fn fails(command: &mut Command, code: i32) -> String {
    let Output { status, stderr, .. } = within(command.output()).await.unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(code), "{stderr}");
    let last = stderr.lines().last().unwrap_or_default().to_owned();
    assert!(last.starts_with("hushbot: "), "{stderr}");
    last
}

pub(crate) async fn signal(mut bot: Child, name: &str) -> ExitStatus {
    let pid = bot.id().unwrap().to_string();
    assert!(Command::new("kill").args([name, &pid]).status().await.unwrap().success());
    within(bot.wait()).await.unwrap()
}

pub(crate) fn know(telegram: &BotApi, id: u64) {
    let first_name = "Ada".to_owned();
    telegram.add_user(telegram::User { id, first_name, username: None, language_code: None });
}

#[tokio::test]
async fn a_wrong_setting_is_named_in_one_line() {
    let data = tempfile::tempdir().unwrap();
    for (name, value) in [
        ("TELOXIDE_TOKEN", ""),
        ("TELOXIDE_TOKEN", "nonsense"),
        ("TELOXIDE_API_URL", "nonsense"),
        ("TELOXIDE_PROXY", "nonsense"),
        ("HUSHBOT_ADMINS", "anna"),
        ("HUSHBOT_ALLOW_INSECURE_PORTALS", "perhaps"),
        ("HUSHBOT_DEFAULT_LOCALE", "tlh"),
        ("HUSHBOT_LOG_FORMAT", "xml"),
        ("HUSHBOT_SECRET_KEY", "too-short"),
        ("RUST_LOG", "hushbot=loud"),
    ] {
        let line = fails(hushbot(data.path()).env(name, value), 2).await;
        assert!(line.contains(name), "{line}");
    }
    std::fs::write(data.path().join(".env"), "HUSHBOT_LOG_FORMAT=xml\n").unwrap();
    assert!(fails(&mut hushbot(data.path()), 2).await.contains("HUSHBOT_LOG_FORMAT"));
}

#[tokio::test]
async fn a_store_that_can_not_be_used_is_named_in_one_line() {
    let data = tempfile::tempdir().unwrap();
    let within_it = |name: &str| data.path().join(name);
    // Not writable, also for root: a file where the directory should be.
    std::fs::write(within_it("file"), "").unwrap();
    let mut command = hushbot(data.path());
    fails(command.env("HUSHBOT_DATA_DIR", within_it("file/data")), 1).await;

    let damaged = within_it("damaged");
    SledStore::open(&damaged.join("store")).unwrap().close().await;
    std::fs::write(damaged.join("store/db"), [0xa5; 4096]).unwrap();
    let line = fails(hushbot(data.path()).env("HUSHBOT_DATA_DIR", &damaged), 1).await;
    assert!(line.contains("damaged"), "{line}");

    let newer = within_it("newer");
    let store = SledStore::open(&newer.join("store")).unwrap();
    store.commit(Batch::new().put(Table::Meta, b"format", b"99")).await.unwrap();
    store.close().await;
    drop(store);
    let line = fails(hushbot(data.path()).env("HUSHBOT_DATA_DIR", &newer), 1).await;
    assert!(line.contains("format 99"), "{line}");
}

#[tokio::test]
async fn a_port_that_is_taken_is_named_in_one_line() {
    let data = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("0.0.0.0:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let line = fails(hushbot(data.path()).env("PORT", port.to_string()), 1).await;
    assert!(line.contains("PORT: ") && line.contains(&port.to_string()), "{line}");
    let address = format!("127.0.0.1:{port}");
    let line = fails(hushbot(data.path()).env("HUSHBOT_LISTEN", &address), 1).await;
    assert!(line.contains("HUSHBOT_LISTEN: ") && line.contains(&address), "{line}");
    let url = "https://bot.example.com";
    let line = fails(hushbot(data.path()).env("HUSHBOT_PUBLIC_URL", url), 2).await;
    assert!(line.contains("HUSHBOT_PUBLIC_URL: "), "{line}");
}

pub(crate) async fn a_wiped_disk() {
    let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
    let data = tempfile::tempdir().unwrap();
    for (wiped, told) in [(false, true), (false, false), (true, true)] {
        if wiped {
            std::fs::remove_dir_all(data.path().join("data")).unwrap();
        }
        let before = telegram.calls().last().map_or(0, |call| call.number);
        let mut bot = hushbot(data.path()).env("TELOXIDE_API_URL", telegram.url()).spawn().unwrap();
        within(telegram.wait_until(|view| {
            view.calls().any(|call| call.number > before && call.method == "getUpdates")
        }))
        .await;
        let mut stderr = bot.stderr.take().unwrap();
        signal(bot, "-TERM").await;
        let mut log = String::new();
        stderr.read_to_string(&mut log).await.unwrap();
        let is_told = |line: &str| line.contains("WARN") && line.contains("was wiped");
        assert_eq!(log.lines().filter(|line| is_told(line)).count(), usize::from(told), "{log}");
    }
}

pub(crate) async fn a_second_process() {
    let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
    let data = tempfile::tempdir().unwrap();
    let first = hushbot(data.path()).env("TELOXIDE_API_URL", telegram.url()).spawn().unwrap();
    within(telegram.wait_until(|view| view.calls().any(|call| call.method == "getUpdates"))).await;
    let line = fails(&mut hushbot(data.path()), 1).await;
    assert!(line.contains("another process"), "{line}");
    drop(first);
}

#[tokio::test]
async fn another_key_than_the_stores_is_refused_at_the_start() {
    let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
    let data = tempfile::tempdir().unwrap();
    let first = hushbot(data.path()).env("TELOXIDE_API_URL", telegram.url()).spawn().unwrap();
    within(telegram.wait_until(|view| view.calls().any(|call| call.method == "getUpdates"))).await;
    signal(first, "-TERM").await;
    let key = "A".repeat(43);
    let line = fails(hushbot(data.path()).env("HUSHBOT_SECRET_KEY", key), 1).await;
    assert!(line.contains("another key"), "{line}");
}

#[tokio::test]
async fn a_token_that_telegram_does_not_know_ends_the_process() {
    let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
    let data = tempfile::tempdir().unwrap();
    let mut command = hushbot(data.path());
    command.env("TELOXIDE_API_URL", telegram.url()).env("TELOXIDE_TOKEN", "4242:another-one");
    let line = fails(&mut command, 2).await;
    assert!(line.contains("TELOXIDE_TOKEN") && !line.contains("another-one"), "{line}");
}

#[tokio::test]
async fn it_starts_before_telegram_and_answers_once_telegram_is_there() {
    let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
    telegram.stop();
    let data = tempfile::tempdir().unwrap();
    let mut bot = hushbot(data.path()).env("TELOXIDE_API_URL", telegram.url()).spawn().unwrap();
    let mut log = BufReader::new(bot.stderr.take().unwrap()).lines();
    while let Some(line) = within(log.next_line()).await.unwrap() {
        if line.contains("trying again") {
            break;
        }
    }
    telegram.restart().await.unwrap();
    know(&telegram, ADMIN);
    let asked = telegram.say(private(ADMIN), ADMIN, "/whoami");
    within(telegram.next_bot_message(private(ADMIN), asked)).await;
}

#[tokio::test]
async fn the_first_start_prints_a_link_that_makes_the_admin_and_signals_end_it_cleanly() {
    const LATECOMER: u64 = 990_990;
    let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
    let data = tempfile::tempdir().unwrap();
    let start = || {
        let mut command = hushbot(data.path());
        command.env("TELOXIDE_API_URL", telegram.url()).env_remove("HUSHBOT_ADMINS");
        command.spawn().unwrap()
    };
    let mut bot = start();
    let mut lines = BufReader::new(bot.stdout.take().unwrap()).lines();
    let link = loop {
        let line = within(lines.next_line()).await.unwrap().expect("a link");
        if line.contains("?start=") {
            break line;
        }
    };
    let token = token_in(&link);
    assert!(link.starts_with("https://t.me/hushbot_demo_bot?start="), "{link}");
    for person in [ADMIN, LATECOMER] {
        know(&telegram, person);
        let asked = telegram.say(private(person), person, &format!("/start {token}"));
        within(telegram.next_bot_message(private(person), asked)).await;
    }
    let asked = telegram.say(private(ADMIN), ADMIN, "/supervisors");
    let list = within(telegram.next_bot_message(private(ADMIN), asked)).await.text;
    assert!(list.contains(&ADMIN.to_string()), "{list}");
    assert!(!list.contains(&LATECOMER.to_string()), "{list}");
    assert_eq!(signal(bot, "-TERM").await.code(), Some(0));

    // From now on there is an admin, and no link is printed.
    let before = telegram.calls().last().map_or(0, |call| call.number);
    let mut bot = start();
    within(telegram.wait_until(|view| {
        view.calls().any(|call| call.number > before && call.method == "getUpdates")
    }))
    .await;
    let mut stdout = bot.stdout.take().unwrap();
    assert_eq!(signal(bot, "-INT").await.code(), Some(0));
    let mut printed = String::new();
    stdout.read_to_string(&mut printed).await.unwrap();
    assert_eq!(printed, "");
}

#[tokio::test]
async fn help_and_version_need_no_settings() {
    for flag in ["--help", "--version"] {
        let output = Command::new(env!("CARGO_BIN_EXE_hushbot")).env_clear().arg(flag).output();
        assert!(within(output).await.unwrap().status.success());
    }
}

#[tokio::test]
async fn a_full_disk_is_told_and_nothing_promised_is_lost() {
    let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
    let newcomer = 990_991;
    know(&telegram, ADMIN);
    know(&telegram, newcomer);
    let data = tempfile::tempdir().unwrap();
    let ask = async |person: u64, text: &str| {
        let asked = telegram.say(private(person), person, text);
        within(telegram.next_bot_message(private(person), asked)).await.text
    };
    // A limit on the size of files stands in for a disk without room.
    let address = format!("127.0.0.1:{}", crate::http_webhook::free_port());
    let mut limited = Command::new("sh");
    limited
        .args(["-c", "trap '' XFSZ; ulimit -f 80; exec \"$0\"", env!("CARGO_BIN_EXE_hushbot")])
        .env_clear()
        .env("TELOXIDE_TOKEN", telegram.token())
        .env("TELOXIDE_API_URL", telegram.url())
        .env("HUSHBOT_ADMINS", ADMIN.to_string())
        .env("HUSHBOT_DATA_DIR", data.path().join("data"))
        .env("HUSHBOT_LISTEN", &address)
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let bot = limited.spawn().unwrap();
    let mut promised = Vec::new();
    for _ in 0..1_000 {
        let answer = ask(ADMIN, "/invite").await;
        if !answer.contains("?start=") {
            break;
        }
        promised.push(token_in(&answer));
    }
    let refused = ask(ADMIN, "/silent 2024 on").await;
    assert!(refused.starts_with('⚠'), "{refused}");
    let ready = within(reqwest::get(format!("http://{address}/readyz"))).await.unwrap();
    assert_eq!(ready.status(), 503);
    let body = ready.json::<serde_json::Value>().await.unwrap();
    assert_eq!(body["parts"]["store"]["ok"], false, "{body}");
    assert_eq!(body["parts"]["telegram"]["ok"], true, "{body}");
    let numbers = within(reqwest::get(format!("http://{address}/metrics"))).await.unwrap();
    let numbers = numbers.text().await.unwrap();
    assert!(numbers.contains("\nhushbot_store_healthy 0\n"), "{numbers}");
    assert_eq!(signal(bot, "-TERM").await.code(), Some(0));

    let bot = hushbot(data.path()).env("TELOXIDE_API_URL", telegram.url()).spawn().unwrap();
    let last = promised.last().expect("some were made while there was room");
    let welcome = ask(newcomer, &format!("/start {last}")).await;
    assert!(welcome.starts_with('✅'), "{welcome}");
    drop(bot);
}
