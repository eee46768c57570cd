//! What the process does by itself, beside its work.

use std::{sync::Arc, time::Duration};

use jiff::SignedDuration;

use crate::{
    backup::Daily,
    config::Keep,
    desk::{Desk, Retention},
    domain::{clock::Clock, pulse::Pulse},
    keeping::Keeping,
    store::{Store, StoreError},
};

/// How often the heart beats.
const BEAT_EVERY: SignedDuration = SignedDuration::from_secs(1);

/// How often it is looked whether the store is still this process's.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How often what is too old is forgotten, and idle sign-ins are looked at.
const SWEEP_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// The process's heart.
pub(super) async fn beat(pulse: Pulse, clock: Arc<dyn Clock>) {
    loop {
        pulse.beat();
        clock.sleep_until(clock.now() + BEAT_EVERY).await;
    }
}

/// Waits until another process has taken the store over, and says what is known of it. For ever
/// where that can't be.
pub(super) async fn taken_over(keeping: &Keeping, store: &dyn Store) -> String {
    loop {
        if let (Keeping::Database(_), Err(StoreError::Broken { reason, .. })) =
            (keeping, store.health())
        {
            return reason;
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Keeps idle sign-ins alive.
pub(super) async fn keep_alive(desk: Desk, clock: Arc<dyn Clock>) {
    loop {
        if let Err(error) = desk.keep_alive().await {
            tracing::error!(%error, "idle sign-ins could not be looked at");
        }
        clock.sleep_until(clock.now() + SWEEP_EVERY).await;
    }
}

/// Forgets what is too old, and makes a backup a day where hushbot makes them.
pub(super) async fn keep_house(
    desk: Desk,
    daily: Option<Daily>,
    clock: Arc<dyn Clock>,
    limits: Retention,
) {
    loop {
        if let Err(error) = desk.sweep(&limits).await {
            tracing::error!(%error, "old rows could not be forgotten");
        }
        if let Some(daily) = &daily
            && let Err(error) = daily.make(clock.now()).await
        {
            tracing::error!(%error, "the daily backup failed");
        }
        clock.sleep_until(clock.now() + SWEEP_EVERY).await;
    }
}

pub(super) fn retention(keep: Keep) -> Retention {
    Retention {
        settled_for: keep.answered,
        offers_for: keep.offers,
        invites_for: keep.invites,
        audit_for: keep.log,
        ..Retention::default()
    }
}
