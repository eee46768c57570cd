//! Why a portal did not do what it was asked, as far as it matters to a person: each variant has
//! a message of its own that says what happened and what to do.

use jiff::SignedDuration;

use super::{hint::Word, scope::Scope, sign_in::SignedOut};

/// What kept the portal from doing what somebody asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    // About the dialog.
    /// No such dialog (`CHAT_ID`).
    NoSuchDialog,
    /// The chat is no open-channel dialog (`CHAT_TYPE`).
    NotAnOpenChannel,
    /// The person may not join dialogs of that line (`ACCESS_DENIED` of the method).
    NoDialogAccess,
    /// Absent, not an open channel, or no rights: `imopenlines.dialog.get` does not say which.
    DialogUnavailable,
    /// The person may not see the CRM card (`ACCESS_DENIED` of the method), or no dialog is linked
    /// to it: `imopenlines.crm.chat.get` does not say which.
    NoCardAccess,

    // About the credentials.
    /// The webhook is deleted or its secret wrong (`INVALID_CREDENTIALS`, `NO_AUTH_FOUND`,
    /// `invalid_token`, `expired_token`).
    CredentialsRefused,
    /// The sign-in lets nobody in any more: a new one may.
    SignedOut(SignedOut),
    /// Nobody stands behind the credentials (`USER_ID`).
    NobodyBehindCredentials,
    /// The person is not active on the portal any more (`authorization_error`).
    UserInactive,
    /// The credentials are not an employee's (`allowed_only_intranet_user`).
    NotAnEmployee,
    /// The credentials lack scopes (`insufficient_scope`).
    MissingScopes(Vec<Scope>),
    /// The application is limited to certain users (`user_access_error`).
    AppRestricted,
    /// The application was removed from the portal (`APPLICATION_NOT_FOUND`).
    AppRemoved,
    /// Credentials of this kind can't call the method (`WRONG_AUTH_TYPE`).
    WrongKindOfCredentials,
    /// A portal's admin has yet to approve the call (`METHOD_CONFIRM_WAITING`).
    ConfirmationWaiting,
    /// A portal's admin refused the call (`METHOD_CONFIRM_DENIED`).
    ConfirmationDenied,

    // About the portal.
    /// REST needs a paid plan or a subscription (`ACCESS_DENIED` of the portal itself).
    PlanRequired,
    /// The tariff lacks the feature (`WRONG_LICENSE`).
    TariffLacksFeature,
    /// Too many requests; nothing was done (`QUERY_LIMIT_EXCEEDED`).
    TooManyRequests,
    /// The method's operating time is used up; nothing was done (`OPERATION_TIME_LIMIT`).
    /// Holds how long until the portal frees it, where it said so.
    OperatingTimeUsedUp(Option<SignedDuration>),
    /// The vendor blocked the portal's REST by hand (`OVERLOAD_LIMIT`).
    BlockedByVendor,
    /// The portal is closed (`PORTAL_DELETED`).
    PortalDeleted,
    /// The portal's open-channels module is too old or missing (`ERROR_METHOD_NOT_FOUND`).
    MethodMissing,
    /// The chat module is missing on the portal (`IM_LOAD_ERROR`, `IM_NOT_INSTALLED`).
    ChatModuleMissing,
    /// The portal wants https (`INVALID_REQUEST`).
    HttpsRequired,
    /// The portal can't reach the vendor's authorisation server (`CONNECTION_ERROR`).
    AuthServerUnreachable,
    /// The vendor's authorisation server gave no new token; it may later.
    AuthServerSilent,
    /// An error inside the portal; it may have acted (`INTERNAL_SERVER_ERROR`,
    /// `ERROR_UNEXPECTED_ANSWER`, a 5xx without a code).
    PortalFault,
    /// The portal refused with a code that has no message of its own. The code, never the
    /// portal's own description.
    Refused(Word),

    // About the way there.
    /// No connection could be opened: name, network or certificate. Nothing was done.
    Unreachable,
    /// No answer in time, or the connection broke; the portal may have acted.
    NoAnswer,
    /// An answer that is none: a proxy's page, broken JSON, or too large; it may have acted.
    UnreadableAnswer,
    /// The portal's name leads to an address that the bot may not open.
    AddressRefused,
    /// The portal redirects to somewhere that can't be its new address.
    RedirectRefused,
}

impl Trouble {
    /// Whether it lies with whoever asked, or with their access: somebody else may well be let
    /// through.
    pub fn is_ones_own(&self) -> bool {
        matches!(
            self,
            Self::NoDialogAccess
                | Self::DialogUnavailable
                | Self::CredentialsRefused
                | Self::SignedOut(_)
                | Self::NobodyBehindCredentials
                | Self::UserInactive
                | Self::NotAnEmployee
                | Self::MissingScopes(_)
                | Self::AppRestricted
                | Self::AppRemoved
                | Self::WrongKindOfCredentials
        )
    }

    /// Whether the portal may have done what it was asked all the same.
    pub fn may_have_acted(&self) -> bool {
        matches!(self, Self::PortalFault | Self::NoAnswer | Self::UnreadableAnswer)
    }

    /// Whether the same order may work on another try, without anybody changing anything.
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::TooManyRequests
                | Self::OperatingTimeUsedUp(_)
                | Self::AuthServerUnreachable
                | Self::AuthServerSilent
                | Self::PortalFault
                | Self::Unreachable
                | Self::NoAnswer
                | Self::UnreadableAnswer
                | Self::ConfirmationWaiting
        )
    }
}
