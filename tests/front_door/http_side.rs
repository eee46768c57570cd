//! The HTTP side by itself: what it is served with, and what slow and strange clients get of it.

use std::{
    net::SocketAddr,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use hushbot::{
    desk::{Desk, Settings},
    domain::{clock::Clock, pulse::Pulse},
    http::{Limits, Parts, Webhook, path_of, serve},
    portal::{self, PortalClient},
    store::{Records, SledStore, Vault},
};
use jiff::SignedDuration;
use secrecy::{SecretBox, SecretString};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::watch,
};

use crate::{clock::HandClock, house::within};

pub(crate) const SHOWN: &str = "X-Telegram-Bot-Api-Secret-Token";
pub(crate) const HOOK_SECRET: &str = "n0tas3cret-of-the-webhook";

/// An HTTP side without a bot behind it. What is handed over is kept in a list.
pub(crate) struct Side {
    pub(crate) address: SocketAddr,
    pub(crate) clock: Arc<HandClock>,
    pub(crate) pulse: Pulse,
    pub(crate) taken: Arc<Mutex<Vec<Vec<u8>>>>,
    /// What the hand-over answers.
    pub(crate) keeps: Arc<Mutex<bool>>,
    _stop: watch::Sender<bool>,
    _data: tempfile::TempDir,
}

impl Side {
    pub(crate) async fn start(limits: Limits) -> Self {
        let data = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::new(None));
        let pulse = Pulse::new(Arc::clone(&clock) as Arc<dyn Clock>);
        let taken = Arc::<Mutex<Vec<Vec<u8>>>>::default();
        let keeps = Arc::new(Mutex::new(true));
        let (taking, keeping) = (Arc::clone(&taken), Arc::clone(&keeps));
        let hand_over: hushbot::http::HandOver = Arc::new(move |update| {
            taking.lock().unwrap().push(update);
            let kept = *keeping.lock().unwrap();
            Box::pin(async move { kept })
        });
        let parts = Parts {
            desk: desk(data.path(), clock.clone()).await,
            pulse: pulse.clone(),
            clock: clock.clone(),
            page: Arc::new(|| "the numbers\n".to_owned()),
            metrics_token: None,
            contact_within: SignedDuration::from_secs(90),
            webhook: Some(Webhook { secret: secret(), hand_over }),
            sign_ins: None,
            limits,
            prefix: "/below/here".to_owned(),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(serve(listener, parts, stopped));
        Self { address, clock, pulse, taken, keeps, _stop: stop, _data: data }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn hook(&self) -> String {
        self.url(&hook_path())
    }

    pub(crate) fn taken(&self) -> usize {
        self.taken.lock().unwrap().len()
    }

    /// Sends bytes, and reads until the other end closes or the answer's head is there.
    async fn raw(&self, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request).await.unwrap();
        let mut answer = String::new();
        within(stream.read_to_string(&mut answer)).await.unwrap();
        answer
    }
}

fn secret() -> SecretString {
    HOOK_SECRET.to_owned().into()
}

pub(crate) fn hook_path() -> String {
    format!("/telegram/{}", path_of(&secret()))
}

async fn desk(data: &Path, clock: Arc<HandClock>) -> Desk {
    let store = Arc::new(SledStore::open(&data.join("store")).unwrap());
    let vault = Vault::from_key(SecretBox::new(Box::new([7; 32])));
    let records = Records::open(store, vault).await.unwrap();
    let settings = portal::Settings::new(hushbot::domain::webhook::HostPolicy::Any);
    let portals = PortalClient::new(settings).unwrap();
    Desk::new(records, portals, clock, Settings::default())
}

pub(crate) fn quick() -> Limits {
    let short = Duration::from_millis(400);
    Limits { connections: 16, head: short, request: short }
}

