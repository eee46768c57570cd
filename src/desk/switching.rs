//! The switch itself on one portal: read if need be, switch, read back, learn.

use std::collections::HashMap;

use futures_util::{StreamExt as _, stream};

use super::locate::AT_ONCE;
use crate::{
    domain::{
        dialog::DialogId,
        silent_mode::{Generation, Reading, Switch, generation_after},
        toggle::Proof,
    },
    portal::{DialogReading, Portal, PortalError},
};

type Readings = HashMap<DialogId, DialogReading>;

/// What a portal answered to an order, and what was read before and after.
pub(super) struct Switching {
    answers: HashMap<DialogId, Result<(), PortalError>>,
    before: Readings,
    after: Readings,
    /// Whose flag silent mode is there, as far as it is known now.
    pub(super) generation: Generation,
}

/// Switches the dialogs and reads back those that the portal said `true` to.
pub(super) async fn switch(
    portal: &Portal<'_>,
    ids: &[DialogId],
    order: Switch,
    known: Generation,
) -> Switching {
    // What a switch does to the field tells the generation, if the field was seen before.
    let before = match known {
        Generation::Unknown => read_all(portal, ids).await,
        Generation::ChatWide | Generation::Personal => Readings::new(),
    };
    let one = |id: DialogId| async move { (id, portal.switch(id, order).await) };
    let answers: HashMap<_, _> =
        stream::iter(ids.iter().copied()).map(one).buffer_unordered(AT_ONCE).collect().await;
    let taken: Vec<DialogId> =
        ids.iter().copied().filter(|id| matches!(answers.get(id), Some(Ok(())))).collect();
    let after = read_all(portal, &taken).await;
    let generation = after.iter().fold(known, |known, (id, after)| {
        let before = before.get(id).map(|read| read.reading);
        generation_after(known, before, order, after.reading)
    });
    Switching { answers, before, after, generation }
}

impl Switching {
    /// What the portal answered about a dialog: how far the order is proven, or why it failed.
    pub(super) fn outcome(&self, dialog: DialogId, order: Switch) -> Result<Proof, &PortalError> {
        match self.answers.get(&dialog) {
            Some(Err(error)) => Err(error),
            _ => Ok(self.proof(dialog, order)),
        }
    }

    /// The dialog's name, where it was read.
    pub(super) fn title(&self, dialog: DialogId) -> Option<String> {
        let read = self.after.get(&dialog).or_else(|| self.before.get(&dialog))?;
        read.title.clone()
    }

    fn proof(&self, dialog: DialogId, order: Switch) -> Proof {
        let reading = self.after.get(&dialog).map_or_else(Reading::default, |read| read.reading);
        match reading.silent(self.generation) {
            None => Proof::SaidOnly,
            Some(silent) if silent == order.is_on() => Proof::ReadBack,
            Some(_) => Proof::Contradicted,
        }
    }
}

/// What can be read; a dialog that can't is left out.
async fn read_all(portal: &Portal<'_>, ids: &[DialogId]) -> Readings {
    if ids.is_empty() {
        return Readings::new();
    }
    match portal.read_all(ids).await {
        Ok(readings) => {
            ids.iter().copied().zip(readings).filter_map(|(id, r)| Some((id, r.ok()?))).collect()
        }
        Err(error) => {
            tracing::info!(%error, "the dialogs' state can't be read");
            Readings::new()
        }
    }
}
