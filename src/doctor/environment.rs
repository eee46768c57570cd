//! The variables: which are set, wrong or misspelt.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use super::{Group, Report};
use crate::config::Config;

/// What the names of hushbot's own variables begin with.
const OWN: [&str; 3] = ["HUSHBOT_", "TELOXIDE_", "BITRIX24_"];

/// Stands in for a token that is missing or wrong, so that the other settings can be read.
const NO_TOKEN: &str = "1:none";

/// The same for a key.
const NO_KEY: &str = "none";

/// Reports the variables; the settings if they are right.
pub(super) fn check(variables: &BTreeMap<String, String>, report: &mut Report) -> Option<Config> {
    let (wrong, asked, config) = read(variables);
    for (name, problem) in &wrong {
        report.error(Group::Environment, name, problem, "set it as README.md says");
    }
    for name in variables.keys().filter(|name| OWN.iter().any(|own| name.starts_with(own))) {
        if !asked.contains(name) {
            let advice = "is it misspelt? README.md has the names";
            report.warning(Group::Environment, name, "there is no such setting", advice);
        }
    }
    let taken: Vec<&str> = asked
        .iter()
        .filter(|name| set(variables, name))
        .map(String::as_str)
        .filter(|name| !wrong.contains_key(*name))
        .collect();
    if !taken.is_empty() {
        report.ok(Group::Environment, "set", taken.join(", "));
    }
    let usual: Vec<&str> =
        asked.iter().filter(|name| !set(variables, name)).map(String::as_str).collect();
    report.ok(Group::Environment, "by default", usual.join(", "));
    for path in config.iter().flat_map(|config| &config.open_to_all) {
        let finding = format!("everybody on this machine may read {}", path.display());
        report.warning(Group::Environment, "secret", finding, "chmod 600");
    }
    config.filter(|_| wrong.is_empty())
}

/// Whether a variable has a value.
fn set(variables: &BTreeMap<String, String>, name: &str) -> bool {
    variables.get(name).is_some_and(|value| !value.trim().is_empty())
}

type Wrong = BTreeMap<&'static str, String>;

/// Reads the settings again and again, each time without what was wrong before. Which names were
/// asked for is what tells the known ones.
fn read(variables: &BTreeMap<String, String>) -> (Wrong, BTreeSet<String>, Option<Config>) {
    let mut wrong = Wrong::new();
    let asked = RefCell::new(BTreeSet::new());
    for _ in 0..=variables.len() {
        let lookup = |name: &str| {
            asked.borrow_mut().insert(name.to_owned());
            match wrong.contains_key(name) {
                true if name == "TELOXIDE_TOKEN" => Some(NO_TOKEN.to_owned()),
                true if name == "HUSHBOT_SECRET_KEY" && !set(variables, name) => {
                    Some(NO_KEY.to_owned())
                }
                true => None,
                false => variables.get(name).cloned(),
            }
        };
        match Config::from_lookup(lookup) {
            Ok(config) => return (wrong, asked.into_inner(), Some(config)),
            Err(error) => {
                if wrong.insert(error.variable, error.problem).is_some() {
                    break;
                }
            }
        }
    }
    (wrong, asked.into_inner(), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Status;

    fn checked(pairs: &[(&str, &str)]) -> (Report, bool) {
        let variables = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let mut report = Report::default();
        let config = check(&variables, &mut report);
        (report, config.is_some())
    }

    fn status(report: &Report, name: &str) -> Option<Status> {
        report.checks.iter().find(|check| check.name == name).map(|check| check.status)
    }

    #[test]
    fn each_variable_that_is_wrong_is_named() {
        let (report, right) = checked(&[
            ("HUSHBOT_ADMINS", "n0tas3cret"),
            ("HUSHBOT_LOG_DAYS", "soon"),
            ("HUSHBOT_ADMIN", "7"),
            ("DATABASE_URL", "mysql://m4rker"),
            ("RUST_LOG", "info"),
            ("PATH", "/bin"),
        ]);
        assert!(!right);
        for name in ["TELOXIDE_TOKEN", "HUSHBOT_ADMINS", "HUSHBOT_LOG_DAYS", "DATABASE_URL"] {
            assert_eq!(status(&report, name), Some(Status::Error), "{name}");
        }
        assert_eq!(status(&report, "HUSHBOT_ADMIN"), Some(Status::Warning));
        let table = report.table(false);
        assert!(!table.contains("m4rker"), "{table}");
        assert!(table.contains("  ✔ set               RUST_LOG\n"), "{table}");
        assert!(!table.contains("PATH"), "{table}");
    }

    #[test]
    fn a_key_that_a_database_lacks_hides_nothing_else() {
        let database = ("DATABASE_URL", "postgres://bot:n0tas3cret@db.example/hushbot");
        for key in [None, Some(("HUSHBOT_SECRET_KEY", " "))] {
            let pairs: Vec<_> =
                [database, ("HUSHBOT_LOG_DAYS", "soon")].into_iter().chain(key).collect();
            let (report, _) = checked(&pairs);
            for name in ["HUSHBOT_SECRET_KEY", "HUSHBOT_LOG_DAYS", "TELOXIDE_TOKEN"] {
                assert_eq!(status(&report, name), Some(Status::Error), "{name}");
            }
            let table = report.table(false);
            assert!(!table.contains("n0tas3cret") && table.contains("DATABASE_URL"), "{table}");
        }
    }

    #[test]
    fn right_ones_are_right_and_no_value_is_shown() {
        let token = "123:n0tas3cret";
        let (report, right) =
            checked(&[("TELOXIDE_TOKEN", token), ("HUSHBOT_SECRET_KEY", "n0tas3cret")]);
        assert!(right && report.worst() == Status::Ok);
        let table = report.table(false);
        assert!(table.contains("HUSHBOT_SECRET_KEY, TELOXIDE_TOKEN"), "{table}");
        assert!(table.contains("HUSHBOT_SECRET_KEY_FILE"), "{table}");
        assert!(!table.contains("n0tas3cret") && !report.json().contains("n0tas3cret"));
    }
}
