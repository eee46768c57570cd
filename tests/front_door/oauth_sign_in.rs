//! Signing in on a portal: from `/connect` in the chat through a browser to the card in the chat.

use std::time::Duration;

use hushbot::{
    domain::{
        reply::Reply,
        sign_in::{Ended, NoWay, NotDone, PortalName, SignInReply},
        trouble::Trouble,
    },
    sandbox::{
        auth::{self, Fault, Offence},
        portal::{self, Portal, Visitor},
    },
};
use jiff::SignedDuration;

use crate::{
    house::{ADMIN, House, OLGA, SUPERVISOR, private, shown},
    oauth_house::{CLIENT, CLIENT_SECRET, MEMBER, Street, back_from, url_of, visit},
};

fn not_done(portal: &Portal, why: NotDone) -> String {
    let portal = PortalName::read(&portal.url()).unwrap();
    shown(&Reply::SignIn(SignInReply::NotDone { portal, why }))
}

#[tokio::test]
async fn somebody_signs_in_and_switches() {
    for tells_user in [false, true] {
        let server = auth::Settings { tells_user, ..auth::Settings::default() };
        let street = Street::with_auth(server, &[]).await;
        let asked = street.ask_to_sign_in().await;
        let url = url_of(&asked);
        assert!(url.starts_with(&format!("{}/oauth/authorize/?", street.house.portal.url())));
        assert!(url.contains(&format!("client_id={CLIENT}")), "{url}");
        let (status, page) = visit(&back_from(&url).await).await;
        assert_eq!(status, 200);
        assert!(page.contains("Olga Nord") && page.contains("Sam"), "{page}");
        assert!(page.contains("go back to Telegram"), "{page}");
        let card = street.changed(&asked).await;
        assert!(card.text.starts_with('✅') && card.text.contains("Olga Nord"), "{}", card.text);
        assert!(card.keyboard.is_empty(), "the button is gone");

        let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
        assert!(answer.text.starts_with('🔇'), "{}", answer.text);
        assert!(street.house.portal.is_silent(2024, OLGA));
        let who = street.house.ask(SUPERVISOR, "/whoami").await;
        assert!(who.text.contains("180 more days"), "{}", who.text);
        let calls = street.auth.calls();
        assert_eq!((calls.len(), calls[0].verb.as_str()), (1, "POST"));
    }
}

#[tokio::test]
async fn the_message_with_a_portals_name_is_not_deleted_and_a_webhook_still_is() {
    let street = Street::new().await;
    let text = format!("/connect {}", street.house.portal.url());
    street.house.ask(SUPERVISOR, &text).await;
    let webhook = format!("/connect {}", street.house.webhook());
    let answer = street.house.ask(SUPERVISOR, &webhook).await;
    assert!(answer.text.contains("Olga Nord"), "{}", answer.text);
    let said = street.house.telegram.messages(private(SUPERVISOR));
    assert!(said.iter().any(|message| message.text == text));
    assert!(!said.iter().any(|message| message.text == webhook));
}

#[tokio::test]
async fn connect_alone_explains_what_there_is() {
    let street = Street::new().await;
    let how = street.house.ask(SUPERVISOR, "/connect").await;
    assert_eq!(how.text, shown(&Reply::SignIn(SignInReply::HowTo)));
    let house = House::bare().await;
    let how = house.ask(ADMIN, "/connect").await;
    assert!(how.text.contains("/rest/") && !how.text.contains("Sign in"), "{}", how.text);
}

#[tokio::test]
async fn without_keys_or_an_address_the_answer_says_how_a_webhook_does_it() {
    let house = House::bare().await;
    let keys = [("BITRIX24_CLIENT_ID", CLIENT), ("BITRIX24_CLIENT_SECRET", CLIENT_SECRET)];
    let unreachable = House::with(&keys).await;
    for (house, why) in [(house, NoWay::NoKeys), (unreachable, NoWay::NoPublicAddress)] {
        let answer = house.ask(ADMIN, "/connect acme.bitrix24.com").await;
        let portal = PortalName::read("acme.bitrix24.com").unwrap();
        assert_eq!(answer.text, shown(&Reply::SignIn(SignInReply::NoWay { portal, why })));
        assert!(answer.text.contains("/rest/"), "{}", answer.text);
    }
}

