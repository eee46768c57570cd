//! No error and no line of the log shows a webhook's secret.

use std::{
    error::Error,
    io::{self, Write},
    sync::{Arc, Mutex},
    time::Duration,
};

use hushbot::{
    domain::webhook::{HostPolicy, Webhook},
    portal::{PortalClient, PortalError, Settings},
    sandbox::portal::{Fault, Generation, KNOWN_ERRORS, KnownError, On},
};
use jiff::Timestamp;
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

use crate::{
    SwitchOne as _, dialog,
    fixture::{Fixture, answer, redirect},
    plain, portal, target, webhook,
};

const MARKER: &str = "m4rkerm4rkerm4rker";

/// Everything that was logged.
#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// All that can be printed of an error.
fn printed(error: &PortalError) -> String {
    let trouble = error.trouble(Timestamp::UNIX_EPOCH);
    let causes = std::iter::successors(error.source(), |&cause| cause.source());
    let causes: Vec<_> = causes.map(|cause| format!("{cause} {cause:?}")).collect();
    format!("{error} {error:?} {trouble:?} {causes:?}")
}

/// Makes every call and gives their errors.
async fn errors(client: &PortalClient, webhook: &Webhook) -> Vec<PortalError> {
    use hushbot::domain::silent_mode::Switch;
    let via = client.via(webhook);
    let errors = [
        via.profile().await.err(),
        via.scopes().await.err(),
        via.method_state("profile").await.err(),
        via.switch(dialog(2024), Switch::On).await.err(),
        via.read(dialog(2024)).await.err(),
        via.find(&target("imol|343")).await.err(),
        via.own_dialogs().await.err(),
        via.is_silent(&[dialog(2024)]).await.err(),
    ];
    assert!(!format!("{via:?}").contains(MARKER));
    errors.into_iter().flatten().collect()
}

/// Servers that say back what they were asked, in every place they have.
async fn echoes() -> Vec<Fixture> {
    let mut all = Vec::new();
    for (status, field) in [(400, "error"), (200, "error"), (500, "error_description")] {
        all.push(
            Fixture::start(move |seen| {
                answer(status, &format!(r#"{{"error":"X","{field}":"{}"}}"#, seen.path))
            })
            .await,
        );
    }
    all.push(Fixture::start(|seen| answer(200, &format!("<p>{}</p>", seen.path))).await);
    all.push(Fixture::start(|seen| answer(200, &format!(r#"{{"result":"{}"}}"#, seen.path))).await);
    all.push(Fixture::start(|seen| redirect(302, &format!("ftp://x{}", seen.path))).await);
    all.push(Fixture::start(|seen| redirect(302, &format!("{}/", seen.path))).await);
    all
}

#[tokio::test]
async fn the_secret_is_in_no_error_and_no_log() {
    let log = Log::default();
    let levels = LevelFilter::TRACE;
    tracing_subscriber::fmt().with_max_level(levels).with_writer(log.clone()).init();

    let (portal, _) = portal(Generation::Personal).await;
    let marked = webhook(&portal.webhook_with_secret(7, &["imopenlines", "im"], MARKER));
    let client = crate::client();
    let mut all = Vec::new();
    assert!(errors(&client, &marked).await.is_empty());

    let troubles = [
        Fault::Reset,
        Fault::AnswerLost,
        Fault::Html(502),
        Fault::BrokenJson,
        Fault::EmptyBody,
        Fault::HugeBody,
        Fault::Redirect { location: format!("https://x.invalid/{MARKER}") },
    ];
    for fault in KNOWN_ERRORS.iter().map(KnownError::fault).chain(troubles) {
        portal.fault(fault.clone(), On::everything());
        let errors = errors(&client, &marked).await;
        assert_eq!(errors.len(), 8, "{fault:?}");
        all.extend(errors);
        portal.clear_faults();
    }
    portal.fault(Fault::Hang, On::everything());
    let hasty = PortalClient::new(plain(Duration::from_millis(100))).unwrap();
    all.extend(errors(&hasty, &marked).await);

    for echo in echoes().await {
        let marked = webhook(&format!("{}/rest/7/{MARKER}/", echo.url()));
        let errors = errors(&client, &marked).await;
        assert_eq!(errors.len(), 8, "{:?}", echo.seen());
        all.extend(errors);
    }

    let public = Settings { policy: HostPolicy::Public, ..plain(Duration::from_secs(30)) };
    let public = PortalClient::new(public).unwrap();
    let closed = webhook(&format!("https://localhost:1/rest/7/{MARKER}/"));
    all.extend(errors(&public, &marked).await);
    all.extend(errors(&public, &closed).await);
    all.extend(errors(&client, &closed).await);

    let kinds: std::collections::HashSet<_> = all.iter().map(std::mem::discriminant).collect();
    assert_eq!(kinds.len(), 9, "each error but NothingFound and Superseded: {all:?}");
    for error in &all {
        assert!(!printed(error).contains(MARKER), "{}", printed(error));
    }
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("portal call failed"), "the log was not heard");
    let ours = log.lines().filter(|line| line.contains("hushbot"));
    assert!(ours.clone().count() > 100);
    if let Some(line) = log.lines().find(|line| line.contains(MARKER)) {
        panic!("{line}");
    }
}
