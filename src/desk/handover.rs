//! What the next shift has to know.

use super::{Context, Desk, DeskError};
use crate::domain::{reply::Reply, supervisor::Supervisor};

impl Desk {
    /// Answers `/handover`.
    pub async fn handover(&self, who: &Supervisor, context: &Context) -> Result<Reply, DeskError> {
        let _ = (self, who, context);
        std::future::ready(Ok(Reply::NotConnected)).await
    }
}
