//! The run: people order, the bot is killed.

use std::{sync::Arc, time::Duration};

use crate::{
    bot::Bot,
    judge::{self, Evidence},
    orders::{Index, Kind, Ledger},
    plan::{Dice, Plan},
    record::{Record, Seen},
    schema::Schema,
    verdict::Verdict,
    world::{ADMINS, Supervisor, World, private, token_in},
};

/// The first dialog that belongs to one command alone.
const TAGS: usize = 100_000;

pub(crate) async fn run(plan: &Plan) -> Verdict {
    let world = Arc::new(World::furnish(plan).await);
    let (data, schema) = (tempfile::tempdir().unwrap(), Schema::if_wanted());
    let mut bot = Bot::start(&world.telegram, data.path(), schema.as_ref(), world.admins);
    world.connect_everybody().await;
    world.slow_down();
    let record = Record::of(&world.telegram, &world.portal);
    let ledger = Arc::new(Ledger::default());
    let crowd = send_all(plan, &world, &record, &ledger);
    kill_now_and_then(plan, &mut bot).await;
    for person in crowd {
        person.await.unwrap();
    }
    let done = |seen: &Seen| {
        let (index, commands) = (Index::of(seen), ledger.lock());
        commands
            .iter()
            .all(|command| index.is_answered(command) && judge::is_over(command, &index, seen))
    };
    record.wait(plan.patience(), done).await;
    let invites = try_invites(&world, &record, &ledger).await;
    let log = bot.log();
    let kills = bot.stop().await;
    let (seen, commands) = (record.lock(), ledger.lock());
    let snapshot = world.portal.snapshot();
    judge::judge(&Evidence {
        commands: &commands,
        seen: &seen,
        kills: &kills,
        snapshot: &snapshot,
        invites: &invites,
        gap: plan.gap,
        log: &log,
    })
}

/// Kills the bot at random moments.
async fn kill_now_and_then(plan: &Plan, bot: &mut Bot) {
    let mut dice = Dice::new(plan.seed, usize::MAX);
    let mean = plan.duration() / plan.kills.max(1);
    for _ in 0..plan.kills {
        tokio::time::sleep(dice.pause(mean)).await;
        bot.kill_and_restart().await;
    }
}

/// Everybody, each in a task of their own.
fn send_all(
    plan: &Plan,
    world: &Arc<World>,
    record: &Record,
    ledger: &Arc<Ledger>,
) -> Vec<tokio::task::JoinHandle<()>> {
    let invites = (plan.commands / 20).max(1);
    let people = world.people.len();
    let share = |all: usize, n: usize| all / people + usize::from(n < all % people);
    let ordering = world.people.iter().enumerate().map(|(n, person)| {
        let timers = share(plan.timers, n);
        let commands = share(plan.commands.saturating_sub(invites), n).max(timers);
        let actor = Actor {
            world: Arc::clone(world),
            record: record.clone(),
            ledger: Arc::clone(ledger),
            person: person.clone(),
            dice: Dice::new(plan.seed, n),
            next_tag: TAGS + n * 1_000,
        };
        let pace = plan.sending() / u32::try_from(commands.max(1)).unwrap();
        tokio::spawn(actor.send(timers, commands, pace))
    });
    let mut crowd = ordering.collect::<Vec<_>>();
    crowd.push(tokio::spawn(invite(
        Arc::clone(world),
        Arc::clone(ledger),
        (0..invites).map(|n| ADMINS + n as u64).collect(),
        Dice::new(plan.seed, people),
        plan.sending() / u32::try_from(invites).unwrap(),
    )));
    crowd
}

async fn invite(
    world: Arc<World>,
    ledger: Arc<Ledger>,
    admins: Vec<u64>,
    mut dice: Dice,
    pace: Duration,
) {
    for admin in admins {
        tokio::time::sleep(dice.pause(pace)).await;
        let chat = (private(admin), admin);
        ledger.write(&world.telegram, chat, (Kind::Invite, 0), "/invite".to_owned(), Vec::new());
    }
}

/// The admins' invites, by their place in the ledger, with the different tokens that they were
/// answered with and how many newcomers these let in.
async fn try_invites(
    world: &World,
    record: &Record,
    ledger: &Ledger,
) -> Vec<(usize, Vec<String>, usize)> {
    let commands = ledger.lock().clone();
    let mut tried = Vec::new();
    for (place, command) in commands.iter().enumerate() {
        if command.kind != Kind::Invite {
            continue;
        }
        let mut tokens: Vec<String> = {
            let seen = record.lock();
            let answers = Index::of(&seen).answers(command);
            answers.iter().filter_map(|said| token_in(&said.message.text)).collect()
        };
        tokens.sort();
        tokens.dedup();
        let working = world.working(place, &tokens).await;
        tried.push((place, tokens, working));
    }
    tried
}

