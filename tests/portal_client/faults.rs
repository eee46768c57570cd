//! Each way in which a portal can fail.

use std::time::Duration;

use hushbot::{
    domain::silent_mode::Switch,
    portal::{Code, PortalClient, PortalError},
    sandbox::portal::{Fault, Generation, KNOWN_ERRORS, On},
};
use jiff::Timestamp;

use crate::{
    SwitchOne as _, client, dialog,
    fixture::{Fixture, NO_OPERATING_TIME, answer},
    plain, portal, requests, webhook,
};

const SILENT: &str = "imopenlines.session.mode.silent";

#[tokio::test]
async fn every_known_error_comes_through_of_the_request_and_of_a_command() {
    let (portal, olga) = portal(Generation::Personal).await;
    let client = client();
    for known in KNOWN_ERRORS {
        for fault in [known.fault(), known.documented_fault()] {
            let Fault::Error { status, .. } = fault else { panic!() };
            for (method, status) in [("batch", status), (SILENT, 200)] {
                portal.fault(fault.clone(), On::method(method).times(1));
                let error = client.via(&olga).switch(dialog(2024), Switch::On).await.unwrap_err();
                let PortalError::Refused(refusal) = error else { panic!("{known:?}: {error}") };
                let facts = (refusal.code.name(), refusal.status, refusal.method);
                assert_eq!(facts, (known.code, status, method));
                assert!(!matches!(refusal.code, Code::Other(_) | Code::Nameless), "{known:?}");
            }
        }
    }
    assert!(portal.snapshot().dialogs[0].silent_for.is_empty());
}

#[tokio::test]
async fn every_trouble_of_the_connection_has_its_error() {
    let (portal, olga) = portal(Generation::Personal).await;
    let (client, hasty) = (client(), PortalClient::new(plain(Duration::from_millis(200))).unwrap());
    for (fault, expected) in [
        (Fault::Reset, PortalError::NoAnswer),
        (Fault::AnswerLost, PortalError::NoAnswer),
        (Fault::Hang, PortalError::NoAnswer),
        (Fault::Html(200), PortalError::Unreadable { status: 200 }),
        (Fault::Html(404), PortalError::Unreadable { status: 404 }),
        (Fault::Html(502), PortalError::Unreadable { status: 502 }),
        (Fault::BrokenJson, PortalError::Unreadable { status: 200 }),
        (Fault::EmptyBody, PortalError::Unreadable { status: 200 }),
        (Fault::HugeBody, PortalError::TooLarge),
        (Fault::Redirect { location: "/auth/".into() }, PortalError::RedirectRefused),
        (Fault::code("SOMETHING ELSE"), refusal(Code::Nameless)),
    ] {
        portal.fault(fault.clone(), On::method(SILENT).times(1));
        let client = if fault == Fault::Hang { &hasty } else { &client };
        let outcome = client.via(&olga).switch(dialog(2024), Switch::On).await;
        assert_eq!(outcome, Err(expected), "{fault:?}");
    }
    portal.fault(Fault::Slow(Duration::from_millis(20)), On::everything().times(1));
    assert_eq!(client.via(&olga).switch(dialog(2024), Switch::On).await, Ok(()));
    portal.fault(Fault::TrueButUnchanged, On::method(SILENT).times(1));
    assert_eq!(client.via(&olga).switch(dialog(2024), Switch::Off).await, Ok(()));
    assert_eq!(client.via(&olga).is_silent(&[dialog(2024)]).await, Ok(vec![Some(true)]));
}

fn refusal(code: Code) -> PortalError {
    PortalError::Refused(hushbot::portal::Refusal {
        code,
        status: 200,
        method: SILENT,
        frees_at: None,
    })
}

#[tokio::test]
async fn without_patience_a_failed_call_is_not_repeated() {
    let (portal, olga) = portal(Generation::Personal).await;
    let client = client();
    for fault in [Fault::Reset, Fault::AnswerLost, Fault::code("QUERY_LIMIT_EXCEEDED")] {
        // On a fresh connection and on one that was used before.
        client.via(&olga).profile().await.unwrap();
        let before = requests(&portal);
        portal.fault(fault.clone(), On::method(SILENT));
        client.via(&olga).switch(dialog(2024), Switch::On).await.unwrap_err();
        portal.clear_faults();
        assert_eq!(requests(&portal), before + 1, "{fault:?}");
    }
}

