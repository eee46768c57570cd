//! The REST methods, one file per area of Bitrix24's documentation.
//!
//! A method that is not here answers `ERROR_METHOD_NOT_FOUND`, as on a portal that lacks the
//! module. So do the `.xml` forms of all methods.

#![allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "one signature for all methods, whatever each needs of it"
)]

pub(super) mod batch;
mod chat_json;
mod crm;
mod dialog;
mod history;
mod message;
mod operator;
mod pin;
mod recent;
mod search;
mod session;
mod silent;
mod system;
mod transfer;
mod user;
mod v2;

use jiff::fmt::temporal::DateTimePrinter;

use super::access::Caller;
use super::failure::Failure;
use super::php::{Array, Value};
use super::world::World;

/// What a method gets.
pub(super) struct Request<'a> {
    pub(super) world: &'a mut World,
    pub(super) caller: &'a Caller,
    pub(super) params: &'a Array,
    /// The `start` parameter, taken out of the others.
    pub(super) start: i64,
}

/// What a method gives.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub(super) result: Value,
    /// Where the next page of a list starts.
    pub(super) next: Option<i64>,
    /// How many rows a list has; -1 if the method does not count them.
    pub(super) total: Option<i64>,
}

/// How a method ends.
pub(super) type Outcome = Result<Answer, Failure>;

/// A method of the REST API.
pub(super) struct Method {
    /// The name, in lower case but for those of controllers.
    pub(super) name: &'static str,
    /// The scope that a caller needs; empty if none.
    pub(super) scope: &'static str,
    pub(super) run: Run,
}

/// How a method runs.
pub(super) enum Run {
    /// By itself.
    Alone(fn(Request<'_>) -> Outcome),
    /// By calling others.
    Batch,
}

/// The scope of open lines.
const LINES: &str = "imopenlines";

/// A row of the table.
const fn method(
    name: &'static str,
    scope: &'static str,
    run: fn(Request<'_>) -> Outcome,
) -> Method {
    Method { name, scope, run: Run::Alone(run) }
}

/// All methods.
pub(super) static METHODS: &[Method] = &[
    method("imopenlines.session.mode.silent", LINES, silent::set),
    method("imopenlines.dialog.get", LINES, dialog::lines_get),
    method("im.dialog.get", "im", dialog::im_get),
    method("imopenlines.v2.Session.isSilentMode", LINES, v2::is_silent_mode),
    method("imopenlines.v2.Session.setSilentMode", LINES, v2::set_silent_mode),
    Method { name: "batch", scope: "", run: Run::Batch },
    method("profile", "", system::profile),
    method("scope", "", system::scope),
    method("methods", "", system::methods),
    method("method.get", "", system::method_get),
    method("server.time", "", system::server_time),
    method("app.info", "", system::app_info),
    method("user.current", "user", system::user_current),
    method("im.user.get", "im", user::get),
    method("im.recent.get", "im", recent::get),
    method("im.recent.list", "im", recent::list),
    method("im.search.chat.list", "im", search::chat_list),
    method("im.message.add", "im", message::add),
    method("imopenlines.crm.chat.get", LINES, crm::chat_get),
    method("imopenlines.crm.chat.getlastid", LINES, crm::chat_get_last_id),
    method("imopenlines.session.history.get", LINES, history::get),
    method("imopenlines.session.intercept", LINES, session::intercept),
    method("imopenlines.session.join", LINES, session::join),
    method("imopenlines.session.open", LINES, session::open),
    method("imopenlines.session.start", LINES, session::start),
    method("imopenlines.session.mode.pin", LINES, pin::pin),
    method("imopenlines.session.mode.pinall", LINES, pin::pin_all),
    method("imopenlines.session.mode.unpinall", LINES, pin::unpin_all),
    method("imopenlines.operator.answer", LINES, operator::answer),
    method("imopenlines.operator.skip", LINES, operator::skip),
    method("imopenlines.operator.spam", LINES, operator::spam),
    method("imopenlines.operator.finish", LINES, operator::finish),
    method("imopenlines.operator.another.finish", LINES, operator::another_finish),
    method("imopenlines.operator.transfer", LINES, transfer::transfer),
];

/// Where the methods of the v2 controllers start.
const CONTROLLERS: &str = "imopenlines.v2.";

impl Method {
    /// The method of a name. Ordinary methods are found in any letter case, those of controllers
    /// only in their own.
    pub(super) fn find(name: &str) -> Option<&'static Self> {
        METHODS.iter().find(|method| {
            if method.is_a_controllers() {
                method.name == name
            } else {
                method.name.eq_ignore_ascii_case(name)
            }
        })
    }

    fn is_a_controllers(&self) -> bool {
        self.name.starts_with(CONTROLLERS)
    }
}

/// An answer without pages.
fn done(result: impl Into<Value>) -> Outcome {
    Ok(Answer { result: result.into(), ..Answer::default() })
}

/// A number as JSON and PHP hold it.
fn signed(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

/// Without fractions of a second.
static SECONDS: DateTimePrinter = DateTimePrinter::new().precision(Some(0));

/// PHP's `date('c')`, in the portal's time zone, UTC.
pub(super) fn date(time: jiff::Timestamp) -> String {
    SECONDS.timestamp_with_offset_to_string(&time, jiff::tz::Offset::UTC)
}
