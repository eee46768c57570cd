//! Orders about CRM cards, before they are carried out.

use super::{authorise::Order, pipeline::Pipeline};
use crate::{
    desk::{Context, DeskError, Which},
    domain::{command::SilentOrder, dialog::DialogRef, reply::Reply, supervisor::Supervisor},
};

impl Pipeline {
    /// The same order about the dialogs that its CRM cards lead to; or the answer, where a card
    /// leaves a doubt which dialog is meant.
    pub(super) async fn settle_cards(
        &self,
        order: Order,
        context: &Context,
    ) -> Result<Result<Order, Reply>, DeskError> {
        let settle = |who: Supervisor, dialogs: Vec<DialogRef>| async move {
            match self.desk.settle_cards(&who, dialogs, context).await? {
                Which::Dialogs(dialogs) => Ok(Ok((who, dialogs))),
                Which::Unclear(reply) => Ok::<_, DeskError>(Err(reply)),
            }
        };
        // One dialog in, one out.
        let one = |dialogs: Vec<DialogRef>| dialogs.into_iter().next();
        Ok(match order {
            Order::Silent(who, SilentOrder { dialogs, switch, lasting, reason }) => {
                settle(who, dialogs).await?.map(|(who, dialogs)| {
                    Order::Silent(who, SilentOrder { dialogs, switch, lasting, reason })
                })
            }
            Order::Status(who, dialogs) => {
                settle(who, dialogs).await?.map(|(who, dialogs)| Order::Status(who, dialogs))
            }
            Order::Log(who, Some(dialog)) => {
                settle(who, vec![dialog]).await?.map(|(who, found)| Order::Log(who, one(found)))
            }
            Order::Whisper(who, dialog, text) => settle(who, vec![dialog.clone()])
                .await?
                .map(|(who, found)| Order::Whisper(who, one(found).unwrap_or(dialog), text)),
            order => Ok(order),
        })
    }
}
