//! The switch itself on one portal: read if need be, switch, read back, learn.

use std::collections::HashMap;

use crate::{
    domain::{
        dialog::DialogId,
        silent_mode::{Generation, Reading, Switch, generation_after},
        toggle::Proof,
    },
    portal::{DialogReading, Portal, PortalError, SwitchReading},
};

/// What a portal answered to an order, and what was read before and after.
pub(super) struct Switching {
    /// Those that were off and were not switched off again.
    off: HashMap<DialogId, DialogReading>,
    rows: HashMap<DialogId, SwitchReading>,
    /// Whose flag silent mode is there, as far as it is known now.
    pub(super) generation: Generation,
}

/// Switches the dialogs and reads them back.
pub(super) async fn switch(
    portal: &Portal<'_>,
    ids: &[DialogId],
    order: Switch,
    known: Generation,
) -> Switching {
    let off = match already_off(portal, ids, order, known).await {
        Ok(off) => off,
        // What can't be asked now can't be switched either.
        Err(error) => return Switching::failed(ids, &error, known),
    };
    let ids: Vec<DialogId> = ids.iter().copied().filter(|id| !off.contains_key(id)).collect();
    // What a switch does to the field tells the generation, if the field was seen before.
    let rows = portal.switch_all(&ids, order, known == Generation::Unknown).await;
    let learned = off.values().map(|read| read.reading.evidence()).fold(known, or);
    let generation = rows.iter().filter(|row| row.answer.is_ok()).fold(learned, |known, row| {
        let after = row.after.as_ref().map(|read| read.reading);
        after.map_or(known, |after| generation_after(known, row.before, order, after))
    });
    Switching { off, rows: ids.into_iter().zip(rows).collect(), generation }
}

/// The dialogs that an order to switch off finds off. To a chat that was never silenced the older
/// generation would say that it no longer is.
async fn already_off(
    portal: &Portal<'_>,
    ids: &[DialogId],
    order: Switch,
    known: Generation,
) -> Result<HashMap<DialogId, DialogReading>, PortalError> {
    if order.is_on() || known == Generation::Personal {
        return Ok(HashMap::new());
    }
    let readings = portal.already_off(ids).await?;
    Ok(ids.iter().copied().zip(readings).filter_map(|(id, read)| Some((id, read?))).collect())
}

/// What is known, or better what was proven.
fn or(known: Generation, proven: Generation) -> Generation {
    if proven == Generation::Unknown { known } else { proven }
}

impl Switching {
    fn failed(ids: &[DialogId], error: &PortalError, generation: Generation) -> Self {
        let row = || SwitchReading { answer: Err(error.clone()), before: None, after: None };
        let rows = ids.iter().map(|id| (*id, row())).collect();
        Self { off: HashMap::new(), rows, generation }
    }

    /// What the portal answered about a dialog: how far the order is proven, or why it failed.
    pub(super) fn outcome(&self, dialog: DialogId, order: Switch) -> Result<Proof, &PortalError> {
        if self.off.contains_key(&dialog) {
            return Ok(Proof::ReadBack);
        }
        match self.rows.get(&dialog).map(|row| &row.answer) {
            Some(Err(error)) => Err(error),
            _ => Ok(self.proof(dialog, order)),
        }
    }

    /// The dialog's name, where it was read.
    pub(super) fn title(&self, dialog: DialogId) -> Option<String> {
        let read = self.off.get(&dialog).or_else(|| self.rows.get(&dialog)?.after.as_ref())?;
        read.title.clone()
    }

    /// Whether silent mode was on for the caller before the order, where that could be read.
    #[cfg_attr(not(test), expect(dead_code, reason = "for the button that takes an order back"))]
    pub(super) fn before(&self, dialog: DialogId) -> Option<bool> {
        if self.off.contains_key(&dialog) {
            return Some(false);
        }
        self.rows.get(&dialog)?.before?.silent(self.generation)
    }

    fn proof(&self, dialog: DialogId, order: Switch) -> Proof {
        let after = self.rows.get(&dialog).and_then(|row| row.after.as_ref());
        let reading = after.map_or_else(Reading::default, |read| read.reading);
        match reading.silent(self.generation) {
            None => Proof::SaidOnly,
            Some(silent) if silent == order.is_on() => Proof::ReadBack,
            Some(_) => Proof::Contradicted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_before_is_told_as_far_as_it_was_read() {
        let id = |number| DialogId::new(number).unwrap();
        let row = |before| SwitchReading { answer: Ok(()), before, after: None };
        let read = |session, field| Some(Reading { session, field });
        let off = DialogReading {
            id: id(1),
            title: None,
            connector: None,
            line: None,
            owner: None,
            closed: false,
            reading: Reading { session: None, field: Some(false) },
        };
        let switching = |generation| Switching {
            off: HashMap::from([(id(1), off.clone())]),
            rows: HashMap::from([
                (id(2), row(read(Some(true), None))),
                (id(3), row(read(None, Some(true)))),
                (id(4), row(None)),
            ]),
            generation,
        };
        let all = |switching: Switching| [1, 2, 3, 4, 5].map(|n| switching.before(id(n)));
        let (on, off) = (Some(true), Some(false));
        assert_eq!(all(switching(Generation::ChatWide)), [off, on, on, None, None]);
        assert_eq!(all(switching(Generation::Personal)), [off, on, None, None, None]);
    }
}
