//! The two servers, and the people between them.

use std::time::Duration;

use futures_util::future::join_all;
use hushbot::sandbox::{
    portal::{self, Dialog, Portal},
    telegram::{self, BotApi},
};

use crate::plan::Plan;

/// The first admin's id; each admin asks for one invite.
pub(crate) const ADMINS: u64 = 500_000;
/// The first supervisor's id in Telegram.
const SUPERVISORS: u64 = 1_000;
/// The first supervisor's number on the portal.
const USERS: u64 = 100;
/// The first of those whom invites are to let in.
const NEWCOMERS: u64 = 900_000;
/// Dialogs that everybody orders about.
const SHARED: [u64; 2] = [2024, 2025];
/// How many people there are in a group.
const GROUP: usize = 12;
/// Longer than anything that is not disturbed may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long the portal takes to answer to a switch.
const SWITCHING: Duration = Duration::from_millis(100);
/// How long it takes to tell states.
const READING: Duration = Duration::from_millis(20);
/// How long Telegram takes to take a message.
const TALKING: Duration = Duration::from_millis(10);

pub(crate) struct World {
    pub(crate) telegram: BotApi,
    pub(crate) portal: Portal,
    pub(crate) people: Vec<Supervisor>,
    pub(crate) admins: usize,
}

/// Somebody who orders.
#[derive(Debug, Clone)]
pub(crate) struct Supervisor {
    pub(crate) id: u64,
    /// Their number on the portal.
    pub(crate) user: u64,
    pub(crate) group: i64,
    /// The dialogs that they order about again and again.
    pub(crate) dialogs: Vec<u64>,
    webhook: String,
}

impl World {
    pub(crate) async fn furnish(plan: &Plan) -> Self {
        let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
        let portal = Portal::start(portal::Settings::default()).await.unwrap();
        let numbers = 0..plan.supervisors();
        let people = numbers.map(|n| supervisor(&telegram, &portal, n)).collect::<Vec<_>>();
        for shared in SHARED {
            let dialog = Dialog::new(shared, "Client", "Website");
            portal.add_dialog(people.iter().fold(dialog, |dialog, p| dialog.member(p.user)));
        }
        for (n, group) in people.chunks(GROUP).enumerate() {
            let members = group.iter().map(|person| person.id).collect::<Vec<_>>();
            telegram.add_group(group_id(n * GROUP), "Night shift", &members);
        }
        let admins = (plan.commands / 20).max(1).max(people.len());
        for n in 0..admins {
            meet(&telegram, ADMINS + n as u64);
        }
        Self { telegram, portal, people, admins }
    }

    /// Lets everybody in and connects them, as people do it.
    pub(crate) async fn connect_everybody(&self) {
        join_all(self.people.iter().enumerate().map(async |(n, person)| {
            let invite = self.ask(ADMINS + n as u64, "/invite").await;
            let token = token_in(&invite).expect("a link");
            let welcome = self.ask(person.id, &format!("/start {token}")).await;
            assert!(welcome.starts_with('✅'), "{welcome}");
            let connected = self.ask(person.id, &format!("/connect {}", person.webhook)).await;
            assert!(connected.contains("is connected"), "{connected}");
        }))
        .await;
    }

    /// Both servers take their time from now on, so that there is something in work whenever the
    /// bot is killed.
    pub(crate) fn slow_down(&self) {
        let silent = portal::On::method("imopenlines.session.mode.silent");
        self.portal.fault(portal::Fault::Slow(SWITCHING), silent);
        self.portal.fault(portal::Fault::Slow(READING), portal::On::method("batch"));
        self.telegram.fault(Some("sendMessage"), telegram::Fault::Slow(TALKING), None);
    }

    /// Makes a dialog that only one command is about.
    pub(crate) fn tag(&self, number: u64, person: &Supervisor) {
        self.portal.add_dialog(Dialog::new(number, "Client", "Website").operator(person.user));
    }

    /// How many of the tokens let somebody in, each tried by two newcomers.
    pub(crate) async fn working(&self, invite: usize, tokens: &[String]) -> usize {
        let mut let_in = 0;
        for (n, token) in tokens.iter().enumerate() {
            for newcomer in 0..2 {
                let id = NEWCOMERS + (invite * 100 + n * 2 + newcomer) as u64;
                meet(&self.telegram, id);
                let answer = self.ask(id, &format!("/start {token}")).await;
                let_in += usize::from(answer.starts_with('✅'));
            }
        }
        let_in
    }

    /// Whether silent mode is on for a user.
    pub(crate) fn is_silent(snapshot: &portal::Snapshot, user: u64, dialog: u64) -> bool {
        let mut views = snapshot.dialogs.iter();
        let view = views.find(|view| view.dialog.chat_id == dialog).expect("a known dialog");
        view.silenced_by.contains(&user)
    }

    async fn ask(&self, person: u64, text: &str) -> String {
        let chat = private(person);
        let asked = self.telegram.say(chat, person, text);
        let answer = self.telegram.next_bot_message(chat, asked);
        let Ok(answer) = tokio::time::timeout(PATIENCE, answer).await else {
            let calls = self.telegram.calls();
            let last = calls.iter().rev().take(5).map(|c| (&c.method, c.status));
            let last = last.collect::<Vec<_>>();
            panic!("no answer to {text:?} of {person} without a kill; latest calls: {last:?}")
        };
        answer.text
    }
}

fn supervisor(telegram: &BotApi, portal: &Portal, n: usize) -> Supervisor {
    let (id, user) = (SUPERVISORS + n as u64, USERS + n as u64);
    meet(telegram, id);
    portal.add_user(portal::User::new(user, "Olga", "Nord"));
    let own = 3_000 + n as u64;
    portal.add_dialog(Dialog::new(own, "Client", "Website").operator(user));
    let dialogs = SHARED.into_iter().chain([own]).collect();
    let webhook = portal.webhook(user, &["imopenlines", "im"]);
    Supervisor { id, user, group: group_id(n), dialogs, webhook }
}

fn meet(telegram: &BotApi, id: u64) {
    let (first_name, language_code) = ("Sam".to_owned(), Some("en".to_owned()));
    telegram.add_user(telegram::User { id, first_name, username: None, language_code });
}

fn group_id(person: usize) -> i64 {
    -500 - i64::try_from(person / GROUP).unwrap()
}

pub(crate) fn private(person: u64) -> i64 {
    i64::try_from(person).unwrap()
}

/// The token in the text of an invite.
pub(crate) fn token_in(text: &str) -> Option<String> {
    let tail = text.split("?start=").nth(1)?;
    Some(tail.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
}
