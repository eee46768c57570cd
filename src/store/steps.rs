//! What leads from each format of the rows to the next, whatever they are kept in.

use super::{Batch, Rows, StoreError, Table};

/// Reads all rows of a table.
pub(super) type ReadTable<'a> = dyn Fn(Table) -> Result<Rows, StoreError> + 'a;

/// What leads from one format to the next.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// The format after it.
    pub(super) to: u32,
    /// What must be written for it.
    pub(super) changes: fn(&ReadTable<'_>) -> Result<Batch, StoreError>,
}

/// All steps since format 1, in order; the last leads to [`FORMAT`](super::FORMAT).
pub(super) const STEPS: &[Step] = &[
    // The tables from Inbox on are new; the older ones stay as they are.
    Step { to: 2, changes: |_| Ok(Batch::new()) },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::FORMAT;

    #[test]
    fn the_steps_lead_from_the_first_format_to_the_newest() {
        let formats: Vec<_> = STEPS.iter().map(|step| step.to).collect();
        assert_eq!(formats, (2..=FORMAT).collect::<Vec<_>>());
    }
}
