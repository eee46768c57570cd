//! What silent mode does, before and after the update that changed its meaning.

use hushbot::sandbox::portal::Generation;
use serde_json::json;

use crate::{SILENT, Scene};

impl Scene {
    async fn switch(&self, user_id: u64, on: bool) {
        let params = json!({ "CHAT_ID": 2024, "ACTIVATE": if on { "Y" } else { "N" } });
        assert_eq!(self.result(user_id, SILENT, params).await, json!(true));
    }

    /// Whether the messages of Nina and of Boris reach the client.
    fn reach(&self) -> (bool, bool) {
        let said = |user_id| self.portal.operator_writes(2024, user_id, "Hello").unwrap();
        (said(7), said(8))
    }
}

#[tokio::test]
async fn chat_wide_flag_is_everybodys() {
    let scene = Scene::new(Generation::ChatWide).await;
    scene.portal.change_dialog(2024, |dialog| dialog.members.push(8));
    assert_eq!(scene.field("entity_data_3").await, json!("N"));
    scene.switch(7, true).await;
    assert_eq!(scene.field("entity_data_3").await, json!("Y"));
    assert_eq!(scene.reach(), (false, false));
    assert!(scene.portal.is_silent(2024, 8));
    let read = "imopenlines.v2.Session.isSilentMode";
    let read = scene.result(8, read, json!({ "chatId": 2024 })).await;
    assert_eq!(read, json!({ "result": true }));
    scene.switch(8, false).await;
    assert_eq!(scene.field("entity_data_3").await, json!(""));
    assert_eq!(scene.reach(), (true, true));
}

#[tokio::test]
async fn chat_wide_announces_changes_and_one_needless_off() {
    let scene = Scene::new(Generation::ChatWide).await;
    scene.switch(7, false).await;
    assert_eq!(scene.notices().len(), 1, "`N` is not empty, so off is announced");
    scene.switch(7, false).await;
    assert_eq!(scene.notices().len(), 1);
    scene.switch(7, true).await;
    scene.switch(8, true).await;
    assert_eq!(scene.notices().len(), 2, "on to on is silent");
    scene.switch(7, false).await;
    assert_eq!(scene.notices().len(), 3);
}

#[tokio::test]
async fn personal_flag_is_the_callers() {
    let scene = Scene::new(Generation::Personal).await;
    scene.portal.change_dialog(2024, |dialog| dialog.members.push(8));
    scene.switch(7, true).await;
    scene.switch(7, true).await;
    assert_eq!(scene.field("entity_data_3").await, json!("N"), "the field is not written");
    assert_eq!(scene.reach(), (false, true));
    scene.switch(8, false).await;
    assert!(scene.portal.is_silent(2024, 7), "nobody switches it for another");
    scene.switch(7, false).await;
    assert_eq!(scene.reach(), (true, true));
    assert_eq!(scene.notices(), Vec::<String>::new());
}

#[tokio::test]
async fn an_update_leaves_a_stale_flag() {
    let scene = Scene::new(Generation::ChatWide).await;
    scene.switch(7, true).await;
    scene.portal.set_generation(Generation::Personal);
    assert_eq!(scene.field("entity_data_3").await, json!("Y"));
    assert!(!scene.portal.is_silent(2024, 7));
    scene.switch(7, false).await;
    assert_eq!(scene.field("entity_data_3").await, json!("Y"));
}

/// Silent mode ends with the session, but not when the dialog changes hands.
#[tokio::test]
async fn resets_with_the_session_only() {
    for generation in [Generation::ChatWide, Generation::Personal] {
        let scene = Scene::new(generation).await;
        scene.switch(7, true).await;
        scene.switch(8, true).await;
        let chat = json!({ "CHAT_ID": 2024 });
        scene.result(8, "imopenlines.session.intercept", chat.clone()).await;
        let there = json!({ "CHAT_ID": 2024, "USER_ID": 7 });
        scene.result(8, "imopenlines.operator.transfer", there).await;
        assert!(scene.portal.is_silent(2024, 7), "{generation:?}");
        scene.portal.close_session(2024);
        assert!(!scene.portal.is_silent(2024, 7), "{generation:?}");
        assert!(!scene.portal.is_silent(2024, 8), "{generation:?}");
        assert_eq!(scene.field("entity_data_3").await, json!("N"));
        let data = scene.field("entity_data_1").await;
        assert_eq!(data.as_str().unwrap().split('|').nth(5), Some("0"));
        scene.switch(7, true).await;
        assert!(scene.portal.is_silent(2024, 7), "an ended session is no error");
        scene.portal.close_session(2024);
        assert!(scene.portal.is_silent(2024, 7), "what has ended does not end again");
    }
}

#[tokio::test]
async fn others_may_drop_it_without_a_word() {
    for generation in [Generation::ChatWide, Generation::Personal] {
        let scene = Scene::new(generation).await;
        scene.switch(7, true).await;
        let before = scene.notices();
        scene.portal.drop_silent(2024);
        assert!(!scene.portal.is_silent(2024, 7));
        assert_eq!(scene.notices(), before);
    }
}

/// `SKIP_CONNECTOR` hides one message; silent mode hides all that `im.message.add` writes.
#[tokio::test]
async fn messages_by_rest_are_hidden_too() {
    let scene = Scene::new(Generation::Personal).await;
    let add = |text: &str, skip: &str| json!({ "DIALOG_ID": "chat2024", "MESSAGE": text, "SKIP_CONNECTOR": skip });
    scene.result(7, "im.message.add", add("open", "N")).await;
    scene.result(7, "im.message.add", add("note", "Y")).await;
    scene.switch(7, true).await;
    scene.result(7, "im.message.add", add("silent", "N")).await;
    let snapshot = scene.portal.snapshot();
    let hidden: Vec<_> = snapshot.dialogs[0].messages[1..]
        .iter()
        .map(|post| (post.text.as_str(), post.hidden))
        .collect();
    assert_eq!(hidden, [("open", false), ("note", true), ("silent", true)]);
    let refused = scene.error(9, "im.message.add", add("x", "N")).await;
    assert_eq!(refused, (403, "ACCESS_ERROR".to_owned()));
}
