//! Invites that nobody has used yet. Only hashes of their tokens are kept.

use super::{Effect, Found, Records, people::put_member, retry, to_json};
use crate::{
    domain::{
        invite::{Invite, InviteHash},
        supervisor::{Member, TelegramId},
    },
    store::{Batch, StoreError, Table},
};

/// The row of `Meta` that holds the hash of the first start's invite.
pub(super) const FIRST_ADMIN_INVITE: &[u8] = b"first_admin_invite";

impl Records {
    /// Keeps an invite.
    pub async fn put_invite(&self, hash: &InviteHash, invite: &Invite) -> Result<(), StoreError> {
        self.put_invite_marked(hash, invite, None).await
    }

    /// The same, with an effect.
    pub(super) async fn put_invite_marked(
        &self,
        hash: &InviteHash,
        invite: &Invite,
        mark: Option<(u64, &Effect)>,
    ) -> Result<(), StoreError> {
        retry(|| self.try_put_invite(hash, invite, mark)).await
    }

    async fn try_put_invite(
        &self,
        hash: &InviteHash,
        invite: &Invite,
        mark: Option<(u64, &Effect)>,
    ) -> Result<(), StoreError> {
        self.refuse_repeat(mark.map(|(update, _)| update)).await?;
        let batch = self.mark(Batch::new(), mark)?;
        self.store.commit(put(batch, hash, invite)?).await
    }

    /// The invite with this hash, also one that has ended and was not swept out yet.
    pub async fn invite(&self, hash: &InviteHash) -> Result<Option<Invite>, StoreError> {
        Ok(self.find(Table::Invites, &hash.0).await?.map(|found| found.value))
    }

    /// Uses up an invite and lets the member in, both or neither. `false` if the invite is not
    /// there as it was: somebody else was faster.
    pub async fn redeem(
        &self,
        hash: &InviteHash,
        invite: &Invite,
        member: &Member,
    ) -> Result<bool, StoreError> {
        self.redeem_marked(hash, invite, member, None).await
    }

    /// The same, with an effect.
    pub(super) async fn redeem_marked(
        &self,
        hash: &InviteHash,
        invite: &Invite,
        member: &Member,
        mark: Option<(u64, &Effect)>,
    ) -> Result<bool, StoreError> {
        retry(|| self.try_redeem(hash, invite, member, mark)).await
    }

    async fn try_redeem(
        &self,
        hash: &InviteHash,
        invite: &Invite,
        member: &Member,
        mark: Option<(u64, &Effect)>,
    ) -> Result<bool, StoreError> {
        self.refuse_repeat(mark.map(|(update, _)| update)).await?;
        let Some(found) = self.find::<Invite>(Table::Invites, &hash.0).await? else {
            return Ok(false);
        };
        if found.value != *invite {
            return Ok(false);
        }
        let batch = Batch::new()
            .expect(Table::Invites, &hash.0, Some(&found.raw))
            .delete(Table::Invites, &hash.0);
        let batch = self.mark(put_member(batch, member)?, mark)?;
        self.store.commit(batch).await.map(|()| true)
    }

    /// Adds to a batch that the invites which somebody made are forgotten.
    pub(super) async fn end_invites(
        &self,
        mut batch: Batch,
        by: TelegramId,
    ) -> Result<Batch, StoreError> {
        for (key, raw) in self.store.scan(Table::Invites, &[], usize::MAX).await? {
            if Found::<Invite>::read(Table::Invites, raw)?.value.by == Some(by) {
                batch = batch.delete(Table::Invites, &key);
            }
        }
        Ok(batch)
    }

    /// Keeps the invite that makes the first admin, in place of the one of an earlier start.
    pub async fn replace_first_admin_invite(
        &self,
        hash: &InviteHash,
        invite: &Invite,
    ) -> Result<(), StoreError> {
        retry(|| self.try_replace_first_admin_invite(Some((hash, invite)))).await
    }

    /// Takes back the invite that would make the first admin, if there is one: for when there is
    /// an admin.
    pub async fn delete_first_admin_invite(&self) -> Result<(), StoreError> {
        retry(|| self.try_replace_first_admin_invite(None)).await
    }

