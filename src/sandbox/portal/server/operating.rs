//! The limit on working time, as it meets a call.

use std::time::Duration;

use super::{Server, Visit, lock};
use crate::sandbox::portal::limits::Operating;
use crate::sandbox::portal::methods::Method;

impl Server {
    fn worker(visit: &Visit, method: &'static Method) -> Option<(u64, String, &'static str)> {
        Some((visit.target.user_id()?, visit.target.secret()?.to_owned(), method.name))
    }

    pub(super) fn blocked(&self, visit: &Visit, method: &'static Method) -> bool {
        let Some(meters) = &self.meters else { return false };
        Self::worker(visit, method).is_some_and(|worker| lock(meters).blocked(&worker))
    }

    pub(super) fn operating(&self, visit: &Visit, method: &'static Method) -> Option<Operating> {
        let meters = self.meters.as_ref()?;
        Some(lock(meters).operating(&Self::worker(visit, method)?))
    }

    pub(super) fn worked(&self, visit: &Visit, time: Duration) {
        let method = Method::find(&visit.target.method);
        if let (Some(meters), Some(method)) = (&self.meters, method)
            && let Some(worker) = Self::worker(visit, method)
        {
            lock(meters).worked(worker, time);
        }
    }
}
