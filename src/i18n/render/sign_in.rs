//! Signing in on a portal: in the chat, and the pages that a browser shows.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME},
    },
    Button, Rendered, trouble,
};
use crate::domain::sign_in::{Ended, NoWay, NotDone, Page, PortalName, SignInReply};

/// What is said about a sign-in.
pub(super) fn sign_in(reply: &SignInReply, locale: Locale) -> Rendered {
    match reply {
        SignInReply::HowTo => Rendered::say(locale, Key::SignInHowto),
        SignInReply::GoThere { portal, url, minutes } => {
            let args = at(portal).number("minutes", *minutes);
            let label = locale.plain(Key::ButtonGoSignIn, Args::new());
            let button = Button::url(&label, url.clone());
            let text = locale.html(Key::SignInGoThere, args);
            Rendered::new(text).with_keyboard(vec![vec![button]])
        }
        SignInReply::NoWay { portal, why } => no_way(portal, *why, locale),
        SignInReply::NotDone { portal, why } => {
            let args = at(portal).html("why", not_done(portal, why, locale));
            Rendered::new(locale.html(Key::SignInNotDone, args))
        }
        SignInReply::Ended(signed_out) => {
            let portal = &signed_out.portal;
            let why = locale.html(ended(signed_out.why), at(portal));
            Rendered::new(locale.html(Key::SignInEnded, at(portal).html("why", why)))
        }
    }
}

/// Why a sign-in lets nobody in any more, and what to do.
pub(super) fn ended(why: Ended) -> Key {
    match why {
        Ended::Over => Key::TroubleEndedOver,
        Ended::KeysRefused => Key::TroubleEndedKeysRefused,
        Ended::Unpaid => Key::TroubleEndedUnpaid,
        Ended::AppRemoved => Key::TroubleEndedAppRemoved,
    }
}

fn no_way(portal: &PortalName, why: NoWay, locale: Locale) -> Rendered {
    let key = match why {
        NoWay::NoKeys => Key::SignInNoKeys,
        NoWay::NoPublicAddress => Key::SignInNoPublicAddress,
        NoWay::Address(_) => Key::SignInNoAddress,
    };
    let mut parts = vec![locale.html(key, at(portal))];
    if !matches!(why, NoWay::Address(_)) {
        let instead = [Key::SignInInstead, Key::WebhookHowto];
        parts.extend(instead.map(|key| locale.html(key, Args::new())));
    }
    Rendered::new(Html::paragraphs(parts)).with_toast()
}

fn not_done(portal: &PortalName, why: &NotDone, locale: Locale) -> Html {
    let key = match why {
        NotDone::Abandoned => Key::SignInAbandoned,
        NotDone::OtherPortal => Key::SignInOtherPortal,
        NotDone::TooLate => Key::SignInTooLate,
        NotDone::Ended(why) => return locale.html(ended(*why), at(portal)),
        NotDone::Trouble(why) => return trouble::trouble(why, locale),
    };
    locale.html(key, Args::new())
}

fn at(portal: &PortalName) -> Args<'static> {
    Args::new().exact("portal", portal.as_str(), NAME)
}

/// A page for a browser: whole HTML that loads nothing and links to nothing.
pub fn page(page: &Page, locale: Locale) -> String {
    let say = |key| locale.html(key, Args::new());
    let mut lines = match page {
        Page::Connected { portal, person, owner } => {
            let who = Args::new().exact("owner", owner, NAME).exact("person", person, NAME);
            let portal = Args::new().exact("portal", portal, NAME);
            vec![locale.html(Key::PageConnected, portal), locale.html(Key::PageConnectedWho, who)]
        }
        Page::GoesOn => vec![say(Key::PageGoesOn)],
        Page::NotDone => vec![say(Key::PageNotDone)],
        Page::Unknown => vec![say(Key::PageUnknown)],
        Page::Expired => vec![say(Key::PageExpired)],
    };
    lines.push(say(Key::PageGoBack));
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>hushbot</title>\n",
        locale.tag()
    );
    for line in lines {
        html.push_str("<p>");
        html.push_str(&line.into_string());
        html.push_str("</p>\n");
    }
    html.push_str("</html>\n");
    html
}
