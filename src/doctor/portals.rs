//! Each connection, asked on its portal.

use jiff::Timestamp;

use super::{Group, Report};
use crate::{
    app,
    config::{Config, Manners},
    domain::{
        access::Tokens, connection::Connection, scope::Scope, silent_mode::Generation,
        trouble::Trouble,
    },
    portal::{Patience, PortalClient, PortalError, SILENT_METHOD},
    store::Records,
};

const GROUP: Group = Group::Portals;

pub(super) async fn check(config: &Config, records: &Records, now: Timestamp, report: &mut Report) {
    // Whoever looks wants to know at once; what may pass is said to pass.
    let manners = Manners { patience: Patience::none(), ..config.manners };
    let portals = match PortalClient::new(app::portal_settings(
        config.portals,
        manners,
        config.auth_servers.clone(),
    )) {
        Ok(portals) => portals,
        Err(error) => {
            report.error(GROUP, "client", error.to_string(), "check the system's certificates");
            return;
        }
    };
    let connections = match records.all_connections().await {
        Ok(connections) => connections,
        Err(error) => {
            report.error(GROUP, "connections", error.to_string(), "see docs/keys.md");
            return;
        }
    };
    if connections.is_empty() {
        report.ok(GROUP, "connections", "none yet: /connect makes one");
    }
    for connection in &connections {
        let name = format!("{} of {}", connection.portal(), connection.owner);
        if let Some(signed_in) = connection.access.signed_in() {
            let days = signed_in.tokens.days_left(now);
            if connection.facts.ended.is_some() {
                let advice = "its owner signs in anew, with /connect";
                report.error(GROUP, &name, "the sign-in has ended", advice);
                continue;
            }
            // A new token is the bot's to ask for: the old one would be used up.
            if now.duration_since(signed_in.tokens.given_at) >= Tokens::LIVES {
                let left = format!("signed in, {days} days left; not asked: its token has expired");
                report.ok(GROUP, &name, &left);
                continue;
            }
        }
        match ask(&portals, connection).await {
            Ok(finding) => finding.tell(&name, report),
            Err(error) => {
                let trouble = error.trouble(now);
                let advice = advice(&trouble);
                if trouble.may_pass() {
                    report.warning(GROUP, &name, error.to_string(), advice);
                } else {
                    report.error(GROUP, &name, error.to_string(), advice);
                }
            }
        }
    }
}

/// What a portal told.
struct Finding {
    person: String,
    missing: Vec<Scope>,
    /// The silent mode can be switched, where the portal tells.
    can_switch: bool,
    generation: Generation,
}

async fn ask(portals: &PortalClient, connection: &Connection) -> Result<Finding, PortalError> {
    let portal = portals.via(&connection.access);
    let profile = portal.profile().await?;
    let scopes = portal.scopes().await?;
    let state = portal.method_state(SILENT_METHOD).await?;
    let missing = Scope::missing_from(&scopes);
    let granted = !missing.contains(&Scope::OpenLines);
    let can_switch = state.existing && (state.available || !granted);
    let person = format!("{} (user {})", profile.name, profile.user_id);
    Ok(Finding { person, missing, can_switch, generation: connection.facts.generation })
}

impl Finding {
    fn tell(self, name: &str, report: &mut Report) {
        let Self { person, missing, can_switch, generation } = self;
        let names: Vec<&str> = missing.iter().map(|scope| scope.name()).collect();
        if !can_switch {
            let finding = format!("{person}: the portal has no silent mode to switch");
            let advice = "the portal's module of open channels is missing or too old";
            report.error(GROUP, name, finding, advice);
            return;
        }
        if !missing.is_empty() {
            let finding = format!("{person}: lacks {}", names.join(", "));
            let advice = "its owner grants the scopes in the webhook's settings";
            if missing.iter().any(|scope| scope.is_required()) {
                report.error(GROUP, name, finding, advice);
            } else {
                report.warning(GROUP, name, finding, advice);
            }
            return;
        }
        let flag = match generation {
            Generation::Unknown => {
                "not known yet whose flag silent mode is; the first switch tells"
            }
            Generation::ChatWide => "the flag is the chat's",
            Generation::Personal => "the flag is each person's own",
        };
        report.ok(GROUP, name, format!("{person}; {flag}"));
    }
}

fn advice(trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::CredentialsRefused
        | Trouble::NobodyBehindCredentials
        | Trouble::WrongKindOfCredentials
        | Trouble::AppRemoved => "its owner makes a new webhook and sends it with /connect",
        Trouble::SignedOut(_) => "its owner signs in anew, with /connect",
        Trouble::UserInactive | Trouble::NotAnEmployee | Trouble::AppRestricted => {
            "that person may not act there any more: /revoke, or a portal's admin"
        }
        Trouble::PortalDeleted => "the portal is closed: its owner sends /disconnect",
        Trouble::PlanRequired | Trouble::TariffLacksFeature => "the portal's plan lacks REST",
        Trouble::BlockedByVendor => "Bitrix24 blocked the portal's REST: ask its support",
        Trouble::ConfirmationWaiting | Trouble::ConfirmationDenied => {
            "a portal's admin has to allow the call"
        }
        Trouble::AddressRefused | Trouble::HttpsRequired | Trouble::RedirectRefused => {
            "a private address or http needs HUSHBOT_ALLOW_INSECURE_PORTALS=true"
        }
        _ if trouble.may_pass() => "it may pass; check the network from this machine",
        _ => "its owner asks the bot with /whoami",
    }
}
