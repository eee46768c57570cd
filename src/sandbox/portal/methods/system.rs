//! The methods of no module: who am I, what may I call, what time is it.

use serde_json::json;

use super::{CONTROLLERS, METHODS, Method, Outcome, Request, date, done};
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::php::Value;

/// The scopes that a portal knows, as far as anything here asks for them.
const SCOPES: &[&str] = &[
    "bizproc",
    "calendar",
    "catalog",
    "contact_center",
    "crm",
    "department",
    "disk",
    "entity",
    "im",
    "imbot",
    "imconnector",
    "imopenlines",
    "log",
    "messageservice",
    "mobile",
    "pull",
    "sonet_group",
    "task",
    "telephony",
    "user",
    "user_basic",
    "user_brief",
    "userfieldconfig",
];

/// `profile`: the owner of the credential. The number is a string.
pub(super) fn profile(request: Request<'_>) -> Outcome {
    let user = request.world.users.get(&request.caller.user_id);
    done(user.map_or_else(
        || json!([]),
        |user| {
            json!({
                "ID": user.id.to_string(),
                "ADMIN": user.admin,
                "NAME": user.name,
                "LAST_NAME": user.last_name,
                "PERSONAL_GENDER": "",
                "TIME_ZONE": user.time_zone,
            })
        },
    ))
}

/// `scope`: the caller's, or with `FULL` all that the portal knows.
pub(super) fn scope(request: Request<'_>) -> Outcome {
    if request.params.upper_keys().get("FULL").is_some_and(Value::truthy) {
        return done(json!(SCOPES));
    }
    done(json!(&request.caller.scopes[..]))
}

/// `methods`: of the caller's scopes, of one `SCOPE`, or with `FULL` all. Controllers are not
/// listed.
pub(super) fn methods(request: Request<'_>) -> Outcome {
    let params = request.params.upper_keys();
    let asked = params.get("SCOPE").map(Value::text);
    let full = params.get("FULL").is_some_and(Value::truthy);
    let wanted = |method: &&Method| match asked.as_deref() {
        Some("") => method.scope.is_empty(),
        Some(scope) => method.scope == scope,
        None => full || request.caller.has_scope(method.scope),
    };
    let listed = METHODS.iter().filter(|method| !method.is_a_controllers()).filter(wanted);
    done(json!(listed.map(|method| method.name).collect::<Vec<_>>()))
}

/// `method.get`: the name has to be in lower case, but for those of controllers, of which any
/// method is said to exist if the controller does.
pub(super) fn method_get(request: Request<'_>) -> Outcome {
    let name = request.params.get("name").map(Value::text).unwrap_or_default();
    let plain = METHODS.iter().find(|method| !method.is_a_controllers() && method.name == name);
    let scope = plain.map(|method| method.scope).or_else(|| {
        let controller = name.to_lowercase();
        let controller = controller.strip_prefix(CONTROLLERS)?;
        controller.strip_prefix("session.").filter(|action| !action.is_empty())?;
        Some(super::LINES)
    });
    done(json!({
        "isExisting": scope.is_some(),
        "isAvailable": scope.is_some_and(|scope| request.caller.has_scope(scope)),
    }))
}

/// `server.time`.
pub(super) fn server_time(request: Request<'_>) -> Outcome {
    done(json!(date(request.world.time.now())))
}

/// `app.info`: for applications only, and a webhook is none.
pub(super) fn app_info(_request: Request<'_>) -> Outcome {
    Err(Failure::new(403, "ACCESS_DENIED", "Access denied! Application context required"))
}

/// `user.current`.
pub(super) fn user_current(request: Request<'_>) -> Outcome {
    let user = request.world.users.get(&request.caller.user_id);
    done(user.map_or_else(
        || json!([]),
        |user| {
            json!({
                "ID": user.id.to_string(),
                "ACTIVE": user.active,
                "NAME": user.name,
                "LAST_NAME": user.last_name,
                "EMAIL": format!("user{}@example.com", user.id),
                "IS_ONLINE": "Y",
                "PERSONAL_GENDER": "",
                "PERSONAL_BIRTHDAY": "",
                "WORK_POSITION": "",
                "UF_EMPLOYMENT_DATE": "",
                "UF_DEPARTMENT": if user.employee { json!([1]) } else { json!(false) },
                "USER_TYPE": if user.employee { "employee" } else { "extranet" },
            })
        },
    ))
}
