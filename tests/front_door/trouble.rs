//! Each way in which a portal fails, once: what the person reads, and what the portal saw.

use hushbot::{
    domain::{
        dialog::{DialogId, DialogRef},
        reply::Reply,
        silent_mode::Switch,
        toggle::{Failed, Place, Reason, Toggled},
        trouble::Trouble,
    },
    sandbox::portal::{Fault, KNOWN_ERRORS, On, OtherChat},
};

use crate::house::{House, OLGA, SILENT, SUPERVISOR, shown};

/// The code, the status, and what it means to a person.
fn codes() -> Vec<(&'static str, u16, Trouble)> {
    use Trouble::*;
    let refused = |code| Refused(hushbot::domain::hint::Word::new(code));
    let scopes = || MissingScopes(vec![hushbot::domain::scope::Scope::OpenLines]);
    vec![
        ("CHAT_ID", 400, NoSuchDialog),
        ("CHAT_TYPE", 400, NotAnOpenChannel),
        ("ACCESS_DENIED", 400, NoDialogAccess),
        ("USER_ID", 400, NobodyBehindCredentials),
        ("IM_LOAD_ERROR", 400, ChatModuleMissing),
        ("ACCESS_DENIED", 403, PlanRequired),
        ("ACCESS_DENIED", 401, PlanRequired),
        ("QUERY_LIMIT_EXCEEDED", 503, TooManyRequests),
        ("OPERATION_TIME_LIMIT", 429, OperatingTimeUsedUp(None)),
        ("OVERLOAD_LIMIT", 503, BlockedByVendor),
        ("expired_token", 401, CredentialsRefused),
        ("invalid_token", 401, CredentialsRefused),
        ("NO_AUTH_FOUND", 401, CredentialsRefused),
        ("INVALID_CREDENTIALS", 401, CredentialsRefused),
        ("insufficient_scope", 403, scopes()),
        ("user_access_error", 403, AppRestricted),
        ("authorization_error", 401, UserInactive),
        ("APPLICATION_NOT_FOUND", 401, AppRemoved),
        ("CONNECTION_ERROR", 401, AuthServerUnreachable),
        ("METHOD_CONFIRM_WAITING", 401, ConfirmationWaiting),
        ("METHOD_CONFIRM_DENIED", 403, ConfirmationDenied),
        ("ERROR_METHOD_NOT_FOUND", 404, MethodMissing),
        ("INVALID_REQUEST", 400, HttpsRequired),
        ("WRONG_AUTH_TYPE", 403, WrongKindOfCredentials),
        ("WRONG_LICENSE", 403, TariffLacksFeature),
        ("allowed_only_intranet_user", 403, NotAnEmployee),
        ("PORTAL_DELETED", 403, PortalDeleted),
        ("INTERNAL_SERVER_ERROR", 500, PortalFault),
        ("ERROR_UNEXPECTED_ANSWER", 500, PortalFault),
        ("ERROR_BATCH_LENGTH_EXCEEDED", 400, refused("ERROR_BATCH_LENGTH_EXCEEDED")),
        ("ERROR_BATCH_METHOD_NOT_ALLOWED", 405, refused("ERROR_BATCH_METHOD_NOT_ALLOWED")),
        ("ERROR_CORE", 400, refused("ERROR_CORE")),
        ("ERROR_ARGUMENT", 400, refused("ERROR_ARGUMENT")),
        ("WRONG_ENCODING", 400, refused("WRONG_ENCODING")),
        ("SOMETHING_NEW", 418, refused("SOMETHING_NEW")),
    ]
}

