use super::*;

fn config(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let find = |name: &str| pairs.iter().find(|(key, _)| *key == name);
    Config::from_lookup(|name| match (find(name), name) {
        (Some((_, value)), _) => Some((*value).to_owned()),
        (None, "TELOXIDE_TOKEN") => Some("123:abc".to_owned()),
        (None, _) => None,
    })
}

#[test]
fn a_token_is_all_that_is_needed() {
    let config = config(&[]).unwrap();
    assert_eq!(config.telegram.api_url.as_str(), "https://api.telegram.org/");
    assert_eq!(config.data_dir, PathBuf::from("data"));
    assert_eq!(config.portals, HostPolicy::Public);
    assert!(config.admins.is_empty() && config.database.is_none());
}

#[test]
fn admins_are_numbers_with_commas() {
    let config = config(&[("HUSHBOT_ADMINS", "7, 8,9")]).unwrap();
    assert_eq!(config.admins, [7, 8, 9].map(TelegramId).into());
}

#[test]
fn what_is_kept_is_kept_for_so_long() {
    let (hours, days) =
        (SignedDuration::from_hours, |days: i64| SignedDuration::from_hours(24 * days));
    let usual = Keep { log: days(365), answered: hours(48), offers: hours(24), invites: days(7) };
    assert_eq!(config(&[]).unwrap().keep, usual);
    let set = config(&[
        ("HUSHBOT_LOG_DAYS", "30"),
        ("HUSHBOT_KEEP_ANSWERED_HOURS", "24"),
        ("HUSHBOT_KEEP_OFFERS_HOURS", "1"),
        ("HUSHBOT_KEEP_INVITES_DAYS", "0"),
    ]);
    let least = Keep { log: days(30), answered: hours(24), offers: hours(1), invites: days(0) };
    assert_eq!(set.unwrap().keep, least);
}

#[test]
fn each_error_names_its_variable_and_shows_no_secret() {
    for (name, value) in [
        ("TELOXIDE_TOKEN", ""),
        ("TELOXIDE_TOKEN", "marker"),
        ("TELOXIDE_TOKEN", "123:marker marker"),
        ("TELOXIDE_API_URL", "localhost"),
        ("TELOXIDE_PROXY", "socks9://user:marker@proxy"),
        ("HUSHBOT_ADMINS", "anna"),
        ("HUSHBOT_ADMINS", "0"),
        ("HUSHBOT_ALLOW_INSECURE_PORTALS", "yes"),
        ("HUSHBOT_DEFAULT_LOCALE", "tlh"),
        ("HUSHBOT_OLD_AFTER_MINUTES", "soon"),
        ("HUSHBOT_WATCH_SECONDS", "often"),
        ("HUSHBOT_TELEGRAM_RATE", "fast"),
        ("HUSHBOT_LOG_DAYS", "0"),
        ("HUSHBOT_KEEP_ANSWERED_HOURS", "23"),
        ("HUSHBOT_KEEP_OFFERS_HOURS", "0"),
        ("HUSHBOT_KEEP_INVITES_DAYS", "a week"),
        ("HUSHBOT_PORTAL_RATE", "-1"),
        ("HUSHBOT_PORTAL_BURST", "1"),
        ("HUSHBOT_PORTAL_RETRIES", "maybe"),
        ("HUSHBOT_WHISPER", "yes"),
        ("HUSHBOT_LOG_FORMAT", "xml"),
        ("BITRIX24_APPS", "/no/such/file"),
        ("HUSHBOT_AUTH_SERVERS", "https://oauth.bitrix.info"),
        ("PORT", "0"),
        ("PORT", "127.0.0.1:80"),
        ("HUSHBOT_LISTEN", "8080"),
        ("HUSHBOT_LISTEN", "localhost:8080"),
        ("HUSHBOT_PUBLIC_URL", "https://bot.example.com"),
        ("HUSHBOT_PUBLIC_URL", "bot.example.com"),
        ("HUSHBOT_PUBLIC_URL", "http://bot.example.com"),
        ("HUSHBOT_PUBLIC_URL", "https://user:marker@bot.example.com"),
        ("HUSHBOT_PUBLIC_URL", "https://bot.example.com/?marker"),
        ("HUSHBOT_PUBLIC_URL", "https://bot.example.com/{marker}"),
        ("HUSHBOT_WEBHOOK_SECRET", "marker marker"),
        ("DATABASE_URL", "marker"),
        ("DATABASE_URL", "mysql://bot:marker@db.example/hushbot"),
    ] {
        let error = config(&[(name, value)]).unwrap_err();
        assert_eq!(error.variable, name);
        let shown = error.to_string();
        assert!(!shown.contains("marker") && !shown.contains('\n'), "{shown}");
    }
}

