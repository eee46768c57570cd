//! Which failed calls are made again, which are not even made, and what is seen meanwhile.

use std::{
    future::poll_fn,
    net::TcpListener,
    pin::pin,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    task::Poll,
    time::Duration,
};

use hushbot::{
    domain::silent_mode::Switch,
    portal::{Code, Patience, PortalClient, PortalError, Progress, Settings},
    sandbox::portal::{Fault, Generation, On, User},
};
use jiff::Timestamp;
use tokio::time::Instant;

use crate::{
    SECRET, SwitchOne as _, dialog,
    fixture::{Fixture, NO_OPERATING_TIME, answer},
    plain, portal, requests, webhook,
};

const SILENT: &str = "imopenlines.session.mode.silent";

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// The usual tries, a hundred times as fast.
fn brisk() -> Patience {
    Patience {
        query_limit: vec![ms(10), ms(20), ms(40)],
        fault: vec![ms(5), ms(15)],
        unreachable: vec![ms(5), ms(15)],
        auth_server: vec![ms(20), ms(50)],
        operating_unknown: ms(50),
        ..Patience::default()
    }
}

fn client_with(patience: Patience, timeout: Duration) -> PortalClient {
    PortalClient::new(Settings { patience, ..plain(timeout) }).unwrap()
}

fn client() -> PortalClient {
    client_with(brisk(), Duration::from_secs(30))
}

fn code(error: &PortalError) -> &str {
    match error {
        PortalError::Refused(refusal) => refusal.code.name(),
        PortalError::NoAnswer => "no answer",
        PortalError::Unreadable { .. } => "unreadable",
        _ => "other",
    }
}

#[tokio::test]
async fn a_fault_that_stays_is_met_so_often() {
    let nameless = Fault::Error { status: 503, code: String::new(), description: String::new() };
    for (fault, calls, outcome) in [
        (Fault::code("QUERY_LIMIT_EXCEEDED"), 4, "QUERY_LIMIT_EXCEEDED"),
        (Fault::code("OPERATION_TIME_LIMIT"), 2, "OPERATION_TIME_LIMIT"),
        (Fault::code("INTERNAL_SERVER_ERROR"), 3, "INTERNAL_SERVER_ERROR"),
        (Fault::code("ERROR_UNEXPECTED_ANSWER"), 3, "ERROR_UNEXPECTED_ANSWER"),
        (nameless, 3, ""),
        (Fault::Html(502), 3, "unreadable"),
        (Fault::Hang, 3, "no answer"),
        (Fault::Reset, 3, "no answer"),
        (Fault::AnswerLost, 3, "no answer"),
        (Fault::code("CONNECTION_ERROR"), 3, "CONNECTION_ERROR"),
        (Fault::code("OVERLOAD_LIMIT"), 1, "OVERLOAD_LIMIT"),
        (Fault::code("PORTAL_DELETED"), 1, "PORTAL_DELETED"),
        (Fault::code("INVALID_CREDENTIALS"), 1, "INVALID_CREDENTIALS"),
        (Fault::code("ACCESS_DENIED"), 1, "ACCESS_DENIED"),
        (Fault::code("ERROR_CORE"), 1, "ERROR_CORE"),
        (Fault::Html(404), 1, "unreadable"),
        (Fault::BrokenJson, 1, "unreadable"),
    ] {
        // The status of a command is not told, and without one a nameless error is any.
        let in_batch = if outcome.is_empty() { 1 } else { calls };
        for (method, calls) in [("batch", calls), (SILENT, in_batch)] {
            let (portal, olga) = portal(Generation::Personal).await;
            // The time-out is a try's, not the call's.
            let client = client_with(brisk(), ms(if fault == Fault::Hang { 200 } else { 30_000 }));
            portal.fault(fault.clone(), On::method(method));
            let progress = Progress::default();
            let via = client.via(&olga).reporting_to(&progress);
            let error = via.switch(dialog(2024), Switch::On).await.unwrap_err();
            assert_eq!((code(&error), requests(&portal)), (outcome, calls), "{fault:?} {method}");
            assert_eq!(progress.waiting(), None, "{fault:?}");
        }
    }
}

