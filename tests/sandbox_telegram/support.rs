//! A sandbox with a few people in it, and raw calls.

use std::{future::Future, sync::LazyLock, time::Duration};

use hushbot::sandbox::telegram::{BotApi, Settings, User};
use serde_json::{Value, json};

/// A person who has written to the bot.
pub(crate) const OLGA: u64 = 11;
/// A person who never has.
pub(crate) const IVAN: u64 = 12;
/// Olga's private chat.
pub(crate) const CHAT: i64 = 11;
/// A supergroup of both.
pub(crate) const GROUP: i64 = -1_000_000_000_042;

pub(crate) async fn sandbox() -> BotApi {
    let api = BotApi::start(Settings { first_update_id: 1, ..Settings::default() }).await.unwrap();
    for (id, first_name) in [(OLGA, "Olga"), (IVAN, "Ivan")] {
        api.add_user(User {
            id,
            first_name: first_name.to_owned(),
            username: None,
            language_code: Some("ru".to_owned()),
        });
    }
    api.add_group(GROUP, "Desk", &[OLGA, IVAN]);
    api.say(CHAT, OLGA, "/start");
    api
}

/// One client for all tests: making one reads the machine's certificates. It keeps no
/// connection, as those would belong to the runtime of the test that opened them.
pub(crate) static HTTP: LazyLock<reqwest::Client> = LazyLock::new(|| {
    reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build().unwrap()
});

/// Calls with a JSON body; gives the status and the whole answer.
pub(crate) async fn call(api: &BotApi, method: &str, params: Value) -> (u16, Value) {
    let response = HTTP
        .post(format!("{}/bot{}/{method}", api.url(), api.token()))
        .json(&params)
        .send()
        .await
        .unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

/// The result of a call that succeeds.
pub(crate) async fn result(api: &BotApi, method: &str, params: Value) -> Value {
    let (status, answer) = call(api, method, params.clone()).await;
    assert_eq!((status, &answer["ok"]), (200, &json!(true)), "{method} {params}: {answer}");
    answer["result"].clone()
}

/// The status and description of a call that fails.
pub(crate) async fn refusal(api: &BotApi, method: &str, params: Value) -> (u16, String) {
    let (status, answer) = call(api, method, params).await;
    assert_eq!(answer["ok"], false, "{answer}");
    assert_eq!(answer["error_code"], status);
    (status, answer["description"].as_str().unwrap().to_owned())
}

/// Forgets the updates so far.
pub(crate) async fn confirm_all(api: &BotApi) {
    result(api, "getUpdates", json!({"offset": api.last_update_id() + 1})).await;
}

/// What is waited for must come long before this.
pub(crate) async fn soon<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(10), what).await.expect("in time")
}
