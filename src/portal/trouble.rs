//! What an error means to a person.

use jiff::{SignedDuration, Timestamp};

use super::{
    code::Code,
    crm,
    error::{PortalError, Refusal},
};
use crate::domain::{hint::Word, scope::Scope, trouble::Trouble};

impl PortalError {
    /// What kept the portal from doing what it was asked, at the moment `now`.
    pub fn trouble(&self, now: Timestamp) -> Trouble {
        match self {
            Self::Refused(refusal) => of_refusal(refusal, now),
            Self::AddressRefused => Trouble::AddressRefused,
            Self::HttpRefused => Trouble::HttpsRequired,
            Self::Unreachable => Trouble::Unreachable,
            // Nobody is told of a superseded call. Were they, it has had no answer.
            Self::NoAnswer | Self::Superseded => Trouble::NoAnswer,
            // A 5xx is the portal's fault whether a page or nothing comes with it.
            Self::Unreadable { status: 500.. } => Trouble::PortalFault,
            Self::Unreadable { .. } | Self::TooLarge | Self::UnexpectedResult => {
                Trouble::UnreadableAnswer
            }
            Self::RedirectRefused => Trouble::RedirectRefused,
            Self::NothingFound => Trouble::DialogUnavailable,
            Self::SignedOut(signed_out) => Trouble::SignedOut(signed_out.clone()),
            Self::AuthServerSilent => Trouble::AuthServerSilent,
        }
    }
}

fn of_refusal(refusal: &Refusal, now: Timestamp) -> Trouble {
    match &refusal.code {
        Code::ChatId => Trouble::NoSuchDialog,
        Code::ChatType => Trouble::NotAnOpenChannel,
        Code::AccessDenied if refusal.method == crm::METHOD => Trouble::NoCardAccess,
        Code::AccessDenied => Trouble::NoDialogAccess,
        Code::AccessError => Trouble::DialogUnavailable,

        Code::InvalidCredentials | Code::NoAuthFound | Code::InvalidToken | Code::ExpiredToken => {
            Trouble::CredentialsRefused
        }
        Code::UserId => Trouble::NobodyBehindCredentials,
        Code::AuthorizationError => Trouble::UserInactive,
        Code::AllowedOnlyIntranetUser => Trouble::NotAnEmployee,
        Code::InsufficientScope => Trouble::MissingScopes(vec![scope_of(refusal.method)]),
        Code::UserAccessError => Trouble::AppRestricted,
        Code::ApplicationNotFound => Trouble::AppRemoved,
        Code::WrongAuthType => Trouble::WrongKindOfCredentials,
        Code::MethodConfirmWaiting => Trouble::ConfirmationWaiting,
        Code::MethodConfirmDenied => Trouble::ConfirmationDenied,

        Code::PlanAccessDenied => Trouble::PlanRequired,
        Code::WrongLicense => Trouble::TariffLacksFeature,
        Code::QueryLimitExceeded => Trouble::TooManyRequests,
        Code::OperationTimeLimit => {
            let wait = refusal.frees_at.map(|at| at.duration_since(now));
            Trouble::OperatingTimeUsedUp(wait.filter(SignedDuration::is_positive))
        }
        Code::OverloadLimit => Trouble::BlockedByVendor,
        Code::PortalDeleted => Trouble::PortalDeleted,
        Code::MethodNotFound => Trouble::MethodMissing,
        Code::ImLoadError | Code::ImNotInstalled => Trouble::ChatModuleMissing,
        Code::InvalidRequest => Trouble::HttpsRequired,
        Code::ConnectionError => Trouble::AuthServerUnreachable,
        Code::InternalServerError | Code::UnexpectedAnswer => Trouble::PortalFault,

        Code::Nameless if refusal.status >= 500 => Trouble::PortalFault,
        Code::Nameless => Trouble::Refused(Word::new(&format!("HTTP {}", refusal.status))),
        Code::BatchLengthExceeded
        | Code::BatchMethodNotAllowed
        | Code::Core
        | Code::Argument
        | Code::WrongEncoding
        | Code::Other(_) => Trouble::Refused(Word::new(refusal.code.name())),
    }
}

/// The scope that a method belongs to; what needs none counts as the one nothing works without.
fn scope_of(method: &str) -> Scope {
    if method.starts_with("im.") { Scope::Im } else { Scope::OpenLines }
}

#[cfg(test)]
mod tests {
    use super::{super::switching, *};

    fn now() -> Timestamp {
        Timestamp::from_second(1_800_000_000).unwrap()
    }

    fn refusal(code: &str, status: u16) -> Refusal {
        Refusal {
            code: Code::read(code, status),
            status,
            method: switching::METHOD,
            frees_at: None,
        }
    }

    fn refused(code: &str) -> Trouble {
        Trouble::Refused(Word::new(code))
    }

