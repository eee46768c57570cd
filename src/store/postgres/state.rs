//! How the store is, for whoever asks.

use std::{
    io,
    sync::{Mutex, OnceLock, PoisonError},
    time::Duration,
};

use super::session::Trouble;
use crate::store::{StoreError, tally};

/// How long the store waits for what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// For another process to give the store up. Longer than an old one gets for stopping, and
    /// than the server takes to notice one that has vanished.
    pub(super) patience: Duration,
    /// For a connection to be made.
    pub(super) connect: Duration,
    /// For a round or a read to be answered.
    pub(super) answer: Duration,
    /// For a database that is away, before those who commit are told.
    pub(super) away: Duration,
    /// The same once the store is to be closed.
    pub(super) closing: Duration,
    /// Between two tries while the database refuses what is written, and nobody commits.
    pub(super) probe: Duration,
}

impl Limits {
    pub(super) const DEFAULT: Self = Self {
        patience: Duration::from_secs(15),
        connect: Duration::from_secs(10),
        answer: Duration::from_secs(10),
        away: Duration::from_secs(30),
        closing: Duration::from_secs(5),
        probe: Duration::from_secs(5),
    };
}

impl Trouble {
    /// What those hear whose commit or read fails for it.
    pub(super) fn error(&self) -> StoreError {
        StoreError::Unavailable { reason: self.reason.clone(), kind: self.kind }
    }

    /// The same, where it can't be known whether the commit was written.
    pub(super) fn doubtful(&self) -> StoreError {
        let reason = format!("{}; whether this was written is not known", self.reason);
        StoreError::Unavailable { reason, kind: self.kind }
    }
}

/// How the store is.
#[derive(Default)]
pub(super) struct State {
    /// Why nothing is written any more, for good.
    broken: OnceLock<String>,
    /// Why nothing can be written for now.
    trouble: Mutex<Option<Trouble>>,
}

impl State {
    /// The database is away, or does not take what is written.
    pub(super) fn suffer(&self, trouble: Trouble) {
        tally::failed();
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(trouble);
    }

    /// It took what was written.
    pub(super) fn heal(&self) {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Nothing is written from now on.
    pub(super) fn break_for_good(&self, reason: String) {
        tally::failed();
        tracing::error!(%reason, "the store is broken: nothing more is written");
        let _ = self.broken.set(reason);
    }

    /// The error of a broken store.
    pub(super) fn broken(&self) -> Option<StoreError> {
        let broken = |reason: &String| StoreError::Broken {
            reason: reason.clone(),
            kind: None::<io::ErrorKind>,
        };
        self.broken.get().map(broken)
    }

    /// Why nothing can be written for now.
    pub(super) fn trouble(&self) -> Option<Trouble> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn health(&self) -> Result<(), StoreError> {
        match self.broken().or_else(|| self.trouble().map(|trouble| trouble.error())) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }
}
