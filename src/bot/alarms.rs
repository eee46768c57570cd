//! What only an admin can mend is told to all of them and to the on-call room, each thing once an
//! hour at most.

use std::{collections::HashMap, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::mpsc;

use super::pipeline::Pipeline;
use crate::domain::reply::{Alarm, Reply};

/// How long the same alarm is not raised again.
const QUIET: SignedDuration = SignedDuration::from_hours(1);

/// Passes alarms on to the admins and the room for as long as somebody may raise one.
pub async fn tell_admins(pipeline: Arc<Pipeline>, mut alarms: mpsc::UnboundedReceiver<Alarm>) {
    let mut told: HashMap<Alarm, Timestamp> = HashMap::new();
    while let Some(alarm) = alarms.recv().await {
        let now = pipeline.clock.now();
        told.retain(|_, at| now.duration_since(*at) < QUIET);
        if told.contains_key(&alarm) {
            continue;
        }
        told.insert(alarm.clone(), now);
        let reply = Reply::Alarm(alarm.clone());
        let room = pipeline.tell_room(&reply);
        let admins = pipeline.tell_all_admins(&reply);
        futures_util::future::join(room, admins).await;
    }
}
