//! Tokens of a sign-in: renewed when they have expired and at no other time, and what ends them.

use hushbot::{
    domain::{
        reply::Reply,
        sign_in::{Ended, PortalName, SignInReply, SignedOut},
        trouble::Trouble,
    },
    sandbox::{
        auth::{Fault, Offence},
        portal::{self, Portal, Visitor},
    },
};
use jiff::SignedDuration;

use crate::{
    house::{ADMIN, OLGA, SUPERVISOR, private, shown, within},
    oauth_house::{CLIENT_SECRET, MEMBER, Street, back_from, url_of, visit},
};

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

impl Street {
    fn ended(&self, why: Ended) -> Trouble {
        let portal = PortalName::read(&self.house.portal.url()).unwrap();
        Trouble::SignedOut(SignedOut { portal, why })
    }
}

/// The words of a trouble, as they stand in an answer about one dialog.
fn words(trouble: &Trouble) -> String {
    let problem = hushbot::domain::reply::ConnectProblem::Trouble(trouble.clone());
    let text = shown(&Reply::ConnectFailed(problem));
    text.lines().last().unwrap().to_owned()
}

#[tokio::test]
async fn a_token_is_renewed_when_it_has_expired_and_not_before() {
    let street = Street::signed_in().await;
    for _ in 0..3 {
        street.house.ask(SUPERVISOR, "/status 2024").await;
    }
    assert_eq!(street.auth.calls(), []);
    for round in 1..=3 {
        street.pass(HOUR);
        let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
        assert!(answer.text.starts_with('🔇'), "{}", answer.text);
        street.house.ask(SUPERVISOR, "/silent 2024 off").await;
        assert_eq!(street.grants("refresh_token"), round, "each refresh token gives the next");
    }
}

#[tokio::test]
async fn no_other_error_leads_to_a_renewal() {
    let street = Street::signed_in().await;
    for known in portal::KNOWN_ERRORS {
        if ["expired_token", "invalid_token"].contains(&known.code) {
            continue;
        }
        if ["NO_AUTH_FOUND", "INVALID_CREDENTIALS", "APPLICATION_NOT_FOUND", "PORTAL_DELETED"]
            .contains(&known.code)
        {
            continue;
        }
        street.house.portal.fault(known.fault(), portal::On::everything());
        street.house.ask(SUPERVISOR, "/status 2024").await;
        street.house.portal.clear_faults();
    }
    assert_eq!(street.auth.calls(), []);
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
}

#[tokio::test]
async fn commands_that_race_over_an_expired_token_cause_one_renewal_and_all_go_through() {
    let street = Street::signed_in().await;
    street.house.know_the_portal().await;
    street.forget_calls();
    street.pass(HOUR);
    street.auth.fault(Fault::Slow(std::time::Duration::from_millis(300)), Some(1));
    let chats = [private(SUPERVISOR), crate::house::GROUP];
    let said: Vec<_> = chats
        .into_iter()
        .zip(["/silent 2024 on", "/silent 2025 on"])
        .map(|(chat, text)| (chat, street.house.say(chat, SUPERVISOR, text)))
        .collect();
    for (chat, after) in said {
        let answer = within(street.house.telegram.next_bot_message(chat, after)).await;
        assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    }
    assert!(street.house.portal.is_silent(2024, OLGA) && street.house.portal.is_silent(2025, OLGA));
    let expired = street.house.portal.calls();
    let expired = expired.iter().filter(|call| call.error.as_deref() == Some("expired_token"));
    assert_eq!(expired.count(), 2, "both commands met the expired token");
    assert_eq!(street.grants("refresh_token"), 1);
}

#[tokio::test]
async fn a_new_pair_is_on_disk_before_it_is_used() {
    let mut street = Street::signed_in().await;
    street.pass(HOUR);
    // The call with the new token hangs, and the process dies in it.
    street.house.portal.fault(
        portal::Fault::Error {
            status: 401,
            code: "expired_token".to_owned(),
            description: String::new(),
        },
        portal::On::everything().times(1),
    );
    street.house.portal.fault(portal::Fault::Hang, portal::On::everything());
    street.house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    street.house.stuck().await;
    street.house.kill_bot().await;
    street.house.portal.clear_faults();
    street.house.start_bot().await;
    let answer = street.house.message(private(SUPERVISOR), |m| m.text.starts_with('🔇')).await;
    assert!(street.house.portal.is_silent(2024, OLGA), "{}", answer.text);
    assert_eq!(street.grants("refresh_token"), 1, "the pair of before the death was kept");
}

#[tokio::test]
async fn a_stop_waits_for_a_renewal() {
    let mut street = Street::signed_in().await;
    street.pass(HOUR);
    street.auth.fault(Fault::Slow(std::time::Duration::from_millis(500)), Some(1));
    street.house.say(private(SUPERVISOR), SUPERVISOR, "/status 2024");
    let expired = |call: &portal::Call| call.error.as_deref() == Some("expired_token");
    within(street.house.portal.wait_for_call(expired)).await;
    street.house.stop_bot().await;
    assert_eq!(street.grants("refresh_token"), 1);
    street.house.start_bot().await;
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    assert_eq!(street.grants("refresh_token"), 1, "the new pair was kept");
}