#[tokio::test]
async fn only_true_means_that_the_order_was_taken() {
    for body in ["false", "\"true\"", "1", "null", "[]", r#"{"result":true}"#] {
        let body = format!(r#"{{"result":{{"result":{{"d00c":{body}}},"result_error":[]}}}}"#);
        let fixture = Fixture::saying(200, &body).await;
        let outcome = client().via(fixture.webhook()).switch(dialog(5), Switch::On).await;
        assert_eq!(outcome, Err(PortalError::UnexpectedResult), "{body}");
    }
}

#[tokio::test]
async fn of_a_reading_only_the_dialog_is_indispensable() {
    let (portal, olga) = portal(Generation::Personal).await;
    let client = client();
    let via = client.via(&olga);
    portal.fault(
        Fault::code("ERROR_METHOD_NOT_FOUND"),
        On::method("imopenlines.v2.Session.isSilentMode").times(1),
    );
    let read = via.read(dialog(2024)).await.unwrap();
    assert_eq!((read.reading.session, read.reading.field), (None, Some(false)));

    portal.fault(Fault::code("ACCESS_DENIED"), On::method("imopenlines.dialog.get").times(1));
    let Err(PortalError::Refused(refusal)) = via.read(dialog(2024)).await else { panic!() };
    // Inside a batch it can only be the method's, whatever status it would have had by itself.
    assert_eq!(
        (refusal.code, refusal.status, refusal.method),
        (Code::AccessDenied, 200, "imopenlines.dialog.get")
    );

    portal.fault(Fault::code("QUERY_LIMIT_EXCEEDED"), On::method("batch").times(1));
    let Err(PortalError::Refused(refusal)) = via.read(dialog(2024)).await else { panic!() };
    assert_eq!((refusal.code, refusal.status), (Code::QueryLimitExceeded, 503));
}

#[tokio::test]
async fn a_reading_without_a_dialog_found_nothing() {
    let body = r#"{"result":{"result":{"dialog":[],"silent":null},"result_error":[]}}"#;
    let fixture = Fixture::saying(200, body).await;
    let outcome = client().via(fixture.webhook()).read(dialog(5)).await;
    assert_eq!(outcome, Err(PortalError::NothingFound));
}

#[tokio::test]
async fn used_up_operating_time_tells_when_it_frees() {
    let frees_at = Timestamp::from_second(1_900_000_000).unwrap();
    let told = r#"{"result":{"result":{"d00c":true},"result_error":[],
        "result_time":{"d00c":{"operating":479.2,"operating_reset_at":1900000000}}}}"#;
    let fixture =
        Fixture::start(|seen| answer(200, if seen.orders('Y') { told } else { NO_OPERATING_TIME }))
            .await;
    let (client, webhook) = (client(), fixture.webhook());
    let refused = async || {
        let outcome = client.via(&webhook).switch(dialog(5), Switch::Off).await;
        let Err(PortalError::Refused(refusal)) = outcome else { panic!() };
        assert_eq!(refusal.code, Code::OperationTimeLimit);
        refusal.frees_at
    };
    assert_eq!(refused().await, None);
    client.via(&webhook).switch(dialog(5), Switch::On).await.unwrap();
    assert_eq!(refused().await, Some(frees_at));
}

#[tokio::test]
async fn where_nobody_listens_nothing_is_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let nobody = webhook(&format!("http://{address}/rest/7/n0tas3cretn0tas3/"));
    assert_eq!(client().via(&nobody).profile().await, Err(PortalError::Unreachable));
    // A server without TLS can't complete the handshake, so the request never leaves.
    let fixture = Fixture::saying(200, "{}").await;
    let base = fixture.url().replace("http:", "https:");
    let https = webhook(&format!("{base}/rest/7/n0tas3cretn0tas3/"));
    assert_eq!(client().via(&https).profile().await, Err(PortalError::Unreachable));
    assert!(fixture.seen().is_empty());
}
