//! What was found, as a table.

use std::fmt;

/// How many findings of one kind are shown.
const SHOWN: usize = 4;

/// What was found. Facts are only counted; a finding is a failure.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    facts: Vec<(&'static str, String)>,
    checks: Vec<(&'static str, Vec<String>)>,
}

impl Verdict {
    pub(crate) fn fact(&mut self, name: &'static str, value: impl fmt::Display) {
        self.facts.push((name, value.to_string()));
    }

    pub(crate) fn check(&mut self, name: &'static str, findings: Vec<String>) {
        self.checks.push((name, findings));
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.checks.iter().all(|(_, findings)| findings.is_empty())
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.facts {
            writeln!(f, "  {name:<44} {value}")?;
        }
        for (name, findings) in &self.checks {
            let count = findings.len();
            let mark = if count == 0 { "ok".to_owned() } else { format!("FAILED, {count}") };
            writeln!(f, "  {name:<44} {mark}")?;
            for finding in findings.iter().take(SHOWN) {
                writeln!(f, "      {finding}")?;
            }
        }
        Ok(())
    }
}
