//! Groups that serve a purpose: the on-call room. There is one at most.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Records, raw, retry, to_json};
use crate::{
    domain::{chat::ChatPlace, supervisor::TelegramId},
    store::{Batch, StoreError, Table},
};

const TABLE: Table = Table::Rooms;

/// The key of the only row.
const ON_CALL: &[u8] = b"on_call";

/// The on-call room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// The group, and the topic in it. The message counts for nothing.
    pub place: ChatPlace,
    /// The tag of the language in which the bot speaks there by itself.
    pub language: String,
    /// The admin who made it the room.
    pub by: TelegramId,
    /// When.
    pub since: Timestamp,
}

impl Records {
    /// The on-call room, if there is one.
    pub async fn room(&self) -> Result<Option<Room>, StoreError> {
        Ok(self.find::<Room>(TABLE, ON_CALL).await?.map(|found| found.value))
    }

    /// Makes a group the on-call room and gives back the one that was it before.
    pub async fn bind_room(&self, room: &Room) -> Result<Option<Room>, StoreError> {
        let value = to_json(TABLE, room)?;
        retry(async || {
            let found = self.find::<Room>(TABLE, ON_CALL).await?;
            let batch = Batch::new().expect(TABLE, ON_CALL, raw(found.as_ref()));
            self.store.commit(batch.put(TABLE, ON_CALL, value.clone())).await?;
            Ok(found.map(|found| found.value))
        })
        .await
    }

    /// Forgets the on-call room if it is in this chat. Whether it was: of several who ask at
    /// once, one is told so.
    pub async fn unbind_room(&self, chat: i64) -> Result<bool, StoreError> {
        retry(async || {
            let found = self.find::<Room>(TABLE, ON_CALL).await?;
            let Some(found) = found.filter(|found| found.value.place.chat == chat) else {
                return Ok(false);
            };
            let batch = Batch::new().expect(TABLE, ON_CALL, Some(&found.raw));
            self.store.commit(batch.delete(TABLE, ON_CALL)).await?;
            Ok(true)
        })
        .await
    }

    /// Follows a group that has become a supergroup: its id is another one now. Whether it was
    /// the on-call room.
    pub async fn move_chat(&self, from: i64, to: i64) -> Result<bool, StoreError> {
        retry(async || {
            let found = self.find::<Room>(TABLE, ON_CALL).await?;
            let Some(found) = found.filter(|found| found.value.place.chat == from) else {
                return Ok(false);
            };
            let batch = Batch::new().expect(TABLE, ON_CALL, Some(&found.raw));
            let place = ChatPlace { chat: to, ..found.value.place };
            let value = to_json(TABLE, &Room { place, ..found.value })?;
            self.store.commit(batch.put(TABLE, ON_CALL, value)).await?;
            Ok(true)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::{super::bench::Bench, *};

    fn room(chat: i64, thread: Option<i32>) -> Room {
        Room {
            place: ChatPlace { chat, private: false, thread, message: 0 },
            language: "ru".to_owned(),
            by: TelegramId(7),
            since: Timestamp::from_second(1_800_000_000).unwrap(),
        }
    }

    #[tokio::test]
    async fn there_is_one_room_and_the_last_one_bound_is_it() {
        let Bench { records, .. } = &Bench::new().await;
        assert_eq!(records.room().await.unwrap(), None);
        let (first, second) = (room(-5, Some(3)), room(-6, None));
        assert_eq!(records.bind_room(&first).await.unwrap(), None);
        assert_eq!(records.bind_room(&second).await.unwrap(), Some(first));
        assert_eq!(records.room().await.unwrap(), Some(second));
        assert!(!records.unbind_room(-5).await.unwrap());
        assert!(records.unbind_room(-6).await.unwrap());
        assert!(!records.unbind_room(-6).await.unwrap());
        assert_eq!(records.room().await.unwrap(), None);
    }

    #[tokio::test]
    async fn it_follows_its_group() {
        let Bench { records, .. } = &Bench::new().await;
        records.bind_room(&room(-5, Some(3))).await.unwrap();
        assert!(!records.move_chat(-6, -1006).await.unwrap());
        assert!(records.move_chat(-5, -1005).await.unwrap());
        assert!(!records.move_chat(-5, -1005).await.unwrap());
        assert_eq!(records.room().await.unwrap(), Some(room(-1005, Some(3))));
    }
}
