//! Dialogs to choose from.

use super::{Context, Desk, DeskError};
use crate::domain::{picker::Wanted, reply::Reply, supervisor::Supervisor};

impl Desk {
    /// Answers `/dialogs`: the person's open dialogs, a page of them.
    pub async fn dialogs(
        &self,
        who: &Supervisor,
        wanted: Wanted,
        context: &Context,
    ) -> Result<Reply, DeskError> {
        let _ = wanted;
        let _ = (self, who, context);
        std::future::ready(Ok(Reply::NotConnected)).await
    }
}
