//! The switch itself: read, switched and read back in one request.

use jiff::Timestamp;
use serde_json::Value;

use super::{
    batch::{self, Batch, MOST, Outcomes},
    dialog::DialogReading,
    error::PortalError,
    handle::Portal,
    patience::Action,
    retry::Endured,
};
use crate::domain::{
    dialog::DialogId,
    silent_mode::{Reading, Switch},
};

/// The method that switches silent mode.
pub const METHOD: &str = "imopenlines.session.mode.silent";

/// A dialog's commands run in this order: names are sorted, and so are they.
const STATE_BEFORE: char = 'a';
const DIALOG_BEFORE: char = 'b';
const SWITCH: char = 'c';
const DIALOG_AFTER: char = 'd';
const STATE_AFTER: char = 'e';

/// What came of the order for one dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwitchReading {
    /// `Ok` proves that the caller had access, not that anything changed: see `after`.
    pub answer: Result<(), PortalError>,
    /// The state before; `None` where an earlier try may have changed it. The field is only there
    /// if it was asked for.
    pub before: Option<Reading>,
    /// The dialog after it.
    pub after: Option<DialogReading>,
}

/// An order for some dialogs, and what came of it so far.
struct Order<'a> {
    dialogs: &'a [DialogId],
    switch: Switch,
    look_first: bool,
    rows: Vec<Option<SwitchReading>>,
    /// The dialogs that are still to be switched, as places in the others.
    left: Vec<usize>,
    /// No try was made that may have acted without an answer.
    untouched: bool,
}

impl Portal<'_> {
    /// Switches dialogs, a row for each in their order, and reads their states before and after.
    /// One request carries 12 dialogs, or 10 if they are to be looked at first: then the time
    /// before shows all of the state, and not only what `isSilentMode` tells.
    ///
    /// A dialog whose switch is refused is sent again where the table in `patience` says so.
    pub async fn switch_all(
        &self,
        dialogs: &[DialogId],
        switch: Switch,
        look_first: bool,
    ) -> Vec<SwitchReading> {
        let commands = if look_first { 5 } else { 4 };
        let mut rows = Vec::with_capacity(dialogs.len());
        for dialogs in dialogs.chunks(MOST / commands) {
            rows.extend(self.switch_some(Order::new(dialogs, switch, look_first)).await);
        }
        rows
    }

    async fn switch_some(&self, mut order: Order<'_>) -> Vec<SwitchReading> {
        match self.carry_out(&mut order).await {
            Ok(()) => order.end(&PortalError::UnexpectedResult),
            Err(error) => order.end(&error),
        }
    }

    /// Tries until nothing is left to be tried.
    async fn carry_out(&self, order: &mut Order<'_>) -> Result<(), PortalError> {
        let mut endured = Endured::default();
        loop {
            self.take_turn(&[METHOD, batch::METHOD], &mut endured).await?;
            let outcomes = self.batch_once(order.commands()).await;
            match order.take(outcomes, |error| self.may_pass(error)) {
                None => return Ok(()),
                Some(error) => self.endure(error, &mut endured).await?,
            }
        }
    }

    /// Whether the table has anything to do about an error.
    fn may_pass(&self, error: &PortalError) -> bool {
        self.manners().patience.action(error) != Action::GiveUp
    }
}

impl<'a> Order<'a> {
    fn new(dialogs: &'a [DialogId], switch: Switch, look_first: bool) -> Self {
        let (rows, left) = (vec![None; dialogs.len()], (0..dialogs.len()).collect());
        Self { dialogs, switch, look_first, rows, left, untouched: true }
    }

    /// The commands for what is left.
    ///
    /// The order is one of two exact strings and never left out: the portal takes anything else
    /// for "off".
    fn commands(&self) -> Batch {
        let activate = if self.switch.is_on() { "Y" } else { "N" };
        let mut batch = Batch::default();
        for &place in &self.left {
            let dialog = self.dialogs[place];
            batch.add_state(name(place, STATE_BEFORE), dialog);
            if self.look_first {
                batch.add_dialog(name(place, DIALOG_BEFORE), dialog);
            }
            let params = [("CHAT_ID", &*dialog.to_string()), ("ACTIVATE", activate)];
            batch.add(name(place, SWITCH), METHOD, &params);
            batch.add_dialog(name(place, DIALOG_AFTER), dialog);
            batch.add_state(name(place, STATE_AFTER), dialog);
        }
        batch
    }

    /// Takes a try's outcomes, and gives the first error for whose sake something is left.
    fn take(
        &mut self,
        outcomes: Result<Outcomes, PortalError>,
        may_pass: impl Fn(&PortalError) -> bool,
    ) -> Option<PortalError> {
        let outcomes = match outcomes {
            Ok(outcomes) => outcomes,
            Err(error) => {
                self.untouched &= !error.trouble(Timestamp::UNIX_EPOCH).may_have_acted();
                self.fail(&error);
                return Some(error);
            }
        };
        let mut first = None;
        for place in std::mem::take(&mut self.left) {
            let row = self.row(place, &outcomes);
            if let Some(error) = row.answer.as_ref().err().filter(|error| may_pass(error)) {
                first.get_or_insert_with(|| error.clone());
                self.left.push(place);
            }
            self.rows[place] = Some(row);
        }
        first
    }

    fn row(&self, place: usize, outcomes: &Outcomes) -> SwitchReading {
        let answer = match outcomes.of(&name(place, SWITCH)) {
            Ok(Value::Bool(true)) => Ok(()),
            Ok(_) => Err(PortalError::UnexpectedResult),
            Err(error) => Err(error),
        };
        let dialog = |step| outcomes.reading(&name(place, step), &name(place, STATE_AFTER)).ok();
        let field = dialog(DIALOG_BEFORE).and_then(|read| read.reading.field);
        let before = Reading { session: outcomes.state(&name(place, STATE_BEFORE)), field };
        let earlier = self.rows[place].as_ref().and_then(|row| row.before);
        let before = earlier.or_else(|| self.untouched.then_some(before));
        SwitchReading { answer, before, after: dialog(DIALOG_AFTER) }
    }

    /// Gives all that is left the same error.
    fn fail(&mut self, error: &PortalError) {
        for &place in &self.left {
            self.rows[place] = Some(failed(error.clone()));
        }
    }

    /// The rows, after `error` ended the tries if any are left. A dialog that was refused by
    /// itself keeps its own error, unless nobody wants it any more.
    fn end(mut self, error: &PortalError) -> Vec<SwitchReading> {
        if *error == PortalError::Superseded {
            self.fail(error);
        }
        self.rows.into_iter().map(|row| row.unwrap_or_else(|| failed(error.clone()))).collect()
    }
}

fn failed(error: PortalError) -> SwitchReading {
    SwitchReading { answer: Err(error), before: None, after: None }
}

/// A command's name; there are fewer than a hundred dialogs.
fn name(place: usize, step: char) -> String {
    format!("d{place:02}{step}")
}