#[tokio::test]
async fn a_fault_that_passes_is_not_noticed() {
    for (fault, times) in [
        (Fault::code("QUERY_LIMIT_EXCEEDED"), 3),
        (Fault::code("OPERATION_TIME_LIMIT"), 1),
        (Fault::code("INTERNAL_SERVER_ERROR"), 2),
        (Fault::Html(502), 2),
        (Fault::Reset, 2),
        (Fault::code("CONNECTION_ERROR"), 2),
    ] {
        for method in ["batch", SILENT] {
            let (portal, olga) = portal(Generation::Personal).await;
            portal.fault(fault.clone(), On::method(method).times(times));
            let outcome = client().via(&olga).switch(dialog(2024), Switch::On).await;
            assert_eq!(outcome, Ok(()), "{fault:?} {method}");
            assert_eq!(requests(&portal), times as usize + 1, "{fault:?} {method}");
            assert_eq!(portal.snapshot().dialogs[0].silent_for, [crate::OLGA], "{fault:?}");
        }
    }
}

#[tokio::test]
async fn who_can_not_be_reached_is_tried_three_times() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let client = client();
    // Each connection is closed before its TLS handshake.
    let connections =
        tokio::task::spawn_blocking(move || (0..3).filter(|_| listener.accept().is_ok()).count());
    let nobody = webhook(&format!("https://{address}/rest/7/{SECRET}/"));
    let outcome = client.via(&nobody).profile().await;
    assert_eq!(outcome, Err(PortalError::Unreachable));
    assert_eq!(connections.await.unwrap(), 3);
}

#[tokio::test]
async fn a_portal_that_its_vendor_blocked_is_asked_nothing_by_anybody() {
    let (portal, olga) = portal(Generation::Personal).await;
    portal.add_user(User::new(8, "Ivan", "West"));
    let ivan = webhook(&portal.webhook_with_secret(8, &[], SECRET));
    let client = client();
    portal.fault(Fault::code("OVERLOAD_LIMIT"), On::everything().times(1));
    client.via(&olga).switch(dialog(2024), Switch::On).await.unwrap_err();
    for whose in [&olga, &ivan] {
        client.forget_blocks(whose);
        let Err(PortalError::Refused(refusal)) = client.via(whose).profile().await else {
            panic!()
        };
        let facts = (refusal.code, refusal.status, refusal.method);
        assert_eq!(facts, (Code::OverloadLimit, 401, "profile"));
    }
    assert_eq!(portal.last_call(), 1);

    let patience = Patience { overload: ms(1), ..brisk() };
    let client = client_with(patience, Duration::from_secs(30));
    portal.fault(Fault::code("OVERLOAD_LIMIT"), On::everything().times(1));
    client.via(&olga).profile().await.unwrap_err();
    let until = Instant::now() + ms(2);
    tokio::time::sleep_until(until).await;
    client.via(&olga).profile().await.unwrap();
}

#[tokio::test]
async fn a_closed_portal_is_asked_again_once_it_is_connected_anew() {
    let (portal, olga) = portal(Generation::Personal).await;
    portal.add_user(User::new(8, "Ivan", "West"));
    let ivan = webhook(&portal.webhook_with_secret(8, &[], SECRET));
    let client = client();
    portal.fault(Fault::code("PORTAL_DELETED"), On::everything().times(1));
    for _ in 0..2 {
        let error = client.via(&olga).profile().await.unwrap_err();
        assert_eq!((code(&error), portal.last_call()), ("PORTAL_DELETED", 1));
    }
    client.via(&ivan).profile().await.unwrap();
    client.forget_blocks(&olga);
    client.via(&olga).profile().await.unwrap();
    assert_eq!(portal.last_call(), 3);
}

