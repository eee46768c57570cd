//! Who somebody is to the bot, and who else is let in.

use url::form_urlencoded::byte_serialize;

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME, ROW, WHOLE},
    },
    Button, Rendered, fit, trouble,
    welcome::role_name,
};
use crate::domain::{
    dialog::DialogId,
    invite::{INVITE_LIFETIME, InviteToken},
    reply::{ConnectionHealth, Listed, RevokeProblem, Whoami},
    supervisor::{Denial, TelegramId},
};

/// How many dialogs are named in one line.
const SILENCES: usize = 20;

/// One line, with the id that an admin needs.
pub(super) fn stranger(id: TelegramId, locale: Locale) -> Rendered {
    Rendered::new(locale.html(Key::Stranger, with_id(id))).with_toast()
}

/// Why somebody may not do what they asked.
pub(super) fn denied(denial: Denial, locale: Locale) -> Rendered {
    let key = match denial {
        Denial::Stranger => Key::DeniedStranger,
        Denial::AdminsOnly => Key::DeniedAdminsOnly,
        Denial::PrivateOnly => Key::DeniedPrivateOnly,
    };
    Rendered::say(locale, key).with_toast()
}

/// Id, role and the health of each connection.
pub(super) fn whoami(whoami: &Whoami, locale: Locale) -> Rendered {
    let role = match whoami.role {
        Some(role) => locale.html(Key::WhoamiRole, Args::new().choice("role", role_name(role))),
        None => locale.html(Key::WhoamiStranger, Args::new()),
    };
    let mut parts = vec![Html::lines([locale.html(Key::WhoamiHead, with_id(whoami.id)), role])];
    let connections: Vec<Html> =
        whoami.connections.iter().map(|connection| health(connection, locale)).collect();
    if connections.is_empty() && whoami.role.is_some() {
        parts.push(locale.html(Key::WhoamiNotConnected, Args::new()));
    }
    parts.extend(fit(connections, locale));
    Rendered::new(Html::paragraphs(parts))
}

fn health(health: &ConnectionHealth, locale: Locale) -> Html {
    let connection = &health.connection;
    let well = health.health.is_ok() && health.missing_scopes.is_empty();
    let key = if well { Key::ConnectionHealthy } else { Key::ConnectionAiling };
    let args = Args::new().exact("portal", &connection.portal, NAME);
    let mut head = locale.html(key, args.name("person", &connection.person, NAME));
    if connection.is_default {
        head = locale.html(Key::ConnectionDefault, Args::new().html("connection", head));
    }
    let mut lines = vec![head];
    if let Err(why) = &health.health {
        lines.push(trouble::trouble(why, locale));
    }
    if !health.missing_scopes.is_empty() {
        let missing = &health.missing_scopes;
        let args = Args::new().number("count", missing.len());
        let args = args.html("scopes", trouble::scopes(missing, locale));
        lines.push(locale.html(Key::ConnectionLacks, args));
    }
    if let (Some(days), Ok(())) = (health.days_left, &health.health) {
        lines.push(locale.html(Key::ConnectionSignedIn, Args::new().number("count", days)));
    }
    lines.push(super::connect::generation(health.generation, locale));
    let since = Args::new().html("date", format::date(locale, health.since));
    lines.push(locale.html(Key::ConnectionSince, since));
    Html::lines(lines)
}

/// A text that can be forwarded, and a button that passes the link on.
pub(super) fn invite(bot: &str, token: &InviteToken, locale: Locale) -> Rendered {
    let link = format!("https://t.me/{bot}?start={}", token.expose());
    let args = Args::new().exact("bot", bot, NAME).exact("link", &link, WHOLE);
    let text = locale.html(Key::InviteText, args.number("hours", INVITE_LIFETIME.as_hours()));
    let link: String = byte_serialize(link.as_bytes()).collect();
    let share = locale.plain(Key::ButtonShare, Args::new());
    let share = Button::url(&share, format!("https://t.me/share/url?url={link}"));
    Rendered::new(text).with_keyboard(vec![vec![share]])
}

/// Everybody who is let in, a line each.
pub(super) fn supervisors(listed: &[Listed], locale: Locale) -> Rendered {
    let head = locale.html(Key::SupervisorsHead, Args::new().number("count", listed.len()));
    let rows = listed.iter().map(|listed| row(listed, locale)).collect();
    Rendered::new(Html::paragraphs([head, Html::lines(fit(rows, locale))]))
}

fn row(listed: &Listed, locale: Locale) -> Html {
    let row = match &listed.member {
        Some(member) => {
            let args = with_id(listed.id).name("name", &member.name, ROW);
            let args = args.choice("role", role_name(listed.role));
            let since = format::date(locale, member.since);
            locale.html(Key::SupervisorRow, args.html("date", since))
        }
        None => locale.html(Key::SupervisorRowEnvironment, with_id(listed.id)),
    };
    if listed.portals.is_empty() {
        return row;
    }
    let portals = Html::list(
        listed
            .portals
            .iter()
            .map(|portal| locale.html(Key::PortalName, Args::new().exact("portal", portal, ROW))),
    );
    locale.html(Key::SupervisorPortals, Args::new().html("row", row).html("portals", portals))
}

/// Somebody's access is gone.
pub(super) fn revoked(
    id: TelegramId,
    name: &str,
    connections: usize,
    silences: &[DialogId],
    locale: Locale,
) -> Rendered {
    let mut lines = vec![locale.html(Key::Revoked, with_id(id).name("name", name, NAME))];
    if connections > 0 {
        let args = Args::new().number("count", connections);
        lines.push(locale.html(Key::RevokedConnections, args));
    }
    if !silences.is_empty() {
        let shown: Vec<String> = silences.iter().take(SILENCES).map(DialogId::to_string).collect();
        let rest = if silences.len() > SILENCES { ", …" } else { "" };
        let args = Args::new().number("count", silences.len());
        let args = args.exact("dialogs", &format!("{}{rest}", shown.join(", ")), WHOLE);
        lines.push(locale.html(Key::RevokedSilences, args));
    }
    Rendered::new(Html::lines(lines))
}

/// Somebody's access stays.
pub(super) fn revoke_refused(problem: RevokeProblem, locale: Locale) -> Rendered {
    match problem {
        RevokeProblem::NotListed(id) => {
            Rendered::new(locale.html(Key::RevokeNotListed, with_id(id)))
        }
        RevokeProblem::AdminByEnvironment(id) => {
            Rendered::new(locale.html(Key::RevokeAdminByEnvironment, with_id(id)))
        }
        RevokeProblem::Oneself => Rendered::say(locale, Key::RevokeOneself),
    }
}

fn with_id(id: TelegramId) -> Args<'static> {
    Args::new().exact("id", &id.to_string(), NAME)
}
