//! Anything may come to the HTTP side: it neither breaks nor lets anything in.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::{Shutdown, TcpStream},
    sync::LazyLock,
    time::Duration,
};

use proptest::{collection::vec, option, prelude::*};
use tokio::runtime::Runtime;

use crate::http_side::{HOOK_SECRET, SHOWN, Side, hook_path, quick};

/// One for all cases without the secret; it lives as long as the process.
static SIDE: LazyLock<(Runtime, Side)> = LazyLock::new(start);

/// One for all cases with the secret: those on the other are counted.
static OPENED: LazyLock<(Runtime, Side)> = LazyLock::new(start);

fn start() -> (Runtime, Side) {
    let runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = { runtime }.worker_threads(1).enable_all().build().unwrap();
    let side = runtime.block_on(Side::start(quick()));
    side.pulse.heard();
    (runtime, side)
}

/// Sends bytes, and the status of the first answer, if there is one. Where more might be expected,
/// what is sent ends after a moment.
fn send(to: &Side, bytes: &[u8]) -> Option<u16> {
    let mut stream = TcpStream::connect(to.address).unwrap();
    let whole = bytes.windows(17).any(|bytes| bytes == b"Connection: close");
    let moment = if whole { 10_000 } else { 25 };
    stream.set_read_timeout(Some(Duration::from_millis(moment))).unwrap();
    // It may be closed by then.
    let _ = stream.write_all(bytes);
    let mut open = !whole;
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    loop {
        match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => answer.extend_from_slice(&piece[..read]),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => break,
            Err(error) if error.kind() == ErrorKind::WouldBlock && open => {
                open = false;
                let _ = stream.shutdown(Shutdown::Write);
                stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
            }
            Err(error) => panic!("no end: {error}"),
        }
    }
    let head = answer.strip_prefix(b"HTTP/1.1 ").or_else(|| answer.strip_prefix(b"HTTP/1.0 "))?;
    Some(std::str::from_utf8(&head[..3]).unwrap().parse().unwrap())
}

fn alive() -> bool {
    send(&SIDE.1, b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") == Some(200)
}

fn method() -> impl Strategy<Value = String> {
    let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH"];
    prop_oneof![4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "[!-~]{1,20}"]
}

fn path() -> impl Strategy<Value = String> {
    let known = vec![
        "/healthz".to_owned(),
        "/readyz".to_owned(),
        "/metrics".to_owned(),
        "/below/here/metrics".to_owned(),
        "/telegram/".to_owned(),
        hook_path(),
        format!("/below/here{}", hook_path()),
    ];
    prop_oneof![
        4 => proptest::sample::select(known.clone()),
        1 => (proptest::sample::select(known), "[!-~]{0,30}").prop_map(|(path, more)| path + &more),
        1 => "/[ -~]{0,60}",
        1 => "[^\r\n]{1,40}",
    ]
}

fn header() -> impl Strategy<Value = String> {
    let names = ["Content-Type", "Content-Length", "Transfer-Encoding", SHOWN, "Expect", "Host"];
    let values =
        ["application/json", "chunked", "100-continue", "0", "99999999999", "-1", "Bearer x"];
    prop_oneof![
        (proptest::sample::select(names.to_vec()), proptest::sample::select(values.to_vec()))
            .prop_map(|(name, value)| format!("{name}: {value}")),
        ("[A-Za-z-]{1,20}", "[^\r\n]{0,60}").prop_map(|(name, value)| format!("{name}: {value}")),
        "[^\r\n]{0,40}",
    ]
}

/// A request that is nearly one.
fn request() -> impl Strategy<Value = Vec<u8>> {
    (method(), path(), vec(header(), 0..6), vec(any::<u8>(), 0..300), option::of(any::<bool>()))
        .prop_map(|(method, path, headers, body, length)| {
            let mut request = format!("{method} {path} HTTP/1.1\r\nHost: x\r\n");
            for header in headers {
                request.push_str(&header);
                request.push_str("\r\n");
            }
            if let Some(right) = length {
                let length = if right { body.len() } else { body.len() / 2 };
                let line = format!("Content-Length: {length}\r\n");
                request.push_str(&line);
            }
            let mut request = (request + "\r\n").into_bytes();
            request.extend(body);
            request
        })
}

fn config(cases: u32) -> ProptestConfig {
    // No files of past failures: an explicit test says more.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(400))]

    /// Nothing without the secret is handed over, and nothing is an error of ours.
    #[test]
    fn whatever_comes_without_the_secret_is_answered_and_kept_out(request in request()) {
        let before = SIDE.1.taken();
        let status = send(&SIDE.1, &request);
        prop_assert!(status.is_none_or(|status| status < 500), "{status:?}");
        prop_assert_eq!(SIDE.1.taken(), before);
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn bytes_that_are_no_request_harm_nobody(bytes in vec(any::<u8>(), 0..400)) {
        let before = SIDE.1.taken();
        let status = send(&SIDE.1, &bytes);
        prop_assert!(status.is_none_or(|status| status < 500), "{status:?}");
        prop_assert_eq!(SIDE.1.taken(), before);
        prop_assert!(alive());
    }

    /// With the secret, exactly the body is handed over, whatever it is.
    #[test]
    fn whatever_comes_with_the_secret_is_handed_over_as_it_is(body in vec(any::<u8>(), 0..2000)) {
        let path = hook_path();
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{SHOWN}: {HOOK_SECRET}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len()
        ).into_bytes();
        request.extend(&body);
        let before = OPENED.1.taken();
        prop_assert_eq!(send(&OPENED.1, &request), Some(200));
        let taken = OPENED.1.taken.lock().unwrap();
        prop_assert!(taken[before..].contains(&body));
    }
}