    async fn try_replace_first_admin_invite(
        &self,
        new: Option<(&InviteHash, &Invite)>,
    ) -> Result<(), StoreError> {
        let old = self.store.get(Table::Meta, FIRST_ADMIN_INVITE).await?;
        let mut batch = Batch::new().expect(Table::Meta, FIRST_ADMIN_INVITE, old.as_deref());
        if let Some(old) = &old {
            batch = batch.delete(Table::Invites, old);
        }
        batch = match new {
            Some((hash, invite)) => {
                put(batch, hash, invite)?.put(Table::Meta, FIRST_ADMIN_INVITE, hash.0)
            }
            None => batch.delete(Table::Meta, FIRST_ADMIN_INVITE),
        };
        self.store.commit(batch).await
    }
}

fn put(batch: Batch, hash: &InviteHash, invite: &Invite) -> Result<Batch, StoreError> {
    Ok(batch.put(Table::Invites, &hash.0, to_json(Table::Invites, invite)?))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use jiff::Timestamp;

    use super::{
        super::bench::{Bench, member},
        *,
    };
    use crate::domain::supervisor::Role;

    fn hash(byte: u8) -> InviteHash {
        InviteHash([byte; 32])
    }

    fn hour(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + hours.hours()
    }

    fn invite(expires_at: Timestamp) -> Invite {
        Invite { role: Role::Supervisor, by: Some(TelegramId(1)), expires_at }
    }

    async fn count(bench: &Bench) -> usize {
        bench.store.scan(Table::Invites, &[], usize::MAX).await.unwrap().len()
    }

    #[tokio::test]
    async fn an_invite_lets_one_person_in_once() {
        let Bench { records, .. } = &Bench::new().await;
        let (invite, other) = (invite(hour(24)), invite(hour(25)));
        let (first, second) = (member(7, Role::Supervisor), member(8, Role::Supervisor));
        assert!(!records.redeem(&hash(1), &invite, &first).await.unwrap());
        records.put_invite(&hash(1), &invite).await.unwrap();
        assert!(!records.redeem(&hash(1), &other, &first).await.unwrap());
        assert!(!records.redeem(&hash(2), &invite, &first).await.unwrap());
        assert_eq!(records.members().await.unwrap(), []);
        assert!(records.redeem(&hash(1), &invite, &first).await.unwrap());
        assert!(!records.redeem(&hash(1), &invite, &second).await.unwrap());
        assert_eq!(records.members().await.unwrap(), [first]);
        assert_eq!(records.invite(&hash(1)).await.unwrap(), None);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn of_sixteen_who_open_an_invite_at_once_one_gets_in() {
        let Bench { records, .. } = &Bench::new().await;
        let invite = invite(hour(24));
        records.put_invite(&hash(1), &invite).await.unwrap();
        let rivals: Vec<_> = (1..=16)
            .map(|id| {
                let (records, invite) = (records.clone(), invite.clone());
                tokio::spawn(async move {
                    records.redeem(&hash(1), &invite, &member(id, Role::Supervisor)).await.unwrap()
                })
            })
            .collect();
        let mut winners = 0;
        for rival in rivals {
            winners += usize::from(rival.await.unwrap());
        }
        assert_eq!(winners, 1);
        assert_eq!(records.members().await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn there_is_one_invite_for_a_first_admin_at_most() {
        let bench = Bench::new().await;
        let records = &bench.records;
        let first = Invite { role: Role::Admin, by: None, expires_at: hour(24) };
        records.delete_first_admin_invite().await.unwrap();
        records.put_invite(&hash(9), &invite(hour(24))).await.unwrap();
        for start in 1..4 {
            records.replace_first_admin_invite(&hash(start), &first).await.unwrap();
            assert_eq!(count(&bench).await, 2);
            assert_eq!(records.invite(&hash(start)).await.unwrap(), Some(first.clone()));
        }
        // A restart with the same token replaces it by itself.
        records.replace_first_admin_invite(&hash(3), &first).await.unwrap();
        assert_eq!(count(&bench).await, 2);
        assert!(records.redeem(&hash(3), &first, &member(1, Role::Admin)).await.unwrap());
        records.delete_first_admin_invite().await.unwrap();
        assert_eq!(records.invite(&hash(9)).await.unwrap(), Some(invite(hour(24))));
        assert_eq!(count(&bench).await, 1);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn concurrent_starts_leave_one_invite_for_a_first_admin() {
        let bench = Bench::new().await;
        let first = Invite { role: Role::Admin, by: None, expires_at: hour(24) };
        let (a, b) = (hash(1), hash(2));
        for _ in 0..20 {
            let (one, other) = tokio::join!(
                bench.records.replace_first_admin_invite(&a, &first),
                bench.records.replace_first_admin_invite(&b, &first)
            );
            one.and(other).unwrap();
            assert_eq!(count(&bench).await, 1);
        }
    }
}
