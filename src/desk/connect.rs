//! Connecting a portal: what was pasted is checked on the portal before it is kept.

use crate::{
    domain::{
        access::Access,
        connection::ConnectionFacts,
        hint::{Hint, HintFor},
        reply::{ConnectProblem, Connected, Reply},
        scope::Scope,
        sign_in::SignInReply,
        silent_mode::{Generation, Reading},
        supervisor::{Role, Supervisor, TelegramId},
        webhook::Webhook,
    },
    portal::{Portal, PortalError, SILENT_METHOD},
};

use super::{Desk, DeskError};

/// How many of the person's dialogs are looked at for the generation.
const LOOK_AT: usize = 20;

/// What the portal answered when it was asked about an access.
pub(super) struct Inspection {
    person: String,
    zone: Option<String>,
    pub(super) user: u64,
    scopes: Vec<String>,
    can_switch: bool,
    generation: Generation,
}

impl Desk {
    /// Answers `/connect` alone.
    pub fn how_to_connect(&self, role: Option<Role>) -> Reply {
        if self.settings.apps.any() {
            return Reply::SignIn(SignInReply::HowTo);
        }
        Reply::Hint(HintFor { hint: Hint::NoWebhook, role })
    }

    /// Checks a pasted webhook on its portal and keeps it.
    pub async fn connect(&self, who: &Supervisor, pasted: &str) -> Result<Reply, DeskError> {
        let failed = |problem| Ok(Reply::ConnectFailed(problem));
        let webhook = match Webhook::parse(pasted, self.settings.policy) {
            Ok(webhook) => webhook,
            Err(error) => return failed(ConnectProblem::Webhook(error)),
        };
        // Whoever connects anew wants to be asked anew.
        let webhook = Access::from(webhook);
        self.portals.forget_blocks(&webhook);
        let portal = self.portals.via(&webhook);
        let seen = match inspect(&portal).await {
            Ok(seen) => seen,
            Err(error) => return failed(ConnectProblem::Trouble(error.trouble(self.now()))),
        };
        if seen.user != webhook.user() {
            return failed(ConnectProblem::OtherUser);
        }
        let webhook = match portal.moved() {
            Some(address) => webhook.moved_to(address),
            None => webhook,
        };
        Ok(Reply::Connected(self.keep(who.id(), webhook, seen).await?))
    }

    /// Keeps a connection that was looked at.
    pub(super) async fn keep(
        &self,
        who: TelegramId,
        access: Access,
        seen: Inspection,
    ) -> Result<Connected, DeskError> {
        let missing_scopes = Scope::missing_from(&seen.scopes);
        let facts = ConnectionFacts {
            person: seen.person,
            scopes: seen.scopes,
            generation: seen.generation,
            since: self.now(),
            closed: false,
            ended: None,
            untold: false,
            zone: seen.zone,
        };
        let (connection, replaced) = self.records.save_connection(who, access, &facts).await?;
        let others = self.records.connections(who).await?.len() > 1;
        tracing::info!(person = %who, portal = %connection.portal(), "connected");
        Ok(Connected {
            portal: connection.portal(),
            person: connection.facts.person,
            missing_scopes,
            can_switch: seen.can_switch,
            generation: seen.generation,
            replaced,
            others,
        })
    }
}

/// Asks who the access acts as, what it may do, and which generation the portal is of. Changes
/// nothing there.
pub(super) async fn inspect(portal: &Portal<'_>) -> Result<Inspection, PortalError> {
    let profile = portal.profile().await?;
    let scopes = portal.scopes().await?;
    let has = |scope: Scope| scopes.iter().any(|name| name == scope.name());
    // Without the scope, `method.get` says "not available"; the missing scope is reported anyway.
    // A portal that can't be asked is not held against the webhook: the first switch will tell.
    let state = portal.method_state(SILENT_METHOD).await;
    let can_switch =
        state.map_or(true, |state| state.existing && (state.available || !has(Scope::OpenLines)));
    let generation = if has(Scope::Im) && has(Scope::OpenLines) {
        early_look(portal).await
    } else {
        Generation::Unknown
    };
    let (person, zone, user) = (profile.name, profile.zone, profile.user_id);
    Ok(Inspection { person, zone, user, scopes, can_switch, generation })
}

/// What the person's open dialogs, as they stand, tell of the generation. Mostly nothing: only a
/// dialog whose two places disagree proves something. The first switch will tell.
async fn early_look(portal: &Portal<'_>) -> Generation {
    let Ok(mut dialogs) = portal.own_dialogs().await else { return Generation::Unknown };
    dialogs.truncate(LOOK_AT);
    let ids: Vec<_> = dialogs.iter().map(|dialog| dialog.id).collect();
    if ids.is_empty() {
        return Generation::Unknown;
    }
    let Ok(sessions) = portal.is_silent(&ids).await else { return Generation::Unknown };
    let evidence = dialogs
        .iter()
        .zip(sessions)
        .map(|(dialog, session)| Reading { session, field: dialog.field }.evidence());
    evidence.into_iter().find(|found| *found != Generation::Unknown).unwrap_or_default()
}
