//! Back to what was before a switch.

use super::{Context, Desk, DeskError, Done};
use crate::domain::{card::Back, dialog::DialogRef, reply::Reply, supervisor::Supervisor};

impl Desk {
    /// Leads a dialog back to what was before a switch.
    pub async fn undo(
        &self,
        who: &Supervisor,
        dialog: DialogRef,
        back: Back,
        context: &Context,
    ) -> Result<Done, DeskError> {
        let _ = (self, who, dialog, back, context);
        std::future::ready(Ok(Reply::NotConnected.into())).await
    }
}
