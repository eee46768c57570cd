//! What the server has to prove before anything is said to it.

use std::path::PathBuf;

use tokio_postgres_rustls::MakeRustlsConnect;

/// Who is believed to be the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trust {
    /// Anybody who answers: what is sent is encrypted, but perhaps for the wrong one.
    Anybody,
    /// Whoever has a certificate that leads to a known one.
    Verified {
        /// A file with the known certificates; `None` for the system's.
        root: Option<PathBuf>,
        /// Whether the certificate must name the host, too.
        name: bool,
    },
}

/// What makes encrypted connections, or why it can't.
///
/// Stricter than libpq: every certificate is verified with the system's, and must name the host.
pub(super) fn connector(trust: &Trust) -> Result<MakeRustlsConnect, String> {
    match trust {
        Trust::Verified { root: Some(_), .. } => {
            Err("sslrootcert is not supported: add the certificate to the system's".to_owned())
        }
        Trust::Anybody | Trust::Verified { root: None, name: true | false } => {
            let (connector, _) = MakeRustlsConnect::with_native_certs().map_err(|_| {
                "the system has no certificates to verify the server with".to_owned()
            })?;
            Ok(connector)
        }
    }
}
