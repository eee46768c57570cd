//! Which of the vendor's authorisation servers is asked.

use url::Url;

/// The ends of the hosts of portals whose region has a server of its own.
const REGIONAL: [&str; 8] = [".ru", ".by", ".kz", ".uz", ".am", ".az", ".ge", ".kg"];

/// The authorisation servers that an application's secret may be sent to; there are no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthServers {
    general: Url,
    regional: Url,
}

impl AuthServers {
    /// Bitrix24's two.
    pub const BITRIX24: [&str; 2] = ["https://oauth.bitrix.info", "https://oauth.bitrix24.tech"];

    /// Others, for development: addresses without a path. `None` if one is not an address.
    pub fn new(general: &str, regional: &str) -> Option<Self> {
        let server = |text: &str| Url::parse(text).ok()?.join("/oauth/token/").ok();
        Some(Self { general: server(general)?, regional: server(regional)? })
    }

    /// The one that was named, if it is one of them; else the one of the portal's region.
    pub(super) fn choose(&self, named: Option<&str>, portal: &str) -> &Url {
        let by_region = || {
            let host = portal.split(':').next().unwrap_or_default().to_ascii_lowercase();
            let regional = REGIONAL.iter().any(|end| host.ends_with(end));
            if regional { &self.regional } else { &self.general }
        };
        named.and_then(|name| self.find(name)).unwrap_or_else(by_region)
    }

    /// The host of a server as an answer names it (a host, or an address), if it is one of them.
    pub(super) fn known(&self, name: &str) -> Option<String> {
        self.find(name).map(host)
    }

    fn find(&self, name: &str) -> Option<&Url> {
        let whole = if name.contains("://") { name.to_owned() } else { format!("https://{name}") };
        let named = host(&Url::parse(&whole).ok()?);
        [&self.general, &self.regional].into_iter().find(|server| host(server) == named)
    }
}

/// The vendor's own.
impl Default for AuthServers {
    fn default() -> Self {
        let server = |text: &str| {
            let mut url = Url::parse(text).unwrap_or_else(|_| unreachable!("a constant"));
            url.set_path("/oauth/token/");
            url
        };
        let [general, regional] = Self::BITRIX24.map(server);
        Self { general, regional }
    }
}

fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_vendors_own_are_ever_chosen() {
        const GENERAL: &str = "https://oauth.bitrix.info/oauth/token/";
        const REGIONAL: &str = "https://oauth.bitrix24.tech/oauth/token/";
        let servers = AuthServers::default();
        for (named, portal, chosen) in [
            (None, "acme.bitrix24.com", GENERAL),
            (None, "acme.bitrix24.ru", REGIONAL),
            (None, "acme.bitrix24.kz:443", REGIONAL),
            (Some("oauth.bitrix24.tech"), "acme.bitrix24.com", REGIONAL),
            (Some("https://oauth.bitrix24.tech/rest/"), "acme.bitrix24.com", REGIONAL),
            (Some("OAUTH.bitrix.info"), "acme.bitrix24.ru", GENERAL),
            (Some("evil.example"), "acme.bitrix24.com", GENERAL),
            (Some("oauth.bitrix.info.evil.example"), "acme.bitrix24.ru", REGIONAL),
            (Some("oauth.bitrix.info:8443"), "acme.bitrix24.ru", REGIONAL),
            (Some("https://oauth.bitrix.info@evil.example/"), "a.bitrix24.ru", REGIONAL),
            (Some(""), "acme.bitrix24.com", GENERAL),
        ] {
            assert_eq!(servers.choose(named, portal).as_str(), chosen, "{named:?} {portal}");
        }
        assert_eq!(servers.known("evil.example"), None);
    }
}
