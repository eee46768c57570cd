//! Where updates come from.

use std::{pin::pin, time::Duration};

use futures_util::FutureExt as _;

use super::RunError;
use crate::bot::{Batch, Inbox, poller::Poller, webhook::Delivered};

/// How long the last updates may take to be kept when the process is told to stop.
const LAST: Duration = Duration::from_secs(3);

pub(super) enum Source {
    Poller(Poller),
    Webhook(Delivered),
}

impl Source {
    /// Hands updates to the inbox until `shutdown` completes, or `lost`: then another process has
    /// the store. That one gets the updates, too, and works on those in the inbox.
    pub(super) async fn fill(
        &mut self,
        inbox: &mut Inbox,
        shutdown: impl Future<Output = ()>,
        lost: impl Future<Output = String>,
    ) -> Result<(), RunError> {
        let (shutdown, mut lost) = (shutdown.shared(), pin!(lost));
        loop {
            let batch = tokio::select! {
                batch = self.next() => batch,
                () = shutdown.clone() => return Ok(()),
                reason = &mut lost => return Err(RunError::TakenOver(reason)),
            };
            let too_late = async {
                shutdown.clone().await;
                tokio::time::sleep(LAST).await;
            };
            let kept = tokio::select! {
                kept = inbox.take(batch) => kept,
                // A store that is away is not waited for. They come again.
                () = too_late => false,
            };
            self.note(kept);
        }
    }

    async fn next(&mut self) -> Batch {
        match self {
            Self::Poller(poller) => poller.next().await,
            Self::Webhook(delivered) => delivered.next().await,
        }
    }

    /// Takes note of whether the last updates are kept. Who brought them by webhook was told.
    fn note(&mut self, kept: bool) {
        match self {
            Self::Poller(poller) if kept => poller.kept(),
            Self::Poller(poller) => poller.not_kept(),
            Self::Webhook(_) => {}
        }
    }

    pub(super) fn into_poller(self) -> Option<Poller> {
        match self {
            Self::Poller(poller) => Some(poller),
            Self::Webhook(_) => None,
        }
    }
}
