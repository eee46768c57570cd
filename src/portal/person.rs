//! `im.user.get`: what a colleague is called. It needs the scope `im`.

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
        self.of(name).ok().and_then(full_name)
    }
}

/// First and last name, or the name that the portal puts together of them.
fn full_name(user: &Value) -> Option<String> {
    let text = |key| user.get(key).and_then(php::text);
    let parts: Vec<String> =
        [text("first_name"), text("last_name")].into_iter().flatten().collect();
    if parts.is_empty() { text("name") } else { Some(parts.join(" ")) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

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
