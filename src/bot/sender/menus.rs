//! Telegram's menus of commands.

use serde::de::IgnoredAny;
use teloxide::{
    ApiError,
    payloads::{DeleteMyCommands, SetMyCommands},
    types::{BotCommand, BotCommandScope, ChatId, Recipient},
};

use super::{
    SendError, Sender,
    persist::{End, Repeat, persist},
};
use crate::i18n::MenuEntry;

/// Where a menu is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MenuScope {
    /// Wherever no other one is.
    Everywhere,
    /// In groups.
    Groups,
    /// In this private chat.
    Chat(i64),
}

impl Sender {
    /// Puts commands into the menu of a scope, for people whose Telegram is in this language
    /// (two letters; `None` is any language without a menu of its own). An empty list takes the
    /// menu away (`setMyCommands`, `deleteMyCommands`).
    pub async fn set_menu(
        &self,
        scope: MenuScope,
        language: Option<&str>,
        entries: &[MenuEntry],
    ) -> Result<(), SendError> {
        let language = language.map(str::to_owned);
        let set = if entries.is_empty() {
            let mut menu = DeleteMyCommands::new();
            (menu.scope, menu.language_code) = (Some(scope.into()), language);
            self.persist_menu(|| self.0.wire.call(menu.clone())).await
        } else {
            let mut menu = SetMyCommands::new(entries.iter().map(|entry| BotCommand {
                command: entry.command.to_owned(),
                description: entry.description.clone(),
            }));
            (menu.scope, menu.language_code) = (Some(scope.into()), language);
            self.persist_menu(|| self.0.wire.call(menu.clone())).await
        };
        match set {
            Ok(IgnoredAny) => Ok(()),
            Err(End::Failed(error)) => Err(error),
            // Only groups move, and no group has a menu of its own.
            Err(End::Moved(_)) => Err(SendError::Api(ApiError::ChatNotFound)),
        }
    }

    async fn persist_menu<F>(&self, attempt: impl FnMut() -> F) -> Result<IgnoredAny, End>
    where
        F: Future<Output = Result<IgnoredAny, super::call::Fault>>,
    {
        persist(Repeat::Harmless, self.0.settings.patience, attempt).await
    }
}

impl From<MenuScope> for BotCommandScope {
    fn from(scope: MenuScope) -> Self {
        match scope {
            MenuScope::Everywhere => Self::Default,
            MenuScope::Groups => Self::AllGroupChats,
            MenuScope::Chat(chat) => Self::Chat { chat_id: Recipient::Id(ChatId(chat)) },
        }
    }
}
