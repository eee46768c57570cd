//! Portals: connected, refused, chosen and forgotten.

use super::{Foreign, Sample, sample};
use crate::domain::{
    connection::ConnectionId,
    reply::{ConnectProblem, Connected, ConnectionHealth, ListedConnection, PortalPurpose, Reply},
    scope::Scope,
    sign_in::{Ended, NoWay, NotDone, Page, PortalName, SignInReply, SignedOut},
    silent_mode::Generation,
    trouble::Trouble,
    webhook::WebhookError,
};

pub(super) fn health(foreign: &Foreign, id: u16) -> ConnectionHealth {
    ConnectionHealth {
        connection: listed(foreign, id),
        days_left: None,
        generation: Generation::Personal,
        since: "2026-03-05T12:00:00Z".parse().unwrap(),
        missing_scopes: vec![],
        health: Ok(()),
    }
}

fn listed(foreign: &Foreign, id: u16) -> ListedConnection {
    ListedConnection {
        id: ConnectionId(id),
        portal: foreign.host.clone(),
        person: foreign.name.clone(),
        is_default: id == 0,
    }
}

pub(super) fn connections(foreign: &Foreign) -> Vec<Sample> {
    let portal = || foreign.host.clone();
    let choice = |purpose| Reply::PortalChoice {
        purpose,
        connections: (0..3).map(|id| listed(foreign, id)).collect(),
    };
    let mut samples = connected(foreign);
    for error in [
        WebhookError::NotAUrl,
        WebhookError::NotHttps,
        WebhookError::NoRestPath,
        WebhookError::NoUser,
        WebhookError::NoSecret,
        WebhookError::AddressRefused,
    ] {
        let problem = ConnectProblem::Webhook(error);
        samples.push(sample(format!("connect, {error:?}"), Reply::ConnectFailed(problem)));
    }
    let trouble = ConnectProblem::Trouble(Trouble::CredentialsRefused);
    samples.extend([
        sample("connect, other user", Reply::ConnectFailed(ConnectProblem::OtherUser)),
        sample("connect, trouble", Reply::ConnectFailed(trouble)),
        sample("choose a portal to use", choice(PortalPurpose::Use)),
        sample("choose a portal to forget", choice(PortalPurpose::Forget)),
        sample("portal chosen", Reply::PortalChosen { portal: portal() }),
        sample("disconnected", Reply::Disconnected { portal: portal() }),
        sample("not connected", Reply::NotConnected),
    ]);
    for deleted in [true, false] {
        for exposed in [true, false] {
            let inner = Box::new(Reply::Disconnected { portal: portal() });
            samples.push(sample(
                format!("secret seen, deleted: {deleted}, exposed: {exposed}"),
                Reply::SecretSeen { deleted, exposed, inner },
            ));
        }
    }
    samples.extend(sign_ins(foreign));
    samples
}

fn sign_ins(foreign: &Foreign) -> Vec<Sample> {
    let portal = || portal_name(foreign);
    let mut samples = vec![("how to", SignInReply::HowTo)];
    let url = "https://acme.bitrix24.com/oauth/authorize/?client_id=local.1&state=x".to_owned();
    samples.push(("go there", SignInReply::GoThere { portal: portal(), url, minutes: 10 }));
    for (title, why) in [
        ("no keys", NoWay::NoKeys),
        ("no public address", NoWay::NoPublicAddress),
        ("no address", NoWay::Address(WebhookError::AddressRefused)),
    ] {
        samples.push((title, SignInReply::NoWay { portal: portal(), why }));
    }
    for (title, why) in [
        ("abandoned", NotDone::Abandoned),
        ("other portal", NotDone::OtherPortal),
        ("too late", NotDone::TooLate),
        ("keys refused", NotDone::Ended(Ended::KeysRefused)),
        ("trouble", NotDone::Trouble(Trouble::AuthServerSilent)),
    ] {
        samples.push((title, SignInReply::NotDone { portal: portal(), why }));
    }
    for (title, why) in [
        ("ended, over", Ended::Over),
        ("ended, unpaid", Ended::Unpaid),
        ("ended, app removed", Ended::AppRemoved),
    ] {
        samples.push((title, SignInReply::Ended(SignedOut { portal: portal(), why })));
    }
    let samples = samples.into_iter();
    samples
        .map(|(title, reply)| sample(format!("sign in, {title}"), Reply::SignIn(reply)))
        .collect()
}

/// The pages that a browser shows.
pub(in crate::i18n::tests) fn pages(foreign: &Foreign) -> Vec<(String, Page)> {
    let (portal, person, owner) = (foreign.host.clone(), foreign.name.clone(), "Sam".to_owned());
    [
        Page::Connected { portal, person, owner },
        Page::GoesOn,
        Page::NotDone,
        Page::Unknown,
        Page::Expired,
    ]
    .into_iter()
    .map(|page| {
        let name = format!("{page:?}");
        (format!("page, {}", name.split(' ').next().unwrap_or_default()), page)
    })
    .collect()
}

/// A portal to sign in on: only what is a host can be one, however long.
pub(super) fn portal_name(foreign: &Foreign) -> PortalName {
    let long = format!("{}.example", "w".repeat(60));
    let host = if foreign.host.len() > 100 { &long } else { "acme.bitrix24.com" };
    PortalName::read(host).unwrap()
}

fn connected(foreign: &Foreign) -> Vec<Sample> {
    let base = Connected {
        portal: foreign.host.clone(),
        person: foreign.name.clone(),
        missing_scopes: vec![],
        can_switch: true,
        generation: Generation::Unknown,
        replaced: false,
        others: false,
    };
    let lacking = |missing_scopes| Connected { missing_scopes, ..base.clone() };
    [
        ("first", base.clone()),
        ("chat-wide, replaced, one of several", {
            let generation = Generation::ChatWide;
            Connected { generation, replaced: true, others: true, ..base.clone() }
        }),
        ("personal", Connected { generation: Generation::Personal, ..base.clone() }),
        ("without im", lacking(vec![Scope::Im])),
        ("without any scope", Connected { can_switch: false, ..lacking(Scope::ALL.to_vec()) }),
        ("cannot switch", Connected { can_switch: false, ..base.clone() }),
    ]
    .into_iter()
    .map(|(title, connected)| sample(format!("connected, {title}"), Reply::Connected(connected)))
    .collect()
}
