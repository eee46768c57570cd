//! What a portal does to a switch: how often it is asked, and what the person reads in the end. The
//! bot calls again as it does in earnest, only a hundred times as fast.

use std::time::Duration;

use hushbot::{
    domain::{
        dialog::{DialogId, DialogRef},
        hint::Word,
        reply::Reply,
        scope::Scope,
        silent_mode::Switch,
        toggle::{Failed, Place, Reason, Toggled},
        trouble::Trouble::{self, *},
    },
    portal::Patience,
    sandbox::portal::{Fault, KNOWN_ERRORS, KnownError, On, OtherChat},
};

use crate::house::{ADMIN, House, OLGA, SECRET, SILENT, SUPERVISOR, shown, within};

/// What the portal says, under which statuses, how often it is asked, what the person is told.
type Row = (&'static str, &'static [u16], usize, Trouble);

/// Every error that Bitrix24 is known for, in the order of its documentation.
fn errors() -> Vec<Row> {
    let refused = |code| Refused(Word::new(code));
    vec![
        ("QUERY_LIMIT_EXCEEDED", &[503], 4, TooManyRequests),
        ("OPERATION_TIME_LIMIT", &[429], 2, OperatingTimeUsedUp(None)),
        ("OVERLOAD_LIMIT", &[503, 401], 1, BlockedByVendor),
        ("expired_token", &[401], 1, CredentialsRefused),
        ("invalid_token", &[401], 1, CredentialsRefused),
        ("NO_AUTH_FOUND", &[401], 1, CredentialsRefused),
        ("INVALID_CREDENTIALS", &[403, 401], 1, CredentialsRefused),
        ("insufficient_scope", &[403, 401], 1, MissingScopes(vec![Scope::OpenLines])),
        ("ACCESS_DENIED", &[403, 401], 1, PlanRequired),
        ("user_access_error", &[403, 401], 1, AppRestricted),
        ("authorization_error", &[401], 1, UserInactive),
        ("APPLICATION_NOT_FOUND", &[401], 1, AppRemoved),
        ("CONNECTION_ERROR", &[401], 3, AuthServerUnreachable),
        ("METHOD_CONFIRM_WAITING", &[401], 1, ConfirmationWaiting),
        ("METHOD_CONFIRM_DENIED", &[403], 1, ConfirmationDenied),
        ("ERROR_METHOD_NOT_FOUND", &[404], 1, MethodMissing),
        ("INVALID_REQUEST", &[400, 401], 1, HttpsRequired),
        ("WRONG_AUTH_TYPE", &[403], 1, WrongKindOfCredentials),
        ("WRONG_LICENSE", &[403], 1, TariffLacksFeature),
        ("allowed_only_intranet_user", &[403, 400], 1, NotAnEmployee),
        ("ERROR_BATCH_LENGTH_EXCEEDED", &[400], 1, refused("ERROR_BATCH_LENGTH_EXCEEDED")),
        ("ERROR_BATCH_METHOD_NOT_ALLOWED", &[405], 1, refused("ERROR_BATCH_METHOD_NOT_ALLOWED")),
        ("PORTAL_DELETED", &[500, 403], 1, PortalDeleted),
        ("INTERNAL_SERVER_ERROR", &[500], 3, PortalFault),
        ("ERROR_UNEXPECTED_ANSWER", &[500], 3, PortalFault),
        ("ERROR_CORE", &[400, 500], 1, refused("ERROR_CORE")),
        ("ERROR_ARGUMENT", &[400], 1, refused("ERROR_ARGUMENT")),
        ("WRONG_ENCODING", &[400], 1, refused("WRONG_ENCODING")),
        // The method's own.
        ("IM_LOAD_ERROR", &[400], 1, ChatModuleMissing),
        ("CHAT_ID", &[400], 1, NoSuchDialog),
        ("USER_ID", &[400], 1, NobodyBehindCredentials),
        ("CHAT_TYPE", &[400], 1, NotAnOpenChannel),
        ("ACCESS_DENIED", &[400], 1, NoDialogAccess),
    ]
}

