//! Trouble on demand.

use std::time::Duration;

use hushbot::sandbox::portal::{Event, Fault, Generation, KNOWN_ERRORS, On};
use serde_json::{Value, json};

use crate::{SILENT, Scene};

impl Scene {
    fn on(&self) -> reqwest::RequestBuilder {
        let params = json!({ "CHAT_ID": 2024, "ACTIVATE": "Y" });
        self.http.post(self.address(7, SILENT)).json(&params)
    }
}

#[tokio::test]
async fn answers_with_every_known_error() {
    let scene = Scene::new(Generation::Personal).await;
    for known in KNOWN_ERRORS {
        for (fault, status) in [
            (known.fault(), known.status()),
            (known.documented_fault(), known.documented.unwrap_or_else(|| known.status())),
        ] {
            scene.portal.fault(fault, On::method(SILENT).times(1));
            let params = json!({ "CHAT_ID": 2024, "ACTIVATE": "Y" });
            let error = scene.error(7, SILENT, params).await;
            assert_eq!(error, (status, known.code.to_owned()));
        }
    }
    assert!(!scene.portal.is_silent(2024, 7), "none of them was carried out");
}

#[tokio::test]
async fn meets_only_the_calls_meant() {
    let scene = Scene::new(Generation::Personal).await;
    let on = On::method(&SILENT.to_uppercase()).user(8).times(2);
    scene.portal.fault(Fault::code("OVERLOAD_LIMIT"), on);
    let params = json!({ "CHAT_ID": 2024 });
    let mut codes = Vec::new();
    for (user_id, method) in [(7, SILENT), (8, "profile"), (8, SILENT), (8, SILENT), (8, SILENT)] {
        codes.push(scene.call(user_id, method, params.clone()).await.0);
    }
    assert_eq!(codes, [200, 200, 401, 401, 200]);
    scene.portal.fault(Fault::Html(502), On::everything());
    assert_eq!(scene.on().send().await.unwrap().status(), 502);
    scene.portal.clear_faults();
    assert_eq!(scene.on().send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn cuts_connections() {
    let scene = Scene::new(Generation::Personal).await;
    for (fault, carried_out) in [(Fault::Reset, false), (Fault::AnswerLost, true)] {
        scene.portal.drop_silent(2024);
        scene.portal.fault(fault.clone(), On::method(SILENT).times(1));
        let error = scene.on().send().await.unwrap_err();
        assert!(error.is_request() && !error.is_timeout(), "{error:?}");
        assert_eq!(scene.portal.is_silent(2024, 7), carried_out, "{fault:?}");
        let call = scene.portal.calls().pop().unwrap();
        assert_eq!((call.status, call.fault.is_some()), (None, true));
    }
    assert_eq!(scene.on().send().await.unwrap().status(), 200, "the next connection is whole");
}

/// What a body has to look like.
type Looks = fn(&str) -> bool;

#[tokio::test]
async fn spoils_bodies() {
    let scene = Scene::new(Generation::Personal).await;
    let cases: [(Fault, u16, bool, Looks); 5] = [
        (Fault::Html(503), 503, false, |body| body.starts_with("<html>")),
        (Fault::BrokenJson, 200, true, |body| serde_json::from_str::<Value>(body).is_err()),
        (Fault::EmptyBody, 200, true, str::is_empty),
        (Fault::TrueButUnchanged, 200, false, |body| body == r#"{"result":true}"#),
        (Fault::HugeBody, 200, false, |body| body.len() > 32 << 20),
    ];
    for (fault, status, carried_out, expected) in cases {
        scene.portal.drop_silent(2024);
        scene.portal.fault(fault.clone(), On::everything().times(1));
        let response = scene.on().send().await.unwrap();
        assert_eq!(response.status(), status, "{fault:?}");
        let body = response.text().await.unwrap();
        assert!(expected(&body), "{fault:?}: {}", &body[..body.len().min(80)]);
        assert_eq!(scene.portal.is_silent(2024, 7), carried_out, "{fault:?}");
    }
}

/// Slow or silent: the work is done, or not, whether or not the caller waits.
#[tokio::test]
async fn lets_callers_wait() {
    let scene = Scene::new(Generation::Personal).await;
    scene.portal.fault(Fault::Hang, On::method(SILENT).times(1));
    let hanging = tokio::spawn(scene.on().send());
    let call = scene.portal.wait_for_call(|call| call.method == SILENT).await;
    assert_eq!((call.status, call.fault), (None, Some("hang")));
    assert!(!scene.portal.is_silent(2024, 7));

    scene.portal.fault(Fault::Slow(Duration::from_millis(30)), On::method(SILENT).times(1));
    let mut events = scene.portal.subscribe();
    let impatient = tokio::spawn(scene.on().send());
    while !matches!(events.recv().await.unwrap(), Event::CallArrived { .. }) {}
    impatient.abort();
    let slow = scene.portal.wait_for_call_from(call.number + 1, |call| call.method == SILENT).await;
    assert!(slow.duration_ms >= 30);
    assert!(scene.portal.is_silent(2024, 7), "carried out all the same");

    scene.portal.stop();
    let listener = std::net::TcpListener::bind(scene.portal.host());
    assert!(listener.is_ok(), "the port is free at once");
    assert!(hanging.await.unwrap().is_err(), "a stop cuts off what hangs");
}

#[tokio::test]
async fn redirects() {
    let scene = Scene::new(Generation::Personal).await;
    let location = "https://elsewhere.example/rest/1".to_owned();
    scene.portal.fault(Fault::Redirect { location: location.clone() }, On::everything().times(1));
    let response = scene.on().send().await.unwrap();
    assert_eq!(response.status(), 302);
    assert_eq!(response.headers()["location"].to_str().unwrap(), location);

    scene.portal.rename_to("https://new.example/");
    let address = format!("{}?a=1", scene.address(7, "profile"));
    let response = scene.http.get(address).send().await.unwrap();
    assert_eq!(response.status(), 302);
    let expected = "https://new.example/rest/7/sandboxsecretofuser7/profile?a=1";
    assert_eq!(response.headers()["location"].to_str().unwrap(), expected);
    assert_eq!(scene.on().send().await.unwrap().status(), 302);
    assert!(!scene.portal.is_silent(2024, 7));
}
