//! `/connect`, `/disconnect`, `/portal`, `/whoami`.

use hushbot::{
    domain::{
        reply::{ConnectProblem, Reply},
        webhook::WebhookError,
    },
    sandbox::portal::{self, Portal},
};

use crate::house::{
    ADMIN, GROUP, House, OLGA, SECRET, STRANGER, SUPERVISOR, private, shown, within,
};

/// The text of an answer without the line about the deleted message, which comes last.
fn first_paragraph(text: &str) -> &str {
    text.split("\n\n").next().unwrap_or_default()
}

#[tokio::test]
async fn what_people_really_paste_is_taken() {
    let house = House::bare().await;
    let url = house.webhook();
    let bare = url.trim_end_matches('/');
    for pasted in [
        format!("/connect {url}"),
        format!("/connect {bare}"),
        format!("/connect   <{url}>  "),
        format!("/connect {bare}/profile.json"),
        format!("/connect {bare}/imopenlines.session.mode.silent?CHAT_ID=1"),
        url.clone(),
    ] {
        let answer = house.ask(ADMIN, &pasted).await;
        assert!(answer.text.contains("Olga Nord"), "{pasted}: {}", answer.text);
        assert!(answer.text.contains(&house.portal.host()), "{}", answer.text);
    }
}

#[tokio::test]
async fn the_message_with_the_webhook_is_deleted_whatever_the_outcome() {
    let house = House::bare().await;
    house.let_in(SUPERVISOR).await;
    let good = house.webhook();
    house.portal.delete_webhook(8);
    for (person, chat, text) in [
        (SUPERVISOR, private(SUPERVISOR), format!("/connect {good}")),
        (SUPERVISOR, private(SUPERVISOR), "/connect https://127.0.0.1:9/rest/7/n0".to_owned()),
        (SUPERVISOR, private(SUPERVISOR), format!("what is {good} for?")),
        (
            SUPERVISOR,
            private(SUPERVISOR),
            "/connect http://127.0.0.1:9/rest/7/n0tas3cret1/".to_owned(),
        ),
        (STRANGER, private(STRANGER), format!("/connect {good}")),
    ] {
        let said = house.say(chat, person, &text);
        within(house.telegram.wait_until(|view| view.message(chat, said).is_none())).await;
    }
}

#[tokio::test]
async fn a_webhook_in_a_group_is_deleted_and_called_burnt() {
    let house = House::connected().await;
    house.telegram.set_bot_admin(GROUP, true);
    let text = format!("/connect {}", house.webhook());
    let answer = house.ask_in(GROUP, SUPERVISOR, &text).await;
    let asked = house.telegram.messages(GROUP).iter().any(|message| message.text == text);
    assert!(!asked, "the message is still there");
    assert!(!answer.text.contains(SECRET));
    assert_eq!(house.portal.calls().len(), 0, "nothing was tried with it");
}

#[tokio::test]
async fn what_can_not_be_deleted_is_left_to_its_author_with_a_word() {
    let house = House::connected().await;
    let deleted = house.connect(SUPERVISOR).await;
    house.telegram.fault(
        Some("deleteMessage"),
        hushbot::sandbox::telegram::Fault::ServerError(400),
        Some(1),
    );
    let kept = house.connect(SUPERVISOR).await;
    assert_ne!(deleted.text, kept.text);
}

