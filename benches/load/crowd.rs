//! Many supervisors, each with a dialog of their own.

use std::{
    collections::HashMap,
    fmt,
    time::{Duration, Instant},
};

use futures_util::{StreamExt as _, stream};
use hushbot::sandbox::{
    portal::{self, Dialog, Portal},
    telegram::{self, BotApi, Event},
};
use tokio::sync::broadcast::error::RecvError;

use crate::Process;

const ADMIN: u64 = 1;
const PEOPLE: u64 = 1_000;
/// Longer than any run may take.
const PATIENCE: Duration = Duration::from_mins(2);

pub(crate) struct Crowd {
    pub(crate) bot: Process,
    pub(crate) portal: Portal,
    pub(crate) people: Vec<u64>,
    bot_api: BotApi,
    _data: tempfile::TempDir,
}

impl Crowd {
    /// Starts everything and connects everybody through the front door.
    pub(crate) async fn gather(people: usize) -> Self {
        let bot_api = BotApi::start(telegram::Settings::default()).await.unwrap();
        let portal = Portal::start(portal::Settings::default()).await.unwrap();
        let people = (0..people as u64).map(|n| PEOPLE + n).collect::<Vec<_>>();
        for id in people.iter().copied().chain([ADMIN]) {
            let (first_name, language_code) = ("Sam".to_owned(), Some("en".to_owned()));
            bot_api.add_user(telegram::User { id, first_name, username: None, language_code });
        }
        let data = tempfile::tempdir().unwrap();
        let bot = Process::start(&bot_api, data.path(), ADMIN);
        let crowd = Self { bot, portal, people, bot_api, _data: data };
        let mut links = Vec::new();
        for _ in &crowd.people {
            let invite = crowd.ask(ADMIN, "/invite").await;
            let tail = invite.split("?start=").nth(1).expect("a link");
            let of_token = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
            links.push(tail.chars().take_while(of_token).collect::<String>());
        }
        let entering = crowd.people.iter().zip(&links).map(async |(person, token)| {
            crowd.ask(*person, &format!("/start {token}")).await;
        });
        stream::iter(entering).buffer_unordered(16).collect::<Vec<()>>().await;
        crowd.move_to(&crowd.people, &crowd.portal).await;
        crowd
    }

    /// Connects people to a portal, which they use from then on, and no other.
    pub(crate) async fn move_to(&self, people: &[u64], portal: &Portal) {
        let moving = people.iter().map(async |person| {
            portal.add_user(portal::User::new(*person, "Olga", "Nord"));
            portal.add_dialog(Dialog::new(dialog(*person), "Client", "Website").operator(*person));
            let webhook = portal.webhook(*person, &["imopenlines", "im"]);
            let answer = self.ask(*person, &format!("/connect {webhook}")).await;
            assert!(answer.contains("is connected"), "{answer}");
        });
        stream::iter(moving).buffer_unordered(16).collect::<Vec<()>>().await;
    }

    /// Queues `each` commands of everybody at once, and waits for all answers.
    pub(crate) async fn send(&self, people: &[u64], each: usize) -> Waits {
        let mut events = self.bot_api.subscribe();
        let total = people.len() * each;
        let listening = tokio::spawn(async move {
            let mut answered = HashMap::<i64, Vec<Instant>>::new();
            let mut count = 0;
            while count < total {
                match events.recv().await {
                    Ok(Event::MessageAdded { message }) if message.from_bot => {
                        assert!(message.text.starts_with(['🔇', '🔊']), "{}", message.text);
                        answered.entry(message.chat).or_default().push(Instant::now());
                        count += 1;
                    }
                    Ok(_) => {}
                    Err(RecvError::Lagged(n)) => panic!("{n} events were missed"),
                    Err(RecvError::Closed) => panic!("the Bot API is gone"),
                }
            }
            answered
        });
        let mut queued = HashMap::<i64, Vec<Instant>>::new();
        for n in 0..each {
            for person in people {
                let chat = private(*person);
                queued.entry(chat).or_default().push(Instant::now());
                self.bot_api.say(chat, *person, &command(*person, n));
            }
            // Let the listener and the servers have their turn.
            tokio::task::yield_now().await;
        }
        let answered = tokio::time::timeout(PATIENCE, listening).await.expect("answers").unwrap();
        // A chat is answered in the order of its commands.
        let waits = queued.iter().flat_map(|(chat, queued)| {
            queued.iter().zip(&answered[chat]).map(|(from, to)| to.duration_since(*from))
        });
        Waits::new(waits.collect())
    }

    /// Queues commands and waits for nothing.
    pub(crate) fn order(&self, people: &[u64], each: usize) {
        for n in 0..each {
            for person in people {
                self.bot_api.say(private(*person), *person, &command(*person, n));
            }
        }
    }

    /// One person's commands, each after the answer to the one before.
    pub(crate) async fn ask_one_by_one(&self, person: &u64, commands: usize) -> Waits {
        let mut waits = Vec::with_capacity(commands);
        for n in 0..commands {
            let began = Instant::now();
            self.ask(*person, &command(*person, n)).await;
            waits.push(began.elapsed());
        }
        Waits::new(waits)
    }

    async fn ask(&self, person: u64, text: &str) -> String {
        let chat = private(person);
        let asked = self.bot_api.say(chat, person, text);
        let answer = self.bot_api.next_bot_message(chat, asked);
        tokio::time::timeout(PATIENCE, answer).await.expect("an answer").text
    }
}

fn command(person: u64, n: usize) -> String {
    format!("/silent {} {}", dialog(person), if n.is_multiple_of(2) { "on" } else { "off" })
}

fn dialog(person: u64) -> u64 {
    person + 100_000
}

fn private(person: u64) -> i64 {
    i64::try_from(person).unwrap()
}

/// How long people waited.
pub(crate) struct Waits(Vec<Duration>);

impl Waits {
    fn new(mut waits: Vec<Duration>) -> Self {
        waits.sort_unstable();
        Self(waits)
    }

    fn at(&self, percent: usize) -> f64 {
        self.0[(self.0.len() - 1) * percent / 100].as_secs_f64() * 1_000.0
    }
}

impl fmt::Display for Waits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (p50, p99, max) = (self.at(50), self.at(99), self.at(100));
        write!(f, "p50 {p50:.1} ms, p99 {p99:.1} ms, max {max:.1} ms")
    }
}