#[tokio::test]
async fn an_invalid_token_is_renewed_once_and_then_a_new_sign_in_is_offered() {
    let street = Street::signed_in().await;
    street.auth.forget_tokens();
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    assert_eq!(street.grants("refresh_token"), 1);

    let invalid = portal::Fault::Error {
        status: 401,
        code: "invalid_token".to_owned(),
        description: String::new(),
    };
    street.house.portal.fault(invalid, portal::On::everything());
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.contains(&words(&street.ended(Ended::Over))), "{}", answer.text);
    assert_eq!(street.grants("refresh_token"), 2);
}

#[tokio::test]
async fn a_dead_sign_in_is_told_with_a_button_and_nobody_is_asked_any_more() {
    let street = Street::signed_in().await;
    street.pass(HOUR);
    street.auth.kill_refresh_tokens();
    let told = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(told.text.contains(&words(&street.ended(Ended::Over))), "{}", told.text);
    street.forget_calls();
    let again = street.house.ask(SUPERVISOR, "/status 2024").await;
    let who = street.house.ask(SUPERVISOR, "/whoami").await;
    assert_eq!((street.house.portal.calls().len(), street.auth.calls().len()), (0, 0));
    for message in [&told, &again, &who] {
        assert!(message.keyboard.iter().flatten().any(|b| b.text.contains("Sign in again")));
    }
    // Any of these buttons leads out.
    let asked = street.house.press(SUPERVISOR, &again, "Sign in again").await;
    assert_eq!(visit(&back_from(&url_of(&asked)).await).await.0, 200);
    street.changed(&asked).await;
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    let who = street.house.ask(SUPERVISOR, "/whoami").await;
    assert_eq!(who.text.matches("Olga Nord").count(), 1, "{}", who.text);
}

#[tokio::test]
async fn each_end_of_a_sign_in_has_its_words() {
    for (offence, why) in
        [(Offence::Unpaid, Ended::Unpaid), (Offence::NotInstalled, Ended::KeysRefused)]
    {
        let street = Street::signed_in().await;
        street.pass(HOUR);
        street.auth.offend(MEMBER, Some(offence));
        let told = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
        assert!(told.text.contains(&words(&street.ended(why))), "{}", told.text);
    }
    for (code, why) in [
        ("NO_AUTH_FOUND", Ended::Over),
        ("INVALID_CREDENTIALS", Ended::Over),
        ("APPLICATION_NOT_FOUND", Ended::AppRemoved),
    ] {
        let street = Street::signed_in().await;
        let (status, code, description) = (401, code.to_owned(), String::new());
        let fault = portal::Fault::Error { status, code, description };
        street.house.portal.fault(fault, portal::On::everything());
        let told = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
        assert!(told.text.contains(&words(&street.ended(why))), "{}", told.text);
        assert_eq!(street.auth.calls(), []);
    }
}

#[tokio::test]
async fn a_server_that_is_down_ends_nothing() {
    let street = Street::signed_in().await;
    street.pass(HOUR);
    for fault in [Fault::ServerError, Fault::Garbage] {
        street.auth.fault(fault, Some(1));
        let told = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
        assert!(told.text.contains(&words(&Trouble::AuthServerSilent)), "{}", told.text);
    }
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
}

#[tokio::test]
async fn an_idle_sign_in_is_kept_alive_for_years() {
    let street = Street::signed_in().await;
    for round in 1..=4 {
        // No more than two weeks after ninety days, and not before.
        street.pass(DAY * 89);
        street.house.ask(SUPERVISOR, "/log").await;
        assert_eq!(street.grants("refresh_token"), round - 1);
        street.pass(DAY * 16);
        within(street.auth.wait_for_calls(round)).await;
        // A call waits for a renewal that is under way.
        let who = street.house.ask(SUPERVISOR, "/whoami").await;
        assert!(who.text.contains("180 more days"), "{}", who.text);
    }
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
}

#[tokio::test]
async fn an_idle_sign_in_that_has_died_is_told_once_unasked() {
    let mut street = Street::signed_in().await;
    street.auth.kill_refresh_tokens();
    let before = street.house.answers(SUPERVISOR).len();
    street.pass(DAY * 105);
    let Trouble::SignedOut(signed_out) = street.ended(Ended::Over) else { unreachable!() };
    let said = shown(&Reply::SignIn(SignInReply::Ended(signed_out)));
    let told = street.house.message(private(SUPERVISOR), |m| m.text == said).await;
    // By then it is kept that it was told.
    street.house.ask(ADMIN, "/whoami").await;
    street.pass(DAY * 10);
    street.house.stop_bot().await;
    street.house.start_bot().await;
    street.pass(DAY * 10);
    street.house.ask(ADMIN, "/whoami").await;
    assert_eq!(street.house.answers(SUPERVISOR).len(), before + 1);
    let asked = street.house.press(SUPERVISOR, &told, "Sign in again").await;
    assert_eq!(visit(&back_from(&url_of(&asked)).await).await.0, 200);
}

