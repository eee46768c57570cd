//! The on-call room.

use super::{Desk, DeskError};
use crate::{
    domain::{
        chat::ChatPlace,
        connection::Connection,
        reply::{Reply, TimerOver},
        room::{RoomReply, StuckTimer},
        silent_mode::Generation,
        supervisor::Admin,
        toggle::{Place, Proof},
    },
    store::{Room, Timer},
};

/// How many of a dialog's switches are looked through for the one that set a timer.
const LOOKED_THROUGH: usize = 50;

impl Desk {
    /// Makes the group, or its topic, the on-call room, or ends that. `language` is the tag of the
    /// language that the bot will speak there by itself.
    pub async fn here(
        &self,
        admin: &Admin,
        bind: bool,
        place: ChatPlace,
        language: &str,
    ) -> Result<Reply, DeskError> {
        if place.private {
            return Ok(Reply::Room(RoomReply::GroupsOnly));
        }
        if !bind {
            let unbound = self.records.unbind_room(place.chat).await?;
            let reply = if unbound { RoomReply::Unbound } else { RoomReply::NotBound };
            return Ok(Reply::Room(reply));
        }
        let place = ChatPlace { message: 0, ..place };
        let (language, by, since) = (language.to_owned(), admin.id(), self.now());
        let before = self.records.bind_room(&Room { place, language, by, since }).await?;
        let moved = before.is_some_and(|before| before.place != place);
        tracing::info!(chat = place.chat, by = %admin.id(), "the on-call room is bound");
        Ok(Reply::Room(RoomReply::Bound { moved }))
    }

    /// The on-call room, if there is one.
    pub async fn room(&self) -> Result<Option<Room>, DeskError> {
        Ok(self.records.room().await?)
    }

    /// Forgets the on-call room in a chat that the bot can't write to any more. Whether it was
    /// there.
    pub async fn lose_room(&self, chat: i64) -> Result<bool, DeskError> {
        let lost = self.records.unbind_room(chat).await?;
        if lost {
            tracing::warn!(chat, "the on-call room is gone");
        }
        Ok(lost)
    }

    /// Follows the on-call room's group to the id that it has as a supergroup.
    pub async fn move_room(&self, from: i64, to: i64) -> Result<(), DeskError> {
        self.records.move_chat(from, to).await?;
        Ok(())
    }

    /// What the on-call room is to be told of a timer that does not try any more. `None` where
    /// the silence is over, or whoever ordered it is told in that very place.
    pub async fn stuck(
        &self,
        timer: &Timer,
        over: &TimerOver,
        room: &Room,
    ) -> Result<Option<StuckTimer>, DeskError> {
        let why = match &over.outcome {
            Ok(switched) if switched.proof != Proof::Contradicted => return Ok(None),
            Ok(_) => None,
            Err(reason) => Some(reason.clone()),
        };
        if (timer.place.chat, timer.place.thread) == (room.place.chat, room.place.thread) {
            return Ok(None);
        }
        let portal = Some(timer.portal.clone());
        Ok(Some(StuckTimer {
            place: Place { portal, ..over.place.clone() },
            lasting: timer.lasting,
            by: self.who_set(timer).await?,
            generation: self.generation_of(timer).await?,
            why,
        }))
    }

    /// The name of whoever ordered a timed silence.
    async fn who_set(&self, timer: &Timer) -> Result<Option<String>, DeskError> {
        let portals = [timer.portal.clone()];
        let entries =
            self.records.audit(Some(&portals), Some(timer.dialog), LOOKED_THROUGH).await?;
        // What the timer itself did has no name.
        let mut names = entries.into_iter().filter(|e| e.update == timer.update).map(|e| e.name);
        Ok(names.find(|name| !name.trim().is_empty()))
    }

    async fn generation_of(&self, timer: &Timer) -> Result<Generation, DeskError> {
        let connections = self.connections(timer.owner).await?.0;
        let used = connections.iter().find(|c: &&Connection| c.portal() == timer.portal);
        Ok(used.map(|connection| connection.facts.generation).unwrap_or_default())
    }
}