    /// Documented and served statuses of every code, and what each means.
    #[test]
    fn every_code_has_its_meaning_under_every_status() {
        use Trouble::*;
        let scopes = || MissingScopes(vec![Scope::OpenLines]);
        for (code, statuses, trouble) in [
            ("IM_LOAD_ERROR", &[400][..], ChatModuleMissing),
            ("CHAT_ID", &[400], NoSuchDialog),
            ("USER_ID", &[400], NobodyBehindCredentials),
            ("CHAT_TYPE", &[400], NotAnOpenChannel),
            ("ACCESS_DENIED", &[400, 200], NoDialogAccess),
            ("IM_NOT_INSTALLED", &[400], ChatModuleMissing),
            ("ACCESS_ERROR", &[400, 403, 200], DialogUnavailable),
            ("QUERY_LIMIT_EXCEEDED", &[503], TooManyRequests),
            ("OPERATION_TIME_LIMIT", &[429], OperatingTimeUsedUp(None)),
            ("OVERLOAD_LIMIT", &[503, 401], BlockedByVendor),
            ("expired_token", &[401], CredentialsRefused),
            ("invalid_token", &[401], CredentialsRefused),
            ("NO_AUTH_FOUND", &[401], CredentialsRefused),
            ("INVALID_CREDENTIALS", &[403, 401], CredentialsRefused),
            ("insufficient_scope", &[403, 401], scopes()),
            ("ACCESS_DENIED", &[403, 401], PlanRequired),
            ("user_access_error", &[403], AppRestricted),
            ("authorization_error", &[401], UserInactive),
            ("APPLICATION_NOT_FOUND", &[401], AppRemoved),
            ("CONNECTION_ERROR", &[401], AuthServerUnreachable),
            ("METHOD_CONFIRM_WAITING", &[401], ConfirmationWaiting),
            ("METHOD_CONFIRM_DENIED", &[403], ConfirmationDenied),
            ("ERROR_METHOD_NOT_FOUND", &[404], MethodMissing),
            ("INVALID_REQUEST", &[400, 401], HttpsRequired),
            ("WRONG_AUTH_TYPE", &[403], WrongKindOfCredentials),
            ("WRONG_LICENSE", &[403], TariffLacksFeature),
            ("allowed_only_intranet_user", &[403, 400], NotAnEmployee),
            ("ERROR_BATCH_LENGTH_EXCEEDED", &[400, 200], refused("ERROR_BATCH_LENGTH_EXCEEDED")),
            (
                "ERROR_BATCH_METHOD_NOT_ALLOWED",
                &[405, 200],
                refused("ERROR_BATCH_METHOD_NOT_ALLOWED"),
            ),
            ("PORTAL_DELETED", &[500, 403], PortalDeleted),
            ("INTERNAL_SERVER_ERROR", &[500], PortalFault),
            ("ERROR_UNEXPECTED_ANSWER", &[500], PortalFault),
            ("ERROR_CORE", &[400, 500], refused("ERROR_CORE")),
            ("ERROR_ARGUMENT", &[400], refused("ERROR_ARGUMENT")),
            ("WRONG_ENCODING", &[400], refused("WRONG_ENCODING")),
            ("SOMETHING_NEW", &[400, 403, 503], refused("SOMETHING_NEW")),
            ("", &[400], refused("HTTP 400")),
            ("", &[500, 503], PortalFault),
        ] {
            for status in statuses {
                let error = PortalError::Refused(refusal(code, *status));
                assert_eq!(error.trouble(now()), trouble, "{code} with {status}");
            }
        }
    }

    #[test]
    fn a_missing_scope_is_the_methods() {
        let mut refusal = refusal("insufficient_scope", 403);
        refusal.method = "im.recent.get";
        let trouble = PortalError::Refused(refusal).trouble(now());
        assert_eq!(trouble, Trouble::MissingScopes(vec![Scope::Im]));
    }

    #[test]
    fn operating_time_frees_in_the_future_or_nobody_knows_when() {
        for (seconds, wait) in [(90, Some(SignedDuration::from_secs(90))), (0, None), (-5, None)] {
            let mut refusal = refusal("OPERATION_TIME_LIMIT", 429);
            refusal.frees_at = Some(now() + SignedDuration::from_secs(seconds));
            let trouble = PortalError::Refused(refusal).trouble(now());
            assert_eq!(trouble, Trouble::OperatingTimeUsedUp(wait), "{seconds}");
        }
    }

    #[test]
    fn what_happens_on_the_way_has_its_meaning() {
        for (error, trouble) in [
            (PortalError::AddressRefused, Trouble::AddressRefused),
            (PortalError::HttpRefused, Trouble::HttpsRequired),
            (PortalError::Unreachable, Trouble::Unreachable),
            (PortalError::NoAnswer, Trouble::NoAnswer),
            (PortalError::Unreadable { status: 200 }, Trouble::UnreadableAnswer),
            (PortalError::Unreadable { status: 404 }, Trouble::UnreadableAnswer),
            (PortalError::Unreadable { status: 502 }, Trouble::PortalFault),
            (PortalError::TooLarge, Trouble::UnreadableAnswer),
            (PortalError::RedirectRefused, Trouble::RedirectRefused),
            (PortalError::UnexpectedResult, Trouble::UnreadableAnswer),
            (PortalError::NothingFound, Trouble::DialogUnavailable),
            (PortalError::Superseded, Trouble::NoAnswer),
        ] {
            assert_eq!(error.trouble(now()), trouble, "{error}");
        }
    }
}
