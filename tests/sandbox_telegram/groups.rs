//! Groups: privacy mode, rights, topics.

use hushbot::sandbox::telegram::Line;
use serde_json::json;

use crate::support::{CHAT, GROUP, IVAN, OLGA, confirm_all, refusal, result, sandbox};

#[tokio::test]
async fn privacy_mode_hides_what_is_not_for_the_bot() {
    let api = sandbox().await;
    result(&api, "sendMessage", json!({"chat_id": GROUP, "text": "hi"})).await;
    api.say(GROUP, IVAN, "seen by people only");
    for (text, reply_to, is_seen) in [
        ("/silent 1 on", None, true),
        ("/silent@hushbot_demo_bot 1 on", None, true),
        ("/silent@HushBot_Demo_Bot 1 on", None, true),
        ("/silent@other_bot 1 on", None, false),
        ("hello", None, false),
        ("run /silent", None, false),
        ("yes", Some(1), true),
        ("yes", Some(2), false),
    ] {
        confirm_all(&api).await;
        let line = Line { chat: GROUP, from: OLGA, text, reply_to, ..Line::default() };
        api.write(&line).unwrap();
        let updates = result(&api, "getUpdates", json!({})).await;
        assert_eq!(updates.as_array().unwrap().len(), usize::from(is_seen), "{text}");
    }
    confirm_all(&api).await;
    api.set_bot_admin(GROUP, true);
    api.say(GROUP, OLGA, "hello");
    let updates = result(&api, "getUpdates", json!({})).await;
    assert_eq!(
        updates[0]["message"]["chat"],
        json!({"id": GROUP, "type": "supergroup", "title": "Desk"})
    );
}

#[tokio::test]
async fn only_an_admin_deletes_what_others_wrote() {
    let api = sandbox().await;
    let ids = [api.say(GROUP, OLGA, "a"), api.say(GROUP, OLGA, "b")];
    let params = json!({"chat_id": GROUP, "message_id": ids[0]});
    assert_eq!(
        refusal(&api, "deleteMessage", params.clone()).await,
        (400, "Bad Request: message can't be deleted".to_owned())
    );
    result(&api, "deleteMessages", json!({"chat_id": GROUP, "message_ids": ids})).await;
    assert_eq!(api.messages(GROUP).len(), 2, "what may not be deleted is skipped");
    api.set_bot_admin(GROUP, true);
    result(&api, "deleteMessage", params).await;
    result(&api, "deleteMessages", json!({"chat_id": GROUP, "message_ids": [2, 99]})).await;
    assert_eq!(api.messages(GROUP), []);
}

#[tokio::test]
async fn nothing_older_than_two_days_is_deleted() {
    let api = sandbox().await;
    let line =
        Line { chat: CHAT, from: OLGA, text: "x", date: Some(1_700_000_000), ..Line::default() };
    let id = api.write(&line).unwrap();
    assert_eq!(
        refusal(&api, "deleteMessage", json!({"chat_id": CHAT, "message_id": id})).await,
        (400, "Bad Request: message can't be deleted".to_owned())
    );
}

#[tokio::test]
async fn a_forum_has_topics() {
    let api = sandbox().await;
    api.set_topics(GROUP, &[5]);
    let line = Line { chat: GROUP, from: OLGA, text: "/x", thread: Some(9), ..Line::default() };
    api.write(&line).unwrap();
    let update = result(&api, "getUpdates", json!({"offset": -1})).await;
    assert_eq!(update[0]["message"]["message_thread_id"], 9);
    assert_eq!(update[0]["message"]["is_topic_message"], true);
    assert_eq!(update[0]["message"]["chat"]["is_forum"], true);
    for (thread, sent) in [(5, json!(5)), (9, json!(9)), (1, json!(null))] {
        let params = json!({"chat_id": GROUP, "text": "x", "message_thread_id": thread});
        assert_eq!(result(&api, "sendMessage", params).await["message_thread_id"], sent);
    }
    let params = json!({"chat_id": GROUP, "text": "x", "message_thread_id": 6});
    assert_eq!(
        refusal(&api, "sendMessage", params).await,
        (400, "Bad Request: message thread not found".to_owned())
    );
}

#[tokio::test]
async fn chats_and_members_are_told() {
    let api = sandbox().await;
    let chat = result(&api, "getChat", json!({"chat_id": GROUP})).await;
    assert_eq!((&chat["title"], &chat["accent_color_id"]), (&json!("Desk"), &json!(0)));
    for (user, status) in [(OLGA, "creator"), (IVAN, "member"), (4242, "member")] {
        let params = json!({"chat_id": GROUP, "user_id": user});
        assert_eq!(result(&api, "getChatMember", params).await["status"], status);
    }
    api.set_bot_admin(GROUP, true);
    let admins = result(&api, "getChatAdministrators", json!({"chat_id": GROUP})).await;
    assert_eq!(admins.as_array().unwrap().len(), 2);
    assert_eq!(admins[1]["can_delete_messages"], true);
    assert_eq!(result(&api, "getChatMemberCount", json!({"chat_id": GROUP})).await, 3);
    assert_eq!(
        refusal(&api, "getChatAdministrators", json!({"chat_id": CHAT})).await.1,
        "Bad Request: there are no administrators in the private chat"
    );
}