/// A supervisor who orders.
struct Actor {
    world: Arc<World>,
    record: Record,
    ledger: Arc<Ledger>,
    person: Supervisor,
    dice: Dice,
    next_tag: usize,
}

impl Actor {
    async fn send(mut self, timers: usize, commands: usize, pace: Duration) {
        for n in 0..commands {
            tokio::time::sleep(self.dice.pause(pace)).await;
            match self.dice.below(100) {
                _ if n < timers => self.timer(),
                0..25 => self.one(),
                25..50 => self.several(),
                50..60 => self.look(),
                60..85 => self.in_group(),
                _ => self.press(),
            }
        }
    }

    fn one(&mut self) {
        let (tag, on) = (self.tag(), self.dice.below(4) > 0);
        let text = format!("/silent {tag} {}", word(on));
        self.write(Kind::Tagged(tag), text, vec![(tag, on)]);
    }

    /// One or two dialogs that are ordered about all the time, and one that tells the answer.
    fn several(&mut self) {
        let (tag, on) = (self.tag(), self.dice.coin());
        let first = self.dice.below(self.person.dialogs.len());
        let mut dialogs = vec![self.person.dialogs[first], tag];
        if self.dice.coin() {
            dialogs.insert(0, self.person.dialogs[(first + 1) % self.person.dialogs.len()]);
        }
        let list = dialogs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let orders = dialogs.into_iter().map(|dialog| (dialog, on)).collect();
        self.write(Kind::Tagged(tag), format!("/silent {list} {}", word(on)), orders);
    }

    fn look(&mut self) {
        let (tag, dialog) = (self.tag(), self.dialog());
        self.write(Kind::Tagged(tag), format!("/status {dialog} {tag}"), Vec::new());
    }

    fn timer(&mut self) {
        let tag = self.tag();
        self.write(Kind::Timer(tag), format!("/silent {tag} on 1m"), vec![(tag, true)]);
    }

    fn in_group(&mut self) {
        let (dialog, on) = (self.dialog(), self.dice.coin());
        let place = (self.person.group, self.person.id);
        let text = format!("/silent {dialog} {}", word(on));
        let kind = (Kind::InGroup, self.person.user);
        self.ledger.write(&self.world.telegram, place, kind, text, vec![(dialog, on)]);
    }

    /// Presses "off" under the answer to an order of one dialog; orders one if there is none.
    fn press(&mut self) {
        let found = self.button();
        let Some((said, dialog, data)) = found else { return self.one() };
        let who = (self.person.id, self.person.user);
        self.ledger.press(&self.world.telegram, &said, who, (dialog, &data));
    }

    fn button(&self) -> Option<(crate::record::Said, u64, String)> {
        let seen = self.record.lock();
        let (index, commands) = (Index::of(&seen), self.ledger.lock());
        let pressed = |message: i64| {
            let chat = private(self.person.id);
            commands.iter().any(|c| (c.kind, c.chat, c.message) == (Kind::Press, chat, message))
        };
        commands.iter().rev().find_map(|command| {
            let (Kind::Tagged(tag), [(dialog, true)]) = (command.kind, &command.orders[..]) else {
                return None;
            };
            if command.user != self.person.user || tag != *dialog {
                return None;
            }
            let answers = index.answers(command);
            // One that was doubled has two buttons to the same end: let it be.
            let [said] = answers[..] else { return None };
            let data = said.message.keyboard.iter().flatten().find_map(|button| {
                button.callback_data.clone().filter(|data| data.starts_with("off:"))
            })?;
            (!pressed(said.message.id)).then(|| (said.clone(), tag, data))
        })
    }

    fn write(&self, kind: Kind, text: String, orders: Vec<(u64, bool)>) {
        let place = (private(self.person.id), self.person.id);
        self.ledger.write(&self.world.telegram, place, (kind, self.person.user), text, orders);
    }

    fn dialog(&mut self) -> u64 {
        self.person.dialogs[self.dice.below(self.person.dialogs.len())]
    }

    fn tag(&mut self) -> u64 {
        let tag = self.next_tag as u64;
        self.next_tag += 1;
        self.world.tag(tag, &self.person);
        tag
    }
}

fn word(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}
