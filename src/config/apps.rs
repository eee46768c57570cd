//! The applications through which people sign in on portals.

use std::{collections::BTreeMap, fs, path::Path};

use secrecy::SecretString;
use serde::Deserialize;

use super::{ConfigError, wrong};
use crate::{
    desk::Apps,
    domain::sign_in::PortalName,
    portal::auth::{AppKeys, AuthServers},
};

const ID: &str = "BITRIX24_CLIENT_ID";
const SECRET: &str = "BITRIX24_CLIENT_SECRET";
const APPS: &str = "BITRIX24_APPS";
const SERVERS: &str = "HUSHBOT_AUTH_SERVERS";

/// A file of keys is a page at most; what is larger is something else.
const LARGEST: u64 = 256 * 1024;

/// The keys of one portal in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    client_id: String,
    client_secret: SecretString,
}

/// Reads the keys. `reachable`: portals can call back.
pub(super) fn read(
    get: impl Fn(&str) -> Option<String>,
    reachable: bool,
) -> Result<Apps, ConfigError> {
    let general = match (get(ID), get(SECRET)) {
        (None, None) => None,
        (Some(id), Some(secret)) => Some(AppKeys { id, secret: secret.into() }),
        (Some(_), None) => return wrong(SECRET, "not set, and BITRIX24_CLIENT_ID is"),
        (None, Some(_)) => return wrong(ID, "not set, and BITRIX24_CLIENT_SECRET is"),
    };
    let by_host = get(APPS).map_or_else(|| Ok(BTreeMap::new()), |path| file(Path::new(&path)))?;
    Ok(Apps { reachable, general, by_host })
}

/// The keys of portals: a JSON object by host. The errors show nothing of what is in the file.
fn file(path: &Path) -> Result<BTreeMap<String, AppKeys>, ConfigError> {
    const LOOKS: &str =
        r#"{"acme.bitrix24.com": {"client_id": "local.…", "client_secret": "…"}, …}"#;
    let size = fs::metadata(path).map(|file| file.len());
    let text = match size.and_then(|size| Ok((size, fs::read_to_string(path)?))) {
        Ok((size, text)) if size <= LARGEST => zeroize::Zeroizing::new(text),
        Ok(_) => return wrong(APPS, format_args!("{} is too large", path.display())),
        Err(error) => {
            return wrong(APPS, format_args!("{} can't be read: {error}", path.display()));
        }
    };
    let keys: BTreeMap<String, Keys> = match serde_json::from_str(&text) {
        Ok(keys) => keys,
        Err(error) => {
            let (file, line) = (path.display(), error.line());
            return wrong(APPS, format_args!("{file}, line {line}: it has to look like {LOOKS}"));
        }
    };
    keys.into_iter()
        .map(|(portal, Keys { client_id, client_secret })| {
            let Some(name) = PortalName::read(&portal) else {
                return wrong(APPS, format_args!("{portal:?} is not the host of a portal"));
            };
            let host = name.as_str().rsplit('/').next().unwrap_or_default().to_owned();
            Ok((host, AppKeys { id: client_id, secret: client_secret }))
        })
        .collect()
}

/// The authorisation servers: the vendor's, or local ones where development is allowed.
pub(super) fn servers(
    get: impl Fn(&str) -> Option<String>,
    insecure: bool,
) -> Result<AuthServers, ConfigError> {
    let Some(value) = get(SERVERS) else { return Ok(AuthServers::default()) };
    if !insecure {
        return wrong(
            SERVERS,
            "only for development, with HUSHBOT_ALLOW_INSECURE_PORTALS=true: an application's \
             secret must not go to anybody but Bitrix24's own servers",
        );
    }
    let (general, regional) = value.split_once(',').unwrap_or((&value, &value));
    AuthServers::new(general.trim(), regional.trim()).map_or_else(
        || {
            wrong(
                SERVERS,
                "not one or two addresses with a comma between, such as http://127.0.0.1:8090",
            )
        },
        Ok,
    )
}
