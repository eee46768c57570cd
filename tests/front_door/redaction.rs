//! No secret is ever shown: every error path is driven with marker secrets, and everything that
//! comes out is searched for them.

use std::{
    io,
    sync::{Arc, Mutex},
};

use hushbot::{
    config::{Log, LogFormat},
    sandbox::{
        auth,
        portal::{Fault, KNOWN_ERRORS, On},
        telegram,
    },
    telemetry,
};
use tracing_subscriber::{layer::SubscriberExt as _, util::SubscriberInitExt as _};

use crate::{
    house::{GROUP, House, OLGA, SUPERVISOR, within},
    oauth_house::{CLIENT_SECRET, Street, back_from, url_of, visit},
};

/// The secret part of every webhook in this test.
const MARKER: &str = "mark3rs3cretmark3r";

#[derive(Clone, Default)]
pub(crate) struct Captured(Arc<Mutex<Vec<u8>>>);

impl Captured {
    /// What was logged so far.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl io::Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The log of the whole test process at its most talkative; the only test that installs one.
fn capture_log() -> Captured {
    let captured = Captured::default();
    let writer = captured.clone();
    let log = Log { filter: "trace".to_owned(), format: LogFormat::Text };
    let layer = telemetry::layer(&log, move || writer.clone()).unwrap();
    tracing_subscriber::registry().with(layer).init();
    captured
}

#[tokio::test]
async fn no_error_path_shows_a_secret() {
    let log = capture_log();
    let house = House::bare().await;
    house.let_in(SUPERVISOR).await;
    let good = house.portal.webhook_with_secret(OLGA, &["imopenlines", "im"], MARKER);
    house.ask(SUPERVISOR, &format!("/connect {good}")).await;

    for fault in faults() {
        house.portal.fault(fault.clone(), On::everything());
        for text in [
            "/silent 2024 on".to_owned(),
            "/status 2024".to_owned(),
            "/whoami".to_owned(),
            format!("/connect {good}"),
        ] {
            house.ask(SUPERVISOR, &text).await;
        }
        house.portal.clear_faults();
    }
    for pasted in [
        format!("https://127.0.0.1:9/rest/7/{MARKER}/"),
        format!("gopher://127.0.0.1/rest/7/{MARKER}/"),
        format!("https://a.example/rest/x/{MARKER}"),
        format!("https://a.example/rest/7/{MARKER}/a/b/c"),
        format!("{MARKER} {MARKER}"),
        format!("http://no-such-host.invalid/rest/7/{MARKER}/"),
    ] {
        house.ask(SUPERVISOR, &format!("/connect {pasted}")).await;
        house.ask(SUPERVISOR, &format!("/silent 2024 https://x/rest/7/{MARKER}/")).await;
    }
    house.ask_in(GROUP, SUPERVISOR, &format!("/connect {good}")).await;
    telegram_faults(&house, &good).await;

    let mut secrets = sign_in_faults().await;
    let token = house.telegram.token().split(':').nth(1).unwrap().to_owned();
    secrets.extend([MARKER.to_owned(), token]);

    let log = log.text();
    assert!(log.contains("hushbot"), "the log was captured");
    for secret in secrets.iter().map(String::as_str) {
        let leak = log.lines().find(|line| line.contains(secret));
        assert_eq!(leak, None, "the log shows a secret");
        for chat in [i64::try_from(SUPERVISOR).unwrap(), GROUP] {
            let messages = house.telegram.messages(chat);
            let leak = messages.iter().find(|m| m.from_bot && m.html().contains(secret));
            assert!(leak.is_none(), "a reply shows a secret: {leak:?}");
        }
    }
    house.keeps_nowhere(MARKER).await;
}

fn faults() -> Vec<Fault> {
    let known = KNOWN_ERRORS.iter().map(hushbot::sandbox::portal::KnownError::fault);
    let location = format!("http://127.0.0.1:9/rest/7/{MARKER}/elsewhere");
    known
        .chain([
            Fault::Reset,
            Fault::AnswerLost,
            Fault::Html(502),
            Fault::BrokenJson,
            Fault::EmptyBody,
            Fault::TrueButUnchanged,
            Fault::HugeBody,
            Fault::Redirect { location },
        ])
        .collect()
}

/// What goes wrong with a sign-in and its tokens. The secrets that were under way: the client's,
/// codes, states, access and refresh tokens. Searched here: replies, pages and files.
async fn sign_in_faults() -> Vec<String> {
    let street = Street::new().await;
    let elsewhere = auth::Fault::Redirect("http://127.0.0.1:9/oauth/token/".to_owned());
    let faults =
        [auth::Fault::ServerError, auth::Fault::AnswerLost, auth::Fault::Garbage, elsewhere];
    let (mut secrets, mut pages) = (vec![CLIENT_SECRET.to_owned()], Vec::new());
    for fault in faults.iter().cloned().map(Some).chain([None]) {
        if let Some(fault) = fault {
            street.auth.fault(fault, Some(1));
        }
        let asked = street.ask_to_sign_in().await;
        let page = url_of(&asked);
        secrets.extend(page.split("state=").nth(1).map(str::to_owned));
        pages.push(visit(&back_from(&page).await).await.1);
        street.changed(&asked).await;
    }
    for fault in faults.into_iter().map(Some).chain([None]) {
        street.auth.expire_tokens();
        if let Some(fault) = fault {
            street.auth.fault(fault, Some(1));
        }
        for text in ["/silent 2024 on", "/whoami"] {
            street.house.ask(SUPERVISOR, text).await;
        }
        // A lost answer has cost the sign-in.
        street.sign_in().await;
    }
    secrets.extend(street.auth.secrets());
    assert!(secrets.len() > 20, "few secrets were under way");
    for secret in &secrets {
        let replies = street.house.answers(SUPERVISOR);
        // The only place for a state is the button itself, which no text shows.
        let leak = replies.iter().find(|m| m.html().contains(secret.as_str()));
        assert!(leak.is_none(), "a reply shows a secret: {leak:?}");
        assert!(!pages.iter().any(|page| page.contains(secret.as_str())), "a page shows a secret");
        street.house.keeps_nowhere(secret).await;
    }
    secrets
}

/// What goes wrong between the bot and Telegram while a secret is under way.
async fn telegram_faults(house: &House, webhook: &str) {
    for fault in [
        telegram::Fault::Html(400),
        telegram::Fault::Reset,
        telegram::Fault::AnswerLost,
        telegram::Fault::FloodWait { retry_after: 1 },
    ] {
        house.telegram.fault(Some("deleteMessage"), fault.clone(), Some(1));
        house.ask(SUPERVISOR, &format!("/connect {webhook}")).await;
        house.telegram.fault(Some("getUpdates"), fault, Some(1));
        within(async { house.ask(SUPERVISOR, &format!("/connect {webhook}")).await }).await;
    }
}
