//! What was found, as a table for people and as JSON for machines.

use std::fmt::Write as _;

use serde::Serialize;

/// How something is. The order is from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It was not looked at, and nothing is wrong with that.
    Skipped,
    /// It is well.
    Ok,
    /// The bot works, but not as it could.
    Warning,
    /// The bot does not work, or a part of it.
    Error,
}

/// What a check is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Group {
    Environment,
    Storage,
    Telegram,
    Portals,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    group: Group,
    /// What was looked at: a variable, a part of the bot, a portal.
    pub name: String,
    /// How it is.
    pub status: Status,
    /// What was found.
    pub finding: String,
    /// What to do about it.
    pub advice: Option<String>,
}

/// All that was looked at, in order.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The checks.
    pub checks: Vec<Check>,
}

#[derive(Serialize)]
struct Json<'a> {
    version: &'static str,
    worst: Status,
    checks: &'a [Check],
}

impl Report {
    /// The worst that was found.
    pub fn worst(&self) -> Status {
        self.checks.iter().map(|check| check.status).max().unwrap_or(Status::Ok).max(Status::Ok)
    }

    /// What the process ends with: 0 all is well, 1 warnings, 2 errors.
    pub fn exit_code(&self) -> u8 {
        match self.worst() {
            Status::Skipped | Status::Ok => 0,
            Status::Warning => 1,
            Status::Error => 2,
        }
    }

    /// As JSON. The names of fields and of statuses stay as they are.
    pub fn json(&self) -> String {
        let json =
            Json { version: env!("CARGO_PKG_VERSION"), worst: self.worst(), checks: &self.checks };
        serde_json::to_string_pretty(&json).unwrap_or_default()
    }

    /// As a table, with colours for a terminal.
    pub fn table(&self, colours: bool) -> String {
        let width = self.checks.iter().map(|check| check.name.chars().count()).max().unwrap_or(0);
        let mut table = String::new();
        let mut group = None;
        for check in &self.checks {
            if group != Some(check.group) {
                group = Some(check.group);
                let _ = writeln!(table, "{}", title(check.group));
            }
            let (sign, colour) = match check.status {
                Status::Skipped => ("-", "2"),
                Status::Ok => ("✔", "32"),
                Status::Warning => ("⚠", "33"),
                Status::Error => ("✘", "31"),
            };
            let sign =
                if colours { format!("\x1b[{colour}m{sign}\x1b[0m") } else { sign.to_owned() };
            let _ = writeln!(table, "  {sign} {:width$}  {}", check.name, check.finding);
            if let Some(advice) = &check.advice {
                let _ = writeln!(table, "    {:width$}  → {advice}", "");
            }
        }
        table
    }

    pub(super) fn ok(&mut self, group: Group, name: &str, finding: impl AsRef<str>) {
        self.push(group, name, Status::Ok, finding.as_ref(), None);
    }

    pub(super) fn skipped(&mut self, group: Group, name: &str, finding: impl AsRef<str>) {
        self.push(group, name, Status::Skipped, finding.as_ref(), None);
    }

    pub(super) fn warning(
        &mut self,
        group: Group,
        name: &str,
        finding: impl AsRef<str>,
        advice: impl AsRef<str>,
    ) {
        self.push(group, name, Status::Warning, finding.as_ref(), Some(advice.as_ref()));
    }

    pub(super) fn error(
        &mut self,
        group: Group,
        name: &str,
        finding: impl AsRef<str>,
        advice: impl AsRef<str>,
    ) {
        self.push(group, name, Status::Error, finding.as_ref(), Some(advice.as_ref()));
    }

    fn push(
        &mut self,
        group: Group,
        name: &str,
        status: Status,
        finding: &str,
        advice: Option<&str>,
    ) {
        // Foreign text must not break the table, nor speak to the terminal.
        let plain = |text: &str| text.replace(char::is_control, " ");
        let advice = advice.map(plain).filter(|advice| !advice.is_empty());
        self.checks.push(Check {
            group,
            name: plain(name),
            status,
            finding: plain(finding),
            advice,
        });
    }
}

fn title(group: Group) -> &'static str {
    match group {
        Group::Environment => "Environment",
        Group::Storage => "Data",
        Group::Telegram => "Telegram",
        Group::Portals => "Portals",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_aligned_and_tells_what_to_do() {
        let mut report = Report::default();
        assert_eq!(report.exit_code(), 0);
        report.ok(Group::Environment, "short", "fine");
        assert_eq!(report.exit_code(), 0);
        report.warning(Group::Environment, "longer name", "odd\x1b[0m", "do this");
        assert_eq!(report.exit_code(), 1);
        report.error(Group::Telegram, "token", "wrong", "do that");
        report.skipped(Group::Telegram, "else", "not asked");
        assert_eq!(report.exit_code(), 2);
        let expected = "\
Environment
  ✔ short        fine
  ⚠ longer name  odd [0m
                 → do this
Telegram
  ✘ token        wrong
                 → do that
  - else         not asked
";
        assert_eq!(report.table(false), expected);
        assert!(report.table(true).contains("\x1b[31m✘\x1b[0m"));
        let json: serde_json::Value = serde_json::from_str(&report.json()).unwrap();
        assert_eq!(json["worst"], "error");
        assert_eq!(json["checks"][1]["status"], "warning");
        assert_eq!(json["checks"][1]["group"], "environment");
        assert_eq!(json["checks"][1]["advice"], "do this");
        assert_eq!(json["checks"][0]["advice"], serde_json::Value::Null);
    }
}
