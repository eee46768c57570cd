//! Addresses that may not be opened. A listener shows that nobody tried: a connection is complete
//! in its queue before the client could learn anything.

use std::{io::ErrorKind, net::TcpListener};

use hushbot::{
    domain::{
        connection::PortalAddress,
        webhook::{HostPolicy, Webhook},
    },
    portal::{PortalClient, PortalError, Settings},
};
use url::Url;

use crate::SECRET;

/// Calls a portal at this host, on a port where somebody listens, with only the public internet
/// admitted.
async fn refused(scheme: &str, host: &str) -> (PortalError, bool) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let url = Url::parse(&format!("{scheme}://{host}:{port}/")).unwrap();
    // As if it had been stored while the operator admitted such portals.
    let address = PortalAddress::new(url).unwrap();
    let webhook = Webhook::from_parts(address, 7, SECRET.into());

    let settings = Settings::default();
    assert_eq!(settings.policy, HostPolicy::Public);
    let client = PortalClient::new(settings).unwrap();
    let error = client.via(&webhook).profile().await.unwrap_err();
    let untouched = listener.accept().is_err_and(|error| error.kind() == ErrorKind::WouldBlock);
    (error, untouched)
}

#[tokio::test]
async fn a_name_that_leads_to_a_private_address_is_not_connected_to() {
    assert_eq!(refused("https", "localhost").await, (PortalError::AddressRefused, true));
}

#[tokio::test]
async fn nor_is_such_an_address_written_out() {
    for host in ["127.0.0.1", "[::ffff:127.0.0.1]", "2130706433"] {
        assert_eq!(refused("https", host).await, (PortalError::AddressRefused, true), "{host}");
    }
}

#[tokio::test]
async fn nothing_goes_out_without_https() {
    assert_eq!(refused("http", "localhost").await, (PortalError::HttpRefused, true));
}
