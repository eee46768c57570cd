//! `im.user.get`: what a colleague is called. It needs the scope `im`.

use serde::Deserialize;
use serde_json::Value;

use super::{
    batch::{Batch, Outcomes},
    php,
};

const METHOD: &str = "im.user.get";

impl Batch {
    /// Adds the question for the operator of the dialog that the command `dialog` reads. Where
    /// there is none, the command alone fails.
    pub(super) fn add_operator(&mut self, name: impl Into<String>, dialog: &str) {
        self.add(name, METHOD, &[("ID", &format!("$result[{dialog}][owner]"))]);
    }
}

impl Outcomes {
    /// The operator's name, where the command of this name told it. Foreign text.
    pub(super) fn operator(&self, name: &str) -> Option<String> {
        self.fields::<User>(name).ok().flatten()?.full_name()
    }
}

/// What is used of the method's answer.
#[derive(Default, Deserialize)]
#[serde(default)]
struct User {
    first_name: Value,
    last_name: Value,
    name: Value,
}

impl User {
    /// First and last name, or the name that the portal puts together of them.
    fn full_name(&self) -> Option<String> {
        let parts = [&self.first_name, &self.last_name];
        let parts: Vec<String> = parts.into_iter().filter_map(php::text).collect();
        if parts.is_empty() { php::text(&self.name) } else { Some(parts.join(" ")) }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn full_name(user: &Value) -> Option<String> {
        php::fields(user.to_string().as_bytes()).and_then(|user: User| user.full_name())
    }

    #[test]
    fn names_as_portals_write_them() {
        for (user, name) in [
            (json!({ "first_name": "Olga", "last_name": "Nord", "name": "Nord O." }), "Olga Nord"),
            (json!({ "first_name": "Olga", "last_name": "", "name": "Olga" }), "Olga"),
            (json!({ "first_name": "", "last_name": false, "name": "olga@x" }), "olga@x"),
        ] {
            assert_eq!(full_name(&user).as_deref(), Some(name));
        }
        for user in [json!([]), json!(false), json!({ "name": "" }), json!({})] {
            assert_eq!(full_name(&user), None);
        }
    }
}