/// What is no known error of Bitrix24's.
fn faults() -> Vec<(&'static str, Fault, usize, Trouble)> {
    let error = |code: &str, status| Fault::Error {
        status,
        code: code.to_owned(),
        description: "portal words that nobody should read".to_owned(),
    };
    let elsewhere = "http://127.0.0.1:9/login".to_owned();
    vec![
        (
            "a code from the future",
            error("SOMETHING_NEW", 418),
            1,
            Refused(Word::new("SOMETHING_NEW")),
        ),
        ("no code", error("", 400), 1, Refused(Word::new("HTTP 400"))),
        ("a 5xx without a code", error("", 503), 3, PortalFault),
        ("a time-out", Fault::Hang, 3, NoAnswer),
        ("a reset", Fault::Reset, 3, NoAnswer),
        ("an answer that is lost", Fault::AnswerLost, 3, NoAnswer),
        ("a proxy's page under a 5xx", Fault::Html(502), 3, PortalFault),
        ("a page", Fault::Html(200), 1, UnreadableAnswer),
        ("broken JSON", Fault::BrokenJson, 1, UnreadableAnswer),
        ("no body", Fault::EmptyBody, 1, UnreadableAnswer),
        ("a huge body", Fault::HugeBody, 1, UnreadableAnswer),
        ("a redirect to a page", Fault::Redirect { location: elsewhere }, 1, RedirectRefused),
    ]
}

/// The usual tries, a hundred times as fast.
fn brisk() -> Patience {
    let faster = |waits: Vec<Duration>| waits.into_iter().map(|wait| wait / 100).collect();
    let usual = Patience::default();
    Patience {
        query_limit: faster(usual.query_limit),
        fault: faster(usual.fault),
        unreachable: faster(usual.unreachable),
        auth_server: faster(usual.auth_server),
        operating_unknown: Duration::from_millis(20),
        overload: Duration::from_millis(1),
        ..usual
    }
}

/// Whether the person reads that 2024 can't be switched on for this reason. Its name is known
/// where the portal could be asked for it.
fn tells(house: &House, trouble: &Trouble, text: &str) -> bool {
    let dialog = DialogId::new(2024).unwrap();
    let address = url::Url::parse(&house.portal.url()).unwrap();
    let address = hushbot::domain::connection::PortalAddress::new(address).unwrap();
    [None, Some("Anna - Website".to_owned())].into_iter().any(|name| {
        let place = Some(Place { dialog, name, tag: address.tag(), portal: None });
        let reason = Reason::Trouble(trouble.clone());
        let failed = Failed { reference: DialogRef::chat(dialog), place, reason };
        let outcome = Err(Box::new(failed));
        text == shown(&Reply::Toggled(vec![Toggled { order: Switch::On, lasting: None, outcome }]))
    })
}

