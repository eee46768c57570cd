//! The numbers: what is counted, and that no label tells on anybody.

use std::{collections::BTreeSet, time::Duration};

use hushbot::sandbox::{
    portal::{Fault, On},
    telegram,
};

use crate::house::{ADMIN, GROUP, House, SECRET, SILENT, STRANGER, SUPERVISOR, within};

/// Drives traffic of every kind through a house.
async fn traffic() -> House {
    let settings = [("HUSHBOT_LISTEN", "127.0.0.1:0"), ("HUSHBOT_PORTAL_RETRIES", "true")];
    let house = House::connected_with(&settings).await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on 30m MARKER-REASON").await;
    house.press(SUPERVISOR, &on, "🔊").await;
    house.ask(SUPERVISOR, "/silent 2025 on").await;
    house.ask(SUPERVISOR, "/status 2025").await;
    house.ask(SUPERVISOR, "/MARKERCOMMAND").await;
    house.ask(STRANGER, "/silent 2024 on").await;
    house.ask_in(GROUP, SUPERVISOR, "/status@hushbot_demo_bot 2024").await;
    for code in ["ACCESS_DENIED", "MARKER_CODE", "marker text https://x/rest/7/MARKERSECRET/"] {
        house.portal.fault(Fault::code(code), On::method(SILENT).times(1));
        house.ask(SUPERVISOR, "/silent 2024 on").await;
    }
    house.portal.fault(Fault::code("QUERY_LIMIT_EXCEEDED"), On::method(SILENT).times(1));
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    let flood = telegram::Fault::FloodWait { retry_after: 1 };
    house.telegram.fault(Some("sendMessage"), flood, Some(1));
    house.ask(SUPERVISOR, "/help").await;
    assert!(house.telegram.redeliver(house.telegram.last_update_id()));
    house.ask(ADMIN, "/whoami").await;
    house.get("/MARKERPATH").await;
    house
}

/// The value of a line, by its name and labels.
fn value(page: &str, line: &str) -> Option<f64> {
    let found = page.lines().find_map(|l| l.strip_prefix(line)?.strip_prefix(' '))?;
    Some(found.parse().unwrap())
}

/// The names that the page tells of.
fn names(page: &str) -> BTreeSet<&str> {
    page.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()).collect()
}

