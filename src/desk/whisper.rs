//! A note that only colleagues see.

use super::{Context, Desk, DeskError};
use crate::domain::{dialog::DialogRef, reply::Reply, supervisor::Supervisor};

impl Desk {
    /// Posts a note, once.
    pub async fn whisper(
        &self,
        who: &Supervisor,
        dialog: DialogRef,
        text: &str,
        context: &Context,
    ) -> Result<Reply, DeskError> {
        let _ = (dialog, text);
        let _ = (self, who, context);
        std::future::ready(Ok(Reply::NotConnected)).await
    }
}
