//! What operators and supervisors do to a dialog besides silencing it.

use hushbot::sandbox::portal::{Dialog, Generation, Portal};
use serde_json::{Value, json};

use crate::Scene;

fn operator(portal: &Portal, chat_id: u64) -> Option<u64> {
    let dialogs = portal.snapshot().dialogs;
    dialogs.iter().find(|view| view.dialog.chat_id == chat_id).unwrap().dialog.operator
}

/// One call after another on dialog 2024 and on an unanswered one, 2040.
#[tokio::test]
async fn answers_by_generation() {
    for (generation, own, taken) in [
        (Generation::ChatWide, "", ""),
        (
            Generation::Personal,
            "IMOL_CHAT_ERROR_ANSWER_ALREADY_RESPONSIBLE",
            "ANSWER_ALREADY_TAKEN",
        ),
    ] {
        let scene = Scene::new(generation).await;
        scene.portal.add_dialog(Dialog::new(2040, "Olga", "Site").queued_for(7).joinable_by(8));
        let answer = "imopenlines.operator.answer";
        let chat = json!({ "chat_id": 2040 });
        assert_eq!(scene.result(7, answer, chat.clone()).await, json!(true));
        assert_eq!(operator(&scene.portal, 2040), Some(7));
        assert_eq!(scene.error(7, answer, chat.clone()).await, (400, own.to_owned()));
        assert_eq!(scene.error(8, answer, chat).await, (400, taken.to_owned()));
    }
}

#[tokio::test]
async fn refuses_by_name_or_without_one() {
    let scene = Scene::new(Generation::Personal).await;
    scene.portal.add_dialog(Dialog::new(2041, "Olga", "Site").operator(7).ended());
    let chat = |id: i64| json!({ "CHAT_ID": id });
    let to = |key: &str, id: Value| json!({ "CHAT_ID": 2024, key: id });
    let cases = [
        (7, "session.intercept", json!({}), "CHAT_ID_EMPTY"),
        (9, "session.intercept", chat(2024), "OPERATOR_WRONG"),
        (9, "session.join", chat(2024), "ACCESS_DENIED"),
        (7, "session.join", chat(31), "CHAT_TYPE"),
        (9, "session.open", json!({ "USER_CODE": "livechat|3|1775|599" }), "ACCESS_DENIED"),
        (10, "session.open", json!({ "USER_CODE": "livechat|3|1775|599" }), ""),
        (8, "session.open", json!({ "USER_CODE": "imol|livechat|3|1775|599" }), "ACCESS_DENIED"),
        (7, "session.mode.pin", json!({}), "CHAT_ID_EMPTY"),
        (8, "session.mode.pin", chat(2024), ""),
        (9, "session.mode.pin", chat(2024), "ACCESS_DENIED"),
        (8, "operator.finish", chat(2024), "ERROR_USER_NOT_OPERATOR"),
        (7, "operator.finish", chat(2041), "NOT_LOAD_SESSION_OR_CHAT"),
        (7, "operator.skip", chat(2041), ""),
        (8, "operator.another.finish", json!({ "chat_id": 2024 }), "CHAT_ID"),
        (7, "operator.transfer", json!({}), "CHAT_ID_EMPTY"),
        (7, "operator.transfer", chat(2024), "TRANSFER_ID_EMPTY"),
        (7, "operator.transfer", to("USER_ID", json!(0)), "USER_ID_EMPTY"),
        (7, "operator.transfer", to("TRANSFER_ID", json!("queue0")), "QUEUE_ID_EMPTY"),
        (7, "operator.transfer", to("TRANSFER_ID", json!("7")), "OPERATOR_WRONG"),
        (7, "operator.transfer", to("USER_ID", json!(11)), "OPERATOR_WRONG"),
        (7, "operator.transfer", to("QUEUE_ID", json!(99)), "OPERATOR_WRONG"),
    ];
    for (user_id, method, params, code) in cases {
        let method = format!("imopenlines.{method}");
        let error = scene.error(user_id, &method, params.clone()).await;
        assert_eq!(error, (400, code.to_owned()), "{method} {params}");
    }
}

#[tokio::test]
async fn moves_a_dialog_around() {
    let scene = Scene::new(Generation::Personal).await;
    let chat = json!({ "CHAT_ID": 2024 });
    let yes = json!(true);
    assert_eq!(scene.result(8, "imopenlines.session.join", chat.clone()).await, yes);
    assert_eq!(scene.result(8, "imopenlines.session.join", chat.clone()).await, yes);
    assert_eq!(scene.notices().len(), 1, "who is in does not join again");
    assert_eq!(scene.result(8, "imopenlines.session.intercept", chat.clone()).await, yes);
    assert_eq!(operator(&scene.portal, 2024), Some(8));
    let there = json!({ "CHAT_ID": 2024, "TRANSFER_ID": "9" });
    assert_eq!(scene.result(8, "imopenlines.operator.transfer", there).await, yes);
    assert_eq!(operator(&scene.portal, 2024), Some(9));
    assert_eq!(scene.result(9, "imopenlines.operator.skip", chat.clone()).await, yes);
    assert_eq!(operator(&scene.portal, 2024), None);
    let finish = "imopenlines.operator.another.finish";
    assert_eq!(scene.result(8, finish, chat.clone()).await, yes);
    let opened = json!({ "USER_CODE": "livechat|3|1775|599" });
    let opened = scene.result(8, "imopenlines.session.open", opened).await;
    assert_eq!(opened, json!({ "chatId": "2024" }));
    assert_eq!(scene.result(8, "imopenlines.session.start", chat.clone()).await, yes);
    let data = scene.result(8, "imopenlines.dialog.get", chat.clone()).await;
    assert!(data["entity_data_1"].as_str().unwrap().contains("|344|"), "a session of its own");
    assert_eq!(scene.result(8, "imopenlines.operator.spam", chat).await, yes);
    let view = &scene.portal.snapshot().dialogs[0];
    assert_eq!((view.status, view.dialog.closed), (65, true));
}

/// Pinning is on unless told `N`, the reverse of silent mode.
#[tokio::test]
async fn pins() {
    let scene = Scene::new(Generation::Personal).await;
    let pinned = || scene.portal.snapshot().dialogs[0].pinned;
    let pin = "imopenlines.session.mode.pin";
    for (params, expected) in [
        (json!({ "CHAT_ID": 2024 }), true),
        (json!({ "CHAT_ID": 2024, "ACTIVATE": "N" }), false),
        (json!({ "CHAT_ID": 2024, "ACTIVATE": "n" }), true),
    ] {
        assert_eq!(scene.result(7, pin, params).await, json!(true));
        assert_eq!(pinned(), expected);
    }
    assert_eq!(scene.field("entity_data_1").await.as_str().unwrap().split('|').nth(3), Some("Y"));
    let all = |method| format!("imopenlines.session.mode.{method}");
    assert_eq!(scene.result(7, &all("pinAll"), json!({})).await, json!([]));
    assert_eq!(scene.result(7, &all("unpinAll"), json!({})).await, json!([343]));
    assert!(!pinned());
}
