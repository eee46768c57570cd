//! From an order to its answer.

use secrecy::ExposeSecret as _;

use super::{authorise::Order, incoming::Sender, pipeline::Pipeline};
use crate::{
    desk::{DeskError, Known},
    domain::{
        hint::{Hint, HintFor, Word},
        reply::Reply,
    },
    i18n::Locale,
};

/// Who asks, as far as the handlers need it.
pub(super) struct Asking<'a> {
    /// The person in Telegram.
    pub(super) from: &'a Sender,
    /// What the bot knows of them.
    pub(super) known: &'a Known,
    /// The language that they are answered in.
    pub(super) locale: Locale,
}

/// An answer and the language it is in.
pub(super) type Answer = (Reply, Locale);

impl Pipeline {
    /// Does what was ordered.
    pub(super) async fn act(&self, order: Order, by: Asking<'_>) -> Result<Answer, DeskError> {
        let (id, role) = (by.from.id, by.known.role);
        let desk = &self.desk;
        let reply = match order {
            Order::Greet => desk.greet(id, role).await?,
            Order::Help => desk.help(id, role).await?,
            Order::Whoami => desk.whoami(id, role).await?,
            Order::OpenInvite(token) => desk.open_invite(id, &by.from.name, token).await?,
            Order::Language(word) => return self.language(word, &by).await,
            Order::Explain(hint) => Reply::Hint(HintFor { hint, role }),
            Order::Connect(who, pasted) => desk.connect(&who, pasted.expose_secret()).await?,
            Order::Disconnect(who, choice) => desk.disconnect(&who, &choice).await?,
            Order::UsePortal(who, choice) => desk.use_portal(&who, &choice).await?,
            Order::Silent(who, dialogs, switch) => desk.toggle(&who, dialogs, switch).await?,
            Order::Status(who, dialogs) => desk.status(&who, dialogs).await?,
            Order::Invite(admin) => desk.invite(&admin, &self.bot).await?,
            Order::Supervisors(admin) => desk.supervisors(&admin).await?,
            Order::Revoke(admin, id) => desk.revoke(&admin, id).await?,
        };
        Ok((reply, by.locale))
    }

    /// Changes the language; the answer is in the new one. A stranger's is kept in memory only.
    async fn language(&self, word: Option<Word>, by: &Asking<'_>) -> Result<Answer, DeskError> {
        let Some(word) = word else { return Ok((Reply::LanguageChoice, by.locale)) };
        let Some(locale) = Locale::from_word(word.as_str()) else {
            let hint = Hint::UnknownLanguage(word);
            return Ok((Reply::Hint(HintFor { hint, role: by.known.role }), by.locale));
        };
        if by.known.role.is_some() {
            self.desk.set_language(by.from.id, locale.tag()).await?;
        } else {
            self.strangers.set_locale(by.from.id, locale);
        }
        Ok((Reply::LanguageChanged, locale))
    }
}
