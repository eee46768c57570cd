//! `imopenlines.dialog.get` and `im.dialog.get`.

use hushbot::sandbox::portal::{Dialog, Generation};
use serde_json::json;

use crate::Scene;

const GET: &str = "imopenlines.dialog.get";

#[tokio::test]
async fn shows_the_whole_dialog() {
    let scene = Scene::new(Generation::ChatWide).await;
    let chat = scene.result(7, GET, json!({ "CHAT_ID": 2024 })).await;
    let expected = [
        ("id", json!(2024)),
        ("dialog_id", json!("chat2024")),
        ("name", json!("Anna - Site")),
        ("avatar", json!("")),
        ("type", json!("lines")),
        ("message_type", json!("L")),
        ("owner", json!(7)),
        ("entity_type", json!("LINES")),
        ("entity_id", json!("livechat|3|1775|599")),
        ("entity_data_2", json!("LEAD|1209|COMPANY|0|CONTACT|0|DEAL|0")),
        ("entity_data_3", json!("N")),
        ("mute_list", json!([])),
        ("public", json!("")),
        ("role", json!("owner")),
        ("manager_list", json!([7])),
        ("user_counter", json!(3)),
        ("description", json!(null)),
    ];
    for (name, value) in expected {
        assert_eq!(chat[name], value, "{name}");
    }
    let data = chat["entity_data_1"].as_str().unwrap();
    assert!(data.starts_with("Y|LEAD|1209|N|N|343|"), "{data}");
    assert!(data.ends_with("|0|0|0"), "{data}");
    let readers: Vec<_> = chat["readed_list"].as_array().unwrap().iter().collect();
    assert_eq!(readers.last().unwrap()["user_name"], "Anna");
    assert!(chat["date_create"].as_str().unwrap().ends_with("+00:00"));
}

/// The first parameter that is present decides, whatever it holds; keys in any letter case.
#[tokio::test]
async fn finds_by_the_first_parameter_present() {
    let scene = Scene::new(Generation::Personal).await;
    let found = [
        json!({ "chat_id": "2024" }),
        json!({ "DIALOG_ID": "chat2024" }),
        json!({ "dialog_id": "CHAT2024" }),
        json!({ "SESSION_ID": 343 }),
        json!({ "USER_CODE": "livechat|3|1775|599" }),
        json!({ "user_code": "imol|livechat|3|1775|599" }),
        json!({ "CHAT_ID": null, "SESSION_ID": "343" }),
        json!({ "CHAT_ID": 2024, "DIALOG_ID": "nonsense" }),
    ];
    for params in found {
        let chat = scene.result(7, GET, params.clone()).await;
        assert_eq!(chat["id"], 2024, "{params}");
    }
    let refused = [
        json!({}),
        json!({ "CHAT_ID": 0, "SESSION_ID": 343 }),
        json!({ "CHAT_ID": "chat2024" }),
        json!({ "DIALOG_ID": "2024" }),
        json!({ "DIALOG_ID": "sg2024", "SESSION_ID": 343 }),
        json!({ "SESSION_ID": 1 }),
        json!({ "USER_CODE": "livechat|3|1775|600" }),
        json!({ "CHAT_ID": 31 }),
        json!({ "CHAT_ID": 77 }),
    ];
    for params in refused {
        let error = scene.error(7, GET, params.clone()).await;
        assert_eq!(error, (400, "ACCESS_ERROR".to_owned()), "{params}");
    }
    let stranger = scene.error(9, GET, json!({ "CHAT_ID": 2024 })).await;
    assert_eq!(stranger, (400, "ACCESS_ERROR".to_owned()));
    let joiner = scene.result(8, GET, json!({ "CHAT_ID": 2024 })).await;
    assert_eq!(joiner["role"], "guest");
}

/// Sessions of the past still lead to their dialog.
#[tokio::test]
async fn finds_by_an_earlier_session() {
    let scene = Scene::new(Generation::Personal).await;
    scene.portal.close_session(2024);
    scene.portal.client_writes(2024, "Me again").unwrap();
    let chat = scene.result(7, GET, json!({ "SESSION_ID": 343 })).await;
    let data = chat["entity_data_1"].as_str().unwrap();
    assert!(data.contains("|344|"), "{data}");
}

#[tokio::test]
async fn shows_unlinked_unanswered_and_foreign_parts() {
    let scene = Scene::new(Generation::Personal).await;
    let dialog = Dialog::new(5, "Ким", "Линия").via("my-connector", "room/1", "u-1");
    scene.portal.add_dialog(dialog.joinable_by(7));
    let chat = scene.result(7, GET, json!({ "CHAT_ID": 5 })).await;
    assert_eq!(chat["owner"], 0);
    assert_eq!(chat["manager_list"], json!([]));
    assert_eq!(chat["entity_id"], "my-connector|1|room/1|u-1");
    assert!(chat["entity_data_1"].as_str().unwrap().starts_with("N|NONE|0|"));
    assert_eq!(chat["name"], "Ким - Линия");
}

#[tokio::test]
async fn im_dialog_get_shows_any_chat() {
    let scene = Scene::new(Generation::Personal).await;
    let get = "im.dialog.get";
    let chat = scene.result(7, get, json!({ "DIALOG_ID": "chat2024" })).await;
    assert_eq!(chat["entity_type"], "LINES");
    let group = scene.result(7, get, json!({ "DIALOG_ID": "chat31" })).await;
    assert_eq!((&group["type"], &group["entity_type"]), (&json!("chat"), &json!("")));
    let cases = [
        (7, json!({}), (400, "DIALOG_ID_EMPTY")),
        (7, json!({ "DIALOG_ID": "nonsense" }), (400, "DIALOG_ID_EMPTY")),
        (7, json!({ "DIALOG_ID": "chat77" }), (403, "ACCESS_ERROR")),
        (9, json!({ "DIALOG_ID": "chat2024" }), (403, "ACCESS_ERROR")),
    ];
    for (user_id, params, (status, code)) in cases {
        let error = scene.error(user_id, get, params.clone()).await;
        assert_eq!(error, (status, code.to_owned()), "{params}");
    }
}