/// What the person reads when 2024 can't be switched on for this reason. The dialog's name is
/// known where only the switch was refused: it is read in the same request.
fn expected(house: &House, trouble: Trouble, name: Option<&str>) -> String {
    // A dialog's buttons lead to the portal, which comes from the house.
    let dialog = DialogId::new(2024).unwrap();
    let address = url::Url::parse(&house.portal.url()).unwrap();
    let address = hushbot::domain::connection::PortalAddress::new(address).unwrap();
    shown(&Reply::Toggled(vec![Toggled {
        order: Switch::On,
        outcome: Err(Box::new(Failed {
            reference: DialogRef::chat(dialog),
            place: Some(Place {
                dialog,
                name: name.map(str::to_owned),
                tag: address.tag(),
                portal: None,
            }),
            reason: Reason::Trouble(trouble),
        })),
    }]))
}

#[tokio::test]
async fn each_code_has_its_own_answer_and_the_portals_words_stay_out() {
    let house = House::connected().await;
    let ask = async |method: &str, code: &str, status| {
        let description = "portal words that nobody should read".to_owned();
        let fault = Fault::Error { status, code: code.to_owned(), description };
        house.portal.fault(fault, On::method(method));
        let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
        house.portal.clear_faults();
        assert!(!answer.text.contains("portal words"), "{code}");
        answer.text
    };
    for (code, status, trouble) in codes() {
        let whole = expected(&house, trouble.clone(), None);
        assert_eq!(ask("batch", code, status).await, whole, "{code} {status}");
        // Inside a batch it is the method that denies access, and not the portal's plan.
        let inner =
            if trouble == Trouble::PlanRequired { Trouble::NoDialogAccess } else { trouble };
        let inner = expected(&house, inner, Some("Anna - Website"));
        assert_eq!(ask(SILENT, code, status).await, inner, "{code} {status}");
    }
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn every_error_that_bitrix24_is_known_for_is_in_the_table() {
    let known = codes();
    for error in KNOWN_ERRORS {
        let silent_methods = error.method.is_none_or(|method| method == SILENT);
        let listed = known.iter().any(|(code, ..)| code.eq_ignore_ascii_case(error.code));
        assert!(listed || !silent_methods, "{} has no row", error.code);
    }
}

#[tokio::test]
async fn what_breaks_on_the_way_is_told_apart() {
    let house = House::connected().await;
    let elsewhere = "http://127.0.0.1:9/login".to_owned();
    for (name, fault, trouble) in [
        ("html under a 5xx", Fault::Html(502), Trouble::PortalFault),
        ("html", Fault::Html(200), Trouble::UnreadableAnswer),
        ("broken", Fault::BrokenJson, Trouble::UnreadableAnswer),
        ("empty", Fault::EmptyBody, Trouble::UnreadableAnswer),
        ("huge", Fault::HugeBody, Trouble::UnreadableAnswer),
        ("reset", Fault::Reset, Trouble::NoAnswer),
        ("lost", Fault::AnswerLost, Trouble::NoAnswer),
        ("redirect", Fault::Redirect { location: elsewhere }, Trouble::RedirectRefused),
    ] {
        house.portal.fault(fault, On::method(SILENT));
        let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
        assert_eq!(answer.text, expected(&house, trouble, None), "{name}");
        house.portal.clear_faults();
    }
}

#[tokio::test]
async fn a_portal_that_is_down_is_told() {
    let house = House::connected().await;
    house.ask(SUPERVISOR, "/status 2024").await;
    house.portal.stop();
    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('⚠') && answer.text.contains("2024"), "{}", answer.text);
}

#[tokio::test]
async fn the_portals_own_checks_lead_to_the_same_answers() {
    let house = House::connected().await;
    house.portal.add_other_chat(OtherChat { chat_id: 4000, title: None, members: vec![OLGA] });
    for (dialog, trouble) in [
        ("999", Trouble::NoSuchDialog),
        ("3000", Trouble::NoDialogAccess),
        ("4000", Trouble::NotAnOpenChannel),
    ] {
        let answer = house.ask(SUPERVISOR, &format!("/silent {dialog} on")).await;
        let reason = expected(&house, trouble, None);
        // The sentence about the reason is the same; the dialog's number and name are not.
        let sentence = reason.lines().last().unwrap();
        assert!(answer.text.ends_with(sentence), "{dialog}: {}", answer.text);
    }
}
