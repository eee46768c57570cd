//! The record of calls, and what people do.

use hushbot::sandbox::portal::{Event, Generation};
use serde_json::json;

use crate::{SILENT, Scene};

#[tokio::test]
async fn records_calls_without_the_secret() {
    let scene = Scene::new(Generation::Personal).await;
    let address = scene.portal.webhook_with_secret(7, &["imopenlines"], "very-hidden");
    let params = json!({ "CHAT_ID": "2024", "note": { "url": address.clone() } });
    let send = |address: String| scene.http.post(address).json(&params).send();
    send(format!("{address}{SILENT}")).await.unwrap();
    send(address.trim_end_matches('/').to_owned()).await.unwrap();
    send(format!("{address}no.such.method")).await.unwrap();
    let calls = scene.portal.calls();
    let seen: Vec<_> =
        calls.iter().map(|call| (call.number, call.method.as_str(), call.status)).collect();
    let expected = [(1, SILENT, Some(200)), (2, "", Some(404)), (3, "no.such.method", Some(404))];
    assert_eq!(seen, expected);
    assert_eq!(calls[0].params["CHAT_ID"], "2024", "as sent");
    assert_eq!((calls[0].user_id, &calls[0].error), (Some(7), &None));
    assert_eq!(calls[2].error.as_deref(), Some("ERROR_METHOD_NOT_FOUND"));
    for call in [&calls[0], &calls[2]] {
        assert!(!serde_json::to_string(call).unwrap().contains("very-hidden"));
    }
    scene.portal.clear_calls();
    assert_eq!((scene.portal.calls().len(), scene.portal.last_call()), (0, 3));
}

#[tokio::test]
async fn keeps_the_last_thousand() {
    let scene = Scene::new(Generation::Personal).await;
    let commands = vec!["server.time"; 50];
    for _ in 0..21 {
        scene.result(7, "batch", json!({ "cmd": commands })).await;
    }
    assert_eq!(scene.portal.calls().len(), 1000);
    assert_eq!(scene.portal.last_call(), 21 * 51);
}

#[tokio::test]
async fn tells_subscribers() {
    let scene = Scene::new(Generation::Personal).await;
    let mut events = scene.portal.subscribe();
    scene.result(7, "profile", json!({})).await;
    let arrived = Event::CallArrived { number: 1, method: "profile".to_owned(), user_id: Some(7) };
    assert_eq!(events.recv().await.unwrap(), arrived);
    let Event::CallMade(call) = events.recv().await.unwrap() else { panic!("no call") };
    assert_eq!(call.method, "profile");
    assert_eq!(scene.portal.wait_for_call(|call| call.number == 1).await, *call);
    let later = scene.portal.wait_for_call_from(2, |call| call.method == "profile");
    let (later, _) = tokio::join!(later, scene.result(8, "profile", json!({})));
    assert_eq!(later.user_id, Some(8));
}

#[tokio::test]
async fn plays_client_and_operator() {
    let scene = Scene::new(Generation::Personal).await;
    scene.portal.client_writes(2024, "Hello").unwrap();
    assert_eq!(scene.portal.operator_writes(2024, 7, "Hi"), Some(true));
    scene.portal.switch_silent(2024, 7, true);
    assert_eq!(scene.portal.operator_writes(2024, 7, "Between us"), Some(false));
    assert_eq!(scene.portal.operator_writes(2024, 9, "I am not in"), None);
    assert_eq!(scene.portal.client_writes(77, "Nobody"), None);
    let snapshot = scene.portal.snapshot();
    let view = &snapshot.dialogs[0];
    let seen: Vec<_> =
        view.messages.iter().filter(|post| !post.hidden).map(|post| &post.text).collect();
    assert_eq!(seen, ["Hello", "Hi"]);
    assert_eq!((&view.silent_for, view.status), (&vec![7], 40));
    let shown = serde_json::to_value(&snapshot).unwrap();
    assert_eq!(shown["generation"], "Personal");
    assert!(!shown.to_string().contains("sandboxsecret"));
}

#[tokio::test]
async fn stops_with_the_last_handle() {
    let scene = Scene::new(Generation::Personal).await;
    let address = scene.address(7, "profile");
    let copy = scene.portal.clone();
    drop(scene.portal);
    assert!(scene.http.get(&address).send().await.is_ok());
    let mut events = copy.subscribe();
    drop(copy);
    while events.recv().await.is_ok() {}
    let fresh = reqwest::Client::builder().no_proxy().build().unwrap();
    assert!(fresh.get(&address).send().await.is_err());
}
