//! Whether the bot beside this process lives: for a container's health check, which has no `curl`.

use std::{
    io::{self, Read as _, Write as _},
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream},
    time::Duration,
};

use crate::{config::StoreSettings, store::BackupError};

/// How long the bot may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why the bot does not live, as far as can be seen from here.
#[derive(Debug, thiserror::Error)]
pub enum Unwell {
    /// The address of the HTTP side is none.
    #[error("{0}: not an address with a port")]
    Address(&'static str),
    /// The HTTP side can't be asked.
    #[error("nobody answers at {0}: {1}")]
    Silent(SocketAddr, io::Error),
    /// The HTTP side says that something is wrong.
    #[error("{0} answers {1:?}")]
    Red(SocketAddr, String),
    /// No process has the store open.
    #[error("no bot runs on {0}")]
    NotRunning(String),
    /// The store can't be looked at.
    #[error(transparent)]
    Store(#[from] BackupError),
}

/// Asks `/healthz` where the bot has an HTTP side (`HUSHBOT_LISTEN`, `PORT`); else looks whether a
/// process has the store open.
pub async fn check(
    settings: &StoreSettings,
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<(), Unwell> {
    if let Some(address) = address(lookup)? {
        return ask(address);
    }
    let keeping = settings.keeping();
    match keeping.is_in_use().await? {
        Some(true) => Ok(()),
        _ => Err(Unwell::NotRunning(keeping.to_string())),
    }
}

/// Where the HTTP side is reached from this machine.
fn address(lookup: impl Fn(&str) -> Option<String>) -> Result<Option<SocketAddr>, Unwell> {
    let set = |name| lookup(name).map(|v| v.trim().to_owned()).filter(|value| !value.is_empty());
    let mut address: SocketAddr = match (set("HUSHBOT_LISTEN"), set("PORT")) {
        (Some(listen), _) => listen.parse().map_err(|_| Unwell::Address("HUSHBOT_LISTEN"))?,
        (None, Some(port)) => {
            let port = port.parse().map_err(|_| Unwell::Address("PORT"))?;
            (Ipv4Addr::LOCALHOST, port).into()
        }
        (None, None) => return Ok(None),
    };
    // Who listens on all addresses is asked on this machine's own.
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    Ok(Some(address))
}

fn ask(address: SocketAddr) -> Result<(), Unwell> {
    let line = first_line(address).map_err(|error| Unwell::Silent(address, error))?;
    if line.split(' ').nth(1) == Some("200") { Ok(()) } else { Err(Unwell::Red(address, line)) }
}

fn first_line(address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.take(1024).read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    Ok(answer.lines().next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use std::{net::TcpListener, thread};

    use super::*;
    use crate::{config::STORE, store::SledStore};

    async fn check_with(pairs: &[(&str, &str)]) -> Result<(), Unwell> {
        let lookup = |name: &str| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        check(&StoreSettings::from_lookup(lookup).unwrap(), lookup).await
    }

    /// A server that answers once, and the request that it got.
    fn serve(answer: &'static str) -> (u16, thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let served = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                assert_eq!(stream.read(&mut byte).unwrap(), 1);
                request.extend(byte);
            }
            stream.write_all(answer.as_bytes()).unwrap();
            String::from_utf8_lossy(&request).into_owned()
        });
        (port, served)
    }

    #[tokio::test]
    async fn the_http_side_is_asked_on_this_machine() {
        for (answer, well) in [
            ("HTTP/1.1 200 OK\r\n\r\n{}", true),
            ("HTTP/1.1 503 Service Unavailable\r\n\r\n{}", false),
            ("nonsense", false),
        ] {
            let (port, served) = serve(answer);
            let listen = format!("0.0.0.0:{port}");
            assert_eq!(check_with(&[("HUSHBOT_LISTEN", &listen)]).await.is_ok(), well, "{answer}");
            assert!(served.join().unwrap().starts_with("GET /healthz HTTP/1.1\r\n"));
        }
        let (port, served) = serve("HTTP/1.1 200 OK\r\n\r\n");
        check_with(&[("PORT", &port.to_string())]).await.unwrap();
        served.join().unwrap();
        // Nobody is there any more.
        let gone = check_with(&[("PORT", &port.to_string())]).await.unwrap_err();
        assert!(matches!(gone, Unwell::Silent(..)), "{gone}");
        assert!(matches!(check_with(&[("PORT", "x")]).await, Err(Unwell::Address("PORT"))));
    }

    #[tokio::test]
    async fn without_one_the_store_is_looked_at() {
        let data = tempfile::tempdir().unwrap();
        let settings = [("HUSHBOT_DATA_DIR", data.path().to_str().unwrap())];
        assert!(matches!(check_with(&settings).await, Err(Unwell::NotRunning(_))));
        let store = SledStore::open(&data.path().join(STORE)).unwrap();
        check_with(&settings).await.unwrap();
        drop(store);
    }
}
