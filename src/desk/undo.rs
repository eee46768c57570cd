//! Back to what was before a switch.

use jiff::Timestamp;

use super::{Context, Desk, DeskError, Done};
use crate::domain::{
    card::Back, command::SilentOrder, dialog::DialogRef, lasting::Lasting, silent_mode::Switch,
    supervisor::Supervisor,
};

impl Desk {
    /// Leads a dialog back to what was before a switch: an order like any other, by the same
    /// rules. A silence whose time has passed meanwhile is not begun again: its end was to be off.
    pub async fn undo(
        &self,
        who: &Supervisor,
        dialog: DialogRef,
        back: Back,
        context: &Context,
    ) -> Result<Done, DeskError> {
        let (switch, until) = match back {
            Back::On => (Switch::On, None),
            Back::Until(end) if end > context.seen_at => (Switch::On, Some(end)),
            Back::Off | Back::Until(_) => (Switch::Off, None),
        };
        let lasting = until.map(|end| minutes_to(end, context.seen_at));
        let order = SilentOrder { dialogs: vec![dialog], switch, lasting, reason: None };
        self.toggle_until(who, &order, until, context).await
    }
}

/// The time that is left, in whole minutes.
fn minutes_to(end: Timestamp, now: Timestamp) -> Lasting {
    let minutes = (end.duration_since(now).as_secs() + 59) / 60;
    u32::try_from(minutes).ok().and_then(Lasting::from_minutes).unwrap_or(Lasting::LONGEST)
}
