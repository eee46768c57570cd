//! What the bot says by itself to the on-call room and to the admins.

use super::pipeline::Pipeline;
use crate::{
    desk::{DeskError, Notice},
    domain::{chat::ChatPlace, reply::Reply, room::RoomReply},
    i18n::{self, Locale},
};

impl Pipeline {
    /// Says something in the on-call room, if there is one, in the language it was bound in. A
    /// room that can't be written to any more is given up, and the admins are told so.
    pub(super) async fn tell_room(&self, reply: &Reply) {
        if let Err(error) = self.try_tell_room(reply).await {
            tracing::error!(%error, "the on-call room could not be told");
        }
    }

    async fn try_tell_room(&self, reply: &Reply) -> Result<(), DeskError> {
        let Some(room) = self.desk.room().await? else { return Ok(()) };
        let locale = Locale::negotiate(&room.language).unwrap_or(self.settings.default_locale);
        let sent = self.sender.notify(room.place, &i18n::render(reply, locale)).await;
        let mut chat = room.place.chat;
        if let Some(now) = self.sender.moved(chat) {
            self.desk.move_room(chat, now).await?;
            chat = now;
        }
        match sent {
            Ok(_) => {}
            Err(error) if error.is_final() => {
                tracing::warn!(%error, chat, "the on-call room can't be written to");
                if self.desk.lose_room(chat).await? {
                    self.tell_all_admins(&Reply::Room(RoomReply::Lost)).await;
                }
            }
            Err(error) => tracing::warn!(%error, "the on-call room was not told"),
        }
        Ok(())
    }

    /// Says something to each admin in private, in their language.
    pub(super) async fn tell_all_admins(&self, reply: &Reply) {
        let admins = match self.desk.admins().await {
            Ok(admins) => admins,
            Err(error) => {
                tracing::error!(%error, "not all admins can be told");
                self.desk.set_admins()
            }
        };
        for to in admins {
            let chat = i64::try_from(to.0).unwrap_or_default();
            let place = ChatPlace { chat, private: true, thread: None, message: 0 };
            self.notify(&Notice { to, place, reply: reply.clone() }).await;
        }
    }
}
