//! What people saw and what the portal was told, kept as it happens: the local servers forget.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use hushbot::sandbox::{
    portal::{self, Call, Portal},
    telegram::{self, BotApi, Message},
};
use tokio::sync::watch;

/// The only method that switches.
const SWITCH: &str = "imopenlines.session.mode.silent";

/// A message of the bot's.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// When the Bot API took it.
    pub(crate) at: Instant,
    /// The same moment by the portal's clock.
    pub(crate) when: jiff::Timestamp,
    /// When it was changed.
    pub(crate) edits: Vec<Instant>,
    /// As it reads now.
    pub(crate) message: Message,
}

/// A call that switched a dialog.
#[derive(Debug, Clone)]
pub(crate) struct Switched {
    /// Counts up in order of arrival.
    pub(crate) number: u64,
    pub(crate) at: Instant,
    pub(crate) when: jiff::Timestamp,
    pub(crate) user: u64,
    pub(crate) dialog: u64,
    pub(crate) on: bool,
}

/// Everything that was seen so far.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) said: Vec<Said>,
    pub(crate) switched: Vec<Switched>,
    /// A server was faster than the record; what follows from it proves nothing.
    pub(crate) missed: bool,
}

/// A handle to the record. It goes on until the servers are gone.
#[derive(Clone)]
pub(crate) struct Record {
    seen: Arc<Mutex<Seen>>,
    changes: watch::Sender<()>,
}

impl Record {
    /// Begins to record.
    pub(crate) fn of(telegram: &BotApi, portal: &Portal) -> Self {
        let record = Self { seen: Arc::default(), changes: watch::Sender::new(()) };
        let (mut said, mut called) = (telegram.subscribe(), portal.subscribe());
        let (listener, other) = (record.clone(), record.clone());
        tokio::spawn(async move {
            use tokio::sync::broadcast::error::RecvError;
            loop {
                match said.recv().await {
                    Ok(event) => listener.note_said(event),
                    Err(RecvError::Lagged(_)) => listener.lock().missed = true,
                    Err(RecvError::Closed) => return,
                }
            }
        });
        tokio::spawn(async move {
            use tokio::sync::broadcast::error::RecvError;
            loop {
                match called.recv().await {
                    Ok(portal::Event::CallMade(call)) => other.note_call(&call),
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => other.lock().missed = true,
                    Err(RecvError::Closed) => return,
                }
            }
        });
        record
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the condition holds, for at most this long. Whether it does.
    pub(crate) async fn wait(&self, limit: Duration, holds: impl Fn(&Seen) -> bool) -> bool {
        let mut changes = self.changes.subscribe();
        let waiting = async {
            while !holds(&self.lock()) {
                // The sender is here, so it can't be gone.
                let _ = changes.changed().await;
            }
        };
        tokio::time::timeout(limit, waiting).await.is_ok()
    }

    fn note_said(&self, event: telegram::Event) {
        match event {
            telegram::Event::MessageAdded { message } if message.from_bot => {
                let (at, when) = (Instant::now(), jiff::Timestamp::now());
                self.lock().said.push(Said { at, when, edits: Vec::new(), message });
            }
            telegram::Event::MessageEdited { message } => {
                let mut seen = self.lock();
                let same = |said: &&mut Said| {
                    (said.message.chat, said.message.id) == (message.chat, message.id)
                };
                if let Some(said) = seen.said.iter_mut().rev().find(same) {
                    said.edits.push(Instant::now());
                    said.message = message;
                }
            }
            _ => return,
        }
        self.changes.send_replace(());
    }

    fn note_call(&self, call: &Call) {
        if !call.method.eq_ignore_ascii_case(SWITCH) || call.status != Some(200) {
            return;
        }
        let text = |name: &str| match &call.params[name] {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let switched = Switched {
            number: call.number,
            at: Instant::now(),
            when: call.when,
            user: call.user_id.unwrap(),
            dialog: text("CHAT_ID").parse().expect("CHAT_ID is a number"),
            on: text("ACTIVATE") == "Y",
        };
        self.lock().switched.push(switched);
        self.changes.send_replace(());
    }
}
