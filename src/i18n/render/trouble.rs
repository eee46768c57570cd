//! What kept a portal from doing what it was asked, and what to do about it.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME, ROW, WHOLE},
    },
    dialog::{self, Room},
    sign_in,
};
use crate::domain::{
    dialog::{DialogId, Target},
    scope::Scope,
    toggle::{Failed, Reason},
    trouble::Trouble,
};

/// What happened and what to do.
pub(super) fn trouble(trouble: &Trouble, locale: Locale) -> Html {
    locale.html(key(trouble), args(trouble, locale))
}

/// Why an order or a question failed, and what to do.
pub(super) fn reason(failed: &Failed, locale: Locale) -> Html {
    let (key, args) = message(&failed.reason, &failed.reference.target, NAME, locale);
    locale.html(key, args)
}

/// Why dialogs can't be listed, and what to do.
pub(super) fn reason_of_list(reason: &Reason, locale: Locale) -> Html {
    let (key, args) = match reason {
        // Its words are about one dialog.
        Reason::NoSuchConnection => (Key::ReasonNotConnectedThere, Args::new()),
        // They stand for themselves whatever the dialog.
        other => message(other, &Target::Session(0), NAME, locale),
    };
    locale.html(key, args)
}

/// Why a dialog could not be switched off when its time was over, and what to do.
pub(super) fn reason_of_timer(reason: &Reason, dialog: DialogId, locale: Locale) -> Html {
    let (key, args) = match reason {
        // Their words are about a button or a command, and nobody gave one.
        Reason::NotConnected | Reason::NoSuchConnection => (Key::TimerNoConnection, Args::new()),
        other => message(other, &Target::Chat(dialog), NAME, locale),
    };
    locale.html(key, args)
}

/// The same in short, for people whose order it was not.
pub(super) fn reason_for_others(reason: &Reason, dialog: DialogId, locale: Locale) -> Html {
    let (key, args) = message(reason, &Target::Chat(dialog), ROW, locale);
    locale.html(Key::RoomTimerWhy, Args::new().html("reason", locale.short(key, args)))
}

fn message(reason: &Reason, dialog: &Target, most: usize, locale: Locale) -> (Key, Args<'static>) {
    let none = Args::new();
    match reason {
        Reason::NotConnected => (Key::ReasonNotConnected, none),
        Reason::OtherPortal { host } => (Key::ReasonOtherPortal, none.exact("portal", host, most)),
        Reason::NoSuchConnection => {
            (Key::ReasonNoSuchConnection, none.exact("dialog", &dialog.to_string(), WHOLE))
        }
        Reason::Superseded { by: None } => (Key::ReasonSuperseded, none),
        Reason::Superseded { by: Some(name) } => {
            (Key::ReasonSupersededBy, none.name("name", name, most))
        }
        Reason::Trouble(why) => (key(why), args(why, locale)),
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
    let (why, args) = message(&failed.reason, &failed.reference.target, ROW, locale);
    let place = dialog::failed(failed, Room::Row, locale);
    locale.html(key, Args::new().html("dialog", place).html("reason", locale.short(why, args)))
}

/// Whether the order may have taken effect all the same.
pub(super) fn may_have_acted(reason: &Reason) -> bool {
    matches!(reason, Reason::Trouble(trouble) if trouble.may_have_acted())
}

/// Whether nobody knows by this answer how the dialog is now.
pub(super) fn leaves_doubt(reason: &Reason) -> bool {
    may_have_acted(reason) || matches!(reason, Reason::Superseded { .. })
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
        Trouble::SignedOut(signed_out) => args.exact("portal", signed_out.portal.as_str(), NAME),
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
        Trouble::NoCardAccess => Key::TroubleNoCardAccess,
        Trouble::CredentialsRefused => Key::TroubleCredentialsRefused,
        Trouble::SignedOut(signed_out) => sign_in::ended(signed_out.why),
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
        Trouble::AuthServerSilent => Key::TroubleAuthServerSilent,
        Trouble::PortalFault => Key::TroublePortalFault,
        Trouble::Refused(_) => Key::TroubleRefused,
        Trouble::Unreachable => Key::TroubleUnreachable,
        Trouble::NoAnswer => Key::TroubleNoAnswer,
        Trouble::UnreadableAnswer => Key::TroubleUnreadableAnswer,
        Trouble::AddressRefused => Key::TroubleAddressRefused,
        Trouble::RedirectRefused => Key::TroubleRedirectRefused,
    }
}
