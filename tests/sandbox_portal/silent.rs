//! `imopenlines.session.mode.silent`: what counts as on, and who may.

use hushbot::sandbox::portal::{Dialog, Fault, Generation, On};
use serde_json::{Value, json};

use crate::{SILENT, Scene};

/// Only the string `Y` under the key in capitals switches on; everything else switches off.
#[tokio::test]
async fn only_a_capital_y_is_on() {
    let cases = [
        (json!({ "CHAT_ID": 2024, "ACTIVATE": "Y" }), true),
        (json!({ "CHAT_ID": "2024", "ACTIVATE": "Y" }), true),
        (json!({ "CHAT_ID": "2024abc", "ACTIVATE": "Y" }), true),
        (json!({ "CHAT_ID": 2024.9, "ACTIVATE": "Y" }), true),
        (json!({ "CHAT_ID": 2024 }), false),
        (json!({ "CHAT_ID": 2024, "ACTIVATE": "y" }), false),
        (json!({ "CHAT_ID": 2024, "ACTIVATE": "N" }), false),
        (json!({ "CHAT_ID": 2024, "ACTIVATE": true }), false),
        (json!({ "CHAT_ID": 2024, "ACTIVATE": 1 }), false),
        (json!({ "CHAT_ID": 2024, "activate": "Y" }), false),
        (json!({ "CHAT_ID": 2024, "ACTIVATE": null }), false),
    ];
    for generation in [Generation::ChatWide, Generation::Personal] {
        let scene = Scene::new(generation).await;
        for (params, expected) in &cases {
            scene.portal.switch_silent(2024, 7, !expected);
            let result = scene.result(7, SILENT, params.clone()).await;
            assert_eq!(result, json!(true), "{params}");
            assert_eq!(scene.portal.is_silent(2024, 7), *expected, "{generation:?} {params}");
        }
    }
}

#[tokio::test]
async fn takes_only_a_number_under_the_key_in_capitals() {
    let scene = Scene::new(Generation::Personal).await;
    let cases = [
        json!({}),
        json!({ "CHAT_ID": "chat2024" }),
        json!({ "chat_id": 2024 }),
        json!({ "CHAT_ID": 0 }),
        json!({ "CHAT_ID": -5 }),
        json!({ "CHAT_ID": null }),
        json!({ "CHAT_ID": true }),
        json!({ "CHAT_ID": 999_999 }),
        json!({ "CHAT_ID": "99999999999999999999" }),
        json!({ "DIALOG_ID": "chat2024" }),
    ];
    for params in cases {
        let error = scene.error(7, SILENT, params.clone()).await;
        assert_eq!(error, (400, "CHAT_ID".to_owned()), "{params}");
    }
}

/// The order of the checks: who may, and what a refusal is called.
#[tokio::test]
async fn checks_access_in_order() {
    let scene = Scene::new(Generation::Personal).await;
    scene.portal.add_dialog(Dialog::new(2025, "Olga", "Site").queued_for(9));
    scene.portal.add_dialog(Dialog::new(2026, "Pavel", "Site").member(9).ended());
    scene.portal.add_dialog(Dialog::new(2027, "Rita", "Site").linked("DEAL", 5, &[9]));
    scene.portal.add_dialog(Dialog::new(2028, "Sofia", "Site").joinable_by(9));
    let cases = [
        ("operator", 7, 2024, None),
        ("member, whatever the role", 10, 2024, None),
        ("permission to join", 8, 2024, None),
        ("neither", 9, 2024, Some("ACCESS_DENIED")),
        ("waiting in the queue", 9, 2025, None),
        ("an ended session is no error", 9, 2026, None),
        ("reads the CRM card", 9, 2027, None),
        ("permission on another line", 9, 2028, None),
        ("member of a group", 7, 31, Some("CHAT_TYPE")),
        ("stranger to a group", 9, 31, Some("CHAT_TYPE")),
        ("stranger to a talk of two", 9, 32, Some("CHAT_TYPE")),
        ("nothing there", 9, 77, Some("CHAT_ID")),
    ];
    for (who, user_id, chat_id, expected) in cases {
        let params = json!({ "CHAT_ID": chat_id, "ACTIVATE": "Y" });
        let (status, body) = scene.call(user_id, SILENT, params).await;
        let found = body.get("error").and_then(Value::as_str);
        assert_eq!(found, expected, "{who}: {body}");
        assert_eq!(status, if expected.is_some() { 400 } else { 200 }, "{who}");
    }
}

