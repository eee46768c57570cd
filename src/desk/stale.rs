//! Cards that do not show the state any more.

use jiff::{SignedDuration, Timestamp};

use super::{Desk, DeskError, toggle::rivals};
use crate::domain::{
    dialog::{DialogRef, Target},
    supervisor::Supervisor,
    toggle::Reason,
};

/// For how long a card is believed, whatever became of its dialog outside of hushbot.
const BELIEVED: SignedDuration = SignedDuration::from_mins(15);

/// How far Telegram's clock may be from ours.
const SKEW: SignedDuration = SignedDuration::from_secs(5);

/// What may be done by a button of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardState {
    /// It may be trusted.
    Fresh,
    /// It may not show the state any more.
    Old,
    /// It is not for whoever pressed: why not.
    NotTheirs(Reason),
}

impl Desk {
    /// Judges a card about these dialogs that was last written at `shown`, if that is known, and
    /// pressed at `pressed`.
    pub async fn card_state(
        &self,
        who: &Supervisor,
        dialogs: &[DialogRef],
        shown: Option<Timestamp>,
        pressed: Timestamp,
    ) -> Result<CardState, DeskError> {
        let mine = self.connections_of(who).await?;
        let mut newest = None;
        for dialog in dialogs {
            let connection = match mine.pick(&dialog.via) {
                Ok(connection) => connection,
                Err(reason) => return Ok(CardState::NotTheirs(reason)),
            };
            if let Target::Chat(id) = dialog.target {
                let (portal, user) = (connection.portal(), connection.access.user());
                let rivals = rivals(connection.facts.generation);
                newest = newest.max(self.turns.changed(&portal, id, user, rivals));
            }
        }
        let fresh = shown.is_some_and(|shown| {
            pressed.duration_since(shown) <= BELIEVED
                && newest.is_none_or(|changed| changed <= shown + SKEW)
        });
        Ok(if fresh { CardState::Fresh } else { CardState::Old })
    }
}
