//! Welcome, help, and who is let in.

use super::{Foreign, Sample, connections, dialogs, sample};
use crate::domain::{
    dialog::DialogId,
    invite::InviteToken,
    reply::{InviteProblem, Listed, Reply, RevokeProblem, Whoami},
    scope::Scope,
    silent_mode::Generation,
    supervisor::{Denial, Member, Role, TelegramId},
    trouble::Trouble,
};

const ID: TelegramId = TelegramId(123_456_789);

pub(super) fn welcomes(foreign: &Foreign) -> Vec<Sample> {
    let mut samples = Vec::new();
    for role in [Role::Supervisor, Role::Admin] {
        for connected in [true, false] {
            let case = format!("{role:?}, connected: {connected}");
            samples.extend([
                sample(format!("welcome, {case}"), Reply::Welcome { role, connected }),
                sample(format!("let in, {case}"), Reply::LetIn { role, connected }),
                sample(
                    format!("help, {case}"),
                    Reply::Help { role: Some(role), connected, dialog: None },
                ),
            ]);
        }
        samples.push(sample(format!("already in, {role:?}"), Reply::AlreadyIn { role }));
    }
    let role = Some(Role::Supervisor);
    for name in [None, Some(foreign.name.clone())] {
        let title = format!("help, own dialog, named: {}", name.is_some());
        let dialog = Some((dialogs::dialog(77), name));
        samples.push(sample(title, Reply::Help { role, connected: true, dialog }));
    }
    samples.extend([
        sample("help, stranger", Reply::Help { role: None, connected: false, dialog: None }),
        sample("invite unknown", Reply::InviteRefused(InviteProblem::Unknown)),
        sample("invite expired", Reply::InviteRefused(InviteProblem::Expired)),
        sample("language choice", Reply::LanguageChoice),
        sample("language changed", Reply::LanguageChanged),
    ]);
    samples
}

pub(super) fn people(foreign: &Foreign) -> Vec<Sample> {
    let name = foreign.name.clone();
    let token = InviteToken::from_random([0; 16]);
    vec![
        sample("stranger", Reply::Stranger { id: ID }),
        sample("denied, stranger", Reply::Denied(Denial::Stranger)),
        sample("denied, admins only", Reply::Denied(Denial::AdminsOnly)),
        sample("denied, private only", Reply::Denied(Denial::PrivateOnly)),
        sample("whoami, stranger", whoami(None, vec![])),
        sample("whoami, not connected", whoami(Some(Role::Supervisor), vec![])),
        sample("whoami, connected", whoami(Some(Role::Admin), health(foreign))),
        sample("invite", Reply::Invite { bot: "hushbot".to_owned(), token }),
        sample("supervisors", Reply::Supervisors(listed(foreign))),
        sample("revoked, 0", revoked(&name, 0)),
        sample("revoked, 1", revoked(&name, 1)),
        sample("revoked, 2", revoked(&name, 2)),
        sample("revoked, 1 silence", revoked_with(&name, 1, &[2024])),
        sample("revoked, 2 silences", revoked_with(&name, 1, &[2024, 2031])),
        sample(
            "revoked, many silences",
            revoked_with(&name, 3, &(2_000..2_040).collect::<Vec<_>>()),
        ),
        sample("revoke, not listed", Reply::RevokeRefused(RevokeProblem::NotListed(ID))),
        sample(
            "revoke, admin by environment",
            Reply::RevokeRefused(RevokeProblem::AdminByEnvironment(ID)),
        ),
        sample("revoke, oneself", Reply::RevokeRefused(RevokeProblem::Oneself)),
    ]
}

fn whoami(role: Option<Role>, connections: Vec<crate::domain::reply::ConnectionHealth>) -> Reply {
    Reply::Whoami(Whoami { id: ID, role, connections })
}

fn revoked(name: &str, connections: usize) -> Reply {
    revoked_with(name, connections, &[])
}

fn revoked_with(name: &str, connections: usize, silences: &[u64]) -> Reply {
    let silences = silences.iter().filter_map(|id| DialogId::new(*id)).collect();
    Reply::Revoked { id: ID, name: name.to_owned(), connections, silences }
}

fn health(foreign: &Foreign) -> Vec<crate::domain::reply::ConnectionHealth> {
    let base = connections::health(foreign, 0);
    let mut lacking = connections::health(foreign, 1);
    lacking.missing_scopes = vec![Scope::OpenLines, Scope::Im];
    lacking.generation = Generation::ChatWide;
    let mut refused = connections::health(foreign, 2);
    refused.missing_scopes = vec![Scope::Im];
    refused.generation = Generation::Unknown;
    refused.health = Err(Trouble::CredentialsRefused);
    let mut signed_in = connections::health(foreign, 3);
    signed_in.days_left = Some(174);
    vec![base, lacking, refused, signed_in]
}

fn listed(foreign: &Foreign) -> Vec<Listed> {
    let member = Member {
        id: ID,
        role: Role::Supervisor,
        name: foreign.name.clone(),
        since: "2026-03-05T12:00:00Z".parse().unwrap(),
        invited_by: None,
    };
    let hosts = |count| vec![foreign.host.clone(); count];
    vec![
        Listed { id: TelegramId(1), role: Role::Admin, member: None, portals: hosts(1) },
        Listed { id: ID, role: Role::Admin, member: Some(member.clone()), portals: hosts(0) },
        Listed { id: ID, role: Role::Supervisor, member: Some(member), portals: hosts(2) },
    ]
}