#[tokio::test]
async fn a_state_is_used_once_for_whom_it_was_made() {
    let street = Street::new().await;
    let asked = street.ask_to_sign_in().await;
    let url = url_of(&asked);
    let (first, second) = (back_from(&url).await, back_from(&url).await);
    assert_eq!(visit(&first).await.0, 200);
    street.changed(&asked).await;
    for again in [&first, &second] {
        let (status, page) = visit(again).await;
        assert!(status == 400 && page.contains("used before"), "{page}");
    }
    let made_up = format!("{}/oauth/callback?code=x&state=made-up", street.public);
    assert_eq!(visit(&made_up).await.0, 400);
    assert_eq!(visit(&format!("{}/oauth/callback?code=x", street.public)).await.0, 400);
    assert_eq!(street.grants("authorization_code"), 1, "nothing else was given for tokens");
    // Whoever came back, it is the connection of whom the state was made for.
    assert!(street.house.answers(ADMIN).iter().all(|m| !m.text.contains("Olga Nord")));
    let who = street.house.ask(ADMIN, "/whoami").await;
    assert!(!who.text.contains("Olga Nord"), "{}", who.text);
}

#[tokio::test]
async fn of_two_who_come_back_at_once_one_does() {
    let street = Street::new().await;
    let asked = street.ask_to_sign_in().await;
    let back = back_from(&url_of(&asked)).await;
    let (one, other) = tokio::join!(visit(&back), visit(&back));
    let mut statuses = [one.0, other.0];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 400]);
    assert_eq!(street.grants("authorization_code"), 1);
}

#[tokio::test]
async fn nobody_whose_access_was_taken_away_meanwhile_signs_in() {
    let street = Street::new().await;
    let asked = street.ask_to_sign_in().await;
    let back = back_from(&url_of(&asked)).await;
    street.house.ask(ADMIN, &format!("/revoke {SUPERVISOR}")).await;
    assert_eq!(visit(&back).await.0, 400);
    assert_eq!(street.auth.calls(), []);
}

#[tokio::test]
async fn a_refused_sign_in_is_explained_after_ten_minutes_and_can_be_tried_again() {
    let mut street = Street::new().await;
    street.house.portal.visit_as(Visitor::Refused);
    let asked = street.ask_to_sign_in().await;
    let (_, page) = visit(&url_of(&asked)).await;
    assert!(page.contains("Access denied"), "{page}");
    // A restart does not forget it.
    street.house.stop_bot().await;
    street.house.start_bot().await;
    street.pass(SignedDuration::from_mins(10));
    let over = street.changed(&asked).await;
    assert_eq!(over.text, not_done(&street.house.portal, NotDone::Abandoned));

    street.house.portal.visit_as(Visitor::Accepts(OLGA));
    let again = street.house.press(SUPERVISOR, &over, "Sign in again").await;
    assert_eq!(visit(&back_from(&url_of(&again)).await).await.0, 200);
    assert!(street.changed(&again).await.text.contains("Olga Nord"));
    // The old way back is closed.
    assert_ne!(url_of(&asked), url_of(&again));
}

#[tokio::test]
async fn who_comes_back_after_ten_minutes_is_too_late() {
    let street = Street::new().await;
    let asked = street.ask_to_sign_in().await;
    let url = url_of(&asked);
    street.pass(SignedDuration::from_mins(11));
    street.changed(&asked).await;
    let (status, page) = visit(&back_from(&url).await).await;
    assert_eq!(status, 400, "{page}");
    assert_eq!(street.auth.calls(), []);
}

#[tokio::test]
async fn a_finished_sign_in_is_not_called_abandoned() {
    let street = Street::new().await;
    let older = street.ask_to_sign_in().await;
    let card = street.sign_in().await;
    street.pass(SignedDuration::from_mins(20));
    street.house.ask(SUPERVISOR, "/whoami").await;
    assert_eq!(street.house.now(&card).text, card.text);
    assert_eq!(street.house.now(&older).text, older.text);
}

#[tokio::test]
async fn a_code_that_is_too_old_is_explained() {
    let street = Street::new().await;
    let asked = street.ask_to_sign_in().await;
    let back = back_from(&url_of(&asked)).await;
    street.pass(SignedDuration::from_secs(31));
    let (status, page) = visit(&back).await;
    assert!(status == 400 && page.contains("Telegram says why"), "{page}");
    let over = street.changed(&asked).await;
    assert_eq!(over.text, not_done(&street.house.portal, NotDone::TooLate));
    street.house.press(SUPERVISOR, &over, "Sign in again").await;
}

#[tokio::test]
async fn each_refusal_of_the_server_is_explained() {
    let silent = NotDone::Trouble(Trouble::AuthServerSilent);
    let street = Street::new().await;
    for (offence, fault, why) in [
        (Some(Offence::Unpaid), None, NotDone::Ended(Ended::Unpaid)),
        (Some(Offence::NotInstalled), None, NotDone::Ended(Ended::KeysRefused)),
        (None, Some(Fault::ServerError), silent.clone()),
        (None, Some(Fault::Garbage), silent.clone()),
        (None, Some(Fault::AnswerLost), silent),
    ] {
        let asked = street.ask_to_sign_in().await;
        let back = back_from(&url_of(&asked)).await;
        street.auth.offend(MEMBER, offence);
        if let Some(fault) = fault {
            street.auth.fault(fault, Some(1));
        }
        assert_eq!(visit(&back).await.0, 400);
        let over = street.changed(&asked).await;
        assert_eq!(over.text, not_done(&street.house.portal, why));
        street.auth.offend(MEMBER, None);
    }
}

