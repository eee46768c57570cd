//! What kept a portal from doing what it was asked, and what to do about it.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME, ROW},
    },
    dialog::{self, Room},
};
use crate::domain::{
    scope::Scope,
    toggle::{Failed, Reason},
    trouble::Trouble,
};

/// What happened and what to do.
pub(super) fn trouble(trouble: &Trouble, locale: Locale) -> Html {
    locale.html(key(trouble), args(trouble, locale))
}

/// What happened, for a list.
pub(super) fn short(trouble: &Trouble, locale: Locale) -> Html {
    locale.short(key(trouble), args(trouble, locale))
}

/// Why an order or a question failed, and what to do.
pub(super) fn reason(failed: &Failed, locale: Locale) -> Html {
    match &failed.reason {
        Reason::NotConnected => locale.html(Key::ReasonNotConnected, Args::new()),
        Reason::OtherPortal { host } => {
            locale.html(Key::ReasonOtherPortal, Args::new().exact("portal", host, NAME))
        }
        Reason::NoSuchConnection => {
            let reference = failed.reference.target.to_string();
            let args = Args::new().exact("dialog", &reference, super::super::text::WHOLE);
            locale.html(Key::ReasonNoSuchConnection, args)
        }
        Reason::Trouble(why) => trouble(why, locale),
    }
}

/// A row for a dialog that was to be switched.
pub(super) fn row(failed: &Failed, locale: Locale) -> Html {
    let key = if may_have_acted(&failed.reason) { Key::RowMaybe } else { Key::RowFailed };
    row_as(key, failed, locale)
}

/// A row for a dialog that was only looked at.
pub(super) fn row_of_question(failed: &Failed, locale: Locale) -> Html {
    row_as(Key::RowFailed, failed, locale)
}

fn row_as(key: Key, failed: &Failed, locale: Locale) -> Html {
    let reason = match &failed.reason {
        Reason::NotConnected => locale.short(Key::ReasonNotConnected, Args::new()),
        Reason::OtherPortal { host } => {
            locale.short(Key::ReasonOtherPortal, Args::new().exact("portal", host, ROW))
        }
        Reason::NoSuchConnection => locale.short(Key::ReasonNoSuchConnection, Args::new()),
        Reason::Trouble(why) => short(why, locale),
    };
    let place = dialog::failed(failed, Room::Row, locale);
    locale.html(key, Args::new().html("dialog", place).html("reason", reason))
}

/// Whether the order may have taken effect all the same.
pub(super) fn may_have_acted(reason: &Reason) -> bool {
    matches!(reason, Reason::Trouble(trouble) if trouble.may_have_acted())
}

/// Whether another try may help.
pub(super) fn may_pass(reason: &Reason) -> bool {
    matches!(reason, Reason::Trouble(trouble) if trouble.may_pass())
}

/// Scopes by their names in Bitrix24's settings.
pub(super) fn scopes(scopes: &[Scope], locale: Locale) -> Html {
    Html::list(
        scopes.iter().map(|scope| {
            locale.html(Key::ScopeName, Args::new().exact("scope", scope.name(), NAME))
        }),
    )
}

fn args(trouble: &Trouble, locale: Locale) -> Args<'static> {
    let args = Args::new();
    match trouble {
        Trouble::MissingScopes(missing) => {
            args.number("count", missing.len()).html("scopes", scopes(missing, locale))
        }
        Trouble::OperatingTimeUsedUp(left) => {
            let wait = match left {
                Some(left) => {
                    let duration = format::duration(locale, *left);
                    locale.html(Key::WaitKnown, Args::new().html("duration", duration))
                }
                None => locale.html(Key::WaitUnknown, Args::new()),
            };
            args.html("wait", wait)
        }
        Trouble::Refused(code) => args.exact("code", code.as_str(), NAME),
        _ => args,
    }
}

fn key(trouble: &Trouble) -> Key {
    match trouble {
        Trouble::NoSuchDialog => Key::TroubleNoSuchDialog,
        Trouble::NotAnOpenChannel => Key::TroubleNotAnOpenChannel,
        Trouble::NoDialogAccess => Key::TroubleNoDialogAccess,
        Trouble::DialogUnavailable => Key::TroubleDialogUnavailable,
        Trouble::CredentialsRefused => Key::TroubleCredentialsRefused,
        Trouble::NobodyBehindCredentials => Key::TroubleNobodyBehindCredentials,
        Trouble::UserInactive => Key::TroubleUserInactive,
        Trouble::NotAnEmployee => Key::TroubleNotAnEmployee,
        Trouble::MissingScopes(_) => Key::TroubleMissingScopes,
        Trouble::AppRestricted => Key::TroubleAppRestricted,
        Trouble::AppRemoved => Key::TroubleAppRemoved,
        Trouble::WrongKindOfCredentials => Key::TroubleWrongKindOfCredentials,
        Trouble::ConfirmationWaiting => Key::TroubleConfirmationWaiting,
        Trouble::ConfirmationDenied => Key::TroubleConfirmationDenied,
        Trouble::PlanRequired => Key::TroublePlanRequired,
        Trouble::TariffLacksFeature => Key::TroubleTariffLacksFeature,
        Trouble::TooManyRequests => Key::TroubleTooManyRequests,
        Trouble::OperatingTimeUsedUp(_) => Key::TroubleOperatingTimeUsedUp,
        Trouble::BlockedByVendor => Key::TroubleBlockedByVendor,
        Trouble::PortalDeleted => Key::TroublePortalDeleted,
        Trouble::MethodMissing => Key::TroubleMethodMissing,
        Trouble::ChatModuleMissing => Key::TroubleChatModuleMissing,
        Trouble::HttpsRequired => Key::TroubleHttpsRequired,
        Trouble::AuthServerUnreachable => Key::TroubleAuthServerUnreachable,
        Trouble::PortalFault => Key::TroublePortalFault,
        Trouble::Refused(_) => Key::TroubleRefused,
        Trouble::Unreachable => Key::TroubleUnreachable,
        Trouble::NoAnswer => Key::TroubleNoAnswer,
        Trouble::UnreadableAnswer => Key::TroubleUnreadableAnswer,
        Trouble::AddressRefused => Key::TroubleAddressRefused,
        Trouble::RedirectRefused => Key::TroubleRedirectRefused,
    }
}
