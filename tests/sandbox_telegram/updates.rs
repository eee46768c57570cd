//! `getUpdates`.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{CHAT, GROUP, OLGA, confirm_all, refusal, result, sandbox, soon};

fn ids(updates: &Value) -> Vec<u64> {
    updates.as_array().unwrap().iter().map(|u| u["update_id"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn offsets_confirm() {
    let api = sandbox().await;
    for text in ["a", "b", "c", "d"] {
        api.say(CHAT, OLGA, text);
    }
    for (params, expected) in [
        (json!({}), vec![1, 2, 3, 4, 5]),
        (json!({"limit": 2}), vec![1, 2]),
        (json!({"limit": 0, "offset": 0}), vec![1, 2, 3, 4, 5]),
        (json!({"offset": 2, "limit": "1"}), vec![2]),
        (json!({"offset": 1}), vec![2, 3, 4, 5]),
        (json!({"offset": -2}), vec![4, 5]),
        (json!({}), vec![4, 5]),
        (json!({"offset": -100}), vec![4, 5]),
        (json!({"offset": 6}), vec![]),
        (json!({}), vec![]),
    ] {
        assert_eq!(ids(&result(&api, "getUpdates", params.clone()).await), expected, "{params}");
    }
    api.say(CHAT, OLGA, "e");
    assert!(api.view(|view| view.is_confirmed(5) && !view.is_confirmed(6)));
    assert_eq!(ids(&result(&api, "getUpdates", json!({"offset": 6})).await), [6]);
}

#[tokio::test]
async fn a_long_queue_is_handed_out_in_order() {
    let api = sandbox().await;
    confirm_all(&api).await;
    result(&api, "getUpdates", json!({"allowed_updates": ["message"]})).await;
    let first = api.last_update_id() + 1;
    for n in 0..5_000 {
        let id = api.say(CHAT, OLGA, &format!("/silent {n} on"));
        // An edit is not asked for, so it takes no place in the queue.
        api.edit(CHAT, id, OLGA, "/silent").unwrap();
    }
    for next in (first..first + 5_000).step_by(100) {
        let params = json!({"offset": next, "limit": 100, "allowed_updates": ["message"]});
        let batch = ids(&result(&api, "getUpdates", params).await);
        assert_eq!(batch, (next..next + 100).collect::<Vec<_>>());
    }
    confirm_all(&api).await;
    assert!(api.view(|view| view.pending() == 0));
}

#[tokio::test]
async fn an_old_message_has_its_date() {
    let api = sandbox().await;
    confirm_all(&api).await;
    let id = api.say_at(CHAT, OLGA, "/status", 1_700_000_000);
    let message = &result(&api, "getUpdates", json!({})).await[0]["message"];
    assert_eq!((&message["message_id"], &message["date"]), (&json!(id), &json!(1_700_000_000)));
}

#[tokio::test]
async fn a_message_has_the_documented_fields() {
    let api = sandbox().await;
    let update = result(&api, "getUpdates", json!({})).await[0].clone();
    let date = update["message"]["date"].as_i64().unwrap();
    assert_eq!(
        update,
        json!({"update_id": 1, "message": {
            "message_id": 1,
            "from": {"id": OLGA, "is_bot": false, "first_name": "Olga", "language_code": "ru"},
            "chat": {"id": CHAT, "type": "private", "first_name": "Olga"},
            "date": date,
            "text": "/start",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        }})
    );
}

#[tokio::test]
async fn a_long_poll_wakes_at_once_and_ends_in_time() {
    let api = sandbox().await;
    confirm_all(&api).await;
    let begun = Instant::now();
    assert_eq!(result(&api, "getUpdates", json!({"timeout": 1})).await, json!([]));
    assert!(begun.elapsed() >= Duration::from_secs(1));

    let poll = result(&api, "getUpdates", json!({"timeout": 50}));
    let people = async {
        polling(&api).await;
        api.say(CHAT, OLGA, "x");
    };
    let (updates, ()) = soon(async { tokio::join!(poll, people) }).await;
    assert_eq!(updates[0]["message"]["text"], "x");
}

/// A `getUpdates` waits for its answer.
async fn polling(api: &hushbot::sandbox::telegram::BotApi) {
    api.wait_until(|view| {
        view.calls()
            .next_back()
            .is_some_and(|call| call.method == "getUpdates" && call.took.is_none())
    })
    .await;
}

#[tokio::test]
async fn one_poller_only() {
    let api = sandbox().await;
    confirm_all(&api).await;
    let first = refusal(&api, "getUpdates", json!({"timeout": 50}));
    let second = async {
        polling(&api).await;
        result(&api, "getUpdates", json!({"timeout": 0})).await
    };
    let (refused, _) = soon(async { tokio::join!(first, second) }).await;
    assert_eq!(
        refused,
        (
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot \
               instance is running"
                .to_owned()
        )
    );

    let poll = refusal(&api, "getUpdates", json!({"timeout": 50}));
    let webhook = async {
        polling(&api).await;
        result(&api, "setWebhook", json!({"url": "http://127.0.0.1:9/"})).await
    };
    let (refused, _) = soon(async { tokio::join!(poll, webhook) }).await;
    assert_eq!(refused, (409, "Conflict: terminated by setWebhook request".to_owned()));
    assert_eq!(
        refusal(&api, "getUpdates", json!({})).await,
        (
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook \
               to delete the webhook first"
                .to_owned()
        )
    );
    result(&api, "deleteWebhook", json!({})).await;
    result(&api, "getUpdates", json!({})).await;
}

#[tokio::test]
async fn allowed_updates_are_remembered() {
    let api = sandbox().await;
    confirm_all(&api).await;
    api.say(CHAT, OLGA, "made before, so it stays");
    result(&api, "getUpdates", json!({"allowed_updates": ["callback_query"]})).await;
    api.say(CHAT, OLGA, "unwanted");
    api.press(CHAT, 1, OLGA, "x");
    let updates = result(&api, "getUpdates", json!({})).await;
    assert_eq!(updates.as_array().unwrap().len(), 2);
    assert!(updates[0]["message"].is_object() && updates[1]["callback_query"].is_object());
    result(&api, "getUpdates", json!({"allowed_updates": "[]"})).await;
    api.say(CHAT, OLGA, "wanted again");
    assert_eq!(ids(&result(&api, "getUpdates", json!({"offset": -1})).await).len(), 1);
}

#[tokio::test]
async fn an_update_can_come_twice() {
    let api = sandbox().await;
    confirm_all(&api).await;
    api.say(CHAT, OLGA, "x");
    assert!(api.redeliver(1) && !api.redeliver(99));
    assert_eq!(ids(&result(&api, "getUpdates", json!({"offset": 2})).await), [1, 2]);
    assert_eq!(ids(&result(&api, "getUpdates", json!({"offset": 2})).await), [2]);
    api.push_raw(json!({"update_id": 1, "message": {}}));
    let next = api.push_raw(json!({"poll": {}}));
    assert_eq!(ids(&result(&api, "getUpdates", json!({"offset": 3})).await), [1, next]);
}

#[tokio::test]
async fn an_edit_is_told() {
    let api = sandbox().await;
    api.edit(CHAT, 1, OLGA, "/help").unwrap();
    api.edit(CHAT, 1, 12, "not theirs").unwrap_err();
    let update = result(&api, "getUpdates", json!({"offset": -1})).await;
    assert_eq!(update[0]["edited_message"]["text"], "/help");
    assert!(update[0]["edited_message"]["edit_date"].is_i64());
}

#[tokio::test]
async fn thousands_of_updates_queue_and_drain() {
    let api = sandbox().await;
    let begun = Instant::now();
    for n in 0..5_000 {
        api.say(GROUP, OLGA, &format!("/silent {n} on"));
    }
    let (mut offset, mut count) = (0, 0);
    loop {
        let updates = ids(&result(&api, "getUpdates", json!({"offset": offset})).await);
        let Some(last) = updates.last() else { break };
        count += updates.len();
        offset = last + 1;
    }
    assert_eq!(count, 5_001);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}
