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
    assert!(config.admins.is_empty() && config.unused.is_empty());
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
    ] {
        let error = config(&[(name, value)]).unwrap_err();
        assert_eq!(error.variable, name);
        let shown = error.to_string();
        assert!(!shown.contains("marker") && !shown.contains('\n'), "{shown}");
    }
}

#[test]
fn what_this_version_does_not_use_is_named() {
    let config = config(&[("DATABASE_URL", "postgres://marker")]).unwrap();
    assert_eq!(config.unused, ["DATABASE_URL"]);
    assert!(!format!("{config:?}").contains("marker"));
}
