//! `/whisper DIALOG text`: one note that only colleagues see.

use hushbot::{
    domain::{
        dialog::{DialogId, DialogRef},
        hint::{Hint, HintFor},
        reply::Reply,
        scope::Scope,
        supervisor::Role,
        toggle::Reason,
        trouble::Trouble,
        whisper::{Doubt, NotPosted, Whispered},
    },
    sandbox::{
        portal::{self, Fault, On, Portal},
        telegram,
    },
};

use crate::house::{House, OLGA, STRANGER, SUPERVISOR, private, shown, within};

const ENABLED: (&str, &str) = ("HUSHBOT_WHISPER", "true");
const POST: &str = "im.message.add";
const READ: &str = "imopenlines.dialog.get";
const NOTE: &str = "She is angry: [b]call her[/b]\nat 6 & be kind";

async fn house() -> House {
    House::connected_with(&[ENABLED]).await
}

fn reference(number: u64) -> DialogRef {
    DialogRef::chat(DialogId::new(number).unwrap())
}

fn not_posted(number: u64, why: NotPosted) -> String {
    let reference = reference(number);
    shown(&Reply::Whispered(Whispered::NotPosted { reference, why }))
}

fn unclear(number: u64) -> String {
    shown(&Reply::Whispered(Whispered::Unclear { reference: reference(number) }))
}

/// What people wrote in a dialog: the text, and whether the client got it.
fn posts(house: &House, dialog: u64) -> Vec<(String, bool)> {
    let snapshot = house.portal.snapshot();
    let view = snapshot.dialogs.into_iter().find(|view| view.dialog.chat_id == dialog).unwrap();
    let posts = view.messages.into_iter();
    let by_people = posts.filter(|post| matches!(post.author, portal::Author::User(_)));
    by_people.map(|post| (post.text, !post.hidden)).collect()
}

#[tokio::test]
async fn without_the_setting_nothing_is_sent_and_the_reason_is_told() {
    let house = House::connected().await;
    let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
    assert_eq!(answer.text, not_posted(2024, NotPosted::NotEnabled));
    for word in ["SKIP_CONNECTOR", "im.message.add", "HUSHBOT_WHISPER=true"] {
        assert!(answer.text.contains(word), "{}", answer.text);
    }
    assert_eq!(house.portal.calls().len(), 0);
}

#[tokio::test]
async fn a_note_is_posted_as_written_and_the_client_does_not_get_it() {
    let house = house().await;
    // Not silent: what is written otherwise reaches the client.
    assert!(!house.portal.is_silent(2024, OLGA));
    let answer = house.ask(SUPERVISOR, &format!("/whisper 2024 {NOTE}")).await;
    assert!(answer.text.starts_with("🤫 2024 · Anna - Website"), "{}", answer.text);
    assert_eq!(posts(&house, 2024), [(NOTE.to_owned(), false)]);
    assert_eq!(house.calls(POST).len(), 1);
    house.portal.operator_writes(2024, OLGA, "for the client");
    assert_eq!(posts(&house, 2024)[1], ("for the client".to_owned(), true));
    // By its session, and in a group.
    let answer = house.ask_in(crate::house::GROUP, SUPERVISOR, "/whisper imol|102025 psst").await;
    assert!(answer.text.starts_with("🤫 2025"), "{}", answer.text);
    assert_eq!(posts(&house, 2025), [("psst".to_owned(), false)]);
    let denied = house.ask(STRANGER, "/whisper 2026 psst").await;
    assert!(denied.text.starts_with('⛔'), "{}", denied.text);
    assert_eq!(house.calls(POST).len(), 2);
}

