//! The HTTP side put together: between the settings, the desk and the bot.

use std::{net::SocketAddr, sync::Arc};

use jiff::SignedDuration;
use secrecy::SecretString;
use teloxide::Bot;
use tokio::{
    net::TcpListener,
    sync::{mpsc, watch},
    task::{AbortHandle, JoinHandle},
};
use url::Url;

use super::StartError;
use crate::{
    bot::{
        sign_ins::{Visits, gate},
        webhook::{Delivered, Registration, deliveries},
    },
    config,
    desk::Desk,
    domain::{clock::Clock, pulse::Pulse, reply::Alarm},
    http, telemetry,
};

/// After how long without a word from Telegram the bot is not ready: the poller asks every 25
/// seconds, and with a webhook it is asked every minute whether the webhook is set.
const POLLER_HEARS_WITHIN: SignedDuration = SignedDuration::from_secs(90);
const WEBHOOK_HEARS_WITHIN: SignedDuration = SignedDuration::from_secs(200);

/// Takes the port, so that one that is taken is known at once.
pub(super) async fn listen(
    settings: Option<&config::Http>,
) -> Result<Option<TcpListener>, StartError> {
    let Some(config::Http { listen, variable, .. }) = settings else { return Ok(None) };
    let (address, variable) = (*listen, *variable);
    let listener = TcpListener::bind(address).await;
    listener.map(Some).map_err(|error| StartError::Listen { variable, address, error })
}

/// The HTTP side, not serving yet.
pub(super) struct Side {
    listener: TcpListener,
    parts: http::Parts,
    webhook: Option<Webhook>,
    visits: Option<Visits>,
}

/// The bot's end of the webhook.
pub(super) struct Webhook {
    url: Url,
    secret: SecretString,
    pub(super) delivered: Delivered,
}

impl Side {
    pub(super) async fn new(
        settings: config::Http,
        listener: TcpListener,
        desk: &Desk,
        pulse: &Pulse,
        clock: &Arc<dyn Clock>,
    ) -> Result<Self, StartError> {
        let config::Http { webhook, metrics_token, .. } = settings;
        let mut parts = http::Parts {
            desk: desk.clone(),
            pulse: pulse.clone(),
            clock: Arc::clone(clock),
            page: Arc::new(telemetry::metrics::install()),
            metrics_token,
            contact_within: POLLER_HEARS_WITHIN,
            webhook: None,
            sign_ins: None,
            limits: http::Limits::default(),
            prefix: String::new(),
        };
        let Some(config::Webhook { public_url, secret }) = webhook else {
            return Ok(Self { listener, parts, webhook: None, visits: None });
        };
        let secret = match secret {
            Some(secret) => secret,
            None => desk.webhook_secret().await?,
        };
        let (handing_over, delivered) = deliveries(pulse.clone());
        let hand_over: http::HandOver = Arc::new(move |update| {
            let handing_over = handing_over.clone();
            Box::pin(async move { handing_over.hand_over(update).await })
        });
        public_url.path().trim_end_matches('/').clone_into(&mut parts.prefix);
        parts.contact_within = WEBHOOK_HEARS_WITHIN;
        parts.webhook = Some(http::Webhook { secret: secret.clone(), hand_over });
        let (gate, visits) = gate();
        parts.sign_ins = Some(Arc::new(move |back| {
            let gate = gate.clone();
            Box::pin(async move { gate.come_back(back).await })
        }));
        let mut url = public_url;
        url.set_path(&format!("{}telegram/{}", url.path(), http::path_of(&secret)));
        let webhook = Some(Webhook { url, secret, delivered });
        Ok(Self { listener, parts, webhook, visits: Some(visits) })
    }

    pub(super) fn address(&self) -> Option<SocketAddr> {
        self.listener.local_addr().ok()
    }

    /// Begins to serve.
    pub(super) fn open(self) -> (Door, Option<Webhook>, Option<Visits>) {
        let Self { listener, parts, webhook, visits } = self;
        if let Ok(address) = listener.local_addr() {
            tracing::info!(%address, "the HTTP side listens");
        }
        let (stop, stopped) = watch::channel(false);
        let serving = tokio::spawn(http::serve(listener, parts, stopped));
        (Door { stop, cut_off: serving.abort_handle(), serving }, webhook, visits)
    }
}

/// The HTTP side while it serves; dropping it ends it at once.
pub(super) struct Door {
    stop: watch::Sender<bool>,
    cut_off: AbortHandle,
    serving: JoinHandle<()>,
}

impl Door {
    /// Takes no more requests, and lets those under way end.
    pub(super) async fn close(mut self) {
        self.stop.send_replace(true);
        // It ends in time by itself, and a panic in it was logged.
        let _ = (&mut self.serving).await;
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.cut_off.abort();
    }
}

impl Webhook {
    /// What sees to it that Telegram brings updates here.
    pub(super) fn registration(
        &self,
        bot: Bot,
        clock: Arc<dyn Clock>,
        pulse: Pulse,
        alarms: mpsc::UnboundedSender<Alarm>,
    ) -> Registration {
        let (url, secret) = (self.url.clone(), self.secret.clone());
        let quiet = self.delivered.quiet();
        Registration { url, secret, bot, clock, pulse, quiet, alarms }
    }
}