#[test]
fn a_database_takes_the_place_of_the_directory_and_needs_a_key() {
    let url = ("DATABASE_URL", "postgres://bot:marker@db.example:5433/hushbot");
    let error = config(&[url]).unwrap_err();
    assert_eq!(error.variable, "HUSHBOT_SECRET_KEY");
    assert!(error.problem.contains("openssl rand -base64 32"), "{error}");
    assert!(matches!(config(&[]).unwrap().keeping(), Keeping::Directory(_)));
    let config = config(&[url, ("HUSHBOT_SECRET_KEY", "marker")]).unwrap();
    let keeping = config.keeping();
    assert!(matches!(keeping, Keeping::Database(_)));
    assert!(!format!("{config:?} {keeping} {keeping:?}").contains("marker"));
    let settings = |pairs: &[(&str, &str)]| {
        let find = |name: &str| pairs.iter().find(|(key, _)| *key == name);
        StoreSettings::from_lookup(|name| find(name).map(|(_, value)| (*value).to_owned()))
    };
    // A backup needs no key.
    assert!(matches!(settings(&[url]).unwrap().keeping(), Keeping::Database(_)));
    let error = settings(&[("DATABASE_URL", "marker")]).unwrap_err();
    assert!(error.variable == "DATABASE_URL" && !error.problem.contains("marker"), "{error}");
}

#[test]
fn the_keys_of_an_application_come_in_pairs() {
    let [id, secret] = [("BITRIX24_CLIENT_ID", "local.1"), ("BITRIX24_CLIENT_SECRET", "marker")];
    assert_eq!(config(&[id]).unwrap_err().variable, "BITRIX24_CLIENT_SECRET");
    let error = config(&[secret]).unwrap_err();
    assert_eq!(error.variable, "BITRIX24_CLIENT_ID");
    assert!(!error.to_string().contains("marker"));
    let config = config(&[id, secret]).unwrap();
    assert_eq!(config.apps.general.as_ref().unwrap().id, "local.1");
    assert!(!config.apps.reachable && !format!("{config:?}").contains("marker"));
}

#[test]
fn portals_can_have_keys_of_their_own_in_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let read = |text: &str| {
        let file = dir.path().join("apps.json");
        std::fs::write(&file, text).unwrap();
        config(&[("BITRIX24_APPS", file.to_str().unwrap())])
    };
    let keys = r#"{"client_id": "local.2", "client_secret": "marker"}"#;
    let config = read(&format!(r#"{{"https://Acme.bitrix24.com/": {keys}}}"#)).unwrap();
    assert_eq!(config.apps.by_host["acme.bitrix24.com"].id, "local.2");
    for text in [
        "marker".to_owned(),
        r#"{"a.example": {"client_id": "local.2"}}"#.to_owned(),
        r#"{"a.example": {"client_id": 5, "client_secret": "marker"}}"#.to_owned(),
        format!(r#"{{"not a host": {keys}}}"#),
    ] {
        let error = read(&text).unwrap_err();
        assert_eq!(error.variable, "BITRIX24_APPS", "{text}");
        assert!(!error.to_string().contains("marker"), "{error}");
    }
}

#[test]
fn other_authorisation_servers_are_for_development_only() {
    let servers = ("HUSHBOT_AUTH_SERVERS", "http://127.0.0.1:1,http://127.0.0.1:2");
    assert_eq!(config(&[servers]).unwrap_err().variable, "HUSHBOT_AUTH_SERVERS");
    let insecure = ("HUSHBOT_ALLOW_INSECURE_PORTALS", "true");
    let expected = AuthServers::new("http://127.0.0.1:1", "http://127.0.0.1:2").unwrap();
    assert_eq!(config(&[servers, insecure]).unwrap().auth_servers, expected);
    assert!(config(&[("HUSHBOT_AUTH_SERVERS", "nowhere"), insecure]).is_err());
}

#[test]
fn the_http_side_is_off_unless_an_address_is_given_and_the_whole_address_wins() {
    let http = |pairs: &[(&str, &str)]| config(pairs).unwrap().http;
    assert!(http(&[("HUSHBOT_WEBHOOK_SECRET", "unused")]).is_none());
    let alone = http(&[("PORT", "8080")]).unwrap();
    assert_eq!((alone.listen.to_string().as_str(), alone.variable), ("0.0.0.0:8080", "PORT"));
    let both = http(&[("PORT", "8080"), ("HUSHBOT_LISTEN", "[::1]:9090")]).unwrap();
    assert_eq!((both.listen.to_string().as_str(), both.variable), ("[::1]:9090", "HUSHBOT_LISTEN"));
    assert!(both.webhook.is_none());
}

#[test]
fn a_public_url_ends_with_a_slash_and_may_be_plain_http_for_development() {
    let url = |url: &str, insecure: &str| {
        let http = config(&[
            ("PORT", "8080"),
            ("HUSHBOT_PUBLIC_URL", url),
            ("HUSHBOT_ALLOW_INSECURE_PORTALS", insecure),
            ("HUSHBOT_WEBHOOK_SECRET", "marker"),
        ]);
        let webhook = http.map(|config| config.http.unwrap().webhook.unwrap());
        webhook.map(|webhook| {
            assert!(!format!("{webhook:?}").contains("marker"));
            webhook.public_url.to_string()
        })
    };
    assert_eq!(url("https://bot.example.com", "false").unwrap(), "https://bot.example.com/");
    assert_eq!(url("https://a.example/b/c/", "false").unwrap(), "https://a.example/b/c/");
    assert_eq!(url("http://127.0.0.1:8080/b", "true").unwrap(), "http://127.0.0.1:8080/b/");
    for wrong in ["http://bot.example.com", "ftp://bot.example.com", "https://a.example/#b"] {
        assert_eq!(url(wrong, "false").unwrap_err().variable, "HUSHBOT_PUBLIC_URL", "{wrong}");
    }
}