/// Has the fault meet a switch until there is an answer, and compares both.
async fn play(house: &House, name: &str, fault: &Fault, own: bool, tries: usize, means: &Trouble) {
    if own {
        house.portal.fault(fault.clone(), On::method(SILENT));
    } else {
        house.switches_meet(fault);
    }
    house.portal.clear_calls();
    let interim = |text: &str| text.starts_with('⏳');
    let asked = house.say(crate::house::private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    let done = |m: &hushbot::sandbox::telegram::Message| m.id > asked && !interim(&m.text);
    let answer = house.message(crate::house::private(SUPERVISOR), done).await;
    assert!(tells(house, means, &answer.text), "{name}: {}", answer.text);
    assert_eq!(house.asked_to_switch(), tries, "{name}");
    house.portal.clear_faults();
    if *means == PortalDeleted {
        house.connect(SUPERVISOR).await;
        house.know_the_portal().await;
    }
}

/// The statuses that an error is known under.
fn statuses(error: &KnownError) -> Vec<u16> {
    [error.documented, error.served].into_iter().flatten().collect()
}

#[tokio::test]
async fn every_known_error_has_its_answer() {
    let house = House::patient(brisk()).await;
    let rows = errors();
    let mut met = vec![Vec::new(); rows.len()];
    for error in KNOWN_ERRORS {
        for status in statuses(error) {
            let fits = |(code, under, ..): &Row| *code == error.code && under.contains(&status);
            let at = rows.iter().position(fits);
            let at = at.unwrap_or_else(|| panic!("{} under {status} has no row", error.code));
            met[at].push(status);
            let (code, _, tries, means) = &rows[at];
            let (code, description) = ((*code).to_owned(), error.description.to_owned());
            let name = format!("{code} under {status}");
            let fault = Fault::Error { status, code, description };
            play(&house, &name, &fault, error.method == Some(SILENT), *tries, means).await;
        }
    }
    for ((code, under, ..), met) in rows.iter().zip(met) {
        assert!(under.iter().all(|status| met.contains(status)), "{code} is known as {met:?}");
    }
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn every_other_failure_has_its_answer() {
    let house = House::patient(brisk()).await;
    for (name, fault, tries, means) in faults() {
        play(&house, name, &fault, false, tries, &means).await;
    }
    let texts = house.answers(SUPERVISOR).into_iter().map(|m| m.text);
    let leaks = |text: &String| text.contains("portal words") || text.contains(SECRET);
    assert_eq!(texts.filter(leaks).collect::<Vec<_>>(), Vec::<String>::new());
}

#[tokio::test]
async fn what_passes_is_not_noticed() {
    let house = House::patient(brisk()).await;
    for (fault, times) in [
        (Fault::code("OPERATION_TIME_LIMIT"), 1),
        (Fault::code("QUERY_LIMIT_EXCEEDED"), 2),
        (Fault::code("INTERNAL_SERVER_ERROR"), 1),
        (Fault::code("CONNECTION_ERROR"), 1),
        (Fault::Html(502), 1),
        (Fault::Reset, 1),
    ] {
        house.portal.clear_calls();
        house.switches_meet(&fault);
        let calls = || async {
            let mut last = house.portal.last_call();
            for _ in 0..times {
                last = house.portal.wait_for_call_from(last + 1, |_| true).await.number;
            }
            house.portal.clear_faults();
        };
        let (answer, ()) =
            within(futures_util::future::join(house.ask(SUPERVISOR, "/silent 2024 on"), calls()))
                .await;
        assert!(answer.text.starts_with('🔇'), "{fault:?}: {}", answer.text);
        assert!(house.asked_to_switch() > times, "{fault:?}");
        house.ask(SUPERVISOR, "/silent 2024 off").await;
    }
}

#[tokio::test]
async fn a_switch_that_was_only_said_is_told() {
    let house = House::patient(brisk()).await;
    house.portal.fault(Fault::TrueButUnchanged, On::method(SILENT));
    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('⚠') && answer.text.contains("2024"), "{}", answer.text);
    assert_eq!(house.asked_to_switch(), 1);
}

#[tokio::test]
async fn a_portal_that_is_down_is_told() {
    let house = House::patient(brisk()).await;
    house.portal.stop();
    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(tells(&house, &Unreachable, &answer.text), "{}", answer.text);
}

#[tokio::test]
async fn the_portals_own_checks_lead_to_the_same_answers() {
    let house = House::connected().await;
    house.portal.add_other_chat(OtherChat { chat_id: 4000, title: None, members: vec![OLGA] });
    for (dialog, trouble) in
        [("999", NoSuchDialog), ("3000", NoDialogAccess), ("4000", NotAnOpenChannel)]
    {
        let answer = house.ask(SUPERVISOR, &format!("/silent {dialog} on")).await;
        let (reference, reason) = (DialogRef::parse(dialog).unwrap(), Reason::Trouble(trouble));
        let outcome = Err(Box::new(Failed { reference, place: None, reason }));
        let toggled = Toggled { order: Switch::On, lasting: None, outcome };
        let reason = shown(&Reply::Toggled(vec![toggled]));
        // The sentence about the reason is the same; the dialog's name is not.
        let sentence = reason.lines().last().unwrap();
        assert!(answer.text.ends_with(sentence), "{dialog}: {}", answer.text);
    }
}

#[tokio::test]
async fn admins_are_told_which_portal_the_vendor_blocked() {
    let house = House::connected().await;
    let before = house.ask(ADMIN, "/help").await.id;
    house.portal.fault(Fault::code("OVERLOAD_LIMIT"), On::method(SILENT));
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    let alarm = house.next_answer(ADMIN, before).await;
    assert!(alarm.text.contains(&house.portal.host()), "{}", alarm.text);
}
