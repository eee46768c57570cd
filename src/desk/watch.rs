//! Dialogs that hushbot silenced.

use super::{Context, Desk, DeskError, Done};
use crate::domain::{
    card::Silenced,
    connection::Connection,
    dialog::DialogId,
    reply::Reply,
    silent_mode::Generation,
    supervisor::{Admin, Supervisor},
    watch::Remind,
};

impl Desk {
    /// Answers `/silenced`: all that is silent now; everybody's for an admin.
    pub async fn silenced(
        &self,
        who: &Supervisor,
        admin: Option<&Admin>,
        context: &Context,
    ) -> Result<Reply, DeskError> {
        let _ = (self, who, admin, context);
        std::future::ready(Ok(Reply::NotConnected)).await
    }

    /// Switches off all that the person has silenced.
    pub async fn all_off(&self, who: &Supervisor, context: &Context) -> Result<Done, DeskError> {
        let _ = (self, who, context);
        std::future::ready(Ok(Reply::NotConnected.into())).await
    }

    /// Sets when the person is reminded; `None` tells what is set.
    pub async fn remind(
        &self,
        who: &Supervisor,
        remind: Option<Remind>,
    ) -> Result<Reply, DeskError> {
        let _ = (self, who, remind);
        std::future::ready(Ok(Reply::NotConnected)).await
    }

    /// Since when a dialog is silent, and through whom, as far as hushbot did it: through anybody
    /// where the flag is the chat's, else through the connection's owner.
    pub(super) fn silenced_since(
        &self,
        connection: &Connection,
        dialog: DialogId,
        generation: Generation,
    ) -> Option<Silenced> {
        let _ = (self, connection, dialog, generation);
        None
    }
}