#[tokio::test]
async fn whatever_leaves_a_doubt_keeps_the_note_back() {
    let house = house().await;
    let trouble = |trouble| NotPosted::Failed(Reason::Trouble(trouble));
    let page = || Fault::Redirect { location: "https://elsewhere.example/".to_owned() };
    for (fault, why) in [
        (Fault::TrueButUnchanged, NotPosted::Doubtful(Doubt::Unreadable)),
        (Fault::code("ACCESS_ERROR"), trouble(Trouble::DialogUnavailable)),
        (Fault::code("QUERY_LIMIT_EXCEEDED"), trouble(Trouble::TooManyRequests)),
        (Fault::Html(502), trouble(Trouble::PortalFault)),
        (Fault::Html(200), trouble(Trouble::UnreadableAnswer)),
        (Fault::BrokenJson, trouble(Trouble::UnreadableAnswer)),
        (Fault::EmptyBody, trouble(Trouble::UnreadableAnswer)),
        (Fault::HugeBody, trouble(Trouble::UnreadableAnswer)),
        (Fault::Reset, trouble(Trouble::NoAnswer)),
        (Fault::AnswerLost, trouble(Trouble::NoAnswer)),
        (page(), trouble(Trouble::RedirectRefused)),
    ] {
        house.portal.fault(fault.clone(), On::method(READ));
        let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
        assert_eq!(answer.text, not_posted(2024, why), "{fault:?}");
        house.portal.clear_faults();
    }
    house.portal.close_session(2025);
    let answer = house.ask(SUPERVISOR, "/whisper 2025 psst").await;
    assert_eq!(answer.text, not_posted(2025, NotPosted::Doubtful(Doubt::Closed)));
    // Somebody else's dialog: read by right, written to by members only.
    house.portal.change_dialog(3000, |dialog| dialog.may_join.push(OLGA));
    let answer = house.ask(SUPERVISOR, "/whisper 3000 psst").await;
    assert_eq!(answer.text, not_posted(3000, NotPosted::NotMember));
    assert_eq!(house.calls(POST).len(), 1, "the portal's own refusal");
    for dialog in [2024, 2025, 3000] {
        assert_eq!(posts(&house, dialog), [], "{dialog}");
    }
}

#[tokio::test]
async fn a_portal_that_moves_in_between_gets_no_note() {
    let house = house().await;
    let second = Portal::start(portal::Settings::default()).await.unwrap();
    second.add_user(portal::User::new(OLGA, "Olga", "Nord"));
    second.add_dialog(portal::Dialog::new(2024, "Anna", "Website").operator(OLGA));
    second.webhook_with_secret(OLGA, &["imopenlines", "im"], crate::house::SECRET);
    house.portal.rename_to(&second.url());
    let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
    assert_eq!(answer.text, not_posted(2024, NotPosted::Doubtful(Doubt::Moved)));
    assert!(second.calls().iter().all(|call| call.method != POST));
    // The new address is kept, and there all is plain.
    let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
    assert!(answer.text.starts_with("🤫 2024"), "{}", answer.text);
    // A redirect of the note itself is not followed.
    house.portal.rename_to("https://elsewhere.example");
    let away = Fault::Redirect { location: "https://elsewhere.example/".to_owned() };
    second.fault(away, On::method(POST).times(1));
    let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
    let why = NotPosted::Failed(Reason::Trouble(Trouble::RedirectRefused));
    assert_eq!(answer.text, not_posted(2024, why));
}

#[tokio::test]
async fn a_lost_answer_is_told_and_the_note_is_not_repeated() {
    let house = House::connected_with(&[ENABLED, ("HUSHBOT_PORTAL_RETRIES", "true")]).await;
    let mut posted = 0;
    for (fault, done) in [
        (Fault::AnswerLost, true),
        (Fault::BrokenJson, true),
        (Fault::EmptyBody, true),
        (Fault::Reset, false),
        (Fault::Html(502), false),
        (Fault::TrueButUnchanged, false),
        (Fault::code("INTERNAL_SERVER_ERROR"), false),
    ] {
        house.portal.clear_calls();
        house.portal.fault(fault.clone(), On::method(POST));
        let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
        assert_eq!(answer.text, unclear(2024), "{fault:?}");
        assert_eq!(house.calls(POST).len(), 1, "{fault:?}");
        house.portal.clear_faults();
        posted += usize::from(done);
        assert_eq!(posts(&house, 2024).len(), posted, "{fault:?}");
    }
    assert!(posts(&house, 2024).iter().all(|(_, to_client)| !to_client));
}

