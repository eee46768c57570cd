//! `im.user.get`, and what `profile` tells of somebody's time zone.

use hushbot::sandbox::portal::{Generation, User};
use serde_json::json;

use crate::Scene;

const GET: &str = "im.user.get";

#[tokio::test]
async fn tells_who_somebody_is() {
    let scene = Scene::new(Generation::Personal).await;
    let boris = scene.result(7, GET, json!({ "ID": "8" })).await;
    for (name, value) in [
        ("id", json!(8)),
        ("name", json!("Boris Zimin")),
        ("first_name", json!("Boris")),
        ("last_name", json!("Zimin")),
        ("bot", json!(false)),
        ("connector", json!(false)),
        ("desktop_last_date", json!(false)),
    ] {
        assert_eq!(boris[name], value, "{name}");
    }
    assert_eq!(scene.result(7, GET, json!({})).await["id"], 7);
    assert_eq!(scene.result(7, GET, json!({ "id": 11 })).await["active"], false);
}

#[tokio::test]
async fn refuses_what_names_nobody_and_what_a_guest_may_not_see() {
    let scene = Scene::new(Generation::Personal).await;
    for id in [json!(0), json!("0"), json!(""), json!("x"), json!(-3)] {
        let error = scene.error(7, GET, json!({ "ID": id })).await;
        assert_eq!(error, (400, "ID_EMPTY".to_owned()), "{id}");
    }
    let absent = scene.error(7, GET, json!({ "ID": 999 })).await;
    assert_eq!(absent, (400, "USER_NOT_EXISTS".to_owned()));
    let guest = scene.error(10, GET, json!({ "ID": 7 })).await;
    assert_eq!(guest, (400, "ACCESS_DENIED".to_owned()));
    assert_eq!(scene.result(10, GET, json!({ "ID": 10 })).await["extranet"], true);
}

#[tokio::test]
async fn in_a_batch_it_takes_the_operator_of_a_dialog() {
    let scene = Scene::new(Generation::Personal).await;
    let batch = json!({ "cmd": {
        "a": "imopenlines.dialog.get?CHAT_ID=2024",
        "b": "im.user.get?ID=%24result%5Ba%5D%5Bowner%5D",
    } });
    let named = scene.result(7, "batch", batch.clone()).await;
    assert_eq!(named["result"]["b"]["name"], "Nina Orlova");
    scene.portal.change_dialog(2024, |dialog| dialog.operator = None);
    let nobody = scene.result(7, "batch", batch).await;
    assert_eq!(nobody["result_error"]["b"]["error"], "ID_EMPTY");
}

#[tokio::test]
async fn a_profile_tells_the_time_zone_that_was_set() {
    let scene = Scene::new(Generation::Personal).await;
    assert_eq!(scene.result(7, "profile", json!({})).await["TIME_ZONE"], "");
    scene.portal.add_user(User::new(7, "Nina", "Orlova").in_zone("Europe/Berlin"));
    assert_eq!(scene.result(7, "profile", json!({})).await["TIME_ZONE"], "Europe/Berlin");
}
