//! What exactly goes over the wire.

use axum::http::{Method, Version};
use hushbot::{domain::silent_mode::Switch, portal::PortalError};
use serde_json::{Value, json};

use crate::{
    SECRET, client, dialog,
    fixture::{Fixture, SWITCHED},
    target,
};

/// A call's method and body, of the one request that it made.
async fn sent<T>(
    call: impl AsyncFnOnce(&hushbot::portal::Portal<'_>) -> Result<T, PortalError>,
) -> (String, Value) {
    let fixture = Fixture::saying(200, r#"{"result":{"result":[],"result_error":[]}}"#).await;
    let (client, webhook) = (client(), fixture.webhook());
    // What becomes of the call is not at issue here.
    let _ = call(&client.via(&webhook)).await;
    let [seen] = &fixture.seen()[..] else { panic!("not one request: {:?}", fixture.seen()) };
    let method = seen.path.strip_prefix(&format!("/rest/7/{SECRET}/")).unwrap();
    (method.to_owned(), seen.body.clone())
}

#[tokio::test]
async fn each_call_has_its_exact_form() {
    const STATE: &str = "imopenlines.v2.Session.isSilentMode";
    const DIALOG: &str = "imopenlines.dialog.get";
    let batch = |cmd: Value| ("batch".to_owned(), json!({ "halt": 0, "cmd": cmd }));
    let silent = |activate: &str| {
        batch(json!({
            "d00a": format!("{STATE}?chatId=2024"),
            "d00c": format!("imopenlines.session.mode.silent?CHAT_ID=2024&ACTIVATE={activate}"),
            "d00d": format!("{DIALOG}?CHAT_ID=2024"),
            "d00e": format!("{STATE}?chatId=2024"),
        }))
    };
    let switch = async |order, look_first| {
        sent(async |p| Ok(p.switch_all(&[dialog(2024)], order, look_first).await)).await
    };
    let reference = format!("{STATE}?chatId=%24result%5Bdialog%5D%5Bid%5D");

    assert_eq!(switch(Switch::On, false).await, silent("Y"));
    assert_eq!(switch(Switch::Off, false).await, silent("N"));
    let (_, mut looks_first) = silent("Y");
    looks_first["cmd"]["d00b"] = json!(format!("{DIALOG}?CHAT_ID=2024"));
    assert_eq!(switch(Switch::On, true).await, ("batch".to_owned(), looks_first));
    assert_eq!(
        sent(async |p| p.read(dialog(2024)).await).await,
        batch(json!({
            "dialog": format!("{DIALOG}?CHAT_ID=2024"),
            "silent": format!("{STATE}?chatId=2024"),
        }))
    );
    assert_eq!(
        sent(async |p| p.find(&target("imol|321")).await).await,
        batch(json!({ "dialog": format!("{DIALOG}?SESSION_ID=321"), "silent": reference }))
    );
    assert_eq!(
        sent(async |p| p.find(&target("imol|my_app|2|c#1|u@4")).await).await,
        batch(json!({
            "dialog": format!("{DIALOG}?USER_CODE=my_app%7C2%7Cc%231%7Cu%404"),
            "silent": reference,
        }))
    );
    assert_eq!(
        sent(async |p| p.is_silent(&[dialog(5), dialog(2024)]).await).await,
        batch(json!({
            "d0": format!("{STATE}?chatId=5"),
            "d1": format!("{STATE}?chatId=2024"),
        }))
    );
    assert_eq!(
        sent(async |p| p.own_dialogs().await).await,
        ("im.recent.get".to_owned(), json!({ "ONLY_OPENLINES": "Y" }))
    );
    assert_eq!(sent(async |p| p.profile().await).await, ("profile".to_owned(), json!({})));
    assert_eq!(sent(async |p| p.scopes().await).await, ("scope".to_owned(), json!({})));
    assert_eq!(
        sent(async |p| p.method_state("imOpenLines.Session.mode.silent").await).await,
        ("method.get".to_owned(), json!({ "name": "imopenlines.session.mode.silent" }))
    );
}

#[tokio::test]
async fn every_request_says_who_asks_and_what_it_takes() {
    let fixture = Fixture::saying(200, SWITCHED).await;
    let (client, webhook) = (client(), fixture.webhook());
    client.via(&webhook).switch_all(&[dialog(2024)], Switch::On, false).await;
    let seen = fixture.seen().remove(0);
    let header = |name: &str| seen.headers.get(name).map(|value| value.to_str().unwrap());
    assert_eq!((seen.method.clone(), seen.version), (Method::POST, Version::HTTP_11));
    assert_eq!(header("content-type"), Some("application/json"));
    assert_eq!(header("accept"), Some("application/json"));
    assert_eq!(header("user-agent"), Some(concat!("hushbot/", env!("CARGO_PKG_VERSION"))));
    assert_eq!(header("accept-encoding"), None);
    assert_eq!(header("referer"), None);
}

#[tokio::test]
async fn long_lists_go_in_batches_of_fifty_and_empty_ones_not_at_all() {
    let body = r#"{"result":{"result":{"d0":{"result":true}},"result_error":[]}}"#;
    let fixture = Fixture::saying(200, body).await;
    let (client, webhook) = (client(), fixture.webhook());
    let portal = client.via(&webhook);
    assert_eq!(portal.is_silent(&[]).await, Ok(vec![]));
    assert!(fixture.seen().is_empty());

    let dialogs: Vec<_> = (1..=51).map(dialog).collect();
    let states = portal.is_silent(&dialogs).await.unwrap();
    let on: Vec<_> = (0..51).filter(|index| states[*index] == Some(true)).collect();
    assert_eq!((states.len(), on), (51, vec![0, 50]));
    let sizes: Vec<_> =
        fixture.seen().iter().map(|seen| seen.body["cmd"].as_object().unwrap().len()).collect();
    assert_eq!(sizes, [50, 1]);
}
