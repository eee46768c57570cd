//! `hushbot doctor` and `hushbot health`, through the binary.

use std::process::Output;

use hushbot::sandbox::telegram;
use serde_json::Value;
use tokio::process::Command;

use crate::{
    binary::signal,
    house::{ADMIN, OLGA, private, within},
    keys::Scene,
};

/// The report of the doctor; its exit code fits its worst finding.
pub(crate) async fn doctor(command: &mut Command) -> Value {
    let output = within(command.args(["doctor", "--json"]).output()).await.unwrap();
    let Output { status, stdout, stderr } = output;
    let text = String::from_utf8(stdout).unwrap();
    let report: Value = serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!("{error}: {text} {}", String::from_utf8_lossy(&stderr));
    });
    let code = match report["worst"].as_str().unwrap() {
        "ok" => 0,
        "warning" => 1,
        _ => 2,
    };
    assert_eq!(status.code(), Some(code), "{text}");
    report
}

/// How a check went, and its finding with the advice.
pub(crate) fn row(report: &Value, name: &str) -> (String, String) {
    let checks = report["checks"].as_array().unwrap();
    // The last word on it.
    let check = checks.iter().rfind(|check| check["name"].as_str().unwrap().contains(name));
    let check = check.unwrap_or_else(|| panic!("no {name} in {report:#}"));
    let advice = check["advice"].as_str().unwrap_or_default();
    let status = check["status"].as_str().unwrap().to_owned();
    (status, format!("{} {advice}", check["finding"].as_str().unwrap()))
}

pub(crate) fn status(report: &Value, name: &str) -> String {
    row(report, name).0
}

#[tokio::test]
async fn a_bot_that_is_well_is_said_to_be() {
    let scene = Scene::connected(&[]).await;
    let report = doctor(&mut scene.command(&[])).await;
    for name in [
        "set",
        "by default",
        "directory",
        "key",
        "store",
        "clock",
        "token",
        "privacy mode",
        "webhook",
        "updates",
        "second poller",
    ] {
        assert_eq!(status(&report, name), "ok", "{name} in {report:#}");
    }
    let (well, finding) = row(&report, &format!("of {ADMIN}"));
    assert!(well == "ok" && finding.contains("Olga Nord (user 7)"), "{finding}");
    // A table for people has the same rows, and no colours where nobody looks.
    let output = within(scene.command(&[]).arg("doctor").output()).await.unwrap();
    let table = String::from_utf8(output.stdout).unwrap();
    let rows = report["checks"].as_array().unwrap().len();
    assert_eq!(table.matches("\n  ").count() - table.matches("→").count(), rows, "{table}");
    assert!(!table.contains('\x1b'));
    for secret in [scene.telegram.token(), "/rest/"] {
        assert!(!table.contains(secret) && !report.to_string().contains(secret), "{table}");
    }
}

#[tokio::test]
async fn what_waits_at_telegram_is_not_taken() {
    let scene = Scene::connected(&[]).await;
    let asked = scene.telegram.say(private(ADMIN), ADMIN, "/whoami");
    let report = doctor(&mut scene.command(&[])).await;
    assert!(row(&report, "updates").1.starts_with("1 "), "{report:#}");
    let bot = scene.command(&[]).spawn().unwrap();
    within(scene.telegram.next_bot_message(private(ADMIN), asked)).await;
    drop(bot);
}

#[tokio::test]
async fn the_store_of_a_running_bot_is_left_alone() {
    let scene = Scene::connected(&[]).await;
    let health =
        async || within(scene.command(&[]).arg("health").output()).await.unwrap().status.code();
    assert_eq!(health().await, Some(1));
    let bot = scene.command(&[]).spawn().unwrap();
    let asked = scene.telegram.say(private(ADMIN), ADMIN, "/whoami");
    within(scene.telegram.next_bot_message(private(ADMIN), asked)).await;
    assert_eq!(health().await, Some(0));
    let report = doctor(&mut scene.command(&[])).await;
    assert!(row(&report, "store").1.contains("a bot runs on it"), "{report:#}");
    for name in ["second poller", "connections"] {
        assert_eq!(status(&report, name), "skipped", "{name} in {report:#}");
    }
    assert_eq!(status(&report, "token"), "ok");
    assert_eq!(signal(bot, "-TERM").await.code(), Some(0));
    assert_eq!(health().await, Some(1));
}

