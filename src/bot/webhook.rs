//! Updates by webhook: Telegram brings them to the HTTP side, which hands them over here.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use jiff::SignedDuration;
use secrecy::{ExposeSecret as _, SecretString};
use teloxide::{
    Bot, RequestError,
    payloads::SetWebhookSetters as _,
    requests::{Request as _, Requester as _},
    types::{Update, WebhookInfo},
};
use tokio::sync::{mpsc, oneshot};
use url::Url;

use super::{
    inbox::Batch,
    poller::{Pause, WANTED, outcome},
    tally,
};
use crate::domain::{clock::Clock, pulse::Pulse, reply::Alarm};

/// How many updates wait for the inbox before further ones are refused; Telegram has at most
/// [`CONNECTIONS`] under way.
const QUEUE: usize = 256;

/// How many updates are kept in one write.
const ROUND: usize = 100;

/// How many updates Telegram may bring at once.
const CONNECTIONS: u8 = 40;

/// How often Telegram is asked whether the webhook is still set.
const CHECK_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// An update as it came, and who waits to hear whether it is kept.
struct Delivery {
    update: Vec<u8>,
    kept: oneshot::Sender<bool>,
}

/// The end at which updates are handed over. Clones are the same end.
#[derive(Clone)]
pub struct Deliveries(mpsc::Sender<Delivery>);

impl Deliveries {
    /// Hands an update over, as JSON. Whether it needs not be sent again: it is on disk, was
    /// before, or is none.
    pub async fn hand_over(&self, update: Vec<u8>) -> bool {
        let (kept, answer) = oneshot::channel();
        self.0.try_send(Delivery { update, kept }).is_ok() && answer.await.unwrap_or(false)
    }
}

/// The end at which updates come out.
pub struct Delivered {
    deliveries: mpsc::Receiver<Delivery>,
    heard: Instant,
    quiet: Quiet,
    pulse: Pulse,
}

/// When nothing waited at Telegram last.
#[derive(Debug, Clone, Default)]
pub struct Quiet(Arc<Mutex<Option<Instant>>>);

impl Quiet {
    fn lock(&self) -> MutexGuard<'_, Option<Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A way for updates, and what [`Registration`] needs to note when it is empty.
pub fn deliveries(pulse: Pulse) -> (Deliveries, Delivered) {
    let (sender, deliveries) = mpsc::channel(QUEUE);
    let (heard, quiet) = (Instant::now(), Quiet::default());
    (Deliveries(sender), Delivered { deliveries, heard, quiet, pulse })
}

impl Delivered {
    /// The next updates: all that wait, so that they share one write.
    pub async fn next(&mut self) -> Batch {
        loop {
            let mut round = Vec::with_capacity(ROUND);
            if self.deliveries.recv_many(&mut round, ROUND).await == 0 {
                // Nobody can hand anything over any more: the process ends.
                std::future::pending::<()>().await;
            }
            let mut batch = self.batch(round);
            if !batch.updates.is_empty() {
                batch.updates.sort_by_key(|update| update.id.0);
                return batch;
            }
        }
    }

    /// When nothing waited last.
    pub fn quiet(&self) -> Quiet {
        self.quiet.clone()
    }

    fn batch(&mut self, round: Vec<Delivery>) -> Batch {
        self.pulse.heard();
        let before = std::mem::replace(&mut self.heard, Instant::now());
        let quiet = self.quiet.lock().filter(|quiet| *quiet > before);
        let silence = quiet.unwrap_or(before).elapsed();
        let mut batch =
            Batch { silence, caught_up: quiet.is_some(), more: true, ..Batch::default() };
        for Delivery { update, kept } in round {
            match serde_json::from_slice::<Update>(&update) {
                Ok(update) => {
                    batch.updates.push(update);
                    batch.waiting.push(kept);
                }
                Err(error) => {
                    // It would be the same the next time.
                    let (line, column) = (error.line(), error.column());
                    tracing::error!(line, column, "what came to the webhook is no update");
                    tally::unreadable_update();
                    let _ = kept.send(true);
                }
            }
        }
        batch
    }
}

/// Sees to it that Telegram brings updates to the webhook, and to this one.
pub struct Registration {
    /// Where to.
    pub url: Url,
    /// What shows that it is Telegram who brings them.
    pub secret: SecretString,
    /// Through whom Telegram is asked.
    pub bot: Bot,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Notes each answer of Telegram's that says that all is well.
    pub pulse: Pulse,
    /// Notes when nothing waits.
    pub quiet: Quiet,
    /// Where to say that somebody else takes the updates.
    pub alarms: mpsc::UnboundedSender<Alarm>,
}

/// The path of the URL is left out: it is hard to guess on purpose.
impl fmt::Debug for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registration").field("host", &self.url.host_str()).finish_non_exhaustive()
    }
}

impl Registration {
    /// Sets the webhook, looks every minute whether it is still set, and sets it again. Runs for
    /// as long as it is polled. At the end of the process the webhook stays: Telegram keeps
    /// updates for a day.
    pub async fn keep(self) {
        let mut pause = Pause::default();
        let mut told = None;
        self.set(&mut pause).await;
        loop {
            let info = self.bot.get_webhook_info().send().await;
            tally::count_call("GetWebhookInfo", outcome(info.as_ref().err()));
            match info {
                Ok(info) if info.url.as_ref() == Some(&self.url) => {
                    pause = Pause::default();
                    self.note(&info, &mut told);
                    self.clock.sleep_until(self.clock.now() + CHECK_EVERY).await;
                }
                Ok(_) => {
                    tracing::error!("somebody else has changed the webhook; setting it again");
                    // Nobody listens only while the process ends.
                    let _ = self.alarms.send(Alarm::SecondPoller);
                    self.set(&mut pause).await;
                }
                Err(error) => pause.after(error, "the webhook can't be checked").await,
            }
        }
    }

    async fn set(&self, pause: &mut Pause) {
        while let Err(error) = self.try_to_set().await {
            pause.after(error, "the webhook is not set").await;
        }
        self.pulse.heard();
        tracing::info!(host = self.url.host_str(), "Telegram brings updates to the webhook");
    }

    async fn try_to_set(&self) -> Result<(), RequestError> {
        let request = self
            .bot
            .set_webhook(self.url.clone())
            .secret_token(self.secret.expose_secret())
            .max_connections(CONNECTIONS)
            .drop_pending_updates(false)
            .allowed_updates(WANTED);
        let answer = request.send().await;
        tally::count_call("SetWebhook", outcome(answer.as_ref().err()));
        answer.map(|_| ())
    }

    /// Takes note of what Telegram tells about the webhook that is set.
    fn note(&self, info: &WebhookInfo, told: &mut Option<i64>) {
        self.pulse.heard();
        tally::pending(info.pending_update_count);
        if info.pending_update_count == 0 {
            *self.quiet.lock() = Some(Instant::now());
        }
        let failed = info.last_error_date.map(|date| date.timestamp());
        if failed > *told {
            let why = info.last_error_message.as_deref().unwrap_or("no reason");
            tracing::warn!(why, "Telegram could not bring an update to the webhook");
            *told = failed;
        }
    }
}