/// Drives a call until it waits, which it must do before it ends.
async fn until_it_waits<T>(call: impl Future<Output = T>, progress: &Progress) -> Instant {
    let mut call = pin!(call);
    poll_fn(|context| match (call.as_mut().poll(context), progress.waiting()) {
        (Poll::Ready(_), _) => panic!("it ended"),
        (Poll::Pending, Some((error, until))) => {
            assert_eq!(code(&error), "OPERATION_TIME_LIMIT");
            Poll::Ready(until)
        }
        (Poll::Pending, None) => Poll::Pending,
    })
    .await
}

#[tokio::test]
async fn used_up_operating_time_is_waited_for_here_and_not_asked_for() {
    let resets_at = Timestamp::now().as_second() + 300;
    let told = format!(
        r#"{{"result":{{"result":{{"d00c":true}},"result_error":[],
            "result_time":{{"d00c":{{"operating_reset_at":{resets_at}}}}}}}}}"#
    );
    let fixture = Fixture::start(move |seen| {
        answer(200, if seen.orders('N') { NO_OPERATING_TIME } else { &told })
    })
    .await;
    let (client, olga, progress) = (client(), fixture.webhook(), Progress::default());
    client.via(&olga).switch(dialog(5), Switch::On).await.unwrap();

    let via = client.via(&olga).reporting_to(&progress);
    let until = until_it_waits(via.switch(dialog(5), Switch::Off), &progress).await;
    let left = until.saturating_duration_since(Instant::now()).as_secs();
    assert!((290..=301).contains(&left), "{left}");
    assert_eq!(progress.waiting(), None, "whoever gives a call up clears its wait");

    // A further call of the method waits as long, whatever it asks for, and does not go out.
    let further = until_it_waits(via.switch(dialog(6), Switch::On), &progress).await;
    assert_eq!((further, fixture.seen().len()), (until, 2));
    // Other methods and other people are not concerned.
    client.via(&olga).scopes().await.unwrap();
    let ivan = webhook(&format!("{}/rest/8/{SECRET}/", fixture.url()));
    client.via(&ivan).switch(dialog(5), Switch::On).await.unwrap();
    assert_eq!(fixture.seen().len(), 4);
    // New credentials have their own time.
    client.forget_blocks(&olga);
    client.via(&olga).switch(dialog(5), Switch::On).await.unwrap();
}

#[tokio::test]
async fn an_order_that_nobody_wants_any_more_is_not_tried_again() {
    for fault in [Fault::code("QUERY_LIMIT_EXCEEDED"), Fault::code("OPERATION_TIME_LIMIT")] {
        // Asked before each wait and after it.
        for (wanted_for, calls) in [(0, 1), (1, 1), (2, 2)] {
            let (portal, olga) = portal(Generation::Personal).await;
            portal.fault(fault.clone(), On::method(SILENT));
            let (client, asked) = (client(), AtomicUsize::new(0));
            let via = client.via(&olga).unless(|| asked.fetch_add(1, Relaxed) >= wanted_for);
            let outcome = via.switch(dialog(2024), Switch::On).await;
            assert_eq!(requests(&portal), calls, "{fault:?} {wanted_for}");
            // Operating time is waited for once.
            let ended = wanted_for < 2 || fault == Fault::code("QUERY_LIMIT_EXCEEDED");
            assert_eq!(outcome == Err(PortalError::Superseded), ended, "{fault:?} {wanted_for}");
        }
    }
}

#[tokio::test]
async fn a_command_that_a_batch_refuses_is_not_the_calls_failure() {
    let (portal, olga) = portal(Generation::Personal).await;
    let dialog_get = On::method("imopenlines.dialog.get");
    portal.fault(Fault::code("QUERY_LIMIT_EXCEEDED"), dialog_get);
    let error = client().via(&olga).read(dialog(2024)).await.unwrap_err();
    let batches = portal.calls().iter().filter(|call| call.method == "batch").count();
    assert_eq!((code(&error), batches), ("QUERY_LIMIT_EXCEEDED", 1));
}
