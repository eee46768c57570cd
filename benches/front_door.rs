//! What a person waits for: the real binary against the local Telegram and the local portal, over
//! HTTP. `cargo bench --bench front_door`.
//!
//! To reach: first `getUpdates` within 50 ms of the start, idle memory under 15 MB, update to
//! reply under 2 ms (p50) with a portal that answers at once.

#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark")]

use std::{
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use hushbot::sandbox::{portal, telegram};

const ADMIN: u64 = 1;
const STARTS: usize = 11;
const COMMANDS: usize = 1_000;

#[tokio::main]
async fn main() {
    let bot_api = telegram::BotApi::start(telegram::Settings::default()).await.unwrap();
    let portal = portal::Portal::start(portal::Settings::default()).await.unwrap();
    let webhook = furnish(&bot_api, &portal);
    let data = tempfile::tempdir().unwrap();

    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let (mut child, took) = start(&bot_api, data.path()).await;
        starts.push(took);
        child.kill().unwrap();
        child.wait().unwrap();
    }
    report("start to first getUpdates", &mut starts);

    let (mut child, _) = start(&bot_api, data.path()).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    println!("{:<28} {:.1} MB", "idle memory (VmRSS)", resident_megabytes(child.id()));

    ask(&bot_api, &format!("/connect {webhook}")).await;
    ask(&bot_api, "/silent 2024 on").await;
    let mut answers = Vec::with_capacity(COMMANDS);
    for n in 0..COMMANDS {
        let text = if n % 2 == 0 { "/silent 2024 off" } else { "/silent 2024 on" };
        answers.push(ask(&bot_api, text).await);
    }
    report("update to reply", &mut answers);
    println!("{:<28} {:.1} MB", "memory after the commands", resident_megabytes(child.id()));
    child.kill().unwrap();
    child.wait().unwrap();
}

fn furnish(bot_api: &telegram::BotApi, portal: &portal::Portal) -> String {
    bot_api.add_user(telegram::User {
        id: ADMIN,
        first_name: "Admin".to_owned(),
        username: None,
        language_code: Some("en".to_owned()),
    });
    portal.add_user(portal::User::new(7, "Olga", "Nord"));
    portal.add_dialog(portal::Dialog::new(2024, "Anna", "Website").member(7));
    portal.webhook(7, &["imopenlines", "im"])
}

/// Starts the bot. Returns with the time from the start to its first `getUpdates`.
async fn start(bot_api: &telegram::BotApi, data: &std::path::Path) -> (Child, Duration) {
    let polls =
        |view: &telegram::View<'_>| view.calls().filter(|c| c.method == "getUpdates").count();
    let before = bot_api.view(polls);
    let began = Instant::now();
    let child = Command::new(env!("CARGO_BIN_EXE_hushbot"))
        .env_clear()
        .env("TELOXIDE_TOKEN", bot_api.token())
        .env("TELOXIDE_API_URL", bot_api.url())
        .env("HUSHBOT_ADMINS", ADMIN.to_string())
        .env("HUSHBOT_DATA_DIR", data)
        .env("HUSHBOT_ALLOW_INSECURE_PORTALS", "true")
        .env("HUSHBOT_PORTAL_RATE", "0")
        .env("RUST_LOG", "error")
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    bot_api.wait_until(|view| polls(view) > before).await;
    (child, began.elapsed())
}

/// Writes to the bot. Returns with the time until its answer is in the chat.
async fn ask(bot_api: &telegram::BotApi, text: &str) -> Duration {
    let chat = i64::try_from(ADMIN).unwrap();
    let began = Instant::now();
    let asked = bot_api.say(chat, ADMIN, text);
    bot_api.next_bot_message(chat, asked).await;
    began.elapsed()
}

fn resident_megabytes(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    let kilobytes: f64 =
        line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(f64::NAN);
    kilobytes / 1024.0
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!(
        "{what:<28} p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms ({} runs)",
        at(50),
        at(99),
        at(100),
        times.len()
    );
}
