//! The limits of the cloud.

use std::time::Duration;

use hushbot::sandbox::portal::{Fault, Limits, On, Settings};
use serde_json::json;

use crate::{SILENT, Scene};

fn limited(burst: f64, operating_seconds: f64) -> Settings {
    let limits = Limits { burst, drain_per_second: 2.0, operating_seconds };
    Settings { limits: Some(limits), ..Settings::default() }
}

/// The bucket is the address's, not the webhook's, and drains.
#[tokio::test]
async fn admits_a_burst_then_a_trickle() {
    let scene = Scene::with(limited(5.0, 480.0)).await;
    let mut refused = 0;
    for round in 0..20 {
        let (status, body) = scene.call(7 + round % 2, "profile", json!({})).await;
        if status == 503 {
            assert_eq!(body["error"], "QUERY_LIMIT_EXCEEDED");
            refused += 1;
        }
    }
    assert!(refused > 0, "twenty at once are too many");
    let call = scene.portal.calls().into_iter().find(|call| call.status == Some(503)).unwrap();
    assert_eq!(call.error.as_deref(), Some("QUERY_LIMIT_EXCEEDED"));
    let again = async {
        while scene.call(9, "profile", json!({})).await.0 == 503 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), again).await.expect("the bucket drains");
}

/// A method that worked too long is blocked, for its webhook only.
#[tokio::test]
async fn blocks_a_method_that_worked_too_long() {
    let scene = Scene::with(limited(1000.0, 0.15)).await;
    let params = json!({ "CHAT_ID": 2024 });
    let (_, body) = scene.call(7, SILENT, params.clone()).await;
    assert_eq!(body["time"]["operating"], json!(0.0));
    assert!(body["time"].get("operating_reset_at").is_none());
    scene.portal.fault(Fault::Slow(Duration::from_millis(160)), On::method(SILENT).times(1));
    assert_eq!(scene.call(7, SILENT, params.clone()).await.0, 200);
    let blocked = scene.error(7, SILENT, params.clone()).await;
    assert_eq!(blocked, (429, "OPERATION_TIME_LIMIT".to_owned()));
    assert_eq!(scene.call(8, SILENT, params.clone()).await.0, 200);
    assert_eq!(scene.call(7, "profile", json!({})).await.0, 200);
    let cmd = json!({ "cmd": { "a": format!("{SILENT}?CHAT_ID=2024") } });
    let batch = scene.result(7, "batch", cmd).await;
    assert_eq!(batch["result_error"]["a"]["error"], "OPERATION_TIME_LIMIT");
}
