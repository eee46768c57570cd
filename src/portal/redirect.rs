//! A renamed portal: which redirect is its new address.

use url::Url;

use super::error::PortalError;
use crate::domain::{access::Access, connection::PortalAddress, webhook::HostPolicy};

/// The portal's new address by the `Location` of a redirect that answered a call of `method`.
///
/// A renamed portal sends the same path below another host. So the new place must end in the very
/// same `rest/USER/SECRET/METHOD` (of a sign-in, `rest/METHOD`: its token is sent along), name no user, be admitted by the policy, be another one than
/// before, and not fall back from https to http, which would show the secret on the way. A query
/// and a fragment are dropped: the call is made again from the address, not from `Location`.
pub(super) fn new_address(
    access: &Access,
    method: &str,
    location: &str,
    policy: HostPolicy,
) -> Result<PortalAddress, PortalError> {
    find(access, method, location, policy).ok_or(PortalError::RedirectRefused)
}

fn find(
    access: &Access,
    method: &str,
    location: &str,
    policy: HostPolicy,
) -> Option<PortalAddress> {
    let from = access.method_url(method);
    let call = from.path().strip_prefix(access.address().url().path())?;
    let mut to = from.join(location).ok().filter(|to| policy.check(to).is_ok())?;
    let names_a_user = !to.username().is_empty() || to.password().is_some();
    if names_a_user || is_downgrade(&from, &to) {
        return None;
    }
    let base = to.path().strip_suffix(call).filter(|base| base.ends_with('/'))?.to_owned();
    to.set_path(&base);
    PortalAddress::new(to).filter(|address| address != access.address())
}

fn is_downgrade(from: &Url, to: &Url) -> bool {
    from.scheme() == "https" && to.scheme() != "https"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::webhook::Webhook;

    const PATH: &str = "rest/7/n0tas3cretn0tas3/profile";

    fn follow(from: &str, location: &str, policy: HostPolicy) -> Option<String> {
        let webhook = Webhook::parse(&format!("{from}{PATH}"), HostPolicy::Any).unwrap();
        let address = new_address(&webhook.into(), "profile", location, policy);
        address.ok().map(|address| address.url().as_str().to_owned())
    }

    #[test]
    fn the_same_call_elsewhere_is_the_new_address() {
        for (from, location, to) in [
            ("https://old.example/", format!("https://new.example/{PATH}"), "https://new.example/"),
            ("https://old.example/", format!("//new.example/{PATH}"), "https://new.example/"),
            ("https://old.example/", format!("/b24/{PATH}"), "https://old.example/b24/"),
            (
                "https://old.example/b24/",
                format!("https://new.example:8443/{PATH}?x=1#y"),
                "https://new.example:8443/",
            ),
        ] {
            assert_eq!(
                follow(from, &location, HostPolicy::Public).as_deref(),
                Some(to),
                "{location}"
            );
        }
        let raised =
            follow("http://old.example/", &format!("https://old.example/{PATH}"), HostPolicy::Any);
        assert_eq!(raised.as_deref(), Some("https://old.example/"));
    }

    #[test]
    fn anything_else_is_refused() {
        let old = "https://old.example/";
        for location in [
            String::new(),
            "/".to_owned(),
            "https://new.example/".to_owned(),
            format!("https://new.example/{PATH}/"),
            format!("https://new.example/{PATH}.json"),
            format!("https://new.example/x{PATH}"),
            "https://new.example/rest/8/n0tas3cretn0tas3/profile".to_owned(),
            "https://new.example/rest/7/0thers3cret0thers/profile".to_owned(),
            "https://new.example/rest/7/n0tas3cretn0tas3/scope".to_owned(),
            format!("https://new.example/?x=/{PATH}"),
            format!("https://user@new.example/{PATH}"),
            format!("https://user:word@new.example/{PATH}"),
            format!("http://new.example/{PATH}"),
            format!("http://old.example/{PATH}"),
            format!("ftp://new.example/{PATH}"),
            format!("https://127.0.0.1/{PATH}"),
            format!("https://[::1]/{PATH}"),
            format!("https://old.example/{PATH}"),
            "https://".to_owned(),
            "javascript:alert(1)".to_owned(),
        ] {
            assert_eq!(follow(old, &location, HostPolicy::Public), None, "{location}");
        }
    }

    #[test]
    fn the_open_policy_follows_to_private_places_but_never_down_to_http() {
        let to = follow("http://127.0.0.1:1/", &format!("http://10.0.0.8/{PATH}"), HostPolicy::Any);
        assert_eq!(to.as_deref(), Some("http://10.0.0.8/"));
        let to = follow("https://box.local/", &format!("http://box.local/{PATH}"), HostPolicy::Any);
        assert_eq!(to, None);
    }
}
