//! Which keys a page may hold.

use super::Page;

/// The keys from `start` on, up to `end`, which is not among them; `None` is no end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) start: Vec<u8>,
    pub(super) end: Option<Vec<u8>>,
}

impl Range {
    /// The keys of a page whose keys begin with `prefix`; `None` if there can be none. `after`
    /// is the page's, in the same form as `prefix`.
    pub(super) fn of(prefix: &[u8], after: Option<&[u8]>, page: Page<'_>) -> Option<Self> {
        let mut range = Self { start: prefix.to_vec(), end: end_of(prefix) };
        match after {
            Some(after) if page.reverse && range.end.as_deref().is_none_or(|end| after < end) => {
                range.end = Some(after.to_vec());
            }
            // The first key behind another is that key and a zero.
            Some(after) if !page.reverse && after >= prefix => {
                range.start = [after, &[0]].concat();
            }
            _ => {}
        }
        range.end.as_ref().is_none_or(|end| range.start < *end).then_some(range)
    }
}

/// The first key behind all that begin with `prefix`.
fn end_of(prefix: &[u8]) -> Option<Vec<u8>> {
    let last = prefix.iter().rposition(|byte| *byte != 0xff)?;
    let mut end = prefix[..=last].to_vec();
    end[last] += 1;
    Some(end)
}