#[tokio::test]
async fn the_secret_goes_to_no_server_that_a_portal_names() {
    let street = Street::new().await;
    let evil = auth::AuthServer::start(auth::Settings::default()).await.unwrap();
    street.house.portal.lie_about_server(&evil.host());
    street.sign_in().await;
    assert_eq!(evil.calls(), []);
    assert_eq!(street.grants("authorization_code"), 1);

    // Nor where the server itself sends it.
    let asked = street.ask_to_sign_in().await;
    let back = back_from(&url_of(&asked)).await;
    street.auth.fault(Fault::Redirect(format!("{}/oauth/token/", evil.url())), None);
    visit(&back).await;
    let over = street.changed(&asked).await;
    assert!(over.text.starts_with('⚠'), "{}", over.text);
    assert_eq!(evil.calls(), []);
}

#[tokio::test]
async fn the_regions_own_server_is_asked_where_the_portal_names_it() {
    let street = Street::new().await;
    street.open(&street.house.portal, MEMBER, &street.regional);
    street.sign_in().await;
    assert_eq!((street.auth.calls().len(), street.regional.calls().len()), (0, 1));
    // The next renewal goes there, too.
    street.regional.expire_tokens();
    street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert_eq!((street.auth.calls().len(), street.regional.calls().len()), (0, 2));
}

#[tokio::test]
async fn who_comes_back_from_another_portal_is_not_connected() {
    let street = Street::new().await;
    let other = Portal::start(portal::Settings::default()).await.unwrap();
    other.add_user(portal::User::new(OLGA, "Mallory", "East"));
    street.open(&other, "another-member", &street.auth);
    street.auth.register(street.app(CLIENT, CLIENT_SECRET, &[MEMBER, "another-member"]));
    let asked = street.ask_to_sign_in().await;
    let elsewhere = url_of(&asked).replace(&street.house.portal.url(), &other.url());
    assert_eq!(visit(&back_from(&elsewhere).await).await.0, 400);
    let over = street.changed(&asked).await;
    assert_eq!(over.text, not_done(&street.house.portal, NotDone::OtherPortal));
    assert_eq!(street.auth.calls(), [], "the code was not even tried");

    // Nor one that says that it is the portal, with a code of its own.
    let asked = street.ask_to_sign_in().await;
    let elsewhere = url_of(&asked).replace(&street.house.portal.url(), &other.url());
    let (mine, theirs) = (street.house.portal.host(), other.host());
    let encoded = |host: &str| host.replace(':', "%3A");
    let back = back_from(&elsewhere).await.replace(&encoded(&theirs), &encoded(&mine));
    assert_eq!(visit(&back).await.0, 400);
    let over = street.changed(&asked).await;
    assert_eq!(over.text, not_done(&street.house.portal, NotDone::OtherPortal));
}

#[tokio::test]
async fn a_portal_can_have_keys_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("apps.json");
    std::fs::write(&file, "{}").unwrap();
    let path = file.to_str().unwrap().to_owned();
    let mut street = Street::with(&[("BITRIX24_APPS", &path)]).await;
    let second = Portal::start(portal::Settings::default()).await.unwrap();
    second.add_user(portal::User::new(OLGA, "Olya", "Nord"));
    second.join(&street.auth, "second");
    second.visit_as(Visitor::Accepts(OLGA));
    street.auth.register(street.app("local.second", "0thern0tas3cret", &["second"]));
    let keys = r#"{"client_id": "local.second", "client_secret": "0thern0tas3cret"}"#;
    std::fs::write(&file, format!(r#"{{"{}": {keys}}}"#, second.host())).unwrap();
    street.house.stop_bot().await;
    street.house.start_bot().await;

    street.sign_in().await;
    let asked = street.house.ask(SUPERVISOR, &format!("/connect {}", second.url())).await;
    assert_eq!(visit(&back_from(&url_of(&asked)).await).await.0, 200);
    let clients: Vec<_> = street.auth.calls().into_iter().map(|call| call.client).collect();
    assert_eq!(clients, [CLIENT, "local.second"]);
}

#[tokio::test]
async fn a_browser_that_goes_away_does_not_cost_the_sign_in() {
    let street = Street::new().await;
    let asked = street.ask_to_sign_in().await;
    let back = back_from(&url_of(&asked)).await;
    street.auth.fault(Fault::Slow(Duration::from_millis(300)), Some(1));
    let patience = Duration::from_millis(100);
    let left = tokio::time::timeout(patience, visit(&back)).await;
    assert!(left.is_err(), "the browser has left");
    assert!(street.changed(&asked).await.text.contains("Olga Nord"));
}
