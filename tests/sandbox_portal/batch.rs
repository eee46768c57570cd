//! `batch`.

use hushbot::sandbox::portal::{Call, Fault, Generation, On};
use serde_json::{Value, json};

use crate::{SILENT, Scene};

#[tokio::test]
async fn runs_commands_in_order_with_references() {
    let scene = Scene::new(Generation::ChatWide).await;
    let body = r#"{"halt":0,"cmd":{
        "z":"imopenlines.session.mode.silent?CHAT_ID=2024&ACTIVATE=Y",
        "a":"imopenlines.dialog.get?CHAT_ID=2024",
        "me":"profile",
        "again":"im.dialog.get?DIALOG_ID=$result[a][dialog_id]"}}"#;
    let (status, answer) = scene.post("batch", "application/json", body).await;
    assert_eq!(status, 200);
    let result = &answer["result"];
    assert_eq!(result["result"]["z"], json!(true));
    assert_eq!(result["result"]["a"]["entity_data_3"], "Y");
    assert_eq!(result["result"]["again"]["id"], 2024);
    for empty in ["result_error", "result_total", "result_next"] {
        assert_eq!(result[empty], json!([]), "{empty}");
    }
    assert!(result["result_time"]["me"]["start"].is_number());
    assert!(answer["time"].is_object());
}

#[tokio::test]
async fn answers_200_to_nothing_but_errors() {
    let scene = Scene::new(Generation::Personal).await;
    let cmd = json!({
        "chat": "imopenlines.session.mode.silent?CHAT_ID=chat2024",
        "method": "no.such.method",
        "nested": "batch?cmd[a]=profile",
    });
    let result = scene.result(7, "batch", json!({ "cmd": cmd, "halt": 0 })).await;
    assert_eq!(result["result"], json!([]));
    let code = |key: &str| result["result_error"][key]["error"].as_str().unwrap().to_owned();
    assert_eq!(code("chat"), "CHAT_ID");
    assert_eq!(code("method"), "ERROR_METHOD_NOT_FOUND");
    assert_eq!(code("nested"), "ERROR_BATCH_METHOD_NOT_ALLOWED");
    assert_eq!(result["result_time"], json!([]));
}

#[tokio::test]
async fn halts_when_asked() {
    let scene = Scene::new(Generation::Personal).await;
    let commands = ["profile", "no.such.method", "profile"];
    for (halt, expected) in [(json!(1), 1), (json!("1"), 1), (json!(0), 2), (json!("0"), 2)] {
        let params = json!({ "cmd": commands, "halt": halt });
        let result = scene.result(7, "batch", params).await;
        let count = result["result"]
            .as_array()
            .map_or_else(|| result["result"].as_object().unwrap().len(), Vec::len);
        assert_eq!(count, expected, "{halt}");
    }
}

#[tokio::test]
async fn refuses_the_surplus() {
    let scene = Scene::new(Generation::Personal).await;
    let commands = vec!["server.time"; 52];
    let result = scene.result(7, "batch", json!({ "cmd": commands })).await;
    assert_eq!(result["result"].as_array().unwrap().len(), 50);
    let errors = result["result_error"].as_object().unwrap();
    assert_eq!(errors.keys().collect::<Vec<_>>(), ["50", "51"]);
    assert_eq!(errors["51"]["error"], "ERROR_BATCH_LENGTH_EXCEEDED");
}

#[tokio::test]
async fn takes_forms_and_answers_nothing_to_nothing() {
    let scene = Scene::new(Generation::Personal).await;
    let form = "application/x-www-form-urlencoded";
    let body = "halt=0&cmd[me]=profile&cmd[list]=im.recent.list%3FLIMIT%3D1%26SKIP_CHAT%3DY";
    let (_, answer) = scene.post("batch", form, body).await;
    let result = &answer["result"];
    assert_eq!(result["result"]["me"]["ID"], "7");
    assert_eq!(result["result_total"], json!({ "list": -1 }));
    assert_eq!(result["result_next"], json!({ "list": 1 }));
    let empty = scene.result(7, "batch", json!({})).await;
    assert!(empty.as_object().unwrap().values().all(|part| *part == json!([])));
    let odd = scene.result(7, "batch", json!({ "CMD": [7, ["profile"], "profile"] })).await;
    assert_eq!(odd["result"]["2"]["ID"], "7", "what is no text is skipped: {odd}");
}

#[tokio::test]
async fn checks_scopes_and_meets_faults_command_by_command() {
    let scene = Scene::new(Generation::Personal).await;
    scene.portal.webhook_with_secret(7, &["im"], "narrow");
    let address = format!("{}/rest/7/narrow/batch", scene.portal.url());
    let commands = json!({ "cmd": { "a": format!("{SILENT}?CHAT_ID=2024"), "b": "profile" } });
    let response = scene.http.post(address).json(&commands).send().await.unwrap();
    let body: Value = response.json().await.unwrap();
    assert_eq!(body["result"]["result_error"]["a"]["error"], "insufficient_scope");
    assert_eq!(body["result"]["result"]["b"]["ID"], "7");

    let fault = Fault::code("INTERNAL_SERVER_ERROR");
    scene.portal.fault(fault, On::method(SILENT).times(1));
    let result = scene.result(7, "batch", commands.clone()).await;
    assert_eq!(result["result_error"]["a"]["error"], "INTERNAL_SERVER_ERROR");
    scene.portal.fault(Fault::TrueButUnchanged, On::method(SILENT).times(1));
    let on = json!({ "cmd": { "a": format!("{SILENT}?CHAT_ID=2024&ACTIVATE=Y") } });
    assert_eq!(scene.result(7, "batch", on).await["result"]["a"], json!(true));
    assert!(!scene.portal.is_silent(2024, 7));
    let (last, inner) = last_two(&scene);
    assert_eq!((last.method.as_str(), inner.batch), ("batch", Some(last.number)));
}

#[tokio::test]
async fn what_befalls_connections_meets_the_batch_of_the_command_that_it_is_meant_for() {
    let scene = Scene::new(Generation::Personal).await;
    let on = json!({ "cmd": { "a": format!("{SILENT}?CHAT_ID=2024&ACTIVATE=Y"), "b": "profile" } });
    for (fault, carried_out) in [(Fault::Reset, false), (Fault::AnswerLost, true)] {
        scene.portal.fault(fault, On::method(&SILENT.to_uppercase()).times(1));
        let other = scene.result(7, "batch", json!({ "cmd": { "b": "profile" } })).await;
        assert_eq!(other["result"]["b"]["ID"], "7");
        let sent = scene.http.post(scene.address(7, "batch")).json(&on).send().await;
        assert!(sent.is_err());
        assert_eq!(scene.portal.is_silent(2024, 7), carried_out);
    }
    assert_eq!(scene.result(7, "batch", on).await["result"]["a"], json!(true));
}

fn last_two(scene: &Scene) -> (Call, Call) {
    let last = scene.portal.calls().pop().unwrap();
    let inner = scene.portal.calls().into_iter().rev().nth(1).unwrap();
    (last, inner)
}