#[tokio::test]
async fn a_renamed_portal_is_followed() {
    let street = Street::signed_in().await;
    let new = Portal::start(portal::Settings::default()).await.unwrap();
    new.add_user(portal::User::new(OLGA, "Olga", "Nord"));
    new.add_dialog(portal::Dialog::new(2024, "Anna", "Website").operator(OLGA));
    new.join(&street.auth, MEMBER);
    new.visit_as(Visitor::Accepts(OLGA));
    // By the authorisation server's word, with the next renewal.
    street.pass(HOUR);
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    assert!(new.is_silent(2024, OLGA));
    let who = street.house.ask(SUPERVISOR, "/whoami").await;
    assert!(who.text.contains(&new.host()), "{}", who.text);

    // Signing in anew under the old name leads to the same connection.
    street.house.portal.rename_to(&new.url());
    let asked = street.house.ask(SUPERVISOR, &format!("/connect {}", new.url())).await;
    assert_eq!(visit(&back_from(&url_of(&asked)).await).await.0, 200);
    street.changed(&asked).await;
    let who = street.house.ask(SUPERVISOR, "/whoami").await;
    assert_eq!(who.text.matches("Olga Nord").count(), 1, "{}", who.text);
}

#[tokio::test]
async fn who_signs_in_under_a_portals_old_name_comes_back_under_its_new_one() {
    let street = Street::signed_in().await;
    let new = Portal::start(portal::Settings::default()).await.unwrap();
    new.add_user(portal::User::new(OLGA, "Olga", "Nord"));
    let asked = street.ask_to_sign_in().await;
    new.join(&street.auth, MEMBER);
    new.visit_as(Visitor::Accepts(OLGA));
    let renamed = url_of(&asked).replace(&street.house.portal.url(), &new.url());
    assert_eq!(visit(&back_from(&renamed).await).await.0, 200);
    let card = street.changed(&asked).await;
    assert!(card.text.contains(&new.host()), "{}", card.text);
    let who = street.house.ask(SUPERVISOR, "/whoami").await;
    assert_eq!(who.text.matches("Olga Nord").count(), 1, "{}", who.text);
}

#[tokio::test]
async fn a_deleted_portal_is_left_alone_until_somebody_signs_in_anew() {
    let street = Street::signed_in().await;
    let deleted = portal::Fault::Error {
        status: 403,
        code: "PORTAL_DELETED".to_owned(),
        description: String::new(),
    };
    street.house.portal.fault(deleted, portal::On::everything());
    let told = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(told.text.contains(&words(&Trouble::PortalDeleted)), "{}", told.text);
    street.forget_calls();
    street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    street.pass(DAY * 120);
    street.house.ask(SUPERVISOR, "/whoami").await;
    assert_eq!((street.house.portal.calls().len(), street.auth.calls().len()), (0, 0));
    street.house.portal.clear_faults();
    street.sign_in().await;
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
}

#[tokio::test]
async fn both_kinds_of_access_live_side_by_side_and_are_forgotten_alike() {
    let street = Street::signed_in().await;
    let second = Portal::start(portal::Settings::default()).await.unwrap();
    second.add_user(portal::User::new(5, "Olya", "Nord"));
    let webhook = second.webhook(5, &["imopenlines", "im"]);
    street.house.ask(SUPERVISOR, &format!("/connect {webhook}")).await;
    let who = street.house.ask(SUPERVISOR, "/whoami").await;
    assert!(who.text.contains("Olya Nord") && who.text.contains("Olga Nord"), "{}", who.text);
    assert_eq!(who.text.matches("Signed in").count(), 1, "{}", who.text);
    let choice = street.house.ask(SUPERVISOR, "/portal").await;
    street.house.press(SUPERVISOR, &choice, &street.house.portal.host()).await;
    let answer = street.house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    street.house.ask(SUPERVISOR, &format!("/disconnect {}", street.house.portal.host())).await;
    let who = street.house.ask(SUPERVISOR, "/whoami").await;
    assert!(!who.text.contains("Olga Nord"), "{}", who.text);
    // Where there was a webhook, a sign-in takes its place.
    street.house.connect(SUPERVISOR).await;
    let card = street.sign_in().await;
    assert!(card.text.contains("replaces"), "{}", card.text);
    street.house.ask(ADMIN, &format!("/revoke {SUPERVISOR}")).await;
    for secret in street.auth.secrets().iter().map(String::as_str).chain([CLIENT_SECRET]) {
        street.house.keeps_nowhere(secret).await;
    }
}
