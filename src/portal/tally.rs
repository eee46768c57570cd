//! The numbers of this room. No label holds a host, a person or a word of the portal's own making.

use std::time::Duration;

use metrics::{counter, describe_counter, describe_histogram, histogram};

use super::error::PortalError;

const CALLS: &str = "hushbot_portal_calls_total";
const COMMANDS: &str = "hushbot_portal_commands_total";
const SECONDS: &str = "hushbot_portal_call_seconds";
const RETRIES: &str = "hushbot_portal_retries_total";

/// Says what the numbers mean.
pub(crate) fn describe() {
    describe_counter!(CALLS, "Requests to portals, by method and the portal's error code.");
    describe_counter!(COMMANDS, "Commands in batches, by method and the portal's error code.");
    describe_histogram!(SECONDS, "How long a request to a portal takes, by method.");
    describe_counter!(
        RETRIES,
        "Waits before a portal is asked again, by the error that led there."
    );
}

/// A request was made.
pub(super) fn called(method: &'static str, took: Duration, error: Option<&PortalError>) {
    counter!(CALLS, "method" => method, "error" => error.map_or("none", label)).increment(1);
    histogram!(SECONDS, "method" => method).record(took);
}

/// A command of a batch was answered.
pub(super) fn answered(method: &'static str, error: Option<&PortalError>) {
    counter!(COMMANDS, "method" => method, "error" => error.map_or("none", label)).increment(1);
}

/// A call waits before it is made again.
pub(super) fn waits(error: &PortalError) {
    counter!(RETRIES, "error" => label(error)).increment(1);
}

/// One of a few words: whatever a portal may invent is `other`.
fn label(error: &PortalError) -> &'static str {
    match error {
        PortalError::Refused(refusal) => refusal.code.label(),
        PortalError::AddressRefused => "address_refused",
        PortalError::HttpRefused => "http_refused",
        PortalError::Unreachable => "unreachable",
        PortalError::NoAnswer => "no_answer",
        PortalError::Unreadable { .. } => "unreadable",
        PortalError::TooLarge => "too_large",
        PortalError::RedirectRefused => "redirect_refused",
        PortalError::UnexpectedResult => "unexpected_result",
        PortalError::NothingFound => "nothing_found",
        PortalError::SignedOut(_) => "signed_out",
        PortalError::AuthServerSilent => "auth_server_silent",
        PortalError::Superseded => "superseded",
    }
}
