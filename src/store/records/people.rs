//! Who is let in.

use super::{Effect, Found, Records, connections::owner_prefix, person_key, raw, retry, to_json};
use crate::{
    domain::{
        dialog::DialogId,
        supervisor::{Member, TelegramId},
    },
    store::{Batch, StoreError, Table},
};

/// What somebody had before it was taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// Who they were.
    pub member: Member,
    /// How many connections of theirs were forgotten.
    pub connections: usize,
    /// The dialogs whose silence was to end by itself, through their connections.
    pub silences: Vec<DialogId>,
}

impl Records {
    /// The member with this id; `None` for a stranger.
    pub async fn member(&self, id: TelegramId) -> Result<Option<Member>, StoreError> {
        let found = self.find(Table::People, &person_key(id)).await?;
        Ok(found.map(|found| found.value))
    }

    /// All members, by id.
    pub async fn members(&self) -> Result<Vec<Member>, StoreError> {
        let rows = self.store.scan(Table::People, &[], usize::MAX).await?;
        rows.into_iter()
            .map(|(_, raw)| Found::read(Table::People, raw).map(|found| found.value))
            .collect()
    }

    /// Lets somebody in, or replaces what they were.
    pub async fn admit(&self, member: &Member) -> Result<(), StoreError> {
        self.store.commit(put_member(Batch::new(), member)?).await
    }

    /// Takes away the access of a member, their settings, connections, timers and watches, and the
    /// invites that they made. `None` if they were none. What stays is the audit log, and in the
    /// rows of those whom they invited that they did.
    pub async fn revoke(&self, id: TelegramId) -> Result<Option<Revoked>, StoreError> {
        self.revoke_marked(id, None).await
    }

    /// The same; marks the update `once`.
    pub(super) async fn revoke_marked(
        &self,
        id: TelegramId,
        once: Option<u64>,
    ) -> Result<Option<Revoked>, StoreError> {
        retry(|| self.try_revoke(id, once)).await
    }

    async fn try_revoke(
        &self,
        id: TelegramId,
        once: Option<u64>,
    ) -> Result<Option<Revoked>, StoreError> {
        self.refuse_repeat(once).await?;
        let key = person_key(id);
        let Some(member) = self.find::<Member>(Table::People, &key).await? else {
            return Ok(None);
        };
        // Read before the connections: each new one changes the settings, so that none which the
        // scan misses stays behind.
        let settings = self.settings_row(id).await?;
        let connections =
            self.store.scan(Table::Connections, &owner_prefix(id), usize::MAX).await?;
        let mut batch = Batch::new()
            .expect(Table::People, &key, Some(&member.raw))
            .expect(Table::Settings, &key, raw(settings.as_ref()))
            .delete(Table::People, &key)
            .delete(Table::Settings, &key);
        for (connection, _) in &connections {
            batch = batch.delete(Table::Connections, connection);
        }
        let batch = self.end_watches(batch, id, None).await?;
        let batch = self.end_sign_ins(batch, id).await?;
        let batch = self.end_invites(batch, id).await?;
        let (batch, silences) = self.end_timers(batch, id).await?;
        let connections = connections.len();
        let name = member.value.name.clone();
        let effect = Effect::Revoked { name, connections, silences: silences.clone() };
        let batch = self.mark(batch, once.map(|update| (update, &effect)))?;
        self.store.commit(batch).await?;
        Ok(Some(Revoked { member: member.value, connections, silences }))
    }
}

/// Adds the writing of a member to a batch.
pub(super) fn put_member(batch: Batch, member: &Member) -> Result<Batch, StoreError> {
    let value = to_json(Table::People, member)?;
    Ok(batch.put(Table::People, &person_key(member.id), value))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            bench::{Bench, member},
            connections::tests::{facts, webhook},
        },
        *,
    };
    use crate::domain::supervisor::Role;

    #[tokio::test]
    async fn members_come_and_are_listed_by_id() {
        let Bench { records, .. } = &Bench::new().await;
        assert_eq!(records.member(TelegramId(7)).await.unwrap(), None);
        assert_eq!(records.members().await.unwrap(), []);
        let members = [1, 255, 256, u64::MAX].map(|id| member(id, Role::Supervisor));
        for member in members.iter().rev() {
            records.admit(member).await.unwrap();
        }
        assert_eq!(records.members().await.unwrap(), members);
        let promoted = member(255, Role::Admin);
        records.admit(&promoted).await.unwrap();
        assert_eq!(records.member(TelegramId(255)).await.unwrap(), Some(promoted));
        assert_eq!(records.members().await.unwrap().len(), 4);
    }

    #[tokio::test]
    async fn who_is_revoked_leaves_nothing_behind() {
        let Bench { records, .. } = &Bench::new().await;
        assert_eq!(records.revoke(TelegramId(1)).await.unwrap(), None);
        for id in [1, 2] {
            records.admit(&member(id, Role::Supervisor)).await.unwrap();
            records.set_language(TelegramId(id), Some("ru")).await.unwrap();
            for host in ["a", "b"] {
                records.save_connection(TelegramId(id), &webhook(host, 7), &facts()).await.unwrap();
            }
        }
        let revoked = records.revoke(TelegramId(1)).await.unwrap();
        let expected =
            Revoked { member: member(1, Role::Supervisor), connections: 2, silences: Vec::new() };
        assert_eq!(revoked, Some(expected));
        assert_eq!(records.member(TelegramId(1)).await.unwrap(), None);
        assert_eq!(
            records.settings(TelegramId(1)).await.unwrap(),
            crate::store::Settings::default()
        );
        assert_eq!(records.connections(TelegramId(1)).await.unwrap().len(), 0);
        assert_eq!(records.connections(TelegramId(2)).await.unwrap().len(), 2);
        assert_eq!(records.revoke(TelegramId(1)).await.unwrap(), None);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_connection_made_meanwhile_is_gone_or_was_made_afterwards() {
        let Bench { records, .. } = &Bench::new().await;
        for id in (1..40).map(TelegramId) {
            records.admit(&member(id.0, Role::Supervisor)).await.unwrap();
            let (webhook, facts) = (webhook("a", 7), facts());
            let saving = records.save_connection(id, &webhook, &facts);
            let (saved, revoked) = tokio::join!(saving, records.revoke(id));
            saved.unwrap();
            let left = records.connections(id).await.unwrap().len();
            assert_eq!(left + revoked.unwrap().unwrap().connections, 1);
        }
    }
}
