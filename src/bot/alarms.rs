//! What only an admin can mend is told to all of them, each thing once an hour at most.

use std::{collections::HashMap, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::mpsc;

use super::pipeline::Pipeline;
use crate::{
    desk::Notice,
    domain::{
        chat::ChatPlace,
        reply::{Alarm, Reply},
    },
};

/// How long the same alarm is not raised again.
const QUIET: SignedDuration = SignedDuration::from_hours(1);

/// Passes alarms on to the admins for as long as somebody may raise one.
pub async fn tell_admins(pipeline: Arc<Pipeline>, mut alarms: mpsc::UnboundedReceiver<Alarm>) {
    let mut told: HashMap<Alarm, Timestamp> = HashMap::new();
    while let Some(alarm) = alarms.recv().await {
        let now = pipeline.clock.now();
        told.retain(|_, at| now.duration_since(*at) < QUIET);
        if told.contains_key(&alarm) {
            continue;
        }
        told.insert(alarm.clone(), now);
        let admins = match pipeline.desk.admins().await {
            Ok(admins) => admins,
            Err(error) => {
                tracing::error!(%error, ?alarm, "the admins could not be told");
                continue;
            }
        };
        for to in admins {
            let chat = i64::try_from(to.0).unwrap_or_default();
            let place = ChatPlace { chat, private: true, thread: None, message: 0 };
            pipeline.notify(&Notice { to, place, reply: Reply::Alarm(alarm.clone()) }).await;
        }
    }
}
