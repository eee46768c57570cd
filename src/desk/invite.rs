//! Letting people in and out.

use std::collections::BTreeMap;

use super::{Desk, DeskError};
use crate::{
    domain::{
        connection::Connection,
        invite::{INVITE_LIFETIME, Invite, InviteToken},
        reply::{InviteProblem, Listed, Reply, RevokeProblem},
        supervisor::{Admin, Member, Role, TelegramId},
    },
    store::{Effect, Revoked},
};

impl Desk {
    /// Makes a one-time link for a supervisor, once for an update. `bot` is the bot's name in
    /// Telegram.
    pub async fn invite(&self, admin: &Admin, bot: &str, update: u64) -> Result<Reply, DeskError> {
        if let Some(Effect::Invited { token }) = self.records.effect(update).await? {
            return Ok(Reply::Invite { bot: bot.to_owned(), token });
        }
        let token = new_token()?;
        let invite = Invite {
            role: Role::Supervisor,
            by: Some(admin.id()),
            expires_at: self.now() + INVITE_LIFETIME,
        };
        self.records.once(update).put_invite(&token, &invite).await?;
        Ok(Reply::Invite { bot: bot.to_owned(), token })
    }

    /// The token of a link that makes whoever opens it first the admin, or `None` where somebody
    /// is admin already. A new one ends the one before.
    pub async fn first_admin_token(&self) -> Result<Option<InviteToken>, DeskError> {
        let members = self.records.members().await?;
        let in_store = members.iter().any(|member| member.role == Role::Admin);
        if in_store || !self.settings.admins.is_empty() {
            self.records.delete_first_admin_invite().await?;
            return Ok(None);
        }
        let token = new_token()?;
        let expires_at = self.now() + INVITE_LIFETIME;
        let invite = Invite { role: Role::Admin, by: None, expires_at };
        self.records.replace_first_admin_invite(&token.hash(), &invite).await?;
        Ok(Some(token))
    }

    /// Opens an invite for whoever sent its token, once for an update.
    pub async fn open_invite(
        &self,
        id: TelegramId,
        name: &str,
        token: Option<InviteToken>,
        update: u64,
    ) -> Result<Reply, DeskError> {
        if let Some(Effect::Redeemed { role }) = self.records.effect(update).await? {
            return Ok(Reply::LetIn { role, connected: self.is_connected(id).await? });
        }
        let refused = |problem| Ok(Reply::InviteRefused(problem));
        let Some(token) = token else { return refused(InviteProblem::Unknown) };
        let hash = token.hash();
        let Some(invite) = self.records.invite(&hash).await? else {
            return refused(InviteProblem::Unknown);
        };
        if invite.expires_at <= self.now() {
            return refused(InviteProblem::Expired);
        }
        if let Some(role) = self.role(id).await?.filter(|role| *role >= invite.role) {
            return Ok(Reply::AlreadyIn { role });
        }
        let member = Member {
            id,
            role: invite.role,
            name: name.to_owned(),
            since: self.now(),
            invited_by: invite.by,
        };
        if !self.records.once(update).redeem(&hash, &invite, &member).await? {
            return refused(InviteProblem::Unknown);
        }
        tracing::info!(person = %id, role = ?invite.role, "let in");
        Ok(Reply::LetIn { role: invite.role, connected: self.is_connected(id).await? })
    }

    /// Lists everybody who is let in, admins first.
    pub async fn supervisors(&self, _admin: &Admin) -> Result<Reply, DeskError> {
        let mut people: BTreeMap<TelegramId, (Role, Option<Member>)> = BTreeMap::new();
        for member in self.records.members().await? {
            people.insert(member.id, (member.role, Some(member)));
        }
        for id in &self.settings.admins {
            people.entry(*id).or_insert((Role::Admin, None)).0 = Role::Admin;
        }
        let mut list = Vec::with_capacity(people.len());
        for (id, (role, member)) in people {
            let connections = self.records.connections(id).await?;
            let portals = connections.iter().map(Connection::portal).collect();
            list.push(Listed { id, role, member, portals });
        }
        list.sort_by_key(|listed| std::cmp::Reverse(listed.role));
        Ok(Reply::Supervisors(list))
    }

    /// Takes somebody's access and credentials away, once for an update.
    pub async fn revoke(
        &self,
        admin: &Admin,
        id: TelegramId,
        update: u64,
    ) -> Result<Reply, DeskError> {
        if let Some(Effect::Revoked { name, connections, silences }) =
            self.records.effect(update).await?
        {
            return Ok(Reply::Revoked { id, name, connections, silences });
        }
        let refused = |problem| Ok(Reply::RevokeRefused(problem));
        if id == admin.id() {
            return refused(RevokeProblem::Oneself);
        }
        if self.settings.admins.contains(&id) {
            return refused(RevokeProblem::AdminByEnvironment(id));
        }
        // First, so that nobody comes back from a portal in between.
        self.drop_sign_ins(id, None).await?;
        let Some(revoked) = self.records.once(update).revoke(id).await? else {
            return refused(RevokeProblem::NotListed(id));
        };
        self.watched.retain(|watch| watch.owner != id);
        self.schedule.forget(id);
        tracing::info!(person = %id, by = %admin.id(), "access taken away");
        let Revoked { member, connections, silences } = revoked;
        Ok(Reply::Revoked { id, name: member.name, connections, silences })
    }
}

fn new_token() -> Result<InviteToken, DeskError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(DeskError::Random)?;
    Ok(InviteToken::from_random(bytes))
}