#[tokio::test]
async fn everything_is_counted_and_no_label_tells_on_anybody() {
    let house = traffic().await;
    let read = async || {
        let (status, page) = house.get("/metrics").await;
        assert_eq!(status, 200);
        page
    };
    let page = read().await;
    // Other tests of this process count, too: at least so many.
    for (line, least) in [
        (r#"hushbot_updates_total{kind="message"}"#, 12.0),
        (r#"hushbot_updates_total{kind="press"}"#, 1.0),
        ("hushbot_updates_repeated_total", 1.0),
        (r#"hushbot_commands_total{command="silent",outcome="ok"}"#, 2.0),
        (r#"hushbot_commands_total{command="silent",outcome="failed"}"#, 3.0),
        (r#"hushbot_commands_total{command="silent",outcome="denied"}"#, 1.0),
        (r#"hushbot_commands_total{command="status",outcome="ok"}"#, 2.0),
        (r#"hushbot_commands_total{command="unclear",outcome="unclear"}"#, 1.0),
        (r#"hushbot_commands_total{command="button_switch",outcome="ok"}"#, 1.0),
        (r#"hushbot_answer_seconds_count{asked="message"}"#, 10.0),
        (r#"hushbot_answer_seconds_count{asked="press"}"#, 1.0),
        (
            r#"hushbot_portal_calls_total{method="imopenlines.session.mode.silent",error="none"}"#,
            3.0,
        ),
        (
            r#"hushbot_portal_calls_total{method="imopenlines.session.mode.silent",error="ACCESS_DENIED"}"#,
            1.0,
        ),
        (
            r#"hushbot_portal_calls_total{method="imopenlines.session.mode.silent",error="other"}"#,
            1.0,
        ),
        (
            r#"hushbot_portal_calls_total{method="imopenlines.session.mode.silent",error="nameless"}"#,
            1.0,
        ),
        (r#"hushbot_portal_call_seconds_count{method="imopenlines.session.mode.silent"}"#, 6.0),
        (r#"hushbot_portal_retries_total{error="QUERY_LIMIT_EXCEEDED"}"#, 1.0),
        (r#"hushbot_telegram_calls_total{method="SendMessage",outcome="ok"}"#, 10.0),
        (r#"hushbot_telegram_calls_total{method="GetUpdates",outcome="ok"}"#, 10.0),
        (r#"hushbot_telegram_floods_total{method="SendMessage"}"#, 1.0),
        ("hushbot_store_flush_seconds_count", 10.0),
        ("hushbot_store_batch_size_count", 10.0),
        (r#"hushbot_http_requests_total{path="unknown",status="404"}"#, 1.0),
        ("hushbot_store_healthy", 1.0),
        (concat!(r#"hushbot_build_info{version=""#, env!("CARGO_PKG_VERSION"), r#""}"#), 1.0),
    ] {
        let found = value(&page, line).unwrap_or_else(|| panic!("no {line} in\n{page}"));
        assert!(found >= least, "{line} {found}");
    }
    // What is in work shows, and goes.
    house.portal.fault(Fault::Slow(Duration::from_millis(500)), On::method(SILENT).times(1));
    house.say(crate::house::private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    for unsettled in [1.0, 0.0] {
        within(async {
            while value(&read().await, "hushbot_inbox_unsettled") != Some(unsettled) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        })
        .await;
    }

    let page = read().await;
    let host = house.portal.host();
    let token = house.telegram.token().split(':').nth(1).unwrap();
    let (admin, supervisor) = (format!("\"{ADMIN}\""), format!("\"{SUPERVISOR}\""));
    for secret in [
        "MARKER",
        "marker",
        SECRET,
        token,
        &host,
        "127.0.0.1",
        "Sam",
        "Ada",
        "Anna",
        "2024",
        &admin,
        &supervisor,
        "-500",
    ] {
        let leak = page.lines().filter(|line| line.contains('{'));
        let leak = leak.filter(|line| labels(line).contains(secret)).collect::<Vec<_>>();
        assert!(leak.is_empty(), "{secret}: {leak:?}");
    }
}

/// What stands between the braces of a line.
fn labels(line: &str) -> &str {
    line.split_once('{').and_then(|(_, rest)| rest.rsplit_once('}')).map_or("", |(inner, _)| inner)
}

#[tokio::test]
async fn the_dashboard_and_the_alerts_ask_for_nothing_that_is_not_told() {
    let house = traffic().await;
    // Only told with a webhook.
    let elsewhere = "hushbot_webhook_pending_updates";
    let page = house.get("/metrics").await.1;
    let names = names(&page);
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let dashboard = std::fs::read_to_string(format!("{root}deploy/grafana.json")).unwrap();
    serde_json::from_str::<serde_json::Value>(&dashboard).unwrap();
    let docs = std::fs::read_to_string(format!("{root}docs/metrics.md")).unwrap();
    for (file, text) in [("deploy/grafana.json", &dashboard), ("docs/metrics.md", &docs)] {
        let asked = asked_for(text);
        assert!(asked.len() > 10, "{file} asks for {asked:?}");
        for name in asked {
            assert!(names.contains(name) || name == elsewhere, "{file}: {name} is not told");
        }
    }
    // And the page that lists them leaves none out.
    let listed = asked_for(&docs);
    let missing: Vec<_> = names.iter().filter(|name| !listed.contains(*name)).collect();
    assert!(missing.is_empty(), "docs/metrics.md does not explain {missing:?}");
}

/// The numbers that a text names, histograms without the endings of their parts.
fn asked_for(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let numbers = words.filter(|word| word.starts_with("hushbot_"));
    let bare = |word| {
        let parts = ["_bucket", "_sum", "_count"];
        parts.iter().find_map(|part| str::strip_suffix(word, part)).unwrap_or(word)
    };
    numbers.map(bare).collect()
}

#[tokio::test]
async fn the_numbers_can_be_kept_behind_a_token() {
    let token = "n0tas3cret-of-the-numbers";
    let settings = [("HUSHBOT_LISTEN", "127.0.0.1:0"), ("HUSHBOT_METRICS_TOKEN", token)];
    let house = House::with(&settings).await;
    assert_eq!(house.get("/metrics").await, (401, String::new()));
    assert_eq!(house.get("/healthz").await.0, 200);
    let url = format!("http://{}/metrics", house.http.unwrap());
    let ask = |token: &str| reqwest::Client::new().get(&url).bearer_auth(token).send();
    assert_eq!(ask("another").await.unwrap().status(), 401);
    let answer = ask(token).await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/plain; version=0.0.4; charset=utf-8");
}
