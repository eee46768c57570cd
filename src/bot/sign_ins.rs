//! Sign-ins on portals: who comes back by the HTTP side, and what is said about it in the chat.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::FutureExt as _;
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinSet,
};

use super::pipeline::Pipeline;
use crate::{
    desk::{CameBack, ComeBack, Spoken, until_back},
    domain::sign_in::Page,
    i18n::{self, Locale},
};

/// How many may come back at the same time.
const QUEUE: usize = 64;

/// After how long a browser is told that it goes on.
const PATIENCE: Duration = Duration::from_secs(8);

/// After how long it is tried again to read what is to be said.
const PAUSE: Duration = Duration::from_secs(10);

struct Visit {
    back: ComeBack,
    page: oneshot::Sender<(Page, Locale)>,
}

/// The end at which people come back. Clones are the same end.
#[derive(Clone)]
pub struct Gate(mpsc::Sender<Visit>);

/// The end at which they are received.
pub struct Visits(mpsc::Receiver<Visit>);

/// A way for people who come back.
pub fn gate() -> (Gate, Visits) {
    let (gate, visits) = mpsc::channel(QUEUE);
    (Gate(gate), Visits(visits))
}

impl Gate {
    /// Takes somebody who comes back from a portal. Gives the page to show, as HTML, and whether
    /// it tells of something that worked; `None` if there are too many.
    pub async fn come_back(&self, back: ComeBack) -> Option<(bool, String)> {
        let (page, shown) = oneshot::channel();
        self.0.try_send(Visit { back, page }).ok()?;
        let shown = tokio::time::timeout(PATIENCE, shown).await;
        let (page, locale) = match shown {
            Ok(shown) => shown.ok()?,
            Err(_) => (Page::GoesOn, Locale::DEFAULT),
        };
        let worked = matches!(page, Page::Connected { .. } | Page::GoesOn);
        Some((worked, i18n::page(&page, locale)))
    }
}

/// Receives who comes back, and tells what is to be told about sign-ins.
pub struct SignIns {
    pipeline: Arc<Pipeline>,
    visits: Option<Visits>,
}

impl SignIns {
    /// For this pipeline's desk; without an HTTP side nobody comes back.
    pub fn new(pipeline: Arc<Pipeline>, visits: Option<Visits>) -> Self {
        Self { pipeline, visits }
    }

    /// Runs for as long as it is polled.
    pub async fn run(self) {
        let Self { pipeline, visits } = self;
        let telling = AssertUnwindSafe(tell(&pipeline)).catch_unwind();
        tokio::join!(telling, receive(&pipeline, visits)).0.unwrap_or_else(|_| {
            tracing::error!("a panic: what ends by itself is told at the next start");
        });
    }
}

async fn receive(pipeline: &Arc<Pipeline>, visits: Option<Visits>) {
    let Some(Visits(mut visits)) = visits else { return };
    let mut work = JoinSet::new();
    while let Some(Visit { back, page }) = visits.recv().await {
        while work.try_join_next().is_some() {}
        let pipeline = Arc::clone(pipeline);
        work.spawn(async move {
            let shown = match pipeline.desk.come_back(back).await {
                Ok(CameBack::Stray(shown)) => (shown, pipeline.settings.default_locale),
                Ok(CameBack::Done { said, page: shown }) => {
                    let locale = pipeline.locale_of(said.to).await;
                    // Who looks at the browser need not wait for Telegram.
                    let _ = page.send((shown, locale));
                    pipeline.say(&said).await;
                    return;
                }
                Err(error) => {
                    tracing::error!(%error, "a sign-in failed");
                    (Page::NotDone, pipeline.settings.default_locale)
                }
            };
            // A browser that has gone needs no page.
            let _ = page.send(shown);
        });
    }
}

async fn tell(pipeline: &Pipeline) {
    loop {
        let (told, said) = match pipeline.desk.next_about_sign_ins().await {
            Ok(news) => news,
            Err(error) => {
                tracing::error!(%error, "news of sign-ins can't be read");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        pipeline.say(&said).await;
        if let Err(error) = until_back(|| pipeline.desk.spoken(told)).await {
            // It would be said again and again.
            tracing::error!(%error, "what was said of a sign-in can't be noted: no more is said");
            return;
        }
    }
}

impl Pipeline {
    /// Says something about a sign-in, in the place of its message if there is one.
    async fn say(&self, said: &Spoken) {
        let rendered = i18n::render(&said.reply, self.locale_of(said.to).await);
        let sent = if said.place.message == 0 {
            self.sender.notify(said.place, &rendered).await.map(drop)
        } else {
            self.sender.replace(said.place, &rendered).await.map(drop)
        };
        if let Err(error) = sent {
            tracing::warn!(%error, person = %said.to, "news of a sign-in was not sent");
        }
    }
}
