//! Lists of dialogs.

use std::collections::BTreeSet;

use hushbot::sandbox::portal::{Dialog, Generation};
use serde_json::{Value, json};

use crate::Scene;

async fn busy() -> Scene {
    let scene = Scene::new(Generation::ChatWide).await;
    scene.portal.add_dialog(Dialog::new(3001, "Olga", "Site").operator(8));
    scene.portal.add_dialog(Dialog::new(3002, "Pavel", "Site").queued_for(7));
    scene.portal.add_dialog(Dialog::new(3003, "Rita", "Site").operator(7));
    scene.portal.client_writes(2024, "Are you there?").unwrap();
    scene
}

fn ids(items: &Value) -> Vec<String> {
    items.as_array().unwrap().iter().map(|item| item["id"].to_string()).collect()
}

#[tokio::test]
async fn recent_get_lists_ones_own_and_the_queue() {
    let scene = busy().await;
    let get = "im.recent.get";
    let lines = scene.result(7, get, json!({ "ONLY_OPENLINES": "Y" })).await;
    let expected = [r#""chat2024""#, r#""chat3003""#, r#""chat3002""#];
    assert_eq!(ids(&lines), expected, "the newest message first");
    let anna = &lines[0];
    assert_eq!((&anna["counter"], &anna["title"]), (&json!(1), &json!("Anna - Site")));
    assert_eq!(anna["lines"]["id"], 343, "the session, not the line");
    assert_eq!(anna["lines"]["status"], 20);
    assert_eq!(anna["user"]["id"], 599, "the author of the last message");
    assert_eq!(anna["chat"]["role"], "OWNER");
    assert_eq!(anna["chat"]["entity_type"], "LINES");
    assert_eq!(lines[1]["user"], json!({ "id": 0 }));

    let all = scene.result(7, get, json!({})).await;
    assert_eq!(all.as_array().unwrap().len(), 5);
    assert!(ids(&all).contains(&"8".to_owned()), "people have numbers for ids");
    let skipped = json!({ "SKIP_OPENLINES": "Y", "SKIP_DIALOG": "Y" });
    assert_eq!(ids(&scene.result(7, get, skipped).await), [r#""chat31""#]);
    let future = json!({ "LAST_SYNC_DATE": "2999-01-01T00:00:00+00:00" });
    assert_eq!(scene.result(7, get, future).await, json!([]));
    let both = json!({ "LAST_SYNC_DATE": "2999-01-01T00:00:00+00:00", "ONLY_OPENLINES": "Y" });
    assert_eq!(ids(&scene.result(7, get, both).await).len(), 3, "the date is ignored");
    assert_eq!(scene.result(9, get, json!({ "ONLY_OPENLINES": "Y" })).await, json!([]));
}

/// The queue is on every page, and `next` counts it: who follows it misses rows.
#[tokio::test]
async fn recent_list_repeats_and_skips() {
    let scene = busy().await;
    let list = "im.recent.list";
    let (_, first) = scene.call(7, list, json!({ "LIMIT": 1 })).await;
    assert_eq!(ids(&first["result"]["items"]), [r#""chat2024""#, r#""chat3002""#]);
    assert_eq!((&first["total"], &first["next"]), (&json!(-1), &json!(2)));
    assert_eq!(first["result"]["hasMore"], true);
    let mut seen = BTreeSet::new();
    let mut offset = 0;
    loop {
        let params = json!({ "LIMIT": 1, "OFFSET": offset });
        let page = scene.result(7, list, params).await;
        seen.extend(ids(&page["items"]));
        if page["hasMore"] == json!(false) {
            break;
        }
        offset += 1;
    }
    assert_eq!(seen.len(), 5, "by LIMIT all are found: {seen:?}");
    let (_, second) = scene.call(7, list, json!({ "LIMIT": 1, "start": 2 })).await;
    assert!(!ids(&second["result"]["items"]).contains(&r#""chat3003""#.to_owned()));

    let only = json!({ "ONLY_OPENLINES": "Y" });
    let ignored = scene.result(7, list, only).await;
    assert_eq!(ignored["items"].as_array().unwrap().len(), 5, "there is no such parameter");
    let params =
        json!({ "SKIP_CHAT": "Y", "SKIP_DIALOG": "Y", "SKIP_UNDISTRIBUTED_OPENLINES": "Y" });
    let mine = scene.result(7, list, params).await;
    assert_eq!(ids(&mine["items"]), [r#""chat2024""#, r#""chat3003""#]);
    let unread = json!({ "UNREAD_ONLY": "Y", "SKIP_UNDISTRIBUTED_OPENLINES": "Y" });
    assert_eq!(ids(&scene.result(7, list, unread).await["items"]), [r#""chat2024""#]);
    let before = json!({ "LAST_MESSAGE_DATE": "2001-01-01T00:00:00+00:00", "OFFSET": 1 });
    let before = scene.result(7, list, before).await;
    assert_eq!(ids(&before["items"]).len(), 3, "two old chats and the queue");
}

#[tokio::test]
async fn search_finds_by_title() {
    let scene = busy().await;
    let search = "im.search.chat.list";
    let (_, found) = scene.call(7, search, json!({ "FIND_LINES": "site" })).await;
    assert_eq!((&found["total"], found.get("next")), (&json!(3), None));
    assert_eq!(ids(&found["result"]), ["3003", "3002", "2024"]);
    let (_, page) = scene.call(7, search, json!({ "FIND_LINES": "Site", "LIMIT": 2 })).await;
    assert_eq!(page["next"], 2);
    let (_, rest) =
        scene.call(7, search, json!({ "FIND_LINES": "Site", "LIMIT": 2, "OFFSET": 2 })).await;
    assert_eq!((ids(&rest["result"]), rest.get("next")), (vec!["2024".to_owned()], None));
    let group = scene.result(7, search, json!({ "FIND": "lun", "FIND_LINES": "Site" })).await;
    assert_eq!(ids(&group), ["31"], "FIND comes first");
    for params in [json!({}), json!({ "FIND_LINES": "s" }), json!({ "FIND": " " })] {
        let error = scene.error(7, search, params).await;
        assert_eq!(error, (400, "FIND_SHORT".to_owned()));
    }
}

#[tokio::test]
async fn crm_cards_lead_to_dialogs() {
    let scene = Scene::new(Generation::Personal).await;
    let dialog = Dialog::new(2030, "Anna", "Chat").linked("LEAD", 1209, &[8]).ended();
    scene.portal.add_dialog(dialog);
    let get = "imopenlines.crm.chat.get";
    let lead = json!({ "CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": "1209" });
    let live =
        json!({ "CHAT_ID": "2024", "CONNECTOR_ID": "livechat", "CONNECTOR_TITLE": "Live chat" });
    assert_eq!(scene.result(8, get, lead.clone()).await, json!([live]));
    let all = json!({ "CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": 1209, "ACTIVE_ONLY": "N" });
    assert_eq!(scene.result(8, get, all).await.as_array().unwrap().len(), 2);
    assert_eq!(scene.error(7, get, lead.clone()).await, (403, "ACCESS_DENIED".to_owned()));
    let (status, body) = scene.call(8, get, json!({ "CRM_ENTITY_TYPE": "lead" })).await;
    assert_eq!((status, &body["error"]), (400, &json!("ERROR_ARGUMENT")));
    assert_eq!(body["argument"], "CRM_ENTITY");
    let last = "imopenlines.crm.chat.getLastId";
    assert_eq!(scene.result(7, last, lead).await, json!(2030));
    let none = scene.error(7, last, json!({ "CRM_ENTITY_TYPE": "deal", "CRM_ENTITY": 1 })).await;
    assert_eq!(none, (400, "CRM_CHAT_EMPTY_CRM_DATA".to_owned()));
}

#[tokio::test]
async fn history_is_keyed_by_number() {
    let scene = Scene::new(Generation::Personal).await;
    let written = scene.portal.client_writes(2024, "Hello").unwrap();
    let get = "imopenlines.session.history.get";
    for params in [json!({ "SESSION_ID": 343 }), json!({ "CHAT_ID": 2024 })] {
        let history = scene.result(7, get, params).await;
        assert_eq!((&history["chatId"], &history["sessionId"]), (&json!(2024), &json!(343)));
        assert_eq!(history["message"][written.to_string()]["text"], "Hello");
        assert_eq!(history["users"]["7"]["firstName"], "Nina");
        assert_eq!(history["chat"]["2024"]["entityData3"], "N");
        assert_eq!(history["canJoin"], "N");
    }
    assert_eq!(scene.result(8, get, json!({ "SESSION_ID": 343 })).await["canJoin"], "Y");
    let cases = [
        (7, json!({}), "MISSING_REQUIRED_PARAM"),
        (7, json!({ "CHAT_ID": 77 }), "INVALID_SESSION_ID"),
        (9, json!({ "SESSION_ID": 343 }), "ACCESS_DENIED"),
    ];
    for (user_id, params, code) in cases {
        assert_eq!(scene.error(user_id, get, params).await, (400, code.to_owned()));
    }
}
