//! A group becomes a supergroup: it gets a new id, and its old one leads nowhere.

use serde_json::json;

use super::{
    BotApi, UnknownChat,
    chat::{Chat, Kind},
    state::State,
};

impl BotApi {
    /// The group's owner makes it a supergroup with this id. The bot is told in both chats
    /// (`migrate_to_chat_id`, `migrate_from_chat_id`); calls that name the old id are refused from
    /// then on, with the new one in `parameters`.
    ///
    /// # Errors
    /// There is no such group, or nobody is in it.
    pub fn migrate(&self, group: i64, to: i64) -> Result<(), UnknownChat> {
        self.server().change(|state| state.migrate(group, to))
    }
}

impl State {
    fn migrate(&mut self, from: i64, to: i64) -> Result<(), UnknownChat> {
        let Some(Kind::Group(group)) = self.chats.get_mut(&from).map(|chat| &mut chat.kind) else {
            return Err(UnknownChat);
        };
        let owner = *group.members.first().ok_or(UnknownChat)?;
        group.moved_to = Some(to);
        let supergroup = Chat::group(to, &group.title, &group.members);
        self.chats.insert(to, supergroup);
        let owner = json!(self.wire_user(owner));
        self.tell_of_move(from, &owner, "migrate_to_chat_id", to)?;
        // Whom the Bot API shows as the author of what a group says as such.
        let group = json!({
            "id": 1_087_968_824,
            "is_bot": true,
            "first_name": "Group",
            "username": "GroupAnonymousBot",
        });
        self.tell_of_move(to, &group, "migrate_from_chat_id", from)
    }

    fn tell_of_move(
        &mut self,
        id: i64,
        from: &serde_json::Value,
        field: &str,
        other: i64,
    ) -> Result<(), UnknownChat> {
        let message_id = self.chats.get_mut(&id).ok_or(UnknownChat)?.next_id();
        let chat = json!(self.wire_chat(self.chats.get(&id).ok_or(UnknownChat)?));
        let message = json!({
            "message_id": message_id,
            "from": from,
            "chat": chat,
            "date": self.now(),
            field: other,
        });
        self.push("message", &message.to_string());
        Ok(())
    }
}
