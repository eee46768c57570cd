//! The on-call room.

use super::{Desk, DeskError};
use crate::domain::{chat::ChatPlace, reply::Reply, supervisor::Admin};

impl Desk {
    /// Makes the group the on-call room, or ends that.
    pub async fn here(
        &self,
        admin: &Admin,
        bind: bool,
        place: ChatPlace,
    ) -> Result<Reply, DeskError> {
        let _ = (self, admin, bind, place);
        std::future::ready(Ok(Reply::NotConnected)).await
    }
}
