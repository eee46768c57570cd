//! Connections to portals: made, refused, chosen and forgotten.

use super::{
    super::{
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME, ROW},
    },
    Button, Rendered, dialog, fit, keyboard, trouble,
};
use crate::domain::{
    action::Action,
    reply::{ConnectProblem, Connected, ListedConnection, PortalPurpose},
    scope::Scope,
    silent_mode::Generation,
    webhook::WebhookError,
};

/// The most buttons of a choice; nobody has so many portals, and a message takes a hundred.
const MOST_CHOICES: usize = 50;

/// A portal was connected.
pub(super) fn connected(connected: &Connected, locale: Locale) -> Rendered {
    let args = Args::new().exact("portal", &connected.portal, NAME);
    let mut head = vec![locale.html(Key::Connected, args.name("person", &connected.person, NAME))];
    let notes =
        [(connected.replaced, Key::ConnectedReplaced), (connected.others, Key::ConnectedDefault)];
    head.extend(notes.into_iter().filter(|note| note.0).map(|note| plain(note.1, locale)));

    let mut parts = vec![Html::lines(head)];
    parts.extend(connected.missing_scopes.iter().map(|scope| plain(lacks(*scope), locale)));
    let lacks_required = connected.missing_scopes.iter().any(|scope| scope.is_required());
    // Without its scope the method can't be seen, so nothing can be said about it.
    if !connected.can_switch && !lacks_required {
        parts.push(plain(Key::ConnectedCannotSwitch, locale));
    }
    if connected.can_switch && !lacks_required {
        parts.push(generation(connected.generation, locale));
        parts.push(plain(Key::NextSilent, locale));
    }
    Rendered::new(Html::paragraphs(parts))
}

fn lacks(scope: Scope) -> Key {
    match scope {
        Scope::OpenLines => Key::ConnectedLacksOpenLines,
        Scope::Im => Key::ConnectedLacksIm,
    }
}

/// Whose messages silent mode holds back on a portal.
pub(super) fn generation(whose: Generation, locale: Locale) -> Html {
    locale.html(Key::Generation, Args::new().choice("generation", dialog::generation(whose)))
}

/// A portal could not be connected.
pub(super) fn failed(problem: &ConnectProblem, locale: Locale) -> Rendered {
    match problem {
        ConnectProblem::Webhook(error) => webhook_refused(*error, locale),
        ConnectProblem::OtherUser => Rendered::say(locale, Key::ConnectOtherUser),
        ConnectProblem::Trouble(why) => {
            let head = plain(Key::ConnectTrouble, locale);
            Rendered::new(Html::lines([head, trouble::trouble(why, locale)]))
        }
    }
}

/// What is wrong, and what a whole webhook looks like where that helps.
fn webhook_refused(error: WebhookError, locale: Locale) -> Rendered {
    let (key, helps) = match error {
        WebhookError::NotAUrl => (Key::WebhookNotAUrl, true),
        WebhookError::NotHttps => (Key::WebhookNotHttps, true),
        WebhookError::NoRestPath => (Key::WebhookNoRestPath, true),
        WebhookError::NoUser => (Key::WebhookNoUser, true),
        WebhookError::NoSecret => (Key::WebhookNoSecret, true),
        WebhookError::AddressRefused => (Key::WebhookAddressRefused, false),
    };
    let howto = helps.then(|| plain(Key::WebhookHowto, locale));
    Rendered::new(Html::paragraphs(std::iter::once(plain(key, locale)).chain(howto)))
}

/// A button for each connection.
pub(super) fn choice(
    purpose: PortalPurpose,
    connections: &[ListedConnection],
    locale: Locale,
) -> Rendered {
    let head = match purpose {
        PortalPurpose::Use => Key::PortalChoiceUse,
        PortalPurpose::Forget => Key::PortalChoiceForget,
    };
    let numbered = || connections.iter().enumerate().map(|(at, connection)| (at + 1, connection));
    let rows = numbered().map(|(number, connection)| row(number, connection, locale)).collect();
    let buttons = numbered()
        .take(MOST_CHOICES)
        .map(|(number, connection)| {
            let args = Args::new().number("number", number);
            let args = args.exact("portal", &connection.portal, ROW);
            let action = match purpose {
                PortalPurpose::Use => Action::UsePortal(connection.id),
                PortalPurpose::Forget => Action::Disconnect(connection.id),
            };
            Button::action(&locale.plain(Key::ButtonPortal, args), action)
        })
        .collect();
    let text = Html::paragraphs([plain(head, locale), Html::lines(fit(rows, locale))]);
    Rendered::new(text).with_keyboard(keyboard::grid(buttons, 1))
}

fn row(number: usize, connection: &ListedConnection, locale: Locale) -> Html {
    let args = Args::new().number("number", number).exact("portal", &connection.portal, NAME);
    let row = locale.html(Key::PortalRow, args.name("person", &connection.person, ROW));
    if connection.is_default {
        locale.html(Key::ConnectionDefault, Args::new().html("connection", row))
    } else {
        row
    }
}

/// A message about one portal.
pub(super) fn about(key: Key, portal: &str, locale: Locale) -> Rendered {
    Rendered::new(locale.html(key, Args::new().exact("portal", portal, NAME))).with_toast()
}

fn plain(key: Key, locale: Locale) -> Html {
    locale.html(key, Args::new())
}
