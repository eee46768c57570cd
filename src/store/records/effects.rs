//! Orders that must not be carried out twice, and what they have brought about.
//!
//! A process may die after an order was carried out and before its answer was sent. The order is
//! repeated then: its effect, written in the same commit, says what to answer instead.

use serde::{Deserialize, Serialize};

use super::{Records, Revoked, inbox::update_key, to_json};
use crate::{
    domain::{
        connection::{Connection, ConnectionId},
        dialog::DialogId,
        invite::{Invite, InviteHash, InviteToken},
        supervisor::{Member, Role, TelegramId},
    },
    store::{Batch, StoreError, Table},
};

const TABLE: Table = Table::Effects;

/// What an order has brought about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// An invite was made.
    Invited {
        /// The token of its link.
        #[serde(with = "token_text")]
        token: InviteToken,
    },
    /// An invite was used.
    Redeemed {
        /// What it made of whoever used it.
        role: Role,
    },
    /// Somebody's access was taken away.
    Revoked {
        /// The name they were listed by.
        name: String,
        /// How many connections of theirs were forgotten.
        connections: usize,
        /// The dialogs whose silence does not end by itself any more.
        #[serde(default)]
        silences: Vec<DialogId>,
    },
    /// A connection was forgotten.
    Forgotten {
        /// Its portal's host.
        portal: String,
    },
    /// A note was about to be posted; nobody knows whether it was.
    Whispering,
}

/// Carries out orders of one update, each of which writes its [`Effect`] in the same commit.
/// [`StoreError::AlreadyDone`] if the update has one.
#[derive(Clone, Copy)]
pub struct Once<'a> {
    records: &'a Records,
    update: u64,
}

impl Once<'_> {
    /// [`Records::put_invite`], once; the effect keeps the token.
    pub async fn put_invite(&self, token: &InviteToken, invite: &Invite) -> Result<(), StoreError> {
        let effect = Effect::Invited { token: token.clone() };
        let mark = Some((self.update, &effect));
        self.records.put_invite_marked(&token.hash(), invite, mark).await
    }

    /// [`Records::redeem`], once.
    pub async fn redeem(
        &self,
        hash: &InviteHash,
        invite: &Invite,
        member: &Member,
    ) -> Result<bool, StoreError> {
        let effect = Effect::Redeemed { role: member.role };
        self.records.redeem_marked(hash, invite, member, Some((self.update, &effect))).await
    }

    /// [`Records::revoke`], once.
    pub async fn revoke(&self, id: TelegramId) -> Result<Option<Revoked>, StoreError> {
        self.records.revoke_marked(id, Some(self.update)).await
    }

    /// Marks that a note is about to be posted. `false` if it is marked already: an earlier
    /// process came so far, and may have posted it.
    pub async fn begin_whisper(&self) -> Result<bool, StoreError> {
        let batch = self.records.mark(Batch::new(), Some((self.update, &Effect::Whispering)))?;
        match self.records.store.commit(batch).await {
            Ok(()) => Ok(true),
            Err(StoreError::Conflict) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// [`Records::forget_connection`], once.
    pub async fn forget_connection(
        &self,
        owner: TelegramId,
        id: ConnectionId,
    ) -> Result<Option<Connection>, StoreError> {
        self.records.forget_connection_marked(owner, id, Some(self.update)).await
    }
}

impl Records {
    /// Carries out the orders of an update once.
    pub fn once(&self, update: u64) -> Once<'_> {
        Once { records: self, update }
    }

    /// What an update has brought about, if it is not settled.
    pub async fn effect(&self, update: u64) -> Result<Option<Effect>, StoreError> {
        let key = update_key(update);
        let Some(sealed) = self.store.get(TABLE, &key).await? else {
            return Ok(None);
        };
        let json = self.open_row(TABLE, &key, &sealed)?;
        serde_json::from_slice(&json)
            .map(Some)
            .map_err(|error| StoreError::BadRow { table: TABLE, reason: error.to_string() })
    }

    /// Adds an effect to the batch that brings it about, which fails if the update has one.
    pub(super) fn mark(
        &self,
        batch: Batch,
        mark: Option<(u64, &Effect)>,
    ) -> Result<Batch, StoreError> {
        let Some((update, effect)) = mark else {
            return Ok(batch);
        };
        let key = update_key(update);
        let sealed = self.seal_row(TABLE, &key, &to_json(TABLE, effect)?)?;
        Ok(batch.expect_absent(TABLE, &key).put(TABLE, &key, sealed))
    }

    /// Refuses an update that has an effect.
    pub(super) async fn refuse_repeat(&self, update: Option<u64>) -> Result<(), StoreError> {
        let Some(update) = update else { return Ok(()) };
        match self.store.get(TABLE, &update_key(update)).await? {
            Some(_) => Err(StoreError::AlreadyDone { update }),
            None => Ok(()),
        }
    }
}

/// A token as the text of its link.
mod token_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::domain::invite::InviteToken;

    pub(super) fn serialize<S: Serializer>(token: &InviteToken, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(token.expose())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<InviteToken, D::Error> {
        let text = String::deserialize(from)?;
        InviteToken::parse(&text).ok_or_else(|| D::Error::custom("not a token"))
    }
}

#[cfg(test)]
#[path = "effects_tests.rs"]
mod tests;