#[tokio::test]
async fn what_the_portal_turned_away_at_its_door_is_tried_again() {
    let house = House::connected_with(&[ENABLED, ("HUSHBOT_PORTAL_RETRIES", "true")]).await;
    house.portal.fault(Fault::code("QUERY_LIMIT_EXCEEDED"), On::method(POST).times(1));
    let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
    assert!(answer.text.starts_with("🤫 2024"), "{}", answer.text);
    assert_eq!(house.calls(POST).len(), 2);
    assert_eq!(posts(&house, 2024), [("psst".to_owned(), false)]);
}

#[tokio::test]
async fn a_process_that_dies_after_posting_does_not_post_again() {
    let mut house = house().await;
    house.telegram.fault(Some("sendMessage"), telegram::Fault::Hang, None);
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/whisper 2024 psst");
    within(house.portal.wait_for_call(|call| call.method == POST)).await;
    house.kill_bot().await;
    house.telegram.clear_faults();
    house.start_bot().await;
    let answer = house.next_answer(SUPERVISOR, asked).await;
    assert_eq!(answer.text, unclear(2024));
    assert_eq!(posts(&house, 2024), [("psst".to_owned(), false)]);
    // The next note is another one.
    let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
    assert!(answer.text.starts_with("🤫 2024"), "{}", answer.text);
}

#[tokio::test]
async fn an_old_note_is_offered_and_posted_once() {
    let house = house().await;
    let hour_ago = jiff::Timestamp::now().as_second() - 3600;
    let chat = private(SUPERVISOR);
    let asked = house.telegram.say_at(chat, SUPERVISOR, "/whisper 2024 psst", hour_ago);
    let offer = house.next_answer(SUPERVISOR, asked).await;
    assert!(offer.text.starts_with('⏰') && posts(&house, 2024).is_empty(), "{}", offer.text);
    let answer = house.press(SUPERVISOR, &offer, "Run now").await;
    assert!(answer.text.starts_with("🤫 2024"), "{}", answer.text);
    house.press(SUPERVISOR, &offer, "Run now").await;
    assert_eq!(posts(&house, 2024), [("psst".to_owned(), false)]);
}

#[tokio::test]
async fn a_missing_permission_is_told_and_counts_once_it_is_there() {
    let house = House::with(&[ENABLED]).await;
    house.let_in(SUPERVISOR).await;
    let grant =
        |scopes: &[&str]| house.portal.webhook_with_secret(OLGA, scopes, crate::house::SECRET);
    house.ask(SUPERVISOR, &format!("/connect {}", grant(&["imopenlines"]))).await;
    let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
    let lacks = Trouble::MissingScopes(vec![Scope::Im]);
    assert_eq!(answer.text, not_posted(2024, NotPosted::Failed(Reason::Trouble(lacks))));
    assert_eq!(house.calls(POST).len(), 0);
    grant(&["imopenlines", "im"]);
    let answer = house.ask(SUPERVISOR, "/whisper 2024 psst").await;
    assert!(answer.text.starts_with("🤫 2024"), "{}", answer.text);
}

#[tokio::test]
async fn a_note_that_would_lose_its_end_is_not_posted() {
    let house = house().await;
    let answer = house.ask(SUPERVISOR, &format!("/whisper 2024 {}", "я".repeat(2_100))).await;
    let hint = Hint::NoteTooLong { most: hushbot::domain::command::LONGEST_NOTE };
    let expected = shown(&Reply::Hint(HintFor { hint, role: Some(Role::Supervisor) }));
    assert_eq!(answer.text, expected);
    assert_eq!(house.portal.calls().len(), 0);
}