#[tokio::test]
async fn a_second_poller_is_found() {
    let scene = Scene::connected(&[]).await;
    let url =
        format!("{}/bot{}/getUpdates?timeout=20", scene.telegram.url(), scene.telegram.token());
    let other = tokio::spawn(async move {
        loop {
            // It is cut off, and comes again.
            let answer = reqwest::get(&url).await.unwrap();
            drop(answer.text().await);
        }
    });
    within(
        scene
            .telegram
            .wait_until(|view| view.calls().last().is_some_and(|call| call.method == "getUpdates")),
    )
    .await;
    let report = doctor(&mut scene.command(&[])).await;
    assert_eq!(status(&report, "second poller"), "error", "{report:#}");
    other.abort();
}

#[tokio::test]
async fn trouble_with_telegram_is_told() {
    let scene = Scene::connected(&[]).await;
    let wrong = [("TELOXIDE_TOKEN", "4242:another-one")];
    let report = doctor(&mut scene.command(&wrong)).await;
    let (bad, finding) = row(&report, "token");
    assert!(bad == "error" && finding.contains("BotFather"), "{finding}");
    assert!(!report.to_string().contains("another-one"));

    let set = format!(
        "{}/bot{}/setWebhook?url=http://127.0.0.1:9/hidden-path",
        scene.telegram.url(),
        scene.telegram.token()
    );
    assert!(reqwest::get(set).await.unwrap().status().is_success());
    let report = doctor(&mut scene.command(&[])).await;
    assert_eq!(status(&report, "webhook"), "warning", "{report:#}");
    assert_eq!(status(&report, "second poller"), "skipped", "{report:#}");
    assert!(!report.to_string().contains("hidden-path"));

    scene.telegram.stop();
    let report = doctor(&mut scene.command(&[])).await;
    assert_eq!(status(&report, "Telegram"), "error", "{report:#}");
    assert!(!report.to_string().contains(scene.telegram.token()));
    // The portals are asked all the same.
    assert_eq!(status(&report, &format!("of {ADMIN}")), "ok", "{report:#}");
}

#[tokio::test]
async fn each_connection_is_asked() {
    let scene = Scene::connected(&[]).await;
    let of_admin = format!("of {ADMIN}");
    scene.ask(&[], &format!("/connect {}", scene.portal.webhook(OLGA, &["imopenlines"]))).await;
    let report = doctor(&mut scene.command(&[])).await;
    let (lacking, finding) = row(&report, &of_admin);
    assert!(lacking == "warning" && finding.contains("lacks im "), "{finding}");

    scene.portal.delete_webhook(OLGA);
    let report = doctor(&mut scene.command(&[])).await;
    let (refused, finding) = row(&report, &of_admin);
    assert!(refused == "error" && finding.contains("/connect"), "{finding}");
}

#[tokio::test]
async fn another_key_and_wrong_settings_are_told() {
    let scene = Scene::connected(&[]).await;
    let key = "A".repeat(43);
    let settings = [
        ("HUSHBOT_SECRET_KEY", key.as_str()),
        ("HUSHBOT_ADMINS", "anna"),
        ("HUSHBOT_LOG_FROMAT", "json"),
    ];
    let report = doctor(&mut scene.command(&settings)).await;
    let (bad, finding) = row(&report, "key");
    assert!(bad == "error" && finding.contains("another key"), "{finding}");
    assert_eq!(status(&report, "HUSHBOT_ADMINS"), "error");
    assert_eq!(status(&report, "HUSHBOT_LOG_FROMAT"), "warning");
}

#[tokio::test]
async fn nothing_is_made_where_nothing_is() {
    let telegram = telegram::BotApi::start(telegram::Settings::default()).await.unwrap();
    let empty = tempfile::tempdir().unwrap();
    let mut command = crate::binary::hushbot(empty.path());
    let report = doctor(command.env("TELOXIDE_API_URL", telegram.url())).await;
    assert_eq!(status(&report, "directory"), "ok", "{report:#}");
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}
