use super::*;

fn parse(url: &str) -> Option<Database> {
    Database::parse(&url.into()).ok()
}

#[test]
fn an_address_is_shown_without_what_is_secret() {
    const MARKER: &str = "n0tforthelog";
    for (rest, shown) in [
        ("db.example/name", "db.example:5432/name"),
        ("db.example:6000/name?sslmode=require&application_name=x", "db.example:6000/name"),
        ("[::1]:6000/name", "[::1]:6000/name"),
        ("a:1,b:2/name", "a:1,b:2/name"),
        ("%2Frun%2Fpg/name", "/run/pg:5432/name"),
        ("/name?host=%2Frun%2Fpg", "/run/pg:5432/name"),
        ("db.example", "db.example:5432/somebody"),
    ] {
        for scheme in ["postgres", "postgresql"] {
            let database = parse(&format!("{scheme}://somebody:{MARKER}@{rest}")).expect(rest);
            assert_eq!(database.to_string(), shown);
            assert_eq!(format!("{database:?}"), format!("Database({shown})"));
            assert!(!format!("{:?} {:?}", database.config(), database.trust()).contains(MARKER));
        }
    }
    let plain = parse("postgres://h/d?user=u&password=n0tforthelog").unwrap();
    assert_eq!(plain.to_string(), "h:5432/d");
}

#[test]
fn what_is_no_address_is_refused_without_being_shown() {
    for url in [
        "",
        "n0tforthelog",
        "mysql://u:n0tforthelog@h/d",
        "postgres:u:n0tforthelog@h/d",
        "postgres://",
        "postgres://u:n0tforthelog@/d",
        "postgres://u:n0tforthelog@h:port/d",
        "postgres://u:n0tforthelog@h/d?nonsense=1",
        "postgres://u:n0tforthelog@h/d?sslmode",
        "postgres://u:n0tforthelog@h/d?sslmode=perhaps",
        "postgres://u:n0tforthelog@h/d?sslcert=%2Fa",
    ] {
        let error = Database::parse(&url.into()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("n0tforthelog"));
    }
}

#[test]
fn what_is_to_be_proved_is_as_libpq_has_it() {
    let file = |name| Trust::Verified { root: Some(PathBuf::from("/a b+c")), name };
    let system = Trust::Verified { root: None, name: true };
    for (parameters, mode, trust) in [
        ("", SslMode::Prefer, Trust::Anybody),
        ("?", SslMode::Prefer, Trust::Anybody),
        ("?sslmode=prefer", SslMode::Prefer, Trust::Anybody),
        ("?sslmode=disable", SslMode::Disable, Trust::Anybody),
        ("?sslmode=require", SslMode::Require, Trust::Anybody),
        ("?ssl=true&connect_timeout=3", SslMode::Require, Trust::Anybody),
        ("?sslmode=require&sslrootcert=/a%20b+c", SslMode::Require, file(false)),
        ("?sslrootcert=/a%20b+c&sslmode=verify-ca", SslMode::Require, file(false)),
        ("?sslrootcert=/a%20b%2Bc&sslmode=verify-full", SslMode::Require, file(true)),
        ("?sslmode=verify-full&gssencmode=prefer", SslMode::Require, system.clone()),
        ("?sslmode=verify-full&sslrootcert=system", SslMode::Require, system),
    ] {
        let database = parse(&format!("postgres://u@h/d{parameters}")).expect(parameters);
        assert_eq!(database.config().get_ssl_mode(), mode, "{parameters}");
        assert_eq!(*database.trust(), trust, "{parameters}");
    }
}

#[test]
fn other_parameters_stay() {
    let url = "postgres://u@h/d?options=-c%20search_path%3Dx&sslmode=require&connect_timeout=3";
    let database = parse(url).unwrap();
    assert_eq!(database.config().get_options(), Some("-c search_path=x"));
    assert_eq!(database.config().get_connect_timeout(), Some(&Duration::from_secs(3)));
    assert_eq!(database.config().get_application_name(), Some("hushbot"));
}
