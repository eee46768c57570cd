//! Names to addresses, without those that the bot may not open.

use std::{io, net::SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::domain::webhook::HostPolicy;

/// Asks the system's resolver and drops what the policy refuses.
///
/// The connection is opened to the very addresses that were judged: a name that changes its mind
/// between a check and its use gains nothing. Literal addresses never come by here.
#[derive(Debug, Clone, Copy)]
pub(super) struct GuardedResolver(pub(super) HostPolicy);

/// The name has addresses, and the bot may open none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the name leads only to addresses that are not admitted")]
pub(super) struct NoneAdmitted;

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let policy = self.0;
        Box::pin(async move {
            // The connector puts the URL's port in the place of 0.
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            Ok(Box::new(admitted(policy, found)?.into_iter()) as Addrs)
        })
    }
}

fn admitted(
    policy: HostPolicy,
    mut found: Vec<SocketAddr>,
) -> Result<Vec<SocketAddr>, Box<dyn std::error::Error + Send + Sync>> {
    if found.is_empty() {
        return Err(io::Error::from(io::ErrorKind::NotFound).into());
    }
    found.retain(|address| policy.admits(address.ip()));
    if found.is_empty() { Err(NoneAdmitted.into()) } else { Ok(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(list: &[&str]) -> Vec<SocketAddr> {
        list.iter().map(|ip| SocketAddr::new(ip.parse().unwrap(), 0)).collect()
    }

    #[test]
    fn only_admitted_addresses_are_left() {
        let mixed = addresses(&["10.0.0.8", "93.184.216.34", "::1", "2606:2800:220:1::1"]);
        let public = addresses(&["93.184.216.34", "2606:2800:220:1::1"]);
        assert_eq!(admitted(HostPolicy::Public, mixed.clone()).unwrap(), public);
        assert_eq!(admitted(HostPolicy::Any, mixed.clone()).unwrap(), mixed);
    }

    #[test]
    fn a_name_without_addresses_is_not_a_refused_one() {
        let refused = admitted(HostPolicy::Public, addresses(&["127.0.0.1"])).unwrap_err();
        assert!(refused.is::<NoneAdmitted>());
        let unknown = admitted(HostPolicy::Public, Vec::new()).unwrap_err();
        assert!(!unknown.is::<NoneAdmitted>());
    }
}