#[tokio::test]
async fn each_half_of_a_webhook_gets_its_own_explanation() {
    let house = House::with(&[("HUSHBOT_ALLOW_INSECURE_PORTALS", "false")]).await;
    for (pasted, error) in [
        ("hello", WebhookError::NoRestPath),
        ("https://a.bitrix24.com/rest/", WebhookError::NoUser),
        ("https://a.bitrix24.com/rest/7/", WebhookError::NoSecret),
        ("http://a.bitrix24.com/rest/7/n0tas3cretn0tas3/", WebhookError::NotHttps),
        ("https://10.1.2.3/rest/7/n0tas3cretn0tas3/", WebhookError::AddressRefused),
        ("two words", WebhookError::NotAUrl),
    ] {
        let answer = house.ask(ADMIN, &format!("/connect {pasted}")).await;
        let expected = shown(&Reply::ConnectFailed(ConnectProblem::Webhook(error)));
        assert!(answer.text.starts_with(&expected), "{pasted}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_private_address_behind_a_name_is_refused_without_a_connection() {
    let house = House::with(&[("HUSHBOT_ALLOW_INSECURE_PORTALS", "false")]).await;
    let port = house.portal.url().rsplit(':').next().unwrap().trim_end_matches('/').to_owned();
    let answer =
        house.ask(ADMIN, &format!("/connect https://localhost:{port}/rest/7/{SECRET}/")).await;
    let refused = ConnectProblem::Trouble(hushbot::domain::trouble::Trouble::AddressRefused);
    let expected = shown(&Reply::ConnectFailed(refused));
    assert_eq!(first_paragraph(&answer.text), first_paragraph(&expected));
    assert_eq!(house.portal.calls().len(), 0);
}

#[tokio::test]
async fn a_wrong_secret_and_missing_scopes_are_told() {
    let house = House::bare().await;
    house.webhook();
    let wrong = format!("{}/rest/{OLGA}/wr0ngs3cretwr0ng/", house.portal.url());
    let answer = house.ask(ADMIN, &format!("/connect {wrong}")).await;
    assert!(answer.text.starts_with('⚠') || answer.text.starts_with('❌'), "{}", answer.text);

    let poor = house.portal.webhook(OLGA, &["im"]);
    let answer = house.ask(ADMIN, &format!("/connect {poor}")).await;
    assert!(answer.text.contains("imopenlines"), "{}", answer.text);
}

#[tokio::test]
async fn secrets_are_encrypted_on_disk() {
    let house = House::connected().await;
    house.keeps_nowhere(SECRET).await;
}

#[tokio::test]
async fn disconnecting_forgets_and_tells() {
    let house = House::connected().await;
    let answer = house.ask(SUPERVISOR, "/disconnect").await;
    let portal = house.portal.host();
    assert_eq!(answer.text, shown(&Reply::Disconnected { portal }));
    let answer = house.ask(SUPERVISOR, "/disconnect").await;
    assert_eq!(answer.text, shown(&Reply::NotConnected));
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert_eq!(house.portal.calls().len(), 0);
}

#[tokio::test]
async fn with_several_portals_a_link_picks_one_and_a_number_goes_to_the_default() {
    let house = House::connected().await;
    let second = Portal::start(portal::Settings::default()).await.unwrap();
    second.add_user(portal::User::new(5, "Olya", "Nord"));
    second.add_dialog(portal::Dialog::new(2024, "Zoe", "Shop").operator(5));
    house.ask(SUPERVISOR, &format!("/connect {}", second.webhook(5, &["imopenlines", "im"]))).await;

    // The last one connected is used by default.
    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.contains("Zoe") && answer.text.contains(&second.host()), "{}", answer.text);
    assert!(second.is_silent(2024, 5) && !house.portal.is_silent(2024, OLGA));

    let link = format!("{}/online/?IM_DIALOG=chat2024", house.portal.url());
    house.ask(SUPERVISOR, &format!("/silent {link} on")).await;
    assert!(house.portal.is_silent(2024, OLGA));

    let foreign =
        house.ask(SUPERVISOR, "/silent https://x.example/online/?IM_DIALOG=chat1 on").await;
    assert!(foreign.text.contains("x.example"), "{}", foreign.text);

    // Chosen by a button, the other one is the default.
    let choice = house.ask(SUPERVISOR, "/portal").await;
    house.press(SUPERVISOR, &choice, &house.portal.host()).await;
    house.ask(SUPERVISOR, "/silent 2024 off").await;
    assert!(!house.portal.is_silent(2024, OLGA) && second.is_silent(2024, 5));

    // To forget one of two, the bot asks which.
    let which = house.ask(SUPERVISOR, "/disconnect").await;
    house.press(SUPERVISOR, &which, &second.host()).await;
    let who = house.ask(SUPERVISOR, "/whoami").await;
    assert!(!who.text.contains(&second.host()), "{}", who.text);
    assert!(who.text.contains(&house.portal.host()), "{}", who.text);
}

#[tokio::test]
async fn connections_survive_a_restart() {
    let mut house = House::connected().await;
    house.stop_bot().await;
    house.start_bot().await;
    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
}

#[tokio::test]
async fn whoami_shows_how_the_connection_does_now() {
    let house = House::connected().await;
    let healthy = house.ask(SUPERVISOR, "/whoami").await;
    assert!(healthy.text.contains(&SUPERVISOR.to_string()), "{}", healthy.text);
    assert!(healthy.text.contains("Olga Nord"), "{}", healthy.text);
    house.portal.delete_webhook(OLGA);
    let broken = house.ask(SUPERVISOR, "/whoami").await;
    assert_ne!(healthy.text, broken.text);
}
