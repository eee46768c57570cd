//! From an order to what comes of it.

use secrecy::ExposeSecret as _;

use super::{
    authorise::Order,
    incoming::{Incoming, Sender},
    pipeline::Pipeline,
};
use crate::{
    desk::{Context, DeskError, Done, Known},
    domain::{
        hint::{Hint, HintFor, Word},
        reply::Reply,
    },
    i18n::Locale,
};

/// Who asks, as far as the handlers need it.
#[derive(Clone, Copy)]
pub(super) struct By<'a> {
    /// The person in Telegram.
    pub(super) from: &'a Sender,
    /// What the bot knows of them.
    pub(super) known: &'a Known,
    /// The language that they are answered in.
    pub(super) locale: Locale,
}

impl Pipeline {
    /// Does what was ordered. The answer, and the language it is in.
    pub(super) async fn act(
        &self,
        order: Order,
        by: By<'_>,
        context: &Context,
    ) -> Result<(Done, Locale), DeskError> {
        let (id, role) = (by.from.id, by.known.role);
        let (desk, update) = (&self.desk, context.update);
        let order = match self.settle_cards(order, context).await? {
            Ok(order) => order,
            Err(unclear) => return Ok((unclear.into(), by.locale)),
        };
        let reply = match order {
            Order::Greet => desk.greet(id, role).await?,
            Order::Help => desk.help(id, role).await?,
            Order::Whoami => desk.whoami(id, role).await?,
            Order::OpenInvite(token) => desk.open_invite(id, &by.from.name, token, update).await?,
            Order::Language(word) => return self.language(word, &by).await,
            Order::Explain(Hint::NoWebhook) => desk.how_to_connect(role),
            Order::Explain(hint) => Reply::Hint(HintFor { hint, role }),
            Order::Connect(who, pasted) => desk.connect(&who, pasted.expose_secret()).await?,
            Order::SignIn(who, portal) => desk.sign_in(&who, &portal, context).await?,
            Order::Disconnect(who, choice) => desk.disconnect(&who, &choice, update).await?,
            Order::UsePortal(who, choice) => desk.use_portal(&who, &choice).await?,
            Order::Silent(who, order) => {
                return Ok((desk.toggle(&who, &order, context).await?, by.locale));
            }
            Order::Undo(who, dialog, back) => {
                return Ok((desk.undo(&who, dialog, back, context).await?, by.locale));
            }
            Order::AllOff(who) => return Ok((desk.all_off(&who, context).await?, by.locale)),
            Order::Status(who, dialogs) => desk.status(&who, dialogs, context).await?,
            Order::Log(who, dialog) => desk.log(&who, dialog).await?,
            // What was ordered then is taken out of the inbox before it comes here.
            Order::RunOld(..) => Reply::OldOrderGone,
            Order::Invite(admin) => desk.invite(&admin, &self.settings.bot, update).await?,
            Order::Supervisors(admin) => desk.supervisors(&admin).await?,
            Order::Revoke(admin, id) => {
                let theirs = |kept: &[u8]| {
                    Incoming::from_bytes(kept).is_some_and(|incoming| incoming.from.id == id)
                };
                let reply = desk.revoke(&admin, id, update).await?;
                if matches!(reply, Reply::Revoked { .. }) {
                    desk.forget_offers(theirs).await?;
                }
                reply
            }
            Order::Dialogs(who, wanted) => desk.dialogs(&who, wanted, context).await?,
            Order::Silenced(who, admin) => desk.silenced(&who, admin.as_ref(), context).await?,
            Order::Remind(who, remind) => desk.remind(&who, remind).await?,
            Order::Here(admin, bind) => {
                desk.here(&admin, bind, context.place, by.locale.tag()).await?
            }
            Order::Handover(who) => desk.handover(&who, context).await?,
            Order::Whisper(who, dialog, text) => desk.whisper(&who, dialog, &text, context).await?,
        };
        Ok((reply.into(), by.locale))
    }

    /// Changes the language; the answer is in the new one. A stranger's is kept in memory only.
    async fn language(&self, word: Option<Word>, by: &By<'_>) -> Result<(Done, Locale), DeskError> {
        let Some(word) = word else { return Ok((Reply::LanguageChoice.into(), by.locale)) };
        let Some(locale) = Locale::from_word(word.as_str()) else {
            let hint = Hint::UnknownLanguage(word);
            let reply = Reply::Hint(HintFor { hint, role: by.known.role });
            return Ok((reply.into(), by.locale));
        };
        if by.known.role.is_some() {
            self.desk.set_language(by.from.id, locale.tag()).await?;
        } else {
            self.strangers.set_locale(by.from.id, locale);
        }
        Ok((Reply::LanguageChanged.into(), locale))
    }
}
