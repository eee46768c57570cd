//! What a call is waiting for, for whoever waits for the call.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;

use super::error::PortalError;

/// Shows what the call that reports to it waits for. Clones show the same.
///
/// It is meant for calls one after another; of several at once it shows the wait that began last.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Mutex<Option<Wait>>>);

type Wait = Arc<(PortalError, Instant)>;

impl Progress {
    /// The error that makes the call wait before its next try, and until when at the latest it
    /// waits. `None` while it does not wait, and once it has ended.
    pub fn waiting(&self) -> Option<(PortalError, Instant)> {
        self.lock().as_deref().cloned()
    }

    /// Shows a wait for as long as the guard lives.
    pub(super) fn show(&self, error: &PortalError, until: Instant) -> Shown<'_> {
        let wait = Arc::new((error.clone(), until));
        *self.lock() = Some(Arc::clone(&wait));
        Shown { progress: self, wait }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Wait>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Clears the wait, whether it ends or is given up.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    progress: &'a Progress,
    wait: Wait,
}

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        let mut shown = self.progress.lock();
        if shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, &self.wait)) {
            *shown = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_shows_until_it_ends_and_takes_no_other_with_it() {
        let (progress, until) = (Progress::default(), Instant::now());
        let view = progress.clone();
        let first = progress.show(&PortalError::NoAnswer, until);
        let second = progress.show(&PortalError::Unreachable, until);
        drop(first);
        assert_eq!(view.waiting(), Some((PortalError::Unreachable, until)));
        drop(second);
        assert_eq!(view.waiting(), None);
    }
}