#[tokio::test]
async fn only_known_paths_and_methods_are_answered() {
    let side = Side::start(Limits::default()).await;
    side.pulse.heard();
    let client = reqwest::Client::new();
    let ask = async |method: &str, path: &str| {
        let method = method.parse::<reqwest::Method>().unwrap();
        client.request(method, side.url(path)).send().await.unwrap()
    };
    for (method, path, status, allow) in [
        ("GET", "/healthz", 200, None),
        ("HEAD", "/healthz", 200, None),
        ("GET", "/readyz", 200, None),
        ("GET", "/metrics", 200, None),
        ("GET", "/below/here/healthz", 200, None),
        ("POST", "/healthz", 405, Some("GET,HEAD")),
        ("DELETE", "/metrics", 405, Some("GET,HEAD")),
        ("GET", "/telegram/anything", 405, Some("POST")),
        ("PUT", "/below/here/telegram/anything", 405, Some("POST")),
        ("POST", "/telegram/anything", 401, None),
        ("GET", "/", 404, None),
        ("GET", "/below/here/", 404, None),
        ("GET", "/below", 404, None),
        ("GET", "/healthz/", 404, None),
        ("GET", "/telegram", 404, None),
        ("GET", "/oauth/callback", 404, None),
        ("GET", "/.env", 404, None),
    ] {
        let answer = ask(method, path).await;
        assert_eq!(answer.status(), status, "{method} {path}");
        let allowed = answer.headers().get("allow").map(|allow| allow.to_str().unwrap());
        assert_eq!(allowed, allow, "{method} {path}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("referrer-policy", "no-referrer"),
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
        ] {
            assert_eq!(answer.headers()[name], value, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn only_who_shows_the_secret_at_the_path_hands_anything_over() {
    let side = Side::start(Limits::default()).await;
    let client = reqwest::Client::new();
    let post = async |path: &str, secret: Option<&str>, body: Vec<u8>| {
        let mut request = client.post(side.url(path)).header("Content-Type", "application/json");
        if let Some(secret) = secret {
            request = request.header(SHOWN, secret);
        }
        let answer = request.body(body).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let path = hook_path();
    let wrong = format!("{HOOK_SECRET}x");
    for (path, secret) in [
        (path.as_str(), None),
        (&path, Some("")),
        (&path, Some(wrong.as_str())),
        (&path, Some(&HOOK_SECRET[1..])),
        ("/telegram/elsewhere", Some(HOOK_SECRET)),
        ("/below/here/telegram/elsewhere", Some(HOOK_SECRET)),
    ] {
        let forged = post(path, secret, b"{}".to_vec()).await;
        assert_eq!(forged, (401, String::new()), "{path} {secret:?}");
    }
    assert_eq!(side.taken(), 0);
    let right = Some(HOOK_SECRET);
    for path in [path.clone(), format!("/below/here{path}")] {
        assert_eq!(post(&path, right, b"{\"a\":1}".to_vec()).await, (200, String::new()));
    }
    assert_eq!(*side.taken.lock().unwrap(), [b"{\"a\":1}".to_vec(), b"{\"a\":1}".to_vec()]);
    *side.keeps.lock().unwrap() = false;
    assert_eq!(post(&path, right, b"{}".to_vec()).await.0, 503, "to be brought again");
}

#[tokio::test]
async fn a_body_that_is_too_big_or_is_no_json_is_not_handed_over() {
    let side = Side::start(Limits::default()).await;
    let client = reqwest::Client::new();
    let post = |kind: &str, body: reqwest::Body| {
        let request = client.post(side.hook()).header(SHOWN, HOOK_SECRET);
        request.header("Content-Type", kind).body(body).send()
    };
    let json = "application/json";
    let much = vec![b'1'; 256 * 1024 + 1];
    assert_eq!(post(json, much.clone().into()).await.unwrap().status(), 413);
    // The same without saying so in advance.
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{SHOWN}: {HOOK_SECRET}\r\n\
         Content-Type: {json}\r\nTransfer-Encoding: chunked\r\n\r\n40001\r\n",
        hook_path()
    );
    let answer = side.raw(&[head.as_bytes(), &much].concat()).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    for kind in ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"] {
        assert_eq!(post(kind, "{}".into()).await.unwrap().status(), 415, "{kind}");
    }
    assert_eq!(side.taken(), 0);
    let largest = vec![b'1'; 256 * 1024];
    assert_eq!(
        post("Application/JSON; charset=utf-8", largest.into()).await.unwrap().status(),
        200
    );
    assert_eq!(side.taken(), 1);
}

#[tokio::test]
async fn slow_clients_are_shown_out_and_hold_nobody_up_for_long() {
    let side = Side::start(quick()).await;
    // A head that never ends, on every connection there is room for, and one more.
    let mut slow = Vec::new();
    for _ in 0..17 {
        let mut stream = TcpStream::connect(side.address).await.unwrap();
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost:").await.unwrap();
        slow.push(stream);
    }
    let answer = within(reqwest::get(side.url("/healthz"))).await.unwrap();
    assert_eq!(answer.status(), 200);
    for stream in &mut slow {
        let mut rest = Vec::new();
        // Closed, with or without a word.
        let _ = within(stream.read_to_end(&mut rest)).await;
    }
    // A body that never comes.
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: x\r\n{SHOWN}: {HOOK_SECRET}\r\n\
         Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{{",
        hook_path()
    );
    let answer = side.raw(head.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert_eq!(side.taken(), 0);
    // A head that is too large.
    let head = format!("GET /healthz HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "x".repeat(32 * 1024));
    let mut stream = TcpStream::connect(side.address).await.unwrap();
    let _ = stream.write_all(head.as_bytes()).await;
    let mut answer = Vec::new();
    let _ = within(stream.read_to_end(&mut answer)).await;
    assert!(!answer.starts_with(b"HTTP/1.1 2"));
}

#[tokio::test]
async fn a_heart_that_stopped_and_a_disk_that_hangs_are_red() {
    let side = Side::start(Limits::default()).await;
    let look = async |path: &str| {
        let answer = reqwest::get(side.url(path)).await.unwrap();
        (answer.status().as_u16(), answer.json::<serde_json::Value>().await.unwrap())
    };
    assert_eq!(look("/healthz").await.0, 200);
    side.clock.advance(SignedDuration::from_secs(16));
    let (status, body) = look("/healthz").await;
    assert_eq!((status, &body["status"]), (503, &"red".into()), "{body}");
    assert_eq!(body["parts"]["heart"]["ok"], false);
    assert_eq!(body["parts"]["intake"]["ok"], true);

    side.pulse.beat();
    side.pulse.heard();
    assert_eq!(look("/readyz").await.0, 200);
    let intake = side.pulse.intake();
    side.clock.advance(SignedDuration::from_secs(61));
    side.pulse.beat();
    side.pulse.heard();
    let (status, body) = look("/healthz").await;
    assert_eq!((status, &body["parts"]["intake"]["ok"]), (503, &false.into()), "{body}");
    let (status, body) = look("/readyz").await;
    assert_eq!((status, &body["parts"]["dispatch"]["ok"]), (503, &false.into()), "{body}");
    drop(intake);
    assert_eq!(look("/healthz").await.0, 200);
    assert_eq!(look("/readyz").await.0, 200);
}
