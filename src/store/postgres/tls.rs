//! What the server has to prove before anything is said to it: libpq's `sslmode`.

use std::{path::PathBuf, sync::Arc};

use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
        verify_server_name,
    },
    crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject as _},
    server::ParsedCertificate,
};
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
pub(super) fn connector(trust: &Trust) -> Result<MakeRustlsConnect, String> {
    let provider = Arc::new(ring::default_provider());
    let chain = match trust {
        Trust::Anybody => None,
        Trust::Verified { root: None, name: _ } => {
            // The same certificates, read in the same way, as for Telegram and the portals.
            let system = MakeRustlsConnect::with_native_certs();
            return system.map(|(connector, _)| connector).map_err(|_| {
                "the system has no certificates to verify the server with".to_owned()
            });
        }
        Trust::Verified { root: Some(root), name } => Some(
            Chain::of(root, *name, &provider)
                .map_err(|reason| format!("sslrootcert {}: {reason}", root.display()))?,
        ),
    };
    let verifier = Verifier { provider: Arc::clone(&provider), chain };
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// The certificates in a file.
#[derive(Debug)]
struct Chain {
    webpki: Arc<WebPkiServerVerifier>,
    known: Vec<CertificateDer<'static>>,
    /// Whether the server's must name the host.
    name: bool,
}

impl Chain {
    fn of(file: &PathBuf, name: bool, provider: &Arc<CryptoProvider>) -> Result<Self, String> {
        let explain = |error: &dyn std::error::Error| error.to_string();
        let known: Vec<_> = CertificateDer::pem_file_iter(file)
            .and_then(Iterator::collect)
            .map_err(|error| explain(&error))?;
        let mut roots = RootCertStore::empty();
        for certificate in &known {
            roots.add(certificate.clone()).map_err(|error| explain(&error))?;
        }
        let provider = Arc::clone(provider);
        let webpki = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build();
        Ok(Self { webpki: webpki.map_err(|error| explain(&error))?, known, name })
    }

    fn verify(
        &self,
        certificate: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        now: UnixTime,
    ) -> Result<(), Error> {
        // A certificate that has signed itself is no authority's, but a known one.
        if self.known.iter().any(|known| known == certificate) {
            let named = verify_server_name(&ParsedCertificate::try_from(certificate)?, name);
            return if self.name { named } else { Ok(()) };
        }
        match self.webpki.verify_server_cert(certificate, others, name, &[], now) {
            // The name is looked at after all else.
            Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) if !self.name => Ok(()),
            verified => verified.map(drop),
        }
    }
}

/// Verifies as much as `sslmode` wants.
#[derive(Debug)]
struct Verifier {
    provider: Arc<CryptoProvider>,
    /// `None` believes anybody.
    chain: Option<Chain>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        _stapled: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if let Some(chain) = &self.chain {
            chain.verify(certificate, others, name, now)?;
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
