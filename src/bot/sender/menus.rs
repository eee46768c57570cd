//! Telegram's menu of commands.

use serde::de::IgnoredAny;
use teloxide::{payloads::SetMyCommands, types::BotCommand};

use super::{
    Sender,
    persist::{End, Repeat, persist},
};
use crate::i18n::{self, Locale};

impl Sender {
    /// Puts the commands into Telegram's menu, in each language and for everybody
    /// (`setMyCommands`). Without it everything works but the menu.
    pub async fn set_menus(&self, default: Locale) {
        let in_default = (default, None);
        let in_own = Locale::all().map(|locale| (locale, Some(locale.tag())));
        for (locale, language_code) in std::iter::once(in_default).chain(in_own) {
            let commands = i18n::menu(locale).into_iter().map(|entry| BotCommand {
                command: entry.command.to_owned(),
                description: entry.description,
            });
            let mut menu = SetMyCommands::new(commands);
            menu.language_code = language_code.map(str::to_owned);
            let attempt = || self.0.wire.call::<_, IgnoredAny>(menu.clone());
            let set = persist(Repeat::Harmless, self.0.settings.patience, attempt).await;
            if let Err(End::Failed(error)) = set {
                tracing::warn!(%error, "the menu of commands could not be set");
                return;
            }
        }
    }
}
