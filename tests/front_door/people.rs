//! Who is let in, by whom, and what strangers get.

use hushbot::domain::{
    dialog::DialogId,
    reply::{InviteProblem, Reply, RevokeProblem},
    supervisor::{Denial, Role, TelegramId},
};
use jiff::SignedDuration;

use crate::house::{
    ADMIN, GROUP, House, OLGA, STRANGER, SUPERVISOR, private, shown, token_in, within,
};

#[tokio::test]
async fn an_invite_lets_one_person_in_once() {
    let house = House::bare().await;
    let link = house.ask(ADMIN, "/invite").await;
    let token = token_in(&link.text);
    assert!(link.text.contains("https://t.me/hushbot_demo_bot?start="), "{}", link.text);

    let welcome = house.ask(SUPERVISOR, &format!("/start {token}")).await;
    let let_in = Reply::LetIn { role: Role::Supervisor, connected: false };
    assert_eq!(welcome.text, shown(&let_in));

    let again = house.ask(STRANGER, &format!("/start {token}")).await;
    assert_eq!(again.text, shown(&Reply::InviteRefused(InviteProblem::Unknown)));
    let who = house.ask(ADMIN, "/supervisors").await;
    assert!(who.text.contains("Sam") && !who.text.contains("Sly"), "{}", who.text);
}

#[tokio::test]
async fn a_pasted_link_does_the_same() {
    let house = House::bare().await;
    let link = house.ask(ADMIN, "/invite").await;
    let token = token_in(&link.text);
    house.ask(SUPERVISOR, &format!("https://t.me/hushbot_demo_bot?start={token}")).await;
    assert!(house.ask(ADMIN, "/supervisors").await.text.contains("Sam"));
}

#[tokio::test]
async fn an_invite_ends_after_a_day() {
    let house = House::bare().await;
    let token = token_in(&house.ask(ADMIN, "/invite").await.text);
    house.clock.advance(SignedDuration::from_hours(24));
    let refused = house.ask(SUPERVISOR, &format!("/start {token}")).await;
    assert_eq!(refused.text, shown(&Reply::InviteRefused(InviteProblem::Expired)));
}

#[tokio::test]
async fn an_invite_is_not_wasted_on_somebody_who_is_in() {
    let house = House::bare().await;
    let token = token_in(&house.ask(ADMIN, "/invite").await.text);
    let mine = house.ask(ADMIN, &format!("/start {token}")).await;
    assert_eq!(mine.text, shown(&Reply::AlreadyIn { role: Role::Admin }));
    let theirs = house.ask(SUPERVISOR, &format!("/start {token}")).await;
    assert_eq!(theirs.text, shown(&Reply::LetIn { role: Role::Supervisor, connected: false }));
}

#[tokio::test]
async fn only_a_hash_of_an_invite_is_on_disk() {
    let house = House::bare().await;
    let token = token_in(&house.ask(ADMIN, "/invite").await.text);
    house.keeps_nowhere(&token).await;
}

#[tokio::test]
async fn a_stranger_gets_one_line_an_hour() {
    let house = House::bare().await;
    let told = house.ask(STRANGER, "/silent 2024 on").await;
    assert_eq!(told.text, shown(&Reply::Stranger { id: TelegramId(STRANGER) }));
    for text in ["hello", "/connect x", "/invite", "/nonsense"] {
        house.say(private(STRANGER), STRANGER, text);
    }
    // What anyone may ask is answered, and by then the four texts before it have been passed over.
    house.ask(STRANGER, "/whoami").await;
    assert_eq!(house.answers(STRANGER).len(), 2);
    house.clock.advance(SignedDuration::from_hours(1));
    let again = house.ask(STRANGER, "hello?").await;
    assert_eq!(again.text, told.text);
}

#[tokio::test]
async fn revoking_takes_access_and_credentials_at_once() {
    let house = House::connected().await;
    let gone = house.ask(ADMIN, &format!("/revoke {SUPERVISOR}")).await;
    assert!(gone.text.contains("Sam"), "{}", gone.text);
    let denied = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert_eq!(denied.text, shown(&Reply::Stranger { id: TelegramId(SUPERVISOR) }));
    assert_eq!(house.portal.calls().len(), 0);
    // Let in again, they have no credentials any more.
    house.let_in(SUPERVISOR).await;
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn revoking_tells_of_silences_that_nobody_ends_any_more() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    let gone = house.ask(ADMIN, &format!("/revoke {SUPERVISOR}")).await;
    let revoked = Reply::Revoked {
        id: TelegramId(SUPERVISOR),
        name: "Sam".to_owned(),
        connections: 1,
        silences: vec![DialogId::new(2024).unwrap()],
    };
    assert_eq!(gone.text, shown(&revoked));
}

#[tokio::test]
async fn nobody_can_lock_everybody_out() {
    let house = House::bare().await;
    let oneself = house.ask(ADMIN, &format!("/revoke {ADMIN}")).await;
    assert_eq!(oneself.text, shown(&Reply::RevokeRefused(RevokeProblem::Oneself)));
    let nobody = house.ask(ADMIN, "/revoke 999").await;
    let not_listed = Reply::RevokeRefused(RevokeProblem::NotListed(TelegramId(999)));
    assert_eq!(nobody.text, shown(&not_listed));
}

#[tokio::test]
async fn admin_commands_are_for_admins_and_for_private_chats() {
    let house = House::connected().await;
    for command in ["/invite", "/supervisors", "/revoke 1"] {
        let denied = house.ask(SUPERVISOR, command).await;
        assert_eq!(denied.text, shown(&Reply::Denied(Denial::AdminsOnly)), "{command}");
    }
    for command in ["/invite@hushbot_demo_bot", "/supervisors"] {
        let denied = house.ask_in(GROUP, ADMIN, command).await;
        assert_eq!(denied.text, shown(&Reply::Denied(Denial::PrivateOnly)), "{command}");
    }
}

#[tokio::test]
async fn what_is_no_command_gets_an_example_that_works() {
    let house = House::connected().await;
    for text in ["hello", "/silent", "/silent 2024 onn", "/silence 2024 on", "/revoke", "/connect"]
    {
        let hint = house.ask(ADMIN, text).await;
        let example = hint
            .entities
            .iter()
            .any(|entity| entity.kind == "code" || entity.kind == "bot_command");
        assert!(example, "{text}: {}", hint.text);
    }
    let picture = serde_json::json!({
        "message": {
            "message_id": 9000, "date": 1_790_000_000,
            "chat": { "id": ADMIN, "type": "private", "first_name": "Ada" },
            "from": { "id": ADMIN, "is_bot": false, "first_name": "Ada" },
            "sticker": {
                "file_id": "a", "file_unique_id": "b", "type": "regular", "width": 512,
                "height": 512, "is_animated": false, "is_video": false, "file_size": 1
            }
        }
    });
    let before = house.answers(ADMIN).last().unwrap().id;
    house.telegram.push_raw(picture);
    within(house.telegram.next_bot_message(private(ADMIN), before)).await;
}
