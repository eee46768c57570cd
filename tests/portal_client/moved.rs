//! A renamed portal, and what only looks like one.

use axum::http::Method;
use hushbot::{
    domain::{connection::PortalAddress, silent_mode::Switch},
    portal::PortalError,
    sandbox::portal::Generation,
};
use serde_json::json;

use crate::{
    OLGA, SECRET, SwitchOne as _, client, dialog,
    fixture::{Fixture, SWITCHED, redirect},
    portal,
};

fn host(address: Option<PortalAddress>) -> Option<String> {
    address.map(|address| address.host())
}

#[tokio::test]
async fn a_renamed_portal_is_followed_and_its_address_told() {
    let (new, _) = portal(Generation::Personal).await;
    let (old, olga) = portal(Generation::Personal).await;
    old.rename_to(&new.url());
    let client = client();
    let via = client.via(&olga);
    via.switch(dialog(2024), Switch::On).await.unwrap();
    assert_eq!(new.snapshot().dialogs[0].silent_for, [OLGA]);
    assert_eq!(host(via.moved()), Some(new.host()));

    via.switch(dialog(2024), Switch::Off).await.unwrap();
    assert!(new.snapshot().dialogs[0].silent_for.is_empty());
    assert_eq!(old.calls().len(), 1, "the next call goes straight to the new address");

    let moved = olga.clone().moved_to(via.moved().unwrap());
    let via = client.via(&moved);
    via.profile().await.unwrap();
    assert_eq!(host(via.moved()), None);
}

#[tokio::test]
async fn the_body_goes_along_with_each_kind_of_redirect() {
    for status in [301, 302, 307, 308] {
        let new = Fixture::saying(200, SWITCHED).await;
        let old = Fixture::moved_to(status, new.url()).await;
        let (client, webhook) = (client(), old.webhook());
        client.via(&webhook).switch(dialog(2024), Switch::On).await.unwrap();
        let [before, after] = [old.seen().remove(0), new.seen().remove(0)];
        assert_eq!(after.method, Method::POST, "{status}");
        assert_eq!(after.path, before.path, "{status}");
        let switch = json!("imopenlines.session.mode.silent?CHAT_ID=2024&ACTIVATE=Y");
        assert_eq!(after.body["cmd"]["d00c"], switch, "{status}");
        assert_eq!(after.body, before.body, "{status}");
        assert_eq!(after.headers.get("referer"), None, "{status}");
    }
}

#[tokio::test]
async fn two_moves_are_followed_and_not_a_third() {
    let end = Fixture::saying(200, SWITCHED).await;
    let third = Fixture::moved_to(302, end.url()).await;
    let second = Fixture::moved_to(302, third.url()).await;
    let first = Fixture::moved_to(302, second.url()).await;
    let client = client();
    let webhook = second.webhook();
    let via = client.via(&webhook);
    via.switch(dialog(5), Switch::On).await.unwrap();
    assert_eq!(via.moved().unwrap(), *end.webhook().address());

    let webhook = first.webhook();
    let via = client.via(&webhook);
    let outcome = via.switch(dialog(5), Switch::On).await;
    assert_eq!(outcome, Err(PortalError::RedirectRefused));
    assert_eq!((end.seen().len(), via.moved()), (1, None));
}

#[tokio::test]
async fn a_redirect_to_anything_else_is_refused_before_anything_is_sent_there() {
    let other = Fixture::saying(200, SWITCHED).await;
    let base = other.url();
    let host = base.strip_prefix("http://").unwrap();
    for (status, location) in [
        (302, format!("{base}/")),
        (302, format!("{base}/rest/8/{SECRET}/batch")),
        (302, format!("{base}/rest/7/0thers3cret/batch")),
        (302, format!("{base}/rest/7/{SECRET}/profile")),
        (302, format!("{base}/rest/7/{SECRET}/batch/")),
        (302, format!("http://user:word@{host}/rest/7/{SECRET}/batch")),
        (302, "http://[".to_owned()),
        (303, format!("{base}/rest/7/{SECRET}/batch")),
        (300, format!("{base}/rest/7/{SECRET}/batch")),
        (304, format!("{base}/rest/7/{SECRET}/batch")),
    ] {
        let to = location.clone();
        let old = Fixture::start(move |_| redirect(status, &to)).await;
        let (client, webhook) = (client(), old.webhook());
        let outcome = client.via(&webhook).switch(dialog(5), Switch::On).await;
        assert_eq!(outcome, Err(PortalError::RedirectRefused), "{status} {location}");
        assert_eq!((old.seen().len(), other.seen().len()), (1, 0), "{status} {location}");
    }
}

#[tokio::test]
async fn an_address_counts_as_new_only_once_it_did_what_was_asked() {
    for body in [r#"{"error":"ERROR_METHOD_NOT_FOUND"}"#, "<html>parked</html>"] {
        let new = Fixture::saying(404, body).await;
        let old = Fixture::moved_to(302, new.url()).await;
        let (client, webhook) = (client(), old.webhook());
        let via = client.via(&webhook);
        via.profile().await.unwrap_err();
        assert_eq!((new.seen().len(), via.moved()), (1, None), "{body}");
    }
}
