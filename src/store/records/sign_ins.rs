//! Sign-ins that somebody has begun and not come back from. What a portal hands back (`state`) is
//! kept only as its hash: whoever reads the disk can't come back in somebody's place.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Found, Records, raw, retry, to_json};
use crate::{
    domain::{chat::ChatPlace, connection::PortalAddress, supervisor::TelegramId},
    store::{Batch, StoreError, Table},
};

const TABLE: Table = Table::SignIns;

/// Names a sign-in: the hash of its `state`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SignInId([u8; 32]);

impl SignInId {
    /// The name of the sign-in with this `state`.
    pub fn of(state: &str) -> Self {
        Self(Sha256::digest(state.as_bytes()).into())
    }
}

/// A sign-in that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingSignIn {
    /// Who signs in.
    pub owner: TelegramId,
    /// Their name in Telegram. Foreign text.
    pub name: String,
    /// Where it was begun; its message is the one with the button, 0 until that is sent.
    pub place: ChatPlace,
    /// The portal.
    pub portal: PortalAddress,
    /// The application (`client_id`).
    pub client: String,
    /// Until when somebody may come back.
    pub until: Timestamp,
    /// Somebody has come back: nobody may again.
    pub used: bool,
}

/// What is found of a sign-in that somebody comes back from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CameBack {
    /// The sign-in. Nobody else gets it.
    With(PendingSignIn),
    /// It was too late.
    Expired,
    /// There is none, or somebody came back before.
    Unknown,
}

impl Records {
    /// Keeps a sign-in that begins.
    pub async fn begin_sign_in(
        &self,
        id: SignInId,
        pending: &PendingSignIn,
    ) -> Result<(), StoreError> {
        let batch = Batch::new().expect_absent(TABLE, &id.0);
        self.store.commit(batch.put(TABLE, &id.0, to_json(TABLE, pending)?)).await
    }

    /// Keeps which message has the button.
    pub async fn note_sign_in(&self, id: SignInId, message: i32) -> Result<(), StoreError> {
        self.change_sign_in(id, |pending| pending.place.message = message).await.map(drop)
    }

    /// Takes a sign-in for whoever comes back: once, and in time.
    pub async fn come_back(&self, id: SignInId, now: Timestamp) -> Result<CameBack, StoreError> {
        retry(async || {
            let Some(found) = self.find::<PendingSignIn>(TABLE, &id.0).await? else {
                return Ok(CameBack::Unknown);
            };
            let Found { raw, value } = found;
            if value.used {
                return Ok(CameBack::Unknown);
            }
            if value.until <= now {
                return Ok(CameBack::Expired);
            }
            let used = PendingSignIn { used: true, ..value };
            let batch = Batch::new().expect(TABLE, &id.0, Some(&raw));
            self.store.commit(batch.put(TABLE, &id.0, to_json(TABLE, &used)?)).await?;
            Ok(CameBack::With(used))
        })
        .await
    }

    /// Forgets a sign-in and gives it back as it was last.
    pub async fn end_sign_in(&self, id: SignInId) -> Result<Option<PendingSignIn>, StoreError> {
        retry(async || {
            let Some(found) = self.find::<PendingSignIn>(TABLE, &id.0).await? else {
                return Ok(None);
            };
            let batch = Batch::new().expect(TABLE, &id.0, Some(&found.raw));
            self.store.commit(batch.delete(TABLE, &id.0)).await?;
            Ok(Some(found.value))
        })
        .await
    }

    /// All sign-ins that are under way, in no particular order.
    pub async fn sign_ins(&self) -> Result<Vec<(SignInId, PendingSignIn)>, StoreError> {
        let rows = self.store.scan(TABLE, &[], usize::MAX).await?;
        rows.into_iter()
            .filter_map(|(key, raw)| Some((SignInId(key.try_into().ok()?), raw)))
            .map(|(id, raw)| Ok((id, Found::read(TABLE, raw)?.value)))
            .collect()
    }

    /// Adds to a batch that what somebody has begun is forgotten.
    pub(super) async fn end_sign_ins(
        &self,
        batch: Batch,
        owner: TelegramId,
    ) -> Result<Batch, StoreError> {
        let theirs = self.sign_ins().await?.into_iter().filter(|(_, begun)| begun.owner == owner);
        Ok(theirs.fold(batch, |batch, (id, _)| batch.delete(TABLE, &id.0)))
    }

    async fn change_sign_in(
        &self,
        id: SignInId,
        change: impl Fn(&mut PendingSignIn),
    ) -> Result<bool, StoreError> {
        retry(async || {
            let mut found = self.find::<PendingSignIn>(TABLE, &id.0).await?;
            let Some(Found { value, .. }) = &mut found else { return Ok(false) };
            change(value);
            let value = to_json(TABLE, value)?;
            let batch = Batch::new().expect(TABLE, &id.0, raw(found.as_ref()));
            self.store.commit(batch.put(TABLE, &id.0, value)).await?;
            Ok(true)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::{
        super::bench::{Bench, sign_in},
        *,
    };

    fn pending() -> PendingSignIn {
        sign_in(TelegramId(7), "a")
    }

    #[tokio::test]
    async fn who_comes_back_does_so_once_and_in_time() {
        let Bench { records, .. } = &Bench::new().await;
        let (id, begun) = (SignInId::of("state"), pending());
        let now = begun.until - SignedDuration::from_secs(1);
        assert_eq!(records.come_back(id, now).await.unwrap(), CameBack::Unknown);
        records.begin_sign_in(id, &begun).await.unwrap();
        assert_eq!(records.come_back(SignInId::of("x"), now).await.unwrap(), CameBack::Unknown);
        assert_eq!(records.come_back(id, begun.until).await.unwrap(), CameBack::Expired);
        let CameBack::With(used) = records.come_back(id, now).await.unwrap() else { panic!() };
        assert!(used.used);
        assert_eq!(records.come_back(id, now).await.unwrap(), CameBack::Unknown);
        records.note_sign_in(id, 5).await.unwrap();
        assert_eq!(records.sign_ins().await.unwrap().len(), 1);
        let ended = records.end_sign_in(id).await.unwrap().unwrap();
        assert_eq!((ended.place.message, ended.used), (5, true));
        assert_eq!(records.end_sign_in(id).await.unwrap(), None);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn of_sixteen_who_come_back_one_does() {
        let Bench { records, .. } = &Bench::new().await;
        let (id, begun) = (SignInId::of("state"), pending());
        records.begin_sign_in(id, &begun).await.unwrap();
        let rivals: Vec<_> = (0..16)
            .map(|_| {
                let records = records.clone();
                tokio::spawn(async move { records.come_back(id, Timestamp::UNIX_EPOCH).await })
            })
            .collect();
        let mut winners = 0;
        for rival in rivals {
            winners += usize::from(matches!(rival.await.unwrap().unwrap(), CameBack::With(_)));
        }
        assert_eq!(winners, 1);
    }
}
