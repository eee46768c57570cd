//! Addresses, credentials, body forms, envelope, and the methods of no module.

use hushbot::sandbox::portal::{Generation, Settings};
use serde_json::{Value, json};

use crate::{SILENT, Scene, answer};

#[tokio::test]
async fn takes_every_body_form() {
    let scene = Scene::new(Generation::Personal).await;
    let multipart = "--b\r\nContent-Disposition: form-data; name=\"CHAT_ID\"\r\n\r\n2024\r\n\
        --b\r\nContent-Disposition: form-data; name=\"ACTIVATE\"\r\n\r\nY\r\n--b--\r\n";
    let forms = [
        ("application/x-www-form-urlencoded", "CHAT_ID=2024&ACTIVATE=Y"),
        ("application/json", r#"{"CHAT_ID":2024,"ACTIVATE":"Y"}"#),
        ("application/json; charset=utf-8", r#"{"CHAT_ID":"2024","ACTIVATE":"Y"}"#),
        ("multipart/form-data; boundary=b", multipart),
        ("text/plain", "CHAT_ID=2024&ACTIVATE=Y"),
    ];
    for (kind, body) in forms {
        scene.portal.drop_silent(2024);
        let (status, answer) = scene.post(SILENT, kind, body).await;
        assert_eq!((status, &answer["result"]), (200, &json!(true)), "{kind}");
        assert!(scene.portal.is_silent(2024, 7), "{kind}");
    }
    scene.portal.drop_silent(2024);
    let address = format!("{}?CHAT_ID=2024&ACTIVATE=Y", scene.address(7, SILENT));
    assert_eq!(answer(scene.http.get(&address)).await.0, 200);
    assert!(scene.portal.is_silent(2024, 7));
    let over = format!("{}?CHAT_ID=1&ACTIVATE=N", scene.address(7, SILENT));
    let body = json!({ "CHAT_ID": 2024 });
    assert_eq!(answer(scene.http.post(&over).json(&body)).await.0, 200, "the body wins");
}

#[tokio::test]
async fn ignores_bad_json() {
    let scene = Scene::new(Generation::Personal).await;
    for body in [r#"{"CHAT_ID":2024,"#, "2024", "", r#""CHAT_ID""#] {
        let (status, answer) = scene.post(SILENT, "application/json", body).await;
        assert_eq!((status, &answer["error"]), (400, &json!("CHAT_ID")), "{body}");
    }
}

#[tokio::test]
async fn refuses_in_order() {
    let scene = Scene::new(Generation::Personal).await;
    let base = scene.portal.url();
    scene.portal.webhook_with_secret(8, &["crm"], "narrow");
    scene.portal.webhook_with_secret(12, &["im"], "nobodys");
    let cases = [
        ("rest/7/wrong/no.such.method", 404, "ERROR_METHOD_NOT_FOUND"),
        ("rest/no.such.method", 404, "ERROR_METHOD_NOT_FOUND"),
        ("rest/7/profile", 404, "ERROR_METHOD_NOT_FOUND"),
        ("rest/7/sandboxsecretofuser7/", 404, "ERROR_METHOD_NOT_FOUND"),
        ("rest/api/7/sandboxsecretofuser7/profile", 404, "ERROR_METHOD_NOT_FOUND"),
        ("rest/7/sandboxsecretofuser7/profile.xml", 404, "ERROR_METHOD_NOT_FOUND"),
        ("rest/profile", 401, "NO_AUTH_FOUND"),
        ("rest/7/wrong/profile", 401, "INVALID_CREDENTIALS"),
        ("rest/8/sandboxsecretofuser7/profile", 401, "INVALID_CREDENTIALS"),
        ("rest/somebody/wrong/profile", 401, "INVALID_CREDENTIALS"),
        ("rest/8/narrow/im.recent.get", 401, "insufficient_scope"),
        ("rest/11/sandboxsecretofuser11/profile", 401, "authorization_error"),
        ("rest/12/nobodys/profile", 401, "authorization_error"),
        ("rest/7/sandboxsecretofuser7/app.info", 403, "ACCESS_DENIED"),
    ];
    for (path, status, code) in cases {
        let (found, body) = answer(scene.http.get(format!("{base}/{path}"))).await;
        assert_eq!((found, body["error"].as_str()), (status, Some(code)), "{path}");
        assert!(body["error_description"].is_string() && body.get("time").is_none(), "{path}");
    }
    scene.portal.delete_webhook(7);
    let error = scene.error(7, "profile", json!({})).await;
    assert_eq!(error, (401, "INVALID_CREDENTIALS".to_owned()));
}

#[tokio::test]
async fn finds_methods_in_any_letter_case_and_under_a_prefix() {
    let settings = Settings { path_prefix: "/b24".to_owned(), ..Settings::default() };
    let scene = Scene::with(settings).await;
    assert!(scene.portal.url().ends_with("/b24"));
    for method in ["PROFILE", "profile.json", "profile/"] {
        assert_eq!(scene.result(7, method, json!({})).await["ID"], "7", "{method}");
    }
    let silent = SILENT.to_uppercase();
    let params = json!({ "CHAT_ID": 2024 });
    assert_eq!(scene.result(7, &silent, params).await, json!(true));
}

#[tokio::test]
async fn wraps_results() {
    let scene = Scene::new(Generation::Personal).await;
    let response = scene.http.get(scene.address(7, "profile")).send().await.unwrap();
    let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
    assert_eq!(kind, "application/json; charset=utf-8");
    let body: Value = response.json().await.unwrap();
    let names: Vec<_> = body.as_object().unwrap().keys().collect();
    assert_eq!(names, ["result", "time"]);
    let names: Vec<_> = body["time"].as_object().unwrap().keys().map(String::as_str).collect();
    let expected = ["date_finish", "date_start", "duration", "finish", "processing", "start"];
    assert_eq!(names, expected, "a box has no operating fields");
    assert!(body["time"]["finish"].as_f64() >= body["time"]["start"].as_f64());
}

#[tokio::test]
async fn tells_who_and_what() {
    let scene = Scene::new(Generation::Personal).await;
    let profile = scene.result(7, "profile", json!({})).await;
    assert_eq!((&profile["ID"], &profile["ADMIN"]), (&json!("7"), &json!(true)));
    assert_eq!(scene.result(8, "profile", json!({})).await["ADMIN"], json!(false));
    assert_eq!(scene.result(7, "user.current", json!({})).await["LAST_NAME"], "Orlova");
    assert_eq!(scene.result(7, "scope", json!({})).await, json!(["imopenlines", "im", "user"]));
    let all = scene.result(7, "scope", json!({ "full": true })).await;
    assert!(all.as_array().unwrap().contains(&json!("crm")));
    let methods = scene.result(7, "methods", json!({})).await;
    assert!(methods.as_array().unwrap().contains(&json!(SILENT)));
    let none = scene.result(7, "methods", json!({ "SCOPE": "crm" })).await;
    assert_eq!(none, json!([]));
    assert!(scene.result(7, "server.time", json!({})).await.as_str().unwrap().contains('T'));
}

/// Names in lower case; for controllers, only the controller counts.
#[tokio::test]
async fn tells_which_methods_exist() {
    let scene = Scene::new(Generation::Personal).await;
    scene.portal.webhook_with_secret(7, &["crm"], "narrow");
    let cases = [
        (SILENT, true, false),
        ("imopenlines.session.mode.pinAll", false, false),
        ("imopenlines.session.mode.pinall", true, false),
        ("profile", true, true),
        ("imopenlines.v2.Session.isSilentMode", true, false),
        ("imopenlines.v2.Session.noSuchAction", true, false),
        ("imopenlines.v2.Nothing.isSilentMode", false, false),
        ("no.such.method", false, false),
        ("", false, false),
    ];
    for (name, exists, narrow) in cases {
        let wide = scene.result(7, "method.get", json!({ "name": name })).await;
        let expected = json!({ "isExisting": exists, "isAvailable": exists });
        assert_eq!(wide, expected, "{name}");
        let address = format!("{}/rest/7/narrow/method.get?name={name}", scene.portal.url());
        let (_, body) = answer(scene.http.get(address)).await;
        assert_eq!(body["result"]["isAvailable"], json!(narrow), "{name}");
    }
}
