//! While the store is away. A database can be, and comes back by itself; what a disk refuses is
//! refused for good.

use std::time::Duration;

use super::{Desk, DeskError};
use crate::store::StoreError;

/// The pauses between tries.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

impl DeskError {
    /// Whether the store is only away, or takes no writes for now: another try may work.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Store(StoreError::Unavailable { .. }))
    }

    /// Whether this process writes nothing more.
    pub fn is_broken(&self) -> bool {
        matches!(self, Self::Store(StoreError::Broken { .. }))
    }
}

/// Does something until it works, or fails for another reason than that the store is away. It may
/// be done several times: what an error leaves open may have been written.
pub async fn until_back<T, F, A>(attempt: F) -> Result<T, DeskError>
where
    F: Fn() -> A,
    A: Future<Output = Result<T, DeskError>>,
{
    let mut pause = FIRST_PAUSE;
    loop {
        match attempt().await {
            Err(error) if error.may_pass() => {
                tracing::warn!(%error, pause_ms = pause.as_millis(), "the store is away");
            }
            outcome => return outcome,
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

impl Desk {
    /// Whether the store takes writes. One that did not a while ago is tried.
    pub async fn can_keep(&self) -> bool {
        self.store_health().is_ok() || self.probe().await.is_ok()
    }
}