/// The undocumented controllers: nested answers, on by default, null for a refusal.
#[tokio::test]
async fn v2_reads_and_sets() {
    let scene = Scene::new(Generation::Personal).await;
    let set = "imopenlines.v2.Session.setSilentMode";
    let is = "imopenlines.v2.Session.isSilentMode";
    let on = json!({ "result": true });
    let off = json!({ "result": false });
    assert_eq!(scene.result(7, is, json!({ "chatId": 2024 })).await, off);
    assert_eq!(scene.result(7, set, json!({ "dialogId": "chat2024" })).await, on);
    assert_eq!(scene.result(7, is, json!({ "dialogId": "chat2024" })).await, on);
    assert_eq!(scene.result(8, is, json!({ "chatId": 2024 })).await, off);
    let params = json!({ "chatId": "2024", "silentMode": "N" });
    assert_eq!(scene.result(7, set, params).await, on);
    assert_eq!(scene.result(7, is, json!({ "chatId": 2024 })).await, off);
    assert_eq!(scene.result(7, set, json!({ "chatId": 31 })).await, Value::Null);
    assert_eq!(scene.result(7, is, json!({ "chatId": 31 })).await, Value::Null);

    let refusals = [
        (7, json!({}), "100"),
        (7, json!({ "CHAT_ID": 2024 }), "100"),
        (7, json!({ "chatId": 999 }), "CHAT_NOT_FOUND"),
        (9, json!({ "chatId": 2024 }), "ACCESS_DENIED"),
        (10, json!({ "chatId": 2024 }), "allowed_only_intranet_user"),
    ];
    for (user_id, params, code) in refusals {
        for method in [is, set] {
            let error = scene.error(user_id, method, params.clone()).await;
            assert_eq!(error, (400, code.to_owned()), "{method} {params}");
        }
    }
    let lower = scene.error(7, &is.to_lowercase(), json!({ "chatId": 2024 })).await;
    assert_eq!(lower, (404, "ERROR_METHOD_NOT_FOUND".to_owned()));
}

/// What a crash test compares with what it was told.
#[tokio::test]
async fn remembers_every_switch() {
    let scene = Scene::new(Generation::Personal).await;
    let switch = |on: &str| json!({ "CHAT_ID": 2024, "ACTIVATE": on });
    scene.result(7, SILENT, switch("Y")).await;
    scene.result(8, SILENT, switch("Y")).await;
    scene.error(9, SILENT, switch("Y")).await;
    scene.portal.fault(Fault::AnswerLost, On::method(SILENT).times(1));
    let lost = scene.http.post(scene.address(7, SILENT)).json(&switch("N")).send().await;
    assert!(lost.is_err());
    scene.portal.fault(Fault::TrueButUnchanged, On::method(SILENT).times(1));
    scene.result(7, SILENT, switch("Y")).await;
    scene.result(7, SILENT, switch("N")).await;
    scene.portal.switch_silent(2024, 7, true);
    let history = scene.portal.history(2024);
    let seen: Vec<_> = history.iter().map(|it| (it.number, it.user, it.on)).collect();
    assert_eq!(seen, [(1, 7, true), (2, 8, true), (3, 7, false), (4, 7, false), (5, 7, true)]);
    assert!(history.is_sorted_by_key(|it| it.at));
    assert!(scene.portal.history(31).is_empty());

    for _ in 0..10_000 {
        scene.portal.switch_silent(2024, 7, false);
    }
    let history = scene.portal.history(2024);
    assert_eq!((history.len(), history[0].number), (10_000, 6), "the oldest are forgotten");
}
