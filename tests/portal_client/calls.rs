//! Each call on the local portal.

use hushbot::{
    domain::silent_mode::{Reading, Switch},
    portal::{Code, DialogReading, ListedDialog, MethodState, PortalError, Profile},
    sandbox::portal::{Dialog, Generation, OtherChat, User},
};

use crate::{OLGA, SECRET, SwitchOne as _, client, dialog, portal, target, webhook};

#[tokio::test]
async fn a_connection_shows_whose_it_is_and_what_it_may() {
    let (_portal, olga) = portal(Generation::Personal).await;
    let client = client();
    let via = client.via(&olga);
    let profile = Profile { user_id: OLGA, name: "Olga Ivanova".into(), admin: true };
    assert_eq!(via.profile().await, Ok(profile));
    assert_eq!(via.scopes().await, Ok(vec!["imopenlines".into(), "im".into()]));
    let usable = Ok(MethodState { existing: true, available: true });
    assert_eq!(via.method_state("imopenlines.session.mode.silent").await, usable);
    let absent = Ok(MethodState { existing: false, available: false });
    assert_eq!(via.method_state("imopenlines.no.such").await, absent);
    assert_eq!(via.moved(), None);
}

#[tokio::test]
async fn without_the_scope_the_method_is_there_and_closed() {
    let (portal, _) = portal(Generation::Personal).await;
    let narrow = webhook(&portal.webhook_with_secret(OLGA, &["im"], "n4rrown4rrow"));
    let client = client();
    let closed = Ok(MethodState { existing: true, available: false });
    let via = client.via(&narrow);
    assert_eq!(via.method_state("imopenlines.session.mode.silent").await, closed);
    let Err(PortalError::Refused(refusal)) = via.switch(dialog(2024), Switch::On).await else {
        panic!()
    };
    assert_eq!(refusal.code, Code::InsufficientScope);
}

#[tokio::test]
async fn a_switch_is_read_back_from_both_places() {
    for (generation, after) in [
        (Generation::ChatWide, Reading { session: Some(true), field: Some(true) }),
        (Generation::Personal, Reading { session: Some(true), field: Some(false) }),
    ] {
        let (portal, olga) = portal(generation).await;
        let client = client();
        let via = client.via(&olga);
        let off = Reading { session: Some(false), field: Some(false) };
        let expected = DialogReading {
            id: dialog(2024),
            title: Some("Anna - Shop".into()),
            connector: Some("telegrambot".into()),
            line: Some(22),
            owner: Some(OLGA),
            closed: false,
            reading: off,
        };
        assert_eq!(via.read(dialog(2024)).await, Ok(expected));

        via.switch(dialog(2024), Switch::On).await.unwrap();
        assert_eq!(portal.snapshot().dialogs[0].silent_for, [OLGA]);
        assert_eq!(via.read(dialog(2024)).await.unwrap().reading, after);
        assert_eq!(via.is_silent(&[dialog(2024)]).await, Ok(vec![Some(true)]));

        via.switch(dialog(2024), Switch::Off).await.unwrap();
        assert!(portal.snapshot().dialogs[0].silent_for.is_empty());
        assert_eq!(via.read(dialog(2024)).await.unwrap().reading, off);
    }
}

#[tokio::test]
async fn a_dialog_is_found_by_each_of_its_names() {
    let (portal, olga) = portal(Generation::Personal).await;
    let client = client();
    let via = client.via(&olga);
    via.switch(dialog(2024), Switch::On).await.unwrap();
    portal.clear_calls();
    for name in ["2024", "imol|343", "imol|telegrambot|22|209607941|744"] {
        let found = via.find(&target(name)).await.unwrap();
        assert_eq!((found.id, found.reading.session), (dialog(2024), Some(true)), "{name}");
    }
    let posts = portal.calls().iter().filter(|call| call.batch.is_none()).count();
    assert_eq!(posts, 3, "one request each");
    for name in ["2025", "imol|1", "imol|livechat|1|1|1"] {
        let error = via.find(&target(name)).await.unwrap_err();
        assert!(
            matches!(&error, PortalError::Refused(refusal) if refusal.code == Code::AccessError),
            "{name}: {error}"
        );
    }
}

#[tokio::test]
async fn an_ended_session_shows() {
    let (portal, olga) = portal(Generation::Personal).await;
    portal.add_dialog(Dialog::new(2030, "Boris", "Shop").member(OLGA).ended());
    let client = client();
    let read = client.via(&olga).read(dialog(2030)).await.unwrap();
    assert_eq!((read.closed, read.owner), (true, None));
}

#[tokio::test]
async fn the_portals_own_refusals_are_told_apart() {
    let (portal, olga) = portal(Generation::Personal).await;
    portal.add_user(User::new(8, "Ivan", ""));
    portal.add_dialog(Dialog::new(2040, "Clara", "Shop").operator(8));
    portal.add_other_chat(OtherChat { chat_id: 50, title: None, members: vec![OLGA, 8] });
    let client = client();
    let via = client.via(&olga);
    for (number, code) in [(2025, Code::ChatId), (50, Code::ChatType), (2040, Code::AccessDenied)] {
        let Err(PortalError::Refused(refusal)) = via.switch(dialog(number), Switch::On).await
        else {
            panic!("{number}")
        };
        assert_eq!((refusal.code, refusal.status), (code, 200), "{number}");
    }
    portal.delete_webhook(OLGA);
    let Err(PortalError::Refused(refusal)) = via.profile().await else { panic!() };
    assert_eq!((refusal.code, refusal.status), (Code::InvalidCredentials, 401));
}

#[tokio::test]
async fn the_list_holds_ones_own_dialogs_and_their_field() {
    let (portal, olga) = portal(Generation::ChatWide).await;
    portal.add_user(User::new(8, "Ivan", ""));
    portal.add_dialog(Dialog::new(2030, "Boris", "Shop").queued_for(OLGA));
    portal.add_dialog(Dialog::new(2040, "Clara", "Shop").operator(8));
    portal.add_other_chat(OtherChat { chat_id: 50, title: None, members: vec![OLGA, 8] });
    let client = client();
    let via = client.via(&olga);
    via.switch(dialog(2024), Switch::On).await.unwrap();
    let mut list = via.own_dialogs().await.unwrap();
    list.sort_by_key(|row| row.id);
    let facts: Vec<_> = list.iter().map(|ListedDialog { id, field, .. }| (*id, *field)).collect();
    assert_eq!(facts, [(dialog(2024), Some(true)), (dialog(2030), Some(false))]);
    assert!(list[0].title.as_deref().is_some_and(|title| title.contains("Anna")));
    let states = via.is_silent(&[dialog(2024), dialog(9), dialog(2024)]).await;
    assert_eq!(states, Ok(vec![Some(true), None, Some(true)]));
}

#[tokio::test]
async fn a_portal_below_a_path_is_reached() {
    let settings =
        hushbot::sandbox::portal::Settings { path_prefix: "/b24".into(), ..Default::default() };
    let portal = hushbot::sandbox::portal::Portal::start(settings).await.unwrap();
    portal.add_user(User::new(OLGA, "Olga", ""));
    let olga = webhook(&portal.webhook_with_secret(OLGA, &[], SECRET));
    assert_eq!(client().via(&olga).profile().await.unwrap().user_id, OLGA);
}
